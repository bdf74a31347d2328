import { redactNamed, redactPair, redactText, redactWords } from '../redact.ts';
import type { ImageConfig, Measurement, StatedMeasurement } from '../result/measurement.ts';
import type { CheckResult, Comparison, ImageResult, VariantResult } from '../result/result.ts';
import { isSecret } from '../secrets.ts';

/** Shorter or plainer values also stand where they are no secret. */
const tellsApart = /^(?!\/|\(\d+ character)(?:(?=.{8,})(?=.*[A-Za-z])(?=.*[^a-z])|[^\s/]{16,}$)/s;

/**
 * The result as it may be shown and stored: no value of a secret's in variables, labels, history, commands, or in the
 * words of a finding. Rules have seen the values; nobody after them does.
 */
export function withoutSecrets(result: CheckResult): CheckResult {
  const clean = cleaning(
    result.images.flatMap(({ variants, stated, baseline }) => [
      ...variants.map(({ measurement }) => measurement),
      ...(stated ? [stated.measurement] : []),
      ...(baseline.state === 'found' ? [baseline.measurement] : []),
    ]),
  );
  const { images, ...rest } = result;
  // Only strings become other strings.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...(inAll(rest, clean) as typeof rest), images: images.map((image) => imageWithout(image, clean)) };
}

/** Variants without secrets, for results that judge nothing. */
export function variantsWithoutSecrets<V extends Pick<VariantResult, 'measurement'>>(variants: readonly V[]): V[] {
  const clean = cleaning(variants.map(({ measurement }) => measurement));
  return variants.map((variant) => ({ ...variant, measurement: measurementWithout(variant.measurement, clean) }));
}

/** Takes out secrets by form and by name, and the values these images are known to hold wherever they stand. */
function cleaning(measurements: readonly StatedMeasurement[]): Clean {
  // Longest first: a value may hold another.
  const known = [...new Set(measurements.flatMap(({ config }) => secretsOf(config)))].sort(
    (a, b) => b.length - a.length,
  );
  return (text) =>
    redactText(known.reduce((rest, value) => rest.replaceAll(value, `(${value.length} characters, not shown)`), text));
}

type Clean = (text: string) => string;

/** Values of the configuration that are secrets, and long enough to be looked for elsewhere. */
function secretsOf({ env, labels }: ImageConfig): readonly string[] {
  const pairs = env.map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const);
  return [...pairs, ...Object.entries(labels)].flatMap(([name, value]) =>
    isSecret(name, value) && tellsApart.test(value) ? [value] : [],
  );
}

function imageWithout(image: ImageResult, clean: Clean): ImageResult {
  const { variants, stated, baseline, comparisons, ...rest } = image;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const said = inAll(rest, clean) as typeof rest;
  return {
    ...said,
    ...(stated && { stated: { ...stated, measurement: statedWithout(stated.measurement, clean) } }),
    variants: variants.map((variant) => ({ ...variant, measurement: measurementWithout(variant.measurement, clean) })),
    baseline:
      baseline.state === 'found'
        ? { ...baseline, measurement: measurementWithout(baseline.measurement, clean) }
        : { ...baseline, reason: clean(baseline.reason) },
    comparisons: comparisons.map((comparison) => comparisonWithout(comparison, clean)),
  };
}

function comparisonWithout(comparison: Comparison, clean: Clean): Comparison {
  const config = comparison.config.map(({ field, before, after }) => ({
    field,
    ...(before !== undefined && { before: clean(before) }),
    ...(after !== undefined && { after: clean(after) }),
  }));
  // A stored baseline holds no secrets, so that a command with one in it only seems to have changed.
  return { ...comparison, config: config.filter(({ before, after }) => before !== after) };
}

function measurementWithout(measurement: Measurement, clean: Clean): Measurement {
  const { perLayer } = measurement;
  return {
    ...measurement,
    ...statedWithout(measurement, clean),
    perLayer: perLayer.map((layer) => ({ ...layer, createdBy: clean(layer.createdBy) })),
  };
}

function statedWithout<M extends StatedMeasurement>(measurement: M, clean: Clean): M {
  const { argv, pid1, explanation } = measurement.effectiveCommand;
  const words = (list: readonly string[]): string[] => redactWords(list).map(clean);
  return {
    ...measurement,
    config: configWithout(measurement.config, clean, words),
    effectiveCommand: {
      argv: words(argv),
      ...(pid1 !== undefined && { pid1: clean(pid1) }),
      explanation: clean(explanation),
    },
  };
}

function configWithout(config: ImageConfig, clean: Clean, words: (list: readonly string[]) => string[]): ImageConfig {
  const { env, labels, entrypoint, cmd, healthcheck, onBuild } = config;
  return {
    ...config,
    env: env.map((pair) => clean(redactPair(pair))),
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, clean(redactNamed(key, value))])),
    ...(entrypoint && { entrypoint: words(entrypoint) }),
    ...(cmd && { cmd: words(cmd) }),
    ...(healthcheck && { healthcheck: { ...healthcheck, test: words(healthcheck.test) } }),
    ...(onBuild && { onBuild: onBuild.map(clean) }),
  };
}

/** Every string of plain data, cleaned; keys, numbers and digests stay. */
function inAll(data: unknown, clean: Clean): unknown {
  if (typeof data === 'string') return /^sha(256|512):[0-9a-f]+$/.test(data) ? data : clean(data);
  if (Array.isArray(data)) return data.map((one) => inAll(one, clean));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inAll(value, clean)]));
}
