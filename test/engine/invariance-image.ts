import type { ArchivedImage } from '../support/archives.ts';
import { base256, gnuLong, pax, record, tarDirectory, tarFile, tarLink, tarOf } from '../support/tar.ts';

const long = `${'deep/'.repeat(30)}${'n'.repeat(120)}`;

/** All kinds of files a layer can bring but sparse ones, which the classic store takes and cannot give back, and names that are hard to write. */
const base = tarOf(
  tarDirectory('etc'),
  tarFile('etc/passwd', 'root:x:0:0::/:/bin/sh\n'),
  tarFile('etc/same', 'the same content'),
  tarFile('etc/owned', 'another content'),
  tarFile('etc/changed', 'one'),
  tarFile('etc/empty'),
  tarDirectory('tmp', { mode: 0o1777 }),
  tarFile('usr/bin/su', 'setuid', { mode: 0o4755 }),
  pax({ 'SCHILY.xattr.security.capability': Buffer.from('0100000200200000000000000000000000000000', 'hex') }),
  tarFile('usr/bin/ping', 'capable', { mode: 0o755 }),
  tarFile('usr/bin/high', 'numbers', { uid: base256(3_000_000n, 8), gid: base256(3_000_001n, 8) }),
  tarLink('usr/bin/soft', '/etc/passwd'),
  tarLink('usr/bin/hard', 'usr/bin/su', '1'),
  tarLink('lib', 'usr/bin'),
  record({ name: 'run/pipe', type: '6' }),
  record({
    name: 'dev/null',
    type: '3',
    mode: 0o666,
    patch: { 329: Buffer.from('0000001\0'), 337: Buffer.from('0000003\0') },
  }),
  record({ name: Buffer.from([0x6e, 0x2f, 0xff, 0xfe]) }, 'not UTF-8'),
  record({ name: Buffer.from([0x6e, 0x2f, 0xff, 0xfd]) }, 'nor this'),
  tarFile('n/é 日本 😀', 'unicode'),
  tarFile('n/line\nbreak', 'newline'),
  gnuLong('L', long),
  tarFile('cut', 'long'),
  pax({ path: `p/${'x'.repeat(200)}` }),
  tarFile('cut', 'longer'),
  ...Array.from({ length: 20 }, (_, index) => tarFile(`tree/${index % 4}/file${index}`, `file ${index}`)),
);

const later: readonly Buffer[] = [
  tarOf(tarFile('etc/same', 'the same content', { mode: 0o600 }), tarFile('etc/changed', 'two')),
  tarOf(tarFile('etc/owned', 'another content', { uid: 7, gid: 8 }), tarDirectory('tmp', { mode: 0o700 })),
  tarOf(tarFile('usr/bin/.wh.su'), tarFile('.wh.lib'), tarFile('.wh.never-there')),
  tarOf(tarFile('tree/.wh.1'), tarDirectory('tree/2'), tarFile('tree/2/new', 'n'), tarFile('tree/2/.wh..wh..opq')),
  tarOf(tarDirectory('tree'), tarFile('tree/3', 'a file where a folder was'), tarDirectory('etc/changed')),
  tarOf(),
  tarOf(tarDirectory('etc')),
];

const layers = [
  base,
  ...later,
  ...Array.from({ length: 62 }, (_, index) => tarOf(tarFile(`many/${index}`, 'x'.repeat(index)))),
];

/** Seventy layers; every kind of record, and every way in which one layer hides what another brought. */
export function oddImage(tag: string): ArchivedImage {
  const made = layers.map((_, index) => ({
    // Podman 4 fails on a history that states no times.
    created: '2026-01-01T00:00:00Z',
    created_by: `RUN step ${index}`,
    comment: 'é',
  }));
  const history = made.flatMap((entry, index) =>
    index % 10 === 3 ? [entry, { created: '2026-01-01T00:00:00Z', created_by: 'ENV A=b', empty_layer: true }] : [entry],
  );
  const config = {
    User: '1000:1000',
    Env: ['PATH=/bin', 'A=b'],
    Cmd: ['/usr/bin/ping'],
    Labels: { 'org.example': 'x' },
    ExposedPorts: { '80/tcp': {} },
    Volumes: { '/data': {} },
    WorkingDir: '/n',
    StopSignal: 'SIGTERM',
    Healthcheck: { Test: ['CMD', 'true'], Interval: 30_000_000_000 },
  };
  return { tags: [tag], layers, config: { created: '2026-01-01T00:00:00Z', history, config } };
}
