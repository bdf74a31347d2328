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
  show: () => show,
  unknownKey: () => unknownKey
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
function unknownKey(key, known, place, kind = "key") {
  const meant = (0, import_chunk_O2NKAHT7.nearest)(key, known);
  const list = known.map((name) => `\`${name}\``).join(", ");
  return {
    code: kind === "rule" ? "unknown-rule" : "unknown-key",
    message: `There is no ${kind} \`${key}\`.`,
    ...place && { place },
    ...known.length > 0 && { expected: known.length > 12 ? `the name of a known ${kind}` : `one of ${list}` },
    got: key,
    hint: meant === void 0 ? `Remove it, or look up the ${kind}s in the documentation.` : `Did you mean \`${meant}\`?`
  };
}
function show(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? "nothing";
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return typeof value === "string" ? `\`${short}\`` : short;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  show,
  unknownKey
});
