import { z } from 'zod';
import type { Comparison } from '../../result/result.ts';
import { formatBytes, formatDelta, formatPair } from '../../units.ts';
import { byteSize, ownOrAll, percent } from '../option-types.ts';
import { defineRule } from '../rule.ts';

const options = () =>
  z
    .strictObject({
      max: byteSize.optional().describe('The most bytes the image may grow by.'),
      or: percent
        .optional()
        .describe('The most it may grow in percent of the baseline. Growth over either limit fails.'),
      of: ownOrAll('own'),
    })
    .refine(({ max, or }) => max !== undefined || or !== undefined, {
      error: '`max` (bytes), `or` (percent), or both',
    });

export const maxGrowth = defineRule({
  id: 'max-growth',
  group: 'size',
  summary: 'Limit how much a change makes the image grow.',
  why: 'Images grow by small steps that nobody looks at; a refreshed base image is not the change’s doing.',
  howToPass: 'See in the report what grew; drop it, or raise the limit in the policy and say why.',
  narrows: { max: 'smaller', or: 'smaller' },
  options,
  needs: ['baseline'],
  *check({ change }, { max, or, of }) {
    // What two builds of one source differ by is nobody's growth.
    if (change.isNoise === true) return;
    // A base image that was built anew is not the change's doing; naming another one is.
    const isOwn = of === 'own' && change.baseImage === undefined;
    const grownBytes = isOwn ? change.ownDeltaBytes : change.unpackedDeltaBytes;
    if (grownBytes === undefined) {
      yield {
        unknown: 'Which layers are the base image’s is not known on both sides, so own growth cannot be told apart.',
      };
      return;
    }
    if (grownBytes <= 0) return;
    const what = isOwn ? 'Own layers grew' : 'Grew';
    const drift = of === 'own' ? driftOf(change) : '';
    const limitBytes = Math.min(
      max ?? Infinity,
      or === undefined ? Infinity : Math.floor((change.beforeBytes * or) / 100),
    );
    if (grownBytes <= limitBytes) return;
    const [grew, limit] = formatPair(grownBytes, limitBytes);
    const share = change.beforeBytes > 0 ? ` (${((grownBytes / change.beforeBytes) * 100).toFixed(1)} %)` : '';
    const limitName = limitBytes === max ? limit : `${or} % of ${formatBytes(change.beforeBytes)}`;
    yield {
      message: `${what} by ${grew}${share} against ${change.before}, ${formatBytes(grownBytes - limitBytes)} over the limit of ${limitName}${drift}.`,
      bytes: grownBytes - limitBytes,
      paths: change.grew.filter(({ ofBase }) => !isOwn || ofBase !== true).map(({ path }) => path),
    };
  },
});

/** What the base image has to do with it. */
function driftOf({ baseImage, baseDeltaBytes }: Pick<Comparison, 'baseImage' | 'baseDeltaBytes'>): string {
  const by = baseDeltaBytes ? ` (${formatDelta(baseDeltaBytes)})` : '';
  if (baseImage) return `; it stands on \`${baseImage.after}\` instead of \`${baseImage.before}\`${by}`;
  return baseDeltaBytes ? `; the base image ${formatDelta(baseDeltaBytes)}` : '';
}
