import { describe, expect, test } from 'vitest';
import { pathOf } from '../../src/image/records.ts';
import { squash } from '../../src/image/squash.ts';
import { directory, file, hardlink, layerOf, opaque, special, symlink, whiteout } from '../support/images.ts';
import type { LayerRecord } from '../support/images.ts';

type Stack = readonly (readonly LayerRecord[])[];
const squashed = (stack: Stack) => squash(stack.map((records) => layerOf(...records)));

/** `path@layer` of all that is visible, and `path:layer=how` of all that is hidden. */
const cases: readonly (readonly [fact: string, stack: Stack, visible: string, hidden: string])[] = [
  ['adds directories nobody names', [[file('a/b/c', 1)]], 'a@0 a/b@0 a/b/c@0', ''],
  ['lets an upper file hide a lower one', [[file('a', 1)], [file('a', 2)]], 'a@1', 'a:1=overwritten'],
  [
    'knows a changed mode by an equal checksum',
    [[file('a', 'same')], [file('a', 'same', { mode: 0o755 })]],
    'a@1',
    'a:1=metadata-only',
  ],
  ['does not take an equal size for equal content', [[file('a', 4)], [file('a', 4)]], 'a@1', 'a:1=overwritten'],
  [
    'knows a symbolic link whose owner changed',
    [[symlink('a', 'b')], [symlink('a', 'b', { uid: 5 })]],
    'a@1',
    'a:1=metadata-only',
  ],
  ['deletes a file', [[file('d/a', 1)], [whiteout('d/a')]], 'd@0', 'd/a:1=deleted'],
  [
    'deletes a directory with all in it',
    [[file('d/e/a', 1), file('d/b', 1)], [whiteout('d')]],
    '',
    'd/b:1=directory-deleted d/e/a:1=directory-deleted',
  ],
  [
    'empties an opaque directory',
    [[file('d/a', 1)], [directory('d'), file('d/b', 1), opaque('d')]],
    'd@1 d/b@1',
    'd/a:1=opaque',
  ],
  ['empties the root', [[file('a', 1)], [opaque(''), file('b', 1)]], 'b@1', 'a:1=opaque'],
  [
    'keeps own content under a mark, whatever the order',
    [[file('d/a', 1)], [opaque('d'), file('d/a', 2)]],
    'd@0 d/a@1',
    'd/a:1=opaque',
  ],
  [
    'hides the lower file of a name that is also brought',
    [[file('a', 1)], [file('a', 2), whiteout('a')]],
    'a@1',
    'a:1=overwritten',
  ],
  [
    'hides the lower directory of a name that is also brought',
    [[file('d/a', 1)], [directory('d'), whiteout('d'), file('d/b', 1)]],
    'd@1 d/b@1',
    'd/a:1=directory-deleted',
  ],
  ['forgets a whiteout of nothing', [[file('a', 1)], [whiteout('x/y')]], 'a@0 x@1', ''],
  [
    'forgets a whiteout in a new directory',
    [[file('a', 1)], [directory('n'), whiteout('n/y'), file('n/z', 1)]],
    'a@0 n@1 n/z@1',
    '',
  ],
  ['replaces a directory by a file', [[file('d/a', 1)], [file('d', 1)]], 'd@1', 'd/a:1=overwritten'],
  ['replaces a file by a directory', [[file('d', 1)], [file('d/a', 1)]], 'd@1 d/a@1', 'd:1=overwritten'],
  ['shows a file again that came back', [[file('a', 1)], [whiteout('a')], [file('a', 3)]], 'a@2', 'a:1=deleted'],
  ['takes the last record of a path in one layer', [[file('a', 1), file('a', 5)]], 'a@0', ''],
  [
    'lets a lower directory shine through when its place was a file only for a while',
    [[file('d/a', 1)], [file('d', 1), directory('d')]],
    'd@1 d/a@0',
    '',
  ],
  [
    'counts a hard-linked inode as hidden when its last name goes',
    [[file('a', 1), hardlink('b', 'a')], [whiteout('a')], [whiteout('b')]],
    '',
    'a:2=deleted',
  ],
  ['keeps an inode that a later layer links to', [[file('a', 1)], [hardlink('b', 'a'), whiteout('a')]], 'b@0', ''],
  ['resolves a hard link that comes before its target', [[hardlink('b', 'a'), file('a', 1)]], 'a@0 b@0', ''],
  [
    'resolves hard links through each other',
    [[hardlink('c', 'b'), hardlink('b', 'a'), file('a', 1)]],
    'a@0 b@0 c@0',
    '',
  ],
  ['keeps a lower file that a hard link of the same name points to', [[file('a', 1)], [hardlink('a', 'a')]], 'a@0', ''],
  [
    'names a file by its own folder once that is no link any more',
    [[symlink('l', 'etc'), file('l/x', 1), directory('l'), file('l/y', 1)], [whiteout('l')]],
    'etc@0 etc/x@0',
    'l/y:1=directory-deleted',
  ],
  ['keeps a hard link to nothing as an empty name', [[hardlink('b', 'a')]], 'b@0', ''],
  [
    'does not take what a later layer brings for what a hard link meant',
    [[hardlink('b', 'a')], [hardlink('c', 'b'), file('a', 1)]],
    'a@1 b@0 c@0',
    '',
  ],
  [
    'follows a symbolic link of the same layer to a directory',
    [[directory('etc'), symlink('local', '/etc'), file('local/x', 1)]],
    'etc@0 etc/x@0 local@0',
    '',
  ],
  [
    'follows relative links and never above the root',
    [[symlink('a/l', '../../../etc'), file('a/l/x', 1)]],
    'a@0 a/l@0 etc@0 etc/x@0',
    '',
  ],
  [
    'does not see symbolic links of lower layers while unpacking',
    [[directory('usr/lib'), symlink('lib', 'usr/lib')], [file('lib/x', 1)]],
    'lib@1 lib/x@1 usr@0 usr/lib@0',
    'lib:1=overwritten',
  ],
  [
    'stacks devices and pipes',
    [[special('dev/null', 'characterDevice'), special('p', 'fifo')]],
    'dev@0 dev/null@0 p@0',
    '',
  ],
];

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);
const inOrder = (lines: readonly string[]): readonly string[] => lines.toSorted();

