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
  isPodman: () => isPodman,
  readSettings: () => readSettings,
  unlessRefused: () => unlessRefused
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_path = require("node:path");
var info = (0, import_chunk_H7G5P3MR.object)({
  DockerRootDir: (0, import_chunk_H7G5P3MR.string)().nullish(),
  DriverStatus: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)())).nullish(),
  Containerd: (0, import_chunk_H7G5P3MR.object)({ Address: (0, import_chunk_H7G5P3MR.string)().nullish() }).nullish()
});
var version = (0, import_chunk_H7G5P3MR.object)({ Components: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ Name: (0, import_chunk_H7G5P3MR.string)() })).nullish() });
async function isPodman(engine, signal) {
  const { Components } = version.parse(
    await engine.call({ what: "asking what it is", method: "GET", path: "/version" }, signal)
  );
  return (Components ?? []).some(({ Name }) => Name === "Podman Engine");
}
async function readSettings(engine, signal) {
  const { DockerRootDir, DriverStatus, Containerd } = info.parse(
    await engine.call({ what: "asking for its settings", method: "GET", path: "/info" }, signal)
  );
  const status = new Map((DriverStatus ?? []).map(([key = "", value = ""]) => [key, value]));
  const hasWholeFolders = status.get("Native Overlay Diff") === "true" && status.get("Using metacopy") !== "true";
  if (!status.get("driver-type")?.startsWith("io.containerd.snapshotter")) return { hasWholeFolders };
  const own = DockerRootDir ? [`${DockerRootDir}/containerd/daemon`] : [];
  const beside = Containerd?.Address ? [`${(0, import_node_path.dirname)(Containerd.Address)}/containerd`] : [];
  const moved = DockerRootDir ? [`${(0, import_node_path.dirname)(DockerRootDir)}/containerd`] : [];
  const roots = /* @__PURE__ */ new Set([...own, "/var/lib/containerd", ...moved, ...beside]);
  return { hasWholeFolders, contentRoots: [...roots].filter((root) => /^\/[^\n]*$/.test(root)) };
}
async function unlessRefused(engine, work, { note }, signal) {
  try {
    return await work;
  } catch (thrown) {
    const explained = (0, import_chunk_SWWGSW5Y.explainEngineFailure)(thrown, engine.host, "reading the image", signal);
    if (signal.aborted) throw explained;
    if (explained instanceof import_chunk_ZU5SK2EV.UserError && explained.problems.some(({ code }) => code === "docker-unavailable"))
      throw explained;
    note?.(`The engine is asked for the whole image: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return void 0;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isPodman,
  readSettings,
  unlessRefused
});
