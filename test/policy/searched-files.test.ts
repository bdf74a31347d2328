import { expect, test } from 'vitest';
import { isWorthSearching } from '../../src/policy/searched-files.ts';

test.each([
  ['/app/.env', true],
  ['/etc/passwd', true],
  ['/root/.ssh/id_rsa', true],
  ['/usr/local/bin/start.sh', true],
  ['/app/so.cache.txt', true],
  // What its name says is no text, and what package managers unpacked.
  ['/etc/ld.so.cache', false],
  ['/opt/x/libx.so.1.2', false],
  ['/app/logo.PNG', false],
  ['/usr/lib/x.conf', false],
  ['/app/node_modules/a/index.js', false],
])('%s: %s', (path, isWorth) => {
  expect(isWorthSearching(path, 100)).toBe(isWorth);
});

test('nothing of a file too small for a secret, or too large for text', () => {
  expect([8, 9, 2 ** 26, 2 ** 26 + 1].map((bytes) => isWorthSearching('/app/.env', bytes))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
