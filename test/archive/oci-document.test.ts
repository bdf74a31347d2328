import { describe, expect, test } from 'vitest';
import { readImageConfig } from '../../src/archive/image-config.ts';
import { readOciDocument } from '../../src/archive/oci-document.ts';
import { UserError } from '../../src/errors.ts';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';
const digest = `sha256:${'0'.repeat(64)}`;
const descriptor = { mediaType: 'application/vnd.oci.image.config.v1+json', size: 2, digest };
const manifest = { schemaVersion: 2, mediaType: manifestType, config: descriptor, layers: [descriptor] };
const index = { schemaVersion: 2, mediaType: indexType, manifests: [{ ...descriptor, mediaType: manifestType }] };

const readConfig = (document: unknown) => readImageConfig(Buffer.from(JSON.stringify(document)), 'config');
const read = (document: unknown, stated?: string) =>
  readOciDocument(Buffer.from(JSON.stringify(document)), stated, 'it');

test.each([
  ['a manifest', manifest, manifestType],
  ['an index', index, indexType],
  ['a manifest that states no type', { ...manifest, mediaType: undefined }, manifestType],
  [
    'an index of Docker’s',
    { ...index, mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json' },
    undefined,
  ],
  [
    'a manifest with a digest of an unknown kind, which need never be computed',
    {
      ...manifest,
      layers: [{ ...descriptor, digest: 'multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8' }],
    },
    undefined,
  ],
])('%s is read', (_, document, stated) => {
  expect(read(document, stated).kind).toBe('manifests' in document ? 'index' : 'manifest');
});

describe('a document is refused', () => {
  const withDescriptor = (changes: object) => ({ ...manifest, config: { ...descriptor, ...changes } });
  test.each<[string, unknown, string | undefined]>([
    ['that is no object', [], undefined],
    ['that is both a manifest and an index', { ...manifest, ...index }, undefined],
    ['that is an index with a config', { ...index, config: descriptor }, undefined],
    ['that calls itself an index and is a manifest', { ...manifest, mediaType: indexType }, undefined],
    ['that is served as an index and is a manifest', { ...manifest, mediaType: undefined }, indexType],
    [
      'that is served as something else than it calls itself',
      manifest,
      'application/vnd.docker.distribution.manifest.v2+json',
    ],
    ['of schema version 1', { ...manifest, schemaVersion: 1 }, undefined],
    ['without layers', { ...manifest, layers: undefined }, undefined],
    ['with an empty list of layers', { ...manifest, layers: [] }, undefined],
    ['with a field in other letters', { ...manifest, Layers: [] }, undefined],
    ['with a size that is text', withDescriptor({ size: '2' }), undefined],
    ['with a negative size', withDescriptor({ size: -2 }), undefined],
    ['with a size in parts', withDescriptor({ size: 2.5 }), undefined],
    ['without a digest', withDescriptor({ digest: undefined }), undefined],
    ['with a digest in capitals', withDescriptor({ digest: `sha256:${'A'.repeat(64)}` }), undefined],
    ['with a digest that is none', withDescriptor({ digest: 'sha256' }), undefined],
    ['with a malformed media type', withDescriptor({ mediaType: 'text' }), undefined],
    ['with a URL that is none', withDescriptor({ urls: ['no url'] }), undefined],
    ['with data that are not base64', withDescriptor({ data: 'a' }), undefined],
    [
      'with a platform without architecture',
      { ...index, manifests: [{ ...descriptor, platform: { os: 'linux' } }] },
      undefined,
    ],
  ])('%s', (_, document, stated) => {
    expect(() => read(document, stated)).toThrow(UserError);
  });
});

describe('an image’s config', () => {
  test('is read in full', () => {
    const facts = readConfig({
      architecture: 'arm',
      variant: 'v7',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [digest] },
      history: [{ created_by: 'COPY . .', comment: 'buildkit' }, { empty_layer: true }],
      config: {
        User: 'app',
        Env: ['PATH=/bin', 'EMPTY='],
        Entrypoint: ['/app'],
        Cmd: null,
        WorkingDir: '/srv',
        ExposedPorts: { '80/tcp': {}, '443/tcp': {} },
        Volumes: { '/data': {} },
        Labels: { b: '2', ['__proto__']: 'x' },
        Healthcheck: { Test: ['CMD', 'true'], Interval: 30_000_000_000, Retries: 3 },
        StopSignal: 'SIGINT',
        Shell: ['/bin/bash', '-c'],
        OnBuild: ['RUN make'],
      },
    });
    expect(facts).toMatchObject({
      platform: 'linux/arm/v7',
      diffIds: [digest],
      history: [
        { createdBy: 'COPY . .', comment: 'buildkit', emptyLayer: false },
        { createdBy: '', comment: '', emptyLayer: true },
      ],
      config: {
        user: 'app',
        env: ['PATH=/bin', 'EMPTY='],
        entrypoint: ['/app'],
        workingDir: '/srv',
        exposedPorts: ['443/tcp', '80/tcp'],
        volumes: ['/data'],
        healthcheck: { test: ['CMD', 'true'], intervalNs: 30_000_000_000, retries: 3 },
        stopSignal: 'SIGINT',
        shell: ['/bin/bash', '-c'],
        onBuild: ['RUN make'],
      },
    });
    expect(facts.config).not.toHaveProperty('cmd');
    expect(Object.keys(facts.config.labels)).toEqual(['b', '__proto__']);
  });

  test('may say next to nothing', () => {
    expect(readConfig({ config: null, rootfs: null, history: null })).toMatchObject({
      platform: 'unknown/unknown',
      diffIds: [],
      history: [],
      config: { user: '', env: [], workingDir: '', exposedPorts: [], volumes: [], labels: {} },
    });
  });

  test.each<[string, unknown]>([
    ['a user that is a number', { config: { User: 0 } }],
    ['a user in other letters, which an engine would read', { config: { User: '1000', user: 'root' } }],
    ['an environment variable without a value', { config: { Env: ['A'] } }],
    ['volumes as a list', { config: { Volumes: ['/a'] } }],
    ['labels that are no text', { config: { Labels: { a: 1 } } }],
    ['a history that is no list', { history: 'x' }],
    ['a DiffID that is none', { rootfs: { diff_ids: ['x'] } }],
    ['an architecture that is a number', { architecture: 1 }],
  ])('is refused with %s', (_, document) => {
    expect(() => readConfig(document)).toThrow(UserError);
  });
});
