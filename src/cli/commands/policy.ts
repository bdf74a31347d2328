import { readGateSettings } from '../../check/configured.ts';
import { testPolicy } from '../../check/test-policy.ts';
import { UserError } from '../../errors.ts';
import { exitStatus } from '../../exit-status.ts';
import { nearest } from '../../nearest.ts';
import type { Policy } from '../../policy/policy.ts';
import { rules } from '../../policy/rules/index.ts';
import type { Checkout } from '../../ports.ts';
import { renderPolicy, renderRule } from '../../reporters/policy.ts';
import { readPolicyCases } from '../../settings/policy-cases.ts';
import { optionWords } from '../../settings/rule-reference.ts';
import { maxConfigBytes } from '../../settings/config-size.ts';
import { visible } from '../../visible.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { locate } from '../locate.ts';
import type { World } from '../world.ts';

const verbs = ['validate', 'explain', 'show', 'test'] as const;

/** `plimsoll policy validate | explain RULE | show | test CASES.yml`. */
export const runPolicy: Run = async (argv, world) => {
  const { positionals, inputs: given } = readArguments('policy', argv, 2);
  const [verb, name] = positionals;
  if (!isVerb(verb)) throw new UserError(unknownVerb(verb));
  const { root, folderName, inputs } = locate(undefined, given, world);
  const checkout = world.openCheckout(root);
  const { fetchPolicy } = world;
  const read = () => readGateSettings({ checkout, folderName, inputs, ...(fetchPolicy && { fetchPolicy }) });
  if (verb === 'explain') {
    world.stdout(explainRule(name, await policyAtHand(read)));
    return 0;
  }
  const { settings } = await read();
  if (verb === 'test') return runCases(name, settings.policy, checkout, world);
  const { uses, waivers, sources, digest } = settings.policy;
  const lines = uses.map(({ rule, level, options, origin, whenNotRun }) => ({
    id: rule.id,
    level,
    options,
    origin,
    whenNotRun,
  }));
  if (verb === 'show') world.stdout(renderPolicy({ uses: lines, waivers, sources, digest }));
  else
    world.stdout(
      `The policy is sound: ${counted(uses.length, 'rule')} from ${sources.join(', ')}, ${counted(waivers.length, 'waiver')}, ${counted(settings.images.length, 'image')}.\n`,
    );
  return 0;
};

/** Exit status 1 when the policy says something else than a case. */
async function runCases(file: string | undefined, policy: Policy, checkout: Checkout, world: World): Promise<number> {
  const text = file === undefined ? undefined : await checkout.readText(file, maxConfigBytes);
  if (file === undefined || text === undefined)
    throw new UserError({
      code: 'no-cases',
      message: file === undefined ? '`plimsoll policy test` needs a file of cases.' : `There is no file ${file}.`,
      expected: 'YAML with `version: 1` and `cases`',
      hint: 'docs/custom-rules.md shows one.',
    });
  const folder = file.split('/').slice(0, -1).join('/');
  const outcomes = await testPolicy(policy, readPolicyCases(file, text), folder, checkout);
  const failed = outcomes.filter(({ differences }) => differences.length > 0);
  const lines = outcomes.flatMap(({ name, differences }) =>
    differences.length === 0
      ? [`ok  ${name}`]
      : [`NOT ${name}`, ...differences.map((difference) => `      the policy ${difference}`)],
  );
  const sum = `${outcomes.length - failed.length} of ${outcomes.length} cases hold.`;
  world.stdout([...lines, sum].map((line) => `${visible(line, 1_000)}\n`).join(''));
  return failed.length === 0 ? exitStatus.passed : exitStatus.policyFailed;
}

const isVerb = (verb: string | undefined): verb is (typeof verbs)[number] => verbs.some((one) => one === verb);

/** A rule's words must be had while the configuration is broken, too. */
async function policyAtHand(read: () => Promise<{ readonly settings: { readonly policy: Policy } }>) {
  try {
    return (await read()).settings.policy;
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

function explainRule(name: string | undefined, policy: Policy | undefined): string {
  const use = policy?.uses.find(({ rule }) => rule.id === name);
  // A rule of one's own is known by the policy that states it.
  const rule = use?.rule ?? findRule(name, policy);
  const { id, group, summary, why, howToPass } = rule;
  const options = group === 'custom' ? [] : optionWords(rule);
  return renderRule({ id, group, summary, why, howToPass, options, ...(policy && { here: use ?? 'off' }) });
}

function findRule(name: string | undefined, policy: Policy | undefined) {
  const found = rules.find(({ id }) => id === name);
  if (found) return found;
  const own = policy?.uses.flatMap(({ rule }) => (rule.group === 'custom' ? [rule.id] : [])) ?? [];
  const ids = [...rules.map(({ id }) => id), ...own];
  const guess = name === undefined ? undefined : nearest(name, ids);
  throw new UserError({
    code: 'unknown-rule',
    message: name === undefined ? '`plimsoll policy explain` needs the name of a rule.' : `There is no rule "${name}".`,
    expected: ids.join(', '),
    hint: guess === undefined ? 'policies/README.md describes every rule.' : `Did you mean ${guess}?`,
  });
}

function unknownVerb(got: string | undefined) {
  return {
    code: 'unknown-command',
    message:
      got === undefined ? '`plimsoll policy` needs to be told what to do.' : `There is no \`plimsoll policy ${got}\`.`,
    expected: verbs.join(', '),
    hint: 'For example: plimsoll policy validate.',
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
