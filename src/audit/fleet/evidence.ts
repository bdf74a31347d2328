import { readReference } from '../../image/reference.ts';
import type { AuditedImage } from '../../result/audit.ts';
import type { LookedUpBase } from '../../result/fleet.ts';
import { currentBases, pinnedDigest, taggedName, type SeenBase } from './known-bases.ts';
import { newerReleases } from './newer-releases.ts';
import { byRecord, bySeenStack } from './seen-bases.ts';
import { beginsWith, isCurrent, none, type Current, type Standing } from './standing.ts';

/** What the fleet is looked at with. */
export interface FleetAsked {
  readonly images: readonly AuditedImage[];
  readonly bases: readonly LookedUpBase[];
  /** Of earlier audits, the newest first. */
  readonly seen?: readonly SeenBase[];
}

/**
 * Tells which images stand on what their base no longer is. One that proves it stands before one that proves nothing.
 * @param baseOf the audited image that an image begins with
 */
export function standings(
  { images, bases, seen = [] }: FleetAsked,
  baseOf: ReadonlyMap<AuditedImage, AuditedImage>,
): ReadonlyMap<AuditedImage, Standing> {
  const current = currentBases(bases, images);
  const newer = newerReleases(images);
  const stacksSeen = bySeenStack(seen);
  const direct = (image: AuditedImage): Standing => {
    const base = baseOf.get(image);
    const recorded = byRecord(image, stacksSeen, current);
    const found: readonly Standing[] = [
      byLabel(image, current, recorded),
      recorded,
      ...(base ? [byPin(image, base, current), byVersion(image, base, newer)] : []),
    ];
    const first = (kind: Standing['kind']): Standing | undefined => found.find((one) => one.kind === kind);
    return first('stale') ?? first('unknown') ?? first('current') ?? { kind: base ? 'current' : 'none' };
  };
  const known = new Map<AuditedImage, Standing>();
  const standingOf = (image: AuditedImage): Standing => {
    const before = known.get(image);
    if (before) return before;
    const own = direct(image);
    const base = baseOf.get(image);
    // A base begins before the image does, so this comes to an end.
    const below = own.kind === 'stale' || !base ? own : standingOf(base);
    const standing = below.kind === 'stale' && base && own.kind !== 'stale' ? through(image, base, below) : own;
    known.set(image, standing);
    return standing;
  };
  return new Map(images.map((image) => [image, standingOf(image)]));
}

type Stale = Extract<Standing, { readonly kind: 'stale' }>;

function through(image: AuditedImage, base: AuditedImage, below: Stale): Standing {
  return { ...below, image: { ...below.image, name: image.name, by: 'through', through: base.name } };
}

function byLabel(image: AuditedImage, current: Current, recorded: Standing): Standing {
  const { statedBase, platform } = image;
  if (!statedBase) return none;
  const { name, digest, unasked } = statedBase;
  if (unasked !== undefined) return { kind: 'unknown', name, reason: unasked };
  const now = current(name, platform);
  if ('unknown' in now) return { kind: 'unknown', name, reason: now.unknown };
  if (now.diffIds.length === 0)
    return { kind: 'unknown', name, reason: `${name} has no layers, so nothing tells what stands on it.` };
  if (digest !== undefined && digest === now.digest) return isCurrent;
  const pinned = digest === undefined ? undefined : current(`${repositoryOf(name)}@${digest}`, platform);
  const stood =
    pinned && !('unknown' in pinned) && beginsWith(image, pinned.diffIds) ? pinned.diffIds.length : undefined;
  // The newer image may have lost its last layers.
  if (beginsWith(image, now.diffIds) && (stood ?? now.diffIds.length) === now.diffIds.length) return isCurrent;
  const earlier = recorded.kind === 'stale' && recorded.name === name ? recorded.image : undefined;
  const layers = stood ?? earlier?.baseLayers;
  const seen = earlier?.seen;
  return {
    kind: 'stale',
    name,
    newest: now,
    image: {
      name: image.name,
      by: 'label',
      ...(layers !== undefined && { baseLayers: layers }),
      ...(seen !== undefined && { seen }),
    },
  };
}

const repositoryOf = (name: string): string => name.slice(0, name.lastIndexOf(':'));

/** A base that is named by tag and digest stays where it is while the tag goes on. */
function byPin(image: AuditedImage, base: AuditedImage, current: Current): Standing {
  const digest = pinnedDigest(base);
  if (digest === undefined) return none;
  const name = taggedName(base);
  if (name === undefined)
    return { kind: 'unknown', name: base.name, reason: `${base.name} names no tag, so nothing says what is newer.` };
  const now = current(name, image.platform);
  if ('unknown' in now) return { kind: 'unknown', name, reason: now.unknown };
  if (now.digest === digest || beginsWith(image, now.diffIds)) return isCurrent;
  return {
    kind: 'stale',
    name,
    newest: now,
    image: { name: image.name, by: 'pin', baseLayers: base.layers.length },
  };
}

function byVersion(image: AuditedImage, base: AuditedImage, newer: ReturnType<typeof newerReleases>): Standing {
  const found = newer(base);
  const own = readReference(image.name.split(' ')[0] ?? '');
  const theirs = readReference(base.name.split(' ')[0] ?? '');
  // A release that is built on the one before is no reason to build that release again.
  const isRelease =
    typeof own !== 'string' && typeof theirs !== 'string' && own.domain === theirs.domain && own.path === theirs.path;
  if (!found || isRelease) return none;
  const name = taggedName(base) ?? base.name;
  return {
    kind: 'stale',
    name,
    newest: found,
    image: { name: image.name, by: 'version', baseLayers: base.layers.length },
  };
}
