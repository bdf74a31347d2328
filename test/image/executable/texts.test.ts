import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLdCache } from '../../../src/image/executable/ld-cache.ts';
import { firstProgram } from '../../../src/image/executable/script-word.ts';
import { programOfEnv, readShebang } from '../../../src/image/executable/shebang.ts';

describe('the first line of a script', () => {
  test.each([
    ['#!/bin/sh\n', { interpreter: '/bin/sh' }],
    ['#!/bin/sh', { interpreter: '/bin/sh' }],
    ['#! \t/bin/sh \t\n', { interpreter: '/bin/sh' }],
    ['#!/bin/sh -e -u \n', { interpreter: '/bin/sh', argument: '-e -u' }],
    ['#!/bin/sh\r\n', { interpreter: '/bin/sh\r' }],
    ['#!/bin/sh -e\r\n', { interpreter: '/bin/sh', argument: '-e\r' }],
    [`#!/bin/sh ${'x'.repeat(400)}`, { interpreter: '/bin/sh', argument: 'x'.repeat(246) }],
    [`#!/${'x'.repeat(400)}`, 'no-interpreter'],
    ['#!\n/bin/sh', 'no-interpreter'],
    [' #!/bin/sh\n', undefined],
    ['', undefined],
  ] as const)('%j', (text, shebang) => {
    expect(readShebang(Buffer.from(text))).toEqual(shebang);
  });

  test.each([
    ['node', 'node'],
    ['bash -e', 'bash -e'],
    ['-S bash -e', 'bash'],
    ['-Sbash -e', 'bash'],
    ['-vS bash', 'bash'],
    ['--split-string=bash -e', 'bash'],
    ['-S A=1 B=2 node', 'node'],
    ['-S -i node', 'node'],
    ['-S -u HOME node', 'node'],
    ['-S "my node"', undefined],
    ['-S --chdir=/x node', undefined],
    ['-S', undefined],
    ['-i', undefined],
  ])('env is given %j', (argument, program) => {
    expect(programOfEnv(argument)).toBe(program);
  });
});

test.each([
  ['server --port 80', 'server'],
  ['  exec /app/run', '/app/run'],
  ['./a && ./b', './a'],
  ['java $OPTS -jar a.jar', 'java'],
  ['cd /app && ./run', undefined],
  ['A=1 run', undefined],
  ['$RUN', undefined],
  ['"my program"', undefined],
  ['a; b', undefined],
  ['a | b', undefined],
  ['a || b', undefined],
  ['a &', undefined],
  ['a\nb', undefined],
  ['exec -a name run', undefined],
  ['', undefined],
])('the script %j starts with %j', (script, program) => {
  expect(firstProgram(script)).toBe(program);
});

/** A cache as ldconfig writes it, of 48 bytes of header, 24 bytes an entry, and texts. */
function cacheOf(entries: readonly (readonly [string, string])[]): Buffer {
  const start = 48 + entries.length * 24;
  const head = Buffer.alloc(start);
  head.write('glibc-ld.so.cache1.1');
  head.writeUInt32LE(entries.length, 20);
  let texts = '';
  for (const [index, [name, path]] of entries.entries()) {
    head.writeUInt32LE(start + texts.length, 48 + index * 24 + 4);
    texts += `${name}\0`;
    head.writeUInt32LE(start + texts.length, 48 + index * 24 + 8);
    texts += `${path}\0`;
  }
  head.writeUInt32LE(texts.length, 24);
  return Buffer.concat([head, Buffer.from(texts)]);
}

describe('ld.so.cache', () => {
  const entries = [
    ['libz.so.1', '/usr/lib/libz.so.1'],
    ['libx.so', '/opt/a/libx.so'],
    ['libx.so', '/opt/b/libx.so'],
  ] as const;
  const read = new Map([
    ['libz.so.1', ['/usr/lib/libz.so.1']],
    ['libx.so', ['/opt/a/libx.so', '/opt/b/libx.so']],
  ]);

  test('lists paths by name, in order', () => {
    expect(readLdCache(cacheOf(entries))).toEqual(read);
  });

  test('is found behind the table of older systems', () => {
    const old = Buffer.alloc(40);
    old.write('ld.so-1.7.0\0');
    expect(readLdCache(Buffer.concat([old, cacheOf(entries)]))).toEqual(read);
  });

  test.each([
    ['text', Buffer.from('hello'), 'it has no format that glibc reads'],
    ['a cut header', cacheOf(entries).subarray(0, 40), 'it is cut'],
    ['cut entries', cacheOf(entries).subarray(0, 100), 'it is cut'],
  ])('says of %s what is wrong', (_, body, reason) => {
    expect(readLdCache(body)).toBe(reason);
  });

  test('ends on any damage', () => {
    const whole = cacheOf(entries);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, end) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        expect(readLdCache(damaged.subarray(0, end))).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
