import type { Problem } from '../errors.ts';
import { UserError } from '../errors.ts';
import { rules as allRules } from '../policy/rules/index.ts';
import type { AnyRule } from '../policy/rule.ts';
import { mergeParts } from './effective-policy.ts';
import { heldTo, readFloor } from './org-policy.ts';
import type { BrokenFile, Chain } from './policy-chain.ts';
import { extendChain, extendsOf, joined, readConfig, readWholePart } from './policy-chain.ts';
import { readAuditSetting } from './audit-setting.ts';
import { readImages } from './images.ts';
import type { InputValues, RawInputs } from './inputs.ts';
import type { PolicyTexts } from './policy-sources.ts';
import type { ReadFile } from './sound-part.ts';
import { readInputs } from './read-inputs.ts';
import type { RunOptions } from './run-options.ts';
import { readRunOptions } from './run-options.ts';
import type { Settings } from './settings.ts';

/** Everything settings are made of. */
export interface SettingsRequest extends PolicyTexts {
  /** Absent: there is no configuration file. */
  readonly configText?: string;
  /** Its path, for places; `.github/plimsoll.yml` and the like. */
  readonly configFile?: string;
  readonly inputs: RawInputs;
  /** The checkout's folder, which names an image that nothing else names. */
  readonly folderName: string;
  /** `only` may name images that this configuration lacks: they are another revision's. */
  readonly mayLackImages?: boolean;
  /** The rules there are; all of ours when not given. */
  readonly rules?: readonly AnyRule[];
}

/** What a run checks, and how. */
export interface RunSettings {
  readonly settings: Settings;
  readonly options: RunOptions;
}

/**
 * Reads the configuration, the policies it extends, and the inputs laid over it. Without a configuration: one image,
 * named by the folder, with the policy `recommended`.
 * @throws UserError with every problem at once, those with a place in the order of the text.
 */
export async function readSettings(request: SettingsRequest): Promise<RunSettings> {
  const { values, problems: inputProblems } = readInputs(request.inputs);
  const { options, problems: optionProblems } = readRunOptions(values);
  const broken = [...inputProblems, ...optionProblems];
  const file = readFile(request);
  const config = file && 'yaml' in file ? file : undefined;
  const shape = file && 'problems' in file ? file.problems : [];
  // A file that is broken somewhere is looked into everywhere else, so that one run names everything.
  const read = file && 'problems' in file ? file.sound : file;
  const chain = shape.length > 0 && !read ? undefined : await readChain(read, values, request);
  const merged = chain && mergeParts(chain);
  const floor = await readFloor(values, request);
  const { images, problems: imageProblems } = readImages(
    config?.config.images,
    values,
    request.folderName,
    request.mayLackImages,
  );
  const [first, ...others] = [
    ...shape,
    ...(chain?.problems ?? []),
    ...(merged?.problems ?? []),
    ...floor.problems,
    ...broken,
    ...imageProblems,
  ];
  if (first) throw new UserError(inOrder(first, others));
  if (!merged) throw new Error('A configuration without problems has no policy.');
  const policy = floor.policy ? heldTo(floor.policy, merged.policy) : merged.policy;
  if (policy.uses.length === 0) throw new UserError(noRules(config));
  const audit = readAuditSetting(config?.config.audit);
  return { settings: { images, policy, audit }, options };
}

function readFile({ configText, configFile = 'plimsoll.yml' }: SettingsRequest): ReadFile | BrokenFile | undefined {
  return configText === undefined ? undefined : readConfig(configFile, configText);
}

async function readChain(file: ReadFile | undefined, inputs: InputValues, request: SettingsRequest): Promise<Chain> {
  const rules = request.rules ?? allRules;
  const from = file && ({ kind: 'file', path: file.yaml.file } as const);
  const names = namesToExtend(file, inputs);
  // `./path` in an input is seen from the root of the checkout, in a file from the file.
  const base = inputs.policy === undefined ? from : undefined;
  const below = await extendChain(names, base, request, rules, file ? [file.yaml.file] : []);
  if (!file) return below;
  const part = await readWholePart(file, below, rules, file.yaml.file, request.checkout);
  return joined(below, { parts: [part], sources: [file.yaml.file], problems: part.problems });
}

function namesToExtend(file: ReadFile | undefined, inputs: InputValues) {
  if (inputs.policy !== undefined) return [{ text: inputs.policy }];
  return file?.config.policy ? extendsOf(file) : [{ text: 'recommended' }];
}

/** By place; problems without one, those of inputs, last. */
function inOrder(first: Problem, others: readonly Problem[]): readonly [Problem, ...Problem[]] {
  const [head, ...tail] = [first, ...others].sort((a, b) => rank(a) - rank(b));
  return [head ?? first, ...tail];
}

function rank({ place }: Problem): number {
  return place ? place.line * 1e6 + (place.column ?? 0) : Number.MAX_SAFE_INTEGER;
}

function noRules(file: ReadFile | undefined): Problem {
  return {
    code: 'no-rules',
    message: 'The policy turns no rule on, so nothing would be checked.',
    ...(file && { place: file.yaml.placeOf(['policy'], 'key') }),
    hint: 'Write `extends: recommended` under `policy:`, or turn rules on under `policy.rules`.',
  };
}
