import { z } from 'zod';
import { unpackedPart } from '../../compare/numbers.ts';
import { formatBytes, formatPair } from '../../units.ts';
import { byteSize } from '../option-types.ts';
import { heldByRatchet, ownLayers, ratchetGathers, ratchetNarrows, ratchetOptions, ratchetSlack } from '../ratchet.ts';
import { defineRule } from '../rule.ts';

export const maxUnpackedSize = defineRule({
  id: 'max-unpacked-size',
  group: 'size',
  summary: 'Limit what the image takes on disk.',
  why: 'Every byte is stored, unpacked and scanned on every node that runs the image.',
  howToPass: 'Copy only the build output into a small final stage, or raise `max` in the policy and say why.',
  narrows: { max: 'smaller', ...ratchetNarrows, slack: 'smaller' },
  options: z.strictObject({
    max: byteSize.describe('The most the layers may take, unpacked.'),
    ...ratchetOptions,
    slack: ratchetSlack,
  }),
  gathersFor: ratchetGathers,
  *check(subject, { max, ratchet, slack }) {
    const { measurement } = subject;
    const excess = measurement.unpackedBytes - max;
    if (excess > 0) {
      const [takes, limit] = formatPair(measurement.unpackedBytes, max);
      yield { message: `Takes ${takes} on disk, ${formatBytes(excess)} over the limit of ${limit}.`, bytes: excess };
    }
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: unpackedPart,
        slack,
        grown: (by) => `Takes ${formatBytes(by)} more on disk`,
        areBytes: true,
        untold: ownLayers,
      });
  },
});
