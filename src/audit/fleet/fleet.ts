import type { AuditedImage } from '../../result/audit.ts';
import type { Fleet, StaleBase } from '../../result/fleet.ts';
import { standings, type FleetAsked } from './evidence.ts';
import { holdersOf, onANode, sizesOf, stackOf, sumOf, type LayerSizes } from './layers.ts';
import { moveOf, type Move } from './moves.ts';
import { prefixes } from './prefixes.ts';
import type { Standing } from './standing.ts';

type Standings = ReadonlyMap<AuditedImage, Standing>;

/** Looks at all audited images as one node would hold them, and at what they stand on. Unknown bases are told, never taken for current. */
export function fleetOf(asked: FleetAsked): Fleet {
  const { images, bases } = asked;
  const looked = bases.flatMap(({ found }) => ('layers' in found ? found.layers : []));
  const sizes = sizesOf([...images.flatMap(({ layers }) => layers), ...looked]);
  const stacks = images.map(stackOf);
  const holders = holdersOf(stacks);
  const baseOf = basesAmong(images);
  const known = standings(asked, baseOf);
  const moves = [...known].flatMap(([image, standing]) => movesOf(image, standing));
  const moved = moveOf(moves, images, sizes);
  const layersOfAll = images.flatMap(({ layers }) => layers.map(({ diffId }) => diffId));
  return {
    summed: sumOf(layersOfAll, sizes),
    ...onANode(stacks, sizes),
    images: images.map((image) => {
      const own = stackOf(image).diffIds.filter((diffId) => holders.get(diffId) === 1);
      const others = stackOf(image).diffIds.filter((diffId) => holders.get(diffId) !== 1);
      const base = baseOf.get(image);
      return {
        name: image.name,
        unique: sumOf(own, sizes),
        shared: sumOf(others, sizes),
        ...(base && { base: base.name }),
      };
    }),
    byBase: groupsByBase(baseOf),
    staleBases: staleBases(known, images, sizes),
    ...(moved && { moved }),
    unknownBases: unknownBases(known),
    withoutBase: [...known].flatMap(([{ name, role }, { kind }]) =>
      kind === 'none' && role === 'image' ? [name] : [],
    ),
  };
}

function basesAmong(images: readonly AuditedImage[]): ReadonlyMap<AuditedImage, AuditedImage> {
  const known = prefixes();
  const byStack = new Map<number, AuditedImage>();
  for (const image of images) {
    const node = known.nodeOf(stackOf(image).diffIds);
    if (image.layers.length > 0 && !byStack.has(node)) byStack.set(node, image);
  }
  return new Map(
    images.flatMap((image) => {
      const base = known.longest(byStack, stackOf(image).diffIds);
      return base ? [[image, base] as const] : [];
    }),
  );
}

function groupsByBase(baseOf: ReadonlyMap<AuditedImage, AuditedImage>): Fleet['byBase'] {
  const groups = new Map<string, string[]>();
  for (const [{ name }, base] of baseOf) groups.set(base.name, [...(groups.get(base.name) ?? []), name]);
  return [...groups]
    .map(([base, names]) => ({ base, images: names }))
    .sort((one, other) => other.images.length - one.images.length || (one.base < other.base ? -1 : 1));
}

function movesOf(image: AuditedImage, standing: Standing): readonly Move[] {
  if (standing.kind !== 'stale' || standing.image.baseLayers === undefined) return [];
  return [{ image, baseLayers: standing.image.baseLayers, newest: standing.newest }];
}

/** The base that most images stand on first. */
function staleBases(known: Standings, images: readonly AuditedImage[], sizes: LayerSizes): StaleBase[] {
  const groups = new Map<string, [AuditedImage, Extract<Standing, { readonly kind: 'stale' }>][]>();
  for (const [image, standing] of known) {
    if (standing.kind !== 'stale') continue;
    const { name, newest } = standing;
    const key = JSON.stringify([name, image.platform, newest.name, newest.diffIds]);
    groups.set(key, [...(groups.get(key) ?? []), [image, standing]]);
  }
  return [...groups.values()]
    .flatMap((members): readonly StaleBase[] => {
      const [first] = members;
      if (!first) return [];
      const [{ platform }, { name, newest }] = first;
      const move = moveOf(
        members.flatMap(([image, standing]) => movesOf(image, standing)),
        images,
        sizes,
      );
      const { diffIds: _diffIds, ...shown } = newest;
      return [{ name, platform, newest: shown, images: members.map(([, one]) => one.image), ...(move && { move }) }];
    })
    .sort((one, other) => other.images.length - one.images.length || (one.name < other.name ? -1 : 1));
}

function unknownBases(known: Standings): Fleet['unknownBases'] {
  const groups = new Map<string, Fleet['unknownBases'][number]>();
  for (const [{ name: image, platform }, standing] of known) {
    if (standing.kind !== 'unknown') continue;
    const { name, reason } = standing;
    const key = JSON.stringify([name, platform, reason]);
    const before = groups.get(key);
    groups.set(key, { name, platform, reason, images: [...(before?.images ?? []), image] });
  }
  return [...groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
