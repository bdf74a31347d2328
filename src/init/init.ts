import { runGate, type GateRequest } from '../check/configured.ts';
import { configPlaces } from '../check/find-config.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import { carriedOver } from '../settings/other-tools.ts';
import { chooseRules, configurationText, workflowText, type Choice } from './configuration.ts';
import { lookAt, type FoundRepository } from './found.ts';

/** Where the two files go. */
export const [configPath] = configPlaces;
export const workflowPath = '.github/workflows/plimsoll.yml';

/** What was found and chosen, and the files to write. */
export interface Beginning {
  readonly found: FoundRepository;
  readonly choices: readonly Choice[];
  /** What other tools were told that has no equivalent here, in sentences. */
  readonly notCarried: readonly string[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Makes a configuration that passes today: builds and checks what is there by the preset `recommended`, takes today's
 * numbers for limits, and checks once more that what it wrote passes. Nothing is written here.
 * @throws UserError `config-exists`, `no-dockerfile`, and those of the builds
 */
export async function begin(
  files: readonly string[],
  gate: Pick<GateRequest, 'checkout' | 'folderName' | 'inputs' | 'toolVersion' | 'openWorkshop'>,
): Promise<Beginning> {
  const existing = configPlaces.find((path) => gate.checkout.kindOf(path) !== undefined);
  if (existing !== undefined) throw new UserError(exists(existing));
  const found = await lookAt(files, gate.folderName, gate.checkout);
  if (found.images.length === 0) throw new UserError(nothing(found));
  const check = async (choices: readonly Choice[]) => {
    const text = configurationText(found.images, choices);
    const checkout = withFile(gate.checkout, configPath, text);
    const { result } = await runGate({ ...gate, checkout });
    return { text, result };
  };
  const { choices: carried, notCarried } = await carriedOver(gate.checkout);
  // The first look takes every level as it is; the second must pass.
  const ofToday = chooseRules((await check([])).result);
  // Who told another tool to leave something alone meant it.
  const choices = [...ofToday.filter(({ rule }) => !carried.some((one) => one.rule === rule)), ...carried];
  const { text, result } = await check(choices);
  if (result.exitStatus !== 0) throw new UserError(stillFails);
  const hasWorkflow = gate.checkout.kindOf(workflowPath) !== undefined;
  return {
    found,
    choices,
    notCarried,
    files: [{ path: configPath, text }, ...(hasWorkflow ? [] : [{ path: workflowPath, text: workflowText }])],
  };
}

/** The checkout with one file more. */
function withFile(checkout: Checkout, path: string, text: string): Checkout {
  return {
    ...checkout,
    kindOf: (asked) => (asked === path ? 'file' : checkout.kindOf(asked)),
    readText: async (asked, maxBytes) => (asked === path ? text : checkout.readText(asked, maxBytes)),
  };
}

function exists(path: string) {
  return {
    code: 'config-exists',
    message: `There is a configuration already: ${path}. Nothing was written.`,
    hint: '`plimsoll policy validate` checks it; move it away to begin anew.',
  };
}

function nothing({ leftOut }: FoundRepository) {
  const more = leftOut.length > 0 ? ` Left out: ${leftOut.join('; ')}.` : '';
  return {
    code: 'no-dockerfile',
    message: `No Dockerfile was found that ships.${more}`,
    expected: 'Dockerfile, Dockerfile.NAME, NAME.Dockerfile or Containerfile',
    hint: 'Write the configuration by hand: docs/configuration.md.',
  };
}

const stillFails = {
  code: 'init-fails',
  message:
    'The images do not pass even with the limits of today: builds differ from one to the next. Nothing was written.',
  hint: '`plimsoll check` shows what it finds; write the configuration by hand: docs/configuration.md.',
};
