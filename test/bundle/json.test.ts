import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expectStatus, folderOf, smallDockerfile, start } from './bundle.ts';

const root = resolve(import.meta.dirname, '../..');
const shape = z.looseObject({ schemaVersion: z.literal(1) });

/** What a command prints as JSON, and what its published schema has to say of it. */
async function printed(command: string, ...args: readonly string[]) {
  using folder = folderOf({ Dockerfile: smallDockerfile });
  const all = [join(root, 'dist/cli.cjs'), command, ...args, '--format', 'json'];
  const ended = await start(process.execPath, all, { cwd: folder.path, environment: { CI: '1' } });
  expectStatus(ended, 0);
  const document: unknown = JSON.parse(ended.stdout);
  const ajv = new Ajv2020({ strict: false });
  const schema = readFileSync(join(root, `docs/schemas/${command}.schema.json`), 'utf8');
  ajv.validate(JSON.parse(schema), document);
  return { document: shape.parse(document), complaints: ajv.errors ?? [] };
}

const base = 'plimsoll-base:busybox';

test.each([
  ['check', ['.']],
  ['inspect', [base]],
  ['compare', [base, base]],
  ['dockerfile', ['Dockerfile']],
] as const)('the JSON of %s is what its published schema says', async (command, args) => {
  const { complaints } = await printed(command, ...args);
  expect(complaints).toEqual([]);
});

test('inspect has the measurement and nothing of a verdict', async () => {
  const { document } = await printed('inspect', base);
  expect(Object.keys(document)).toEqual(['schemaVersion', 'tool', 'images']);
  const [image] = z.array(z.looseObject({})).parse(document['images']);
  expect(Object.keys(image ?? {})).toEqual(['name', 'platform', 'variants', 'comparisons']);
});
