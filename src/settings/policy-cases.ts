import { z } from 'zod';
import { UserError } from '../errors.ts';
import { calendarDay } from '../policy/option-types.ts';
import { problemsOf } from './problems.ts';
import { readYaml } from './yaml-text.ts';

const text = (what: string) => z.string({ error: what }).min(1, what).max(4096, what);
const ids = z.array(text('the id of a rule'), { error: 'a list of ids of rules' }).max(200);

const policyCases = z.strictObject({
  version: z.literal(1, { error: '`1`' }),
  cases: z
    .array(
      z.strictObject({
        name: text('a sentence'),
        result: text('the path of a stored result, relative to this file'),
        image: text('the name of an image in that result').optional(),
        today: calendarDay.optional(),
        findings: ids,
        waived: ids.optional(),
        'not-run': ids.optional(),
      }),
      { error: 'a list of cases' },
    )
    .min(1, 'at least one case')
    .max(500),
});

/** One case: a stored result, and which rules the policy must find on it, exactly. */
export type PolicyCase = z.output<typeof policyCases>['cases'][number];

/** Reads the cases of `plimsoll policy test`. @throws UserError with every problem, by line and column */
export function readPolicyCases(file: string, yamlText: string): readonly PolicyCase[] {
  const yaml = readYaml(file, yamlText);
  const parsed = policyCases.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data.cases;
  const [first, ...others] = problemsOf(parsed.error, policyCases, yaml);
  throw first ? new UserError([first, ...others]) : new Error('A refused file has a problem.', { cause: parsed.error });
}
