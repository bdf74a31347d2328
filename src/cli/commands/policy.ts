import { readGateSettings } from '../../check/configured.ts';
import { UserError } from '../../errors.ts';
import { nearest } from '../../nearest.ts';
import { rules } from '../../policy/rules/index.ts';
import { renderPolicy, renderRule } from '../../reporters/policy.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { locate } from '../locate.ts';

const verbs = ['validate', 'explain', 'show'] as const;

/** `plimsoll policy validate | explain RULE | show`. */
export const runPolicy: Run = async (argv, world) => {
  const { positionals, inputs: given } = readArguments('policy', argv, 2);
  const [verb, name] = positionals;
  if (verb === 'explain') {
    world.stdout(renderRule(findRule(name)));
    return 0;
  }
  if (verb !== 'validate' && verb !== 'show') throw new UserError(unknownVerb(verb));
  const { root, folderName, inputs } = locate(undefined, given, world);
  const checkout = world.openCheckout(root);
  const { fetchPolicy } = world;
  const { settings } = await readGateSettings({ checkout, folderName, inputs, ...(fetchPolicy && { fetchPolicy }) });
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
      `The policy is sound: ${uses.length} rules from ${sources.join(', ')}, ${waivers.length} waivers, ${settings.images.length} images.\n`,
    );
  return 0;
};

function findRule(name: string | undefined) {
  const found = rules.find(({ id }) => id === name);
  if (found) return found;
  const guess =
    name === undefined
      ? undefined
      : nearest(
          name,
          rules.map(({ id }) => id),
        );
  throw new UserError({
    code: 'unknown-rule',
    message: name === undefined ? '`plimsoll policy explain` needs the name of a rule.' : `There is no rule "${name}".`,
    expected: rules.map(({ id }) => id).join(', '),
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
