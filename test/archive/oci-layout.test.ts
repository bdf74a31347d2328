import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readOciArchive, readOciLayout } from '../../src/archive/oci-layout.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import type { OpenImage } from '../../src/ports.ts';
import { archiveOf, configOf, Layout, ociFiles, sha256, storeOf } from '../support/archives.ts';
import { tarFile, tarOf } from '../support/tar.ts';

const signal = new AbortController().signal;
const options = { source: 'oci:app' };
const base = tarOf(tarFile('a', 'first'));
const top = tarOf(tarFile('b', 'second'), tarFile('.wh.a'));

const types = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
  dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
};

async function open(files: ReadonlyMap<string, Buffer>, name?: string, platform?: string): Promise<OpenImage> {
  return (await readOciLayout(storeOf(files), { ...options, verifyLayers: true })).open(name, platform);
}

/** An image with one layer, for this architecture; `layer` changes the layer's descriptor. */
function addImage(layout: Layout, architecture: string, docker = false) {
  const layer = layout.add(gzipSync(base), docker ? types.dockerLayer : types.gzip);
  const config = layout.add(
    configOf({ layers: [base], config: { architecture } }),
    docker ? types.dockerConfig : types.config,
  );
  const mediaType = docker ? types.dockerManifest : types.manifest;
  return layout.add({ schemaVersion: 2, mediaType, config, layers: [layer] }, mediaType);
}

const pack = (layer: Buffer): Buffer => gzipSync(layer);
const platform = (os: string, architecture: string, variant?: string) => ({ platform: { os, architecture, variant } });
const good = (): Map<string, Buffer> => ociFiles(pack, types.gzip, { layers: [base] });
const without = (path: string): Map<string, Buffer> => new Map([...good()].filter(([name]) => name !== path));
const replaced = (path: string, bytes: Buffer): Map<string, Buffer> => good().set(path, bytes);
const nested = (depth: number): Map<string, Buffer> => {
  const layout = new Layout();
  let root: object = addImage(layout, 'amd64');
  for (let level = 0; level < depth; level += 1)
    root = layout.add({ schemaVersion: 2, manifests: [root] }, types.index);
  return layout.finish([root]);
};

describe('a layout is read', () => {
  const files = ociFiles(pack, types.gzip, {
    tags: ['app:1'],
    layers: [base, top],
    config: { config: { User: '1000' } },
  });
  const ways: Readonly<Record<string, () => Promise<OpenImage>>> = {
    'from a folder': () => open(files),
    'from a tar': async () => (await readOciArchive(readAtOf(archiveOf(files)), options)).open('app:1'),
    'from a gzipped tar': async () => (await readOciArchive(readAtOf(gzipSync(archiveOf(files))), options)).open(),
  };
  test.each(Object.entries(ways))('%s', async (_, read) => {
    const image = await read();
    expect(image.facts).toMatchObject({
      source: 'oci:app',
      imageId: `sha256:${sha256(configOf({ layers: [base, top], config: { config: { User: '1000' } } }))}`,
      config: { user: '1000' },
      blobs: [base, top].map((layer) => ({
        digest: `sha256:${sha256(gzipSync(layer))}`,
        bytes: gzipSync(layer).length,
        mediaType: types.gzip,
      })),
    });
    const layers = await image.readLayers(signal);
    expect(layers.map(({ paths }) => paths)).toEqual([['a'], ['b', 'a']]);
  });

  test('with Docker’s media types', async () => {
    const layout = new Layout();
    const list = {
      schemaVersion: 2,
      mediaType: types.dockerList,
      manifests: [{ ...addImage(layout, 'amd64', true), platform: { os: 'linux', architecture: 'amd64' } }],
    };
    const root = layout.add(list, types.dockerList);
    expect((await open(layout.finish([root]))).facts.blobs?.[0]?.mediaType).toBe(types.dockerLayer);
  });
});

