import type { Place, Problem } from '../errors.ts';
import { UserError } from '../errors.ts';
import type { AnyRule } from '../policy/rule.ts';
import { configFile } from './config-file.ts';
import { readCustomRules } from './custom-rules.ts';
import { withDiveCi } from './dive-ci.ts';
import type { PolicyPart } from './policy-parts.ts';
import { readPolicyPart } from './policy-parts.ts';
import type { PolicySource, PolicyTexts } from './policy-sources.ts';
import { readPolicyText, readSource, sourceName } from './policy-sources.ts';
import { problemsOf } from './problems.ts';
import { soundPart, type ReadFile } from './sound-part.ts';
import type { YamlText } from './yaml-text.ts';
import { readYaml } from './yaml-text.ts';

/** A file with something wrong in its shape. */
export interface BrokenFile {
  readonly problems: readonly Problem[];
  /** What of its policy can be looked into all the same. */
  readonly sound?: ReadFile;
}

/** Parts in the order they count, later over earlier, and everything that is wrong with them. */
export interface Chain {
  readonly parts: readonly PolicyPart[];
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
}

const maxChain = 16;
const noParts: Chain = { parts: [], sources: [], problems: [] };

/** Reads the shape of a configuration text. */
export function readConfig(file: string, text: string): ReadFile | BrokenFile {
  const yaml = tryYaml(file, text);
  if (!('value' in yaml)) return { problems: yaml };
  const parsed = configFile.safeParse(yaml.value ?? {});
  if (parsed.success) return { yaml, config: parsed.data };
  const sound = soundPart(yaml);
  return { problems: problemsOf(parsed.error, configFile, yaml), ...(sound && { sound }) };
}

/** Follows what a part extends, deepest first; a file that comes up in its own chain is a cycle. */
export async function extendChain(
  names: readonly { readonly text: string; readonly place?: Place }[],
  from: PolicySource | undefined,
  texts: PolicyTexts,
  rules: readonly AnyRule[],
  stack: readonly string[],
): Promise<Chain> {
  let chain = noParts;
  for (const { text, place } of names) {
    const source = readSource(text, from, place);
    chain = joined(chain, 'code' in source ? failed(source) : await readLink(source, place, texts, rules, stack));
  }
  return chain;
}

async function readLink(
  source: PolicySource,
  place: Place | undefined,
  texts: PolicyTexts,
  rules: readonly AnyRule[],
  stack: readonly string[],
): Promise<Chain> {
  const name = sourceName(source);
  if (stack.includes(name) || stack.length >= maxChain) {
    const circle = [...stack, name].join(' → ');
    return failed({
      code: 'extends-cycle',
      message: `Policies extend each other in a circle: ${circle}.`,
      ...(place && { place }),
      hint: 'Take one of the `extends` out.',
    });
  }
  const text = await readPolicyText(source, texts, place);
  if (typeof text !== 'string') return failed(text);
  const whole = readConfig(name, text);
  const shape = 'problems' in whole ? whole.problems : [];
  const read = 'problems' in whole ? whole.sound : whole;
  if (!read) return { ...noParts, problems: shape };
  const foreign = (['images', 'audit'] as const)
    .filter((key) => read.config[key] !== undefined)
    .map((key) => ({
      code: `${key}-in-policy`,
      message: `A policy that is extended ${key === 'images' ? 'names no images' : 'says nothing of audits'}.`,
      place: read.yaml.placeOf([key], 'key'),
      hint: `Write \`${key}\` in the configuration file.`,
    }));
  const below = await extendChain(extendsOf(read), source, texts, rules, [...stack, name]);
  const own = source.kind === 'file' ? texts.checkout : undefined;
  const part = await readWholePart(read, below, rules, name, own);
  return joined(below, { parts: [part], sources: [name], problems: [...shape, ...part.problems, ...foreign] });
}

/**
 * What one file says, rules of its own included; it may set levels of, and waive, what it extends.
 * @param checkout where it may name files of; absent for a policy from elsewhere.
 */
export async function readWholePart(
  { yaml, config }: ReadFile,
  below: Chain,
  rules: readonly AnyRule[],
  name: string,
  checkout: PolicyTexts['checkout'] | undefined,
): Promise<PolicyPart> {
  const known = new Set([...rules, ...below.parts.flatMap(({ entries }) => entries.map(({ rule }) => rule))]);
  const custom = await readCustomRules(yaml, config, [...known], name);
  const part = readPolicyPart(yaml, config, [...known, ...custom.entries.map(({ rule }) => rule)], name);
  const named = await Promise.all(part.entries.map((entry) => withDiveCi(entry, yaml, checkout)));
  const entries = [...custom.entries, ...named.flatMap((one) => ('rule' in one ? [one] : []))];
  const broken = named.flatMap((one) => ('rule' in one ? [] : one));
  return { ...part, entries, problems: [...part.problems, ...custom.problems, ...broken] };
}

/** What a file extends, each with its place. */
export function extendsOf({ yaml, config }: ReadFile): readonly { readonly text: string; readonly place: Place }[] {
  const given = config.policy?.extends;
  if (given === undefined) return [];
  const path = ['policy', 'extends'];
  if (typeof given === 'string') return [{ text: given, place: yaml.placeOf(path) }];
  return given.map((text, index) => ({ text, place: yaml.placeOf([...path, index]) }));
}

function tryYaml(file: string, text: string): YamlText | readonly Problem[] {
  try {
    return readYaml(file, text);
  } catch (thrown) {
    // The problems of a broken policy file stand beside those of the file that extends it.
    if (thrown instanceof UserError) return thrown.problems;
    throw thrown;
  }
}

function failed(problem: Problem): Chain {
  return { ...noParts, problems: [problem] };
}

/** Two chains one after the other; what stands in both keeps its first, lower place, so that nothing is laid over twice. */
export function joined(one: Chain, other: Chain): Chain {
  return {
    parts: [...one.parts, ...other.parts.filter(({ source }) => !one.sources.includes(source))],
    sources: [...new Set([...one.sources, ...other.sources])],
    problems: [...one.problems, ...other.problems],
  };
}
