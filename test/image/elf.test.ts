import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readElf } from '../../src/image/elf.ts';

interface Wanted {
  readonly bits?: 32 | 64;
  readonly big?: boolean;
  readonly machine?: number;
  readonly type?: number;
  readonly interpreter?: string;
  /** Tag and text, or tag and number. */
  readonly dynamic?: readonly (readonly [tag: number, value: string | number])[];
}

/** Writes an ELF file as linkers lay it out: header, program headers, one segment of texts and the dynamic section. */
function elf({ bits = 64, big = false, machine = 62, type = 3, interpreter, dynamic }: Wanted): Buffer {
  const wide = bits === 64;
  const file = Buffer.alloc(4096);
  const put = (offset: number, value: number, length: number): number =>
    big ? file.writeUIntBE(value, offset, length) : file.writeUIntLE(value, offset, length);
  const word = (offset: number, value: number): number => put(wide && big ? offset + 2 : offset, value, wide ? 6 : 4);
  file.write('\x7fELF', 'latin1');
  file.set([wide ? 2 : 1, big ? 2 : 1, 1], 4);
  put(16, type, 2);
  put(18, machine, 2);
  const headers = wide ? 64 : 52;
  const headerBytes = wide ? 56 : 32;
  word(wide ? 32 : 28, headers);
  put(wide ? 54 : 42, headerBytes, 2);
  // Memory addresses differ from offsets, by another amount in each segment, as they do in real files.
  const addressOf = (offset: number): number => offset + (offset < 1024 ? 0x10000 : 0x20000);
  const segments: [type: number, offset: number, bytes: number][] = [
    [1, 0, 1024],
    [1, 1024, 3072],
  ];
  let strings = 1024;
  const textAt = (text: string): number => {
    const start = strings;
    strings += file.write(`${text}\0`, strings, 'utf8');
    return start;
  };
  if (interpreter !== undefined) segments.push([3, textAt(interpreter), interpreter.length + 1]);
  if (dynamic) {
    const step = wide ? 16 : 8;
    const entries = [
      ...dynamic.map(([tag, value]) => [tag, typeof value === 'string' ? textAt(value) - 1024 : value] as const),
      [5, addressOf(1024)] as const,
      [0, 0] as const,
    ];
    for (const [index, [tag, value]] of entries.entries()) {
      word(2048 + index * step, tag);
      word(2048 + index * step + step / 2, value);
    }
    segments.push([2, 2048, entries.length * step]);
  }
  put(wide ? 56 : 44, segments.length, 2);
  for (const [index, [kind, offset, bytes]] of segments.entries()) {
    const at = headers + index * headerBytes;
    put(at, kind, 4);
    word(at + (wide ? 8 : 4), offset);
    word(at + (wide ? 16 : 8), addressOf(offset));
    word(at + (wide ? 32 : 16), bytes);
  }
  return file;
}

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
  ] satisfies readonly (readonly [string, Wanted, object])[])('reads %s', ([, wanted, facts]) => {
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