test('bodies that will be asked for are kept while a layer is inflated, hidden ones too', async () => {
  const files = ociFiles(pack, types.gzip, { tags: ['app:1'], layers: [base, top] });
  const image = await open(files);
  await image.readLayers(signal, (path, fileBytes) => (path === 'a' ? Math.min(fileBytes, 3) : fileBytes));
  files.clear();
  const wish = (path: string, layer: number, fileBytes: number) => ({ path, layer, record: 0, fileBytes });
  const bodies = (await image.readRecords?.([wish('b', 1, 6), wish('a', 0, 3)], 100, signal)) ?? [];
  expect(bodies.map(String)).toEqual(['second', 'fir']);
});

describe('choosing an image of an index', () => {
  const layout = new Layout();
  const amd64 = { ...addImage(layout, 'amd64'), ...platform('linux', 'amd64') };
  const arm64 = { ...addImage(layout, 'arm64'), ...platform('linux', 'arm64', 'v8') };
  const attestation = {
    ...addImage(layout, 'unknown'),
    ...platform('unknown', 'unknown'),
    annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
  };
  const unnamed = { ...addImage(layout, 'other'), ...platform('unknown', 'unknown') };
  const inner = layout.add(
    { schemaVersion: 2, mediaType: types.index, manifests: [amd64, arm64, attestation, unnamed] },
    types.index,
  );
  const outer = layout.add({ schemaVersion: 2, manifests: [inner] }, types.index);
  const alone = { ...addImage(layout, 's390x'), annotations: { 'org.opencontainers.image.ref.name': 'big' } };
  const signature = layout.add(
    {
      schemaVersion: 2,
      mediaType: types.manifest,
      config: layout.add({}, 'application/vnd.example.config+json'),
      layers: [layout.add({}, 'text/plain')],
    },
    types.manifest,
  );
  const named = {
    ...outer,
    annotations: {
      'io.containerd.image.name': 'docker.io/library/app:latest',
      'org.opencontainers.image.ref.name': 'latest',
    },
  };
  const files = layout.finish([
    named,
    alone,
    { ...signature, annotations: { 'org.opencontainers.image.ref.name': 'sig' } },
  ]);

  test.each([
    ['app', 'linux/amd64', 'linux/amd64'],
    ['app:latest', 'linux/arm64', 'linux/arm64'],
    ['latest', 'linux/arm64/v8', 'linux/arm64'],
    [outer.digest, 'linux/amd64', 'linux/amd64'],
    [inner.digest, 'linux/amd64', 'linux/amd64'],
    [amd64.digest, undefined, 'linux/amd64'],
    [arm64.digest.slice('sha256:'.length, -50), undefined, 'linux/arm64'],
    [arm64.digest, 'linux/arm64', 'linux/arm64'],
    ['big', undefined, 'linux/s390x'],
    [undefined, 'linux/s390x', 'linux/s390x'],
  ])('%s for %s is that for %s', async (name, wanted, expected) => {
    expect((await open(files, name, wanted)).facts.platform).toBe(expected);
  });

  test.each([
    ['a name that is not there', 'other', undefined, 'no-such-image'],
    ['no platform where there are two', 'app', undefined, 'ambiguous-image'],
    ['a platform that is not there', 'app', 'linux/riscv64', 'no-such-platform'],
    ['what is attested, which is no platform', 'app', 'unknown/unknown', 'no-such-platform'],
    ['a signature', 'sig', undefined, 'not-an-image'],
    ['a digest below an index for another platform', amd64.digest, 'linux/arm64', 'no-such-platform'],
    ['a digest of what is attested', attestation.digest, undefined, 'no-such-image'],
  ])('%s is refused', async (_, name, wanted, code) => {
    await expect(open(files, name, wanted)).rejects.toMatchObject({ problems: [{ code }] });
  });

  test('a refused platform is told with those that are there', async () => {
    await expect(open(files, 'app', 'linux/riscv64')).rejects.toThrow('only for linux/amd64, linux/arm64');
  });
});

