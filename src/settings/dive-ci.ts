import { z } from 'zod';
import type { Place, Problem } from '../errors.ts';
import { UserError } from '../errors.ts';
import { diveEfficiency } from '../policy/rules/dive-efficiency.ts';
import type { Checkout } from '../ports.ts';
import { parseBytes } from '../units.ts';
import type { RuleEntry } from './policy-parts.ts';
import { problemsOf, valueAt } from './problems.ts';
import { show } from './wording.ts';
import { maxConfigBytes } from './config-size.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

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

/** What an entry becomes when its limits are in a file: the same entry with those limits, or what is wrong. */
export async function withDiveCi(
  entry: RuleEntry,
  yaml: YamlText,
  checkout: Pick<Checkout, 'readText'> | undefined,
): Promise<RuleEntry | readonly Problem[]> {
  const file = valueAt(entry.options, ['dive-ci']);
  if (entry.rule.id !== diveEfficiency.id || typeof file !== 'string') return entry;
  const path = ['policy', 'rules', entry.rule.id, 1];
  const place = yaml.placeOf([...path, 'dive-ci']);
  const beside = Object.keys(diveEfficiency.options.shape).filter(
    (key) => key !== 'dive-ci' && valueAt(yaml.value, [...path, key]) !== undefined,
  );
  if (beside.length > 0) return [besides(beside, yaml.placeOf([...path, beside[0] ?? ''], 'key'))];
  if (!checkout) return [elsewhere(file, place)];
  try {
    const text = await checkout.readText(file, maxConfigBytes);
    if (text === undefined) return [noFile(file, place)];
    const options = diveEfficiency.options.parse(readDiveCi(file, text));
    return { ...entry, options, origin: `${entry.origin} (${file})` };
  } catch (thrown) {
    // What is wrong with that file stands beside what is wrong with this one.
    if (thrown instanceof UserError) return thrown.problems;
    throw thrown;
  }
}

function besides(keys: readonly string[], place: Place): Problem {
  return {
    code: 'dive-ci-and-limits',
    message: `The file that \`dive-ci\` names has the limits; ${keys.map((key) => `\`${key}\``).join(', ')} beside it would be a second word.`,
    place,
    expected: '`dive-ci`, or limits',
    hint: 'Take one of the two out.',
  };
}

function elsewhere(file: string, place: Place): Problem {
  return {
    code: 'dive-ci-elsewhere',
    message: `A policy of another repository cannot name ${show(file)}: a file here would decide what it asks.`,
    place,
    got: file,
    hint: 'Write the limits into the policy: `lowestEfficiency`, `highestWastedBytes`, `highestUserWastedPercent`.',
  };
}

function noFile(file: string, place: Place): Problem {
  return {
    code: 'no-dive-ci',
    message: `There is no ${show(file)}.`,
    place,
    got: file,
    hint: 'Correct the path, which is relative to the root of the checkout, or write the limits here.',
  };
}
