import { z } from 'zod';
import type { Checkout } from '../ports.ts';
import { readYaml } from './yaml-text.ts';

/** A line of a policy that another tool's settings come to, and why. */
export interface Choice {
  readonly rule: string;
  readonly setting: 'off' | readonly ['warning', Readonly<Record<string, readonly string[]>>];
  readonly why: string;
}

/** What other tools were told to leave alone, as far as it has an equivalent, and what has none. */
export interface Carried {
  readonly choices: readonly Choice[];
  /** Sentences. */
  readonly notCarried: readonly string[];
}

const hadolintFiles = ['.hadolint.yaml', '.hadolint.yml', '.config/hadolint.yaml', '.config/hadolint.yml'] as const;
const trivyFiles = ['.trivyignore', '.trivyignore.yaml'] as const;
const maxBytes = 64 * 1024;

/** A rule of ours that looks at what these checks of another tool look at, and at no more than all of them. */
const equivalents: readonly (readonly [rule: string, ids: readonly string[]])[] = [
  ['absolute-workdir', ['DL3000']],
  ['non-root', ['DL3002']],
  ['no-latest-tag', ['DL3006', 'DL3007']],
  ['no-add', ['DL3020']],
  ['exec-form', ['DL3025']],
  ['healthcheck', ['DL3057']],
  ['consecutive-run', ['DL3059']],
  ['no-latest-tag', ['DS001']],
  ['non-root', ['DS002']],
  ['no-add', ['DS005']],
  ['absolute-workdir', ['DS009']],
  ['healthcheck', ['DS026']],
];

/** Checks whose subject is one of several that a rule of ours looks at: turning that off would take more away. */
const parts: Readonly<Record<string, string>> = {
  DL3001: 'one-process',
  DL3004: 'package-manager-hygiene',
  DL3005: 'package-manager-hygiene',
  DL3009: 'no-package-cache',
  DL3015: 'package-manager-hygiene',
  DL3019: 'package-manager-hygiene',
  DL3042: 'package-manager-hygiene',
  DL4003: 'effective-command',
  DL4004: 'effective-command',
  DS004: 'exposed-ports',
  DS007: 'effective-command',
  DS016: 'effective-command',
  DS017: 'package-manager-hygiene',
  DS024: 'package-manager-hygiene',
  DS031: 'no-secrets',
};

/** Reads what hadolint and Trivy were told; only `init` does, never a check. @throws UserError for a broken file */
export async function carriedOver(checkout: Pick<Checkout, 'readText'>): Promise<Carried> {
  const all: Carried[] = [];
  for (const file of hadolintFiles) {
    const text = await checkout.readText(file, maxBytes);
    if (text !== undefined) all.push(ofHadolint(file, text));
  }
  for (const file of trivyFiles) {
    const text = await checkout.readText(file, maxBytes);
    if (text !== undefined) all.push(ofTrivy(file, text));
  }
  const rules = new Map(all.flatMap(({ choices }) => choices).map((choice) => [choice.rule, choice]));
  return { choices: [...rules.values()], notCarried: all.flatMap(({ notCarried }) => notCarried) };
}

const hadolint = z.object({
  ignored: z.array(z.string()).nullish(),
  trustedRegistries: z.array(z.string()).nullish(),
  'label-schema': z.record(z.string(), z.string()).nullish(),
});

