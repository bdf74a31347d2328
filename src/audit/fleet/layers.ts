import type { AuditedImage } from '../../result/audit.ts';
import type { LayerBytes } from '../../result/fleet.ts';

/** An image as its layers, base layer first. */
export interface Stack {
  /** Two names of one image are one image. */
  readonly id: string;
  readonly diffIds: readonly string[];
}

/** The bytes of layers by DiffID. */
export type LayerSizes = ReadonlyMap<string, LayerBytes>;

export const stackOf = ({ imageId, layers }: Pick<AuditedImage, 'imageId' | 'layers'>): Stack => ({
  id: imageId,
  diffIds: layers.map(({ diffId }) => diffId),
});

/** What is known of each layer. One that registries hold in several compressions counts with the largest. */
export function sizesOf(layers: Iterable<{ readonly diffId: string } & LayerBytes>): LayerSizes {
  const sizes = new Map<string, LayerBytes>();
  for (const { diffId, unpackedBytes, pullBytes } of layers) {
    const known = sizes.get(diffId);
    const unpacked = unpackedBytes ?? known?.unpackedBytes;
    const pull = known?.pullBytes === undefined ? pullBytes : Math.max(known.pullBytes, pullBytes ?? 0);
    sizes.set(diffId, {
      ...(unpacked !== undefined && { unpackedBytes: unpacked }),
      ...(pull !== undefined && { pullBytes: pull }),
    });
  }
  return sizes;
}

/** The bytes of layers together; each figure is absent as soon as it is not known of one of them. */
export function sumOf(diffIds: Iterable<string>, sizes: LayerSizes): LayerBytes {
  let unpacked: number | undefined = 0;
  let pull: number | undefined = 0;
  for (const diffId of diffIds) {
    const { unpackedBytes, pullBytes } = sizes.get(diffId) ?? {};
    unpacked = unpacked === undefined || unpackedBytes === undefined ? undefined : unpacked + unpackedBytes;
    pull = pull === undefined || pullBytes === undefined ? undefined : pull + pullBytes;
  }
  return {
    ...(unpacked !== undefined && { unpackedBytes: unpacked }),
    ...(pull !== undefined && { pullBytes: pull }),
  };
}

/** How many images hold each layer. */
export function holdersOf(stacks: readonly Stack[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  const seen = new Set<string>();
  for (const { id, diffIds } of stacks) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const diffId of new Set(diffIds)) holders.set(diffId, (holders.get(diffId) ?? 0) + 1);
  }
  return holders;
}

/** What a node takes that has all of these images, and how much of it two of them or more use. */
export function onANode(
  stacks: readonly Stack[],
  sizes: LayerSizes,
): { readonly stored: LayerBytes; readonly shared: LayerBytes } {
  const holders = [...holdersOf(stacks)];
  const ids = (of: typeof holders): readonly string[] => of.map(([diffId]) => diffId);
  return {
    stored: sumOf(ids(holders), sizes),
    shared: sumOf(ids(holders.filter(([, count]) => count > 1)), sizes),
  };
}
