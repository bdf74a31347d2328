import type { AuditedImage } from '../../result/audit.ts';
import type { BaseMove } from '../../result/fleet.ts';

import { onANode, stackOf, sumOf, type LayerSizes, type Stack } from './layers.ts';
import type { Standing } from './standing.ts';

/** An image of which it is known which of its layers are the stale base's. */
export interface Move {
  readonly image: AuditedImage;
  readonly baseLayers: number;
  readonly newest: Extract<Standing, { readonly kind: 'stale' }>['newest'];
}

/** What these moves would change on a node that has all of the images; undefined for none. */
export function moveOf(
  moves: readonly Move[],
  images: readonly AuditedImage[],
  sizes: LayerSizes,
): BaseMove | undefined {
  if (moves.length === 0) return undefined;
  const before = images.map(stackOf);
  const byImage = new Map(moves.map((move) => [move.image, move]));
  const after = images.map((image) => {
    const move = byImage.get(image);
    return move ? moved(move) : stackOf(image);
  });
  const today = new Set(before.flatMap(({ diffIds }) => [...diffIds]));
  const newBase = new Set(moves.flatMap(({ newest }) => newest.diffIds.filter((diffId) => !today.has(diffId))));
  const own = new Set(moves.flatMap(({ image, baseLayers }) => ownOf(image, baseLayers)));
  const now = onANode(before, sizes);
  const then = onANode(after, sizes);
  return {
    images: moves.length,
    newBase: sumOf(newBase, sizes),
    own: sumOf(own, sizes),
    storedBefore: now.stored,
    storedAfter: then.stored,
    sharedBefore: now.shared,
    sharedAfter: then.shared,
  };
}

const ownOf = ({ layers }: AuditedImage, baseLayers: number): readonly string[] =>
  layers.slice(baseLayers).map(({ diffId }) => diffId);

/** Two names of one image are one image afterwards, too. */
function moved({ image, baseLayers, newest }: Move): Stack {
  const diffIds = [...newest.diffIds, ...ownOf(image, baseLayers)];
  return { id: diffIds.join(' '), diffIds };
}
