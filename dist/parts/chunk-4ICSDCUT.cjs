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
  annotationsOf: () => annotationsOf,
  renderGithub: () => renderGithub
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var keptPerLevel = 9;
var maxCharacters = 4096;
var levels = { error: "error", warning: "warning", waived: "notice", passed: void 0 };
function annotationsOf({ images }) {
  const lines = images.flatMap(import_chunk_DRSZDVSV.policyLines);
  return ["error", "warning", "notice"].flatMap((level) => {
    const ofLevel = lines.filter(({ standing }) => levels[standing] === level).toSorted((one, other) => (other.bytes ?? 0) - (one.bytes ?? 0));
    const rest = ofLevel.length - keptPerLevel;
    const kept = rest > 1 ? ofLevel.slice(0, keptPerLevel) : ofLevel;
    const annotations = kept.map((line) => annotation(level, line));
    if (rest <= 1) return annotations;
    return annotations.concat({
      level,
      title: "plimsoll",
      message: `and ${rest} more of this level; the report lists them all.`
    });
  });
}
function annotation(level, line) {
  const waived = line.waiver ? ` Waived until ${line.waiver.expires} by ${line.waiver.owner}: ${line.waiver.reason}` : "";
  const paths = line.paths.length > 0 ? ` (${line.paths.slice(0, 5).join(", ")})` : "";
  const toPass = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  const message = (0, import_chunk_WD6J6YZB.visible)(`${line.image}: ${line.message}${paths}${waived}${toPass}`, maxCharacters);
  return {
    level,
    title: (0, import_chunk_WD6J6YZB.visible)(line.rule, 100),
    message: cut(message),
    ...line.location && {
      file: line.location.file,
      startLine: line.location.startLine,
      endLine: line.location.endLine
    }
  };
}
function cut(message) {
  return message.length <= maxCharacters ? message : `${message.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
function renderGithub(result) {
  return annotationsOf(result).map(commandLine).join("");
}
function commandLine({ level, title, message, file, startLine, endLine }) {
  const properties = [
    ["file", file],
    ["line", startLine],
    ["endLine", endLine],
    ["title", title]
  ].filter(([, value]) => value !== void 0).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${level} ${properties}::${escapeData(message)}
`;
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll("##[", "#%23[");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  annotationsOf,
  renderGithub
});
