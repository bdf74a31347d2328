import { z } from 'zod';
import type { Checkout } from '../ports.ts';
import { ofIgnored, type Carried, type Choice } from './lint-equivalents.ts';
import { ofTrivy } from './trivy-ignored.ts';
import { readYaml } from './yaml-text.ts';

export type { Carried, Choice } from './lint-equivalents.ts';

const hadolintFiles = ['.hadolint.yaml', '.hadolint.yml', '.config/hadolint.yaml', '.config/hadolint.yml'] as const;
const trivyFiles = ['.trivyignore', '.trivyignore.yaml'] as const;
const maxBytes = 64 * 1024;

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
