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
  dockerConfigDir: () => dockerConfigDir,
  parseJson: () => parseJson,
  readOptional: () => readOptional
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var dockerConfigDir = (environment) => environment["DOCKER_CONFIG"] || (0, import_node_path.join)(environment["HOME"] ?? environment["USERPROFILE"] ?? "/", ".docker");
function readOptional(path) {
  try {
    return (0, import_node_fs.readFileSync)(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR"))
      return void 0;
    throw brokenConfig(path, "it cannot be read", cause);
  }
}
function parseJson(path, text, schema) {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw brokenConfig(path, "it is not what docker writes there", cause);
  }
}
var brokenConfig = (path, why, cause) => new import_chunk_ZU5SK2EV.UserError(
  {
    code: "broken-docker-config",
    message: `${path} is broken: ${why}.`,
    got: path,
    hint: "Repair or remove the file; `docker info` reads the same one."
  },
  { cause }
);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  dockerConfigDir,
  parseJson,
  readOptional
});