function ofHadolint(file: string, text: string): Carried {
  const value = readYaml(file, text).value ?? {};
  const parsed = hadolint.safeParse(value);
  if (!parsed.success)
    return { choices: [], notCarried: [`${file} is not what hadolint reads; nothing of it was taken.`] };
  const { ignored, trustedRegistries, 'label-schema': labels } = parsed.data;
  const taken = Object.keys(hadolint.shape);
  const others = typeof value === 'object' ? Object.keys(value).filter((key) => !taken.includes(key)) : [];
  const base = ofIgnored(file, ignored ?? []);
  const settings: Choice[] = [];
  if (trustedRegistries && trustedRegistries.length > 0)
    settings.push({
      rule: 'allowed-base-images',
      setting: [
        'warning',
        { allow: ['scratch', ...trustedRegistries.map((name) => `${name.replace(/\/\**$/, '')}/**`)] },
      ],
      why: `${file} trusts these registries; make it an error when nothing else is stood on`,
    });
  if (labels && Object.keys(labels).length > 0)
    settings.push({
      rule: 'required-labels',
      setting: ['warning', { labels: Object.keys(labels) }],
      why: `${file} has these in its label schema, whose forms are not taken over`,
    });
  return {
    choices: [...base.choices, ...settings],
    notCarried: [...base.notCarried, ...others.map((key) => `${file}: \`${key}\` has no equivalent.`)],
  };
}

function ofIgnored(file: string, ids: readonly string[]): Carried {
  const asked = new Set(ids.map(plainId));
  const off = equivalents.filter(([, all]) => all.every((id) => asked.has(id)));
  const done = new Set(off.flatMap(([, all]) => all));
  return {
    choices: off.map(([rule, all]): Choice => ({ rule, setting: 'off', why: `${file} ignores ${all.join(' and ')}` })),
    notCarried: [...asked].filter((id) => !done.has(id)).map((id) => `${file}: ${why(id)}`),
  };
}

/** `AVD-DS-0002` and `DS-0002` are newer names of `DS002`. */
const plainId = (id: string): string =>
  id
    .trim()
    .toUpperCase()
    .replace(/^(?:AVD-)?DS-0*(\d{3})$/, 'DS$1');

function why(id: string): string {
  const whole = equivalents.find(([, ids]) => ids.includes(id));
  if (whole) return `${id} is one half of ${whole[0]}, which goes off when ${whole[1].join(' and ')} are ignored.`;
  const rule = parts[id];
  if (rule !== undefined) return `${id} is a part of ${rule}, which looks at more; waive its findings where they are.`;
  if (/^(?:CVE|GHSA)-/.test(id)) return `${id} is a vulnerability, and none are looked for.`;
  if (/^SC\d+$/.test(id)) return `${id} is about shell scripts, which are not looked at.`;
  return `${id} has no equivalent.`;
}

/** A line is an ID, perhaps with `exp:DAY`; the YAML form has lists of IDs by kind. */
function ofTrivy(file: string, text: string): Carried {
  const entries = file.endsWith('.yaml') ? ofTrivyYaml(file, text) : text.split(/\r?\n/).map(ofTrivyLine);
  const told = entries.filter(({ id }) => id !== '');
  const dated = told.filter(({ expires }) => expires !== undefined);
  const base = ofIgnored(
    file,
    told.filter(({ expires }) => expires === undefined).map(({ id }) => id),
  );
  return {
    choices: base.choices,
    notCarried: [
      ...base.notCarried,
      ...dated.map(
        ({ id, expires }) =>
          `${file}: ${id} is ignored until ${expires}; what ends on a day is a waiver here, which names its owner.`,
      ),
    ],
  };
}

interface TrivyEntry {
  readonly id: string;
  readonly expires?: string | undefined;
}

function ofTrivyLine(line: string): TrivyEntry {
  const [id = '', ...words] = line.replace(/#.*/, '').trim().split(/\s+/);
  return { id, expires: words.find((word) => word.startsWith('exp:'))?.slice('exp:'.length) };
}

const trivyYaml = z.record(
  z.string(),
  z
    .array(
      z.object({ id: z.string(), expired_at: z.union([z.string(), z.unknown().transform(() => 'a day')]).optional() }),
    )
    .nullable(),
);

function ofTrivyYaml(file: string, text: string): readonly TrivyEntry[] {
  const parsed = trivyYaml.safeParse(readYaml(file, text).value ?? {});
  if (!parsed.success) return [];
  return Object.values(parsed.data).flatMap((list) =>
    (list ?? []).map(({ id, expired_at: expires }) => ({ id, expires })),
  );
}
