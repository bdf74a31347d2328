import { z } from 'zod';
import type { Place, Problem } from '../errors.ts';
import type { Waiver } from '../policy/policy.ts';
import type { AnyRule } from '../policy/rule.ts';
import type { ConfigFile } from './config-file.ts';
import { nearest } from '../nearest.ts';
import { problemsOf } from './problems.ts';
import { show, unknownKey } from './wording.ts';
import type { YamlText } from './yaml-text.ts';

/** Whether a rule counts, and how much. */
export const level = z.enum(['error', 'warning', 'off'], { error: '`error`, `warning` or `off`' });
export type UseLevel = z.output<typeof level>;

/** Options every rule has: what it counts as when it cannot run. */
export const commonOptions = z.strictObject({
  'when-not-run': z
    .enum(['pass', 'warning', 'failure'], { error: '`pass`, `warning` or `failure`' })
    .optional()
    .describe(
      'What the rule counts as when it could not run; default: `failure` for an error, `warning` for a warning.',
    ),
  waivable: z
    .boolean({ error: '`true` or `false`' })
    .optional()
    .describe('In a floor (`org-policy`): whether those it is laid under may waive the rule; default: `false`.'),
});

/** One line of `policy.rules`, as one file says it. */
export interface RuleEntry {
  readonly rule: AnyRule;
  readonly level: UseLevel;
  /** Absent when only the level was given: then the options of what it extends stay. */
  readonly options?: unknown;
  readonly whenNotRun?: 'pass' | 'warning' | 'failure';
  readonly waivable?: true;
  /** As RuleUse has it. */
  readonly origin: string;
  readonly place: Place;
}

/** What one file says about the policy. */
export interface PolicyPart {
  /** The file or preset. */
  readonly source: string;
  readonly entries: readonly RuleEntry[];
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** Reads rules and waivers of one file against the rules there are. */
export function readPolicyPart(
  yaml: YamlText,
  config: ConfigFile,
  rules: readonly AnyRule[],
  name: string,
): PolicyPart {
  const ids = rules.map(({ id }) => id);
  // A preset is not a file of the reader's: its name is place enough.
  const at = (path: readonly PropertyKey[]): string =>
    name.startsWith('preset ') ? name : `${name}:${yaml.placeOf(path, 'key').line}`;
  const read = Object.entries(config.policy?.rules ?? {}).map(([id, use]): RuleEntry | readonly Problem[] => {
    const path = ['policy', 'rules', id];
    const rule = rules.find((one) => one.id === id);
    if (!rule) return [unknownKey(id, ids, yaml.placeOf(path, 'key'), 'rule')];
    return readUse(rule, use, path, yaml, at(path));
  });
  const waivers = (config.waivers ?? []).map((waiver, index) => asWaiver(waiver, at(['waivers', index])));
  const strangers = waivers.flatMap(({ rule }, index) =>
    ids.includes(rule) ? [] : [unknownKey(rule, ids, yaml.placeOf(['waivers', index, 'rule']), 'rule')],
  );
  return {
    source: name,
    entries: read.flatMap((one) => ('rule' in one ? [one] : [])),
    waivers,
    problems: [...read.flatMap((one) => ('rule' in one ? [] : one)), ...strangers],
  };
}

function asWaiver({ image, path, ...rest }: NonNullable<ConfigFile['waivers']>[number], origin: string): Waiver {
  return { ...rest, ...(image !== undefined && { image }), ...(path !== undefined && { path }), origin };
}

function readUse(
  rule: AnyRule,
  use: unknown,
  path: readonly PropertyKey[],
  yaml: YamlText,
  origin: string,
): RuleEntry | readonly Problem[] {
  const isList = Array.isArray(use);
  const list: readonly unknown[] = isList ? use : [use];
  const levelPath = isList ? [...path, 0] : path;
  const parsedLevel = level.safeParse(list[0]);
  if (!parsedLevel.success || list.length > 2) {
    const got = show(use);
    const hint = levelHint(list[0], rule.id);
    const expected = '`error`, `warning`, `off`, or a level with options such as `[error, { … }]`';
    const wrongPlace = yaml.placeOf(list.length > 2 ? path : levelPath);
    return [
      { code: 'invalid-value', message: `\`${rule.id}\` cannot be ${got}.`, place: wrongPlace, expected, got, hint },
    ];
  }
  const place = yaml.placeOf(path, 'key');
  if (list.length < 2) return { rule, level: parsedLevel.data, origin, place };

  const given = isMap(list[1]) ? list[1] : {};
  const { 'when-not-run': whenNotRun, waivable, ...own } = given;
  const common = commonOptions.safeParse({
    ...(whenNotRun !== undefined && { 'when-not-run': whenNotRun }),
    ...(waivable !== undefined && { waivable }),
  });
  const parsed = rule.options.safeParse(isMap(list[1]) ? own : list[1]);
  const optionsPath = [...path, 1];
  if (common.success && parsed.success) {
    const kept = common.data['when-not-run'];
    return {
      rule,
      level: parsedLevel.data,
      options: parsed.data,
      origin,
      place,
      ...(kept && { whenNotRun: kept }),
      ...(common.data.waivable === true && { waivable: true }),
    };
  }
  return [
    ...(common.success ? [] : problemsOf(common.error, commonOptions, yaml, optionsPath)),
    ...(parsed.success ? [] : problemsOf(parsed.error, rule.options, yaml, optionsPath)),
  ];
}

function levelHint(given: unknown, id: string): string {
  if (given === false || (typeof given === 'string' && /^(no|n|false|none)$/i.test(given)))
    return `To turn the rule off, write \`${id}: off\`.`;
  if (given === true || (typeof given === 'string' && /^(yes|y|on|true)$/i.test(given)))
    return `To turn the rule on, write \`${id}: error\` or \`${id}: warning\`.`;
  if (given === 'warn') return 'The level is called `warning`.';
  const meant = typeof given === 'string' ? nearest(given.toLowerCase(), level.options) : undefined;
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  return `Write the level first, then its options: \`${id}: [error, { … }]\`.`;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
