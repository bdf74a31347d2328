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
  pathInside: () => pathInside
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_node_path = require("node:path");
function pathInside(path, { absolute }) {
  const way = (0, import_node_path.relative)(absolute("."), absolute(path));
  return way === "" || way === ".." || way.startsWith("../") || (0, import_node_path.isAbsolute)(way) ? void 0 : way;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  pathInside
});
