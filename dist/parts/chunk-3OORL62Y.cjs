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
  numberRows: () => numberRows,
  placeOfLayer: () => placeOfLayer,
  pullText: () => pullText,
  rewrittenWords: () => rewrittenWords
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
function placeOfLayer({ perLayer, baseLayers }, index) {
  const lines = perLayer[index]?.dockerfile;
  if (baseLayers !== void 0 && index < baseLayers) return "the base image";
  return lines ? { lines } : `layer ${index}`;
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
function rewrittenWords({ rewritten }) {
  if (!rewritten || rewritten.files === rewritten.noisyFiles) return void 0;
  const { files, bytes, noisyFiles } = rewritten;
  const noisy = noisyFiles === 0 ? "" : `, ${noisyFiles} of them known to differ from build to build`;
  return `${(0, import_chunk_DRSZDVSV.plural)(files, "file")} kept ${files === 1 ? "its" : "their"} size with other contents: ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}${noisy}.`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  baselineWords,
  carriedBy,
  numberRows,
  placeOfLayer,
  pullText,
  rewrittenWords
});
