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
  nothing: () => nothing,
  paragraph: () => paragraph,
  prose: () => prose,
  stack: () => stack,
  table: () => table,
  text: () => text,
  utf8Bytes: () => utf8Bytes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var isBlock = /* @__PURE__ */ Symbol("Block");
var make = (source) => ({ source, [isBlock]: true });
var heading = (level, content) => make(`${"#".repeat(level)} ${content.source}`);
var paragraph = (...lines) => make(lines.map((line2) => line2.source).join("\n"));
var bullets = (items) => make(items.map((item) => `- ${item.source}`).join("\n"));
var line = (cells) => `| ${cells.join(" | ")} |`;
function table(columns, rows) {
  return make(
    [
      line(columns.map(({ title }) => title.source)),
      line(columns.map(({ align }) => align === "left" ? ":--" : "--:")),
      ...rows.map((cells) => line(cells.map(({ source }) => source)))
    ].join("\n")
  );
}
function details(summary, blocks) {
  return make(`<details>
<summary>${summary.source}</summary>

${stack(blocks).source}

</details>`);
}
function stack(blocks) {
  return make(
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
var make2 = (source) => ({ source, [isMarkdown]: true });
var nothing = make2("");
function gfm(literals, ...pieces) {
  const source = literals.reduce((whole, literal, index) => {
    const piece = pieces[index - 1];
    return whole + (typeof piece === "object" ? piece.source : String(piece)) + literal;
  });
  return make2(source);
}
function text(untrusted, maxUnits = 200) {
  return make2(escapeWords((0, import_chunk_WD6J6YZB.visible)(untrusted, maxUnits)).trim());
}
function code(untrusted, maxUnits = 200) {
  return make2(codeSpan((0, import_chunk_WD6J6YZB.visible)(untrusted, maxUnits)));
}
function prose(untrusted, maxUnits = 600, maxNameUnits = maxUnits) {
  const parts = (0, import_chunk_WD6J6YZB.visible)(untrusted, maxUnits).split(/`([^`]+)`/);
  const name = (part) => codeSpan(/\s/.test(part) ? part : (0, import_chunk_WD6J6YZB.visible)(part, maxNameUnits));
  return make2(
    parts.map((part, index) => index % 2 === 1 ? name(part) : keepFigures(escapeWords(part))).join("").trim()
  );
}
function htmlCode(untrusted, maxUnits = 200) {
  const shown = (0, import_chunk_WD6J6YZB.visible)(untrusted, maxUnits).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
  return make2(`<code>${breakMentions(shown)}</code>`);
}
function link(label, url) {
  const safe = url.replace(/[()<>\s\\"'|`[\]]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return make2(`[${label.source}](${safe})`);
}
function join(pieces, separator) {
  const sources = pieces.map((piece) => piece.source).filter((source) => source !== "");
  return make2(sources.join(separator));
}
function figures(words) {
  return make2(keepFigures(escapeWords((0, import_chunk_WD6J6YZB.visible)(words))).trim());
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
  nothing,
  paragraph,
  prose,
  stack,
  table,
  text,
  utf8Bytes
});
