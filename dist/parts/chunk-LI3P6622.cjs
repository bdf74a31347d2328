var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  markup: () => markup,
  phrase: () => phrase,
  prose: () => prose,
  style: () => style,
  verbatim: () => verbatim
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var isHtml = /* @__PURE__ */ Symbol("Html");
var make = (source) => ({ source, [isHtml]: true });
function markup(literals, ...pieces) {
  return make(
    literals.reduce((whole, literal, index) => {
      const piece = pieces[index - 1];
      return whole + (piece === void 0 ? "" : sourceOf(piece)) + literal;
    })
  );
}
function verbatim(ours) {
  if (/<\/(script|style)/i.test(ours)) throw new Error("A script or style of ours would end early.");
  return make(ours);
}
function sourceOf(piece) {
  if (typeof piece === "number") return String(piece);
  if (typeof piece === "string") return escape(piece);
  return "source" in piece ? piece.source : piece.map(({ source }) => source).join("");
}
function escape(untrusted) {
  return (0, import_chunk_WD6J6YZB.visible)(untrusted, 500).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}
var style = `
:root { color-scheme: light dark; --text: #1f2328; --back: #fff; --soft: #f6f8fa; --line: #d1d9e0; --muted: #59636e; --error: #c21f2b; --warning: #8a6100; --good: #1a7f37; --package: #bcd9f7; --folder: #c9e6c3; --rest: #e2e6ea; --hidden: #f3b0a8; --hatch: #c8503f; --ink: #14181d; --accent: #0969da; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --back: #0d1117; --soft: #151b23; --line: #3d444d; --muted: #9198a1; --error: #ff7b72; --warning: #e3b341; --good: #56d364; --package: #1f4b7a; --folder: #27552d; --rest: #343b44; --hidden: #6b2a25; --hatch: #b5483c; --ink: #f0f6fc; --accent: #4493f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 16px; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; }
h1 { font-size: 1.6em; margin: .2em 0; } h2 { font-size: 1.3em; margin: 1.6em 0 .6em; padding-bottom: .3em; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05em; margin: 1.6em 0 .5em; } small { color: var(--muted); font-weight: normal; font-size: .7em; }
.error { color: var(--error); } .warning { color: var(--warning); } .good { color: var(--good); }
code { font: .88em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; background: var(--soft); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { border: 1px solid var(--line); padding: 5px 10px; text-align: left; vertical-align: top; } th { font-weight: 600; } th, .figure, .bars td { white-space: nowrap; } th code, td code { overflow-wrap: normal; } td:last-child:not(.figure) { min-width: 15em; } .figure { text-align: right; white-space: nowrap; }
.fit th { white-space: normal; } .fit td:last-child { min-width: 0; } .fit .figure { white-space: normal; }
.bars .wide { width: 460px; min-width: 160px; } .bar { display: block; width: 100%; height: 1.4em; } .bar .own { fill: var(--good); } .bar .other { fill: var(--muted); }
.history { height: 90px; max-width: 620px; border-bottom: 1px solid var(--line); }
.kinds { columns: 2 260px; padding-left: 1.2em; margin-top: .3em; }
.findings { list-style: none; padding: 0; } .findings li { border: 1px solid var(--line); border-left: 5px solid var(--muted); border-radius: 6px; padding: 8px 12px; margin: 8px 0; color: var(--text); } .findings li.error { border-left-color: var(--error); } .findings li.warning { border-left-color: var(--warning); } .standing { color: var(--muted); }
button { font: inherit; color: var(--text); background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 2px 10px; cursor: pointer; } button:disabled { opacity: .6; cursor: default; }
.search { display: block; margin: 12px 0 0; } .search input { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: 5px 10px; width: min(100%, 360px); margin-left: 6px; } #found { list-style: none; margin: 4px 0; padding: 0; max-height: 40vh; overflow-y: auto; } #found:empty { display: none; } #found button { border: 0; background: none; text-align: left; padding: 2px 0; } #found button:hover { text-decoration: underline; } .levels button { margin-right: 4px; max-width: 100%; overflow-wrap: anywhere; } #matches { color: var(--muted); min-height: 1.5em; margin: 4px 0; }
.map { display: block; width: 100%; height: auto; border-radius: 6px; } .map[hidden] { display: none; } .map text { fill: var(--ink); font-family: inherit; pointer-events: none; }
.map rect { stroke: var(--back); stroke-width: 1; } .layer > .frame, .drawn > .frame { fill: var(--soft); stroke: var(--line); } .layer { cursor: pointer; } .package > rect { fill: var(--package); } .folder > rect { fill: var(--folder); } .rest > rect { fill: var(--rest); } .hatch-back { fill: var(--hidden); stroke: none; } .hatch-line { fill: var(--hatch); stroke: none; opacity: .45; }
.map [tabindex]:focus-visible { outline: none; } .map [tabindex]:focus-visible > rect:first-child { stroke: var(--accent); stroke-width: 4; } .map .hit > rect { stroke: var(--accent); stroke-width: 4; } .searching .map:not(.opened) .cell:not(.hit) { opacity: .25; } .opens { cursor: pointer; }
.key { display: inline-block; width: 1em; height: 1em; border-radius: 3px; vertical-align: -2px; margin-left: .8em; border: 1px solid var(--line); } .key.package { background: var(--package); } .key.folder { background: var(--folder); } .key.rest { background: var(--rest); } .key.hidden { background: repeating-linear-gradient(45deg, var(--hidden) 0 3px, var(--hatch) 3px 5px); }
.patterns { position: absolute; } .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 16px; margin-top: 12px; } .beside figure { margin: 0; } .beside figcaption { margin-bottom: 4px; overflow-wrap: anywhere; }
@media (max-width: 700px) { .maps { overflow-x: auto; } .map { width: 700px; } .beside .map { width: 100%; } .crumbs, .detail { position: sticky; left: 0; } }
.detail { color: var(--muted); min-height: 1.5em; overflow-wrap: anywhere; } .crumbs { margin: 6px 0; } details { margin: 10px 0; } summary { cursor: pointer; padding: 4px 0; } tr.miss, li.miss { display: none; } footer { margin-top: 3em; color: var(--muted); font-size: .85em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
`;
function phrase(words) {
  return words.map((word, index) => {
    const space = index > 0 ? " " : "";
    if (typeof word === "string") return markup`${space}${word}`;
    return markup`${space}<code>${"lines" in word ? (0, import_chunk_LUC4HMHJ.nameOfLines)(word.lines) : word.name}</code>`;
  });
}
function prose(untrusted) {
  return untrusted.split(/`([^`]+)`/).map((part, index) => index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  markup,
  phrase,
  prose,
  style,
  verbatim
});
