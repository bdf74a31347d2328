import { runGate, type GateRequest } from '../check/configured.ts';
import { configPlaces } from '../check/find-config.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { ImageResult } from '../result/result.ts';
import { carriedOver } from '../settings/other-tools.ts';
import { chooseRules, configurationText, workflowFor, type Choice } from './configuration.ts';
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
 * numbers for limits, and checks once more that what it wrote passes. An image that cannot be checked is left out, and
 * named. Nothing is written here.
 * @throws UserError `config-exists`, `no-dockerfile`, and of the builds when none works
 */
export async function begin(
  files: readonly string[],
  gate: Pick<GateRequest, 'checkout' | 'folderName' | 'inputs' | 'toolVersion' | 'openWorkshop'>,
): Promise<Beginning> {
  const existing = configPlaces.find((path) => gate.checkout.kindOf(path) !== undefined);
  if (existing !== undefined) throw new UserError(exists(existing));
  const all = await lookAt(files, gate.folderName, gate.checkout);
  if (all.images.length === 0) throw new UserError(nothing(all));
  const check = async (images: FoundRepository['images'], choices: readonly Choice[]) => {
    const text = configurationText(images, choices);
    const { result } = await runGate({ ...gate, checkout: withFile(gate.checkout, configPath, text) });
    return { text, result };
  };
  const { found, results } = await tryEach(all, async (image) => (await check([image], [])).result.images);
  // The first look takes every level as it is; the second must pass.
  const ofToday = chooseRules(results);
  const { choices: carried, notCarried } = await carriedOver(gate.checkout);
  // Who told another tool to leave something alone meant it.
  const choices = [...ofToday.filter(({ rule }) => !carried.some((one) => one.rule === rule)), ...carried];
  const { text, result } = await check(found.images, choices);
  if (result.exitStatus !== 0) throw new UserError(stillFails);
  const hasWorkflow = found.workflows.gating.length > 0 || gate.checkout.kindOf(workflowPath) !== undefined;
  const workflow = { path: workflowPath, text: workflowFor(found.images.length, await defaultBranches(gate.checkout)) };
  return { found, choices, notCarried, files: [{ path: configPath, text }, ...(hasWorkflow ? [] : [workflow])] };
}

/** What a clone knows of its remote's default branch; else the two names that nearly all have. */
async function defaultBranches(checkout: Checkout): Promise<readonly string[]> {
  const head = '.git/refs/remotes/origin/HEAD';
  const text = checkout.kindOf(head) === 'file' ? await checkout.readText(head, 1_000) : undefined;
  const [, branch] = /^ref: refs\/remotes\/origin\/([\w./-]+)$/m.exec(text ?? '') ?? [];
  return branch === undefined ? ['main', 'master'] : [branch];
}

/** Checks each image alone, so that one that wants a secret or another machine does not stand in the way of the rest. */
async function tryEach(
  all: FoundRepository,
  check: (image: FoundRepository['images'][number]) => Promise<readonly ImageResult[]>,
): Promise<{ readonly found: FoundRepository; readonly results: readonly ImageResult[] }> {
  const images: FoundRepository['images'][number][] = [];
  const results: ImageResult[] = [];
  const leftOut = [...all.leftOut];
  let first: UserError | undefined;
  for (const image of all.images) {
    try {
      results.push(...(await check(image)));
      images.push(image);
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      first ??= thrown;
      leftOut.push(`${image.dockerfile}: ${thrown.problems[0]?.message ?? thrown.message}`);
    }
  }
  if (first && images.length === 0) throw first;
  return { found: { ...all, images, leftOut }, results };
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
