import { redactor } from '../known-secrets.ts';
import { isRedacted, redactNamed, redactPair, redactWords } from '../redact.ts';
import type { ImageConfig, Measurement, StatedMeasurement } from '../result/measurement.ts';
import type { CheckResult, Comparison, ImageResult, VariantResult } from '../result/result.ts';
import { isSecret, looksRandom } from '../secrets.ts';
import type { ImageSetting } from '../settings/settings.ts';

/**
 * The result as it may be shown and stored: no value of a secret's in variables, labels, history, commands, or in the
 * words of a finding. Rules have seen the values; nobody after them does.
 * @param built the images' settings: a Dockerfile may put a secret of their build arguments where no name tells.
 */
export function withoutSecrets(
  result: CheckResult,
  built: readonly Pick<ImageSetting, 'buildArgs'>[] = [],
): CheckResult {
  const clean = cleaning(
    result.images.flatMap(({ variants, stated, baseline }) => [
      ...variants.map(({ measurement }) => measurement),
      ...(stated ? [stated.measurement] : []),
      ...(baseline.state === 'found' ? [baseline.measurement] : []),
    ]),
    built.flatMap(secretArguments),
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
function cleaning(measurements: readonly Pick<Measurement, 'config'>[], known: readonly string[] = []): Clean {
  return redactor([...measurements.flatMap(({ config }) => secretsOf(config)), ...known]);
}

type Clean = (text: string) => string;

function secretArguments({ buildArgs }: Pick<ImageSetting, 'buildArgs'>): readonly string[] {
  return Object.entries(buildArgs).flatMap(([name, value]) =>
    isSecret(name, value) || looksRandom(value) ? [value] : [],
  );
}

/** Values of the configuration that are secrets. */
function secretsOf({ env, labels }: ImageConfig): readonly string[] {
  const pairs = env.map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const);
  return [...pairs, ...Object.entries(labels)].flatMap(([name, value]) =>
    isSecret(name, value) && !isRedacted(value) ? [value] : [],
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
  const { env, labels, entrypoint, cmd, healthcheck, onBuild, ...rest } = config;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const others = inAll(rest, clean) as typeof rest;
  return {
    ...others,
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