describe('squash', () => {
  test.for(cases)('%s', ([, stack, visible, hidden]) => {
    const { tree, records, hidden: copies } = squashed(stack);
    expect(inOrder([...tree.all()].map(({ path, layer }) => `${path}@${layer}`))).toEqual(inOrder(words(visible)));
    const copyLines = copies.map(({ record, hiddenBy, how }) => `${pathOf(records, record)}:${hiddenBy}=${how}`);
    expect(inOrder(copyLines)).toEqual(inOrder(words(hidden)));
  });

  test('gives a file the mode, owner and capabilities that its last name states', () => {
    const stack = [
      [
        file('a', 1, { uid: 3 }),
        hardlink('b', 'a', { mode: 0o4755, hasCapabilities: true }),
        file('c', 1, { mode: 0o4755 }),
        hardlink('d', 'c', { mode: 0o755 }),
        hardlink('e', 'c', { mode: 0o4755 }),
      ],
      [hardlink('f', 'a', { mode: 0o600 })],
    ];
    const { tree } = squashed(stack);
    const stated = [...tree.all()].map(
      ({ path, mode, uid, hasCapabilities }) =>
        `${path} ${mode.toString(8)} ${uid}${hasCapabilities ? ' capable' : ''}`,
    );
    expect(inOrder(stated)).toEqual([
      'a 4755 0 capable',
      'b 4755 0 capable',
      'c 4755 0',
      'd 4755 0',
      'e 4755 0',
      // No runtime takes a link to another layer's file, so there is none whose word would count.
      'f 4755 0 capable',
    ]);
  });

  test('counts a hard-linked inode once a layer, and again in the next', () => {
    const stack = [
      [file('a', 100), hardlink('b', 'a')],
      [file('a', 100), hardlink('b', 'a')],
    ];
    expect(squashed(stack).layers.map(({ unpackedBytes, visibleBytes }) => [unpackedBytes, visibleBytes])).toEqual([
      [100, 0],
      [100, 100],
    ]);
  });

  test.for([
    ['plain', 'a/bc', 4],
    ['not ASCII', 'é', 2],
    ['beyond the basic plane', '💾', 4],
    ['not UTF-8', 'x\uDCFF', 2],
  ] as const)('counts a symbolic link by the bytes of its target: %s', ([, target, bytes]) => {
    expect(squashed([[symlink('l', target)]]).layers[0]?.unpackedBytes).toBe(bytes);
  });

  test.for([
    ['no records', [], true],
    ['directories that are there', [directory('d')], true],
    ['a directory with another mode', [directory('d', { mode: 0o700 })], false],
    ['a new directory', [directory('e')], false],
    ['a whiteout of nothing', [whiteout('e')], false],
    ['an empty file', [file('d/a', 0)], false],
  ] as const)('calls a layer empty or not: %s', ([, records, isEmpty]) => {
    expect(squashed([[directory('d')], records]).layers[1]?.isEmpty).toBe(isEmpty);
  });
});
