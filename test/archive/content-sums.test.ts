import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readDockerArchive, readDockerArchiveStream } from '../../src/archive/docker-archive.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import { archiveOf, newDockerFiles, streamOf } from '../support/archives.ts';
import { tarDirectory, tarFile, tarOf } from '../support/tar.ts';

// CRC-32 as `printf same | gzip | tail -c8` has it.
const same = 0xfc50f144;
const options = { source: 'x', contentSums: true };

/** By layer and path, the sums of the image's files. */
async function sums(archive: Buffer, isStreamed: boolean): Promise<Readonly<Record<string, number>>> {
  const opened = isStreamed
    ? readDockerArchiveStream(streamOf(archive), options)
    : readDockerArchive(readAtOf(archive), options);
  const layers = await (await (await opened).open()).readLayers(new AbortController().signal);
  return Object.fromEntries(
    layers.flatMap(({ paths, contentSums }, layer) =>
      paths.map((path, record) => [`${layer} ${path}`, contentSums?.values[record] ?? -1]),
    ),
  );
}

const base = tarOf(
  tarDirectory('d'),
  tarFile('chmodded', 'same'),
  tarFile('rewritten', 'old!'),
  tarFile('only', 'x'),
  tarFile('grown', 'a'),
);
const top = tarOf(tarFile('chmodded', 'same', { mode: 0o755 }), tarFile('rewritten', 'new!'), tarFile('grown', 'ab'));
const plain = archiveOf(newDockerFiles((layer) => layer, { layers: [base, top] }));
const packed = archiveOf(newDockerFiles((layer) => gzipSync(layer), { layers: [base, top] }));

test.each([
  ['plain layers at hand', plain, false],
  ['compressed layers at hand', packed, false],
  ['a stream', plain, true],
  ['a stream of compressed layers', packed, true],
])('%s tell a changed mode from changed content', async (_, archive, isStreamed) => {
  const found = await sums(archive, isStreamed);
  expect([found['0 chmodded'], found['1 chmodded']]).toEqual([same, same]);
  expect(found['0 rewritten']).not.toBe(found['1 rewritten']);
  expect(found['1 rewritten']).toBeGreaterThan(0);
  expect(found['0 d']).toBe(0);
});

test('plain layers at hand are not read for files that cannot be compared', async () => {
  const found = await sums(plain, false);
  expect([found['0 only'], found['0 grown'], found['1 grown']]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
