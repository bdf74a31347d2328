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
  locate: () => locate
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_node_path = require("node:path");
var pathInputs = ["config", "dockerfile", "context"];
function locate(argument, inputs, world) {
  const here = world.openCheckout(world.workingDir);
  const kind = argument === void 0 ? void 0 : here.kindOf(argument);
  const at = (root, more) => ({
    root,
    folderName: (0, import_node_path.basename)(root),
    inputs: { ...seenFrom(root, inputs, world.workingDir), ...more }
  });
  if (argument === void 0) return at(world.workingDir, {});
  if (kind === "file") return at(world.workingDir, { dockerfile: argument });
  if (kind === void 0) return at(world.workingDir, { image: argument });
  const folder = (0, import_node_path.resolve)(world.workingDir, argument);
  const isOwn = import_chunk_AYO6CDNM.configPlaces.some((place) => world.openCheckout(folder).kindOf(place) === "file");
  return isOwn ? at(folder, {}) : at(world.workingDir, inputs["context"] === void 0 ? { context: argument } : {});
}
function seenFrom(root, inputs, workingDir) {
  if (root === workingDir) return inputs;
  const moved = (path) => {
    const way = (0, import_node_path.relative)(root, (0, import_node_path.resolve)(workingDir, path)) || ".";
    return way.startsWith("..") ? (0, import_node_path.resolve)(workingDir, path) : way;
  };
  const paths = pathInputs.flatMap((name) => {
    const given = inputs[name];
    return typeof given === "string" ? [[name, moved(given)]] : [];
  });
  const baseline = inputs["baseline"];
  const file = typeof baseline === "string" && baseline.startsWith("file:") ? [["baseline", `file:${moved(baseline.slice(5))}`]] : [];
  return { ...inputs, ...Object.fromEntries([...paths, ...file]) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  locate
});
