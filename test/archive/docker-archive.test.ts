import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDockerArchive, readDockerArchiveStream, type ImageArchive } from '../../src/archive/docker-archive.ts';
import { defaultLimits } from '../../src/archive/limits.ts';
import { readOciArchive } from '../../src/archive/oci-layout.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import { UserError } from '../../src/errors.ts';
import type { LayerEntries } from '../../src/image/entries.ts';
import type { FileNode } from '../../src/image/tree.ts';
import type { OpenImage } from '../../src/ports.ts';
import {
  archiveOf,
  newDockerFiles,
  ociFiles,
  oldDockerFiles,
  sha256,
  streamOf,
  type ArchivedImage,
} from '../support/archives.ts';
import { pax, tarDirectory, tarFile, tarLink, tarOf } from '../support/tar.ts';

const signal = new AbortController().signal;
const options = { source: 'docker-archive:app.tar' };

const base = tarOf(tarDirectory('etc'), tarFile('etc/passwd', 'root:x:0:0\n'), tarFile('big', 'b'.repeat(300_000)));
const sparse = [
  pax({ 'GNU.sparse.size': '8', 'GNU.sparse.numblocks': '1', 'GNU.sparse.map': '3,2' }),
  tarFile('holes', 'xy'),
];
const top = tarOf(tarFile('etc/.wh.passwd'), tarFile('app', 'code'), ...sparse);
const app: ArchivedImage = { tags: ['app:1', 'other/app:latest'], layers: [base, top] };
const tool: ArchivedImage = { tags: ['tool:latest'], layers: [base] };

const asIs = (layer: Buffer): Buffer => layer;
const forms = {
  'as engines before 25 write it': archiveOf(oldDockerFiles(app, tool)),
  'as engines since 25 write it': archiveOf(newDockerFiles(asIs, app, tool)),
  'with the compressed blobs of a containerd store': archiveOf(newDockerFiles((layer) => gzipSync(layer), app, tool)),
  'gzipped as a whole': gzipSync(archiveOf(oldDockerFiles(app, tool))),
  'gzipped as a whole with compressed blobs': gzipSync(
    archiveOf(newDockerFiles((layer) => gzipSync(layer), app, tool)),
  ),
};
const ways: Readonly<Record<string, (archive: Buffer) => Promise<ImageArchive>>> = {
  'from a stream': (archive) => readDockerArchiveStream(streamOf(archive), options),
  'from a stream of odd chunks': (archive) => readDockerArchiveStream(streamOf(archive, 1_013), options),
  'by seeking': (archive) => readDockerArchive(readAtOf(archive), options),
  'whole, with checksums': (archive) => readDockerArchive(readAtOf(archive), { ...options, contentSums: true }),
  'whole, verified': (archive) => readDockerArchive(readAtOf(archive), { ...options, verifyLayers: true }),
};

const paths = (layers: readonly LayerEntries[]): readonly (readonly string[])[] =>
  layers.map((layer) => [...layer.paths]);

/** The node a tree would have for a record. */
function nodeOf(layers: readonly LayerEntries[], layer: number, path: string): FileNode {
  const entries = layers[layer];
  const record = entries?.paths.indexOf(path) ?? -1;
  const fileBytes = entries?.fileBytes[record] ?? 0;
  return { path, type: 0, fileBytes, mode: 0o644, uid: 0, gid: 0, hasCapabilities: false, layer, record };
}

async function bodies(image: OpenImage, maxBytes: number): Promise<Readonly<Record<string, string>>> {
  const layers = await image.readLayers(signal);
  const nodes = [nodeOf(layers, 0, 'etc/passwd'), nodeOf(layers, 1, 'app'), nodeOf(layers, 1, 'holes')];
  const found = await image.readBodies(nodes, maxBytes, signal);
  return Object.fromEntries([...found].map(([path, body]) => [path, Buffer.from(body).toString()]));
}

