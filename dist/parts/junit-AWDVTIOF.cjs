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
  renderJunit: () => renderJunit
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
function renderJunit({ images }) {
  const suites = images.map(suiteOf);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plimsoll">
${suites.join("")}</testsuites>
`;
}
function suiteOf(image) {
  const lines = (0, import_chunk_DRSZDVSV.policyLines)(image);
  const cases = [
    ...lines.map(caseOf),
    ...image.passed.map((rule) => openTag("testcase", { classname: image.name, name: rule }, true))
  ];
  const count = (kind) => lines.filter((line) => outcomeOf(line) === kind).length;
  const attributes = {
    name: image.name,
    tests: String(cases.length),
    failures: String(count("failure")),
    errors: String(count("error")),
    skipped: String(count("skipped"))
  };
  return `  ${openTag("testsuite", attributes, false)}
${cases.map((one) => `    ${one}
`).join("")}  </testsuite>
`;
}
function outcomeOf({ standing, wasChecked }) {
  if (standing === "waived" || standing === "passed") return "skipped";
  if (standing === "warning") return "passed";
  return wasChecked ? "failure" : "error";
}
function caseOf(line) {
  const place = line.location ? (0, import_chunk_LUC4HMHJ.nameOfLines)(line.location) : "";
  const words = [line.message, ...line.paths.slice(0, 10), place, line.toPass === "" ? "" : `To pass: ${line.toPass}`];
  const body = words.filter((word) => word !== "").map((word) => escape(word)).join("\n");
  const open = openTag(
    "testcase",
    { classname: line.image, name: place === "" ? line.rule : `${line.rule} at ${place}` },
    false
  );
  const outcome = outcomeOf(line);
  if (outcome === "passed") return `${open}<system-out>Warning: ${body}</system-out></testcase>`;
  const message = line.waiver ? `Waived until ${line.waiver.expires} by ${line.waiver.owner}: ${line.waiver.reason}` : line.message;
  if (outcome === "skipped") return `${open}${openTag("skipped", { message }, true)}</testcase>`;
  return `${open}${openTag(outcome, { message, type: line.rule }, false)}${body}</${outcome}></testcase>`;
}
function openTag(name, attributes, isEmpty) {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${text.join("")}${isEmpty ? "/" : ""}>`;
}
function escape(untrusted) {
  return (0, import_chunk_WD6J6YZB.visible)(untrusted, 1e3).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderJunit
});
