import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/adapters/cache/folder.ts';
import { runName } from '../../src/adapters/engine/run-name.ts';
import { sweep } from '../../src/adapters/engine/sweep.ts';
import { fileSource } from '../../src/adapters/files/images.ts';
import { registrySource } from '../../src/adapters/registry/source.ts';
import type { LayerCache } from '../../src/archive/layer-cache.ts';
import type { SourceReference } from '../../src/ports.ts';
import { archiveOf, newDockerFiles, ociFiles, oldDockerFiles } from '../support/archives.ts';
import { pushBlob, pushManifest, startRegistry } from '../support/registry/docker-registry.ts';
import { openBench, type Bench } from '../support/engine.ts';
import { oddImage } from './invariance-image.ts';
import { load, measured, measuredEngine, ofLayers } from './invariance-told.ts';

const never = new AbortController().signal;
const run = runName(`invariance${process.pid}`);
const tag = `plimsoll-${run.runId}:odd`;
const image = oddImage(tag);
const given = { run, tag, archive: archiveOf(oldDockerFiles(image)) };
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-invariance-'));
const at = (name: string): string => join(folder, name);

let bench: Bench;
let expected: string;

beforeAll(async () => {
  bench = await openBench();
  writeFileSync(at('old.tar'), given.archive);
  await load(bench.engine, given);
  // Nothing of ours interprets the bytes on this way but the tar reader itself.
  expected = await measuredFile('docker-archive', at('old.tar'));
});
afterAll(async () => {
  await sweep(bench.engine, run.runId);
  await bench.close();
  rmSync(folder, { recursive: true });
});

async function measuredFile(
  kind: Exclude<SourceReference['kind'], 'engine' | 'registry'>,
  path: string,
): Promise<string> {
  return measured(await fileSource().open({ kind, path }, undefined, never));
}

function save(files: ReadonlyMap<string, Buffer>, name: string): string {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(at(name), path)), { recursive: true });
    writeFileSync(join(at(name), path), bytes);
  }
  return at(name);
}

const plain = 'application/vnd.oci.image.layer.v1.tar';
const gzip = (bytes: Buffer): Buffer => zlib.gzipSync(bytes, { level: 1 });
/** Node 20 has no zstd of its own. */
const zstd = (bytes: Buffer): Buffer => execFileSync('zstd', ['-q', '-c'], { input: bytes, maxBuffer: 2 ** 30 });
const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

test('the image is what it is meant to be: odd, deep, and partly hidden', async () => {
  const { numbers } = JSON.parse(expected);
  expect(numbers.layers).toBe(70);
  expect(new Set(numbers.hidden.map(({ how }: { how: string }) => how))).toEqual(
    new Set(['deleted', 'directory-deleted', 'opaque', 'overwritten', 'metadata-only']),
  );
  expect(numbers.hiddenBytes).toBeGreaterThan(0);
});

describe('the same image tells the same', () => {
  test('from the layer database, without a word against it', async () => {
    expect(await measuredEngine(bench.engine, given)).toEqual({ told: expected, notes: [] });
  });

  test('from the export', async () => {
    expect((await measuredEngine(bench.engine, given, { mode: 'stream' })).told).toBe(expected);
  });

  test('from a cache that the layer database filled, and an export then finds', async () => {
    const options = { folder: at('cache'), key: 'k', note: (text: string) => expect.fail(text) };
    const first = cacheFolder(options);
    expect((await measuredEngine(bench.engine, given, { cache: first })).told).toBe(expected);
    await first.close();
    expect(readdirSync(at('cache')).length).toBeGreaterThan(60);
    expect((await measuredEngine(bench.engine, given, { cache: cacheFolder(options) })).told).toBe(expected);
  });

  test('from `docker save`, plain and gzipped', async () => {
    execFileSync('docker', ['save', '-o', at('saved.tar'), tag]);
    execFileSync('gzip', ['-1', '-k', at('saved.tar')]);
    expect(await measuredFile('docker-archive', at('saved.tar'))).toBe(expected);
    expect(await measuredFile('docker-archive', at('saved.tar.gz'))).toBe(expected);
  });

  test.each<[what: string, pack: (bytes: Buffer) => Buffer, mediaType: string]>([
    ['plain', (bytes) => bytes, plain],
    ['gzip', gzip, `${plain}+gzip`],
    ['zstd', zstd, `${plain}+zstd`],
  ])(
    'from an OCI layout, an OCI archive and the newer form of `docker save`, layers %s',
    async (name, pack, mediaType) => {
      const files = ociFiles(pack, mediaType, image);
      writeFileSync(at(`oci-${name}.tar`), archiveOf(files));
      writeFileSync(at(`new-${name}.tar`), archiveOf(newDockerFiles(pack, image)));
      expect(await measuredFile('oci', save(files, `oci-${name}`))).toBe(expected);
      expect(await measuredFile('oci-archive', at(`oci-${name}.tar`))).toBe(expected);
      expect(await measuredFile('docker-archive', at(`new-${name}.tar`))).toBe(expected);
    },
  );

  test('from a registry, and from a cache that it filled', async () => {
    const registry = await startRegistry();
    try {
      await push(registry.host, ociFiles(gzip, `${plain}+gzip`, image));
      const read = async (cache: LayerCache): Promise<string> => {
        const source = registrySource({ environment: {}, platform: 'linux/amd64', cache });
        return measured(await source.open({ kind: 'registry', reference: `${registry.host}/odd:1` }, undefined, never));
      };
      const open = () => cacheFolder({ folder: at('pulled'), key: '', note: (text) => expect.fail(text) });
      const first = open();
      expect(await read(first)).toBe(expected);
      await first.close();
      expect(await read(open())).toBe(expected);
    } finally {
      registry.close();
    }
  });

  // It writes the config anew, in OCI's form, which has no health check: only the layers can tell the same.
  test.runIf(hasProgram('skopeo')).each(['gzip', 'zstd'])('from a copy that skopeo made, layers %s', async (format) => {
    const to = at(`skopeo-${format}`);
    execFileSync('skopeo', [
      'copy',
      '-q',
      '--dest-compress-format',
      format,
      `docker-archive:${at('old.tar')}`,
      `oci:${to}`,
    ]);
    expect(ofLayers(await measuredFile('oci', to))).toEqual(ofLayers(expected));
  });
});

// A frame for each file, and a list of them all: skopeo takes a second a layer for it, so it gets an image of one.
test.runIf(hasProgram('skopeo'))('layers in zstd:chunked tell the same', async () => {
  const to = at('skopeo-chunked');
  const args = ['copy', '-q', '--dest-compress-format', 'zstd:chunked', `docker-daemon:${bench.base}`, `oci:${to}`];
  execFileSync('skopeo', args);
  const { told } = await measuredEngine(bench.engine, { ...given, tag: bench.base });
  expect(ofLayers(await measuredFile('oci', to))).toEqual(ofLayers(told));
});

async function push(host: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [path, bytes] of files)
    if (path.startsWith('blobs/')) await pushBlob(host, 'odd', path.slice('blobs/'.length).replace('/', ':'), bytes);
  const { manifests } = JSON.parse(String(files.get('index.json')));
  const [{ digest, mediaType }] = manifests;
  const manifest = files.get(`blobs/${digest.replace(':', '/')}`);
  if (!manifest) throw new Error('The layout has no manifest.');
  await pushManifest(host, 'odd', '1', { manifest, mediaType });
}
