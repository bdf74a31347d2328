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
  openWorkshop: () => openWorkshop
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ONGVMUCM = require("./chunk-ONGVMUCM.cjs");
var import_chunk_VK25PEYO = require("./chunk-VK25PEYO.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_QVWVBULK = require("./chunk-QVWVBULK.cjs");
var import_chunk_OUSTZCIE = require("./chunk-OUSTZCIE.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_ZKWNJXMG = require("./chunk-ZKWNJXMG.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_crypto2 = require("node:crypto");
var import_node_path = require("node:path");
var version = (0, import_chunk_H7G5P3MR.object)({ Os: (0, import_chunk_H7G5P3MR.string)(), Arch: (0, import_chunk_H7G5P3MR.string)() });
async function enginePlatform(engine, signal) {
  const call = { what: "asking for its version", method: "GET", path: "/version" };
  const { Os, Arch } = version.parse(await engine.call(call, signal));
  return `${Os}/${Arch}`.toLowerCase();
}
var runName = (runId) => {
  let count = 0;
  return { runId, nextTag: () => `plimsoll-${runId}:${count += 1}` };
};
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
  const { readDockerArchiveStream } = await Promise.resolve().then(() => __toESM(require("./docker-archive-VWRZBG67.cjs")));
  const { exportStream } = await Promise.resolve().then(() => __toESM(require("./export-stream-Z4U4KS5Z.cjs")));
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
async function fromDatabase(reading, signal) {
  const { engine, run, inspect, options, ahead } = reading;
  const { Id: id, RootFS, GraphDriver } = inspect;
  const upperDir = GraphDriver?.Data?.["UpperDir"];
  const diffIds = RootFS?.Layers ?? [];
  const { cache = import_chunk_QVWVBULK.noLayerCache } = options;
  if (await (0, import_chunk_QVWVBULK.keepsAll)(cache, diffIds, "crc64")) ahead.start(engine, run, id, signal);
  const known = await (0, import_chunk_QVWVBULK.knownLayers)(cache, diffIds, "crc64");
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
  const { readLayerDatabase } = await Promise.resolve().then(() => __toESM(require("./layer-database-PREGIGX7.cjs")));
  const { databaseFolder, databaseKeeper } = await Promise.resolve().then(() => __toESM(require("./databases-ahead-OJRXVULC.cjs")));
  const { openBody, bodies } = databaseKeeper();
  const beside = { folder: databaseFolder, openBody };
  const both = readLayerDatabase(engine, run, { ...image, beside }, signal);
  const layers = await (0, import_chunk_VK25PEYO.unlessRefused)(engine, both.layers, {}, signal);
  if (layers) {
    ahead.expect(both.ended.then(() => bodies));
    return layers;
  }
  ahead.start(engine, run, image.id, signal);
  return (0, import_chunk_VK25PEYO.unlessRefused)(engine, readLayerDatabase(engine, run, image, signal).layers, options, signal);
}
async function openStored(engine, run, inspect, options, signal) {
  const { mode = "auto", cache = import_chunk_QVWVBULK.noLayerCache } = options;
  const isClassic = inspect.GraphDriver?.Data?.["UpperDir"] !== void 0;
  const settings = isClassic ? {} : await (0, import_chunk_VK25PEYO.readSettings)(engine, signal);
  const whole = lazily((when) => readExport(engine, inspect.Id, when));
  const exported = async (facts2, when) => checked(facts2, await whole(when)).readLayers(when);
  if (settings.contentRoots && mode === "auto") {
    const image = { id: inspect.Id, platform: platformOf(inspect), roots: settings.contentRoots };
    const { openContentStore } = await Promise.resolve().then(() => __toESM(require("./content-store-3JBQPUGV.cjs")));
    const stored = await (0, import_chunk_VK25PEYO.unlessRefused)(engine, openContentStore(engine, run, image, cache, signal), options, signal);
    if (stored) {
      const { facts: facts2, readLayers, readRecords } = stored;
      return {
        facts: facts2,
        readRecords,
        readLayers: async (when, ahead, keep) => {
          ahead.start(engine, run, inspect.Id, when);
          return await (0, import_chunk_VK25PEYO.unlessRefused)(engine, readLayers(when, keep), options, when) ?? exported(facts2, when);
        }
      };
    }
  }
  const facts = (settings.contentRoots ? void 0 : await (0, import_chunk_VK25PEYO.unlessRefused)(engine, quickFacts(engine, inspect, signal), options, signal)) ?? (await whole(signal)).facts;
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
  if (inspect.GraphDriver?.Name !== "overlay2" && await (0, import_chunk_VK25PEYO.isPodman)(engine, signal)) return void 0;
  const call = {
    what: "reading the image's history",
    method: "GET",
    path: `/images/${inspect.Id}/history`
  };
  return factsOfInspect(inspect, imageHistory.parse(await engine.call(call, signal)));
}
function engineSource(engine, run, options = {}) {
  return {
    async open(source, platform, signal) {
      if (source.kind !== "engine") throw new Error(`The engine cannot open a source of kind ${source.kind}.`);
      const inspect = await inspectImage(engine, source.reference, signal);
      requirePlatform(inspect, platform, source.reference);
      const { facts, readLayers, readRecords } = await openStored(engine, run, inspect, options, signal);
      let ahead;
      let layers = [];
      return {
        facts,
        // Whoever wants only what the image states does not load what reads it.
        readLayers: async (when, keep) => {
          const files = await Promise.resolve().then(() => __toESM(require("./databases-ahead-OJRXVULC.cjs")));
          ahead = new files.DatabasesAhead();
          return layers = await readLayers(when, ahead, keep);
        },
        readBodies: async (nodes, maxBytes, when) => {
          const { readBodiesFromContainer } = await Promise.resolve().then(() => __toESM(require("./bodies-GA5RPG6X.cjs")));
          const early = await ahead?.take(nodes, maxBytes) ?? /* @__PURE__ */ new Map();
          const others = nodes.filter(({ path }) => !early.has(path));
          const wish = { imageId: inspect.Id, nodes: others, layers, maxBytes };
          const later = await readBodiesFromContainer(engine, run, wish, when);
          return new Map([...early, ...later]);
        },
        readRecords: async (records, maxBytes, when) => {
          const { readHiddenBodies } = await Promise.resolve().then(() => __toESM(require("./hidden-bodies-IGEV5Q4K.cjs")));
          return readHiddenBodies({ engine, run, inspect, options, layers, readRecords }, records, maxBytes, when);
        }
      };
    }
  };
}
async function inspectImage(engine, reference, signal) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(reference) || reference.includes(".."))
    throw noSuchImage(reference, "no image reference");
  const call = { what: `inspecting ${reference}`, method: "GET", path: `/images/${reference}/json` };
  try {
    return imageInspect.parse(await engine.call(call, signal));
  } catch (thrown) {
    if (thrown instanceof import_chunk_SWWGSW5Y.EngineRefused && thrown.status === 404) throw noSuchImage(reference, thrown.message);
    throw thrown;
  }
}
var noSuchImage = (reference, got) => new import_chunk_ZU5SK2EV.UserError({
  code: "no-such-image",
  message: `The engine has no image "${reference}".`,
  got,
  expected: "a name or ID that `docker images` shows",
  hint: "Build it or pull it first; this tool never pulls for you from the engine."
});
function requirePlatform(inspect, platform, reference) {
  const own = platformOf(inspect);
  if (platform === void 0 || own === platform || own.startsWith(`${platform}/`)) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-platform",
    message: `The engine's image "${reference}" is for ${own}, not for ${platform}.`,
    got: own,
    expected: platform,
    hint: "Build or pull it with --platform, or leave the platform out."
  });
}
var defaultSocket = "unix:///var/run/docker.sock";
var dockerConfig = (0, import_chunk_H7G5P3MR.object)({ currentContext: (0, import_chunk_H7G5P3MR.string)().optional() });
var contextMeta = (0, import_chunk_H7G5P3MR.object)({
  Endpoints: (0, import_chunk_H7G5P3MR.object)({ docker: (0, import_chunk_H7G5P3MR.object)({ Host: (0, import_chunk_H7G5P3MR.string)(), SkipTLSVerify: (0, import_chunk_H7G5P3MR.boolean)().optional() }) })
});
function findEngineHost(environment) {
  const configDir = (0, import_chunk_ONGVMUCM.dockerConfigDir)(environment);
  const fromEnvironment = environment["DOCKER_HOST"];
  if (fromEnvironment) return parseHost(fromEnvironment, "DOCKER_HOST", tlsOfEnvironment(environment, configDir));
  const context = environment["DOCKER_CONTEXT"] || currentContext(configDir);
  if (context && context !== "default") return hostOfContext(context, configDir);
  return parseHost(defaultSocket, "the default", void 0);
}
function currentContext(configDir) {
  const path = (0, import_node_path.join)(configDir, "config.json");
  const text = (0, import_chunk_ONGVMUCM.readOptional)(path);
  return text === void 0 ? void 0 : (0, import_chunk_ONGVMUCM.parseJson)(path, text, dockerConfig).currentContext;
}
function hostOfContext(name, configDir) {
  const id = (0, import_node_crypto2.createHash)("sha256").update(name).digest("hex");
  const path = (0, import_node_path.join)(configDir, "contexts", "meta", id, "meta.json");
  const text = (0, import_chunk_ONGVMUCM.readOptional)(path);
  if (text === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-docker-context",
      message: `The docker context "${name}" does not exist.`,
      got: name,
      expected: "a name that `docker context ls` shows",
      hint: "Choose another with `docker context use`, or set DOCKER_HOST."
    });
  }
  const { Host: host, SkipTLSVerify: skipVerify } = (0, import_chunk_ONGVMUCM.parseJson)(path, text, contextMeta).Endpoints.docker;
  const pem = (file) => (0, import_chunk_ONGVMUCM.readOptional)((0, import_node_path.join)(configDir, "contexts", "tls", id, "docker", file));
  const [ca, cert, key] = [pem("ca.pem"), pem("cert.pem"), pem("key.pem")];
  const tls = ca || cert || skipVerify ? readTls(ca, cert, key, skipVerify !== true) : void 0;
  return parseHost(host, `the context ${name}`, tls);
}
function tlsOfEnvironment(environment, configDir) {
  const verify = Boolean(environment["DOCKER_TLS_VERIFY"]);
  if (!verify && !environment["DOCKER_TLS"]) return void 0;
  const dir = environment["DOCKER_CERT_PATH"] || configDir;
  const pem = (file) => (0, import_chunk_ONGVMUCM.readOptional)((0, import_node_path.join)(dir, file));
  return readTls(pem("ca.pem"), pem("cert.pem"), pem("key.pem"), verify);
}
var readTls = (ca, cert, key, verify) => ({
  ...ca !== void 0 && { ca },
  ...cert !== void 0 && { cert },
  ...key !== void 0 && { key },
  verify
});
function parseHost(text, saidBy, tls) {
  const [scheme, rest] = text.includes("://") ? [text.slice(0, text.indexOf("://")), text.slice(text.indexOf("://") + 3)] : ["tcp", text];
  if (scheme === "unix" && rest.startsWith("/")) return { name: text, saidBy, address: { socketPath: rest } };
  if (scheme === "npipe") return { name: text, saidBy, address: { socketPath: rest || "//./pipe/docker_engine" } };
  if (scheme === "ssh") throw sshUnsupported(text, saidBy);
  const url = scheme === "tcp" && rest && URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : void 0;
  if (!url || url.username || url.search || !["", "/"].includes(url.pathname)) throw badHost(text, saidBy);
  const port = Number(url.port || (/:80\/?$/.test(rest) ? 80 : tls ? 2376 : 2375));
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { name: `tcp://${url.hostname}:${port}`, saidBy, address: { host, port }, ...tls && { tls } };
}
var badHost = (text, saidBy) => new import_chunk_ZU5SK2EV.UserError({
  code: "bad-docker-host",
  message: `${saidBy} names "${text}", which is no address of a Docker Engine.`,
  got: text,
  expected: "unix:///PATH or tcp://HOST:PORT",
  hint: "Correct it, or unset it to use the default socket."
});
var sshUnsupported = (text, saidBy) => new import_chunk_ZU5SK2EV.UserError({
  code: "ssh-host-unsupported",
  message: `${saidBy} names "${text}", and engines over ssh are not supported.`,
  got: text,
  expected: "unix:///PATH or tcp://HOST:PORT",
  hint: "Forward the socket: ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock HOST, and set DOCKER_HOST=unix:///tmp/docker.sock."
});
function watchLeavings(engine) {
  let left = 0;
  const makes = ({ method }) => {
    if (method === "POST") left += 1;
  };
  return {
    ...engine,
    async call(call, signal) {
      makes(call);
      const answer = await engine.call(call, signal);
      if (call.method === "DELETE" && call.path.startsWith("/containers/")) left -= 1;
      return answer;
    },
    stream: (call, signal) => {
      makes(call);
      return engine.stream(call, signal);
    },
    mayHaveLeft: () => left > 0
  };
}
var sweepCancelledMs = 2e3;
function engineOnDemand({ environment, run, onBytes, signal, warn }) {
  let found;
  let mayHaveBuilt = false;
  const open = async () => found ??= watchLeavings({ ...(0, import_chunk_OUSTZCIE.openEngine)(findEngineHost(environment)), onBytes });
  return {
    open,
    async openForBuild() {
      const engine = await open();
      await (0, import_chunk_OUSTZCIE.ping)(engine, signal);
      mayHaveBuilt = true;
      return engine;
    },
    async close() {
      if (!found) return;
      if (!signal.aborted) await (0, import_chunk_IKCWV4GA.settledContainers)(run.runId);
      if (!mayHaveBuilt && !found.mayHaveLeft()) return;
      try {
        const { sweep } = await Promise.resolve().then(() => __toESM(require("./sweep-B6Y6F5UZ.cjs")));
        await sweep(found, run.runId, signal.aborted ? sweepCancelledMs : void 0);
      } catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        warn(`What this run made in the engine (label run ${run.runId}) could not be removed: ${why}`);
      }
    }
  };
}
function layerCacheOnDemand(options) {
  let opened;
  const open = async () => (await Promise.resolve().then(() => __toESM(require("./folder-ILQDQMEH.cjs")))).cacheFolder(options);
  const folder = () => opened ??= open();
  return {
    get: async (diffId, sums) => (await folder()).get(diffId, sums),
    has: async (diffId, sums) => (await folder()).has(diffId, sums),
    put: (diffId, layer) => void folder().then((cache) => cache.put(diffId, layer)),
    close: async () => (await opened)?.close()
  };
}
function openWorkshop(request) {
  const { environment, checkout, mode, signal, warn } = request;
  const { progress, onBytes } = (0, import_chunk_ABOBOMAN.readMeter)(request.progress);
  const run = runName((0, import_node_crypto.randomBytes)(6).toString("hex"));
  const engine = engineOnDemand({ environment, run, onBytes, signal, warn });
  const { cacheFolder: folder } = request;
  const key = environment["PLIMSOLL_CACHE_KEY"] ?? "";
  const layers = folder === void 0 ? void 0 : layerCacheOnDemand({ folder, key, note: warn });
  const cache = layers ?? import_chunk_QVWVBULK.noLayerCache;
  const registry = registryOf(request, cache, onBytes);
  const note = (text) => progress.log(text);
  const images = {
    open: async (source, platform2, when) => {
      if (source.kind === "registry") return (await registry()).open(source, platform2, when);
      if (source.kind !== "engine") {
        const { fileSource } = await Promise.resolve().then(() => __toESM(require("./images-5JMT22JB.cjs")));
        return fileSource(cache, onBytes).open(source, platform2, when);
      }
      return engineSource(await engine.open(), run, { note, cache, ...mode && { mode } }).open(
        source,
        platform2,
        when
      );
    }
  };
  let platform;
  return {
    images,
    registries: {
      tags: async (name, when) => (await registry()).tags(name, when),
      platforms: async (reference, when) => (await registry()).platforms(reference, when)
    },
    builderPlatform: () => platform ??= engine.open().then((found) => enginePlatform(found, signal)),
    contexts: {
      weigh: async (context, when) => {
        const { weighContext } = await Promise.resolve().then(() => __toESM(require("./context-weigh-YIOB7Y6L.cjs")));
        const { helperThreads } = await Promise.resolve().then(() => __toESM(require("./context-thread-S2WAVBTH.cjs")));
        return weighContext(context, environment, when, helperThreads(__dirname));
      }
    },
    builder: {
      build: async (build, when) => {
        const { openBuilder } = await Promise.resolve().then(() => __toESM(require("./builder-UZYT5V2O.cjs")));
        return openBuilder(engine.openForBuild, run, environment, progress).build(build, when);
      }
    },
    checkout,
    clock: import_chunk_ZKWNJXMG.systemClock,
    progress,
    signal,
    async close() {
      await layers?.close();
      await engine.close();
    }
  };
}
function registryOf({ environment, insecureRegistries, onSecret }, cache, onBytes) {
  const open = async () => {
    const { registrySource } = await Promise.resolve().then(() => __toESM(require("./source-SQBZHXPL.cjs")));
    const platform = `linux/${goArchitectures[process.arch] ?? process.arch}`;
    return registrySource({ environment, insecureRegistries, platform, cache, onBytes, ...onSecret && { onSecret } });
  };
  let opened;
  return () => opened ??= open();
}
var goArchitectures = { x64: "amd64", ia32: "386", ppc64: "ppc64le" };
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openWorkshop
});
