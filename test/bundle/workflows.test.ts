import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { workflowFor } from '../../src/init/configuration.ts';
import { asConfiguration, asWorkflow, yamlBlocks } from './yaml-blocks.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const metadata = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(z.string(), z.object({ description: z.string(), required: z.boolean() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});
const ours: ReadonlyMap<string, z.infer<typeof metadata>> = new Map([
  ['', metadata.parse(parse(read('action.yml')))],
  ...['audit', 'comment', 'merge', 'plan'].map(
    (name) => [name, metadata.parse(parse(read(`${name}/action.yml`)))] as const,
  ),
]);

/** What GitHub's language service has to say of a workflow or an action: line and message. It knows our actions' inputs. */
async function complaints(file: string, text: string): Promise<readonly string[]> {
  // What it parsed it remembers by the address: each text has one of its own.
  const uri = `file:///${createHash('sha256').update(text).digest('hex')}/${file}`;
  const found = await validate(TextDocument.create(uri, 'yaml', 1, text), {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name, path = '' }) =>
        `${owner}/${name}` === 'plimsoll/plimsoll' ? ours.get(path) : undefined,
    },
    // Inputs, secrets and permissions of a call are held against the workflow that is called.
    fileProvider: {
      getFileContent: async (reference) => {
        if (!('owner' in reference) || `${reference.owner}/${reference.repository}` !== 'plimsoll/plimsoll')
          throw new Error('That workflow is not ours.');
        return { name: reference.path, content: read(reference.path) };
      },
    },
  });
  // Without the network it cannot look at other people's actions.
  const told = found.map(({ range, message }) => `${range.start.line + 1}: ${said(message)}`);
  return told.filter((line) => !/^\d+: Unable to resolve action `(?!plimsoll\/)/.test(line));
}

function said(message: Awaited<ReturnType<typeof validate>>[number]['message']): string {
  return typeof message === 'string' ? message : message.value;
}

const workflow = (text: string): Promise<readonly string[]> => complaints('.github/workflows/x.yml', text);

const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
const blocks = documents.flatMap(yamlBlocks);
const shown = blocks.flatMap(({ place, text }) => {
  const whole = asWorkflow(text);
  return whole === undefined ? [] : [{ place, whole }];
});

describe('GitHub’s language service has nothing to say of', () => {
  test.each(['', 'audit/', 'comment/', 'merge/', 'plan/'].map((folder) => `${folder}action.yml`))(
    '%s',
    async (file) => {
      await expect(complaints(file, read(file))).resolves.toEqual([]);
    },
  );

  test.each(readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`))(
    '%s',
    async (file) => {
      await expect(workflow(read(file))).resolves.toEqual([]);
    },
  );

  const organisation = readdirSync(join(root, 'examples/organisation'), { recursive: true, encoding: 'utf8' });
  test.each(organisation.filter((path) => /workflows\/.+\.yml$/.test(path)))('the example %s', async (path) => {
    await expect(workflow(read(join('examples/organisation', path)))).resolves.toEqual([]);
  });

  test.each([1, 40])('what `plimsoll init` writes for images, %i of them', async (count) => {
    await expect(workflow(workflowFor(count, ['main', 'master']))).resolves.toEqual([]);
  });

  test.each(shown)('the workflow at $place', async ({ whole }) => {
    await expect(workflow(whole)).resolves.toEqual([]);
  });
});

test('it would say so: a misspelt key, an input we lack, an expression that is broken', async () => {
  const gate = (step: string): string => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - ${step}\n`;
  const call = (more: string): string =>
    `on: push\njobs:\n  a:\n    uses: plimsoll/plimsoll/.github/workflows/gate.yml@v0\n    ${more}\n`;
  const wrong = [
    gate('uses: plimsoll/plimsoll@v0').replace('steps', 'stepz'),
    gate('uses: plimsoll/plimsoll@v0\n        with: { chek-name: x }'),
    gate('uses: plimsoll/plimsoll/comment@v0\n        with: { image: x }'),
    gate('uses: plimsoll/plimsoll@v0\n        if: ${{ nope.x }}'),
    call('with: { org-polcy: x }'),
    call('with: { max-jobs: [1] }'),
    call('secrets: { registry: x }'),
  ];
  const told = await Promise.all(wrong.map(workflow));
  expect(told.map((one) => one.length > 0)).toEqual(wrong.map(() => true));
  await expect(workflow(call('with: { max-jobs: 3 }'))).resolves.toEqual([]);
  await expect(complaints('action.yml', read('action.yml').replace('  main:', '  mian:'))).resolves.not.toEqual([]);
});

test('every action that our workflows use is pinned by its commit, with the version beside it', () => {
  const uses = readdirSync(join(root, '.github/workflows')).flatMap((file) =>
    [...read(`.github/workflows/${file}`).matchAll(/^ *-? *uses: *(.+)$/gm)].map(([, what = '']) => `${file}: ${what}`),
  );
  const pinned = /: (\.\/plimsoll(\/\w+)?|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
  expect(uses.filter((one) => !pinned.test(one))).toEqual([]);
  expect(uses.length).toBeGreaterThan(10);
});

test('every recipe is looked at', () => {
  const recipes = [...read('docs/recipes.md').matchAll(/^## /gm)].length;
  expect(shown.filter(({ place }) => place.startsWith('docs/recipes.md')).length).toBeGreaterThanOrEqual(recipes);
});

test('every YAML block of the documents is a workflow, steps, a configuration or part of one', () => {
  const known = ({ text }: { readonly text: string }): boolean =>
    asWorkflow(text) !== undefined || asConfiguration(text) !== undefined || /^#[^\n]*\n?$/.test(text);
  expect(blocks.filter((block) => !known(block)).map(({ place }) => place)).toEqual([]);
});