describe.each(Object.entries(forms))('an archive %s', (form, archive) => {
  test.each(Object.entries(ways))('is read %s', async (_, read) => {
    const opened = await read(archive);
    expect(opened.images).toEqual([{ tags: ['app:1', 'other/app:latest'] }, { tags: ['tool:latest'] }]);

    const image = await opened.open('app:1');
    const isCompressed = form.includes('compressed');
    expect(image.facts).toMatchObject({
      source: 'docker-archive:app.tar',
      platform: 'linux/amd64',
      diffIds: [`sha256:${sha256(base)}`, `sha256:${sha256(top)}`],
    });
    expect(image.facts.blobs?.map(({ digest }) => digest)).toEqual(
      isCompressed ? [`sha256:${sha256(gzipSync(base))}`, `sha256:${sha256(gzipSync(top))}`] : undefined,
    );
    expect(paths(await image.readLayers(signal))).toEqual([
      ['etc', 'etc/passwd', 'big'],
      ['etc/passwd', 'app', 'holes'],
    ]);
    expect(await bodies(image, 1000)).toEqual({ 'etc/passwd': 'root:x:0:0\n', app: 'code', holes: '\0\0\0xy\0\0\0' });
    expect(await bodies(image, 4)).toEqual({ 'etc/passwd': 'root', app: 'code', holes: '\0\0\0x' });
    expect(paths(await (await opened.open('tool')).readLayers(signal))).toEqual([['etc', 'etc/passwd', 'big']]);
  });
});

describe('choosing an image', () => {
  const archive = archiveOf(oldDockerFiles(app, tool));
  const open = async (name?: string, platform?: string) =>
    (await readDockerArchive(readAtOf(archive), options)).open(name, platform);

  test.each(['app:1', 'docker.io/library/app:1', 'other/app', 'docker.io/other/app:latest'])(
    'by the tag %s',
    async (tag) => {
      expect((await open(tag)).facts.diffIds).toHaveLength(2);
    },
  );

  test('by its ID and by the start of it', async () => {
    const { imageId } = (await open('tool')).facts;
    expect((await open(imageId)).facts.diffIds).toHaveLength(1);
    expect((await open(imageId.slice(7, 19))).facts.imageId).toBe(imageId);
  });

  test.each([
    ['a name that is not there', 'nothing', undefined, 'no-such-image'],
    ['no name where there are two', undefined, undefined, 'ambiguous-image'],
    ['another platform', 'app:1', 'linux/arm64', 'no-such-platform'],
  ])('%s is refused', async (_, name, platform, code) => {
    await expect(open(name, platform)).rejects.toMatchObject({ problems: [{ code }] });
  });

  test('its own platform is taken, with or without the default variant', async () => {
    expect((await open('tool', 'linux/amd64')).facts.platform).toBe('linux/amd64');
    expect((await open('tool', 'linux/amd64/v1')).facts.platform).toBe('linux/amd64');
  });
});

test('a layer that occurs twice may be a link to its first copy', async () => {
  const [first = '', second = ''] = ['a', 'b'].map((letter) => letter.repeat(64));
  const files = oldDockerFiles({ layers: [base, base] });
  const config = [...files.keys()].find((path) => path.endsWith('.json') && path !== 'manifest.json') ?? '';
  const Layers = [`${first}/layer.tar`, `${second}/layer.tar`];
  const archive = tarOf(
    tarLink(`${first}/layer.tar`, `../${second}/layer.tar`),
    tarFile(`${second}/layer.tar`, base),
    tarFile(config, files.get(config)),
    tarFile('manifest.json', JSON.stringify([{ Config: config, RepoTags: null, Layers }])),
  );
  for (const read of Object.values(ways)) {
    const layers = await (await (await read(archive)).open()).readLayers(signal);
    expect(paths(layers)).toEqual([
      ['etc', 'etc/passwd', 'big'],
      ['etc', 'etc/passwd', 'big'],
    ]);
  }
});

