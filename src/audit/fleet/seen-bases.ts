import type { AuditedImage } from '../../result/audit.ts';
import type { SeenBase } from './known-bases.ts';
import { chainIdOf } from './prefixes.ts';
import { beginsWith, isCurrent, none, type Current, type Standing } from './standing.ts';

/** What earlier audits saw, by the stack of layers. */
export interface SeenStacks {
  /** Of the stacks; the longest first. */
  readonly lengths: readonly number[];
  at(platform: string, chainId: string): readonly SeenBase[];
}

/** By the layers that an earlier audit saw a tag lead to; the longest beginning of the image counts. */
export function byRecord(image: AuditedImage, seen: SeenStacks, current: Current): Standing {
  if (seen.lengths.length === 0) return none;
  const diffIds = image.layers.map(({ diffId }) => diffId);
  for (const length of seen.lengths) {
    if (length > diffIds.length) continue;
    const bases = seen.at(image.platform, chainIdOf(diffIds.slice(0, length)));
    const found = bases.map(({ name, day }): Standing => {
      const now = current(name, image.platform);
      if ('unknown' in now) return { kind: 'unknown', name, reason: now.unknown };
      if (beginsWith(image, now.diffIds)) return isCurrent;
      return {
        kind: 'stale',
        name,
        newest: now,
        image: { name: image.name, by: 'record', baseLayers: length, seen: day },
      };
    });
    // One stack may have had two names, of which one has moved since: the image may be built on the other.
    const best = found.find(({ kind }) => kind === 'current') ?? found.find(({ kind }) => kind === 'stale') ?? found[0];
    if (best) return best;
  }
  return none;
}

/** Puts what was seen under its layers. @param seen the newest first */
export function bySeenStack(seen: readonly SeenBase[]): SeenStacks {
  const stacks = new Map<string, SeenBase[]>();
  for (const one of seen) {
    const key = `${one.platform} ${one.chainId}`;
    const there = stacks.get(key) ?? [];
    // The newest comes first: it says until when the tag led there.
    if (!there.some(({ name }) => name === one.name)) stacks.set(key, [...there, one]);
  }
  return {
    lengths: [...new Set(seen.map(({ layers }) => layers))].sort((one, other) => other - one),
    at: (platform, chainId) => stacks.get(`${platform} ${chainId}`) ?? [],
  };
}
