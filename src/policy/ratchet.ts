import { z } from 'zod';
import { numbersOf, ownGrowth, type Part } from '../compare/numbers.ts';
import type { HistoryNumbers, HistoryPoint } from '../result/history.ts';
import { byteSize } from './option-types.ts';
import type { Gathering, Unknown, Violation } from './rule.ts';
import type { Subject } from './subject.ts';

/** Options of a rule whose limit may be a ratchet. */
export const ratchetOptions = {
  ratchet: z
    .boolean({ error: '`true` or `false`' })
    .optional()
    .describe(
      'Hold it also to the lowest value recorded among the 50 newest records before this commit: it may go down, and not up again. Needs recorded measurements.',
    ),
} as const;

/** What of a ratchet in bytes is not counted. */
export const ratchetSlack = byteSize
  .optional()
  .describe('What a ratchet lets pass above the lowest recorded value; nothing when not said.');

/** How a floor narrows them. */
export const ratchetNarrows = { ratchet: 'true-wins' } as const;

/** A ratchet needs the records, a plain limit does not. */
export const ratchetGathers = ({ ratchet }: { readonly ratchet?: boolean | undefined }): readonly Gathering[] =>
  ratchet === true ? ['history'] : [];

/** What a ratchet holds, and how its rule says that it grew. */
export interface Held {
  /** The number and the base image's share of it; undefined where a record does not have it. */
  readonly part: (numbers: HistoryNumbers) => Part | undefined;
  readonly slack?: number | undefined;
  /** `Takes 3 MB more on disk`. */
  readonly grown: (by: number) => string;
  readonly areBytes: boolean;
  /** What a record may not tell: `how many there were`. */
  readonly untold: string;
}

/** What a record lacks where its base image was not known. */
export const ownLayers = 'own layers from the base image’s';

/**
 * Holds a number to the lowest that is recorded. The base image's share does not count unless FROM names another image,
 * so that a refreshed base fails nobody. A new image has no past to be held to.
 */
export function* heldByRatchet(subject: Subject, held: Held): Iterable<Violation | Unknown> {
  if (subject.isNew === true) return;
  const { history, noHistoryReason = 'No recorded measurements were looked for.' } = subject;
  if (!history) {
    yield { unknown: `There is nothing the ratchet could hold it to. ${noHistoryReason}` };
    return;
  }
  const now = held.part(numbersNow(subject));
  const grown = history.flatMap((point) => growthSince(point, held, now) ?? []);
  if (grown.length === 0) {
    yield { unknown: `No record tells ${held.untold}, so there is nothing the ratchet could hold it to.` };
    return;
  }
  const most = grown.reduce((worst, one) => (one.by > worst.by ? one : worst));
  const { slack = 0 } = held;
  if (most.by <= slack) return;
  yield {
    message: `${held.grown(most.by)} than ${nameOf(most.point)} did, the least on record: with \`ratchet\` it may only go down.`,
    ...(held.areBytes && { bytes: most.by - slack }),
    howToPass:
      'See in the report what grew and drop it; where it must grow, waive this rule until a day, with a reason.',
  };
}

function growthSince(point: HistoryPoint, { part }: Held, now: Part | undefined) {
  const before = part(point);
  const by = before && now && ownGrowth(before, now);
  return by === undefined ? undefined : { point, by };
}

/** The subject's own numbers, as a record would have them. */
export function numbersNow({ measurement, base, waivers }: Subject): HistoryNumbers {
  return numbersOf(measurement, { ...(base !== undefined && { base }), ...(waivers !== undefined && { waivers }) });
}

/** A recorded commit as sentences name it. */
export function nameOf({ commit, committedAt }: HistoryPoint): string {
  return `\`${commit.slice(0, 12)}\` of ${new Date(committedAt * 1000).toISOString().slice(0, 10)}`;
}
