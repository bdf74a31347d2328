import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectStatus, folderOf, start } from './bundle.ts';
import { asConfiguration, yamlBlocks } from './yaml-blocks.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = (...args: readonly string[]) =>
  start(process.execPath, [join(root, 'dist/cli.cjs'), ...args], { cwd: root });

/** Files of the examples whose name matches. */
function examples(name: RegExp): readonly { readonly file: string }[] {
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => name.test(basename(file)))
    .sort()
    .map((file) => ({ file: join('examples', file) }));
}

const shown = ['README.md', 'docs/configuration.md', 'docs/recipes.md']
  .flatMap(yamlBlocks)
  .flatMap(({ place, text }) => {
    const configuration = asConfiguration(text);
    return configuration === undefined ? [] : [{ place, configuration }];
  });

describe('what the documents show', () => {
  test('is at least the quick start and the recipes', () => {
    expect(shown.length).toBeGreaterThanOrEqual(6);
  });

  test.each(shown)('$place is a sound configuration', async ({ configuration }) => {
    using folder = folderOf({ 'plimsoll.yml': configuration });
    const ended = await start(process.execPath, [join(root, 'dist/cli.cjs'), 'policy', 'validate'], {
      cwd: folder.path,
    });
    expect(ended).toMatchObject({ exitStatus: 0, stderr: '' });
  });

  const named = new Set(
    [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^plimsoll ([a-z]+)/gm)].map(([, command]) => command),
  );
  test.each([...named].map((command) => ({ command })))('has a command $command', async ({ command = '' }) => {
    await expect(cli(command, '--help')).resolves.toMatchObject({ exitStatus: 0, stderr: '' });
  });
});

describe('the examples', () => {
  test.each(examples(/^plimsoll.*\.yml$/))(
    '$file is a sound configuration of Dockerfiles that are there',
    async ({ file }) => {
      expectStatus(await cli('policy', 'validate', '--config', file), 0);
      const dockerfiles = [...readFileSync(join(root, file), 'utf8').matchAll(/dockerfile: ([\w./-]+)/g)].map(
        ([, name]) => name,
      );
      const checkout = dirname(file).replace(/\/\.github$/, '');
      for (const name of dockerfiles) expectStatus(await cli('dockerfile', join(checkout, name ?? '')), 0);
      expect(dockerfiles).not.toEqual([]);
    },
  );

  test.each(examples(/^Dockerfile/))('$file takes its bases by ARG, from official images', async ({ file }) => {
    const ended = await cli('dockerfile', file, '--format', 'json');
    expectStatus(ended, 0);
    const { globalArgs, stages } = z
      .object({
        globalArgs: z.array(z.object({ name: z.string(), value: z.string() })),
        stages: z.array(z.object({ base: z.object({ reference: z.string() }) })),
      })
      .parse(JSON.parse(ended.stdout));
    expect(['BASE', 'RUNTIME']).toEqual(expect.arrayContaining(globalArgs.map(({ name }) => name)));
    const references = stages.map(({ base }) => base.reference).filter((reference) => reference !== 'scratch');
    for (const reference of references)
      expect(reference).toMatch(/^docker\.io\/library\/(debian|golang|alpine|eclipse-temurin|node):/);
  });
});
