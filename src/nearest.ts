/**
 * The name most like a mistyped one, or undefined when none is near: at most a third of the letters may differ.
 * Two neighbouring letters in the wrong order count as one difference: `RNU` means RUN.
 */
export function nearest(typed: string, names: Iterable<string>): string | undefined {
  const ranked = [...names]
    .map((name) => ({ name, distance: editDistance(plain(typed), plain(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('_', '-').slice(0, 64);
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
