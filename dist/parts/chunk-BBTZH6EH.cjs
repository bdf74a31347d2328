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
  compareImages: () => compareImages,
  inspect: () => inspect,
  renderCompared: () => renderCompared,
  renderInspected: () => renderInspected
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_3WSSHBCU = require("./chunk-3WSSHBCU.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_U4BLCYBR = require("./chunk-U4BLCYBR.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var tool = (version) => ({ name: "plimsoll", version });
async function inspect(image, build, toolVersion, workshop) {
  const [platform] = image.platforms;
  const understood = await (0, import_chunk_NLRYH24J.understandBuild)(image, platform, build, workshop);
  const [plan] = (0, import_chunk_SAKVTBBA.planVariants)({ ...image, findVariants: false }, understood?.report);
  const { examined, ...variant } = await (0, import_chunk_SAKVTBBA.examineVariant)(plan, { platform, understood, reads: [], build }, workshop);
  const { measurement } = examined;
  return {
    schemaVersion: 1,
    tool: tool(toolVersion),
    images: [
      {
        name: image.name,
        platform: measurement.platform,
        variants: (0, import_chunk_EYURQ6ZW.variantsWithoutSecrets)([{ ...variant, measurement }])
      }
    ]
  };
}
async function compareImages(before, after, platform, toolVersion, workshop) {
  const one = await measured(before, platform, workshop);
  const other = await measured(after, platform, workshop);
  const [shownBefore = one, shownAfter = other] = (0, import_chunk_EYURQ6ZW.variantsWithoutSecrets)([one, other]);
  return {
    schemaVersion: 1,
    tool: tool(toolVersion),
    before: shownBefore,
    after: shownAfter,
    comparison: (0, import_chunk_EYURQ6ZW.compare)(shownBefore.measurement, shownAfter.measurement, { kind: "baseline", before, after })
  };
}
async function measured(reference, platform, workshop) {
  const { source, measurement } = await (0, import_chunk_SAKVTBBA.examineReference)(reference, platform, workshop);
  return { name: reference, source, built: false, measurement };
}
function renderComparison(comparison, options) {
  const width = (0, import_chunk_U4BLCYBR.layoutWidth)(options);
  const { before, after, beforeBytes, afterBytes, unpackedDeltaBytes } = comparison;
  const [one, other] = (0, import_chunk_CCPWSZ7L.formatPair)(beforeBytes, afterBytes);
  const share = beforeBytes > 0 ? ` (${unpackedDeltaBytes < 0 ? "−" : "+"}${(0, import_chunk_CCPWSZ7L.formatRatio)(Math.abs(unpackedDeltaBytes) / beforeBytes)})` : "";
  const deltas = [
    ["On disk", `${one} → ${other}: ${(0, import_chunk_CCPWSZ7L.formatDelta)(unpackedDeltaBytes)}${share}`],
    ...comparison.ownDeltaBytes === void 0 ? [] : [["Own layers", (0, import_chunk_CCPWSZ7L.formatDelta)(comparison.ownDeltaBytes)]],
    ...comparison.baseDeltaBytes === void 0 ? [] : [["Base image", (0, import_chunk_CCPWSZ7L.formatDelta)(comparison.baseDeltaBytes)]],
    ...comparison.pullDelta ? [["To pull", `${comparison.pullDelta.exact ? "" : "≈ "}${(0, import_chunk_CCPWSZ7L.formatDelta)(comparison.pullDelta.bytes)}`]] : [],
    ["Hidden", (0, import_chunk_CCPWSZ7L.formatDelta)(comparison.hiddenDeltaBytes)],
    [
      "Layers",
      comparison.layersDelta > 0 ? `+${comparison.layersDelta}` : String(comparison.layersDelta).replace("-", "−")
    ]
  ];
  const kindLines = comparison.byKind.length > 0 ? (0, import_chunk_U4BLCYBR.wrap)((0, import_chunk_3WSSHBCU.sentence)(comparison, false), width - 2) : [];
  const sections = [
    (0, import_chunk_U4BLCYBR.table)(
      [{ align: "left" }, { align: "left" }],
      deltas.map(([label, words]) => [[(0, import_chunk_U4BLCYBR.own)(label)], [(0, import_chunk_U4BLCYBR.own)(words)]]),
      width - 2
    ),
    kindLines,
    (0, import_chunk_3WSSHBCU.changeLines)(comparison, width - 2)
  ].filter((lines) => lines.length > 0);
  const title = [(0, import_chunk_U4BLCYBR.foreign)(before, "bold"), (0, import_chunk_U4BLCYBR.own)(" → "), (0, import_chunk_U4BLCYBR.foreign)(after, "bold")];
  return (0, import_chunk_U4BLCYBR.pageOf)([...(0, import_chunk_U4BLCYBR.wrap)(title, width), ...sections.flatMap((lines) => blank.concat((0, import_chunk_U4BLCYBR.indented)(lines, 2)))], options);
}
var blank = [[]];
var shownRows = 15;
function renderInspection({ name, measurement }, options) {
  const width = (0, import_chunk_U4BLCYBR.layoutWidth)(options);
  const title = [
    (0, import_chunk_U4BLCYBR.foreign)(name, "bold"),
    (0, import_chunk_U4BLCYBR.own)(" · "),
    (0, import_chunk_U4BLCYBR.foreign)(measurement.platform),
    (0, import_chunk_U4BLCYBR.own)(" · "),
    (0, import_chunk_U4BLCYBR.foreign)(measurement.imageId, "dim")
  ];
  const sections = [
    numbers(measurement, width - 2),
    kinds(measurement, width - 2),
    (0, import_chunk_3WSSHBCU.layersOf)(measurement, width - 2, "listed"),
    folders(measurement, width - 2),
    packages(measurement, width - 2),
    hidden(measurement, width - 2),
    command(measurement, width - 2)
  ].filter((lines) => lines.length > 0);
  return (0, import_chunk_U4BLCYBR.pageOf)([...(0, import_chunk_U4BLCYBR.wrap)(title, width), ...sections.flatMap((lines) => blank2.concat((0, import_chunk_U4BLCYBR.indented)(lines, 2)))], options);
}
var blank2 = [[]];
function numbers(measurement, width) {
  const { unpackedBytes, visibleBytes, hiddenBytes, pull, layers, baseLayers, entries } = measurement;
  const split = baseLayers === void 0 ? "" : ` (${layers - baseLayers} own, ${baseLayers} base)`;
  const rows = [
    ["On disk", (0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)],
    ["Visible", (0, import_chunk_CCPWSZ7L.formatBytes)(visibleBytes)],
    ["Hidden", (0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes)],
    ...pull ? [["To pull", (0, import_chunk_3WSSHBCU.pullText)(pull)]] : [],
    ["Layers", `${layers}${split}`],
    ["Entries", String(entries)]
  ];
  return (0, import_chunk_U4BLCYBR.table)(
    [{ align: "left" }, { align: "left" }],
    rows.map(([label, words]) => [[(0, import_chunk_U4BLCYBR.own)(label)], [(0, import_chunk_U4BLCYBR.own)(words, "bold")]]),
    width
  );
}
function kinds({ byKind, unpackedBytes }, width) {
  const cells = Math.max(8, Math.min(40, width - 40));
  const rows = byKind.filter((kind) => kind.unpackedBytes > 0).toSorted((one, other) => other.unpackedBytes - one.unpackedBytes).map((kind) => [
    [(0, import_chunk_U4BLCYBR.own)(import_chunk_3WSSHBCU.kindNames[kind.kind])],
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(kind.unpackedBytes))],
    [(0, import_chunk_U4BLCYBR.own)("█".repeat(Math.max(1, Math.round(kind.unpackedBytes / Math.max(1, unpackedBytes) * cells))), "good")]
  ]);
  return (0, import_chunk_U4BLCYBR.table)([{ align: "left" }, { align: "right" }, { align: "left" }], rows, width);
}
function folders({ largest }, width) {
  const rows = largest.map(({ path, bytes, layer }) => [
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes))],
    [(0, import_chunk_U4BLCYBR.own)(String(layer), "dim")],
    [(0, import_chunk_U4BLCYBR.foreign)(path, "name")]
  ]);
  const columns = [
    { align: "right", title: "visible" },
    { align: "right", title: "layer" },
    { align: "left", title: "folder" }
  ];
  return capped((0, import_chunk_U4BLCYBR.table)(columns, rows.slice(0, shownRows), width), rows.length);
}
function packages(measurement, width) {
  const rows = measurement.packages.toSorted((one, other) => other.bytes - one.bytes).map(({ name, version, bytes, layer }) => [
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes))],
    [(0, import_chunk_U4BLCYBR.own)(String(layer), "dim")],
    [(0, import_chunk_U4BLCYBR.foreign)(name, "name"), (0, import_chunk_U4BLCYBR.own)(" "), (0, import_chunk_U4BLCYBR.foreign)(version)]
  ]);
  const columns = [
    { align: "right", title: "visible" },
    { align: "right", title: "layer" },
    { align: "left", title: `package (${(0, import_chunk_DRSZDVSV.plural)(rows.length, "package")})` }
  ];
  return capped((0, import_chunk_U4BLCYBR.table)(columns, rows.slice(0, shownRows), width), rows.length);
}
function hidden(measurement, width) {
  const rows = measurement.hidden.slice(0, shownRows).map(({ path, bytes, addedBy, hiddenBy, how }) => [
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(bytes), "warning")],
    [(0, import_chunk_U4BLCYBR.foreign)(path, "name")],
    (0, import_chunk_3WSSHBCU.phrase)([(0, import_chunk_3WSSHBCU.placeOfLayer)(measurement, hiddenBy), import_chunk_3WSSHBCU.hidingVerbs[how], (0, import_chunk_3WSSHBCU.placeOfLayer)(measurement, addedBy), "wrote"])
  ]);
  const columns = [{ align: "right", title: "hidden" }, { align: "left", title: "path" }, { align: "left" }];
  return capped((0, import_chunk_U4BLCYBR.table)(columns, rows, width), measurement.hiddenTotal.copies);
}
function capped(lines, total) {
  return total > shownRows ? lines.concat([[(0, import_chunk_U4BLCYBR.own)(`… and ${total - shownRows} more`, "dim")]]) : lines;
}
function command({ effectiveCommand: { argv, explanation } }, width) {
  const words = argv.length === 0 ? (0, import_chunk_U4BLCYBR.own)("nothing of its own") : (0, import_chunk_U4BLCYBR.foreign)(JSON.stringify(argv), "name", 400);
  return [...(0, import_chunk_U4BLCYBR.labelled)("Runs", 6, [words], width), ...(0, import_chunk_U4BLCYBR.labelled)("", 6, (0, import_chunk_U4BLCYBR.prose)(explanation), width)];
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
  compareImages,
  inspect,
  renderCompared,
  renderInspected
});
