import { describe, expect, test } from 'vitest';
import type { LayerCache } from '../../../src/archive/layer-cache.ts';
import type { ScannedTar } from '../../../src/archive/tar-entries.ts';
import { UserError } from '../../../src/errors.ts';
import { EntryType } from '../../../src/image/entries.ts';
import type { FileNode } from '../../../src/image/tree.ts';
import { fakeRegistry, never } from '../../support/registry/fake-registry.ts';
import { anImage, anIndex, entryFor, noise, sha, zstdStored } from '../../support/registry/image.ts';
import { tarFile, tarOf } from '../../support/tar.ts';

const node = (path: string, layer: number, record: number, fileBytes: number): FileNode => ({
  path,
  type: EntryType.file,
  fileBytes,
  mode: 0,
  uid: 0,
  gid: 0,
  hasCapabilities: false,
  layer,
  record,
});
const refusal = (code: string, message = /./) => ({
  problems: [{ code, message: expect.stringMatching(message), hint: expect.any(String) }],
});

describe('an image', () => {
  test.each([
    ['OCI', {}],
    ['Docker’s schema 2', { docker: true }],
    ['sha512', { hash: 'sha512' }],
    ['zstd layers', { pack: zstdStored, layerType: 'application/vnd.oci.image.layer.v1.tar+zstd' }],
    ['layers that are not packed', { pack: (tar: Buffer) => tar, layerType: 'application/vnd.oci.image.layer.v1.tar' }],
  ] as const)('%s: facts, blobs to the byte, and layers', async (_what, form) => {
    const fake = await fakeRegistry();
    const image = anImage(form);
    fake.keep(image, '1');
    const open = await fake.open();
    const packed = image.blobs.get(image.layers[0] ?? '');
    expect(open.facts).toMatchObject({
      source: `registry:${fake.host}/app:1@${image.digest}`,
      imageId: image.config,
      platform: 'linux/amd64',
      config: { user: '1000' },
      blobs: [{ digest: image.layers[0], bytes: packed?.length }],
    });
    const [layer] = await open.readLayers(never);
    expect([layer?.paths, [...(layer?.fileBytes ?? [])]]).toEqual([['etc/passwd'], [22]]);
    expect(layer?.contentSums?.algorithm).toBe('crc32');
  });

  test('its facts cost a manifest and a config, and nothing more', async () => {
    const fake = await fakeRegistry();
    const image = anImage();
    fake.keep(image, '1');
    await fake.open();
    expect(fake.requests.map(({ line }) => line)).toEqual([
      'GET /v2/app/manifests/1',
      `GET /v2/app/blobs/${image.config}`,
    ]);
    expect(fake.requests[0]?.headers.accept?.split(', ')).toHaveLength(4);
    expect(fake.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('by its digest, checked', async () => {
    const fake = await fakeRegistry();
    const [image, other] = [anImage(), anImage({ architecture: 'arm64' })];
    fake.keep(image);
    expect((await fake.open(`app@${image.digest}`)).facts.source).toBe(`registry:${fake.host}/app@${image.digest}`);
    fake.keep({ ...other, digest: image.digest });
    await expect(fake.open(`app@${image.digest}`)).rejects.toMatchObject(
      refusal('broken-image', /its digest is sha256:/),
    );
  });

  test('each blob is fetched once, in one image and by the next', async () => {
    const fake = await fakeRegistry();
    const [one, two] = [tarOf(tarFile('a', 'a')), tarOf(tarFile('b', 'b'))];
    fake.keep(anImage({ tars: [one, two, one] }), '1');
    fake.keep(anImage({ tars: [one] }), '2');
    const source = fake.source();
    const open = (tag: string) =>
      source.open({ kind: 'registry', reference: `${fake.host}/app:${tag}` }, undefined, never);
    const first = await (await open('1')).readLayers(never);
    const second = await (await open('2')).readLayers(never);
    expect([first, second].map((layers) => layers.map(({ paths }) => paths[0]))).toEqual([['a', 'b', 'a'], ['a']]);
    expect(fake.requests.filter(({ line }) => line.includes('/blobs/'))).toHaveLength(2 + 2);
  });

  test(
    'bodies are fetched again, no further than needed, and only believed when they are the same',
    { tags: 'thorough' },
    async () => {
      const fake = await fakeRegistry();
      const image = anImage({
        tars: [tarOf(tarFile('etc/passwd', 'root:x:0'), tarFile('noise', noise(3_000_000)))],
        pack: (tar) => tar,
        layerType: 'application/vnd.oci.image.layer.v1.tar',
      });
      const [digest = ''] = image.layers;
      fake.keep(image, '1');
      const open = await fake.open();
      const nodes = [node('etc/passwd', 0, 0, 8)];
      // One more byte each time: what was read before is not fetched again.
      const read = async (bytes: number) =>
        Buffer.from((await open.readBodies(nodes, bytes, never)).get('etc/passwd') ?? '').toString();
      expect(await read(5)).toBe('root:');
      const asked = fake.requests.length;
      expect(await read(4)).toBe('root');
      expect(fake.requests).toHaveLength(asked);
      const changed = Buffer.from(image.blobs.get(digest) ?? '');
      changed[2_500_000] = (changed[2_500_000] ?? 0) ^ 1;
      fake.keep({ ...image, blobs: new Map([[digest, changed]]) });
      expect(await read(6)).toBe('root:x');
      changed[500_000] = (changed[500_000] ?? 0) ^ 1;
      await expect(read(7)).rejects.toMatchObject(refusal('broken-image', /not what it was/));
    },
  );

  describe('with package databases', () => {
    const status = 'Package: a\nStatus: install ok installed\nVersion: 1\n';
    const paths = ['var/lib/dpkg/status', 'var/lib/dpkg/info/a.list', 'etc/passwd'];
    const image = anImage({
      tars: [tarOf(tarFile(paths[0] ?? '', status), tarFile(paths[1] ?? '', '/a\n'), tarFile('etc/passwd', 'root'))],
    });
    const nodes = [node(paths[0] ?? '', 0, 0, status.length), node(paths[1] ?? '', 0, 1, 3)];
    const passwd = [node('etc/passwd', 0, 2, 4)];
    const textsOf = (bodies: ReadonlyMap<string, Uint8Array>) =>
      [...bodies.values()].map((body) => Buffer.from(body).toString());
    const remembering = (): LayerCache => {
      const kept = new Map<string, ScannedTar>();
      return {
        get: async (diffId) => kept.get(diffId),
        has: async (diffId) => kept.has(diffId),
        put: (diffId, { entries, sparse }) => void kept.set(diffId, { entries, sparse }),
      };
    };
    const prepare = async () => {
      const fake = await fakeRegistry();
      fake.keep(image, '1');
      const cache = remembering();
      const open = () =>
        fake.source({}, { cache }).open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, never);
      const fetched = () => fake.requests.filter(({ line }) => line.includes(image.layers[0] ?? '?')).length;
      return { open, fetched };
    };

    test('they are kept while the layer is read: it is fetched once', async () => {
      const { open, fetched } = await prepare();
      const opened = await open();
      await opened.readLayers(never);
      expect(textsOf(await opened.readBodies(nodes, 1000, never))).toEqual([status, '/a\n']);
      expect(textsOf(await opened.readBodies(nodes, 2, never))).toEqual(['Pa', '/a']);
      expect(fetched()).toBe(1);
      expect(textsOf(await opened.readBodies(passwd, 1000, never))).toEqual(['root']);
      expect(fetched()).toBe(2);
    });

    test('and so is what a caller says it will ask for', async () => {
      const { open, fetched } = await prepare();
      const opened = await open();
      await opened.readLayers(never, (path) => (path === 'etc/passwd' ? 4 : 0));
      expect(textsOf(await opened.readBodies(passwd, 1000, never))).toEqual(['root']);
      expect(textsOf(await opened.readBodies(nodes, 1000, never))).toEqual([status, '/a\n']);
      expect(fetched()).toBe(1);
    });

    test('a layer that a cache knows is fetched once for them, and once for whatever else is asked', async () => {
      const { open, fetched } = await prepare();
      await (await open()).readLayers(never);
      const opened = await open();
      await opened.readLayers(never);
      expect(fetched()).toBe(1);
      expect(textsOf(await opened.readBodies(nodes, 1000, never))).toEqual([status, '/a\n']);
      expect(fetched()).toBe(2);
      expect(textsOf(await opened.readBodies(passwd, 1000, never))).toEqual(['root']);
      expect(fetched()).toBe(3);
    });
  });
});

describe('an index', () => {
  const [amd, arm] = [anImage(), anImage({ architecture: 'arm64' })];
  const attestation = entryFor(anImage({ tars: [], layerType: 'application/vnd.in-toto+json' }), 'unknown/unknown', {
    'vnd.docker.reference.type': 'attestation-manifest',
  });
  const both = [entryFor(amd, 'linux/amd64'), entryFor(arm, 'linux/arm64/v8'), attestation];
  const keep = async (entries: readonly object[], docker = false) => {
    const fake = await fakeRegistry();
    fake.keep(amd);
    fake.keep(arm);
    fake.keep(anIndex(entries, docker), '1');
    return fake;
  };

  test.each([
    ['the platform asked for', 'linux/arm64', arm.config],
    ['this machine’s where none is asked for', undefined, amd.config],
  ])('%s', async (_what, platform, config) => {
    const fake = await keep(both);
    const { facts } = await fake.open('app:1', platform);
    expect([facts.imageId, facts.source]).toEqual([config, `registry:${fake.host}/app:1@${anIndex(both).digest}`]);
    expect(fake.requests).toHaveLength(3);
  });

  test('the only one, whatever this machine is', async () => {
    const fake = await keep([both[1] ?? {}, attestation], true);
    expect((await fake.open()).facts.platform).toBe('linux/arm64');
  });

  test('a platform that is not there is refused, with those there are and no attestation among them', async () => {
    const fake = await keep(both);
    await expect(fake.open('app:1', 'linux/s390x')).rejects.toMatchObject(
      refusal('no-such-platform', /only for linux\/amd64, linux\/arm64\/v8\.$/),
    );
  });

  test('two entries for one platform are not chosen between', async () => {
    const fake = await keep([entryFor(amd, 'linux/amd64'), entryFor(arm, 'linux/amd64')]);
    await expect(fake.open('app:1', 'linux/amd64')).rejects.toMatchObject(refusal('ambiguous-image'));
  });

  test.each([
    ['of attestations alone', [attestation]],
    ['of nothing', []],
  ])('%s holds no image', async (_what, entries) => {
    await expect((await keep(entries)).open()).rejects.toMatchObject(refusal('no-such-image'));
  });

  test.each([
    [4, ''],
    [5, 'too-large'],
  ])('indexes %i deep: %s', async (depth, code) => {
    const fake = await keep(both);
    let inner = anIndex(both);
    for (let level = 1; level < depth; level += 1) {
      fake.keep(inner);
      inner = anIndex([entryFor(inner)]);
    }
    fake.keep(inner, '1');
    const codeOf = (thrown: unknown): string =>
      thrown instanceof UserError ? (thrown.problems[0]?.code ?? '') : 'bug';
    expect(await fake.open('app:1', 'linux/amd64').then(() => '', codeOf)).toBe(code);
  });

  test('more manifests than this tool looks at', async () => {
    const entries = Array.from({ length: 1_001 }, (_, at) =>
      entryFor({ ...amd, digest: sha(Buffer.from(String(at))) }, 'linux/amd64'),
    );
    await expect((await keep(entries)).open()).rejects.toMatchObject(refusal('too-large', /more manifests/));
  });

  test('a manifest it lists that is not there', async () => {
    const fake = await fakeRegistry();
    fake.keep(anIndex(both), '1');
    await expect(fake.open()).rejects.toMatchObject(
      refusal('no-such-image', /does not have the manifest of app@sha256/),
    );
  });
});

test.each([
  ['by its digest', false],
  ['from an index', true],
])('a manifest %s is checked before it is looked at', async (_what, isListed) => {
  const fake = await fakeRegistry();
  const image = anImage();
  fake.keep({ ...image, manifest: Buffer.from('<html>') });
  fake.keep(anIndex([entryFor(image, 'linux/amd64')]), '1');
  await expect(fake.open(isListed ? 'app:1' : `app@${image.digest}`)).rejects.toMatchObject(
    refusal('broken-image', /its digest is sha256:/),
  );
});

describe('what is no image', () => {
  const manifest = (document: object) => Buffer.from(JSON.stringify(document));
  const [oci, index] = ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.oci.image.index.v1+json'];

  test.each([
    ['both manifests and layers', manifest({ schemaVersion: 2, manifests: [], layers: [] }), oci, 'broken-image'],
    [
      'a Content-Type that is not the body’s',
      anImage().manifest,
      'application/vnd.docker.distribution.manifest.v2+json',
      'broken-image',
    ],
    ['an index called a manifest', anIndex([]).manifest, oci, 'broken-image'],
    ['a manifest called an index', anImage().manifest, index, 'broken-image'],
    ['HTML', Buffer.from('<html>'), 'text/html', 'broken-image'],
    [
      'schema 1',
      manifest({ schemaVersion: 1, name: 'app' }),
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
      'old-manifest',
    ],
    [
      'an artifact',
      manifest({
        schemaVersion: 2,
        config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: sha(Buffer.from('{}')), size: 2 },
        layers: [{ mediaType: 'text/plain', digest: sha(Buffer.from('x')), size: 1 }],
      }),
      oci,
      'not-an-image',
    ],
  ])('%s', async (_what, bytes, mediaType, code) => {
    const fake = await fakeRegistry();
    fake.keep({ manifest: bytes, mediaType, digest: sha(bytes) }, '1');
    await expect(fake.open()).rejects.toMatchObject(refusal(code));
  });

  test('a foreign layer is named, and never followed; what is known without it is told', async () => {
    const fake = await fakeRegistry();
    fake.keep(anImage({ layerType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', docker: true }), '1');
    const open = await fake.open();
    expect(open.facts.blobs).toHaveLength(1);
    await expect(open.readLayers(never)).rejects.toMatchObject(
      refusal('missing-layer', /layer 0 \(sha256:.*not distributed/),
    );
    expect(fake.requests).toHaveLength(2);
  });
});
