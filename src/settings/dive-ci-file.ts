import { z } from 'zod';
import { UserError } from '../errors.ts';
import { parseBytes } from '../units.ts';
import { problemsOf } from './problems.ts';
import { readYaml } from './yaml-text.ts';

/** What dive takes for "do not hold the image to this". */
const disabled = z.preprocess(
  (given) => (typeof given === 'string' ? given.trim().toLowerCase() : (given ?? '')),
  z.union([z.literal(false), z.enum(['', 'disabled', 'off', 'false'])]).transform(() => 'disabled' as const),
);

const ratioText = 'a ratio from 0 to 1, or `disabled`';
const ratio = z.union(
  [
    disabled,
    z
      .union([z.number(), z.string().regex(/^\s*\d?\.?\d{1,12}\s*$/)])
      .transform(Number)
      .pipe(z.number().min(0).max(1)),
  ],
  { error: ratioText },
);
const sizeText = 'a size such as `20 MB`, or `disabled`';
const wastedLimit = z.union(
  [
    disabled,
    z.union([
      z.int().nonnegative(),
      z
        .string()
        .transform((text) => parseBytes(text) ?? -1)
        .pipe(z.int().min(0)),
    ]),
  ],
  { error: sizeText },
);

/** https://github.com/wagoodman/dive#ci-integration */
const diveCi = z.strictObject({
  rules: z.strictObject(
    {
      lowestEfficiency: ratio.optional(),
      highestWastedBytes: wastedLimit.optional(),
      highestUserWastedPercent: ratio.optional(),
    },
    { error: 'dive’s rules: `lowestEfficiency`, `highestWastedBytes`, `highestUserWastedPercent`' },
  ),
});

/** The limits of a `.dive-ci`, as the options of `dive-efficiency`. @throws UserError with every problem, by line and column */
export function readDiveCi(file: string, text: string): z.output<typeof diveCi>['rules'] {
  const yaml = readYaml(file, text);
  const parsed = diveCi.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data.rules;
  const [first, ...others] = problemsOf(parsed.error, diveCi, yaml);
  throw first ? new UserError([first, ...others]) : new Error('A refused file has a problem.', { cause: parsed.error });
}
