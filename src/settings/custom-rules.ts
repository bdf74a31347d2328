import type { Place, Problem } from '../errors.ts';
import type { AnyRule } from '../policy/rule.ts';
import type { ConfigFile } from './config-file.ts';
import type { RuleEntry } from './policy-parts.ts';
import { show } from './wording.ts';
import type { YamlText } from './yaml-text.ts';

/** Rules of the user's own that one file states, and what is wrong with them. */
export interface ReadCustomRules {
  readonly entries: readonly RuleEntry[];
  readonly problems: readonly Problem[];
}

/** Reads `policy.custom`: each expression is checked before anything is built. The language is loaded only when there is one. */
export async function readCustomRules(
  yaml: YamlText,
  config: ConfigFile,
  rules: readonly AnyRule[],
  name: string,
): Promise<ReadCustomRules> {
  const given = config.policy?.custom ?? [];
  if (given.length === 0) return { entries: [], problems: [] };
  const { readExpression } = await import('../policy/custom/expression.ts');
  const { customRule } = await import('../policy/custom/custom-rule.ts');
  const entries: RuleEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, custom] of given.entries()) {
    const path = ['policy', 'custom', index];
    const place = yaml.placeOf(path);
    const isTaken = rules.some(({ id }) => id === custom.id) || given.findIndex(({ id }) => id === custom.id) < index;
    if (isTaken) problems.push(taken(custom.id, yaml.placeOf([...path, 'id'])));
    const expression = readExpression(custom.when);
    if ('message' in expression) problems.push(wrong(custom.when, expression, yaml.placeOf([...path, 'when'])));
    else if (!isTaken)
      entries.push({
        rule: customRule({ ...custom, howToPass: custom['how-to-pass'] }, expression),
        level: custom.level,
        // Part of the policy's digest, and what `policy show` prints.
        options: { when: custom.when, message: custom.message },
        origin: `${name}:${place.line}`,
        place,
        ...(custom['when-not-run'] && { whenNotRun: custom['when-not-run'] }),
      });
  }
  return { entries, problems };
}

function taken(id: string, place: Place): Problem {
  return {
    code: 'duplicate-rule',
    message: `There is a rule \`${id}\` already.`,
    place,
    got: id,
    hint: 'Give the rule another id.',
  };
}

/** The problem with a caret below the expression; the place is the beginning of its text in the file. */
function wrong(
  text: string,
  { message, start, end }: { message: string; start: number; end: number },
  place: Place,
): Problem {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = text.slice(lineStart).split('\n')[0] ?? '';
  const column = start - lineStart;
  const carets = '^'.repeat(Math.max(1, Math.min(end, lineStart + line.length) - start));
  return {
    code: 'bad-expression',
    message: `The expression is wrong at character ${start + 1}: ${message}`,
    place,
    expected: 'an expression over image, files, dockerfile, baseline and change that is true of what must not be',
    got: show(text),
    output: [line, `${' '.repeat(column)}${carets}`],
    hint: 'docs/custom-rules.md lists what can be named, with types.',
  };
}
