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
  Files: () => Files,
  viewOf: () => viewOf,
  viewTypes: () => viewTypes,
  viewVariables: () => viewVariables
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var maxLooks = 1e5;
var Looks = class {
  #left;
  constructor(most = maxLooks) {
    this.#left = most;
  }
  /** @throws Error when there are none left */
  take(count) {
    this.#left -= count;
    if (this.#left < 0) throw new Error(`it looks at more than ${maxLooks} elements of lists`);
  }
};
function counted(list, looks) {
  return new Proxy(list, {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d/.test(key)) looks.take(1);
      return Reflect.get(target, key, receiver);
    }
  });
}
var viewTypes = {
  Config: {
    user: "string",
    entrypoint: "list<string>",
    cmd: "list<string>",
    workingDir: "string",
    env: "map<string, string>",
    exposedPorts: "list<string>",
    volumes: "list<string>",
    labels: "map<string, string>",
    healthcheck: "list<string>",
    stopSignal: "string"
  },
  Layer: {
    index: "int",
    unpackedBytes: "int",
    visibleBytes: "int",
    entries: "int",
    createdBy: "string",
    line: "int",
    isBase: "bool"
  },
  Package: {
    manager: "string",
    name: "string",
    version: "string",
    architecture: "string",
    bytes: "int",
    layer: "int"
  },
  HiddenFile: { path: "string", bytes: "int", addedBy: "int", hiddenBy: "int", how: "string" },
  File: { path: "string", bytes: "int", mode: "int", uid: "int", gid: "int", layer: "int" },
  Image: {
    name: "string",
    platform: "string",
    unpackedBytes: "int",
    visibleBytes: "int",
    hiddenBytes: "int",
    pullBytes: "int",
    baseLayers: "int",
    config: "Config",
    layers: "list<Layer>",
    packages: "list<Package>",
    hidden: "list<HiddenFile>"
  },
  Instruction: { keyword: "string", line: "int", stage: "int", arguments: "list<string>", flags: "list<string>" },
  Stage: { index: "int", name: "string", base: "string", line: "int" },
  Dockerfile: { file: "string", instructions: "list<Instruction>", stages: "list<Stage>", finalStage: "int" },
  Baseline: { from: "string", unpackedBytes: "int" },
  Change: {
    unpackedDeltaBytes: "int",
    hiddenDeltaBytes: "int",
    ownDeltaBytes: "int",
    baseDeltaBytes: "int",
    pullDeltaBytes: "int",
    layersDelta: "int",
    packages: "list<PackageChange>"
  },
  PackageChange: { manager: "string", name: "string", before: "string", after: "string", deltaBytes: "int" }
};
var viewVariables = {
  image: "Image",
  files: "Files",
  dockerfile: "Dockerfile",
  baseline: "Baseline",
  change: "Change"
};
var maxMatches = 5e3;
var maxPatterns = 100;
var Files = class {
  #tree;
  #looks;
  /** An expression asks for the same files again and again as it walks others. */
  #known = /* @__PURE__ */ new Map();
  constructor(tree, looks) {
    this.#tree = tree;
    this.#looks = looks;
  }
  /** Regular files whose absolute path fits. @throws Error when there are more than an expression can look at, or the pattern is none */
  matching(pattern) {
    const known = this.#known.get(pattern) ?? this.#find(pattern);
    this.#known.set(pattern, known);
    return known;
  }
  #find(pattern) {
    const problem = (0, import_chunk_IAAG4V6P.globProblem)(pattern);
    if (problem !== void 0) throw new Error(`\`${pattern}\` is not ${problem}`);
    const matches = (0, import_chunk_IAAG4V6P.compileGlob)(pattern);
    this.#looks.take(1 + Math.floor(maxLooks / maxPatterns));
    const found = [];
    for (const { path, type, fileBytes, mode, uid, gid, layer } of this.#tree.all()) {
      if (type !== import_chunk_OR32E4J6.EntryType.file || !matches(`/${path}`)) continue;
      if (found.length === maxMatches) throw new Error(`\`${pattern}\` fits more than ${maxMatches} files`);
      found.push(exact({ path: `/${path}`, bytes: fileBytes, mode, uid, gid, layer }, this.#looks));
    }
    return counted(found, this.#looks);
  }
};
function viewOf(subject) {
  const { imageName, measurement, tree, dockerfile, change } = subject;
  const looks = new Looks();
  const seen = (data) => exact(data, looks);
  return {
    image: seen(imageView(imageName, measurement)),
    ...tree && { files: new Files(tree, looks) },
    ...dockerfile && { dockerfile: seen(dockerfileView(dockerfile)) },
    ...change && { baseline: seen({ from: change.before, unpackedBytes: change.beforeBytes }) },
    ...change && { change: seen(changeView(change)) }
  };
}
function imageView(name, measurement) {
  const { platform, unpackedBytes, visibleBytes, hiddenBytes, pull, baseLayers, config, packages, hidden } = measurement;
  return {
    name,
    platform,
    unpackedBytes,
    visibleBytes,
    hiddenBytes,
    packages,
    hidden,
    ...pull && { pullBytes: pull.bytes },
    ...baseLayers !== void 0 && { baseLayers },
    config: {
      user: config.user,
      entrypoint: config.entrypoint ?? [],
      cmd: config.cmd ?? [],
      workingDir: config.workingDir,
      env: Object.fromEntries(config.env.map((pair) => [pair.split("=")[0], pair.slice(pair.indexOf("=") + 1)])),
      exposedPorts: config.exposedPorts,
      volumes: config.volumes,
      labels: config.labels,
      healthcheck: config.healthcheck?.test ?? [],
      stopSignal: config.stopSignal ?? ""
    },
    layers: measurement.perLayer.map((layer, index) => ({
      index,
      unpackedBytes: layer.unpackedBytes,
      visibleBytes: layer.visibleBytes,
      entries: layer.entries,
      createdBy: layer.createdBy,
      line: layer.dockerfile?.startLine ?? 0,
      isBase: index < (baseLayers ?? 0)
    }))
  };
}
function dockerfileView({ file, instructions, stages, final }) {
  return {
    file,
    finalStage: final.stage,
    instructions: instructions.map(({ keyword, startLine, stage, arguments: words, flags }) => ({
      keyword,
      line: startLine,
      arguments: words,
      flags,
      stage: stage ?? -1
    })),
    stages: stages.map(({ index, name, base, startLine }) => ({
      index,
      line: startLine,
      name: name ?? "",
      base: base.reference ?? ""
    }))
  };
}
function changeView(change) {
  const { unpackedDeltaBytes, hiddenDeltaBytes, ownDeltaBytes, baseDeltaBytes, pullDelta, layersDelta, packages } = change;
  return {
    unpackedDeltaBytes,
    hiddenDeltaBytes,
    layersDelta,
    ...ownDeltaBytes !== void 0 && { ownDeltaBytes },
    ...baseDeltaBytes !== void 0 && { baseDeltaBytes },
    ...pullDelta && { pullDeltaBytes: pullDelta.bytes },
    packages: packages.map((one) => ({ before: "", after: "", ...one }))
  };
}
function exact(data, looks) {
  if (typeof data === "number") return BigInt(data);
  if (Array.isArray(data))
    return counted(
      data.map((one) => exact(one, looks)),
      looks
    );
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, exact(value, looks)]));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Files,
  viewOf,
  viewTypes,
  viewVariables
});
