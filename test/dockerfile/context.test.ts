import { describe, expect, test } from 'vitest';
import { newTally, rootPlace, type Place } from '../../src/dockerfile/context-tally.ts';

interface Listed {
  readonly path: string;
  readonly bytes: number;
}

/** Tells a tally of files in their order, folders as they come up. */
function weigh(files: readonly Listed[], gitIgnored: readonly string[] = [], meant: readonly string[] = []) {
  const tally = newTally((path) => path.endsWith('/.env'));
  const factsOf = (path: string) => ({ isGitIgnored: gitIgnored.includes(path), isMeant: meant.includes(path) });
  const folders = new Map<string, Place>([['', rootPlace]]);
  const placeOf = (path: string): Place => {
    const known = folders.get(path);
    if (known) return known;
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const name = path.slice(path.lastIndexOf('/') + 1);
    const place = tally.folder(placeOf(above), path, name, factsOf(`${path}/`));
    folders.set(path, place);
    return place;
  };
  for (const { path, bytes } of files) {
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    tally.file(placeOf(above), path, path.slice(path.lastIndexOf('/') + 1), bytes, factsOf(path));
  }
  return tally.sums();
}

const heap = (path: string, kind: string, bytes: number, files: number, isGitIgnored = false) => ({
  path,
  kind,
  bytes,
  files,
  isGitIgnored,
});

describe('a context that is weighed', () => {
  test('is summed up by its folders, largest first', () => {
    const { bytes, files, topFolders } = weigh([
      { path: 'Dockerfile', bytes: 10 },
      { path: 'src/a.c', bytes: 100 },
      { path: 'src/deep/b.c', bytes: 200 },
      { path: 'docs/keep.md', bytes: 7 },
    ]);
    expect({ bytes, files, topFolders }).toEqual({
      bytes: 317,
      files: 4,
      topFolders: [
        { path: 'src', bytes: 300, files: 2 },
        { path: '.', bytes: 10, files: 1 },
        { path: 'docs', bytes: 7, files: 1 },
      ],
    });
  });

  test('without files is nothing', () => {
    expect(weigh([])).toEqual({ bytes: 0, files: 0, topFolders: [], heaps: [] });
  });

  test.each([
    ['a repository, also that of a submodule', ['.git/objects/x', 'sub/.git'], ['.git', 'sub/.git'], 'version-control'],
    ['dependencies, the outermost folder', ['a/node_modules/b/node_modules/c'], ['a/node_modules'], 'dependencies'],
    ['caches', ['__pycache__/a.pyc', 'b/.DS_Store'], ['__pycache__', 'b/.DS_Store'], 'cache'],
    ['files for secrets', ['.env', 'api/.env'], ['.env', 'api/.env'], 'secret'],
  ])('shows %s', (_, paths, expected, kind) => {
    const { heaps } = weigh(paths.map((path) => ({ path, bytes: 5 })));
    expect(heaps.map((one) => one.path)).toEqual(expected);
    expect(heaps.map((one) => one.kind)).toEqual(expected.map(() => kind));
  });

  test('shows what git ignores, secrets within it for themselves and first', () => {
    const files = [
      { path: 'out/big', bytes: 900 },
      { path: 'out/.env', bytes: 1 },
      { path: 'out/node_modules/x', bytes: 9 },
      { path: 'node_modules/y', bytes: 50 },
      { path: 'notes.txt', bytes: 3 },
      { path: 'main.go', bytes: 4 },
    ];
    expect(weigh(files, ['out/', 'node_modules/', 'notes.txt']).heaps).toEqual([
      heap('out/.env', 'secret', 1, 1, true),
      heap('out', 'git-ignored', 909, 2, true),
      heap('node_modules', 'dependencies', 50, 1, true),
      heap('notes.txt', 'git-ignored', 3, 1, true),
    ]);
  });

  test('does not show what is meant to be sent, but for secrets', () => {
    const files = [
      { path: 'out/app.jar', bytes: 5 },
      { path: 'out/sub/.git', bytes: 2 },
      { path: '.env', bytes: 1 },
      { path: 'notes.txt', bytes: 3 },
    ];
    const { heaps } = weigh(files, ['out/', 'notes.txt', '.env'], ['out/', 'notes.txt', '.env']);
    expect(heaps).toEqual([heap('.env', 'secret', 1, 1, true), heap('out/sub/.git', 'version-control', 2, 1)]);
  });

  test('does not look for secrets in dependencies', () => {
    expect(weigh([{ path: 'node_modules/x/.env', bytes: 1 }]).heaps).toEqual([
      heap('node_modules', 'dependencies', 1, 1),
    ]);
  });
});
