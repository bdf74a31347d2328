import { UserError, type Problem } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { BaseRevision } from '../repository-port.ts';
import type { Policy } from '../policy/policy.ts';
import type { Notice } from '../result/result.ts';
import { readSettings, type RunSettings, type SettingsRequest } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { RawInputs } from '../settings/inputs.ts';
import { configPlaces, findConfig, type FoundConfig } from './find-config.ts';
import { imagesOfBase } from './images-of-base.ts';
import { pathInside } from './inside.ts';
import { maxConfigBytes } from '../settings/config-size.ts';

/** What settings are read from. */
export interface OriginRequest {
  readonly checkout: Checkout;
  readonly inputs: RawInputs;
  readonly folderName: string;
  readonly fetchPolicy?: NonNullable<SettingsRequest['fetchPolicy']>;
  /** Absent outside pull requests: then the checkout's own files count. */
  readonly base?: BaseRevision;
}

/** What counts, and what the change would have count from its merge on. */
export interface JudgedBy extends RunSettings {
  /** Absent when the change leaves configuration, policies and waivers as they are. */
  readonly proposed?: Settings;
  /** Images as the base names them. */
  readonly imagesOnBase?: Settings['images'];
  readonly notices: readonly Notice[];
}

/**
 * Reads the settings that count. In a pull request configuration, `./` policies and waivers are the base revision's: a
 * change cannot authorise itself. Only where the base has none, the change's own count, and a notice says so.
 * @throws UserError with every problem; one on the base is an error too, never "no policy".
 */
export async function settingsThatCount(request: OriginRequest): Promise<JudgedBy> {
  const { base, checkout, ...rest } = request;
  const head = async (mayLackImages = false): Promise<RunSettings> =>
    readSettings({ ...rest, ...(await configOf(request)), checkout, mayLackImages });
  if (!base || isOutside(request)) return { ...(await head()), notices: [] };
  const inputs = await inputsAtBase(request, base);
  const config = await configAtBase(request, base);
  if (config.configText === undefined && inputs['policy'] === undefined) return alone(await head(), request, base);

  const counts = await namingBase(base, () =>
    readSettings({ ...rest, ...config, inputs, checkout: base, mayLackImages: true }),
  );
  // A proposal that cannot be read must not be merged: it is an error although the base's verdict could be had.
  const proposal = (await head(true)).settings;
  // An image that is new, or taken away, is known to one side only; one that neither has is misspelt.
  if (missing(inputs['only'], [...counts.settings.images, ...proposal.images])) await head();
  const { images, notices } = await imagesOfBase(counts.settings.images, proposal.images, checkout);
  const settings = { ...counts.settings, images, policy: atRevision(counts.settings.policy, base.sha) };
  const isSame =
    counts.settings.policy.digest === proposal.policy.digest &&
    JSON.stringify(counts.settings.images) === JSON.stringify(proposal.images);
  const imagesOnBase = counts.settings.images;
  return { settings, options: counts.options, imagesOnBase, notices, ...(!isSame && { proposed: proposal }) };
}

function missing(only: RawInputs[string], images: Settings['images']): boolean {
  const wanted = typeof only === 'string' ? only.split('\n').map((line) => line.trim()) : (only ?? []);
  return wanted.some((one) => one !== '' && !images.some(({ name }) => name === one));
}

/** Neither side is read from the base: it has nothing, or the person named a file that no change can touch. */
async function alone(head: RunSettings, { checkout, inputs }: OriginRequest, base: BaseRevision): Promise<JudgedBy> {
  const { configFile } = await findConfig(checkout, nameOf(inputs, 'config'));
  const policy = nameOf(inputs, 'policy');
  const own = configFile ?? (policy !== undefined && isLocal(policy) ? policy : undefined);
  if (own === undefined) return { ...head, notices: [] };
  const message = `The policy is new: the base revision ${base.sha} has none, so this change is judged by its own, ${own}.`;
  return { ...head, notices: [{ level: 'warning', message }] };
}

async function configOf({ checkout, inputs }: OriginRequest): Promise<FoundConfig> {
  return findConfig(checkout, nameOf(inputs, 'config'));
}

/** The file that is named, else those that are looked for: a change does not escape by naming a new one. */
async function configAtBase({ inputs, checkout }: OriginRequest, base: BaseRevision): Promise<FoundConfig> {
  const given = nameOf(inputs, 'config');
  const named = given === undefined ? undefined : pathInside(given, checkout);
  return namingBase(base, async () => {
    for (const configFile of [...(named === undefined ? [] : [named]), ...configPlaces]) {
      const configText = await base.readText(configFile, maxConfigBytes);
      if (configText !== undefined) return { configFile, configText };
    }
    return {};
  });
}

/** Without a policy file in `policy` that the base does not have. */
async function inputsAtBase({ inputs, checkout }: OriginRequest, base: BaseRevision): Promise<RawInputs> {
  const policy = nameOf(inputs, 'policy');
  if (policy === undefined || !isLocal(policy)) return inputs;
  const path = pathInside(policy, checkout);
  const there = path === undefined ? undefined : await namingBase(base, () => base.readText(path, maxConfigBytes));
  return there === undefined ? { ...inputs, policy: undefined } : inputs;
}

async function namingBase<T>({ sha }: BaseRevision, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const [first, ...others] = thrown.problems.map((problem) => atBase(problem, sha));
    throw first ? new UserError([first, ...others], { cause: thrown }) : thrown;
  }
}

function atBase(problem: Problem, sha: string): Problem {
  return {
    ...problem,
    message: `On the base revision ${sha}: ${problem.message}`,
    hint: `${problem.hint} This file counts as it is on the base branch, so that a change cannot authorise itself; it must be put right there.`,
  };
}

const isFile = (source: string): boolean => !source.startsWith('preset ') && !source.includes('@');

/** Files carry the revision they were read at. */
function atRevision(policy: Policy, sha: string): Policy {
  return { ...policy, sources: policy.sources.map((source) => (isFile(source) ? `${source}@${sha}` : source)) };
}

function nameOf(inputs: RawInputs, name: 'config' | 'policy'): string | undefined {
  const given = inputs[name];
  return typeof given === 'string' && given !== '' ? given : undefined;
}

const isLocal = (policy: string): boolean => /^\.\.?\//.test(policy);

/** A configuration outside the checkout is the operator's, not the change's. */
function isOutside({ inputs, checkout }: OriginRequest): boolean {
  const named = nameOf(inputs, 'config');
  return named !== undefined && pathInside(named, checkout) === undefined;
}
