import { z } from 'zod';
import { formatBytes, formatPair, formatRatio } from '../../units.ts';
import { byteSize } from '../option-types.ts';
import { defineRule } from '../rule.ts';

const ratio = z.number({ error: 'a ratio from 0 to 1' }).min(0).max(1);

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
  options: z.strictObject({
    lowestEfficiency: ratio.default(0.9).describe('The lowest efficiency allowed, 0–1.'),
    highestWastedBytes: byteSize.optional().describe('The most wasted bytes allowed.'),
    highestUserWastedPercent: ratio
      .default(0.1)
      .describe('The most waste allowed as a ratio of own layers, 0–1, as dive has it.'),
  }),
  *check({ measurement: { dive } }, limits) {
    if (dive.efficiencyRatio === null)
      yield { unknown: 'dive’s efficiency is not defined for this image: it has no bytes.' };
    else if (dive.efficiencyRatio < limits.lowestEfficiency)
      yield {
        message: `dive’s efficiency is ${exact(dive.efficiencyRatio, limits.lowestEfficiency)}, below ${formatRatio(limits.lowestEfficiency)}.`,
      };
    const most = limits.highestWastedBytes;
    if (most !== undefined && dive.wastedBytes > most) {
      const [wasted, limit] = formatPair(dive.wastedBytes, most);
      const over = dive.wastedBytes - most;
      yield { message: `dive counts ${wasted} wasted, ${formatBytes(over)} over the limit of ${limit}.`, bytes: over };
    }
    if (dive.userWastedRatio !== null && dive.userWastedRatio > limits.highestUserWastedPercent)
      yield {
        message: `dive counts ${exact(dive.userWastedRatio, limits.highestUserWastedPercent)} of the own layers wasted, over ${formatRatio(limits.highestUserWastedPercent)}.`,
      };
  },
});

/** With more digits where the rounded figure would equal its limit. */
function exact(value: number, limit: number): string {
  return formatRatio(value) === formatRatio(limit) ? `${value * 100} %` : formatRatio(value);
}
