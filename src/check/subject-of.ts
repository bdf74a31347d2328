import type { WeighedContext } from '../dockerfile/context.ts';
import type { Subject } from '../policy/subject.ts';
import type { Comparison } from '../result/result.ts';
import type { Baseline } from './baseline-request.ts';
import type { ExaminedVariant } from './examined-variant.ts';
import type { History } from './history.ts';
import type { UnderstoodDockerfile } from './understand.ts';

/** What is known of one image on one platform. */
export interface SubjectParts {
  readonly imageName: string;
  readonly gated: ExaminedVariant;
  readonly understood?: UnderstoodDockerfile | undefined;
  readonly sent?: WeighedContext | undefined;
  /** This and what follows: of the change, and absent of a baseline. */
  readonly baseline?: Baseline;
  readonly change?: Comparison | undefined;
  readonly history?: History | undefined;
  readonly waivers?: number;
  readonly stages?: Comparison | undefined;
}

/** What the rules look at. */
export function subjectOf(parts: SubjectParts): Subject {
  const { imageName, gated, baseline, change, history, stages, understood, sent, waivers } = parts;
  const dockerfile = gated.dockerfile ?? understood?.report;
  const context = sent ?? gated.context;
  const { measurement, tree, hidden, bodies, executable, entryScript, secrets, duplicates } = gated.examined;
  return {
    imageName,
    measurement,
    tree,
    hidden,
    bodies,
    ...(executable && { executable }),
    ...(entryScript && { entryScript }),
    ...(secrets && { secrets }),
    ...(duplicates && { duplicates }),
    ...(dockerfile && { dockerfile }),
    ...(gated.baseConfig && { baseConfig: gated.baseConfig }),
    ...(gated.publishedBase && { publishedBase: gated.publishedBase }),
    ...(change && { change }),
    ...(history &&
      (history.points.length > 0 ? { history: history.points } : { noHistoryReason: history.reason ?? '' })),
    ...(gated.base !== undefined && { base: gated.base }),
    ...(waivers !== undefined && { waivers }),
    ...(stages && { stages }),
    ...(baseline?.state === 'none' && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true }),
    ...(context && { context }),
  };
}
