import { describe, expect, test } from 'vitest';
import { resolveUser } from '../../src/image/passwd.ts';

// What `docker run -u USER … id` said of an image with these files, Engine 20.10 with runc 1.1.
const passwd = [
  'root:x:0:0:root:/root:/bin/sh',
  '1000:x:77:78::/:',
  '0:x:1234:1234::/:',
  'app:x:500:501::/:',
  'broken:x:abc:5::/:',
  'short',
  '  lead:x:600:601::/:',
  'none:x:4294967295:1::/:',
].join('\n');
const group = ['root:x:0:', 'wheel:x:10:app', '88:x:99:'].join('\n');

describe('resolveUser', () => {
  test.for([
    ['', 0, 0],
    ['0', 0, 0],
    ['00', 0, 0],
    ['+0', 0, 0],
    ['-0', 0, 0],
    ['root', 0, 0],
    ['1000', 1000, 0],
    ['77', 77, 78],
    ['app', 500, 501],
    ['broken', 0, 5],
    ['short', 0, 0],
    ['lead', 600, 601],
    ['app:wheel', 500, 10],
    ['app:88', 500, 88],
    ['5:6:7', 5, 6],
    [':10', 0, 10],
    ['app:', 500, 501],
  ] as const)('takes %j for uid %d, gid %d', ([user, uid, gid]) => {
    expect(resolveUser(user, { passwd, group })).toMatchObject({ uid, gid, root: uid === 0 });
  });

  test.for(['nobody', '-1', '2147483648', 'none', 'app:nope', 'app:-1', '99999999999999999999', '1_0', ' 0', '0x0'])(
    'refuses %j, as the runtime does',
    (user) => {
      expect(resolveUser(user, { passwd, group })).toHaveProperty('error');
    },
  );

  test('believes a number even where an account of that name comes first', () => {
    expect(resolveUser('0', { passwd: '0:x:1234:1234::/:' })).toMatchObject({ uid: 0, root: true });
  });

  test('needs no files for a number', () => {
    expect(resolveUser('10001', {})).toMatchObject({ uid: 10001, gid: 0, root: false, isNumeric: true });
  });

  test('refuses files that the runtime cannot read', () => {
    expect(resolveUser('app', { passwd: `app:x:1:1:${'g'.repeat(65_536)}` })).toHaveProperty('error');
  });
});
