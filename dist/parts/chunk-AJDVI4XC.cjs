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
  seenFromCheckout: () => seenFromCheckout
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
function seenFromCheckout(thrown, { absolute }) {
  if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) return thrown;
  const root = `${absolute(".").replace(/\/+$/, "")}/`;
  const tell = (text) => root === "/" ? text : text.replaceAll(root, "");
  const [first, ...others] = thrown.problems.map(({ message, place, got, ...rest }) => ({
    ...rest,
    message: tell(message),
    ...place && { place: { ...place, file: tell(place.file) } },
    ...got !== void 0 && { got: tell(got) }
  }));
  return first ? new import_chunk_ZU5SK2EV.UserError([first, ...others], { cause: thrown.cause }) : thrown;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  seenFromCheckout
});
