import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContextHelpers } from '../../src/adapters/engine/context-helper.ts';
import { contextFolder } from '../../src/adapters/engine/context-scan.ts';
import { helperThreads } from '../../src/adapters/engine/context-thread.ts';
import { weighContext } from '../../src/adapters/engine/context-weigh.ts';
import { UserError } from '../../src/errors.ts';
import { isSecretFile } from '../../src/policy/secret-files.ts';
import { root } from '../support/source-files.ts';

const dir = mkdtempSync(join(tmpdir(), 'plimsoll-threads-'));
beforeAll(() => {
  writeFileSync(join(dir, '.dockerignore'), '**/left\n');
  for (let folder = 0; folder < 120; folder += 1) {
    mkdirSync(join(dir, `${folder % 7}/${folder}/node_modules`), { recursive: true });
    for (let file = 0; file < 30; file += 1)
      writeFileSync(
        join(dir, `${folder % 7}/${folder}/${file % 9 === 0 ? 'node_modules/' : ''}${file}`),
        'x'.repeat(file),
      );
    for (const name of ['.env', 'left']) writeFileSync(join(dir, `${folder % 7}/${folder}/${name}`), 'A=1');
  }
});
afterAll(() => rmSync(dir, { recursive: true }));

const threads = helperThreads(join(root, 'dist'));
const needed = (): ContextHelpers => {
  if (!threads) throw new Error('This needs dist/ and two processors.');
  return { ...threads, fromEntries: 1 };
};
const weigh = (helpers?: ContextHelpers) =>
  weighContext(
    { contextDir: dir, dockerfile: join(dir, 'Dockerfile'), isSecretFile },
    { PATH: process.env['PATH'], GIT_CEILING_DIRECTORIES: tmpdir() },
    new AbortController().signal,
    helpers,
  );

test('a thread that helps to weigh a context comes to the same', async () => {
  const alone = await weigh();
  expect(alone.files).toBe(120 * 31 + 1);
  expect(await weigh(needed())).toEqual(alone);
});

test('what the thread has summed up is what it was given', async () => {
  const helper = needed().start({ ignoreText: '**/left', ignoreFile: '.dockerignore', gitIgnored: new Set() });
  const left = await helper.take([contextFolder(join(dir, '0/0'))]);
  expect(left).toEqual([]);
  expect(await helper.share()).toMatchObject({ files: 31, bytes: (29 * 30) / 2 + 3 });
  await helper.end();
});

test('what the thread cannot read is a mistake of the user, as without it', async () => {
  const helper = needed().start({ ignoreText: '', ignoreFile: '.dockerignore', gitIgnored: new Set() });
  const failed: unknown = await helper.take([contextFolder(join(dir, 'gone'))]).catch((thrown: unknown) => thrown);
  await helper.end();
  expect(failed).toBeInstanceOf(UserError);
  expect(failed).toMatchObject({ problems: [{ code: 'unreadable-context' }] });
});

test('there is no thread where nothing is bundled', () => {
  expect(helperThreads(join(root, 'src/main'))).toBeUndefined();
});
