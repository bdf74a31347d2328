import type { Comparison, ImageResult } from '../../result/result.ts';
import { formatBytes, formatRatio } from '../../units.ts';
import { carriedBy } from '../carried.ts';
import { kindsInWords, variantComparisons } from '../facts.ts';
import type { SourceLinks } from '../links.ts';
import { variantKinds } from '../variant-kinds.ts';
import { type Block, bullets, type Column, paragraph, stack, table } from './blocks.ts';
import { fold, type Fold, left, right } from './fold.ts';
import { bytes, code, delta, figures, type Markdown, gfm, join, nothing } from './markdown.ts';
import { phrase } from './words.ts';

const barCells = 16;

/** A share of the longest as blocks; anything over nothing shows one. */
export function bar(part: number, whole: number, cells = barCells): string {
  const filled = whole === 0 ? 0 : Math.round((part / whole) * cells);
  return '█'.repeat(part > 0 ? Math.max(1, filled) : 0);
}

/** Single-stage against multi-stage, and any other ways of building; undefined when there is one way only. */
export function variantsBlock(image: ImageResult): Block | undefined {
  const comparisons = variantComparisons(image);
  const [first, ...others] = comparisons;
  if (!first) return undefined;
  if (others.length > 0)
    return stack([
      paragraph(gfm`**Ways of building ${code(image.name)}**`),
      bars(image),
      bullets(comparisons.map(sentence)),
    ]);
  return stack([paragraph(sentence(first)), bars(image)]);
}

/** What only a build needs and ships all the same. */
export function carriedBlock(image: ImageResult, links: SourceLinks | undefined): Block | undefined {
  const carried = carriedBy(image);
  if (!carried) return undefined;
  const parts = carried.parts.map((words) => phrase(words, links));
  return paragraph(gfm`**${figures(carried.intro)}** — ${join(parts, ', ')}`);
}

/** Kind by kind, the ways of building beside each other; every column sums to its image. */
export function variantKindsFold(image: ImageResult): Fold | undefined {
  const found = variantKinds(image);
  if (!found) return undefined;
  const sizes = found.variants.map((_, index) => found.rows.reduce((sum, row) => sum + (row.bytes[index] ?? 0), 0));
  const columns = [left(nothing), ...found.variants.map((name) => right(code(name, 40)))];
  const rows = found.rows.map(({ name, bytes: each }) => [
    figures(name),
    ...each.map((one) => (one === 0 ? gfm`–` : bytes(one))),
  ]);
  const whole = [gfm`**on&nbsp;disk**`, ...sizes.map((size) => gfm`**${bytes(size)}**`)];
  return fold('Ways of building by kind', 'Ways of building by kind', [table(columns, [...rows, whole])]);
}

function sentence(comparison: Comparison): Markdown {
  const { before, after, beforeBytes, afterBytes, unpackedDeltaBytes } = comparison;
  const sizes = gfm`${code(before)} ${bytes(beforeBytes)} → ${code(after)} ${bytes(afterBytes)}`;
  if (unpackedDeltaBytes >= 0) return gfm`${sizes}: **${delta(unpackedDeltaBytes)}**${kindsOf(comparison)}`;
  const share = formatRatio(beforeBytes === 0 ? 0 : -unpackedDeltaBytes / beforeBytes);
  return gfm`**${sizes}: ${figures(`${formatBytes(-unpackedDeltaBytes)} (${share}) stay behind`)}**${kindsOf(comparison)}`;
}

function kindsOf(comparison: Comparison): Markdown {
  const words = kindsInWords(comparison);
  return words === '' ? nothing : gfm` — ${figures(words)}`;
}

const columns: readonly Column[] = [
  { title: nothing, align: 'left' },
  { title: gfm`on&nbsp;disk`, align: 'right' },
  { title: nothing, align: 'left' },
];

function bars(image: ImageResult): Block {
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes));
  const largestFirst = image.variants.toSorted(
    (one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes,
  );
  return table(
    columns,
    largestFirst.map(({ name, measurement }) => [
      name === image.gated ? gfm`**${code(name)}**` : code(name),
      bytes(measurement.unpackedBytes),
      code(bar(measurement.unpackedBytes, longest)),
    ]),
  );
}
