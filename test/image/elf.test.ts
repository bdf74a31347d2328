import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readElf } from '../../src/image/elf.ts';
import { elf, type WantedElf } from '../support/elf.ts';

describe('readElf', () => {
  test.for([
    [
      'a dynamic program',
      {
        interpreter: '/lib64/ld-linux-x86-64.so.2',
        dynamic: [
          [1, 'libz.so.1'],
          [1, 'libc.so.6'],
          [29, '$ORIGIN/../lib'],
        ],
      },
      {
        machine: 'amd64',
        bits: 64,
        type: 'shared',
        linking: 'dynamic',
        interpreter: '/lib64/ld-linux-x86-64.so.2',
        needed: ['libz.so.1', 'libc.so.6'],
        runpath: '$ORIGIN/../lib',
      },
    ],
    ['a static program', { type: 2 }, { linking: 'static', type: 'executable', needed: [] }],
    ['a static position-independent program', { dynamic: [[0x6ffffffb, 0x08000000]] }, { linking: 'static-pie' }],
    [
      'a library',
      {
        dynamic: [
          [14, 'libx.so.1'],
          [15, '/opt/lib'],
          [1, 'libc.so.6'],
        ],
      },
      { linking: 'library', soname: 'libx.so.1', rpath: '/opt/lib' },
    ],
    [
      'a 32-bit program',
      { bits: 32, machine: 40, interpreter: '/lib/ld-linux-armhf.so.3', dynamic: [[1, 'libc.so.6']] },
      { bits: 32, machine: 'arm', needed: ['libc.so.6'], linking: 'dynamic' },
    ],
    [
      'a big-endian program',
      { big: true, machine: 22, interpreter: '/lib/ld64.so.1', dynamic: [[1, 'libc.so.6']] },
      { endian: 'big', machine: 's390x', needed: ['libc.so.6'] },
    ],
    ['a little-endian PowerPC program', { machine: 21, type: 2 }, { machine: 'ppc64le' }],
    ['an unknown machine', { machine: 9999 }, { machine: 'e_machine 9999' }],
  ] satisfies readonly (readonly [string, WantedElf, object])[])('reads %s', ([, wanted, facts]) => {
    expect(readElf(elf(wanted))).toMatchObject(facts);
  });

  test.for([
    ['a script', '#!/bin/sh\nexec /usr/bin/something-long\n'],
    ['nothing', ''],
    ['the magic alone', '\x7fELF'],
  ] as const)('knows %s for no ELF file', ([, text]) => {
    expect(readElf(Buffer.from(text, 'latin1'))).toBeUndefined();
  });

  test('says that what matters lies outside of what was read', () => {
    const file = elf({ interpreter: '/lib/ld.so', dynamic: [[1, 'libc.so.6']] });
    expect(readElf(file.subarray(0, 2048))).toMatchObject({
      interpreter: '/lib/ld.so',
      linking: 'dynamic',
      unread: 'its dynamic section lies outside of what was read',
    });
    expect(readElf(file.subarray(0, 2048))).not.toHaveProperty('needed');
    expect(readElf(file.subarray(0, 100))).toBe('its program headers lie outside of what was read');
    expect(readElf(file.subarray(0, 30))).toBe('its header is cut');
  });

  test('ends on any damage', () => {
    const file = elf({
      interpreter: '/lib/ld.so',
      dynamic: [
        [1, 'libc.so.6'],
        [14, 'libx.so'],
      ],
    });
    const damage = fc.array(fc.tuple(fc.nat(2200), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(damage, fc.nat(4096), (bytes, end) => {
        const damaged = Buffer.from(file.subarray(0, end));
        for (const [at, value] of bytes) if (at < damaged.length) damaged[at] = value;
        expect(['string', 'object', 'undefined']).toContain(typeof readElf(damaged));
      }),
      { numRuns: 300 },
    );
  });
});
