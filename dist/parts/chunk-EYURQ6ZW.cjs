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
  variantsWithoutSecrets: () => variantsWithoutSecrets,
  withoutSecrets: () => withoutSecrets
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var shown = /^\(\d+ characters?, not shown\)$/;
function isRedacted(value) {
  return shown.test(value);
}
function redactValue(value) {
  return shown.test(value) ? value : `(${(0, import_chunk_SAKVTBBA.redacted)(value)})`;
}
function redactPair(pair) {
  const equals = pair.indexOf("=");
  return equals < 0 ? pair : `${pair.slice(0, equals)}=${redactNamed(pair.slice(0, equals), pair.slice(equals + 1))}`;
}
function redactNamed(name, value) {
  return (0, import_chunk_SAKVTBBA.isSecret)(name, value) ? redactValue(value) : value;
}
function redactText(text) {
  return withoutForms(withoutHeaders(withoutWords(withoutPairs(withoutArguments(text)))));
}
function redactWords(words) {
  return words.map((word, index) => {
    const option = /^--?([A-Za-z][\w-]*)$/.exec(words[index - 1] ?? "")?.[1];
    return option !== void 0 && (0, import_chunk_SAKVTBBA.isSecretName)(option) && !word.startsWith("-") ? redactValue(word) : redactText(word);
  });
}
function withoutArguments(text) {
  return text.replace(
    /(^|\s)\|(\d{1,4}) (.*?)(?=\s(?:\/\S+ -|\/bin\/)|$)/s,
    (_, before, count, given) => {
      const pairs = given.split(/\s(?=[A-Za-z_]\w*=)/);
      const isClear = pairs.length === Number(count);
      const shownPairs = pairs.map((pair) => isClear ? redactPair(pair) : `${pair.split("=")[0]}=(not shown)`);
      return `${before}|${count} ${shownPairs.join(" ")}`;
    }
  );
}
function withoutPairs(text) {
  return text.replace(
    /(?<![\w.-])(-{0,2})([A-Za-z_][\w.-]*)(=|[ \t]+)("[^"]*"|'[^']*'|[^\s"';&|()]+)/g,
    (all, dashes, name, between, value) => {
      if (between !== "=" && dashes === "") return all;
      const bare = value.replace(/^(["'])(.*)\1$/s, "$2");
      const isHarmless = bare === "" || /^\$\{?\w+\}?$/.test(bare) || (0, import_chunk_SAKVTBBA.isFingerprint)(bare) || shown.test(bare) || /^(?:id|src|env)=/.test(bare);
      if (!(0, import_chunk_SAKVTBBA.isSecretName)(name) || isHarmless || between !== "=" && bare.startsWith("-")) return all;
      return `${dashes}${name}${between}${redactValue(bare)}`;
    }
  );
}
function withoutWords(text) {
  return text.replace(
    /(?<="--?([A-Za-z][\w-]*)",\s?")((?:[^"\\]|\\.)+)(?=")/g,
    (value, option) => (0, import_chunk_SAKVTBBA.isSecretName)(option) && !value.startsWith("-") ? redactValue(value) : value
  );
}
function withoutHeaders(text) {
  return text.replace(
    /\b(authorization:\s*(?:bearer|basic|token)\s+)(?!\(\d+ characters?, not shown\))([^\s"'\\]+)/gi,
    (_, head, value) => `${head}${redactValue(value)}`
  );
}
function withoutForms(text) {
  return import_chunk_SAKVTBBA.secretValues.reduce(
    (rest, [form]) => rest.replace(new RegExp(form.source, `${form.flags}g`), (value) => redactValue(value)),
    text
  );
}
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
      ...from !== void 0 && { before: shown2(field, from) },
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
  if (!isRedacted(from) && !isRedacted(to)) return false;
  const [before, after] = [from, to].map((value) => (0, import_chunk_SAKVTBBA.isSecret)(name, value) ? redactValue(value) : value);
  return before === after;
}
function shown2(field, value) {
  const name = nameOf(field);
  return redactText(name === void 0 ? value : redactNamed(name, value));
}
function shownAfter(field, from, to) {
  const after = shown2(field, to);
  const looksSame = from !== void 0 && shown2(field, from) === after;
  return looksSame ? after.replace(/, not shown\)/, ", not shown, changed)") : after;
}
function settingsOf(config) {
  const settings = /* @__PURE__ */ new Map();
  const put = (field, value) => {
    const text = typeof value === "string" ? value : value === void 0 ? "" : JSON.stringify(value);
    if (text !== "" && text !== "[]") settings.set(field, text);
  };
  put("user", config.user);
  put("entrypoint", config.entrypoint && redactWords(config.entrypoint));
  put("cmd", config.cmd && redactWords(config.cmd));
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
  put("healthcheck", config.healthcheck && { ...config.healthcheck, test: redactWords(config.healthcheck.test) });
  put("stopSignal", config.stopSignal);
  put("shell", config.shell);
  put("onBuild", config.onBuild);
  return settings;
}
function grownFolders(before, after) {
  if (before.baseLayers === void 0 !== (after.baseLayers === void 0)) return [];
  const known = new Map(before.largest.map(({ path, bytes }) => [path, bytes]));
  const absentBytes = listsAll(before) ? 0 : void 0;
  const grown = [];
  for (const { path, bytes } of after.largest) {
    const beforeBytes = known.get(path) ?? absentBytes;
    if (beforeBytes !== void 0 && bytes > beforeBytes) grown.push({ path, deltaBytes: bytes - beforeBytes });
  }
  return grown.sort((a, b) => b.deltaBytes - a.deltaBytes || (a.path < b.path ? -1 : 1));
}
function listsAll({ largest, perLayer, baseLayers = 0 }) {
  const listed = largest.reduce((sum, { bytes }) => sum + bytes, 0);
  return listed === perLayer.slice(baseLayers).reduce((sum, { visibleBytes }) => sum + visibleBytes, 0);
}
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
  return import_chunk_OEHE2OJI.contentKinds.map((kind) => ({ kind, deltaBytes: (after.get(kind) ?? 0) - (before.get(kind) ?? 0) }));
}
function changedPackages(before, after) {
  if (before.packagesUnread?.length || after.packagesUnread?.length) return { packages: [], packagesUnknown: true };
  const [old, now] = [byName(before.packages), byName(after.packages)];
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
      deltaBytes: (other?.bytes ?? 0) - (one?.bytes ?? 0)
    });
  }
  const order = (a, b) => Math.abs(b.deltaBytes) - Math.abs(a.deltaBytes) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return { packages: changes.sort(order) };
}
function byName(packages) {
  const found = /* @__PURE__ */ new Map();
  for (const { manager, name, version, bytes } of packages) {
    const key = `${manager} ${name}`;
    const known = found.get(key);
    const versions = [.../* @__PURE__ */ new Set([...known?.versions ?? [], version])].toSorted();
    found.set(key, { manager, name, versions, bytes: (known?.bytes ?? 0) + bytes });
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
  return { baseBytes: sumOf(perLayer.slice(0, baseLayers)), ownBytes: sumOf(perLayer.slice(baseLayers)) };
}
function sumOf(layers) {
  return layers.reduce((bytes, { unpackedBytes }) => bytes + unpackedBytes, 0);
}
function compare(before, after, sides) {
  refuseOtherPlatform(before, after, sides);
  const split = splitAtBase(before, after);
  const deltaPullBytes = bytesToFetch(before, after);
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
    ...pullDelta(before, after),
    ...deltaPullBytes !== void 0 && { deltaPullBytes },
    byKind: changedKinds(before, after, sides.kind === "variant" ? split : void 0),
    ...changedPackages(before, after),
    grew: grownFolders(before, after),
    config: changedConfig(before.config, after.config)
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
function samePlatform(one, other) {
  return withoutDefaultVariant(one) === withoutDefaultVariant(other);
}
function withoutDefaultVariant(platform) {
  return platform.replace(/\/(arm64\/v8|amd64\/v1|arm\/v7)$/, (variant) => variant.slice(0, variant.lastIndexOf("/")));
}
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
var tellsApart = /^(?!\/|\(\d+ character)(?:(?=.{8,})(?=.*[A-Za-z])(?=.*[^a-z])|[^\s/]{16,}$)/s;
function withoutSecrets(result) {
  const clean = cleaning(
    result.images.flatMap(({ variants, baseline }) => [
      ...variants.map(({ measurement }) => measurement),
      ...baseline.state === "found" ? [baseline.measurement] : []
    ])
  );
  const { images, ...rest } = result;
  return { ...inAll(rest, clean), images: images.map((image) => imageWithout(image, clean)) };
}
function variantsWithoutSecrets(variants) {
  const clean = cleaning(variants.map(({ measurement }) => measurement));
  return variants.map((variant) => ({ ...variant, measurement: measurementWithout(variant.measurement, clean) }));
}
function cleaning(measurements) {
  const known = [...new Set(measurements.flatMap(({ config }) => secretsOf(config)))].sort(
    (a, b) => b.length - a.length
  );
  return (text) => redactText(known.reduce((rest, value) => rest.replaceAll(value, `(${value.length} characters, not shown)`), text));
}
function secretsOf({ env, labels }) {
  const pairs = env.map((pair) => [pair.split("=")[0] ?? "", pair.slice(pair.indexOf("=") + 1)]);
  return [...pairs, ...Object.entries(labels)].flatMap(
    ([name, value]) => (0, import_chunk_SAKVTBBA.isSecret)(name, value) && tellsApart.test(value) ? [value] : []
  );
}
function imageWithout(image, clean) {
  const { variants, baseline, comparisons, ...rest } = image;
  const said = inAll(rest, clean);
  return {
    ...said,
    variants: variants.map((variant) => ({ ...variant, measurement: measurementWithout(variant.measurement, clean) })),
    baseline: baseline.state === "found" ? { ...baseline, measurement: measurementWithout(baseline.measurement, clean) } : { ...baseline, reason: clean(baseline.reason) },
    comparisons: comparisons.map((comparison) => comparisonWithout(comparison, clean))
  };
}
function comparisonWithout(comparison, clean) {
  const config = comparison.config.map(({ field, before, after }) => ({
    field,
    ...before !== void 0 && { before: clean(before) },
    ...after !== void 0 && { after: clean(after) }
  }));
  return { ...comparison, config: config.filter(({ before, after }) => before !== after) };
}
function measurementWithout(measurement, clean) {
  const { perLayer, config, effectiveCommand } = measurement;
  const { argv, pid1, explanation } = effectiveCommand;
  const words = (list) => redactWords(list).map(clean);
  return {
    ...measurement,
    perLayer: perLayer.map((layer) => ({ ...layer, createdBy: clean(layer.createdBy) })),
    config: configWithout(config, clean, words),
    effectiveCommand: {
      argv: words(argv),
      ...pid1 !== void 0 && { pid1: clean(pid1) },
      explanation: clean(explanation)
    }
  };
}
function configWithout(config, clean, words) {
  const { env, labels, entrypoint, cmd, healthcheck, onBuild } = config;
  return {
    ...config,
    env: env.map((pair) => clean(redactPair(pair))),
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, clean(redactNamed(key, value))])),
    ...entrypoint && { entrypoint: words(entrypoint) },
    ...cmd && { cmd: words(cmd) },
    ...healthcheck && { healthcheck: { ...healthcheck, test: words(healthcheck.test) } },
    ...onBuild && { onBuild: onBuild.map(clean) }
  };
}
function inAll(data, clean) {
  if (typeof data === "string") return /^sha(256|512):[0-9a-f]+$/.test(data) ? data : clean(data);
  if (Array.isArray(data)) return data.map((one) => inAll(one, clean));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inAll(value, clean)]));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  compare,
  variantsWithoutSecrets,
  withoutSecrets
});
