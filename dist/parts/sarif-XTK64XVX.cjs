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
  renderSarif: () => renderSarif
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_FZUNQGZP = require("./chunk-FZUNQGZP.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
function renderSarif(result) {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: result.images.map((image) => runOf(image, result))
  };
  return (0, import_chunk_FZUNQGZP.toJson)(log);
}
function runOf(image, { tool, policy }) {
  const lines = (0, import_chunk_DRSZDVSV.policyLines)(image);
  const rules = [...new Set(lines.map(({ rule }) => rule))];
  const judged = lines.filter(({ standing }) => standing !== "passed");
  const keys = fingerprints(judged);
  return {
    tool: {
      driver: {
        name: "Plimsoll",
        semanticVersion: tool.version,
        rules: rules.map((id) => descriptor(id, lines, policy.rules ?? []))
      }
    },
    automationDetails: { id: `plimsoll/${(0, import_chunk_WD6J6YZB.visible)(image.name)}/${(0, import_chunk_WD6J6YZB.visible)(image.platform)}/` },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: lines.filter(({ standing }) => standing === "passed").map(notification)
      }
    ],
    results: judged.map((line, index) => resultOf(line, rules, keys[index] ?? "", placeOf(line, policy, image)))
  };
}
function descriptor(id, lines, inForce) {
  const rule = inForce.find((one) => one.id === id);
  const first = lines.find((line) => line.rule === id);
  const howToPass = rule?.howToPass ?? first?.toPass ?? "";
  const help = [rule?.why ?? "", howToPass === "" ? "" : `To pass: ${howToPass}`].filter((part) => part !== "").join("\n\n");
  return {
    id: (0, import_chunk_WD6J6YZB.visible)(id),
    shortDescription: { text: rule?.summary ?? (0, import_chunk_WD6J6YZB.visible)(id) },
    ...rule && { fullDescription: { text: rule.why } },
    help: { text: help === "" ? (0, import_chunk_WD6J6YZB.visible)(id) : help },
    defaultConfiguration: { level: rule?.level ?? (first?.standing === "warning" ? "warning" : "error") }
  };
}
function resultOf(line, rules, key, location) {
  const paths = line.paths.length > 0 ? ` (${line.paths.slice(0, 5).join(", ")})` : "";
  const toPass = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  return {
    ruleId: (0, import_chunk_WD6J6YZB.visible)(line.rule),
    ruleIndex: rules.indexOf(line.rule),
    level: line.standing === "warning" ? "warning" : "error",
    message: { text: plain(`${line.message}${paths}${toPass}`) },
    locations: location ? [location] : [],
    partialFingerprints: { primaryLocationLineHash: key, "plimsollFinding/v1": key },
    // The specification wants the property on all results of a run or on none (3.27.23).
    suppressions: line.waiver ? [
      {
        kind: "external",
        status: "accepted",
        justification: plain(`${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`)
      }
    ] : []
  };
}
function placeOf({ location, origin, rule }, policy, image) {
  if (location) {
    const { file: file2, startLine, endLine } = location;
    return { physicalLocation: { artifactLocation: artifact(file2), region: { startLine, endLine } } };
  }
  const turnedOn = origin ?? policy.rules?.find(({ id }) => id === rule)?.origin ?? "";
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(turnedOn) ?? [];
  if (file !== void 0 && Number(line) > 0)
    return { physicalLocation: { artifactLocation: artifact(file), region: { startLine: Number(line) } } };
  const config = policy.sources.find((name) => /\.ya?ml$/.test(name) && !/:\/\/|@/.test(name));
  const source = config ?? dockerfileOf(image);
  return source === void 0 ? void 0 : { physicalLocation: { artifactLocation: artifact(source) } };
}
function dockerfileOf({ variants, findings }) {
  const layers = variants.flatMap(({ measurement }) => measurement.perLayer);
  return [...layers.map((layer) => layer.dockerfile), ...findings.map(({ location }) => location)].find(
    (lines) => lines
  )?.file;
}
function artifact(file) {
  return { uri: (0, import_chunk_LUC4HMHJ.encodePath)(file.replace(/^\.\//, "")), uriBaseId: "%SRCROOT%" };
}
function notification({ rule, message }) {
  return { level: "note", message: { text: plain(message) }, associatedRule: { id: (0, import_chunk_WD6J6YZB.visible)(rule) } };
}
function plain(untrusted) {
  return (0, import_chunk_WD6J6YZB.visible)(untrusted, 1e3).replaceAll("](", "]​(").replace(/\{(\d+)\}/g, "{{$1}}");
}
function fingerprints(lines) {
  const keys = lines.map(fingerprint);
  const byLine = lines.map((_, index) => index).sort((one, other) => (lines[one]?.location?.startLine ?? 0) - (lines[other]?.location?.startLine ?? 0));
  return keys.map((key, index) => `${key}:${byLine.filter((other) => keys[other] === key).indexOf(index) + 1}`);
}
function fingerprint({ image, rule, location, paths }) {
  const what = JSON.stringify([image, rule, location?.file ?? "", paths.toSorted()]);
  return (0, import_node_crypto.createHash)("sha256").update(what).digest("hex").slice(0, 32);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderSarif
});
