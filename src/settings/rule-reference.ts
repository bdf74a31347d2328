import type { AnyRule } from '../policy/rule.ts';
import { presetTexts } from '../policy/preset-texts.ts';
import { rules } from '../policy/rules/index.ts';
import { optionsSchema } from './config-schema.ts';
import { readConfig } from './policy-chain.ts';
import { readPolicyPart } from './policy-parts.ts';

const groups: readonly (readonly [AnyRule['group'], string])[] = [
  ['size', 'Size'],
  ['base-image', 'Base image'],
  ['running', 'Running'],
  ['contents', 'Contents'],
  ['dockerfile', 'Dockerfile'],
  ['manifests', 'Manifests'],
];

/** The rule reference, `policies/README.md`: trusted text of our own, so nothing is escaped but table bars. */
export function ruleReference(): string {
  const presets = Object.keys(presetTexts);
  const levels = new Map(presets.map((name) => [name, levelsOf(name)]));
  const sections = groups.flatMap(([group, title]) => {
    const members = rules.filter((rule) => rule.group === group);
    return [`## ${title}`].concat(members.map((rule) => section(rule, presets, levels)));
  });
  return `${[
    '# Rules and presets',
    'Written by `scripts/generate.mjs` from the rules and presets. A rule is turned on under `policy.rules` with a level (`error`, `warning`, `off`), or a level and options: `max-layers: [error, { max: 20 }]`.',
    'A level alone keeps the options of the policy it extends; options replace them all. Every rule also takes `when-not-run`: what it counts as when it could not run (`pass`, `warning`, `failure`); default: `failure` for an error, `warning` for a warning.',
    overview(presets, levels),
    ...sections,
  ].join('\n\n')}\n`;
}

function overview(presets: readonly string[], levels: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const rows = rules.map((rule) => {
    const cells = presets.map((name) => levels.get(name)?.get(rule.id) ?? '');
    return `| [\`${rule.id}\`](#${rule.id}) | ${rule.summary} | ${cells.join(' | ')} |`;
  });
  const head = [
    `| Rule | What it does | ${presets.map((name) => `\`${name}\``).join(' | ')} |`,
    `|:--|:--|${':--|'.repeat(presets.length)}`,
  ];
  return [...head, ...rows].join('\n');
}

/** The level each rule has in a preset's own text. */
function levelsOf(name: string): ReadonlyMap<string, string> {
  const read = readConfig(name, presetTexts[name] ?? '');
  if ('problems' in read)
    throw new Error(`The preset ${name} is broken: ${read.problems.map(({ message }) => message).join(' ')}`);
  const { entries } = readPolicyPart(read.yaml, read.config, rules, name);
  return new Map(entries.map((entry) => [entry.rule.id, entry.level]));
}

/** A rule's options in words: name, what it is without being given (`required`, `none` or JSON), description. */
export function optionWords(
  rule: AnyRule,
): readonly { readonly name: string; readonly standing: string; readonly description: string }[] {
  const { properties = {}, required = [] } = optionsSchema(rule) as {
    readonly properties?: Readonly<Record<string, { readonly description?: string; readonly default?: unknown }>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description = '', default: fallback }]) => ({
    name,
    standing: required.includes(name) ? 'required' : fallback === undefined ? 'none' : JSON.stringify(fallback),
    description,
  }));
}

function section(
  rule: AnyRule,
  presets: readonly string[],
  levels: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const options = optionWords(rule).map(
    ({ name, standing, description }) =>
      `| \`${name}\` | ${/^(?:required|none)$/.test(standing) ? standing : `\`${standing}\``} | ${description.replaceAll('|', '\\|')} |`,
  );
  const inPresets = presets.flatMap((name) => {
    const level = levels.get(name)?.get(rule.id);
    return level === undefined ? [] : [`${level} in \`${name}\``];
  });
  const needs = [...(rule.needs ?? []), ...(rule.reads ?? [])];
  return [
    `### ${rule.id}`,
    `${rule.summary} ${rule.why}`,
    `To pass: ${rule.howToPass}`,
    ...(options.length > 0 ? [['| Option | Default | |', '|:--|:--|:--|', ...options].join('\n')] : []),
    ...(needs.length > 0 ? [`Needs: ${needs.join(', ')}.`] : []),
    ...(rule.withoutLayers === true ? ['Reads no layer.'] : []),
    ...(rule.alsoUnbuilt === true ? ['Where nothing is built it judges what the Dockerfile alone decides.'] : []),
    ...(inPresets.length > 0 ? [`Presets: ${inPresets.join(', ')}.`] : []),
  ].join('\n\n');
}