describe('a digest of a kind that cannot be computed', () => {
  const layoutOf = (make: (layout: Layout) => object): Map<string, Buffer> => {
    const layout = new Layout();
    return layout.finish([make(layout)]);
  };
  const mixed = layoutOf((layout) => {
    const amd64 = { ...addImage(layout, 'amd64'), ...platform('linux', 'amd64') };
    const arm64 = { ...addImage(layout, 'arm64'), ...platform('linux', 'arm64'), digest: 'blake3:0000' };
    return layout.add({ schemaVersion: 2, mediaType: types.index, manifests: [amd64, arm64] }, types.index);
  });

  test('of another image leaves the one that is wanted readable', async () => {
    expect((await open(mixed, undefined, 'linux/amd64')).facts.platform).toBe('linux/amd64');
  });

  test('of the manifest is refused', async () => {
    await expect(open(mixed, undefined, 'linux/arm64')).rejects.toThrow(
      'manifest blake3:0000 in oci:app cannot be read: `blake3:0000` is not a digest this tool can check',
    );
  });

  test.each(['config', 'layer'])('of the %s is refused', async (which) => {
    const files = layoutOf((layout) => {
      const layer = layout.add(gzipSync(base), types.gzip);
      const config = layout.add(configOf({ layers: [base] }), types.config);
      const odd = { ...(which === 'layer' ? layer : config), digest: 'blake3:1111' };
      const parts = which === 'layer' ? { config, layers: [odd] } : { config: odd, layers: [layer] };
      return layout.add({ schemaVersion: 2, mediaType: types.manifest, ...parts }, types.manifest);
    });
    await expect(open(files)).rejects.toThrow('`blake3:1111` is not a digest this tool can check');
  });
});

describe('a layout is refused', () => {
  const [config, blob] = [sha256(configOf({ layers: [base] })), sha256(gzipSync(base))];
  const foreign = (): Map<string, Buffer> => {
    const files = ociFiles(pack, 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip', { layers: [base] });
    files.delete(`blobs/sha256/${blob}`);
    return files;
  };
  const flipped = Buffer.from(gzipSync(base));
  flipped[4] = 1; // The time stamp: gzip does not check it, the digest does.

  const cases: Readonly<Record<string, readonly [files: ReadonlyMap<string, Buffer>, code: string, message: string]>> =
    {
      'that lacks oci-layout': [without('oci-layout'), 'broken-archive', 'it holds no oci-layout file'],
      'of another version': [
        replaced('oci-layout', Buffer.from('{"imageLayoutVersion":"2.0.0"}')),
        'broken-archive',
        'layout version 2.0.0',
      ],
      'that lacks its index': [without('index.json'), 'broken-archive', 'it holds no index.json'],
      'whose index is none': [replaced('index.json', Buffer.from('[]')), 'broken-archive', 'it is not a JSON object'],
      'that lacks its config': [
        without(`blobs/sha256/${config}`),
        'broken-archive',
        `config sha256:${config} in oci:app cannot be read: it is not there`,
      ],
      'whose config was changed': [
        replaced(
          `blobs/sha256/${config}`,
          Buffer.from(
            configOf({ layers: [base] })
              .toString()
              .replace('amd64', 'arm64'),
          ),
        ),
        'broken-archive',
        'its digest is',
      ],
      'whose config was lengthened': [
        replaced(`blobs/sha256/${config}`, Buffer.alloc(500)),
        'broken-archive',
        'it has 500 bytes',
      ],
      'that lacks a layer': [without(`blobs/sha256/${blob}`), 'missing-layer', 'layer 0'],
      'that lacks a layer which is not distributed': [foreign(), 'missing-layer', 'is not distributed with the image'],
      'whose layer was cut': [
        replaced(`blobs/sha256/${blob}`, gzipSync(base).subarray(0, -9)),
        'broken-archive',
        'bytes, not',
      ],
      'whose layer was changed where gzip does not look': [
        replaced(`blobs/sha256/${blob}`, flipped),
        'broken-archive',
        'its digest is',
      ],
      'with indexes nested too deep': [nested(6), 'too-large', 'nests indexes deeper'],
    };
  test.each(Object.entries(cases))('%s', async (_, [files, code, message]) => {
    const reading = (async () => (await open(files)).readLayers(signal))();
    await expect(reading).rejects.toMatchObject({ problems: [{ code }] });
    await expect(reading).rejects.toThrow(message);
  });

  test('but not for indexes nested as deep as allowed', async () => {
    expect((await open(nested(4))).facts.platform).toBe('linux/amd64');
  });
});
