import { expect, test } from 'vitest';
import { decideContext } from '../../src/dockerfile/context.ts';
import { parseIgnoreFile } from '../../src/dockerfile/ignore.ts';

const listing = [
  { path: 'Dockerfile', bytes: 10 },
  { path: 'src/a.c', bytes: 100 },
  { path: 'src/deep/b.c', bytes: 200 },
  { path: '.git/objects/x', bytes: 5_000 },
  { path: 'docs/keep.md', bytes: 7 },
  { path: 'docs/other.md', bytes: 8 },
];

test('without an ignore file everything is sent, largest folder first', () => {
  expect(decideContext(listing, parseIgnoreFile('', 'f'))).toEqual({
    bytes: 5_325,
    files: 6,
    topFolders: [
      { path: '.git', bytes: 5_000, files: 1 },
      { path: 'src', bytes: 300, files: 2 },
      { path: 'docs', bytes: 15, files: 2 },
      { path: '.', bytes: 10, files: 1 },
    ],
  });
});

test('ignored files are not counted, excepted ones are', () => {
  expect(decideContext(listing, parseIgnoreFile('.git\ndocs\n!docs/keep.md', 'f'))).toEqual({
    bytes: 317,
    files: 4,
    topFolders: [
      { path: 'src', bytes: 300, files: 2 },
      { path: '.', bytes: 10, files: 1 },
      { path: 'docs', bytes: 7, files: 1 },
    ],
  });
});

test('an empty folder sends nothing', () => {
  expect(decideContext([], parseIgnoreFile('*', 'f'))).toEqual({ bytes: 0, files: 0, topFolders: [] });
});
