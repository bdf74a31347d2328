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
  readInputs: () => readInputs
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
function readInputs(raw) {
  const names = import_chunk_NMDXFFTM.inputSpecs.map(({ name }) => name);
  const strangers = Object.keys(raw).filter((name) => !names.some((known) => known === name));
  const read = import_chunk_NMDXFFTM.inputSpecs.map((spec) => readInput(spec, raw[spec.name]));
  return {
    // The table gives each name its kind, and each kind its reader: the types follow from the same table.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    values: Object.fromEntries(
      read.flatMap(({ value }, index) => value === void 0 ? [] : [[names[index], value]])
    ),
    problems: [
      ...strangers.map((name) => (0, import_chunk_2IEKWUQ6.unknownKey)(name, names, void 0, "input")),
      ...read.flatMap(({ problem }) => problem ? [problem] : [])
    ]
  };
}
function readInput(spec, raw) {
  const lines = asLines(spec, raw);
  const given = lines.length > 0 ? lines : spec.default === void 0 ? [] : [spec.default];
  const [only] = given;
  if (only === void 0) return {};
  if (spec.kind === "list") return { value: given };
  if (spec.kind === "map") return readMap(spec, given);
  if (given.length > 1) return wrong(spec, given.join(", "), "one value");
  if (spec.kind === "boolean")
    return /^(true|false)$/i.test(only) ? { value: only.toLowerCase() === "true" } : wrong(spec, only, "`true` or `false`");
  const choices = spec.choices;
  if (spec.kind === "choice" && choices && !choices.includes(only))
    return wrong(spec, only, `one of ${choices.map((choice) => `\`${choice}\``).join(", ")}`);
  return { value: only };
}
function asLines(spec, raw) {
  if (raw === void 0) return [];
  if (typeof raw !== "string") return raw;
  const isMany = spec.kind === "list" || spec.kind === "map";
  return (isMany ? raw.split("\n") : [raw]).map((line) => line.trim()).filter((line) => line !== "");
}
function readMap(spec, lines) {
  const bad = lines.find((line) => !/^[^=\s]+=/.test(line));
  if (bad !== void 0) return wrong(spec, bad, `${spec.placeholder ?? "NAME=VALUE"}, one a line`);
  const pairs = lines.map((line) => {
    const at = line.indexOf("=");
    return [line.slice(0, at), line.slice(at + 1)];
  });
  return { value: Object.fromEntries(pairs) };
}
function wrong(spec, given, expected) {
  const got = (0, import_chunk_2IEKWUQ6.show)(given);
  const message = `The input \`${spec.name}\` cannot be ${got}.`;
  return { problem: { code: "invalid-input", message, expected, got, hint: `Give ${expected}.` } };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readInputs
});
