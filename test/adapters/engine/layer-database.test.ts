import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDatabase } from '../../../src/adapters/engine/layer-database-records.ts';
import { digestOf } from '../../support/images.ts';
import { record, tarDirectory, tarFile, tarLink, tarOf } from '../../support/tar.ts';

const diffId = digestOf('a layer');
const endMark = Buffer.alloc(1024);

async function* streamOf(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}

/** What tar-split keeps of a layer with one file of 600 bytes and one link whose target has 4. */
const kept = [
  { type: 2, payload: record({ name: 'a', size: 600 }).toString('base64') },
  { type: 1, name: 'a', size: 600, payload: Buffer.alloc(8, 1).toString('base64') },
  { type: 2, payload: Buffer.concat([Buffer.alloc(424), tarLink('b', 'four'), endMark]).toString('base64') },
]
  .map((line, position) => `${JSON.stringify({ ...line, position })}\n`)
  .join('');

/** The archive of a bound layer folder, with what the database says of its size. */
async function* databaseOf(
  size: string,
  diff: string = diffId,
  split: Buffer = gzipSync(kept),
): AsyncGenerator<Buffer> {
  yield tarOf(tarDirectory('dpkg/'), tarDirectory(`${within}/`), ...folderOf(`${within}/0`, size, diff, split));
}

const folderOf = (folder: string, size: string, diff: string = diffId, split: Buffer = gzipSync(kept)) => [
  tarFile(`${folder}/diff`, diff),
  tarFile(`${folder}/size`, size),
  tarFile(`${folder}/tar-split.json.gz`, split),
];

const within = 'dpkg/.plimsoll-1';
const wish = { within, diffIds: [diffId], wanted: [0] };
const read = async (tar: AsyncIterable<Buffer>) => (await readDatabase(tar, wish).layers).get(0)?.entries;

describe('the layer database', () => {
  test.each([
    ['counts files and link targets, as the engine does for a layer it unpacked', '604'],
    ['counts files alone, as it does for one that BuildKit committed', '600'],
  ])('%s', async (_name, size) => {
    const entries = await read(databaseOf(size));
    expect([entries?.paths, entries?.fileBytes]).toEqual([['a', 'b'], new Float64Array([600, 0])]);
  });

  test.each([
    ['another size', databaseOf('601'), /adds up to 604 bytes, and the layer database says 601/],
    ['another layer', databaseOf('604', digestOf('another')), /another layer 0 than the image/],
    ['a record that is no gzip', databaseOf('604', diffId, Buffer.from('no gzip')), /incorrect header check/],
    ['a record cut short', databaseOf('604', diffId, gzipSync(kept).subarray(0, -20)), /unexpected end of file/],
    ['a record that ends within the tar', databaseOf('600', diffId, gzipSync(kept.slice(0, 1200))), /cannot be read/],
  ])('with %s is not believed', async (_name, tar, message) => {
    await expect(read(tar)).rejects.toThrow(message);
  });

  test.each(['00', '0/0', '../dpkg/.plimsoll-1x/0', '../0', '../../0', '+0', '0x0'])(
    'does not believe what an image has at %s',
    async (place) => {
      const forged = folderOf(`${within}/${place}`, '0', diffId, gzipSync(''));
      const tar = tarOf(...folderOf(`${within}/0`, '604'), ...forged);
      expect((await read(streamOf([tar])))?.paths).toEqual(['a', 'b']);
    },
  );

  test('tells of the layers before the archive has ended, whatever becomes of the rest', async () => {
    let told: number | undefined;
    async function* cut(): AsyncGenerator<Buffer> {
      yield tarOf(...folderOf(`${within}/0`, '604')).subarray(0, -1024);
      told = (await layers).get(0)?.entries.count;
      throw new Error('the connection was cut');
    }
    const { layers, ended } = readDatabase(cut(), wish);
    await expect(ended).rejects.toThrow('the connection was cut');
    expect(told).toBe(2);
  });

  test.each([
    ['a layer is missing', tarOf(tarFile(`${within}/0/diff`, diffId)), /another layer 0 than the image/],
    ['the archive ends within a layer', tarOf(...folderOf(`${within}/0`, '604')).subarray(0, -1600), /ends within/],
  ])('tells of none where %s', async (_name, tar, message) => {
    await expect(read(streamOf([tar]))).rejects.toThrow(message);
  });

  test('is not whole without the end mark of its archive, though all layers are', async () => {
    const { layers, ended } = readDatabase(
      streamOf([tarOf(...folderOf(`${within}/0`, '604')).subarray(0, -1024)]),
      wish,
    );
    await expect(ended).rejects.toThrow('was cut off');
    expect((await layers).size).toBe(1);
  });

  test('hands on what lies beside it', async () => {
    const others: string[] = [];
    const openBody = ({ path }: { readonly path: string }) => {
      others.push(path);
      return undefined;
    };
    const tar = tarOf(
      ...folderOf(`${within}/0`, '604'),
      tarFile('dpkg/status', 'Package: a'),
      tarFile('dpkg/0/diff', 'x'),
    );
    await readDatabase(streamOf([tar]), { ...wish, openBody }).ended;
    expect(others).toEqual(['dpkg/status', 'dpkg/0/diff']);
  });
});
