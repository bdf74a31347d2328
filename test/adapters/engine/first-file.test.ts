import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { encodePath } from '../../../src/adapters/engine/container-archive.ts';
import { readFirstFile } from '../../../src/adapters/engine/first-file.ts';

/** A tar of one file by another writer, in chunks of `size` bytes. */
async function* tarOf(name: string, body: string, size: number): AsyncGenerator<Uint8Array> {
  const tar = pack();
  tar.entry({ name }, body);
  tar.finalize();
  const all = await buffer(tar);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

describe('the first file of a tar', () => {
  test.each([
    ['whole', 'passwd', 'root:x', 100, 'root:x'],
    ['only its start', 'passwd', 'root:x', 4, 'root'],
    ['empty', 'passwd', '', 100, ''],
    ['behind a header for its long name', 'é'.repeat(200), 'body', 100, 'body'],
  ])('%s', async (_what, name, body, maxBytes, expected) => {
    for (const size of [1, 511, 512, 100_000]) {
      expect(Buffer.from((await readFirstFile(tarOf(name, body, size), maxBytes)) ?? []).toString()).toBe(expected);
    }
  });

  test('a tar that is cut is refused', async () => {
    const cut = (async function* () {
      for await (const chunk of tarOf('a', 'x'.repeat(2_000), 700)) {
        yield chunk;
        return;
      }
    })();
    await expect(readFirstFile(cut, 5_000)).rejects.toThrow('too early');
  });

  test('a tar without files has none', async () => {
    const empty = (async function* () {
      yield Buffer.alloc(1024);
    })();
    expect(await readFirstFile(empty, 10)).toBeUndefined();
  });
});

test.each([
  ['etc/passwd', '%2Fetc%2Fpasswd'],
  ['a b/é&?', '%2Fa%20b%2F%C3%A9%26%3F'],
  ['latin1-\udce9', '%2Flatin1-%e9'],
])('the path %j is asked for as %s', (path, expected) => {
  expect(encodePath(path)).toBe(expected);
});
