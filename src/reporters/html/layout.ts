/** A place on a plane; units are whatever the caller's are. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Divides a rectangle among weights, each part's area in proportion and as near to a square as it gets.
 *
 * Squarified treemap: Bruls, Huizing, van Wijk, 2000. Weights are positive and largest first.
 */
export function squarify(weights: readonly number[], whole: Rectangle): readonly Rectangle[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || whole.width <= 0 || whole.height <= 0)
    return weights.map(() => ({ ...whole, width: 0, height: 0 }));
  const scale = (whole.width * whole.height) / total;
  const areas = weights.map((weight) => weight * scale);
  const placed: Rectangle[] = [];
  let free = whole;
  let from = 0;
  while (from < areas.length) {
    const until = endOfRow(areas, from, Math.min(free.width, free.height));
    const row = areas.slice(from, until);
    const depth = sumOf(row) / Math.min(free.width, free.height);
    placed.push(...placeRow(row, free, depth));
    free = rest(free, depth);
    from = until;
  }
  return placed;
}

/** Takes areas into the row as long as that makes its worst part squarer. */
function endOfRow(areas: readonly number[], from: number, side: number): number {
  let until = from + 1;
  let sum = areas[from] ?? 0;
  const largest = sum;
  let worst = ratio(sum, largest, largest, side);
  while (until < areas.length) {
    const area = areas[until] ?? 0;
    const next = ratio(sum + area, largest, area, side);
    if (next > worst) break;
    worst = next;
    sum += area;
    until += 1;
  }
  return until;
}

function ratio(sum: number, largest: number, smallest: number, side: number): number {
  if (smallest <= 0) return Number.POSITIVE_INFINITY;
  return Math.max((side ** 2 * largest) / sum ** 2, sum ** 2 / (side ** 2 * smallest));
}

function placeRow(row: readonly number[], free: Rectangle, depth: number): readonly Rectangle[] {
  const isWide = free.width >= free.height;
  let offset = 0;
  return row.map((area) => {
    const length = depth > 0 ? area / depth : 0;
    const part = isWide
      ? { x: free.x, y: free.y + offset, width: depth, height: length }
      : { x: free.x + offset, y: free.y, width: length, height: depth };
    offset += length;
    return part;
  });
}

function rest(free: Rectangle, depth: number): Rectangle {
  return free.width >= free.height
    ? { ...free, x: free.x + depth, width: Math.max(0, free.width - depth) }
    : { ...free, y: free.y + depth, height: Math.max(0, free.height - depth) };
}

function sumOf(row: readonly number[]): number {
  return row.reduce((sum, area) => sum + area, 0);
}
