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
  drawMountName: () => drawMountName,
  removeContainer: () => removeContainer,
  runLabel: () => runLabel,
  settledContainers: () => settledContainers,
  withContainer: () => withContainer
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_node_crypto = require("node:crypto");
var runLabel = "dev.plimsoll.run";
var created = (0, import_chunk_H7G5P3MR.object)({ Id: (0, import_chunk_H7G5P3MR.string)().regex(/^[0-9a-f]{12,64}$/) });
var drawMountName = () => `.plimsoll-${(0, import_node_crypto.randomBytes)(12).toString("hex")}`;
var asBind = ({ source, target }) => ({
  Type: "bind",
  Source: source,
  Target: target,
  ReadOnly: true
});
var creationGraceMs = 3e3;
var removalGraceMs = 1500;
var underWay = /* @__PURE__ */ new Map();
async function settledContainers(runId) {
  for (let own = underWay.get(runId); own; own = underWay.get(runId)) await Promise.allSettled(own);
}
async function withContainer(engine, wish, signal, work) {
  const making = createContainer(engine, wish, signal);
  const working = making.then(work);
  watch(wish.runId, removeAfter(engine, making, working, signal));
  const result = await working;
  await (0, import_chunk_KEMUNL7R.headStart)();
  return result;
}
function watch(runId, removing) {
  const all = underWay.get(runId) ?? /* @__PURE__ */ new Set();
  underWay.set(runId, all);
  const settled = removing.then(
    () => done(),
    () => done()
  );
  const done = () => {
    all.delete(settled);
    if (all.size === 0) underWay.delete(runId);
  };
  all.add(settled);
}
async function removeAfter(engine, making, working, signal) {
  const id = await making;
  await Promise.allSettled([working]);
  await removeContainer(engine, id, (0, import_chunk_OTF75QEW.timeoutSignal)(signal.aborted ? removalGraceMs : 1e4));
}
async function createContainer(engine, wish, signal) {
  const late = new AbortController();
  const wait = () => void setTimeout(() => late.abort(), creationGraceMs).unref();
  if (signal.aborted) late.abort();
  signal.addEventListener("abort", wait, { once: true });
  try {
    return created.parse(await engine.call(creation(wish), late.signal)).Id;
  } finally {
    signal.removeEventListener("abort", wait);
  }
}
var creation = ({ runId, imageId, mounts = [] }) => ({
  what: "creating a container to read files from",
  method: "POST",
  path: "/containers/create",
  json: {
    Image: imageId,
    // An image may name no command, and the engine wants one.
    Entrypoint: ["/never-started"],
    Cmd: [],
    Labels: { [runLabel]: runId },
    NetworkDisabled: true,
    HostConfig: { NetworkMode: "none", ...mounts.length > 0 && { Mounts: mounts.map(asBind) } }
  }
});
async function removeContainer(engine, id, signal) {
  const query = { force: "1", v: "1" };
  try {
    await engine.call({ what: "removing a container", method: "DELETE", path: `/containers/${id}`, query }, signal);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_SWWGSW5Y.EngineRefused && (thrown.status === 404 || thrown.status === 409))) throw thrown;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  drawMountName,
  removeContainer,
  runLabel,
  settledContainers,
  withContainer
});
