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
  readSource: () => readSource
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var prefixes = ["docker-archive", "oci", "oci-archive", "registry", "engine"];
function readSource(text, { kindOf, absolute }) {
  const kind = prefixes.find((prefix) => text.startsWith(`${prefix}:`));
  if (kind === void 0) return { kind: "engine", reference: text };
  const rest = text.slice(kind.length + 1);
  if (kind === "registry" || kind === "engine") return { kind, reference: rest };
  const colon = rest.indexOf(":");
  if (colon > 0 && kindOf(rest) === void 0 && kindOf(rest.slice(0, colon)) !== void 0)
    return { kind, path: absolute(rest.slice(0, colon)), image: rest.slice(colon + 1) };
  return { kind, path: absolute(rest) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readSource
});
