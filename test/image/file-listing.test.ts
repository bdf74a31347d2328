import { expect, test } from 'vitest';
import { listFiles } from '../../src/image/file-listing.ts';
import { ownRecords } from '../../src/image/packages/owners.ts';
import { squash } from '../../src/image/squash.ts';
import type { FileListing } from '../../src/result/file-listing.ts';
import { directory, file, hardlink, layerOf, opaque, symlink, whiteout, type LayerRecord } from '../support/images.ts';

const bash = { manager: 'dpkg', name: 'bash', version: '5.2', files: ['bin/bash', 'etc/skel'] } as const;

function listed(stack: readonly (readonly LayerRecord[])[], limit?: number): FileListing {
  const squashed = squash(stack.map((records) => layerOf(...records)));
  return listFiles(squashed, ownRecords(squashed, { packages: [bash], unread: [] }), limit);
}

/** `layer kind name: path=bytes …`, one line a group. */
const lines = (listing: FileListing): readonly string[] =>
  listing.flatMap(({ groups }, layer) =>
    groups.map(({ kind, package: name, hidden, paths, bytes }) => {
      const which = name ?? (hidden ? `${hidden.how} by ${hidden.by}` : '');
      return `${layer} ${kind} ${which}: ${paths.map((path, at) => `${path}=${bytes[at]}`).join(' ')}`;
    }),
  );

test('files stand under the layer that brought them, by package, and hidden ones by what hid them', () => {
  const stack = [
    [file('bin/bash', 100), file('etc/z', 5), file('etc/a', 7), file('empty'), directory('d'), file('d/in', 3)],
    [whiteout('etc/a'), opaque('d'), file('d/new', 1), file('etc/z', 9), symlink('l', 'etc/z')],
  ];
  expect(lines(listed(stack))).toEqual([
    '0 package bash 5.2: /bin/bash=100',
    '0 hidden overwritten by 1: /etc/z=5',
    '0 hidden deleted by 1: /etc/a=7',
    '0 hidden opaque by 1: /d/in=3',
    '1 other : /d/new=1 /etc/z=9 /l=5',
  ]);
});

test('a folder’s files stand together, whatever sorts between its name and a slash', () => {
  const [layer] = listed([[file('a/c', 1), file('a-b', 1), file('a.b', 1), file('a/b', 1), file('a0', 1)]]);
  expect(layer?.groups[0]?.paths).toEqual(['/a-b', '/a.b', '/a/b', '/a/c', '/a0']);
});

test('the bytes listed are those the layers ship, second names and all', () => {
  const stack = [
    [file('a', 10), hardlink('b', 'a'), file('c', 20)],
    [file('c', 30), whiteout('b')],
  ];
  const squashed = squash(stack.map((records) => layerOf(...records)));
  const bytes = listed(stack).map(({ groups }) =>
    groups.flatMap((group) => group.bytes).reduce((sum, one) => sum + one, 0),
  );
  expect(bytes).toEqual(squashed.layers.map(({ unpackedBytes }) => unpackedBytes));
});

test('of too many files the smallest are counted, not listed', () => {
  const stack = [
    [file('a', 3), file('b', 2), file('c', 2), file('d', 1)],
    [whiteout('d'), file('e', 2)],
  ];
  const listing = listed(stack, 3);
  expect(lines(listing)).toEqual(['0 other : /a=3 /b=2 /c=2']);
  expect(listing.map(({ rest }) => rest)).toEqual([
    { files: 1, visibleBytes: 0, hiddenBytes: 1 },
    { files: 1, visibleBytes: 2, hiddenBytes: 0 },
  ]);
});
