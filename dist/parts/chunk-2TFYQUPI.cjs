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
  carriedLines: () => carriedLines,
  changeLines: () => changeLines,
  changesOf: () => changesOf,
  layersOf: () => layersOf,
  numbersOf: () => numbersOf,
  phrase: () => phrase,
  sentence: () => sentence,
  variantsOf: () => variantsOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
function phrase(words) {
  return words.flatMap((word, index) => {
    const span = typeof word === "string" ? (0, import_chunk_7YMEJKHB.own)(word) : "lines" in word ? (0, import_chunk_7YMEJKHB.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(word.lines), "name") : (0, import_chunk_7YMEJKHB.foreign)(word.name, "name");
    return index > 0 ? [(0, import_chunk_7YMEJKHB.own)(" "), span] : [span];
  });
}
function numbersOf(image, width) {
  const hasBase = image.baseline.state === "found";
  const rows = (0, import_chunk_3OORL62Y.numberRows)((0, import_chunk_SBBVQVTE.gatedOf)(image)).map((row) => {
    const notes = row.notes.flatMap((words, index) => [...index > 0 ? [(0, import_chunk_7YMEJKHB.own)(" · ")] : [], ...phrase(words)]);
    const after = [(0, import_chunk_7YMEJKHB.own)(row.after, "bold")];
    return hasBase ? [[(0, import_chunk_7YMEJKHB.own)(row.label)], [(0, import_chunk_7YMEJKHB.own)(row.before ?? "")], after, notes] : [[(0, import_chunk_7YMEJKHB.own)(row.label)], after, notes];
  });
  const left = { align: "left" };
  const columns = hasBase ? [left, { align: "right", title: "base" }, { align: "right", title: "this change" }, left] : [left, { align: "right" }, left];
  const { baseline } = image;
  const reason = baseline.state === "none" ? (0, import_chunk_7YMEJKHB.wrap)((0, import_chunk_7YMEJKHB.prose)((0, import_chunk_3OORL62Y.baselineWords)(baseline.reason)), width) : [];
  return [...(0, import_chunk_7YMEJKHB.table)(columns, rows, width), ...reason, ...trendLines(image, width)];
}
function trendLines(image, width) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  return trend ? (0, import_chunk_7YMEJKHB.labelled)("History", 9, [(0, import_chunk_7YMEJKHB.own)(trend.spark, "bold"), (0, import_chunk_7YMEJKHB.own)(` ${trend.words}`)], width) : [];
}
function variantsOf(image, width) {
  const comparisons = (0, import_chunk_SBBVQVTE.variantComparisons)(image);
  if (comparisons.length === 0) return [];
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes), 1);
  const names = Math.min(
    30,
    Math.max(...image.variants.map(({ name }) => (0, import_chunk_7YMEJKHB.columnsOf)((0, import_chunk_7YMEJKHB.foreign)(name, void 0, 30).text)))
  );
  const cells = Math.max(8, Math.min(48, width - names - 13));
  const bars = image.variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes).map(({ name, measurement: { unpackedBytes } }) => [
    [(0, import_chunk_7YMEJKHB.foreign)(name, name === image.gated ? "bold" : void 0, 30)],
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes))],
    [
      (0, import_chunk_7YMEJKHB.own)(
        "█".repeat(Math.max(unpackedBytes > 0 ? 1 : 0, Math.round(unpackedBytes / longest * cells))),
        name === image.gated ? "good" : "dim"
      )
    ]
  ]);
  const sentences = comparisons.flatMap((comparison) => (0, import_chunk_7YMEJKHB.wrap)(sentence(comparison, comparisons.length > 1), width));
  return [...(0, import_chunk_7YMEJKHB.table)([{ align: "left" }, { align: "right" }, { align: "left" }], bars, width), ...sentences];
}
function sentence(comparison, named) {
  const { before, after, beforeBytes, unpackedDeltaBytes } = comparison;
  const kinds = (0, import_chunk_SBBVQVTE.kindsInWords)(comparison);
  const share = beforeBytes > 0 ? ` (${(0, import_chunk_CCPWSZ7L.formatRatio)(Math.abs(unpackedDeltaBytes) / beforeBytes)})` : "";
  const amount = unpackedDeltaBytes < 0 ? `${(0, import_chunk_CCPWSZ7L.formatBytes)(-unpackedDeltaBytes)}${share} stay behind` : `${(0, import_chunk_CCPWSZ7L.formatDelta)(unpackedDeltaBytes)}${unpackedDeltaBytes > 0 ? share : ""}`;
  const names = named ? [(0, import_chunk_7YMEJKHB.foreign)(before, "name"), (0, import_chunk_7YMEJKHB.own)(" → "), (0, import_chunk_7YMEJKHB.foreign)(after, "name"), (0, import_chunk_7YMEJKHB.own)(": ")] : [];
  return [...names, (0, import_chunk_7YMEJKHB.own)(amount, "bold"), (0, import_chunk_7YMEJKHB.own)(kinds === "" ? "" : `: ${kinds}`)];
}
function carriedLines(image, width) {
  const carried = (0, import_chunk_3OORL62Y.carriedBy)(image);
  if (!carried) return [];
  const parts = carried.parts.flatMap((words, index) => [(0, import_chunk_7YMEJKHB.own)(index === 0 ? ": " : ", "), ...phrase(words)]);
  return (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(carried.intro, "bold"), ...parts], width);
}
var shownRows = 10;
function changesOf(image, width) {
  const { change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  return change ? changeLines(change, width) : [];
}
var value = (side) => side === void 0 ? (0, import_chunk_7YMEJKHB.own)("–") : (0, import_chunk_7YMEJKHB.foreign)(side, void 0, 60);
var baseMark = ({ ofBase }) => ofBase ? [(0, import_chunk_7YMEJKHB.own)(" (base image)", "dim")] : [];
function changeLines(change, width) {
  const { packages, grew, config } = change;
  const rows = [
    ...packages.map((row) => [
      [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatDelta)(row.deltaBytes))],
      [(0, import_chunk_7YMEJKHB.foreign)(row.name, "name"), (0, import_chunk_7YMEJKHB.own)(" "), value(row.before), (0, import_chunk_7YMEJKHB.own)(" → "), value(row.after), ...baseMark(row)]
    ]),
    ...grew.map((row) => [[(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatDelta)(row.deltaBytes))], [(0, import_chunk_7YMEJKHB.foreign)(row.path, "name"), ...baseMark(row)]]),
    ...config.map((row) => [
      [(0, import_chunk_7YMEJKHB.own)("")],
      [(0, import_chunk_7YMEJKHB.foreign)(row.field, "name"), (0, import_chunk_7YMEJKHB.own)(" "), value(row.before), (0, import_chunk_7YMEJKHB.own)(" → "), value(row.after)]
    ])
  ];
  const words = (0, import_chunk_3OORL62Y.rewrittenWords)(change);
  const rewritten = words === void 0 ? [] : (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(words)], width);
  if (rows.length === 0 && rewritten.length === 0) return [];
  const rest = rows.length - shownRows;
  const shown = (0, import_chunk_7YMEJKHB.table)([{ align: "right" }, { align: "left" }], rows.slice(0, shownRows), width);
  return [[(0, import_chunk_7YMEJKHB.own)("Changed", "bold")], ...shown, ...rest > 0 ? [[(0, import_chunk_7YMEJKHB.own)(`… and ${rest} more`, "dim")]] : [], ...rewritten];
}
function layersOf(measurement, width, baseRows) {
  const { perLayer } = measurement;
  const baseLayers = baseRows === "folded" ? measurement.baseLayers ?? 0 : 0;
  const base = perLayer.slice(0, baseLayers);
  const ownRows = perLayer.slice(baseLayers).map((layer, index) => layerRow(measurement, layer, index + baseLayers));
  const rows = base.length > 0 ? [baseRow(base), ...ownRows] : ownRows;
  const columns = [
    { align: "right", title: "layer" },
    { align: "right", title: "on disk" },
    { align: "right", title: "hidden" },
    { align: "left", title: "where" },
    { align: "left", title: "made by", clip: true }
  ];
  const shown = width < 64 ? columns.slice(0, 4) : columns;
  return (0, import_chunk_7YMEJKHB.table)(shown, rows, width);
}
function layerRow(measurement, layer, index) {
  return [
    [(0, import_chunk_7YMEJKHB.own)(String(index), "dim")],
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(layer.unpackedBytes))],
    hiddenCell(layer.unpackedBytes - layer.visibleBytes),
    phrase([(0, import_chunk_3OORL62Y.placeOfLayer)(measurement, index)]),
    [(0, import_chunk_7YMEJKHB.foreign)((0, import_chunk_SBBVQVTE.commandOfLayer)(layer), "dim", 120)]
  ];
}
function baseRow(base) {
  const unpackedBytes = base.reduce((sum, layer) => sum + layer.unpackedBytes, 0);
  const visibleBytes = base.reduce((sum, layer) => sum + layer.visibleBytes, 0);
  return [
    [(0, import_chunk_7YMEJKHB.own)(base.length === 1 ? "0" : `0–${base.length - 1}`, "dim")],
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes))],
    hiddenCell(unpackedBytes - visibleBytes),
    [(0, import_chunk_7YMEJKHB.own)("the base image")],
    []
  ];
}
function hiddenCell(hiddenBytes) {
  return hiddenBytes === 0 ? [] : [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes), "warning")];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  carriedLines,
  changeLines,
  changesOf,
  layersOf,
  numbersOf,
  phrase,
  sentence,
  variantsOf
});
