import {
  assert,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  subarray,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withFloor } from '../../src/policy/floor.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Policy, RuleUse } from '../../src/policy/policy.ts';
import { allowedBaseImages } from '../../src/policy/rules/allowed-base-images.ts';
import { exposedPorts } from '../../src/policy/rules/exposed-ports.ts';
import { maxGrowth } from '../../src/policy/rules/max-growth.ts';
import { maxUnpackedSize } from '../../src/policy/rules/max-unpacked-size.ts';
import { noAdd } from '../../src/policy/rules/no-add.ts';
import { noBuildTools } from '../../src/policy/rules/no-build-tools.ts';
import { nonRoot } from '../../src/policy/rules/non-root.ts';
import { rules } from '../../src/policy/rules/index.ts';
import type { AnyRule } from '../../src/policy/rule.ts';
import { aPolicy, aUse } from '../support/floor-property.ts';
import { choicesFor, optionSchemas, someOptions } from '../support/rule-options.ts';
import { aSubject } from '../support/rules.ts';

const use = (rule: AnyRule, options: object, more: Partial<RuleUse> = {}): RuleUse =>
  aUse(rule, rule.options.parse(options), more);
const policy = aPolicy;
const shape = ({ uses }: Pick<Policy, 'uses'>) =>
  uses.map(({ rule, level, options, whenNotRun, floor }) => ({ id: rule.id, level, options, whenNotRun, floor }));
const optionsOf = (own: RuleUse, floor: RuleUse) =>
  withFloor(policy(own), policy(floor)).uses.map(({ options }) => options);

describe('a policy held to a floor', () => {
  test.each<[string, AnyRule, object, object, readonly object[]]>([
    ['takes the smaller limit', maxUnpackedSize, { max: 200 }, { max: 100 }, [{ max: 100 }]],
    ['keeps its own where that is smaller', maxUnpackedSize, { max: 50 }, { max: 100 }, [{ max: 50 }]],
    ['takes a limit it has not got', maxGrowth, { max: 5 }, { or: '10 %' }, [{ max: 5, or: 10, of: 'own' }]],
    [
      'takes the list that has nothing the other has not',
      allowedBaseImages,
      { allow: ['a', 'b'] },
      { allow: ['b', 'c', 'a'] },
      [{ allow: ['a', 'b'], prove: false, stages: 'final' }],
    ],
    [
      'counts twice where each list has something of its own: patterns may overlap',
      allowedBaseImages,
      { allow: ['gcr.io/distroless/*'] },
      { allow: ['gcr.io/**'] },
      [
        { allow: ['gcr.io/**'], prove: false, stages: 'final' },
        { allow: ['gcr.io/distroless/*'], prove: false, stages: 'final' },
      ],
    ],
    [
      'takes the union of what is denied',
      exposedPorts,
      { deny: ['22'] },
      { deny: ['23'] },
      [
        {
          deny: [
            { from: 22, to: 22 },
            { from: 23, to: 23 },
          ],
        },
      ],
    ],
    [
      'counts twice where neither is stricter',
      maxGrowth,
      { max: 5, of: 'own' },
      { max: 5, of: 'all' },
      [
        { max: 5, of: 'all' },
        { max: 5, of: 'own' },
      ],
    ],
    [
      'counts twice where a ratchet has slack that the floor’s has not: none is the strictest',
      maxUnpackedSize,
      { max: 5, ratchet: true, slack: 3 },
      { max: 5, ratchet: true },
      [
        { max: 5, ratchet: true, slack: 3 },
        { max: 5, ratchet: true },
      ],
    ],
    [
      'counts twice where one has the shorter list and the other the smaller limit',
      noBuildTools,
      { allow: ['gcc'], max: 9 },
      { allow: ['gcc', 'make'], max: 5 },
      [
        { allow: ['gcc', 'make'], max: 5 },
        { allow: ['gcc'], max: 9 },
      ],
    ],
    [
      'takes the side that is the stricter in both',
      noBuildTools,
      { allow: ['gcc'], max: 5 },
      { allow: ['make', 'gcc'], max: 9 },
      [{ allow: ['gcc'], max: 5 }],
    ],
    [
      'takes the narrower range of users',
      nonRoot,
      { 'max-uid': 5000 },
      { 'min-uid': 1000, 'numeric-only': true },
      [{ 'min-uid': 1000, 'max-uid': 5000, 'numeric-only': true, 'allow-root-group': true }],
    ],
  ])('%s', (_, rule, own, floor, expected) => {
    expect(optionsOf(use(rule, own), use(rule, floor))).toEqual(expected);
  });

  test('takes the stricter level and the stricter count', () => {
    const own = use(nonRoot, {}, { level: 'warning', whenNotRun: 'pass' });
    const [held] = withFloor(policy(own), policy(use(nonRoot, {}, { whenNotRun: 'warning' }))).uses;
    expect([held?.level, held?.whenNotRun]).toEqual(['error', 'warning']);
  });

  test('has the rules it turned off, and says where each is from', () => {
    const held = withFloor(policy(use(noAdd, {})), policy(use(nonRoot, {}, { origin: 'org:3' })));
    expect(held.uses.map(({ rule, origin }) => [rule.id, origin])).toEqual([
      ['no-add', 'here'],
      ['non-root', 'org:3'],
    ]);
    expect(held.sources).toEqual(['a', 'floor a']);
  });
});

