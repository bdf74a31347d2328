import { describe, expect, test } from 'vitest';
import { squash } from '../../src/image/squash.ts';
import { directory, file, hardlink, layerOf, symlink } from '../support/images.ts';

const chain = Array.from({ length: 41 }, (_, index) =>
  symlink(`chain/${index}`, index === 40 ? '/etc/passwd' : `${index + 1}`),
);
const { tree } = squash([
  layerOf(
    directory('etc', { mode: 0o700, uid: 3 }),
    file('etc/passwd', 10, { mode: 0o4755, gid: 7, hasCapabilities: true }),
    hardlink('etc/other', 'etc/passwd', { mode: 0o4755, gid: 7, hasCapabilities: true }),
    symlink('bin', 'usr/bin'),
    file('usr/bin/sh', 5),
    symlink('usr/bin/up', '../../../../etc/passwd'),
    symlink('usr/bin/dangling', 'nowhere'),
    symlink('loop', 'loop'),
    symlink('etc/alias', '/bin'),
    ...chain,
  ),
]);

describe('the tree', () => {
  test.for([
    ['etc/passwd', 'etc/passwd'],
    ['/etc/./passwd', 'etc/passwd'],
    ['/bin/sh', 'usr/bin/sh'],
    ['/bin/up', 'etc/passwd'],
    ['/etc/alias/sh', 'usr/bin/sh'],
    ['/bin', 'usr/bin'],
    ['/bin/..', 'usr'],
    ['/../../etc', 'etc'],
    ['/', ''],
    ['/chain/1', 'etc/passwd'],
    ['/chain/0', undefined],
    ['/loop', undefined],
    ['/loop/x', undefined],
    ['/bin/dangling', undefined],
    ['/etc/passwd/x', undefined],
    ['/etc/passwd/..', undefined],
    ['/none/../etc/passwd', undefined],
  ] as const)('resolves %s to %s', ([path, end]) => {
    expect(tree.resolve(path)?.path).toBe(end);
  });

  test('resolves a relative path from the working directory', () => {
    expect(tree.resolve('sh', '/bin')?.path).toBe('usr/bin/sh');
    expect(tree.resolve('../etc/passwd', 'usr')?.path).toBe('etc/passwd');
  });

  test('does not follow links when asked for exactly a path', () => {
    expect([tree.at('bin')?.linkTarget, tree.at('bin/sh'), tree.at('/etc')]).toEqual(['usr/bin', undefined, undefined]);
  });

  test('tells of a node what its record says, of a hard link what its inode’s does', () => {
    const told = { type: 0, fileBytes: 10, mode: 0o4755, uid: 0, gid: 7, hasCapabilities: true, layer: 0, record: 1 };
    expect(tree.at('etc/passwd')).toEqual({ path: 'etc/passwd', ...told });
    expect(tree.at('etc/other')).toEqual({ path: 'etc/other', ...told });
    expect(tree.at('etc')).toMatchObject({ type: 1, mode: 0o700, uid: 3, record: 0 });
    expect(tree.at('usr/bin')).toMatchObject({ type: 1, mode: 0o755, uid: 0, record: -1 });
  });

  test('lists every node once, parents first, the root left out', () => {
    const paths = [...tree.all()].map(({ path }) => path);
    expect(tree.count).toBe(paths.length);
    expect(new Set(paths).size).toBe(paths.length);
    const early = paths.filter(
      (path, index) => path.includes('/') && paths.indexOf(path.slice(0, path.lastIndexOf('/'))) > index,
    );
    expect([early, paths.includes('')]).toEqual([[], false]);
    expect([...tree.names('usr')]).toEqual(['bin']);
    expect([...tree.names('etc/passwd')]).toEqual([]);
  });
});
