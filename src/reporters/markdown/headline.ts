import type { CheckResult, ImageResult } from '../../result/result.ts';
import { formatDelta } from '../../units.ts';
import { gatedOf, isMeasured, unmeasuredInWords } from '../facts.ts';
import { type Counts, countsInWords, countsOf, plural } from '../verdict.ts';
import { type Block, type Column, heading, paragraph, table } from './blocks.ts';
import { bytes, code, figures, join, type Markdown, gfm, nothing, text } from './markdown.ts';

/** The sign of a verdict; the same ones stand in the policy table. */
export function verdictMark({ error, warning, unbuilt = 0 }: Counts): Markdown {
  if (error > 0) return gfm`❌`;
  return warning > 0 || unbuilt > 0 ? gfm`⚠️` : gfm`✅`;
}

/** The first line of the comment: verdict, counts, and the size when there is one image. */
export function headline({ images, outcome }: CheckResult): Block {
  const counts = countsOf(images);
  const [first] = images;
  if (images.length === 1 && first) {
    return heading(3, gfm`Plimsoll · ${verdictMark(counts)} ${figures(countsInWords(counts))} · ${sizeOf(first)}`);
  }
  if (images.length === 0) return heading(3, gfm`Plimsoll · ✅ nothing to measure`);
  const failed = images.filter((image) => countsOf([image]).error > 0).length;
  const share =
    outcome === 'pass'
      ? `${plural(images.length, 'image')} passed`
      : `${failed} of ${plural(images.length, 'image')} failed`;
  return heading(3, gfm`Plimsoll · ${verdictMark(counts)} ${figures(share)} · ${figures(countsInWords(counts))}`);
}

function sizeOf(image: ImageResult): Markdown {
  if (!isMeasured(image)) return gfm`${code(image.name)} ${text(unmeasuredInWords(image))}`;
  const { measurement, change } = gatedOf(image);
  const grown = change ? gfm` (${figures(formatDelta(change.unpackedDeltaBytes))})` : nothing;
  return gfm`${code(image.name)} ${bytes(measurement.unpackedBytes)}${grown}`;
}

/** Which commit was held against which. */
export function revisionLine({ revision, images }: CheckResult): Block {
  const [first] = images;
  const head = revision?.head === undefined ? nothing : code(revision.head.slice(0, 7));
  const baseCommit = revision?.base === undefined ? undefined : revision.base.slice(0, 7);
  const base = [revision?.baseName, baseCommit].filter((part) => part !== undefined).join('@');
  const against = base === '' ? nothing : gfm`against ${code(base)}`;
  const platform = images.length === 1 && first ? figures(first.platform) : nothing;
  return paragraph(join([platform, join([head, against], ' ')], ' · '));
}

const overviewColumns: readonly Column[] = [
  { title: nothing, align: 'left' },
  { title: gfm`Image`, align: 'left' },
  { title: gfm`On&nbsp;disk`, align: 'right' },
  { title: gfm`Change`, align: 'right' },
];

/** One row an image, worst first, for a result with several. */
export function overview(images: readonly ImageResult[]): Block {
  return table(
    overviewColumns,
    images.map((image) => {
      const counts = countsOf([image]);
      const gated = isMeasured(image) ? gatedOf(image) : undefined;
      const changed = gated?.change ? figures(formatDelta(gated.change.unpackedDeltaBytes)) : gfm`–`;
      return [
        verdictMark(counts),
        gfm`${code(image.name)}<br>${figures(image.platform)} · ${figures(countsInWords(counts))}`,
        gated ? bytes(gated.measurement.unpackedBytes) : text(unmeasuredInWords(image)),
        changed,
      ];
    }),
  );
}
