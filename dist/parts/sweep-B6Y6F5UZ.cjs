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
  sweep: () => sweep
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_events = require("node:events");
var containers = (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ Id: (0, import_chunk_H7G5P3MR.string)() }));
var images = (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ RepoTags: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).nullish() }));
async function sweep(engine, runId, withinMs = 1e4) {
  if (!/^[a-z0-9]{1,64}$/.test(runId)) throw new Error(`"${runId}" is no run ID.`);
  const signal = (0, import_chunk_OTF75QEW.timeoutSignal)(withinMs);
  await Promise.race([(0, import_chunk_IKCWV4GA.settledContainers)(runId), (0, import_node_events.once)(signal, "abort")]);
  const ours = { all: "1", filters: JSON.stringify({ label: [`${import_chunk_IKCWV4GA.runLabel}=${runId}`] }) };
  const found = containers.parse(
    await engine.call({ what: "listing containers", method: "GET", path: "/containers/json", query: ours }, signal)
  );
  for (const { Id: id } of found) await (0, import_chunk_IKCWV4GA.removeContainer)(engine, id, signal);
  for (const tag of await tagsOfRun(engine, runId, signal)) await removeTag(engine, tag, signal);
}
async function tagsOfRun(engine, runId, signal) {
  const names = ["", "localhost/", "docker.io/library/"].map((registry) => `${registry}plimsoll-${runId}`);
  const query = { filters: JSON.stringify({ reference: names }) };
  const found = images.parse(
    await engine.call({ what: "listing images", method: "GET", path: "/images/json", query }, signal)
  );
  return found.flatMap((image) => image.RepoTags ?? []).filter((tag) => names.some((name) => tag.startsWith(`${name}:`)));
}
async function removeTag(engine, tag, signal) {
  try {
    await engine.call({ what: "removing an image of ours", method: "DELETE", path: `/images/${tag}` }, signal);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_SWWGSW5Y.EngineRefused && thrown.status === 404)) throw thrown;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  sweep
});
