import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expectStatus, folderOf, smallDockerfile, start } from './bundle.ts';

const root = resolve(import.meta.dirname, '../..');
const shape = z.looseObject({ schemaVersion: z.literal(1) });

const base = 'plimsoll-base:busybox';
const files = { Dockerfile: smallDockerfile, 'compose.yaml': `services:\n  app: { image: '${base}' }\n` };

interface Expected {
  readonly schema?: string;
  readonly status?: number;
  readonly files?: Readonly<Record<string, string>>;
}

/** What a command prints as JSON, and what the schema that is published of it, by its own name or another, has to say. */
async function printed(
  command: string,
  args: readonly string[],
  { schema: named = command, status = 0, files: given = files }: Expected = {},
) {
  using folder = folderOf(given);
  const all = [join(root, 'dist/cli.cjs'), command, ...args, '--format', 'json'];
  const ended = await start(process.execPath, all, { cwd: folder.path, environment: { CI: '1' } });
  expectStatus(ended, status);
  const document: unknown = JSON.parse(ended.stdout);
  const ajv = new Ajv2020({ strict: false });
  const schema = readFileSync(join(root, `docs/schemas/${named}.schema.json`), 'utf8');
  ajv.validate(JSON.parse(schema), document);
  return { document: shape.parse(document), complaints: ajv.errors ?? [] };
}

test.each([
  ['check', ['.']],
  ['inspect', [base]],
  ['compare', [base, base]],
  ['dockerfile', ['Dockerfile']],
] as const)('the JSON of %s is what its published schema says', async (command, args) => {
  const { complaints } = await printed(command, args);
  expect(complaints).toEqual([]);
});

test('the JSON of two builds is what its published schema says', async () => {
  const { complaints } = await printed('compare', ['--noise', '.'], { schema: 'noise' });
  expect(complaints).toEqual([]);
});

test('the JSON of an audit that finds something is what its published schema says', async () => {
  const { document, complaints } = await printed('audit', ['--local', '.'], { status: 1 });
  expect(complaints).toEqual([]);
  expect(document).toMatchObject({ kind: 'audit', outcome: 'fail', images: [{ name: `docker.io/library/${base}` }] });
});

test.each([
  ['check', ['--no-build']],
  ['dockerfile', ['Dockerfile']],
] as const)('a Dockerfile that %s cannot read is told in JSON, too', async (command, args) => {
  const refused = { Dockerfile: 'FROM scratch\n  RUNN x\nCOPY a\n' };
  const { document, complaints } = await printed(command, args, { schema: 'problems', status: 2, files: refused });
  expect(complaints).toEqual([]);
  expect(document).toMatchObject({
    outcome: 'error',
    exitStatus: 2,
    problems: [
      {
        code: 'dockerfile-unknown-instruction',
        place: { file: 'Dockerfile', line: 2, column: 3 },
        expected: 'RUN',
        got: '  RUNN x',
        hint: 'Did you mean RUN?',
      },
      { code: 'dockerfile-instruction', place: { file: 'Dockerfile', line: 3, column: 1 }, got: 'COPY a' },
    ],
  });
});

test('every published schema is held against what its command prints', () => {
  const held = ['audit', 'check', 'compare', 'dockerfile', 'inspect', 'noise', 'problems'];
  expect(readdirSync(join(root, 'docs/schemas')).sort()).toEqual(held.map((name) => `${name}.schema.json`));
});

test('inspect has the measurement and nothing of a verdict', async () => {
  const { document } = await printed('inspect', [base]);
  expect(Object.keys(document)).toEqual(['schemaVersion', 'tool', 'images']);
  const [image] = z.array(z.looseObject({})).parse(document['images']);
  expect(Object.keys(image ?? {})).toEqual(['name', 'platform', 'variants', 'comparisons']);
});
