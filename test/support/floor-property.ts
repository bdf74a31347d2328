import { assert, oneof, property, tuple } from 'fast-check';
import { expect } from 'vitest';
import { withFloor } from '../../src/policy/floor.ts';
import type { Policy, RuleUse } from '../../src/policy/policy.ts';
import type { AnyRule, Unknown, Violation } from '../../src/policy/rule.ts';
import type { Subject } from '../../src/policy/subject.ts';
import { neighbours, optionSchemas, someOptions } from './rule-options.ts';

/** A rule in use with parsed options. */
export const aUse = (rule: AnyRule, options: unknown, more: Partial<RuleUse> = {}): RuleUse => ({
  rule,
  level: 'error',
  options,
  origin: 'here',
  whenNotRun: 'failure',
  ...more,
});

/** A policy of these uses and no waivers. */
export const aPolicy = (...uses: readonly RuleUse[]): Policy => ({ uses, waivers: [], sources: ['a'], digest: '' });

/**
 * Holds a rule to what a floor promises: whatever options a policy and its floor have, what either finds of a subject is
 * found, its paths among them, and what either cannot tell is not passed.
 */
export function findsWhatEitherFinds(rule: AnyRule, rows: readonly Row[]): void {
  if (Object.keys(optionSchemas(rule)).length === 0) return;
  const anyTwo = tuple(someOptions(rule), someOptions(rule));
  for (const { subject, options } of rows) {
    // Most options are no matter to a subject that shows another; so one at a time differs from its own.
    const pairs = oneof({ weight: 4, arbitrary: neighbours(rule, options) }, { weight: 1, arbitrary: anyTwo });
    assert(
      property(pairs, ([own, floor]) => {
        const held = withFloor(aPolicy(aUse(rule, own)), aPolicy(aUse(rule, floor))).uses;
        const merged = held.flatMap((use) => run(rule, subject, use.options));
        for (const side of [own, floor]) isNoLooser(rule, merged, run(rule, subject, side));
      }),
      { numRuns: 12 },
    );
  }
}

/** A subject, and the options that show what it is about, as they are written. */
export interface Row {
  readonly subject: Subject;
  readonly options: unknown;
}

/** With `prove` a base image is known by its layers where nothing else says what it is: more is asked, and more is told. */
const tellsMore: ReadonlySet<string> = new Set(['allowed-base-images']);

function isNoLooser(rule: AnyRule, merged: readonly Found[], side: readonly Found[]): void {
  const [found, wanted] = [violationsOf(merged), violationsOf(side)];
  if (side.length > 0 && !tellsMore.has(rule.id)) expect(merged).not.toEqual([]);
  if (wanted.length > 0) expect(found).not.toEqual([]);
  const paths = new Set(found.flatMap((one) => one.paths ?? []));
  for (const path of wanted.flatMap((one) => one.paths ?? [])) expect(paths).toContain(path);
}

type Found = Violation | Unknown;

const violationsOf = (found: readonly Found[]): readonly Violation[] =>
  found.filter((one): one is Violation => !('unknown' in one));

/** @param options parsed by the rule's own schema, which {@link AnyRule} has forgotten */
function run(rule: AnyRule, subject: Subject, options: unknown): readonly Found[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return [...rule.check(subject, options as never)];
}
