import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';

/** A place on a plane; units are whatever the caller's are. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Part {
  readonly weight?: number;
  readonly children?: readonly Part[];
}

/**
 * Divides a rectangle among weights, each part's area in proportion and as near to a square as it gets.
 *
 * Squarified treemap: Bruls, Huizing, van Wijk, 2000. Weights are positive and largest first.
 */
export function squarify(weights: readonly number[], whole: Rectangle): readonly Rectangle[] {
  const nothing = weights.map(() => ({ ...whole, width: 0, height: 0 }));
  if (whole.width <= 0 || whole.height <= 0 || !weights.some((weight) => weight > 0)) return nothing;
  const parts: Part = { children: weights.map((weight) => ({ weight })) };
  const root = hierarchy(parts, ({ children }) => children).sum(({ weight = 0 }) => weight);
  const placed = treemap<Part>().tile(treemapSquarify.ratio(1)).size([whole.width, whole.height])(root);
  return (placed.children ?? []).map(({ x0, y0, x1, y1 }) => ({
    x: whole.x + x0,
    y: whole.y + y0,
    width: x1 - x0,
    height: y1 - y0,
  }));
}
