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
  compare: () => compare,
  rewrittenFiles: () => rewrittenFiles
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2ALLEEO2 = require("./chunk-2ALLEEO2.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var noisyLabels = /* @__PURE__ */ new Set([
  "org.opencontainers.image.created",
  "org.opencontainers.image.revision"
]);
function changedConfig(before, after) {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changes = [];
  for (const field of /* @__PURE__ */ new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(field), now.get(field)];
    if (from === to || sameOnceRedacted(field, from, to)) continue;
    changes.push({
      field,
      ...from !== void 0 && { before: shown(field, from) },
      ...to !== void 0 && { after: shownAfter(field, from, to) }
    });
  }
  return changes;
}
function nameOf(field) {
  return /^(?:env|labels)\.(.*)$/s.exec(field)?.[1];
}
function sameOnceRedacted(field, from, to) {
  const name = nameOf(field);
  if (name === void 0 || from === void 0 || to === void 0) return false;
  if (!(0, import_chunk_6JRNSUDS.isRedacted)(from) && !(0, import_chunk_6JRNSUDS.isRedacted)(to)) return false;
  const [before, after] = [from, to].map((value) => (0, import_chunk_VZ3MHFHV.isSecret)(name, value) ? (0, import_chunk_6JRNSUDS.redactValue)(value) : value);
  return before === after;
}
function shown(field, value) {
  const name = nameOf(field);
  return (0, import_chunk_6JRNSUDS.redactText)(name === void 0 ? value : (0, import_chunk_6JRNSUDS.redactNamed)(name, value));
}
function shownAfter(field, from, to) {
  const after = shown(field, to);
  const looksSame = from !== void 0 && shown(field, from) === after;
  return looksSame ? after.replace(/, not shown\)/, ", not shown, changed)") : after;
}
function settingsOf(config) {
  const settings = /* @__PURE__ */ new Map();
  const put = (field, value) => {
    const text = typeof value === "string" ? value : value === void 0 ? "" : JSON.stringify(value);
    if (text !== "" && text !== "[]") settings.set(field, text);
  };
  put("user", config.user);
  put("entrypoint", config.entrypoint && (0, import_chunk_6JRNSUDS.redactWords)(config.entrypoint));
  put("cmd", config.cmd && (0, import_chunk_6JRNSUDS.redactWords)(config.cmd));
  put("workingDir", config.workingDir);
  for (const variable of config.env) {
    const equals = variable.indexOf("=");
    const name = equals < 0 ? variable : variable.slice(0, equals);
    settings.set(`env.${name}`, equals < 0 ? "" : variable.slice(equals + 1));
  }
  put("exposedPorts", config.exposedPorts.toSorted());
  put("volumes", config.volumes.toSorted());
  for (const [name, value] of Object.entries(config.labels))
    if (!noisyLabels.has(name)) settings.set(`labels.${name}`, value);
  put("healthcheck", config.healthcheck && { ...config.healthcheck, test: (0, import_chunk_6JRNSUDS.redactWords)(config.healthcheck.test) });
  put("stopSignal", config.stopSignal);
  put("shell", config.shell);
  put("onBuild", config.onBuild);
  return settings;
}
function grownFolders(before, after) {
  if (before.baseLayers === void 0 !== (after.baseLayers === void 0)) return [];
  const ofBase = grown(baseFolders(before), baseFolders(after)).map((row) => ({ ...row, ofBase: true }));
  return [...grown(ownFolders(before), ownFolders(after)), ...ofBase].sort(
    (a, b) => b.deltaBytes - a.deltaBytes || (a.path < b.path ? -1 : 1)
  );
}
function ownFolders({ largest, perLayer, baseLayers = 0 }) {
  return { rows: largest, isAll: sumOf(largest) === visibleBytesOf(perLayer.slice(baseLayers)) };
}
function baseFolders({ largestOfBase = [], perLayer, baseLayers = 0 }) {
  return { rows: largestOfBase, isAll: sumOf(largestOfBase) === visibleBytesOf(perLayer.slice(0, baseLayers)) };
}
function grown(before, after) {
  const known = new Map(before.rows.map(({ path, bytes }) => [path, bytes]));
  const absentBytes = before.isAll ? 0 : void 0;
  return after.rows.flatMap(({ path, bytes }) => {
    const beforeBytes = known.get(path) ?? absentBytes;
    return beforeBytes !== void 0 && bytes > beforeBytes ? [{ path, deltaBytes: bytes - beforeBytes }] : [];
  });
}
var sumOf = (rows) => rows.reduce((sum, { bytes }) => sum + bytes, 0);
var visibleBytesOf = (layers) => layers.reduce((sum, { visibleBytes }) => sum + visibleBytes, 0);
function changedKinds(before, after, split) {
  const own = split && ownKinds(before, after);
  const parts = own ?? deltas(unpackedOf(before), unpackedOf(after));
  const baseDeltaBytes = split && own ? split.after.baseBytes - split.before.baseBytes : 0;
  return [...parts, { kind: "base-image", deltaBytes: baseDeltaBytes }].filter(
    ({ deltaBytes }) => deltaBytes !== 0
  );
}
function ownKinds(before, after) {
  const [ownBefore, ownAfter] = [ownOf(before), ownOf(after)];
  return ownBefore && ownAfter && deltas(ownBefore, ownAfter);
}
function ownOf({ byKind }) {
  const sums = /* @__PURE__ */ new Map();
  for (const { kind, ownBytes } of byKind) {
    if (ownBytes === void 0) return void 0;
    sums.set(kind, ownBytes);
  }
  return sums;
}
function unpackedOf({ byKind }) {
  return new Map(byKind.map(({ kind, unpackedBytes }) => [kind, unpackedBytes]));
}
function deltas(before, after) {
  return import_chunk_B3FRI4KO.contentKinds.map((kind) => ({ kind, deltaBytes: (after.get(kind) ?? 0) - (before.get(kind) ?? 0) }));
}
function changedPackages(before, after) {
  if (before.packagesUnread?.length || after.packagesUnread?.length) return { packages: [], packagesUnknown: true };
  const [old, now] = [byName(before), byName(after)];
  const changes = [];
  for (const key of /* @__PURE__ */ new Set([...old.keys(), ...now.keys()])) {
    const [one, other] = [old.get(key), now.get(key)];
    const known = other ?? one;
    const [from, to] = [one?.versions.join(", "), other?.versions.join(", ")];
    if (!known || from === to) continue;
    changes.push({
      manager: known.manager,
      name: known.name,
      ...from !== void 0 && { before: from },
      ...to !== void 0 && { after: to },
      ...(one?.isOfBase ?? true) && (other?.isOfBase ?? true) && { ofBase: true },
      deltaBytes: (other?.bytes ?? 0) - (one?.bytes ?? 0)
    });
  }
  const order = (a, b) => Math.abs(b.deltaBytes) - Math.abs(a.deltaBytes) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return { packages: changes.sort(order) };
}
function byName({ packages, baseLayers = 0 }) {
  const found = /* @__PURE__ */ new Map();
  for (const { manager, name, version, bytes, layer } of packages) {
    const key = `${manager} ${name}`;
    const known = found.get(key);
    const versions = [.../* @__PURE__ */ new Set([...known?.versions ?? [], version])].toSorted();
    const isOfBase = layer < baseLayers && known?.isOfBase !== false;
    found.set(key, { manager, name, versions, isOfBase, bytes: (known?.bytes ?? 0) + bytes });
  }
  return found;
}
function splitAtBase(before, after) {
  const baseBefore = before.baseLayers ?? sharedBase(before, after);
  const baseAfter = after.baseLayers ?? sharedBase(after, before);
  if (baseBefore === void 0 || baseAfter === void 0) return void 0;
  return { before: share(before, baseBefore), after: share(after, baseAfter) };
}
function sharedBase(unknown, known) {
  if (!known.baseLayers) return void 0;
  const base = known.perLayer.slice(0, known.baseLayers);
  return base.every(({ diffId }, layer) => unknown.perLayer[layer]?.diffId === diffId) ? known.baseLayers : void 0;
}
function share({ perLayer }, baseLayers) {
  return { baseBytes: sumOf2(perLayer.slice(0, baseLayers)), ownBytes: sumOf2(perLayer.slice(baseLayers)) };
}
function sumOf2(layers) {
  return layers.reduce((bytes, { unpackedBytes }) => bytes + unpackedBytes, 0);
}
function compare(before, after, sides) {
  refuseOtherPlatform(before, after, sides);
  const split = splitAtBase(before, after);
  const deltaPullBytes = bytesToFetch(before, after);
  const packages = changedPackages(before, after);
  const config = changedConfig(before.config, after.config);
  const { rewritten } = sides;
  const isNoise = packages.packages.length + config.length === 0 && isBuildNoise(before, after) && isNoisy(rewritten);
  return {
    kind: sides.kind,
    before: sides.before,
    after: sides.after,
    beforeBytes: before.unpackedBytes,
    afterBytes: after.unpackedBytes,
    unpackedDeltaBytes: after.unpackedBytes - before.unpackedBytes,
    hiddenDeltaBytes: after.hiddenBytes - before.hiddenBytes,
    layersDelta: after.layers - before.layers,
    ...split && {
      ownDeltaBytes: split.after.ownBytes - split.before.ownBytes,
      baseDeltaBytes: split.after.baseBytes - split.before.baseBytes
    },
    ...otherBase(sides),
    ...isNoise && { isNoise },
    ...pullDelta(before, after),
    ...deltaPullBytes !== void 0 && { deltaPullBytes },
    byKind: changedKinds(before, after, sides.kind === "variant" ? split : void 0),
    ...packages,
    grew: isNoise ? [] : grownFolders(before, after),
    ...rewritten && { rewritten },
    config
  };
}
function refuseOtherPlatform(before, after, sides) {
  if (samePlatform(before.platform, after.platform)) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "different-platforms",
    message: `${sides.before} is for ${before.platform} and ${sides.after} for ${after.platform}: they cannot be compared.`,
    expected: before.platform,
    got: after.platform,
    hint: "Name one platform for both with --platform."
  });
}
function otherBase({ bases: { before, after } = { before: void 0, after: void 0 } }) {
  if (before === void 0 || after === void 0 || !(0, import_chunk_SAENPZCV.isOtherBase)(before, after)) return {};
  return { baseImage: { before, after } };
}
function samePlatform(one, other) {
  return withoutDefaultVariant(one) === withoutDefaultVariant(other);
}
function withoutDefaultVariant(platform) {
  return platform.replace(/\/(arm64\/v8|amd64\/v1|arm\/v7)$/, (variant) => variant.slice(0, variant.lastIndexOf("/")));
}
var maxNoiseBytes = 64e3;
function isBuildNoise(before, after) {
  if (before.noisyBytes === void 0 || after.noisyBytes === void 0 || before.layers !== after.layers) return false;
  const deltaBytes = after.unpackedBytes - before.unpackedBytes;
  return deltaBytes !== 0 && Math.abs(deltaBytes) <= maxNoiseBytes && deltaBytes === after.noisyBytes - before.noisyBytes;
}
var isNoisy = (rewritten) => rewritten === void 0 || rewritten.files === rewritten.noisyFiles;
function pullDelta({ pull: before }, { pull: after }) {
  if (!before || !after || before.exact !== after.exact) return {};
  return { pullDelta: { bytes: after.bytes - before.bytes, exact: after.exact } };
}
function bytesToFetch(before, after) {
  const held = new Set(before.perLayer.map(({ blob }) => blob?.digest));
  if (held.has(void 0)) return void 0;
  let bytes = 0;
  for (const { blob } of after.perLayer) {
    if (!blob) return void 0;
    if (!held.has(blob.digest)) bytes += blob.bytes;
  }
  return bytes;
}
function rewrittenFiles(before, after) {
  const found = { files: 0, bytes: 0, noisyFiles: 0, noisyBytes: 0 };
  const first = after.baseLayers ?? 0;
  for (const node of after.tree.all()) {
    if (node.type !== import_chunk_OR32E4J6.EntryType.file || node.fileBytes === 0 || node.layer < first) continue;
    const other = before.tree.at(node.path);
    if (other?.type !== import_chunk_OR32E4J6.EntryType.file || other.fileBytes !== node.fileBytes) continue;
    const [one, two] = [sumOf3(before, other), sumOf3(after, node)];
    if (one === void 0 || two === void 0 || one.algorithm !== two.algorithm) return void 0;
    if (one.value === two.value) continue;
    found.files += 1;
    found.bytes += node.fileBytes;
    if ((0, import_chunk_2ALLEEO2.noiseCause)(node.path) === void 0) continue;
    found.noisyFiles += 1;
    found.noisyBytes += node.fileBytes;
  }
  return found;
}
function sumOf3({ layers }, { layer, record }) {
  const sums = layers[layer]?.contentSums;
  const value = sums?.values[record];
  if (!sums || value === void 0 || Number.isNaN(value)) return void 0;
  return { algorithm: sums.algorithm, value };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  compare,
  rewrittenFiles
});
