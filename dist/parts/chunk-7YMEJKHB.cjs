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
  columnsOf: () => columnsOf,
  foreign: () => foreign,
  indented: () => indented,
  labelled: () => labelled,
  layoutWidth: () => layoutWidth,
  own: () => own,
  pageOf: () => pageOf,
  prose: () => prose,
  table: () => table,
  wrap: () => wrap
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var sgr = {
  bold: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  good: [32, 39],
  name: [36, 39]
};
var own = (text, style) => style ? { text, style } : { text };
var foreign = (untrusted, style, maxUnits) => own((0, import_chunk_WD6J6YZB.visible)(untrusted, maxUnits), style);
function prose(untrusted) {
  const parts = (0, import_chunk_WD6J6YZB.visible)(untrusted, 600).split(/`([^`]+)`/);
  return parts.map((part, index) => index % 2 === 1 ? own(part, "name") : own(part)).filter(({ text }) => text !== "");
}
function paint(line, colour) {
  return line.map(({ text, style }) => {
    if (!colour || !style || text.trim() === "") return text;
    const [on, off] = sgr[style];
    return `\x1B[${on}m${text}\x1B[${off}m`;
  }).join("");
}
var wide = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var oneColumnEach = /^[ -~\u00b7\u2010-\u2027\u2190-\u2193\u2248\u2500-\u259f\u2713\u2717]*$/;
function columnsOf(text) {
  if (oneColumnEach.test(text)) return text.length;
  return Array.from(text).reduce((sum, point) => sum + (new RegExp("\\p{M}", "u").test(point) ? 0 : wide.test(point) ? 2 : 1), 0);
}
function widthOf(line) {
  return line.reduce((sum, { text }) => sum + columnsOf(text), 0);
}
function wrap(line, width) {
  const lines = [[]];
  let used = 0;
  for (const word of line.flatMap((span) => words(span, width))) {
    const columns = columnsOf(word.text);
    const current = lines.at(-1) ?? [];
    if (used + columns > width && used > 0) {
      lines.push([]);
      used = 0;
      if (word.text.trim() === "") continue;
    }
    if (used === 0 && current.length > 0 && word.text.trim() === "") continue;
    lines.at(-1)?.push(word);
    used += columns;
  }
  return lines;
}
function words({ text, style }, width) {
  return text.split(/( +)/).filter((word) => word !== "").flatMap((word) => pieces(word, width)).map((word) => own(word, style));
}
function pieces(word, width) {
  if (columnsOf(word) <= width) return [word];
  const cut = [""];
  let used = 0;
  for (const point of word) {
    const columns = columnsOf(point);
    if (used + columns > width) {
      cut.push("");
      used = 0;
    }
    cut[cut.length - 1] += point;
    used += columns;
  }
  return cut;
}
function clipped(line, width) {
  const kept = [];
  let room = width - 1;
  for (const { text, style } of line) {
    const [first = ""] = columnsOf(text) <= room ? [text] : pieces(text, Math.max(1, room));
    kept.push(own(first, style));
    room -= columnsOf(first);
    if (first !== text || room <= 0) break;
  }
  return [...kept, own("…")];
}
function layoutWidth({ width }) {
  return Math.min(120, Math.max(40, Math.floor(width)));
}
function indented(lines, columns) {
  const margin = [own(" ".repeat(columns))];
  return lines.map((line) => line.length === 0 ? line : margin.concat(line));
}
function labelled(label, labelColumns, line, width, style = "dim") {
  const [first = [], ...others] = wrap(line, width - labelColumns);
  return [[own(label.padEnd(labelColumns), style), ...first], ...indented(others, labelColumns)];
}
function pageOf(lines, { colour }) {
  return `${lines.map((line) => paint(disarmed(line), colour).trimEnd()).join("\n")}
`;
}
function disarmed(line) {
  const whole = line.map(({ text }) => text).join("");
  const startsCommand = /^\s*::/.test(whole);
  if (!startsCommand && !whole.includes("##[")) return line;
  return [own((startsCommand ? whole.replace(":", "\\u{3a}") : whole).replaceAll("##[", "#\\u{23}["))];
}
var gap = 2;
function table(columns, rows, width) {
  if (rows.length === 0) return [];
  const titles = columns.map(({ title }) => title === void 0 ? [] : [own(title, "dim")]);
  const all = columns.some(({ title }) => title !== void 0) ? [titles, ...rows] : rows;
  const widths = fitted(
    columns.map((_, index) => Math.max(...all.map((cells) => widthOf(cells[index] ?? [])))),
    width
  );
  return all.flatMap((cells) => rowLines(cells, columns, widths));
}
function fitted(natural, width) {
  const widths = [...natural];
  const room = width - gap * (widths.length - 1);
  for (; ; ) {
    const excess = widths.reduce((sum, columns) => sum + columns, 0) - room;
    const widest = Math.max(...widths);
    if (excess <= 0 || widest <= 8) return widths;
    const next = Math.max(0, ...widths.filter((columns) => columns < widest));
    const step = Math.max(1, Math.min(excess, widest - next));
    widths[widths.lastIndexOf(widest)] = Math.max(
      8,
      widest - (widths.filter((columns) => columns === widest).length > 1 ? 1 : step)
    );
  }
}
function rowLines(cells, columns, widths) {
  const wrapped = columns.map(
    (column, index) => cellLines(cells[index] ?? [], widths[index] ?? 1, column.clip ?? false)
  );
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_, lineIndex) => trimmed(
      columns.flatMap(({ align }, index) => {
        const content = wrapped[index]?.[lineIndex] ?? [];
        const fill = own(" ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(content))));
        const between = index === 0 ? [] : [own(" ".repeat(gap))];
        return align === "left" ? [...between, ...content, fill] : [...between, fill, ...content];
      })
    )
  );
}
function cellLines(cell, width, clip) {
  return clip && widthOf(cell) > width ? [clipped(cell, width)] : wrap(cell, width);
}
function trimmed(line) {
  const end = line.findLastIndex(({ text }) => text.trim() !== "");
  return line.slice(0, end + 1);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  columnsOf,
  foreign,
  indented,
  labelled,
  layoutWidth,
  own,
  pageOf,
  prose,
  table,
  wrap
});
