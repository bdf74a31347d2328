import { z } from 'zod';
import { isOtherBase, ownGrowth, unpackedPart } from '../../compare/numbers.ts';
import type { HistoryNumbers, HistoryPoint } from '../../result/history.ts';
import { formatBytes, formatDelta, formatPair, formatRatio } from '../../units.ts';
import { byteSize, ownOrAll, percent } from '../option-types.ts';
import { nameOf, numbersNow } from '../ratchet.ts';
import { defineRule, type Unknown } from '../rule.ts';

const options = () =>
  z
    .strictObject({
      max: byteSize.optional().describe('The most bytes the image may grow by over all these commits together.'),
      or: percent
        .optional()
        .describe('The most it may grow in percent of what it was. Growth over either limit fails.'),
      over: z
        .int({ error: 'a whole number of commits, 1 to 50' })
        .min(1)
        .max(50)
        .default(10)
        .describe('How many recorded commits back it is held against; where fewer are recorded, the oldest of them.'),
      since: z
        .enum(['last-release'], { error: '`last-release`' })
        .optional()
        .describe('Instead of so many commits: the newest tag such as `v1.2.3` before this change.'),
      of: ownOrAll('own'),
    })
    .refine(({ max, or }) => max !== undefined || or !== undefined, {
      error: '`max` (bytes), `or` (percent), or both',
    });

export const maxCreep = defineRule({
  id: 'max-creep',
  group: 'size',
  summary: 'Limit how much an image grows over many changes.',
  why: 'Ten changes of one percent each pass a limit of two percent, and make the image a tenth larger.',
  howToPass:
    'Look in the history for the commits that grew it most and take back what is not needed, or raise the limit and say why.',
  narrows: { max: 'smaller', or: 'smaller' },
  options,
  gathers: ['history'],
  gathersFor: ({ since }) => (since === undefined ? [] : ['releases']),
  *check(subject, { max, or, over, since, of }) {
    if (subject.isNew === true) return;
    const start = startOf(subject, over, since);
    if ('unknown' in start) {
      yield start;
      return;
    }
    const { point, window } = start;
    const now = numbersNow(subject);
    const grownBytes = growth(point, now, of);
    if (grownBytes === undefined) {
      yield { unknown: `Which layers are the base image’s is not known both now and at ${nameOf(point)}.` };
      return;
    }
    const ofBytes = point.unpackedBytes;
    const limitBytes = Math.min(max ?? Infinity, or === undefined ? Infinity : Math.floor((ofBytes * or) / 100));
    if (grownBytes <= limitBytes || grownBytes <= 0) return;
    const isOwn = of === 'own' && !isOtherBase(point.base, now.base);
    const [grew, limit] = formatPair(grownBytes, limitBytes);
    const share = ofBytes > 0 ? ` (${formatRatio(grownBytes / ofBytes)})` : '';
    const limitName = limitBytes === max ? limit : `${or} % of ${formatBytes(ofBytes)}`;
    const excess = formatBytes(grownBytes - limitBytes);
    yield {
      message: `${isOwn ? 'Own layers grew' : 'Grew'} by ${grew}${share} ${window}, ${excess} over the limit of ${limitName}.${largestStep(start.history, now, of)}`,
      bytes: grownBytes - limitBytes,
    };
  },
});

/** The recorded commit to hold it against, and what to call the time since. */
function startOf(
  { history, noHistoryReason = 'No recorded measurements were looked for.' }: Parameters<typeof maxCreep.check>[0],
  over: number,
  since: 'last-release' | undefined,
): { readonly point: HistoryPoint; readonly window: string; readonly history: readonly HistoryPoint[] } | Unknown {
  if (!history) return { unknown: noHistoryReason };
  if (since !== undefined) {
    const point = history.find(({ release }) => release !== undefined);
    if (!point) return { unknown: 'No release tag among the commits before this one has a record at or before it.' };
    const after = history.slice(history.indexOf(point));
    return { point, history: after, window: `since the release ${point.release}, recorded at ${nameOf(point)}` };
  }
  const window = history.slice(-over);
  const [point] = window;
  if (!point) return { unknown: noHistoryReason };
  const commits = window.length === 1 ? 'the last recorded commit' : `the last ${window.length} recorded commits`;
  return { point, history: window, window: `over ${commits}, since ${nameOf(point)}` };
}

/** Which of several commits added most. */
function largestStep(history: readonly HistoryPoint[], now: HistoryNumbers, of: 'own' | 'all'): string {
  if (history.length < 2) return '';
  const steps = history.map((point, index) => {
    const next = history[index + 1];
    return { by: growth(point, next ?? now, of) ?? 0, name: next ? nameOf(next) : 'this change' };
  });
  const most = steps.reduce((largest, step) => (step.by > largest.by ? step : largest));
  return ` The largest step, ${formatDelta(most.by)}, is ${most.name}.`;
}

function growth(before: HistoryNumbers, after: HistoryNumbers, of: 'own' | 'all'): number | undefined {
  if (of === 'all') return after.unpackedBytes - before.unpackedBytes;
  return ownGrowth(unpackedPart(before), unpackedPart(after));
}
