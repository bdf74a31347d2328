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
  bullets: () => bullets,
  bytes: () => bytes,
  characters: () => characters,
  code: () => code,
  delta: () => delta,
  details: () => details,
  figures: () => figures,
  fit: () => fit,
  gfm: () => gfm,
  heading: () => heading,
  htmlCode: () => htmlCode,
  join: () => join,
  link: () => link,
  markup: () => markup,
  nothing: () => nothing,
  paragraph: () => paragraph,
  phrase: () => phrase,
  prose: () => prose2,
  prose2: () => prose,
  renderJson: () => renderJson,
  stack: () => stack,
  style: () => style,
  table: () => table,
  text: () => text,
  toJson: () => toJson,
  utf8Bytes: () => utf8Bytes,
  verbatim: () => verbatim
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_TXIRKD6Z = require("./chunk-TXIRKD6Z.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
function renderJson(result) {
  return toJson(import_chunk_TXIRKD6Z.checkResult.parse(result));
}
function toJson(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
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
  return (0, import_chunk_HT5NMFAD.visible)(untrusted, 500).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
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
var isBlock = /* @__PURE__ */ Symbol("Block");
var make2 = (source) => ({ source, [isBlock]: true });
var heading = (level, content) => make2(`${"#".repeat(level)} ${content.source}`);
var paragraph = (...lines) => make2(lines.map((line2) => line2.source).join("\n"));
var bullets = (items) => make2(items.map((item) => `- ${item.source}`).join("\n"));
var line = (cells) => `| ${cells.join(" | ")} |`;
function table(columns, rows) {
  return make2(
    [
      line(columns.map(({ title }) => title.source)),
      line(columns.map(({ align }) => align === "left" ? ":--" : "--:")),
      ...rows.map((cells) => line(cells.map(({ source }) => source)))
    ].join("\n")
  );
}
function details(summary, blocks) {
  return make2(`<details>
<summary>${summary.source}</summary>

${stack(blocks).source}

</details>`);
}
function stack(blocks) {
  return make2(
    blocks.map((block) => block.source).filter((source) => source !== "").join("\n\n")
  );
}
var characters = (source) => source.length;
var utf8Bytes = (source) => new TextEncoder().encode(source).length;
function fit(parts, measure, limit) {
  const separator = 2;
  const chosen = parts.map(({ forms }) => forms[0]?.());
  const lengthOf = (block) => block ? measure(block.source) + separator : 0;
  let length = chosen.reduce((sum, block) => sum + lengthOf(block), 0);
  const shortened = /* @__PURE__ */ new Set();
  for (const { part, form } of sacrifices(parts)) {
    if (length <= limit) break;
    const shorter = form === void 0 ? void 0 : parts[part]?.forms[form]?.();
    length -= lengthOf(chosen[part]) - lengthOf(shorter);
    chosen[part] = shorter;
    shortened.add(part);
  }
  return {
    blocks: chosen.filter((block) => block !== void 0),
    dropped: [...shortened].sort((one, other) => one - other).map((part) => parts[part]?.name ?? ""),
    fits: length <= limit
  };
}
function sacrifices(parts) {
  const ranks = [...new Set(parts.map(({ rank }) => rank))].filter((rank) => rank > 0).sort((a, b) => b - a);
  return ranks.flatMap((rank) => {
    const members = parts.flatMap((part, index) => part.rank === rank ? [{ part, index }] : []).toReversed();
    const mostForms = Math.max(...members.map(({ part }) => part.forms.length));
    const shorter = Array.from(
      { length: mostForms - 1 },
      (_, step) => members.filter(({ part }) => part.forms.length > step + 1).map(({ index }) => ({ part: index, form: step + 1 }))
    ).flat();
    const gone = members.filter(({ part }) => part.droppable).map(({ index }) => ({ part: index, form: void 0 }));
    return shorter.concat(gone);
  });
}
var isMarkdown = /* @__PURE__ */ Symbol("Markdown");
var make3 = (source) => ({ source, [isMarkdown]: true });
var nothing = make3("");
function gfm(literals, ...pieces) {
  const source = literals.reduce((whole, literal, index) => {
    const piece = pieces[index - 1];
    return whole + (typeof piece === "object" ? piece.source : String(piece)) + literal;
  });
  return make3(source);
}
function text(untrusted, maxUnits = 200) {
  return make3(escapeWords((0, import_chunk_HT5NMFAD.visible)(untrusted, maxUnits)).trim());
}
function code(untrusted, maxUnits = 200) {
  return make3(codeSpan((0, import_chunk_HT5NMFAD.visible)(untrusted, maxUnits)));
}
function prose(untrusted, maxUnits = 600, maxNameUnits = maxUnits) {
  const parts = (0, import_chunk_HT5NMFAD.visible)(untrusted, maxUnits).split(/`([^`]+)`/);
  const name = (part) => codeSpan(/\s/.test(part) ? part : (0, import_chunk_HT5NMFAD.visible)(part, maxNameUnits));
  return make3(
    parts.map((part, index) => index % 2 === 1 ? name(part) : keepFigures(escapeWords(part))).join("").trim()
  );
}
function htmlCode(untrusted, maxUnits = 200) {
  const shown = (0, import_chunk_HT5NMFAD.visible)(untrusted, maxUnits).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
  return make3(`<code>${breakMentions(shown)}</code>`);
}
function link(label, url) {
  const safe = url.replace(/[()<>\s\\"'|`[\]]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return make3(`[${label.source}](${safe})`);
}
function join(pieces, separator) {
  const sources = pieces.map((piece) => piece.source).filter((source) => source !== "");
  return make3(sources.join(separator));
}
function figures(words) {
  return make3(keepFigures(escapeWords((0, import_chunk_HT5NMFAD.visible)(words))).trim());
}
function keepFigures(escaped) {
  return escaped.replace(/(?<=\d) (?=[kMGTP]?B\b|%)|(?<=≈) (?=\d)/g, " ");
}
var bytes = (amount) => figures((0, import_chunk_CCPWSZ7L.formatBytes)(amount));
var delta = (amount) => figures((0, import_chunk_CCPWSZ7L.formatDelta)(amount));
var breaker = "​";
function escapeWords(shown) {
  const escaped = shown.replace(/[&<>|\\`*_~[\]!$^{}"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/^\s*[-+#=:](?=\s|$|[-+#=:])/, (mark) => mark.replace(/\S/, (char) => `&#${char.charCodeAt(0)};`)).replace(/^(\s*\d+)([.)])(?=\s|$)/, (_, digits, mark) => `${digits}&#${mark.charCodeAt(0)};`);
  return breakMentions(escaped).replace(/:(?=\/\/|[\w+-]+:)/g, `:${breaker}`).replace(/www(?=\.)/gi, (www) => www + breaker).replace(/\b(?=[0-9a-f]*\d)(?=[0-9]*[a-f])[0-9a-f]{7,40}\b/gi, (sha) => sha.slice(0, 6) + breaker + sha.slice(6));
}
function breakMentions(shown) {
  return shown.replace(/(?<!&)[@#](?=\S)|\bGH-(?=\d)/gi, (mark) => mark + breaker);
}
function codeSpan(shown) {
  const content = breakMentions(shown).replace(/(?<=\\)\|/g, "\\u{7c}").replaceAll("|", "\\|");
  const longestRun = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const pad = content.trim() === "" || /^[` ]|[` ]$/.test(content) ? " " : "";
  return fence + pad + content + pad + fence;
}
function phrase(words) {
  return words.map((word, index) => {
    const space = index > 0 ? " " : "";
    if (typeof word === "string") return markup`${space}${word}`;
    return markup`${space}<code>${"lines" in word ? (0, import_chunk_LUC4HMHJ.nameOfLines)(word.lines) : word.name}</code>`;
  });
}
function prose2(untrusted) {
  return untrusted.split(/`([^`]+)`/).map((part, index) => index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  bullets,
  bytes,
  characters,
  code,
  delta,
  details,
  figures,
  fit,
  gfm,
  heading,
  htmlCode,
  join,
  link,
  markup,
  nothing,
  paragraph,
  phrase,
  prose,
  prose2,
  renderJson,
  stack,
  style,
  table,
  text,
  toJson,
  utf8Bytes,
  verbatim
});
