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
  renderCompared: () => renderCompared,
  renderInspected: () => renderInspected,
  renderMeasuredNoise: () => renderMeasuredNoise
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2TFYQUPI = require("./chunk-2TFYQUPI.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
function renderComparison(comparison, options) {
  const width = (0, import_chunk_7YMEJKHB.layoutWidth)(options);
  const { before, after, beforeBytes, afterBytes, unpackedDeltaBytes } = comparison;
  const [one, other] = (0, import_chunk_CCPWSZ7L.formatPair)(beforeBytes, afterBytes);
  const share = beforeBytes > 0 ? ` (${unpackedDeltaBytes < 0 ? "−" : "+"}${(0, import_chunk_CCPWSZ7L.formatRatio)(Math.abs(unpackedDeltaBytes) / beforeBytes)})` : "";
  const deltas = [
    ["On disk", `${one} → ${other}: ${(0, import_chunk_CCPWSZ7L.formatDelta)(unpackedDeltaBytes)}${share}`],
    ...comparison.ownDeltaBytes === void 0 ? [] : [["Own layers", (0, import_chunk_CCPWSZ7L.formatDelta)(comparison.ownDeltaBytes)]],
    ...comparison.baseDeltaBytes === void 0 ? [] : [["Base image", (0, import_chunk_CCPWSZ7L.formatDelta)(comparison.baseDeltaBytes)]],
    ...comparison.pullDelta ? [["To pull", `${comparison.pullDelta.exact ? "" : "≈ "}${(0, import_chunk_CCPWSZ7L.formatDelta)(comparison.pullDelta.bytes)}`]] : [],
    ["Hidden", (0, import_chunk_CCPWSZ7L.formatDelta)(comparison.hiddenDeltaBytes)],
    ["Layers", countDelta(comparison.layersDelta)]
  ];
  const kindLines = comparison.byKind.length > 0 ? (0, import_chunk_7YMEJKHB.wrap)((0, import_chunk_2TFYQUPI.sentence)(comparison, false), width - 2) : [];
  const sections = [
    (0, import_chunk_7YMEJKHB.table)(
      [{ align: "left" }, { align: "left" }],
      deltas.map(([label, words]) => [[(0, import_chunk_7YMEJKHB.own)(label)], [(0, import_chunk_7YMEJKHB.own)(words)]]),
      width - 2
    ),
    kindLines,
    (0, import_chunk_2TFYQUPI.changeLines)(comparison, width - 2)
  ].filter((lines) => lines.length > 0);
  const title = [(0, import_chunk_7YMEJKHB.foreign)(before, "bold"), (0, import_chunk_7YMEJKHB.own)(" → "), (0, import_chunk_7YMEJKHB.foreign)(after, "bold")];
  return (0, import_chunk_7YMEJKHB.pageOf)([...(0, import_chunk_7YMEJKHB.wrap)(title, width), ...sections.flatMap((lines) => blank.concat((0, import_chunk_7YMEJKHB.indented)(lines, 2)))], options);
}
function countDelta(delta) {
  return `${delta > 0 ? "+" : delta < 0 ? "−" : "±"}${Math.abs(delta)}`;
}
var blank = [[]];
var shownRows = 15;
function renderInspection({ name, measurement }, options) {
  const width = (0, import_chunk_7YMEJKHB.layoutWidth)(options);
  const title = [
    (0, import_chunk_7YMEJKHB.foreign)(name, "bold"),
    (0, import_chunk_7YMEJKHB.own)(" · "),
    (0, import_chunk_7YMEJKHB.foreign)(measurement.platform),
    (0, import_chunk_7YMEJKHB.own)(" · "),
    (0, import_chunk_7YMEJKHB.foreign)(measurement.imageId, "dim")
  ];
  const sections = [
    numbers(measurement, width - 2),
    kinds(measurement, width - 2),
    (0, import_chunk_2TFYQUPI.layersOf)(measurement, width - 2, "listed"),
    folders(measurement, width - 2),
    packages(measurement, width - 2),
    hidden(measurement, width - 2),
    command(measurement, width - 2)
  ].filter((lines) => lines.length > 0);
  return (0, import_chunk_7YMEJKHB.pageOf)([...(0, import_chunk_7YMEJKHB.wrap)(title, width), ...sections.flatMap((lines) => blank2.concat((0, import_chunk_7YMEJKHB.indented)(lines, 2)))], options);
}
var blank2 = [[]];
function numbers(measurement, width) {
  const { unpackedBytes, visibleBytes, hiddenBytes, pull, layers, baseLayers, entries } = measurement;
  const split = baseLayers === void 0 ? "" : ` (${layers - baseLayers} own, ${baseLayers} base)`;
  const rows = [
    ["On disk", (0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)],
    ["Visible", (0, import_chunk_CCPWSZ7L.formatBytes)(visibleBytes)],
    ["Hidden", (0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes)],
    ...pull ? [["To pull", (0, import_chunk_3OORL62Y.pullText)(pull)]] : [],
    ["Layers", `${layers}${split}`],
    ["Entries", String(entries)]
  ];
  return (0, import_chunk_7YMEJKHB.table)(
    [{ align: "left" }, { align: "left" }],
    rows.map(([label, words]) => [[(0, import_chunk_7YMEJKHB.own)(label)], [(0, import_chunk_7YMEJKHB.own)(words, "bold")]]),
    width
  );
}
function kinds({ byKind, unpackedBytes }, width) {
  const cells = Math.max(8, Math.min(40, width - 40));
  const rows = byKind.filter((kind) => kind.unpackedBytes > 0).toSorted((one, other) => other.unpackedBytes - one.unpackedBytes).map((kind) => [
    [(0, import_chunk_7YMEJKHB.own)(import_chunk_SBBVQVTE.kindNames[kind.kind])],
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(kind.unpackedBytes))],
    [(0, import_chunk_7YMEJKHB.own)("█".repeat(Math.max(1, Math.round(kind.unpackedBytes / Math.max(1, unpackedBytes) * cells))), "good")]
  ]);
  return (0, import_chunk_7YMEJKHB.table)([{ align: "left" }, { align: "right" }, { align: "left" }], rows, width);
}
function folders({ largest }, width) {
  const rows = largest.map(({ path, bytes, layer }) => [
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes))],
    [(0, import_chunk_7YMEJKHB.own)(String(layer), "dim")],
    [(0, import_chunk_7YMEJKHB.foreign)(path, "name")]
  ]);
  const columns = [
    { align: "right", title: "visible" },
    { align: "right", title: "layer" },
    { align: "left", title: "folder" }
  ];
  return capped((0, import_chunk_7YMEJKHB.table)(columns, rows.slice(0, shownRows), width), rows.length);
}
function packages(measurement, width) {
  const rows = measurement.packages.toSorted((one, other) => other.bytes - one.bytes).map(({ name, version, bytes, layer }) => [
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes))],
    [(0, import_chunk_7YMEJKHB.own)(String(layer), "dim")],
    [(0, import_chunk_7YMEJKHB.foreign)(name, "name"), (0, import_chunk_7YMEJKHB.own)(" "), (0, import_chunk_7YMEJKHB.foreign)(version)]
  ]);
  const columns = [
    { align: "right", title: "visible" },
    { align: "right", title: "layer" },
    { align: "left", title: `package (${(0, import_chunk_DRSZDVSV.plural)(rows.length, "package")})` }
  ];
  return capped((0, import_chunk_7YMEJKHB.table)(columns, rows.slice(0, shownRows), width), rows.length);
}
function hidden(measurement, width) {
  const rows = measurement.hidden.slice(0, shownRows).map(({ path, bytes, addedBy, hiddenBy, how }) => [
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes), "warning")],
    [(0, import_chunk_7YMEJKHB.foreign)(path, "name")],
    (0, import_chunk_2TFYQUPI.phrase)([(0, import_chunk_3OORL62Y.placeOfLayer)(measurement, hiddenBy), import_chunk_SBBVQVTE.hidingVerbs[how], (0, import_chunk_3OORL62Y.placeOfLayer)(measurement, addedBy), "wrote"])
  ]);
  const columns = [{ align: "right", title: "hidden" }, { align: "left", title: "path" }, { align: "left" }];
  return capped((0, import_chunk_7YMEJKHB.table)(columns, rows, width), measurement.hiddenTotal.copies);
}
function capped(lines, total) {
  return total > shownRows ? lines.concat([[(0, import_chunk_7YMEJKHB.own)(`… and ${total - shownRows} more`, "dim")]]) : lines;
}
function command({ effectiveCommand: { argv, explanation } }, width) {
  const words = argv.length === 0 ? (0, import_chunk_7YMEJKHB.own)("nothing of its own") : (0, import_chunk_7YMEJKHB.foreign)(JSON.stringify(argv), "name", 400);
  return [...(0, import_chunk_7YMEJKHB.labelled)("Runs", 6, [words], width), ...(0, import_chunk_7YMEJKHB.labelled)("", 6, (0, import_chunk_7YMEJKHB.prose)(explanation), width)];
}
var causeNames = {
  logs: "logs",
  "python-bytecode": "Python bytecode, which holds the time of its source",
  "loader-cache": "caches of ldconfig",
  "package-manager": "notes of the package manager",
  "font-and-manual-caches": "caches of fonts and manual pages",
  "account-files": "account files, which hold the day",
  "host-identity": "names and keys made for one host",
  "temporary-files": "temporary files"
};
function renderNoise(result, options) {
  const width = (0, import_chunk_7YMEJKHB.layoutWidth)(options);
  const sections = [layersOf2(result, width - 2), knownOf(result, width - 2), unexplainedOf(result, width - 2)];
  const lines = [
    ...(0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.foreign)(result.image, "bold"), (0, import_chunk_7YMEJKHB.own)(` built twice without the cache · ${result.platform}`)], width),
    [],
    ...(0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(verdictOf(result))], width - 2), 2),
    ...sections.filter((some) => some.length > 0).flatMap((some) => blank3.concat((0, import_chunk_7YMEJKHB.indented)(some, 2)))
  ];
  return (0, import_chunk_7YMEJKHB.pageOf)(lines, options);
}
var blank3 = [[]];
function verdictOf({ layers, files, floorBytes, unpackedBytes: [before, after] }) {
  if (layers.every(({ state }) => state === "same")) return "Both builds are the same to the byte.";
  const ids = "so digests, and what a node has to pull, are new with every build";
  if (files.length === 0) return `No file differs, only times or the order of records: ${ids}.`;
  const takes = before === after ? `both take ${(0, import_chunk_CCPWSZ7L.formatBytes)(after)}` : `they take ${before} and ${after} bytes (${(0, import_chunk_CCPWSZ7L.formatDelta)(after - before)})`;
  const floor = floorBytes === 0 ? "No size changes by itself, so any growth is real." : `Growth up to ${(0, import_chunk_CCPWSZ7L.formatBytes)(floorBytes)} is no growth: a limit below that fails for no reason.`;
  return `${(0, import_chunk_DRSZDVSV.plural)(files.length, "file differs", "files differ")}, ${takes}. ${floor}`;
}
var stateNames = { same: "the same", times: "times only", contents: "" };
function layersOf2({ layers }, width) {
  const rows = layers.map((layer) => [
    [(0, import_chunk_7YMEJKHB.own)(String(layer.layer), "dim")],
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(layer.unpackedBytes[0]))],
    [(0, import_chunk_7YMEJKHB.own)(layer.state === "contents" ? (0, import_chunk_DRSZDVSV.plural)(layer.files, "file") : stateNames[layer.state])],
    [layer.dockerfile ? (0, import_chunk_7YMEJKHB.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(layer.dockerfile), "name") : (0, import_chunk_7YMEJKHB.own)("")],
    [(0, import_chunk_7YMEJKHB.foreign)(commandOf(layer), "dim", 120)]
  ]);
  const columns = [
    { align: "right", title: "layer" },
    { align: "right", title: "on disk" },
    { align: "left", title: "differs" },
    { align: "left", title: "where" },
    { align: "left", title: "made by", clip: true }
  ];
  return (0, import_chunk_7YMEJKHB.table)(columns, rows, width);
}
function commandOf({ createdBy, unpackedBytes: [unpackedBytes] }) {
  const none = { unpackedBytes, visibleBytes: 0, entries: 0, diffId: `sha256:${"0".repeat(64)}` };
  return (0, import_chunk_SBBVQVTE.commandOfLayer)({ createdBy, ...none });
}
var bytesOf = ({ beforeBytes = 0, afterBytes = 0 }) => Math.max(beforeBytes, afterBytes);
function knownOf({ files }, width) {
  const causes = [...new Set(files.flatMap(({ cause }) => cause ?? []))];
  if (causes.length === 0) return [];
  const rows = causes.map((cause) => {
    const members = files.filter((file) => file.cause === cause);
    const bytes = members.reduce((sum, file) => sum + bytesOf(file), 0);
    return [[(0, import_chunk_7YMEJKHB.own)((0, import_chunk_DRSZDVSV.plural)(members.length, "file"))], [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes))], [(0, import_chunk_7YMEJKHB.own)(causeNames[cause] ?? cause)]];
  });
  const columns = [{ align: "right" }, { align: "right" }, { align: "left" }];
  return [[(0, import_chunk_7YMEJKHB.own)("Known to differ from build to build", "bold")], ...(0, import_chunk_7YMEJKHB.table)(columns, rows, width)];
}
var shownFiles = 20;
var hows = { contents: "contents", "mode-or-owner": "mode or owner", "only-in-one": "in one build only" };
function unexplainedOf({ files }, width) {
  const unknown = files.filter(({ cause }) => cause === void 0).toSorted((a, b) => bytesOf(b) - bytesOf(a));
  if (unknown.length === 0) return [];
  const rows = unknown.slice(0, shownFiles).map((file) => [
    [(0, import_chunk_7YMEJKHB.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytesOf(file)))],
    [(0, import_chunk_7YMEJKHB.own)(`layer ${file.layer}`)],
    [(0, import_chunk_7YMEJKHB.own)(hows[file.how])],
    [(0, import_chunk_7YMEJKHB.foreign)(file.path, "name", 300)]
  ]);
  const rest = unknown.length - shownFiles;
  const columns = [{ align: "right" }, { align: "left" }, { align: "left" }, { align: "left" }];
  return [
    [(0, import_chunk_7YMEJKHB.own)("Not known to: something in the build makes them differ", "bold")],
    ...(0, import_chunk_7YMEJKHB.table)(columns, rows, width),
    ...rest > 0 ? [[(0, import_chunk_7YMEJKHB.own)(`… and ${rest} more`, "dim")]] : []
  ];
}
function renderInspected(format, result, { columns, colour }) {
  if (format === "json") return json(result);
  if (format !== "table") throw unfit(format, "A measurement");
  return result.images.flatMap(
    ({ name, variants }) => variants.map(({ measurement }) => renderInspection({ name, measurement }, { width: columns, colour }))
  ).join("\n");
}
function renderCompared(format, result, { columns, colour }) {
  if (format === "json") return json(result);
  if (format !== "table") throw unfit(format, "A comparison");
  return renderComparison(result.comparison, { width: columns, colour });
}
function renderMeasuredNoise(format, result, { columns, colour }) {
  if (format === "json") return json(result);
  if (format !== "table") throw unfit(format, "A comparison of two builds");
  return renderNoise(result, { width: columns, colour });
}
function json(result) {
  return `${JSON.stringify(result, null, 2)}
`;
}
function unfit(format, what) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "unfit-format",
    message: `${what} has no report in the format ${format}: nothing was judged.`,
    expected: "table or json",
    got: format,
    hint: "Use --format json, or `plimsoll check` for the formats of a verdict."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderCompared,
  renderInspected,
  renderMeasuredNoise
});
