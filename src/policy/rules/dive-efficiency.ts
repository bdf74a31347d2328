import { z } from 'zod';
import { formatBytes, formatPair, formatRatio } from '../../units.ts';
import { byteSize, insidePath } from '../option-types.ts';
import { defineRule } from '../rule.ts';

const ratioText = 'a ratio from 0 to 1, or `disabled`';
const ratio = () => z.union([z.literal('disabled'), z.number().min(0).max(1)], { error: ratioText });
const sizeOrDisabled = () =>
  z.union([z.literal('disabled'), byteSize], { error: 'a size such as `20 MB`, or `disabled`' });

export const diveEfficiency = defineRule({
  id: 'dive-efficiency',
  group: 'size',
  summary: 'Hold the image against the limits of dive, computed as dive computes them.',
  why: 'Teams that have a `.dive-ci` keep their numbers; dive counts every copy of a path and is blind to deleted folders.',
  howToPass: 'Write each file once: delete in the `RUN` that wrote, and change mode and owner while copying.',
  narrows: {
    lowestEfficiency: 'larger',
    highestWastedBytes: 'smaller',
    highestUserWastedPercent: 'smaller',
  },
  options: () =>
    z.strictObject({
      'dive-ci': insidePath
        .optional()
        .describe(
          'The file that has these limits, such as `.dive-ci`, from the root of the checkout; no others beside it.',
        ),
      lowestEfficiency: ratio().default(0.9).describe('The lowest efficiency allowed, 0–1, or `disabled`.'),
      highestWastedBytes: sizeOrDisabled().default('disabled').describe('The most wasted bytes allowed.'),
      highestUserWastedPercent: ratio()
        .default(0.1)
        .describe('The most waste allowed as a ratio of own layers, 0–1, as dive has it, or `disabled`.'),
    }),
  *check({ measurement: { dive } }, { lowestEfficiency: lowest, ...limits }) {
    if (lowest !== 'disabled' && dive.efficiencyRatio === null)
      yield { unknown: 'dive’s efficiency is not defined for this image: it has no bytes.' };
    else if (lowest !== 'disabled' && dive.efficiencyRatio !== null && dive.efficiencyRatio < lowest)
      yield {
        message: `dive’s efficiency is ${exact(dive.efficiencyRatio, lowest)}, below ${formatRatio(lowest)}.`,
      };
    const { highestWastedBytes: mostBytes, highestUserWastedPercent: mostRatio } = limits;
    if (mostBytes !== 'disabled' && dive.wastedBytes > mostBytes) {
      const [wasted, limit] = formatPair(dive.wastedBytes, mostBytes);
      const over = dive.wastedBytes - mostBytes;
      yield { message: `dive counts ${wasted} wasted, ${formatBytes(over)} over the limit of ${limit}.`, bytes: over };
    }
    if (mostRatio !== 'disabled' && dive.userWastedRatio !== null && dive.userWastedRatio > mostRatio)
      yield {
        message: `dive counts ${exact(dive.userWastedRatio, mostRatio)} of the own layers wasted, over ${formatRatio(mostRatio)}.`,
      };
  },
});

/** With more digits where the rounded figure would equal its limit. */
function exact(value: number, limit: number): string {
  return formatRatio(value) === formatRatio(limit) ? `${value * 100} %` : formatRatio(value);
}
