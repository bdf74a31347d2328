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
  changeLines: () => changeLines,
  changedKinds: () => changedKinds,
  changesOf: () => changesOf,
  commandOfLayer: () => commandOfLayer,
  gatedOf: () => gatedOf,
  hidingVerbs: () => hidingVerbs,
  isMeasured: () => isMeasured,
  kindNames: () => kindNames,
  kindsInWords: () => kindsInWords,
  layersOf: () => layersOf,
  numberRows: () => numberRows,
  numbersOf: () => numbersOf,
  phrase: () => phrase,
  placeOfLayer: () => placeOfLayer,
  pullText: () => pullText,
  sentence: () => sentence,
  variantComparisons: () => variantComparisons,
  variantsOf: () => variantsOf
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_U4BLCYBR = require("./chunk-U4BLCYBR.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
function isMeasured({ variants }) {
  return variants.length > 0;
}
function gatedOf(image) {
  const variant = image.variants.find(({ name }) => name === image.gated) ?? image.variants[0];
  if (!variant) throw new Error(`The result of image ${JSON.stringify(image.name)} holds no variant.`);
  const change = image.comparisons.find(({ kind }) => kind === "baseline");
  return {
    variant,
    measurement: variant.measurement,
    ...image.baseline.state === "found" && { base: image.baseline.measurement },
    ...change && { change }
  };
}
function variantComparisons(image) {
  return image.comparisons.filter(({ kind }) => kind === "variant").toSorted((one, other) => one.unpackedDeltaBytes - other.unpackedDeltaBytes);
}
var kindNames = {
  compilers: "compilers",
  headers: "headers",
  "package-caches": "package lists and caches",
  "sources-and-vcs": "sources and version control",
  documentation: "documentation",
  "language-dependencies": "language dependencies",
  "base-system": "system files",
  application: "application files",
  "base-image": "base image difference"
};
function changedKinds({ byKind }) {
  return byKind.filter(({ deltaBytes }) => deltaBytes !== 0).toSorted((one, other) => Math.abs(other.deltaBytes) - Math.abs(one.deltaBytes));
}
function kindsInWords(comparison) {
  const kinds = changedKinds(comparison);
  const named = (some) => some.map(({ kind, deltaBytes }) => `${kindNames[kind]} ${(0, import_chunk_CCPWSZ7L.formatBytes)(Math.abs(deltaBytes))}`).join(", ");
  const left = named(kinds.filter(({ deltaBytes }) => deltaBytes < 0));
  const added = named(kinds.filter(({ deltaBytes }) => deltaBytes > 0));
  return [left, ...added === "" ? [] : [`added: ${added}`]].filter((part) => part !== "").join("; ");
}
function hiddenPairs({ hidden: hidden2 }) {
  const pairs = /* @__PURE__ */ new Map();
  for (const { addedBy, hiddenBy, bytes, how } of hidden2) {
    const key = `${addedBy} ${hiddenBy}`;
    const known = pairs.get(key) ?? { bytes: 0, copies: 0, addedBy, hiddenBy, how };
    pairs.set(key, { ...known, bytes: known.bytes + bytes, copies: known.copies + 1 });
  }
  return [...pairs.values()].sort((one, other) => other.bytes - one.bytes);
}
var hidingVerbs = {
  deleted: "deletes what",
  "directory-deleted": "deletes what",
  opaque: "replaces folders that",
  overwritten: "overwrites what",
  "metadata-only": "changes only mode, owner or time of what"
};
function commandOfLayer({ createdBy }) {
  return createdBy.replace(/^\|\d+ .*?(?=\/bin\/sh -c )/, "").replace(/^\/bin\/sh -c #\(nop\)\s+/, "").replace(/^(?:RUN )?\/bin\/sh -c /, "RUN ").replace(/\s*# buildkit$/, "").replaceAll(/\s+/g, " ").replaceAll(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, "$1…").trim();
}
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
  const parts = change?.ownDeltaBytes !== void 0 && change.baseDeltaBytes !== void 0 ? [[`${(0, import_chunk_CCPWSZ7L.formatDelta)(change.ownDeltaBytes)} yours, ${(0, import_chunk_CCPWSZ7L.formatDelta)(change.baseDeltaBytes)} base image`]] : [];
  return {
    label: "On disk",
    ...pair(before.unpackedBytes, after.unpackedBytes),
    notes: [[`${(0, import_chunk_CCPWSZ7L.formatDelta)(delta)}${share}`], ...parts]
  };
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
  const pairs = hiddenPairs(after);
  const worst = pairs[0];
  const cause = worst && after.hiddenBytes > 0 ? [placeOfLayer(after, worst.hiddenBy), hidingVerbs[worst.how], placeOfLayer(after, worst.addedBy), "wrote"] : [];
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
function phrase(words) {
  return words.flatMap((word, index) => {
    const span = typeof word === "string" ? (0, import_chunk_U4BLCYBR.own)(word) : "lines" in word ? (0, import_chunk_U4BLCYBR.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(word.lines), "name") : (0, import_chunk_U4BLCYBR.foreign)(word.name, "name");
    return index > 0 ? [(0, import_chunk_U4BLCYBR.own)(" "), span] : [span];
  });
}
function numbersOf(image, width) {
  const hasBase = image.baseline.state === "found";
  const rows = numberRows(gatedOf(image)).map((row) => {
    const notes = row.notes.flatMap((words, index) => [...index > 0 ? [(0, import_chunk_U4BLCYBR.own)(" · ")] : [], ...phrase(words)]);
    const after = [(0, import_chunk_U4BLCYBR.own)(row.after, "bold")];
    return hasBase ? [[(0, import_chunk_U4BLCYBR.own)(row.label)], [(0, import_chunk_U4BLCYBR.own)(row.before ?? "")], after, notes] : [[(0, import_chunk_U4BLCYBR.own)(row.label)], after, notes];
  });
  const left = { align: "left" };
  const columns = hasBase ? [left, { align: "right", title: "base" }, { align: "right", title: "this change" }, left] : [left, { align: "right" }, left];
  const { baseline } = image;
  const reason = baseline.state === "none" ? (0, import_chunk_U4BLCYBR.wrap)((0, import_chunk_U4BLCYBR.prose)(baselineWords(baseline.reason)), width) : [];
  return [...(0, import_chunk_U4BLCYBR.table)(columns, rows, width), ...reason];
}
function variantsOf(image, width) {
  const comparisons = variantComparisons(image);
  if (comparisons.length === 0) return [];
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes), 1);
  const names = Math.min(
    30,
    Math.max(...image.variants.map(({ name }) => (0, import_chunk_U4BLCYBR.columnsOf)((0, import_chunk_U4BLCYBR.foreign)(name, void 0, 30).text)))
  );
  const cells = Math.max(8, Math.min(48, width - names - 13));
  const bars = image.variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes).map(({ name, measurement: { unpackedBytes } }) => [
    [(0, import_chunk_U4BLCYBR.foreign)(name, name === image.gated ? "bold" : void 0, 30)],
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes))],
    [
      (0, import_chunk_U4BLCYBR.own)(
        "█".repeat(Math.max(unpackedBytes > 0 ? 1 : 0, Math.round(unpackedBytes / longest * cells))),
        name === image.gated ? "good" : "dim"
      )
    ]
  ]);
  const sentences = comparisons.flatMap((comparison) => (0, import_chunk_U4BLCYBR.wrap)(sentence(comparison, comparisons.length > 1), width));
  return [...(0, import_chunk_U4BLCYBR.table)([{ align: "left" }, { align: "right" }, { align: "left" }], bars, width), ...sentences];
}
function sentence(comparison, named) {
  const { before, after, beforeBytes, unpackedDeltaBytes } = comparison;
  const kinds = kindsInWords(comparison);
  const share = beforeBytes > 0 ? ` (${(0, import_chunk_CCPWSZ7L.formatRatio)(Math.abs(unpackedDeltaBytes) / beforeBytes)})` : "";
  const amount = unpackedDeltaBytes < 0 ? `${(0, import_chunk_CCPWSZ7L.formatBytes)(-unpackedDeltaBytes)}${share} stay behind` : `${(0, import_chunk_CCPWSZ7L.formatDelta)(unpackedDeltaBytes)}${unpackedDeltaBytes > 0 ? share : ""}`;
  const names = named ? [(0, import_chunk_U4BLCYBR.foreign)(before, "name"), (0, import_chunk_U4BLCYBR.own)(" → "), (0, import_chunk_U4BLCYBR.foreign)(after, "name"), (0, import_chunk_U4BLCYBR.own)(": ")] : [];
  return [...names, (0, import_chunk_U4BLCYBR.own)(amount, "bold"), (0, import_chunk_U4BLCYBR.own)(kinds === "" ? "" : `: ${kinds}`)];
}
var shownRows = 10;
function changesOf(image, width) {
  const { change } = gatedOf(image);
  return change ? changeLines(change, width) : [];
}
var value = (side) => side === void 0 ? (0, import_chunk_U4BLCYBR.own)("–") : (0, import_chunk_U4BLCYBR.foreign)(side, void 0, 60);
function changeLines({ packages, grew, config }, width) {
  const rows = [
    ...packages.map((row) => [
      [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatDelta)(row.deltaBytes))],
      [(0, import_chunk_U4BLCYBR.foreign)(row.name, "name"), (0, import_chunk_U4BLCYBR.own)(" "), value(row.before), (0, import_chunk_U4BLCYBR.own)(" → "), value(row.after)]
    ]),
    ...grew.map((row) => [[(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatDelta)(row.deltaBytes))], [(0, import_chunk_U4BLCYBR.foreign)(row.path, "name")]]),
    ...config.map((row) => [
      [(0, import_chunk_U4BLCYBR.own)("")],
      [(0, import_chunk_U4BLCYBR.foreign)(row.field, "name"), (0, import_chunk_U4BLCYBR.own)(" "), value(row.before), (0, import_chunk_U4BLCYBR.own)(" → "), value(row.after)]
    ])
  ];
  if (rows.length === 0) return [];
  const rest = rows.length - shownRows;
  const shown = (0, import_chunk_U4BLCYBR.table)([{ align: "right" }, { align: "left" }], rows.slice(0, shownRows), width);
  return [[(0, import_chunk_U4BLCYBR.own)("Changed", "bold")], ...shown, ...rest > 0 ? [[(0, import_chunk_U4BLCYBR.own)(`… and ${rest} more`, "dim")]] : []];
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
  return (0, import_chunk_U4BLCYBR.table)(shown, rows, width);
}
function layerRow(measurement, layer, index) {
  return [
    [(0, import_chunk_U4BLCYBR.own)(String(index), "dim")],
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(layer.unpackedBytes))],
    hiddenCell(layer.unpackedBytes - layer.visibleBytes),
    phrase([placeOfLayer(measurement, index)]),
    [(0, import_chunk_U4BLCYBR.foreign)(commandOfLayer(layer), "dim", 120)]
  ];
}
function baseRow(base) {
  const unpackedBytes = base.reduce((sum, layer) => sum + layer.unpackedBytes, 0);
  const visibleBytes = base.reduce((sum, layer) => sum + layer.visibleBytes, 0);
  return [
    [(0, import_chunk_U4BLCYBR.own)(base.length === 1 ? "0" : `0–${base.length - 1}`, "dim")],
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes))],
    hiddenCell(unpackedBytes - visibleBytes),
    [(0, import_chunk_U4BLCYBR.own)("the base image")],
    []
  ];
}
function hiddenCell(hiddenBytes) {
  return hiddenBytes === 0 ? [] : [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes), "warning")];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  baselineWords,
  changeLines,
  changedKinds,
  changesOf,
  commandOfLayer,
  gatedOf,
  hidingVerbs,
  isMeasured,
  kindNames,
  kindsInWords,
  layersOf,
  numberRows,
  numbersOf,
  phrase,
  placeOfLayer,
  pullText,
  sentence,
  variantComparisons,
  variantsOf
});
