import { z } from 'zod';
import { formatBytes, formatPair } from '../../units.ts';
import { byteSize } from '../option-types.ts';
import { defineStatedRule } from '../rule.ts';

export const maxPullSize = defineStatedRule({
  id: 'max-pull-size',
  group: 'size',
  summary: 'Limit what a node downloads to run the image.',
  why: 'The first start on a fresh node waits for the download; autoscaling and cold starts pay it each time.',
  howToPass: 'Drop what the program does not need at run time, or raise `max` in the policy and say why.',
  narrows: { max: 'smaller' },
  options: () => z.strictObject({ max: byteSize.describe('The most the compressed layers may take together.') }),
  *check({ measurement: { pull } }, { max }) {
    if (!pull) {
      yield { unknown: 'The size of the compressed layers is not known from this source.' };
      return;
    }
    const excess = pull.bytes - max;
    if (excess <= 0) return;
    const [takes, limit] = formatPair(pull.bytes, max);
    const about = pull.exact ? '' : 'about ';
    yield {
      message: `Takes ${about}${takes} to pull, ${about}${formatBytes(excess)} over the limit of ${limit}.`,
      bytes: excess,
    };
  },
});
