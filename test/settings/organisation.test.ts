import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isPermitted } from '../../src/policy/waiver.ts';
import { settingsOf } from './../support/settings.ts';

const folder = resolve(import.meta.dirname, '../../examples/organisation');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** What the workflows of the example name. */
const orgPolicy = 'acme/.github/plimsoll/policy.yml@main';
const settings = () =>
  settingsOf(read('service/.github/plimsoll.yml'), {
    inputs: { 'org-policy': orgPolicy },
    fetchPolicy: async ({ repository, path, ref }) =>
      `${repository}/${path}@${ref}` === orgPolicy ? read(`dot-github/${path}`) : undefined,
  });

test('the example repository tightens the floor, has what it asks, and waives what it may', async () => {
  const { policy, images } = (await settings()).settings;
  const use = (id: string) => policy.uses.find(({ rule }) => rule.id === id);
  expect(images.map(({ name }) => name)).toEqual(['api', 'worker']);
  expect(use('max-unpacked-size')).toMatchObject({ level: 'error', options: { max: 250_000_000 } });
  expect(use('no-secrets')?.level).toBe('error');
  expect(use('allowed-base-images')?.level).toBe('error');
  const nonRoot = use('non-root');
  expect(policy.waivers.map((waiver) => nonRoot && isPermitted(waiver, nonRoot))).toEqual([true]);
});

test.each(['dot-github/.github/workflows/image-gate.yml', 'service/.github/workflows/image-audit.yml'])(
  '%s names the policy of the example',
  (path) => {
    expect(read(path)).toContain(`org-policy: ${orgPolicy}\n`);
  },
);

test('the workflow for forks waits for the gate by its name', () => {
  const [, name] = /^name: (.+)$/m.exec(read('dot-github/.github/workflows/image-gate.yml')) ?? [];
  expect(read('service/.github/workflows/image-comment.yml')).toContain(`workflows: [${name}]`);
});
