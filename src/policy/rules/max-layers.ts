import { z } from 'zod';
import type { Measurement } from '../../result/measurement.ts';
import { defineRule, type Unknown, type Violation } from '../rule.ts';
import { ownOrAll } from '../option-types.ts';
import { heldByRatchet, ownLayers, ratchetGathers, ratchetNarrows, ratchetOptions } from '../ratchet.ts';

export const maxLayers = defineRule({
  id: 'max-layers',
  group: 'size',
  summary: 'Limit the number of layers.',
  why: 'Engines stop at 127 layers, and each one is a request, a lock and a directory on every node.',
  howToPass: 'Join instructions that belong together, or copy the result of a builder stage in one `COPY`.',
  narrows: { max: 'smaller', ...ratchetNarrows },
  options: () =>
    z.strictObject({
      max: z.int({ error: 'a whole number of layers' }).min(1).max(1000).describe('The most layers allowed.'),
      of: ownOrAll('all'),
      ...ratchetOptions,
    }),
  gathersFor: ratchetGathers,
  *check(subject, { max, of, ratchet }) {
    yield* overLimit(subject.measurement, max, of);
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: ({ layers, baseLayers, base }) => ({ total: layers, ofBase: baseLayers, base }),
        grown: (by) => `Has ${by} more ${by === 1 ? 'layer' : 'layers'}`,
        areBytes: false,
        untold: ownLayers,
      });
  },
});

function* overLimit(
  { layers, baseLayers }: Measurement,
  max: number,
  of: 'own' | 'all',
): Iterable<Violation | Unknown> {
  if (of === 'own' && baseLayers === undefined && layers > max) {
    yield { unknown: 'How many of the layers come from the base image is not known.' };
    return;
  }
  const counted = of === 'own' ? layers - (baseLayers ?? 0) : layers;
  if (counted <= max) return;
  const split = baseLayers === undefined ? '' : ` (${layers - baseLayers} own, ${baseLayers} base)`;
  const what = of === 'own' ? 'own layers' : 'layers';
  yield { message: `Has ${counted} ${what}${split}, ${counted - max} over the limit of ${max}.` };
}
