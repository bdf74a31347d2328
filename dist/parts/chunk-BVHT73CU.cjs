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
  variantsWithoutSecrets: () => variantsWithoutSecrets,
  withoutSecrets: () => withoutSecrets
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
function withoutSecrets(result, built = []) {
  const clean = cleaning(
    result.images.flatMap(({ variants, stated, baseline }) => [
      ...variants.map(({ measurement }) => measurement),
      ...stated ? [stated.measurement] : [],
      ...baseline.state === "found" ? [baseline.measurement] : []
    ]),
    built.flatMap(secretArguments)
  );
  const { images, ...rest } = result;
  return { ...inAll(rest, clean), images: images.map((image) => imageWithout(image, clean)) };
}
function variantsWithoutSecrets(variants) {
  const clean = cleaning(variants.map(({ measurement }) => measurement));
  return variants.map((variant) => ({ ...variant, measurement: measurementWithout(variant.measurement, clean) }));
}
function cleaning(measurements, known = []) {
  return (0, import_chunk_DJVKMLR5.redactor)([...measurements.flatMap(({ config }) => secretsOf(config)), ...known]);
}
function secretArguments({ buildArgs }) {
  return Object.entries(buildArgs).flatMap(
    ([name, value]) => (0, import_chunk_VZ3MHFHV.isSecret)(name, value) || (0, import_chunk_VZ3MHFHV.looksRandom)(value) ? [value] : []
  );
}
function secretsOf({ env, labels }) {
  const pairs = env.map((pair) => [pair.split("=")[0] ?? "", pair.slice(pair.indexOf("=") + 1)]);
  return [...pairs, ...Object.entries(labels)].flatMap(
    ([name, value]) => (0, import_chunk_VZ3MHFHV.isSecret)(name, value) && !(0, import_chunk_6JRNSUDS.isRedacted)(value) ? [value] : []
  );
}
function imageWithout(image, clean) {
  const { variants, stated, baseline, comparisons, ...rest } = image;
  const said = inAll(rest, clean);
  return {
    ...said,
    ...stated && { stated: { ...stated, measurement: statedWithout(stated.measurement, clean) } },
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
  const { perLayer } = measurement;
  return {
    ...measurement,
    ...statedWithout(measurement, clean),
    perLayer: perLayer.map((layer) => ({ ...layer, createdBy: clean(layer.createdBy) }))
  };
}
function statedWithout(measurement, clean) {
  const { argv, pid1, explanation } = measurement.effectiveCommand;
  const words = (list) => (0, import_chunk_6JRNSUDS.redactWords)(list).map(clean);
  return {
    ...measurement,
    config: configWithout(measurement.config, clean, words),
    effectiveCommand: {
      argv: words(argv),
      ...pid1 !== void 0 && { pid1: clean(pid1) },
      explanation: clean(explanation)
    }
  };
}
function configWithout(config, clean, words) {
  const { env, labels, entrypoint, cmd, healthcheck, onBuild, ...rest } = config;
  const others = inAll(rest, clean);
  return {
    ...others,
    env: env.map((pair) => clean((0, import_chunk_6JRNSUDS.redactPair)(pair))),
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, clean((0, import_chunk_6JRNSUDS.redactNamed)(key, value))])),
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
  variantsWithoutSecrets,
  withoutSecrets
});
