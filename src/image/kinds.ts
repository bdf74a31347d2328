import { contentKinds } from '../result/content-kinds.ts';
import type { ContentKind, Measurement } from '../result/measurement.ts';
import { atInt } from './at.ts';
import { kindOfFile, kindOfFolder, kindOfPackage } from './categories.ts';
import type { Ownership } from './packages/owners.ts';
import { perFolder, type Tally } from './shipped.ts';
import type { Squashed } from './squash.ts';

/**
 * Unpacked bytes by kind: every shipped byte, visible or hidden, belongs to exactly one.
 * What neither package nor path names is `base-system` in base layers and `application` in own ones; where the number
 * of base layers is unknown, `base-system` is what a package of the operating system owns.
 * @param baseLayers undefined when unknown; then no part is said to be own.
 */
export function tallyKinds(
  squashed: Squashed,
  ownership: Ownership,
  baseLayers: number | undefined,
): Tally<Measurement['byKind']> {
  const all = emptySums();
  const own = ownSums(squashed.records.layers.length);
  const kindOfOwner = ownership.packages.map(({ name }) => kindOfPackage(name));
  const byFolder = perFolder(squashed, (folder) => kindOfFolder(folder) ?? null);
  return {
    take(shipped) {
      const { record, path, bytes, layer } = shipped;
      const owner = atInt(ownership.ownerOf, record);
      const isBase = baseLayers === undefined ? owner >= 0 : layer < baseLayers;
      const ownerKind = owner >= 0 ? kindOfOwner[owner] : undefined;
      const kind = ownerKind ?? byFolder(shipped) ?? kindOfFile(path) ?? (isBase ? 'base-system' : 'application');
      all[kind] += bytes;
      if (baseLayers !== undefined && layer >= baseLayers) own.add(kind, layer, bytes);
    },
    sum: () =>
      contentKinds.map((kind) => ({
        kind,
        unpackedBytes: all[kind],
        ...(baseLayers !== undefined && own.of(kind)),
      })),
  };
}

/** Bytes of own layers by kind, and where most of them came in. */
function ownSums(layers: number) {
  const sums = new Map<ContentKind, Float64Array>();
  return {
    add(kind: ContentKind, layer: number, bytes: number): void {
      const known = sums.get(kind) ?? new Float64Array(layers);
      known[layer] = (known[layer] ?? 0) + bytes;
      sums.set(kind, known);
    },
    of(kind: ContentKind): Pick<Measurement['byKind'][number], 'ownBytes' | 'layer'> {
      const known = sums.get(kind) ?? new Float64Array(0);
      const most = Math.max(0, ...known);
      const ownBytes = known.reduce((sum, bytes) => sum + bytes, 0);
      return { ownBytes, ...(most > 0 && { layer: known.indexOf(most) }) };
    },
  };
}

function emptySums(): Record<ContentKind, number> {
  return {
    compilers: 0,
    headers: 0,
    'package-caches': 0,
    'sources-and-vcs': 0,
    documentation: 0,
    'language-dependencies': 0,
    'base-system': 0,
    application: 0,
  };
}
