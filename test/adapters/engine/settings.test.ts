import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Engine } from '../../../src/adapters/engine/api.ts';
import { readSettings } from '../../../src/adapters/engine/settings.ts';

const never = new AbortController().signal;
const containerd = [['driver-type', 'io.containerd.snapshotter.v1']];

const anEngine = (info: object): Engine => ({
  host: { name: 'unix:///none', saidBy: 'the test', address: { socketPath: '/none' } },
  call: async () => info,
  stream: async () => Promise.reject(new Error('not here')),
  upgrade: async () => new PassThrough(),
});

test.each<[what: string, info: object, roots: readonly string[] | undefined]>([
  ['the classic store', { DockerRootDir: '/var/lib/docker', DriverStatus: [['Backing Filesystem', 'ext']] }, undefined],
  ['an engine that tells nothing', {}, undefined],
  [
    'engine 26, which does not tell where its containerd listens',
    { DockerRootDir: '/data/docker', DriverStatus: containerd },
    ['/data/docker/containerd/daemon', '/var/lib/containerd', '/data/containerd'],
  ],
  [
    'a usual engine 28, no folder twice',
    {
      DockerRootDir: '/var/lib/docker',
      DriverStatus: containerd,
      Containerd: { Address: '/run/containerd/containerd.sock' },
    },
    ['/var/lib/docker/containerd/daemon', '/var/lib/containerd', '/run/containerd/containerd'],
  ],
  [
    'a root that is no path of Linux',
    { DockerRootDir: 'C:\\docker', DriverStatus: containerd },
    ['/var/lib/containerd'],
  ],
])('where content may lie: %s', async (_, info, roots) => {
  expect((await readSettings(anEngine(info), never)).contentRoots).toEqual(roots);
});

test.each<[what: string, status: readonly (readonly string[])[], isWhole: boolean]>([
  ['overlayfs as Docker wants it', [['Native Overlay Diff', 'true']], true],
  [
    'the same, told of metacopy',
    [
      ['Using metacopy', 'false'],
      ['Native Overlay Diff', 'true'],
    ],
    true,
  ],
  [
    'metacopy',
    [
      ['Using metacopy', 'true'],
      ['Native Overlay Diff', 'true'],
    ],
    false,
  ],
  ['redirect_dir', [['Native Overlay Diff', 'false']], false],
  ['another driver', [['Space Used', '1 GB']], false],
  ['nothing told', [], false],
])('whether the folders of layers are whole: %s', async (_, DriverStatus, isWhole) => {
  expect((await readSettings(anEngine({ DriverStatus }), never)).hasWholeFolders).toBe(isWhole);
});
