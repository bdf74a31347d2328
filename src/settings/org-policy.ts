import type { Problem } from '../errors.ts';
import { withFloor } from '../policy/floor.ts';
import type { Policy } from '../policy/policy.ts';
import { rules as allRules } from '../policy/rules/index.ts';
import type { AnyRule } from '../policy/rule.ts';
import { digestOf, mergeParts } from './effective-policy.ts';
import type { InputValues } from './inputs.ts';
import { extendChain } from './policy-chain.ts';
import type { PolicyTexts } from './policy-sources.ts';
import { show } from './wording.ts';

/** The organisation's policy, where there is one, or what is wrong with it: never "none" because it could not be had. */
export interface ReadFloor {
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
}

/** Reads the input `org-policy`. It is not of the checkout: a change could rewrite it there. */
export async function readFloor(
  inputs: InputValues,
  request: PolicyTexts & { readonly rules?: readonly AnyRule[] },
): Promise<ReadFloor> {
  const name = inputs['org-policy'];
  if (name === undefined) return { problems: [] };
  if (/^\.\.?\//.test(name)) return { problems: [ownFile(name)] };
  const chain = await extendChain([{ text: name }], undefined, request, request.rules ?? allRules, []);
  const { policy, problems } = mergeParts(chain);
  const all = [...chain.problems, ...problems, ...(inputs['warn-only'] ? [warnOnly] : [])];
  if (all.length === 0 && policy.uses.length === 0) return { problems: [noRules(name)] };
  return { policy, problems: all };
}

/** A policy that nothing can make looser than the floor, with a digest of its own. */
export function heldTo(floor: Policy, policy: Policy): Policy {
  const held = withFloor(policy, floor);
  return { ...held, digest: digestOf(held.uses, held.waivers) };
}

function ownFile(name: string): Problem {
  return {
    code: 'invalid-input',
    message: `The input \`org-policy\` cannot be ${show(name)}: a file of this repository is the repository's own to change.`,
    expected: '`OWNER/REPO/PATH@REF`, or a preset',
    got: name,
    hint: "Keep the organisation's policy in a repository of its own; name this file in `extends`.",
  };
}

function noRules(name: string): Problem {
  return {
    code: 'no-rules',
    message: `The organisation's policy ${show(name)} turns no rule on.`,
    expected: 'rules under `policy.rules`, or `extends`',
    got: name,
    hint: 'Turn rules on in it, or take `org-policy` out.',
  };
}

const warnOnly: Problem = {
  code: 'invalid-input',
  message: "The input `warn-only` would pass whatever the organisation's policy says.",
  expected: '`warn-only` without `org-policy`, or neither',
  hint: 'Take `warn-only` out.',
};
