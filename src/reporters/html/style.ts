/** The page's style; light and dark by the reader's setting. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --back: #fff; --soft: #f6f8fa; --line: #d1d9e0; --muted: #59636e; --error: #c21f2b; --warning: #8a6100; --good: #1a7f37; --package: #bcd9f7; --folder: #c9e6c3; --rest: #e2e6ea; --hidden: #f3b0a8; --hatch: #c8503f; --ink: #14181d; --accent: #0969da; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --back: #0d1117; --soft: #151b23; --line: #3d444d; --muted: #9198a1; --error: #ff7b72; --warning: #e3b341; --good: #56d364; --package: #1f4b7a; --folder: #27552d; --rest: #343b44; --hidden: #6b2a25; --hatch: #b5483c; --ink: #f0f6fc; --accent: #4493f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 16px; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; }
h1 { font-size: 1.6em; margin: .2em 0; } h2 { font-size: 1.3em; margin: 1.6em 0 .6em; padding-bottom: .3em; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05em; margin: 1.6em 0 .5em; } small { color: var(--muted); font-weight: normal; font-size: .7em; }
.error { color: var(--error); } .warning { color: var(--warning); } .good { color: var(--good); }
code { font: .88em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; background: var(--soft); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { border: 1px solid var(--line); padding: 5px 10px; text-align: left; vertical-align: top; } th { font-weight: 600; } th, .figure, .bars td { white-space: nowrap; } th code, td code { overflow-wrap: normal; } td:last-child:not(.figure) { min-width: 15em; } .figure { text-align: right; white-space: nowrap; }
.bars .wide { width: 460px; min-width: 160px; } .bar { display: block; width: 100%; height: 1.4em; } .bar .own { fill: var(--good); } .bar .other { fill: var(--muted); }
.history { height: 90px; max-width: 620px; border-bottom: 1px solid var(--line); }
.kinds { columns: 2 260px; padding-left: 1.2em; margin-top: .3em; }
.findings { list-style: none; padding: 0; } .findings li { border: 1px solid var(--line); border-left: 5px solid var(--muted); border-radius: 6px; padding: 8px 12px; margin: 8px 0; color: var(--text); } .findings li.error { border-left-color: var(--error); } .findings li.warning { border-left-color: var(--warning); } .standing { color: var(--muted); }
button { font: inherit; color: var(--text); background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 2px 10px; cursor: pointer; } button:disabled { opacity: .6; cursor: default; }
.search { display: block; margin: 12px 0 0; } .search input { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: 5px 10px; width: min(100%, 360px); margin-left: 6px; } #matches { color: var(--muted); min-height: 1.5em; margin: 4px 0; }
.map { display: block; width: 100%; height: auto; border-radius: 6px; } .map[hidden] { display: none; } .map text { fill: var(--ink); font-family: inherit; pointer-events: none; }
.map rect { stroke: var(--back); stroke-width: 1; } .layer > .frame { fill: var(--soft); stroke: var(--line); } .layer { cursor: pointer; } .package > rect { fill: var(--package); } .folder > rect { fill: var(--folder); } .rest > rect { fill: var(--rest); } .map .hatch-back { fill: var(--hidden); stroke: none; } .map .hatch-line { fill: var(--hatch); stroke: none; opacity: .45; }
.map [tabindex]:focus-visible { outline: none; } .map [tabindex]:focus-visible > rect:first-child { stroke: var(--accent); stroke-width: 4; } .map .hit > rect { stroke: var(--accent); stroke-width: 4; } .searching .cell:not(.hit) { opacity: .25; }
.key { display: inline-block; width: 1em; height: 1em; border-radius: 3px; vertical-align: -2px; margin-left: .8em; border: 1px solid var(--line); } .key.package { background: var(--package); } .key.folder { background: var(--folder); } .key.rest { background: var(--rest); } .key.hidden { background: repeating-linear-gradient(45deg, var(--hidden) 0 3px, var(--hatch) 3px 5px); }
@media (max-width: 700px) { .maps { overflow-x: auto; } .map { width: 700px; } .crumbs, .detail { position: sticky; left: 0; } }
.detail { color: var(--muted); min-height: 1.5em; overflow-wrap: anywhere; } .crumbs { margin: 6px 0; } details { margin: 10px 0; } summary { cursor: pointer; padding: 4px 0; } tr.miss, li.miss { display: none; } footer { margin-top: 3em; color: var(--muted); font-size: .85em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
`;
