import { z } from 'zod';
import { finalFrom } from '../dockerfile-lines.ts';
import type { AnyRule, Unknown, Violation } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { Expression } from './expression.ts';
import { viewOf } from './view.ts';
import type { ViewVariable } from './view-types.ts';

/** A rule of the user's own, as the configuration states it. */
export interface CustomRule {
  readonly id: string;
  readonly message: string;
  readonly why?: string | undefined;
  readonly howToPass?: string | undefined;
}

const missing: Readonly<Record<ViewVariable, (subject: Subject) => string>> = {
  image: () => 'There is no image.',
  files: () => 'The files of the image were not read.',
  dockerfile: () => 'There is no Dockerfile: the image was not built here.',
  baseline: ({ noBaselineReason }) => noBaselineReason ?? 'No baseline is configured.',
  change: ({ noBaselineReason }) => noBaselineReason ?? 'No baseline is configured.',
};

/** A rule that finds what its expression is true of. */
export function customRule({ id, message, why, howToPass }: CustomRule, expression: Expression): AnyRule {
  const asksForChange = expression.uses.has('change') || expression.uses.has('baseline');
  return {
    id,
    group: 'custom',
    summary: message,
    why: why ?? 'The policy says so; see where it is turned on.',
    howToPass: howToPass ?? 'Ask the owner of the policy, or see its expression where it is turned on.',
    options: z.strictObject({ when: z.string(), message: z.string() }),
    // A new image has no change, which is no failure: the judge knows.
    ...(asksForChange && { needs: ['baseline'] as const }),
    *check(subject: Subject): Iterable<Violation | Unknown> {
      const view = viewOf(subject);
      const absent = [...expression.uses].find((name) => view[name] === undefined);
      if (absent !== undefined) {
        yield { unknown: missing[absent](subject) };
        return;
      }
      const said = expression.evaluate(view);
      if (typeof said !== 'boolean') yield said;
      else if (said) {
        const location = subject.dockerfile && finalFrom(subject.dockerfile);
        yield { message, ...(location && { location }) };
      }
    },
  };
}
