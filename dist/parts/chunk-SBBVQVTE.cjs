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
  changedKinds: () => changedKinds,
  commandOfLayer: () => commandOfLayer,
  gatedOf: () => gatedOf,
  hiddenPairs: () => hiddenPairs,
  hidingVerbs: () => hidingVerbs,
  isMeasured: () => isMeasured,
  kindNames: () => kindNames,
  kindsInWords: () => kindsInWords,
  sparkline: () => sparkline,
  trendOf: () => trendOf,
  trendThrough: () => trendThrough,
  unmeasuredInWords: () => unmeasuredInWords,
  variantComparisons: () => variantComparisons,
  whyUnmeasured: () => whyUnmeasured
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
function isMeasured({ variants }) {
  return variants.length > 0;
}
function unmeasuredInWords({ stated }) {
  return stated ? "layers not read" : "not built";
}
function whyUnmeasured({ notBuilt, stated }) {
  if (!stated) return notBuilt ?? "There is no image.";
  const { layers, pull } = stated.measurement;
  const toPull = pull ? `, ${pull.exact ? "" : "≈ "}${(0, import_chunk_CCPWSZ7L.formatBytes)(pull.bytes)} to pull` : "";
  return `${stated.reason} It has ${layers} ${layers === 1 ? "layer" : "layers"}${toPull}.`;
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
function hiddenPairs({ hidden }) {
  const pairs = /* @__PURE__ */ new Map();
  for (const { addedBy, hiddenBy, bytes, how } of hidden) {
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
function trendOf(image) {
  const { history = [] } = image;
  if (history.length < 2 || !isMeasured(image)) return void 0;
  const { unpackedBytes, layers } = gatedOf(image).measurement;
  return trendThrough(history, { unpackedBytes, layers });
}
function trendThrough(points, now) {
  const [first] = points;
  if (!first) return void 0;
  const past = points.map(({ commit, committedAt, release, unpackedBytes, layers }) => ({
    day: dayOf(committedAt),
    commit,
    ...release !== void 0 && { release },
    unpackedBytes,
    layers
  }));
  const all = now ? [...past, now] : past;
  const rows = all.map((row, index) => {
    const before = all[index - 1];
    return before ? { ...row, deltaBytes: row.unpackedBytes - before.unpackedBytes } : row;
  });
  const sizes = rows.map(({ unpackedBytes }) => unpackedBytes);
  return { rows, spark: sparkline(sizes), words: wordsOf(sizes, points.length, dayOf(first.committedAt)) };
}
function dayOf(seconds) {
  const date = new Date(seconds * 1e3);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
function wordsOf(sizes, recorded, day) {
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  const over = `over ${(0, import_chunk_DRSZDVSV.plural)(recorded, "recorded commit")}${day === "" ? "" : ` since ${day}`}`;
  if (first === last) return `${(0, import_chunk_CCPWSZ7L.formatBytes)(last)}, as it was, ${over}`;
  const ratio = first === 0 ? void 0 : (last - first) / first;
  const change = ratio === void 0 ? (0, import_chunk_CCPWSZ7L.formatDelta)(last - first) : `${ratio < 0 ? "−" : "+"}${(0, import_chunk_CCPWSZ7L.formatRatio)(Math.abs(ratio))}`;
  const [from, to] = [(0, import_chunk_CCPWSZ7L.formatBytes)(first), (0, import_chunk_CCPWSZ7L.formatBytes)(last)];
  return from === to ? `${to}, ${(0, import_chunk_CCPWSZ7L.formatDelta)(last - first)} (${change}) ${over}` : `${from} → ${to} (${change}) ${over}`;
}
var levels = "▁▂▃▄▅▆▇█";
var leastRangeRatio = 0.02;
var sparkCells = 30;
function sparkline(sizes) {
  const shown = sizes.slice(-sparkCells);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const range = Math.max(most - least, most * leastRangeRatio, 1);
  return shown.map((size) => levels[Math.round((size - least) / range * (levels.length - 1))] ?? "").join("");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  changedKinds,
  commandOfLayer,
  gatedOf,
  hiddenPairs,
  hidingVerbs,
  isMeasured,
  kindNames,
  kindsInWords,
  sparkline,
  trendOf,
  trendThrough,
  unmeasuredInWords,
  variantComparisons,
  whyUnmeasured
});
