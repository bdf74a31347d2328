import { base256, gnuLong, gnuRuns, padded, pax, record, tarDirectory, tarFile, tarLink, tarOf } from './tar.ts';

/** A whole number from 0 up to, and without, `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed: mulberry32. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const long = `${'folder/'.repeat(30)}name`;

/** Sound tars that between them have every kind of header the reader knows. */
export const tarSeeds: readonly Buffer[] = [
  tarOf(
    tarDirectory('etc'),
    tarFile('etc/passwd', 'root'),
    tarLink('etc/link', 'passwd'),
    tarLink('b', 'etc/passwd', '1'),
  ),
  tarOf(pax({ path: long, size: '600' }), tarFile('short', Buffer.alloc(600, 1)), tarFile('after', 'x')),
  tarOf(pax({ linkpath: long, uid: '70000' }), tarLink('l', 'short'), pax({ comment: 'all' }, 'g'), tarFile('g', 'g')),
  tarOf(gnuLong('L', long), gnuLong('K', long), tarLink('short', 'short'), tarFile('after', 'x', { format: 'gnu' })),
  tarOf(
    tarFile('v7', 'old', { format: 'v7' }),
    tarFile('star', 's', { format: 'star' }),
    tarFile('n', 'p', { prefix: 'a/b' }),
  ),
  tarOf(tarFile('big', 'abc', { size: base256(3n, 12), uid: base256(2n ** 21n, 8), format: 'gnu' }), tarFile('z', '')),
  tarOf(
    record(
      {
        name: 'holes',
        type: 'S',
        format: 'gnu',
        size: 4,
        patch: { 386: gnuRuns([[512, 4]]), 483: Buffer.from('00000002000\0') },
      },
      'data',
    ),
    tarFile('after', 'x'),
  ),
  tarOf(
    pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'one', 'GNU.sparse.realsize': '2000' }),
    record(
      { name: 'GNUSparseFile/one', size: 516 },
      Buffer.concat([Buffer.from('1\n100\n4\n'.padEnd(512, '\0')), Buffer.from('data')]),
    ),
  ),
  tarOf(
    pax({
      'GNU.sparse.map': '0,2,100,2',
      'GNU.sparse.numblocks': '2',
      'GNU.sparse.size': '102',
      'GNU.sparse.name': 'zero',
    }),
    tarFile('x', 'abcd'),
  ),
  tarOf(
    record({
      name: 'many holes',
      type: 'S',
      format: 'gnu',
      size: 4,
      // The runs go on in a block of their own.
      patch: { 386: gnuRuns([[0, 2]]), 482: Buffer.from([1]), 483: Buffer.from('00000002000\0') },
    }).subarray(0, 512),
    Buffer.concat([gnuRuns([[1022, 2]]), Buffer.alloc(488)]),
    padded('data'),
    tarFile('after', 'x'),
  ),
  tarOf(tarFile('d/.wh.gone'), tarFile('d/.wh..wh..opq'), tarFile('./a//b/../c', 'c'), tarFile('/root', 'r')),
  tarOf(pax({ 'SCHILY.xattr.security.capability': Buffer.from([1, 0, 0, 2]) }), tarFile('cap', 'x', { mode: 0o4755 })),
];

const numbers = ['', '0', '7', '77777777777', '-1', ' 1 ', '8', '1e3', '\u0080', '\u0080\u0000\u0001', '\u00ff'];
const texts = ['', '/', '..', '.', '.wh.', '.wh..wh.x', 'a/', 'a\0b', '\u00ff\u00fe', 'x'.repeat(100)];
const flags = 'LKxgSADMNVX01234567\0';
const keys = ['path', 'size', 'linkpath', 'uid', 'GNU.sparse.map', 'GNU.sparse.major', 'GNU.sparse.numblocks', 'none'];
const fields = [
  [100, 8],
  [108, 8],
  [116, 8],
  [124, 12],
  [136, 12],
  [386, 12],
  [398, 12],
  [483, 12],
] as const;

/** A copy of a tar with one to four faults in it; checksums mostly fit again, so that what they guard is reached. */
export function mutate(seed: Buffer, random: Random): Buffer {
  let tar: Buffer = Buffer.from(seed);
  for (let fault = 0; fault <= random(4); fault += 1) tar = faults[random(faults.length)]?.(tar, random) ?? tar;
  if (random(8) > 0) for (let at = 0; at + 512 <= tar.length; at += 512) if (isHeader(tar, at)) seal(tar, at);
  return tar;
}

type Fault = (tar: Buffer, random: Random) => Buffer;

const blockOf = (tar: Buffer, random: Random): number => 512 * random(Math.max(1, Math.floor(tar.length / 512)));
const one = <T>(list: ArrayLike<T>, random: Random): T | undefined => list[random(list.length)];

function write(tar: Buffer, at: number, text: string, length: number): Buffer {
  if (at + length <= tar.length) tar.fill(0, at, at + length).write(text, at, length, 'latin1');
  return tar;
}

const faults: readonly Fault[] = [
  (tar, random) => {
    tar[random(tar.length)] = random(256);
    return tar;
  },
  (tar, random) => {
    const [at, length] = one(fields, random) ?? [124, 12];
    return write(tar, blockOf(tar, random) + at, one(numbers, random) ?? '', length);
  },
  (tar, random) => write(tar, blockOf(tar, random) + 156, one(flags, random) ?? '', 1),
  (tar, random) => write(tar, blockOf(tar, random) + (one([0, 157, 345], random) ?? 0), one(texts, random) ?? '', 100),
  (tar, random) => tar.subarray(0, random(2) > 0 ? random(tar.length) : blockOf(tar, random)),
  (tar, random) => {
    const [from, to] = [blockOf(tar, random), blockOf(tar, random)];
    return Buffer.concat([tar.subarray(0, to), tar.subarray(from, from + 512), tar.subarray(to)]);
  },
  (tar, random) => {
    const at = blockOf(tar, random);
    return Buffer.concat([tar.subarray(0, at), tar.subarray(at + 512)]);
  },
  (tar, random) => {
    const at = blockOf(tar, random);
    const header = pax({ [one(keys, random) ?? '']: one([...numbers, ...texts], random) ?? '' });
    return Buffer.concat([tar.subarray(0, at), header, tar.subarray(at)]);
  },
  (tar, random) => write(tar, blockOf(tar, random), one(numbers, random) ?? '', 12),
];

function isHeader(tar: Buffer, at: number): boolean {
  return tar.toString('latin1', at + 257, at + 262) === 'ustar' || (tar[at] !== 0 && tar[at + 100] === 48);
}

function seal(tar: Buffer, at: number): void {
  tar.fill(32, at + 148, at + 156);
  const sum = tar.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
}
