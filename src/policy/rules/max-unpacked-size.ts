import { z } from 'zod';
import { unpackedPart } from '../../compare/numbers.ts';
import type { Measurement } from '../../result/measurement.ts';
import { formatBytes, formatPair } from '../../units.ts';
import { byteSize } from '../option-types.ts';
import { heldByRatchet, ownLayers, ratchetGathers, ratchetNarrows, ratchetOptions, ratchetSlack } from '../ratchet.ts';
import { defineRule } from '../rule.ts';

const smallerStage = 'Copy only the build output into a small final stage, or raise `max` in the policy and say why.';

export const maxUnpackedSize = defineRule({
  id: 'max-unpacked-size',
  group: 'size',
  summary: 'Limit what the image takes on disk.',
  why: 'Every byte is stored, unpacked and scanned on every node that runs the image.',
  howToPass: smallerStage,
  narrows: { max: 'smaller', ...ratchetNarrows },
  options: () =>
    z.strictObject({
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
      const howToPass = withoutHidden(measurement);
      yield {
        message: `Takes ${takes} on disk, ${formatBytes(excess)} over the limit of ${limit}.`,
        bytes: excess,
        ...(howToPass !== undefined && { howToPass }),
      };
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

/** Bytes that nobody sees are the first to lose; undefined where own layers hide none. */
function withoutHidden({ hiddenBytes, hiddenTotal }: Measurement): string | undefined {
  const ownHiddenBytes = hiddenBytes - (hiddenTotal.byBaseLayersBytes ?? 0);
  if (ownHiddenBytes <= 0) return undefined;
  return `Stop shipping the ${formatBytes(ownHiddenBytes)} that later layers delete or replace (see what is hidden). ${smallerStage}`;
}