describe('a waiver of what the floor asks', () => {
  const waiver = { rule: 'non-root', reason: 'r', owner: 'o', expires: '2027-01-01', origin: 'w:1' };
  const root = aSubject({ config: { user: '0' } });
  const waived = (own: Policy, floor: Policy) =>
    judge({ ...withFloor(own, floor), digest: '' }, root, '2026-11-21').findings.map(({ waiver: one }) => one !== null);
  const own = { ...policy(use(nonRoot, {})), waivers: [waiver] };

  test.each<[string, Policy, Policy, readonly boolean[]]>([
    ['does not count', own, policy(use(nonRoot, {})), [false]],
    ['counts where the floor permits it', own, policy(use(nonRoot, {}, { waivable: true })), [true]],
    ['counts when the floor states it', policy(), own, [true]],
    ['counts for what only the policy asks', own, policy(use(noAdd, {})), [true]],
  ])('%s', (_, one, floor, expected) => {
    expect(waived(one, floor)).toEqual(expected);
  });
});

test.each([
  ['gcr.io/distroless/static', 0],
  ['gcr.io/acme/app', 1],
  ['node', 2],
])('of two lists of patterns, %s must be allowed by both', (base, findings) => {
  const own = policy(use(allowedBaseImages, { allow: ['gcr.io/distroless/*'] }));
  const held = withFloor(own, policy(use(allowedBaseImages, { allow: ['gcr.io/**'] })));
  const subject = aSubject({ dockerfile: `FROM ${base}` });
  expect(judge({ ...held, digest: '' }, subject, '2026-11-21').findings).toHaveLength(findings);
});

describe('the lattice', () => {
  const size = option(integer({ min: 0, max: 2000 }), { nil: undefined });
  const uses: Arbitrary<readonly RuleUse[]> = record({
    size,
    growth: record({ max: integer({ min: 0, max: 50 }), of: constantFrom('own', 'all') }),
    allow: subarray(['a', 'b', 'c']),
    numeric: boolean(),
    level: constantFrom('error' as const, 'warning' as const),
    on: subarray(['s', 'g', 'a', 'n']),
    waivable: boolean(),
  }).map(({ size: max, growth, allow, numeric, level, on, waivable }) => [
    ...(max !== undefined && on.includes('s')
      ? [use(maxUnpackedSize, { max }, { level, ...(waivable && { waivable: true }) })]
      : []),
    ...(on.includes('g') ? [use(maxGrowth, growth, { level })] : []),
    ...(on.includes('a') ? [use(allowedBaseImages, { allow }, { level })] : []),
    ...(on.includes('n') ? [use(nonRoot, { 'numeric-only': numeric }, { level })] : []),
  ]);
  const policies = uses.map((list) => policy(...list));
  const full = (held: Omit<Policy, 'digest'>): Policy => ({ ...held, digest: '' });

  /** Uses of these rules, each at most once, with any options. */
  const usesOf = (chosen: readonly AnyRule[]): Arbitrary<Policy> =>
    tuple(
      ...chosen.map((rule) =>
        option(
          record({
            options: someOptions(rule),
            level: constantFrom('error' as const, 'warning' as const),
            whenNotRun: constantFrom('pass' as const, 'warning' as const, 'failure' as const),
            waivable: option(constantFrom(true as const), { nil: undefined }),
          }),
          { nil: undefined },
        ).map((given) => {
          if (!given) return [];
          const { options, level, whenNotRun, waivable } = given;
          return [aUse(rule, options, { level, whenNotRun, ...(waivable && { waivable }) })];
        }),
      ),
    ).map((drawn) => policy(...drawn.flat()));
  /** Three policies that speak of the same few rules, of all there are. */
  const three = subarray([...rules], { minLength: 1, maxLength: 4 }).chain((chosen) =>
    tuple(usesOf(chosen), usesOf(chosen), usesOf(chosen)),
  );

  test.each(
    rules.flatMap((rule) =>
      Object.entries(optionSchemas(rule)).map(([name, schema]) => [rule.id, name, schema] as const),
    ),
  )('is drawn with every option: %s has several values for %s', (_, __, schema) => {
    const values = new Set(choicesFor(schema).map((value) => JSON.stringify(schema.parse(value))));
    expect(values.size).toBeGreaterThan(1);
  });

  test('a floor laid twice is a floor laid once', { tags: 'thorough' }, () => {
    assert(
      property(three, ([own, floor]) => {
        const once = full(withFloor(own, floor));
        expect(shape(withFloor(once, floor))).toEqual(shape(once));
      }),
      { numRuns: 150 },
    );
  });

  test('two floors come to the same in either order', { tags: 'thorough' }, () => {
    assert(
      property(three, ([own, one, other]) => {
        const [a, b] = [withFloor(full(withFloor(own, one)), other), withFloor(full(withFloor(own, other)), one)];
        expect(shape(a)).toEqual(shape(b));
      }),
      { numRuns: 150 },
    );
  });

  test('what the floor finds, and what the policy finds, is found', () => {
    const images = record({
      unpackedBytes: integer({ min: 0, max: 2500 }),
      grown: integer({ min: -10, max: 60 }),
      base: constantFrom('a', 'b', 'c', 'd'),
      user: constantFrom('', '0', '1000'),
    });
    assert(
      property(policies, policies, images, (own, floor, { unpackedBytes, grown, base, user }) => {
        const subject = aSubject({
          dockerfile: `FROM ${base}`,
          config: { user },
          measurement: { unpackedBytes },
          change: { ownDeltaBytes: grown, unpackedDeltaBytes: grown + 5 },
        });
        const errorsOf = (one: Policy) =>
          new Set(
            judge(one, subject, '2026-11-21')
              .findings.filter(({ level }) => level === 'error')
              .map(({ rule }) => rule),
          );
        const held = errorsOf(full(withFloor(own, floor)));
        for (const rule of [...errorsOf(own), ...errorsOf(floor)]) expect(held).toContain(rule);
      }),
      { numRuns: 100 },
    );
  });
});
