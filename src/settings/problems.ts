import type { z } from 'zod';
import type { Place, Problem } from '../errors.ts';
import { keysAt } from './schema-keys.ts';
import { show, unknownKey } from './wording.ts';

/** Where validated data came from: its values, and their places for people. */
export interface Origin {
  readonly value: unknown;
  readonly placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place | undefined;
}

type Issue = z.core.$ZodIssue;

/**
 * Turns what zod has to say into problems a person can act on, each with its place.
 * @param base the path at which the validated value stands in the origin.
 */
export function problemsOf(
  error: z.ZodError,
  schema: z.ZodType,
  origin: Origin,
  base: readonly PropertyKey[] = [],
): readonly Problem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, schema, origin, base, []));
}

function problemsOfIssue(
  issue: Issue,
  schema: z.ZodType,
  origin: Origin,
  base: readonly PropertyKey[],
  above: readonly PropertyKey[],
): readonly Problem[] {
  const inner = [...above, ...issue.path];
  const path = [...base, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, inner);
    return issue.keys.map((key) => unknownKey(key, known, origin.placeOf([...path, key], 'key')));
  }
  const value = valueAt(origin.value, path);
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors, value);
    if (branch) return branch.flatMap((one) => problemsOfIssue(one, schema, origin, base, inner));
  }
  const key = path.findLast((step) => typeof step === 'string') ?? 'the file';
  const place = origin.placeOf(path, issue.code === 'invalid_key' ? 'key' : 'value');
  const expected = expectedBy(issue);
  const shared = { ...(place && { place }), expected };
  if (value === undefined && issue.code !== 'invalid_key')
    return [
      { ...shared, code: 'missing-key', message: `\`${key}\` is missing.`, hint: `Add \`${key}\`: ${expected}.` },
    ];
  const got = show(issue.code === 'invalid_key' ? key : value);
  return [
    {
      ...shared,
      code: 'invalid-value',
      message: `\`${key}\` cannot be ${got}.`,
      got,
      hint: wordHint(value) ?? `Use ${expected}.`,
    },
  ];
}

/** Words that YAML 1.1 read as yes and no, and that mean nothing here. */
function wordHint(value: unknown): string | undefined {
  const isWord =
    typeof value === 'boolean' || (typeof value === 'string' && /^(yes|no|on|true|false|y|n)$/i.test(value));
  if (!isWord) return undefined;
  return 'YAML 1.2 reads yes, no and on as text; rules are `error`, `warning` or `off`, and text such as "no" goes in quotes.';
}

/** A union's member that the value was meant for: the one it does not miss by its very type. */
function meantBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const meant = branches.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value')),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

const nouns: Readonly<Record<string, string>> = {
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
};

function expectedBy(issue: Issue): string {
  // Our own schemas say in `error` what they expect; zod's defaults begin with these words.
  if (!/^(Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return nouns[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}`;
  if (issue.code === 'invalid_key') return issue.issues[0] ? expectedBy(issue.issues[0]) : 'another name';
  return 'another value';
}

/** The part of plain data at a path; undefined when there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    data,
  );
}
