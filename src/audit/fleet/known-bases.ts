import { formatReference, readReference } from '../../image/reference.ts';
import type { AuditedImage } from '../../result/audit.ts';
import type { LookedUpBase } from '../../result/fleet.ts';

/** What the tag of a base led to on the day of an earlier audit. */
export interface SeenBase {
  /** By tag, in full. */
  readonly name: string;
  readonly platform: string;
  readonly layers: number;
  /** Over its DiffIDs. */
  readonly chainId: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** A base as it is today. */
export interface CurrentBase {
  readonly name: string;
  readonly digest?: string;
  readonly created?: string;
  readonly diffIds: readonly string[];
}

/** Why it is not known what a base is today, a sentence. */
export interface UnknownBase {
  readonly unknown: string;
}

/** The name of an audited image by its tag, without platform and digest; undefined for archives and for digests alone. */
export function taggedName({ name }: Pick<AuditedImage, 'name'>): string | undefined {
  const reference = readReference(name.split(' ')[0] ?? '');
  if (typeof reference === 'string' || reference.tag === null) return undefined;
  return formatReference({ ...reference, digest: null });
}

/** The digest by which an image is asked for, where its name has one. */
export function pinnedDigest({ name }: Pick<AuditedImage, 'name'>): string | undefined {
  const reference = readReference(name.split(' ')[0] ?? '');
  return typeof reference === 'string' ? undefined : (reference.digest ?? undefined);
}

const keyOf = (reference: string, platform: string): string => `${reference} ${platform}`;

/** Looks bases up among what the audit asked for by tag or digest, and then among what it audited. */
export function currentBases(
  bases: readonly LookedUpBase[],
  images: readonly AuditedImage[],
): (reference: string, platform: string) => CurrentBase | UnknownBase {
  const known = new Map<string, CurrentBase | UnknownBase>();
  for (const image of images) {
    const name = taggedName(image);
    if (name === undefined || pinnedDigest(image) !== undefined) continue;
    const digest = digestOfSource(image.source);
    const diffIds = image.layers.map(({ diffId }) => diffId);
    known.set(keyOf(name, image.platform), { name, diffIds, ...(digest !== undefined && { digest }) });
  }
  const asked = new Map<string, CurrentBase | UnknownBase>();
  for (const { reference, platform, found } of bases) {
    const key = keyOf(reference, platform);
    const before = asked.get(key);
    const current = 'unknown' in found ? found : currentOf(reference, found);
    asked.set(key, before ? oneOf(before, current, reference) : current);
  }
  return (reference, platform) => {
    const key = keyOf(reference, platform);
    return asked.get(key) ?? known.get(key) ?? { unknown: `The audit did not look at ${reference} for ${platform}.` };
  };
}

function currentOf(
  name: string,
  { digest, created, layers }: Exclude<LookedUpBase['found'], UnknownBase>,
): CurrentBase {
  return { name, digest, diffIds: layers.map(({ diffId }) => diffId), ...(created !== undefined && { created }) };
}

/** Shards ask each for themselves: one may not have been answered, and a tag may move in between. */
function oneOf(
  before: CurrentBase | UnknownBase,
  next: CurrentBase | UnknownBase,
  reference: string,
): CurrentBase | UnknownBase {
  if ('unknown' in next) return before;
  if ('unknown' in before || before.digest === next.digest) return next;
  return { unknown: `${reference} was one image when one shard asked, and another when the next did.` };
}

/** `registry:debian:12@sha256:…` → the digest. */
export function digestOfSource(source: string): string | undefined {
  return /@(sha(?:256|512):[0-9a-f]+)$/.exec(source)?.[1];
}
