import type { Place, Problem } from '../errors.ts';
import { UserError } from '../errors.ts';
import { diveEfficiency } from '../policy/rules/dive-efficiency.ts';
import type { Checkout } from '../ports.ts';
import type { RuleEntry } from './policy-parts.ts';
import { valueAt } from './problems.ts';
import { show } from './wording.ts';
import { maxConfigBytes } from './config-size.ts';
import type { YamlText } from './yaml-text.ts';

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
    // Few policies name one.
    const { readDiveCi } = await import('./dive-ci-file.ts');
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