test('bodies that were asked for beforehand need no second stream', async () => {
  let streams = 0;
  const stream = streamOf(archiveOf(oldDockerFiles(app)));
  const opened = await readDockerArchiveStream(
    () => {
      streams += 1;
      return stream();
    },
    { ...options, keepBody: (path) => (path === 'etc/passwd' || path === 'app' || path === 'holes' ? 100 : 0) },
  );
  expect(await bodies(await opened.open(), 100)).toEqual({
    'etc/passwd': 'root:x:0:0\n',
    app: 'code',
    holes: '\0\0\0xy\0\0\0',
  });
  expect(streams).toBe(1);
  await bodies(await opened.open(), 4);
  expect(streams).toBe(1);
});

test('an image without layers is read', async () => {
  const image = await (await readDockerArchive(readAtOf(archiveOf(oldDockerFiles({ layers: [] }))), options)).open();
  expect(await image.readLayers(signal)).toEqual([]);
});

describe('a broken archive is refused', () => {
  const changed = (change: (files: Map<string, Buffer>) => void, image: ArchivedImage = app): Buffer => {
    const files = oldDockerFiles(image);
    change(files);
    return archiveOf(files);
  };
  const manifestOf = (value: unknown): Buffer =>
    changed((files) => files.set('manifest.json', Buffer.from(JSON.stringify(value))));
  const cases: Readonly<Record<string, readonly [archive: Buffer, code: string]>> = {
    'that is empty': [Buffer.alloc(0), 'broken-archive'],
    'that is no tar': [Buffer.alloc(2048, 'no tar'), 'broken-archive'],
    'that lacks its manifest, as a stream cut short does': [
      changed((files) => files.delete('manifest.json')),
      'broken-archive',
    ],
    'that ends within a layer': [archiveOf(oldDockerFiles(app)).subarray(0, 5_000), 'broken-archive'],
    'with a manifest that is no list': [manifestOf({}), 'broken-archive'],
    'with a manifest that names no config': [manifestOf([{ Layers: [] }]), 'broken-archive'],
    'with a manifest of the wrong types': [manifestOf([{ Config: 'x', Layers: [1] }]), 'broken-archive'],
    'with a manifest that names a config that is not there': [
      manifestOf([{ Config: 'x.json', Layers: [] }]),
      'broken-archive',
    ],
    'whose config has another digest': [
      changed((files) => {
        for (const [path, bytes] of files)
          if (/^[0-9a-f]{64}\.json$/.test(path)) files.set(path, Buffer.concat([bytes, Buffer.from(' ')]));
      }),
      'broken-archive',
    ],
    'whose config has another digest than its name with the algorithm, as kaniko writes it': [
      changed((files) => {
        const bytes = Buffer.from('{}');
        files.set(`sha256:${sha256('other')}`, bytes);
        files.set('manifest.json', Buffer.from(JSON.stringify([{ Config: `sha256:${sha256('other')}`, Layers: [] }])));
      }),
      'broken-archive',
    ],
    'whose config counts other layers': [
      changed(() => undefined, { ...app, config: { rootfs: { type: 'layers', diff_ids: [] } } }),
      'broken-archive',
    ],
    'that lacks a layer': [
      changed((files) => {
        for (const path of files.keys()) if (path.endsWith('/layer.tar')) files.delete(path);
      }),
      'missing-layer',
    ],
    'whose layer is no tar': [
      changed((files) => {
        for (const path of files.keys()) if (path.endsWith('/layer.tar')) files.set(path, Buffer.alloc(1024, 'x'));
      }),
      'broken-archive',
    ],
  };
  test.each(Object.entries(cases))('%s', async (_, [archive, code]) => {
    for (const read of [ways['from a stream'], ways['by seeking']]) {
      const opened = (async () => (await (await read?.(archive))?.open())?.readLayers(signal))();
      await expect(opened).rejects.toMatchObject({ problems: [{ code }] });
    }
  });

  test('by the form that it has instead', async () => {
    const layout = archiveOf(ociFiles(asIs, 'application/vnd.oci.image.layer.v1.tar', app));
    for (const read of [ways['from a stream'], ways['by seeking']])
      await expect(read?.(layout)).rejects.toThrow('but an OCI layout: name it oci-archive:FILE');
    const saved = readOciArchive(readAtOf(archiveOf(oldDockerFiles(app))), options);
    await expect(saved).rejects.toThrow('but what `docker save` writes: name it docker-archive:FILE');
  });

  test('by its age, where it is of the form before manifest.json', async () => {
    const old = changed((files) => {
      files.delete('manifest.json');
      files.set('repositories', Buffer.from('{"app":{"1":"0000"}}'));
    });
    for (const read of [ways['from a stream'], ways['by seeking']])
      await expect(read?.(old)).rejects.toThrow('in the form that Docker wrote before 1.10');
  });

  describe('by a DiffID that its layer has not', () => {
    const wrong = (pack: (layer: Buffer) => Buffer): Buffer => {
      const rootfs = { type: 'layers', diff_ids: [`sha256:${sha256('other')}`] };
      return archiveOf(newDockerFiles(pack, { layers: [base], config: { rootfs } }));
    };
    const plain = wrong(asIs);
    const packed = wrong((layer) => gzipSync(layer));
    const refusal = new RegExp(`its DiffID is sha256:${sha256(base)}`);
    test.each<[string, Buffer, boolean | undefined, RegExp]>([
      ['compressed layers are checked', packed, undefined, refusal],
      ['compressed layers are not checked when told so', packed, false, /^1 layer$/],
      ['plain layers are not', plain, undefined, /^1 layer$/],
      ['plain layers are when told so', plain, true, refusal],
    ])('%s', async (_, archive, verifyLayers, expected) => {
      const verify = { ...options, ...(verifyLayers !== undefined && { verifyLayers }) };
      const openings = [
        readDockerArchive(readAtOf(archive), verify),
        readDockerArchiveStream(streamOf(archive), verify),
      ];
      for (const opening of openings) {
        const reading = (await (await opening).open()).readLayers(signal);
        const outcome = await reading.then((layers) => `${layers.length} layer`, String);
        expect(outcome).toMatch(expected);
      }
    });
  });

  test('by the name of the layer in it that is broken', async () => {
    const archive = changed((files) => {
      for (const path of files.keys()) if (path.endsWith('/layer.tar')) files.set(path, base.subarray(0, 2_000));
    });
    const opened = await readDockerArchive(readAtOf(archive), options);
    await expect((await opened.open()).readLayers(signal)).rejects.toThrow(
      /^layer 0 .* of docker-archive:app\.tar cannot be read at byte 2000/,
    );
  });
});

