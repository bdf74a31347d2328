import { z } from 'zod';
import type { Measurement } from '../../result/measurement.ts';
import { formatBytes, formatPair } from '../../units.ts';
import { describeLayer, locationOf } from '../layers.ts';
import { byteSize, ownOrAll } from '../option-types.ts';
import { heldByRatchet, ownLayers, ratchetGathers, ratchetNarrows, ratchetOptions, ratchetSlack } from '../ratchet.ts';
import { defineRule, type Violation } from '../rule.ts';

export const maxHiddenBytes = defineRule({
  id: 'max-hidden-bytes',
  group: 'size',
  summary: 'Limit bytes that are shipped although a later layer deleted or replaced them.',
  why: 'They are pulled and stored by every node, and anyone who has the image can still read them.',
  howToPass: 'Delete in the same `RUN` that wrote, use a cache mount, or copy the result from a builder stage.',
  narrows: { max: 'smaller', ...ratchetNarrows },
  options: () =>
    z.strictObject({
      max: byteSize.default(0).describe('The most hidden bytes allowed.'),
      of: ownOrAll('own'),
      ...ratchetOptions,
      slack: ratchetSlack,
    }),
  gathersFor: ratchetGathers,
  *check(subject, { max, of, ratchet, slack }) {
    yield* overLimit(subject.measurement, max, of);
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: ({ hiddenBytes, baseHiddenBytes, base }) => ({ total: hiddenBytes, ofBase: baseHiddenBytes, base }),
        slack,
        grown: (by) => `Hides ${formatBytes(by)} more in lower layers`,
        areBytes: true,
        untold: ownLayers,
      });
  },
});

function* overLimit(measurement: Measurement, max: number, of: 'own' | 'all'): Iterable<Violation> {
  const byBase = of === 'own' ? (measurement.hiddenTotal.byBaseLayersBytes ?? 0) : 0;
  const hiddenBytes = measurement.hiddenBytes - byBase;
  if (hiddenBytes <= max) return;
  const [hides, limit] = formatPair(hiddenBytes, max);
  const over = max === 0 ? '' : `, ${formatBytes(hiddenBytes - max)} over the limit of ${limit}`;
  const copies = ownCopies(measurement, of);
  const worst = copies[0];
  const location = worst && locationOf(measurement, worst.hiddenBy);
  yield {
    message: `Hides ${hides} in lower layers${over}.${worst ? ` ${explain(measurement, worst)}` : ''}`,
    bytes: hiddenBytes - max,
    paths: copies.map(({ path }) => path),
    ...(location && { location }),
    ...(worst?.how === 'metadata-only' && { howToPass: copyWithMode }),
  };
}

/** Nothing was deleted: the whole file is in the image twice for its mode or owner. */
const copyWithMode =
  'Give mode and owner where the file comes in: `COPY --chmod=… --chown=…`, or `chmod` and `chown` in the `RUN` that writes it.';

type Copy = Measurement['hidden'][number];

function ownCopies(measurement: Measurement, of: 'own' | 'all'): readonly Copy[] {
  const firstOwn = of === 'own' ? (measurement.baseLayers ?? 0) : 0;
  return measurement.hidden.filter(({ hiddenBy }) => hiddenBy >= firstOwn);
}

function explain(measurement: Measurement, { path, bytes, addedBy, hiddenBy, how }: Copy): string {
  const verb = how === 'overwritten' ? 'replaces' : how === 'metadata-only' ? 'changes mode or owner of' : 'deletes';
  const [hider, adder] = [describeLayer(measurement, hiddenBy), describeLayer(measurement, addedBy)];
  return `The largest: ${hider} ${verb} ${path} (${formatBytes(bytes)}) of ${adder}.`;
}
