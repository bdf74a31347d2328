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
  baselineWords: () => baselineWords,
  carriedBy: () => carriedBy,
  carriedLines: () => carriedLines,
  changeLines: () => changeLines,
  changesOf: () => changesOf,
  layersOf: () => layersOf,
  numberRows: () => numberRows,
  numbersOf: () => numbersOf,
  phrase: () => phrase,
  placeOfLayer: () => placeOfLayer,
  pullText: () => pullText,
  rewrittenWords: () => rewrittenWords,
  sentence: () => sentence,
  variantsOf: () => variantsOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
function placeOfLayer({ perLayer, baseLayers }, index) {
  const lines = perLayer[index]?.dockerfile;
  if (baseLayers !== void 0 && index < baseLayers) return "the base image";
  return lines ? { lines } : `layer ${index}`;
}
function numberRows({ measurement, base, change }) {
  const rows = [onDisk(measurement, base, change), toPull(measurement, base, change), hidden(measurement, base)];
  return [...rows.filter((row) => row !== void 0), layers(measurement, base)];
}
function onDisk(after, before, change) {
  if (!before) return { label: "On disk", after: (0, import_chunk_CCPWSZ7L.formatBytes)(after.unpackedBytes), notes: [] };
  const delta = after.unpackedBytes - before.unpackedBytes;
  const share = before.unpackedBytes > 0 && delta !== 0 ? ` (${signedRatio(delta / before.unpackedBytes)})` : "";
  const parts = change?.ownDeltaBytes !== void 0 && change.baseDeltaBytes !== void 0 ? [
    [
      `${(0, import_chunk_CCPWSZ7L.formatDelta)(change.ownDeltaBytes)} yours, ${(0, import_chunk_CCPWSZ7L.formatDelta)(change.baseDeltaBytes)} base image`,
      ...otherBase(change)
    ]
  ] : [];
  return {
    label: "On disk",
    ...pair(before.unpackedBytes, after.unpackedBytes),
    notes: [[`${(0, import_chunk_CCPWSZ7L.formatDelta)(delta)}${share}`], ...change?.isNoise ? [["build noise: logs and caches"]] : parts]
  };
}
function otherBase({ baseImage }) {
  return baseImage ? ["from", { name: baseImage.before }, "to", { name: baseImage.after }] : [];
}
function toPull(after, before, change) {
  if (!after.pull) return void 0;
  const notes = [
    ...change?.pullDelta ? [[`${change.pullDelta.exact ? "" : "≈ "}${(0, import_chunk_CCPWSZ7L.formatDelta)(change.pullDelta.bytes)}`]] : [],
    ...change?.deltaPullBytes === void 0 ? [] : [[`${(0, import_chunk_CCPWSZ7L.formatBytes)(change.deltaPullBytes)} for a node that has the baseline`]]
  ];
  const row = { label: "To pull", after: pullText(after.pull), notes };
  return before?.pull ? { ...row, before: pullText(before.pull) } : row;
}
function hidden(after, before) {
  const pairs = (0, import_chunk_SBBVQVTE.hiddenPairs)(after);
  const worst = pairs[0];
  const cause = worst && after.hiddenBytes > 0 ? [placeOfLayer(after, worst.hiddenBy), import_chunk_SBBVQVTE.hidingVerbs[worst.how], placeOfLayer(after, worst.addedBy), "wrote"] : [];
  const rest = pairs.length > 1 ? [[`${pairs.length - 1} more below`]] : [];
  const notes = cause.length > 0 ? [cause, ...rest] : [];
  if (!before) return { label: "Hidden", after: (0, import_chunk_CCPWSZ7L.formatBytes)(after.hiddenBytes), notes };
  return { label: "Hidden", ...pair(before.hiddenBytes, after.hiddenBytes), notes };
}
function layers(after, before) {
  const { baseLayers, emptyLayers } = after;
  const split = baseLayers === void 0 ? [] : [`${after.layers - baseLayers} own, ${baseLayers} base`];
  const words = [...split, ...emptyLayers > 0 ? [`${emptyLayers} empty`] : []].join(", ");
  const row = { label: "Layers", after: String(after.layers), notes: words === "" ? [] : [[words]] };
  return before ? { ...row, before: String(before.layers) } : row;
}
function pullText({ bytes, exact }) {
  return exact ? (0, import_chunk_CCPWSZ7L.formatBytes)(bytes) : `≈ ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`;
}
function signedRatio(ratio) {
  return ratio < 0 ? `−${(0, import_chunk_CCPWSZ7L.formatRatio)(-ratio)}` : `+${(0, import_chunk_CCPWSZ7L.formatRatio)(ratio)}`;
}
function pair(before, after) {
  const [one, other] = (0, import_chunk_CCPWSZ7L.formatPair)(before, after);
  return { before: one, after: other };
}
function baselineWords(reason) {
  return /\bno baseline\b/i.test(reason) ? reason : `No baseline: ${reason}`;
}
var onlyForBuilds = /* @__PURE__ */ new Set(["compilers", "headers", "package-caches", "sources-and-vcs"]);
var worthBytes = 1e6;
var worthRatio = 0.01;
function carriedBy(image) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return void 0;
  const { measurement, variant } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const kinds = measurement.byKind.filter(({ kind, ownBytes = 0 }) => ownBytes > 0 && onlyForBuilds.has(kind)).toSorted((one, other) => (other.ownBytes ?? 0) - (one.ownBytes ?? 0));
  const bytes = kinds.reduce((sum, { ownBytes = 0 }) => sum + ownBytes, 0);
  if (bytes === 0 || bytes < worthBytes && bytes < measurement.unpackedBytes * worthRatio) return void 0;
  const verb = variant.name === "multi-stage" ? "Still ships" : "Ships";
  return {
    intro: `${verb} ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} that only a build needs`,
    parts: kinds.map((one) => partOf(measurement, one))
  };
}
function partOf(measurement, { kind, ownBytes = 0, layer }) {
  const what = `${import_chunk_SBBVQVTE.kindNames[kind]} ${(0, import_chunk_CCPWSZ7L.formatBytes)(ownBytes)}`;
  return layer === void 0 ? [what] : [`${what} from`, placeOfLayer(measurement, layer)];
}
function rewrittenWords({ rewritten }) {
  if (!rewritten || rewritten.files === rewritten.noisyFiles) return void 0;
  const { files, bytes, noisyFiles } = rewritten;
  const noisy = noisyFiles === 0 ? "" : `, ${noisyFiles} of them known to differ from build to build`;
  return `${(0, import_chunk_DRSZDVSV.plural)(files, "file")} kept ${files === 1 ? "its" : "their"} size with other contents: ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}${noisy}.`;
}
function phrase(words) {
  return words.flatMap((word, index) => {
    const span = typeof word === "string" ? (0, import_chunk_N6PDAGX7.own)(word) : "lines" in word ? (0, import_chunk_N6PDAGX7.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(word.lines), "name") : (0, import_chunk_N6PDAGX7.foreign)(word.name, "name");
    return index > 0 ? [(0, import_chunk_N6PDAGX7.own)(" "), span] : [span];
  });
}
function numbersOf(image, width) {
  const hasBase = image.baseline.state === "found";
  const rows = numberRows((0, import_chunk_SBBVQVTE.gatedOf)(image)).map((row) => {
    const notes = row.notes.flatMap((words, index) => [...index > 0 ? [(0, import_chunk_N6PDAGX7.own)(" · ")] : [], ...phrase(words)]);
    const after = [(0, import_chunk_N6PDAGX7.own)(row.after, "bold")];
    return hasBase ? [[(0, import_chunk_N6PDAGX7.own)(row.label)], [(0, import_chunk_N6PDAGX7.own)(row.before ?? "")], after, notes] : [[(0, import_chunk_N6PDAGX7.own)(row.label)], after, notes];
  });
  const left = { align: "left" };
  const columns = hasBase ? [left, { align: "right", title: "base" }, { align: "right", title: "this change" }, left] : [left, { align: "right" }, left];
  const { baseline } = image;
  const reason = baseline.state === "none" ? (0, import_chunk_N6PDAGX7.wrap)((0, import_chunk_N6PDAGX7.prose)(baselineWords(baseline.reason)), width) : [];
  return [...(0, import_chunk_N6PDAGX7.table)(columns, rows, width), ...reason, ...trendLines(image, width)];
}
function trendLines(image, width) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  return trend ? (0, import_chunk_N6PDAGX7.labelled)("History", 9, [(0, import_chunk_N6PDAGX7.own)(trend.spark, "bold"), (0, import_chunk_N6PDAGX7.own)(` ${trend.words}`)], width) : [];
}
function variantsOf(image, width) {
  const comparisons = (0, import_chunk_SBBVQVTE.variantComparisons)(image);
  if (comparisons.length === 0) return [];
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes), 1);
  const names = Math.min(
    30,
    Math.max(...image.variants.map(({ name }) => (0, import_chunk_N6PDAGX7.columnsOf)((0, import_chunk_N6PDAGX7.foreign)(name, void 0, 30).text)))
  );
  const cells = Math.max(8, Math.min(48, width - names - 13));
  const bars = image.variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes).map(({ name, measurement: { unpackedBytes } }) => [
    [(0, import_chunk_N6PDAGX7.foreign)(name, name === image.gated ? "bold" : void 0, 30)],
    [(0, import_chunk_N6PDAGX7.own)((0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes))],
    [
      (0, import_chunk_N6PDAGX7.own)(
        "█".repeat(Math.max(unpackedBytes > 0 ? 1 : 0, Math.round(unpackedBytes / longest * cells))),
        name === image.gated ? "good" : "dim"
      )
    ]
  ]);
  const sentences = comparisons.flatMap((comparison) => (0, import_chunk_N6PDAGX7.wrap)(sentence(comparison, comparisons.length > 1), width));
  return [...(0, import_chunk_N6PDAGX7.table)([{ align: "left" }, { align: "right" }, { align: "left" }], bars, width), ...sentences];
}
function sentence(comparison, named) {
  const { before, after, beforeBytes, unpackedDeltaBytes } = comparison;
  const kinds = (0, import_chunk_SBBVQVTE.kindsInWords)(comparison);
  const share = beforeBytes > 0 ? ` (${(0, import_chunk_CCPWSZ7L.formatRatio)(Math.abs(unpackedDeltaBytes) / beforeBytes)})` : "";
  const amount = unpackedDeltaBytes < 0 ? `${(0, import_chunk_CCPWSZ7L.formatBytes)(-unpackedDeltaBytes)}${share} stay behind` : `${(0, import_chunk_CCPWSZ7L.formatDelta)(unpackedDeltaBytes)}${unpackedDeltaBytes > 0 ? share : ""}`;
  const names = named ? [(0, import_chunk_N6PDAGX7.foreign)(before, "name"), (0, import_chunk_N6PDAGX7.own)(" → "), (0, import_chunk_N6PDAGX7.foreign)(after, "name"), (0, import_chunk_N6PDAGX7.own)(": ")] : [];
  return [...names, (0, import_chunk_N6PDAGX7.own)(amount, "bold"), (0, import_chunk_N6PDAGX7.own)(kinds === "" ? "" : `: ${kinds}`)];
}
function carriedLines(image, width) {
  const carried = carriedBy(image);
  if (!carried) return [];
  const parts = carried.parts.flatMap((words, index) => [(0, import_chunk_N6PDAGX7.own)(index === 0 ? ": " : ", "), ...phrase(words)]);
  return (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(carried.intro, "bold"), ...parts], width);
}
var shownRows = 10;
function changesOf(image, width) {
  const { change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  return change ? changeLines(change, width) : [];
}
var value = (side) => side === void 0 ? (0, import_chunk_N6PDAGX7.own)("–") : (0, import_chunk_N6PDAGX7.foreign)(side, void 0, 60);
var baseMark = ({ ofBase }) => ofBase ? [(0, import_chunk_N6PDAGX7.own)(" (base image)", "dim")] : [];
function changeLines(change, width) {
  const { packages, grew, config } = change;
  const rows = [
    ...packages.map((row) => [
      [(0, import_chunk_N6PDAGX7.own)((0, import_chunk_CCPWSZ7L.formatDelta)(row.deltaBytes))],
      [(0, import_chunk_N6PDAGX7.foreign)(row.name, "name"), (0, import_chunk_N6PDAGX7.own)(" "), value(row.before), (0, import_chunk_N6PDAGX7.own)(" → "), value(row.after), ...baseMark(row)]
    ]),
    ...grew.map((row) => [[(0, import_chunk_N6PDAGX7.own)((0, import_chunk_CCPWSZ7L.formatDelta)(row.deltaBytes))], [(0, import_chunk_N6PDAGX7.foreign)(row.path, "name"), ...baseMark(row)]]),
    ...config.map((row) => [
      [(0, import_chunk_N6PDAGX7.own)("")],
      [(0, import_chunk_N6PDAGX7.foreign)(row.field, "name"), (0, import_chunk_N6PDAGX7.own)(" "), value(row.before), (0, import_chunk_N6PDAGX7.own)(" → "), value(row.after)]
    ])
  ];
  const words = rewrittenWords(change);
  const rewritten = words === void 0 ? [] : (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(words)], width);
  if (rows.length === 0 && rewritten.length === 0) return [];
  const rest = rows.length - shownRows;
  const shown = (0, import_chunk_N6PDAGX7.table)([{ align: "right" }, { align: "left" }], rows.slice(0, shownRows), width);
  return [[(0, import_chunk_N6PDAGX7.own)("Changed", "bold")], ...shown, ...rest > 0 ? [[(0, import_chunk_N6PDAGX7.own)(`… and ${rest} more`, "dim")]] : [], ...rewritten];
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
  return (0, import_chunk_N6PDAGX7.table)(shown, rows, width);
}
function layerRow(measurement, layer, index) {
  return [
    [(0, import_chunk_N6PDAGX7.own)(String(index), "dim")],
    [(0, import_chunk_N6PDAGX7.own)((0, import_chunk_CCPWSZ7L.formatBytes)(layer.unpackedBytes))],
    hiddenCell(layer.unpackedBytes - layer.visibleBytes),
    phrase([placeOfLayer(measurement, index)]),
    [(0, import_chunk_N6PDAGX7.foreign)((0, import_chunk_SBBVQVTE.commandOfLayer)(layer), "dim", 120)]
  ];
}
function baseRow(base) {
  const unpackedBytes = base.reduce((sum, layer) => sum + layer.unpackedBytes, 0);
  const visibleBytes = base.reduce((sum, layer) => sum + layer.visibleBytes, 0);
  return [
    [(0, import_chunk_N6PDAGX7.own)(base.length === 1 ? "0" : `0–${base.length - 1}`, "dim")],
    [(0, import_chunk_N6PDAGX7.own)((0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes))],
    hiddenCell(unpackedBytes - visibleBytes),
    [(0, import_chunk_N6PDAGX7.own)("the base image")],
    []
  ];
}
function hiddenCell(hiddenBytes) {
  return hiddenBytes === 0 ? [] : [(0, import_chunk_N6PDAGX7.own)((0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes), "warning")];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  baselineWords,
  carriedBy,
  carriedLines,
  changeLines,
  changesOf,
  layersOf,
  numberRows,
  numbersOf,
  phrase,
  placeOfLayer,
  pullText,
  rewrittenWords,
  sentence,
  variantsOf
});
