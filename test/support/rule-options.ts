import { constantFrom, oneof, record, tuple, type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import type { AnyRule } from '../../src/policy/rule.ts';

/** Values of many kinds: an option is tried with those that its own schema takes. */
const candidates: readonly unknown[] = [
  [0, 1, 2, 5, 100, 1000, 5000, 65_534, 1_000_000, 0.5, 0.9],
  ['1 kB', '3 MB', '0 %', '1 %', '5 %', '50 %', '0.5', '90 %'],
  [true, false, 'own', 'all', 'final', 'digest', 'last-release'],
  [[], ['a'], ['a', 'b'], ['b', 'c'], ['**'], ['/usr/**'], ['/usr/bin/*', '/data'], ['gcc', 'make']],
  [['22'], ['23'], ['22', '8000-9000'], [22, 80], ['22/tcp']],
  [['a:1'], [{ image: 'a', tags: '>=1 <3' }], [{ image: 'a' }, 'scratch'], ['org.opencontainers.image.source']],
  [{ a: 'b*' }, { 'org.opencontainers.image.source': '**' }, { x: true }],
].flat();

/** The options of a rule by name, each with its schema. */
export function optionSchemas(rule: AnyRule): Readonly<Record<string, z.ZodType>> {
  // Every rule's options are a strict object, as its declaration asks; a refined one still is.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (rule.options as z.ZodObject<Record<string, z.ZodType>>).shape;
}

/** What an option is tried with: values its schema takes, as they are written; absent where it may be. */
export function choicesFor(schema: z.ZodType, more: readonly unknown[] = []): readonly unknown[] {
  return [undefined, ...candidates, ...more].filter((value) => schema.safeParse(value).success);
}

/** Options a policy may give the rule, parsed: every option varies, and what does not go together is left out. */
export function someOptions(rule: AnyRule): Arbitrary<unknown> {
  const fields = Object.entries(optionSchemas(rule)).map(
    ([name, schema]) => [name, constantFrom(...choicesFor(schema))] as const,
  );
  return record(Object.fromEntries(fields))
    .map((options) => rule.options.safeParse(withoutAbsent(options)))
    .filter(({ success }) => success)
    .map(({ data }) => data);
}

/** Two sets of options that differ from the given ones, and from each other, in one. */
export function neighbours(rule: AnyRule, given: unknown): Arbitrary<readonly [unknown, unknown]> {
  const start = typeof given === 'object' && given !== null ? { ...given } : {};
  const varied = Object.entries(optionSchemas(rule)).map(([name, schema]) => {
    const asGiven = Object.entries(start).flatMap(([key, value]) => (key === name ? [value] : []));
    const value = constantFrom(...choicesFor(schema, asGiven));
    return tuple(value, value).map((pair) =>
      pair.map((one) => rule.options.safeParse(withoutAbsent({ ...start, [name]: one }))),
    );
  });
  return oneof(...varied)
    .filter((pair) => pair.every(({ success }) => success))
    .map(([one, other]) => [one?.data, other?.data] as const);
}

/** As a configuration has it: what is not given is not there. */
function withoutAbsent(options: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
