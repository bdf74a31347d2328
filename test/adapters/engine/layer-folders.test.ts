import { describe, expect, test } from 'vitest';
import type { ImageInspect } from '../../../src/adapters/engine/facts.ts';
import { layerFolders, readRecordsFromFolders } from '../../../src/adapters/engine/layer-folders.ts';
import { runName } from '../../../src/adapters/engine/run-name.ts';
import { digestOf, file, layerOf, symlink } from '../../support/images.ts';
import { fakeEngine } from '../../support/fake-engine.ts';
import { tarDirectory, tarFile, tarOf } from '../../support/tar.ts';

const never = new AbortController().signal;
const root = '/var/lib/docker/overlay2';
const inspectOf = (name: string, data: Record<string, string>, layers = 3): ImageInspect => ({
  Id: digestOf('image'),
  Os: 'linux',
  Architecture: 'amd64',
  GraphDriver: { Name: name, Data: data },
  RootFS: { Layers: Array.from({ length: layers }, (_, nth) => digestOf(String(nth))) },
});

describe('the folders of layers', () => {
  const three = { UpperDir: `${root}/c/diff`, LowerDir: `${root}/b/diff:${root}/a/diff` };

  test('are told base layer first', () =>
    expect(layerFolders(inspectOf('overlay2', three))).toEqual([`${root}/a/diff`, `${root}/b/diff`, `${root}/c/diff`]));

  test('of a single layer are one', () =>
    expect(layerFolders(inspectOf('overlay2', { UpperDir: `${root}/a/diff` }, 1))).toEqual([`${root}/a/diff`]));

  test.each([
    ['of another driver', inspectOf('overlay', three)],
    ['of another number of layers', inspectOf('overlay2', three, 4)],
    ['elsewhere', inspectOf('overlay2', { ...three, UpperDir: '/etc' })],
    ['nowhere', inspectOf('overlay2', {})],
  ])('%s are not known', (_, inspect) => expect(layerFolders(inspect)).toBeUndefined());
});

describe('bodies from the folders of layers', () => {
  const container = 'c'.repeat(64);
  const layers = [
    layerOf(file('a/one', 'first'), file('a/two', 'second'), file('b', 'third')),
    layerOf(symlink('l', '/etc'), file('l2/passwd', 4)),
  ];
  const wish = (path: string, layer: number, record: number, fileBytes: number) => ({ path, layer, record, fileBytes });
  /** An engine that shows what is mounted under any name. */
  const engineWith = async (files: Readonly<Record<string, string>>) => {
    const asked: string[] = [];
    const made: string[] = [];
    const fake = await fakeEngine({
      'POST /containers/create': (response, request) => {
        void (async () => {
          const pieces: Buffer[] = [];
          for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
          made.push(Buffer.concat(pieces).toString());
          response.setHeader('content-type', 'application/json').end(JSON.stringify({ Id: container }));
        })();
      },
      [`DELETE /containers/${container}`]: (response) => response.end(),
      [`GET /containers/${container}/archive`]: (response, request) => {
        const path = new URL(request.url ?? '', 'http://x').searchParams.get('path') ?? '';
        const [, within = ''] = /^\/\.plimsoll-[0-9a-f]{24}\/(.*)$/.exec(path) ?? [];
        asked.push(within);
        const name = within.split('/').at(-1) ?? '';
        const below = Object.entries(files).filter(([file_]) => file_.startsWith(`${within}/`));
        const own = files[within];
        const parts =
          own === undefined
            ? [
                tarDirectory(`${name}/`),
                ...below.map(([file_, body]) => tarFile(`${name}${file_.slice(within.length)}`, body)),
              ]
            : [tarFile(name, own)];
        response.end(tarOf(...parts));
      },
    });
    return { ...fake, asked, made };
  };
  const read = (engine: Awaited<ReturnType<typeof engineWith>>, ...wishes: ReturnType<typeof wish>[]) => {
    const unpacked = { imageId: digestOf('image'), folders: [`${root}/a/diff`, `${root}/b/diff`], layers };
    return readRecordsFromFolders(engine.engine, runName('folders'), unpacked, wishes, 4, never);
  };

  test('are the files of that layer, in the order asked', async () => {
    const engine = await engineWith({ '0/a/one': 'first', '0/a/two': 'second', '0/b': 'third' });
    const bodies = await read(engine, wish('b', 0, 2, 5), wish('a/two', 0, 1, 6), wish('a/one', 0, 0, 5));
    expect(bodies.map((body) => Buffer.from(body).toString())).toEqual(['thir', 'seco', 'firs']);
    expect(engine.asked.toSorted()).toEqual(['0/a', '0/b']);
    expect(engine.made).toHaveLength(1);
    expect(engine.made[0]).toContain(`"Source":"${root}/a/diff"`);
    expect(engine.made[0]).toContain('"ReadOnly":true');
    expect(engine.made[0]).not.toContain(`${root}/b/diff`);
  });

  test.each([
    ['a file of another length', { '0/b': 'th' }, wish('b', 0, 2, 5), /is not in the layer's folder as it was/],
    ['a file that is not there', { '0/c': 'x' }, wish('b', 0, 2, 5), /is not in the layer's folder as it was/],
    ['a file below a link of the layer', { '1/l/passwd': 'root' }, wish('l/passwd', 1, 1, 4), /lies below a link/],
    ['a layer that was not read', {}, wish('b', 7, 0, 5), /of no layer/],
  ])('with %s are not believed', async (_, files, wanted, why) => {
    await expect(read(await engineWith(files), wanted)).rejects.toThrow(why);
  });
});
