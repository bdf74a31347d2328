import { UserError } from '../errors.ts';
import type { Measurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';
import { changedConfig } from './config.ts';
import { grownFolders } from './folders.ts';
import { changedKinds } from './kinds.ts';
import { isOtherBase } from './numbers.ts';
import { changedPackages } from './packages.ts';
import { splitAtBase } from './split.ts';

/** What is compared, and what people call the two sides. */
export interface Sides {
  /** `baseline`: the same image earlier and now. `variant`: two ways to build it. */
  readonly kind: Comparison['kind'];
  readonly before: string;
  readonly after: string;
  /** The images they stand on, where known: `variants[].base` of a result. */
  readonly bases?: { readonly before: string | undefined; readonly after: string | undefined };
  /** What {@link rewrittenFiles} found, where both were read. */
  readonly rewritten?: Comparison['rewritten'];
}

/**
 * Two measurements, before and after. Whatever is split into parts sums to the whole, to the byte.
 * @throws UserError `different-platforms`: only like can be compared with like.
 */
export function compare(before: Measurement, after: Measurement, sides: Sides): Comparison {
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
    ...(split && {
      ownDeltaBytes: split.after.ownBytes - split.before.ownBytes,
      baseDeltaBytes: split.after.baseBytes - split.before.baseBytes,
    }),
    ...otherBase(sides),
    ...(isNoise && { isNoise }),
    ...pullDelta(before, after),
    ...(deltaPullBytes !== undefined && { deltaPullBytes }),
    byKind: changedKinds(before, after, sides.kind === 'variant' ? split : undefined),
    ...packages,
    grew: isNoise ? [] : grownFolders(before, after),
    ...(rewritten && { rewritten }),
    config,
  };
}

function refuseOtherPlatform(before: Measurement, after: Measurement, sides: Sides): void {
  if (samePlatform(before.platform, after.platform)) return;
  throw new UserError({
    code: 'different-platforms',
    message: `${sides.before} is for ${before.platform} and ${sides.after} for ${after.platform}: they cannot be compared.`,
    expected: before.platform,
    got: after.platform,
    hint: 'Name one platform for both with --platform.',
  });
}

function otherBase({ bases: { before, after } = { before: undefined, after: undefined } }: Sides) {
  if (before === undefined || after === undefined || !isOtherBase(before, after)) return {};
  return { baseImage: { before, after } };
}

function samePlatform(one: string, other: string): boolean {
  return withoutDefaultVariant(one) === withoutDefaultVariant(other);
}

/** A variant that is the default of its architecture may be left out. https://github.com/containerd/platforms */
function withoutDefaultVariant(platform: string): string {
  return platform.replace(/\/(arm64\/v8|amd64\/v1|arm\/v7)$/, (variant) => variant.slice(0, variant.lastIndexOf('/')));
}

/** More than this is a log that somebody wrote, not one that differs. */
const maxNoiseBytes = 64_000;

/** Whether the difference is that of files every build writes anew, to the byte. */
function isBuildNoise(before: Measurement, after: Measurement): boolean {
  if (before.noisyBytes === undefined || after.noisyBytes === undefined || before.layers !== after.layers) return false;
  const deltaBytes = after.unpackedBytes - before.unpackedBytes;
  return (
    deltaBytes !== 0 && Math.abs(deltaBytes) <= maxNoiseBytes && deltaBytes === after.noisyBytes - before.noisyBytes
  );
}

/** Files of the same size with other contents are noise when builds write them anew; where nobody looked, sizes must do. */
const isNoisy = (rewritten: Comparison['rewritten']): boolean =>
  rewritten === undefined || rewritten.files === rewritten.noisyFiles;

/** Never one exact and one estimated: their difference would be noise. */
function pullDelta({ pull: before }: Measurement, { pull: after }: Measurement): Pick<Comparison, 'pullDelta'> {
  if (!before || !after || before.exact !== after.exact) return {};
  return { pullDelta: { bytes: after.bytes - before.bytes, exact: after.exact } };
}

/** What a node that holds `before` must download; undefined where a layer's blob is not known. */
function bytesToFetch(before: Measurement, after: Measurement): number | undefined {
  const held = new Set(before.perLayer.map(({ blob }) => blob?.digest));
  if (held.has(undefined)) return undefined;
  let bytes = 0;
  for (const { blob } of after.perLayer) {
    if (!blob) return undefined;
    if (!held.has(blob.digest)) bytes += blob.bytes;
  }
  return bytes;
}
