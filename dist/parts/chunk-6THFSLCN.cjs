var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  imageInspect: () => imageInspect,
  openStored: () => openStored,
  platformOf: () => platformOf,
  readSettings: () => readSettings,
  unlessRefused: () => unlessRefused
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_4MQIN5IL = require("./chunk-4MQIN5IL.cjs");
var import_chunk_3HQYR3X4 = require("./chunk-3HQYR3X4.cjs");
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
var texts = (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).nullish();
var flags = (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.unknown)()).nullish();
var digest = (0, import_chunk_H7G5P3MR.custom)((text) => typeof text === "string" && /^sha256:[0-9a-f]{64}$/.test(text), "a digest");
var healthcheck = (0, import_chunk_H7G5P3MR.object)({
  Test: texts,
  Interval: (0, import_chunk_H7G5P3MR.number)().optional(),
  Timeout: (0, import_chunk_H7G5P3MR.number)().optional(),
  StartPeriod: (0, import_chunk_H7G5P3MR.number)().optional(),
  Retries: (0, import_chunk_H7G5P3MR.number)().optional()
});
var imageInspect = (0, import_chunk_H7G5P3MR.object)({
  // Podman leaves the algorithm out.
  Id: (0, import_chunk_H7G5P3MR.preprocess)((id) => typeof id === "string" && /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id, digest),
  Os: (0, import_chunk_H7G5P3MR.string)(),
  Architecture: (0, import_chunk_H7G5P3MR.string)(),
  Variant: (0, import_chunk_H7G5P3MR.string)().nullish(),
  Created: (0, import_chunk_H7G5P3MR.string)().nullish(),
  GraphDriver: (0, import_chunk_H7G5P3MR.object)({ Name: (0, import_chunk_H7G5P3MR.string)().nullish(), Data: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.string)()).nullish() }).nullish(),
  RootFS: (0, import_chunk_H7G5P3MR.object)({ Layers: (0, import_chunk_H7G5P3MR.array)(digest).nullish() }).nullish(),
  Config: (0, import_chunk_H7G5P3MR.object)({
    User: (0, import_chunk_H7G5P3MR.string)().nullish(),
    Entrypoint: texts,
    Cmd: texts,
    WorkingDir: (0, import_chunk_H7G5P3MR.string)().nullish(),
    Env: texts,
    ExposedPorts: flags,
    Volumes: flags,
    Labels: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.string)()).nullish(),
    Healthcheck: healthcheck.nullish(),
    StopSignal: (0, import_chunk_H7G5P3MR.string)().nullish(),
    Shell: texts,
    OnBuild: texts
  }).nullish()
});
var imageHistory = (0, import_chunk_H7G5P3MR.array)(
  (0, import_chunk_H7G5P3MR.object)({ CreatedBy: (0, import_chunk_H7G5P3MR.string)().nullish(), Comment: (0, import_chunk_H7G5P3MR.string)().nullish(), Size: (0, import_chunk_H7G5P3MR.number)() })
);
function factsOfInspect(inspect, history) {
  const diffIds = inspect.RootFS?.Layers ?? [];
  const entries = historyWithLayers(history.toReversed(), diffIds.length);
  return entries && {
    source: `engine:${inspect.Id}`,
    imageId: inspect.Id,
    platform: platformOf(inspect),
    config: configOf(inspect.Config ?? {}),
    ...inspect.Created && { created: inspect.Created },
    history: entries,
    diffIds
  };
}
var platformOf = ({ Os: os, Architecture: architecture, Variant: variant }) => [os, architecture, ...variant ? [variant] : []].join("/");
var madeNothing = /^(\/bin\/sh -c #\(nop\) +)?(ENV|CMD|ENTRYPOINT|LABEL|EXPOSE|USER|VOLUME|ARG|STOPSIGNAL|HEALTHCHECK|ONBUILD|SHELL|MAINTAINER)\b/;
function historyWithLayers(oldestFirst, layers) {
  const withBytes = oldestFirst.filter((entry) => entry.Size > 0).length;
  const open = oldestFirst.filter((entry) => entry.Size === 0 && !madeNothing.test(entry.CreatedBy ?? "")).length;
  const openMadeLayers = withBytes + open === layers;
  if (withBytes !== layers && !openMadeLayers) return void 0;
  return oldestFirst.map((entry) => ({
    createdBy: entry.CreatedBy ?? "",
    comment: entry.Comment ?? "",
    emptyLayer: entry.Size === 0 && (!openMadeLayers || madeNothing.test(entry.CreatedBy ?? ""))
  }));
}
function configOf(config) {
  const health = config.Healthcheck;
  return {
    user: config.User ?? "",
    ...config.Entrypoint && { entrypoint: config.Entrypoint },
    ...config.Cmd && { cmd: config.Cmd },
    workingDir: config.WorkingDir ?? "",
    env: config.Env ?? [],
    exposedPorts: Object.keys(config.ExposedPorts ?? {}),
    volumes: Object.keys(config.Volumes ?? {}),
    labels: config.Labels ?? {},
    ...health && { healthcheck: healthcheckOf(health) },
    ...config.StopSignal && { stopSignal: config.StopSignal },
    ...config.Shell && { shell: config.Shell },
    ...config.OnBuild && { onBuild: config.OnBuild }
  };
}
var healthcheckOf = (health) => ({
  test: health.Test ?? [],
  ...health.Interval !== void 0 && { intervalNs: health.Interval },
  ...health.Timeout !== void 0 && { timeoutNs: health.Timeout },
  ...health.StartPeriod !== void 0 && { startPeriodNs: health.StartPeriod },
  ...health.Retries !== void 0 && { retries: health.Retries }
});
async function openStored(engine, run, inspect, options, signal) {
  const { mode = "auto", cache = import_chunk_3HQYR3X4.noLayerCache } = options;
  const isClassic = inspect.GraphDriver?.Data?.["UpperDir"] !== void 0;
  const settings = isClassic ? {} : await readSettings(engine, signal);
  const whole = lazily((when) => readExport(engine, inspect.Id, when));
  const exported = async (facts2, when) => checked(facts2, await whole(when)).readLayers(when);
  if (settings.contentRoots && mode === "auto") {
    const image = { id: inspect.Id, platform: platformOf(inspect), roots: settings.contentRoots };
    const { openContentStore } = await Promise.resolve().then(() => __toESM(require("./content-store-DIO4V4KS.cjs")));
    const stored = await unlessRefused(engine, openContentStore(engine, run, image, cache, signal), options, signal);
    if (stored) {
      const { facts: facts2, readLayers, readRecords } = stored;
      return {
        facts: facts2,
        readRecords,
        readLayers: async (when, ahead, keep) => {
          ahead.start(engine, run, inspect.Id, when);
          return await unlessRefused(engine, readLayers(when, keep), options, when) ?? exported(facts2, when);
        }
      };
    }
  }
  const facts = (settings.contentRoots ? void 0 : await unlessRefused(engine, quickFacts(engine, inspect, signal), options, signal)) ?? (await whole(signal)).facts;
  return {
    facts,
    readLayers: async (when, ahead) => {
      const read = mode === "auto" ? await fromDatabase({ engine, run, inspect, options, ahead }, when) : void 0;
      if (read) return read;
      ahead.start(engine, run, inspect.Id, when);
      return exported(facts, when);
    }
  };
}
async function quickFacts(engine, inspect, signal) {
  if (inspect.GraphDriver?.Name !== "overlay2" && await isPodman(engine, signal)) return void 0;
  const call = {
    what: "reading the image's history",
    method: "GET",
    path: `/images/${inspect.Id}/history`
  };
  return factsOfInspect(inspect, imageHistory.parse(await engine.call(call, signal)));
}
async function fromDatabase(reading, signal) {
  const { engine, run, inspect, options, ahead } = reading;
  const { Id: id, RootFS, GraphDriver } = inspect;
  const upperDir = GraphDriver?.Data?.["UpperDir"];
  const diffIds = RootFS?.Layers ?? [];
  const { cache = import_chunk_3HQYR3X4.noLayerCache } = options;
  const known = await (0, import_chunk_3HQYR3X4.knownLayers)(cache, diffIds, "crc64");
  const wanted = [...diffIds.keys()].filter((layer) => !known[layer]);
  if (wanted.length > 0 && (GraphDriver?.Name !== "overlay2" || upperDir === void 0)) return void 0;
  if (wanted.length === 0) ahead.start(engine, run, id, signal);
  const read = wanted.length === 0 ? none : await readStored(reading, { id, diffIds, upperDir: upperDir ?? "", wanted }, signal);
  if (!read) return void 0;
  return diffIds.map((diffId, layer) => {
    const scanned = known[layer] ?? read.get(layer);
    if (!scanned) throw new Error(`layer ${layer} was not read`);
    if (!known[layer]) cache.put(diffId, scanned);
    return scanned.entries;
  });
}
var none = /* @__PURE__ */ new Map();
async function readStored({ engine, run, options, ahead }, image, signal) {
  const { readLayerDatabase } = await Promise.resolve().then(() => __toESM(require("./layer-database-DZJHAAD2.cjs")));
  const { databaseFolder, databaseKeeper } = await Promise.resolve().then(() => __toESM(require("./databases-ahead-5N6XPSFU.cjs")));
  const { openBody, bodies } = databaseKeeper();
  const beside = { folder: databaseFolder, openBody };
  const both = await unlessRefused(engine, readLayerDatabase(engine, run, { ...image, beside }, signal), {}, signal);
  if (both) {
    ahead.found(bodies);
    return both;
  }
  ahead.start(engine, run, image.id, signal);
  return unlessRefused(engine, readLayerDatabase(engine, run, image, signal), options, signal);
}
async function unlessRefused(engine, work, { note }, signal) {
  try {
    return await work;
  } catch (thrown) {
    const explained = (0, import_chunk_4MQIN5IL.explainEngineFailure)(thrown, engine.host, "reading the image", signal);
    if (signal.aborted) throw explained;
    if (explained instanceof import_chunk_ZU5SK2EV.UserError && explained.problems.some(({ code }) => code === "docker-unavailable"))
      throw explained;
    note?.(`The engine is asked for the whole image: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return void 0;
  }
}
function lazily(work) {
  let running;
  return (signal) => {
    running ??= work(signal).catch((thrown) => {
      running = void 0;
      throw thrown;
    });
    return running;
  };
}
async function readExport(engine, id, signal) {
  const { readDockerArchiveStream } = await Promise.resolve().then(() => __toESM(require("./docker-archive-TY3VE5AQ.cjs")));
  const { exportStream } = await Promise.resolve().then(() => __toESM(require("./export-stream-G2BJ74PI.cjs")));
  const archive = await readDockerArchiveStream(() => exportStream(engine, id, signal), {
    source: `engine:${id}`,
    contentSums: true,
    // Bodies are read from a container.
    keepBody: () => 0,
    signal
  });
  const image = await archive.open();
  return { ...image, facts: { ...image.facts, source: `engine:${image.facts.imageId}` } };
}
function checked(facts, image) {
  if (image.facts.imageId === facts.imageId && String(image.facts.diffIds) === String(facts.diffIds)) return image;
  throw new Error(`The engine exported ${image.facts.imageId} when asked for ${facts.imageId}.`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  imageInspect,
  openStored,
  platformOf,
  readSettings,
  unlessRefused
});
