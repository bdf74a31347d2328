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
  entryOfHost: () => entryOfHost,
  hostOfServer: () => hostOfServer,
  readDockerConfig: () => readDockerConfig
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ONGVMUCM = require("./chunk-ONGVMUCM.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_node_path = require("node:path");
var text = (0, import_chunk_H7G5P3MR.string)().optional();
var entry = (0, import_chunk_H7G5P3MR.object)({ auth: text, username: text, password: text, identitytoken: text, registrytoken: text });
var schema = (0, import_chunk_H7G5P3MR.object)({
  auths: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), entry.nullable()).optional(),
  credHelpers: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.string)()).optional(),
  credsStore: text
});
var dockerHub = /* @__PURE__ */ new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
function readDockerConfig(environment) {
  const path = (0, import_node_path.join)((0, import_chunk_ONGVMUCM.dockerConfigDir)(environment), "config.json");
  const found = (0, import_chunk_ONGVMUCM.readOptional)(path);
  if (found === void 0) return void 0;
  const { auths = {}, credHelpers = {}, credsStore } = (0, import_chunk_ONGVMUCM.parseJson)(path, found, schema);
  return { path, auths, credHelpers, ...credsStore && { credsStore } };
}
function hostOfServer(server) {
  const host = server.replace(/^https?:\/\//, "").replace(/\/.*$/s, "");
  return dockerHub.has(host) ? "docker.io" : host;
}
function entryOfHost(entries, host) {
  if (Object.hasOwn(entries, host)) return entries[host];
  return Object.entries(entries).find(([server]) => hostOfServer(server) === host)?.[1];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  entryOfHost,
  hostOfServer,
  readDockerConfig
});
