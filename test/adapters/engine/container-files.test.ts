import { expect, test } from 'vitest';
import { readFiles } from '../../../src/adapters/engine/container-files.ts';
import { settledContainers } from '../../../src/adapters/engine/container.ts';
import { runName } from '../../../src/adapters/engine/run-name.ts';
import { fakeEngine } from '../../support/fake-engine.ts';
import { tarDirectory, tarFile, tarLink, tarOf } from '../../support/tar.ts';

const never = new AbortController().signal;
const container = 'c'.repeat(64);
const many = Array.from({ length: 300 }, (_, nth) => nth);

/** A container whose folder `store/x` has many files of two names each, as package stores that share equal files have. */
const stored = () =>
  fakeEngine({
    'POST /containers/create': { Id: container },
    [`DELETE /containers/${container}`]: (response) => response.end(),
    [`GET /containers/${container}/archive`]: (response) => {
      const files = many.map((nth) => tarFile(`x/a${nth}`, `body ${nth}`));
      const links = many.map((nth) => tarLink(`x/b${nth}`, `x/a${nth}`, '1'));
      response.end(tarOf(tarDirectory('x/'), ...files, ...links, tarLink('x/soft', 'a1')));
    },
  });

const read = async (names: readonly string[]) => {
  const { engine, calls } = await stored();
  const files = names.map((name) => `store/x/${name}`);
  const wish = { imageId: 'sha256:1', calls: [{ path: 'store/x', isFolder: true, files, ms: 1 }], maxBytes: 7 };
  const bodies = await readFiles(engine, runName('files'), wish, never);
  await settledContainers('files');
  const texts = [...bodies].map(([path, body]) => `${path}: ${Buffer.from(body).toString()}`);
  return { texts: texts.toSorted(), archives: calls.filter((call) => call.includes('archive')).length };
};

test('second names have the body of the first, and no request of their own', async () => {
  const { texts, archives } = await read(many.map((nth) => `b${nth}`));
  expect(texts).toEqual(many.map((nth) => `store/x/b${nth}: ${`body ${nth}`.slice(0, 7)}`).toSorted());
  expect(archives).toBe(2);
});

test.each([
  ['both names', ['a3', 'b3'], ['store/x/a3: body 3', 'store/x/b3: body 3'], 1],
  ['what is not there and what is a symbolic link', ['a1', 'none', 'soft'], ['store/x/a1: body 1'], 1],
])('%s take one', async (_, names, texts, archives) => {
  expect(await read(names)).toEqual({ texts, archives });
});

test('what takes longest is asked for first', async () => {
  const asked: string[] = [];
  const { engine } = await fakeEngine({
    'POST /containers/create': { Id: container },
    [`DELETE /containers/${container}`]: (response) => response.end(),
    [`GET /containers/${container}/archive`]: (response, request) => {
      asked.push(new URL(request.url ?? '', 'http://x').searchParams.get('path') ?? '');
      response.end(tarOf(tarFile('x', 'body')));
    },
  });
  const calls = [1, 5, 3, 9, 2, 7].map((ms) => ({ path: `f${ms}`, isFolder: false, files: [`f${ms}`], ms }));
  await readFiles(engine, runName('files'), { imageId: 'sha256:1', calls, maxBytes: 7 }, never);
  await settledContainers('files');
  // Four at once, in any order.
  expect([asked.slice(0, 4).toSorted(), asked.slice(4).toSorted()]).toEqual([
    ['/f3', '/f5', '/f7', '/f9'],
    ['/f1', '/f2'],
  ]);
});

const folderTar = tarOf(tarDirectory('x/'), tarFile('x/a', 'body a'), tarFile('x/b', 'body b'));
test.each([
  ['a folder', 'store/x', true, folderTar, -1024],
  ['a folder, within a file', 'store/x', true, folderTar, -1400],
  ['a file, before its header', 'store/x/a', false, tarFile('a', 'body a'), 100],
  ['a file, within it', 'store/x/a', false, tarFile('a', 'body a'), 515],
])('an engine that goes away in the archive of %s has died', async (_, path, isFolder, tar, end) => {
  const { engine } = await fakeEngine({
    'POST /containers/create': { Id: container },
    [`DELETE /containers/${container}`]: (response) => response.end(),
    [`GET /containers/${container}/archive`]: (response) => {
      response.write(tar.subarray(0, end), () => response.destroy());
    },
  });
  const wish = { imageId: 'sha256:1', calls: [{ path, isFolder, files: ['store/x/a'], ms: 1 }], maxBytes: 7 };
  await expect(readFiles(engine, runName('files'), wish, never)).rejects.toMatchObject({
    problems: [{ code: 'engine-died' }],
  });
  await settledContainers('files');
});
