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
  explain: () => explain,
  stopSignal: () => stopSignal
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var graceMs = 5500;
function stopSignal() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.on(name, () => {
      if (controller.signal.aborted) return;
      controller.abort(new import_chunk_ZU5SK2EV.Interrupted("Cancelled by a signal."));
      setTimeout(() => process.exit(130), graceMs).unref();
    });
  }
  return controller.signal;
}
function explain(thrown) {
  if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted) return "Interrupted. Nothing was judged.\n";
  if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return thrown.problems.map(explainProblem).join("\n");
  return `This is a bug in plimsoll; please report it with what follows.
${stackOf(thrown)}
`;
}
function explainProblem({ place, message, expected, got, output = [], hint }) {
  const where = place ? `${place.file}:${place.line}${place.column === void 0 ? "" : `:${place.column}`}: ` : "";
  return [
    ...lines(`${where}${message}`),
    ...output.flatMap(lines).map((line) => `  | ${line}`),
    ...expected === void 0 ? [] : lines(`  expected: ${expected}`),
    ...got === void 0 ? [] : lines(`  got:      ${got}`),
    ...lines(`  ${hint}`),
    ""
  ].join("\n");
}
function lines(text) {
  return text.split("\n").map((line) => (0, import_chunk_WD6J6YZB.visible)(line, 2e3));
}
function stackOf(thrown) {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === void 0 ? "" : `
Caused by: ${stackOf(thrown.cause)}`;
  return `${lines(thrown.stack ?? thrown.message).join("\n")}${cause}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  explain,
  stopSignal
});
