import { z } from 'zod';
import { heldByRatchet, ratchetGathers, ratchetNarrows, ratchetOptions } from '../ratchet.ts';
import { defineRule } from '../rule.ts';

export const maxWaivers = defineRule({
  id: 'max-waivers',
  group: 'size',
  summary: 'Limit the number of waivers an image has.',
  why: 'A waiver is a debt with a date; where their number only grows, the policy is no longer what it says.',
  howToPass: 'Mend what one of the waivers accepts and remove it, or let it run out.',
  narrows: { max: 'smaller', ...ratchetNarrows },
  options: () =>
    z.strictObject({
      max: z
        .int({ error: 'a whole number of waivers' })
        .min(0)
        .max(1000)
        .describe('The most waivers in force for one image, those that the change brings included.'),
      ...ratchetOptions,
    }),
  gathersFor: ratchetGathers,
  *check(subject, { max, ratchet }) {
    const { waivers } = subject;
    if (waivers === undefined) {
      yield { unknown: 'How many waivers there are is not known here.' };
      return;
    }
    if (waivers > max)
      yield { message: `Has ${waivers} ${words(waivers)} in force, ${waivers - max} over the limit of ${max}.` };
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: (numbers) => (numbers.waivers === undefined ? undefined : { total: numbers.waivers, ofBase: 0 }),
        grown: (by) => `Has ${by} more ${words(by)}`,
        areBytes: false,
        untold: 'how many there were',
      });
  },
});

const words = (count: number): string => (count === 1 ? 'waiver' : 'waivers');