test('a document over the limit is refused', async () => {
  const archive = archiveOf(oldDockerFiles(app));
  const limits = { ...defaultLimits, maxDocumentBytes: 20 };
  const expected = { problems: [{ code: 'too-large' }] };
  await expect(readDockerArchive(readAtOf(archive), { ...options, limits })).rejects.toMatchObject(expected);
  await expect(readDockerArchiveStream(streamOf(archive), { ...options, limits })).rejects.toMatchObject(expected);
});

test('a signal ends the reading', async () => {
  const aborted = AbortSignal.abort(new Error('stop'));
  const archive = archiveOf(newDockerFiles((layer) => gzipSync(layer), app));
  await expect(readDockerArchiveStream(streamOf(archive), { ...options, signal: aborted })).rejects.toThrow('stop');
  const opened = await (await readDockerArchive(readAtOf(archive), options)).open();
  await expect(opened.readLayers(aborted)).rejects.toThrow('stop');
  expect(await opened.readLayers(signal)).toHaveLength(2);
});

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(512);
  throw new Error('connection reset');
}

test('a stream that fails is its own error', async () => {
  const reading = readDockerArchiveStream(failing, options);
  await expect(reading).rejects.toThrow('connection reset');
  await expect(reading).rejects.not.toBeInstanceOf(UserError);
});
