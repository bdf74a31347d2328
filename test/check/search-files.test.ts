import { describe, expect, test } from 'vitest';
import { searchFiles } from '../../src/check/search-files.ts';
import { squash } from '../../src/image/squash.ts';
import type { FileNode } from '../../src/image/tree.ts';
import {
  anOpenImage,
  directory,
  file,
  layerOf,
  readable,
  someFacts,
  symlink,
  whiteout,
  type LayerRecord,
} from '../support/images.ts';

const spelled = (...parts: readonly string[]): string => parts.join('');
// Made up, and put together at run time so that no scanner takes the test for a leak.
const token = spelled('gh', 'p_', 'a1B2'.repeat(9));
const key = spelled(
  '-----BEGIN RSA PRI',
  'VATE KEY-----\n',
  'MIIEpAIBAAKCAQEA\n'.repeat(12),
  '-----END RSA PRI',
  'VATE KEY-----\n',
);
const npmrc = spelled('//registry.example/:_auth', 'Token=npm_', 'aB3d'.repeat(9), '\n');
const docker = spelled('{"auths":{"registry.example":{"au', 'th":"dXNlcjpwYXNz"}}}');

const search = (layers: readonly (readonly LayerRecord[])[], first = 0) =>
  searchFiles(
    readable(anOpenImage(someFacts(), ...layers)),
    squash(layers.map((records) => layerOf(...records))),
    first,
    new AbortController().signal,
  );

describe('a search of the files finds', () => {
  test.each<[string, readonly (readonly LayerRecord[])[], readonly unknown[]]>([
    [
      'a private key under any name',
      [[file('app/notes.txt', `x\n${key}`)]],
      [{ path: '/app/notes.txt', what: 'a private key', line: 2, layer: 0 }],
    ],
    [
      'a token in a script',
      [[file('app/run.sh', `#!/bin/sh\nexport A=${token}\n`)]],
      [{ path: '/app/run.sh', what: 'a GitHub token', line: 2, layer: 0 }],
    ],
    [
      'a package manager’s credentials',
      [[file('home/u/.npmrc', npmrc)]],
      [{ path: '/home/u/.npmrc', what: 'an npm token', line: 1, layer: 0 }],
    ],
    [
      'a registry’s credentials',
      [[file('root/.docker/config.json', docker)]],
      [{ path: '/root/.docker/config.json', what: 'a registry’s credentials', line: 1, layer: 0 }],
    ],
    [
      'what a later layer deletes',
      [[file('a', 1)], [file('app/id', key)], [whiteout('app/id')]],
      [{ path: '/app/id', what: 'a private key', line: 1, layer: 1, hiddenBy: 2 }],
    ],
    [
      'what a later layer overwrites',
      [[file('app/conf', `a=${token}\n`)], [file('app/conf', 'a=$TOKEN\n')]],
      [{ path: '/app/conf', what: 'a GitHub token', line: 1, layer: 0, hiddenBy: 1 }],
    ],
    [
      'what goes with its folder',
      [[directory('b'), file('b/c', key)], [whiteout('b')]],
      [{ path: '/b/c', what: 'a private key', line: 1, layer: 0, hiddenBy: 1 }],
    ],
    [
      'what a comment in the file asks it to pass over',
      [[file('app/x', `// secretlint-disable\n/* secretlint-disable */\n${token}\n`)]],
      [{ path: '/app/x', what: 'a GitHub token', line: 3, layer: 0 }],
    ],
  ])('%s', async (_, layers, found) => {
    const result = await search(layers);
    expect(result.found.filter(({ what }) => !what.startsWith('a package registry'))).toEqual(found);
    expect(result.unsearched).toEqual([]);
  });

  test.each<[string, readonly (readonly LayerRecord[])[], number]>([
    ['in ordinary text', [[file('app/readme', 'The password is asked for at the start.\n')]], 0],
    ['in binary content', [[file('app/tool', `\0\0${key}`)]], 0],
    ['in packages that anybody can fetch', [[file('app/node_modules/x/test.js', key)]], 0],
    ['in the base’s layers', [[file('app/x', key)], [file('b', 'x')]], 1],
    ['in a link that a later layer hides', [[symlink('app/x', '/etc/credentials/password')], [whiteout('app/x')]], 0],
    ['in names of variables', [[file('root/.npmrc', '//registry.example/:_authToken=${NPM_TOKEN}\n')]], 0],
  ])('nothing %s', async (_, layers, first) => {
    expect(await search(layers, first)).toEqual({ found: [], unsearched: [] });
  });
});

describe('a search that could not see everything says so', () => {
  const layers = [[file('b', key)], [whiteout('b')]];
  const squashed = squash(layers.map((records) => layerOf(...records)));
  const never = new AbortController().signal;

  test('where the source shows only what a container sees', async () => {
    const whole = readable(anOpenImage(someFacts(), ...layers));
    const image = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'readRecords')) as typeof whole;
    const { found, unsearched } = await searchFiles(image, squashed, 0, never);
    expect(found).toEqual([]);
    expect(unsearched).toEqual([
      'One file that a later layer hides could not be searched: engine:app shows only what a container sees.',
    ]);
  });

  test('where a file’s body does not come', async () => {
    const image = { ...anOpenImage(someFacts(), ...layers), readRecords: async () => [undefined] };
    expect((await searchFiles(image, squashed, 0, never)).unsearched).toEqual([
      '1 files were not searched for secrets, /b among them: they could not be read.',
    ]);
  });

  test('where there is more than it reads', { tags: 'thorough' }, async () => {
    const many = Array.from({ length: 200 }, (_, index) => file(`data/${index}`, 500_000));
    const { unsearched } = await search([many]);
    expect(unsearched).toEqual([
      '66 visible files (33.0 MB) were not searched for secrets: the search ends after 67.1 MB or 20000 files.',
    ]);
  });

  test(
    'and reads small files that stand together, so that few folders are asked for',
    { tags: 'thorough' },
    async () => {
      const records = [
        ...Array.from({ length: 12_000 }, (_, index) => file(`a/${index}`, 100 + (index % 3_997))),
        file('a/large', 4_097),
        ...Array.from({ length: 12_000 }, (_, index) => file(`b/${index}`, 100 + (index % 7))),
      ];
      const asked: string[] = [];
      const image = {
        ...anOpenImage(someFacts(), records),
        readBodies: async (nodes: readonly FileNode[]) => {
          asked.push(...nodes.map(({ path }) => path));
          return new Map<string, Uint8Array>();
        },
      };
      await searchFiles(image, squash([layerOf(...records)]), 0, never);
      expect(asked.filter((path) => path.startsWith('a/')).length).toBe(12_000);
      expect(asked).not.toContain('a/large');
      expect(asked.length).toBe(20_000);
    },
  );
});
