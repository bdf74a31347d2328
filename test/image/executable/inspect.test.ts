import { describe, expect, test } from 'vitest';
import { inspectExecutable } from '../../../src/image/executable/inspect.ts';
import { squash } from '../../../src/image/squash.ts';
import type { FileNode } from '../../../src/image/tree.ts';
import type { ImageConfig } from '../../../src/result/measurement.ts';
import { elf, type WantedElf } from '../../support/elf.ts';
import {
  directory,
  file,
  layerOf,
  someConfig,
  special,
  symlink,
  type LayerRecord,
  type RecordDetails,
} from '../../support/images.ts';

const tag = { needed: 1, soname: 14, rpath: 15, runpath: 29 } as const;
const glibcLoader = '/lib64/ld-linux-x86-64.so.2';
const muslLoader = '/lib/ld-musl-x86_64.so.1';

/** An executable file with these bytes. */
function bytes(path: string, body: Buffer, details: RecordDetails = {}): LayerRecord {
  return { ...file(path, body.length, { mode: 0o755, ...details }), body };
}
const program = (path: string, needed: readonly string[] = [], more: WantedElf = {}): LayerRecord =>
  bytes(
    path,
    elf({
      interpreter: glibcLoader,
      ...more,
      dynamic: [...needed.map((name) => [tag.needed, name] as const), ...(more.dynamic ?? [])],
    }),
  );
const library = (path: string, needed: readonly string[] = [], more: WantedElf = {}): LayerRecord =>
  bytes(
    path,
    elf({
      ...more,
      dynamic: [
        [tag.soname, path.replace(/^.*\//, '')],
        ...needed.map((name) => [tag.needed, name] as const),
        ...(more.dynamic ?? []),
      ],
    }),
    { mode: 0o644 },
  );
const loader = (path: string, soname: string, more: WantedElf = {}): LayerRecord =>
  bytes(path, elf({ dynamic: [[tag.soname, soname]], ...more }));
const script = (path: string, text: string, details: RecordDetails = {}): LayerRecord =>
  file(path, text, { mode: 0o755, ...details });

const glibc = [
  loader('lib64/ld-linux-x86-64.so.2', 'ld-linux-x86-64.so.2'),
  library('lib/x86_64-linux-gnu/libc.so.6', ['ld-linux-x86-64.so.2']),
];
const musl = [loader('lib/ld-musl-x86_64.so.1', 'libc.musl-x86_64.so.1')];
const shell = bytes('bin/sh', elf({ type: 2 }));
const runpath = (path: string): WantedElf => ({ dynamic: [[tag.runpath, path]] });
const rpath = (path: string): WantedElf => ({ dynamic: [[tag.rpath, path]] });

/** What a source reads: bodies of those files that have one. */
function bodiesOf(
  files: readonly LayerRecord[],
  nodes: readonly FileNode[],
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    nodes.flatMap(({ path, record }) => {
      const body = files[record]?.body?.subarray(0, maxBytes);
      return body ? [[path, body] as const] : [];
    }),
  );
}

interface Row {
  readonly files: readonly LayerRecord[];
  readonly cmd?: readonly string[];
  readonly config?: Partial<ImageConfig>;
  readonly platform?: string;
}

async function inspect({ files, cmd = ['/app'], config = {}, platform = 'linux/amd64' }: Row) {
  return inspectExecutable({
    tree: squash([layerOf(...files)]).tree,
    config: someConfig({ cmd: [...cmd], ...config }),
    platform,
    read: async (nodes, maxBytes) => bodiesOf(files, nodes, maxBytes),
  });
}

describe('nothing keeps the command from starting', () => {
  test.each(
    Object.entries<Row>({
      'a static program': { files: [bytes('app', elf({ type: 2 }))] },
      'a static position-independent program': { files: [bytes('app', elf({ dynamic: [[0x6ffffffb, 0x08000000]] }))] },
      'a loader that is run by name': { files: glibc, cmd: [glibcLoader, '/app'] },
      'a program with its loader and library': { files: [...glibc, program('app', ['libc.so.6'])] },
      'a program of musl, whose libc is the loader': {
        files: [...musl, program('app', ['libc.so', 'libpthread.so.0'], { interpreter: muslLoader })],
      },
      'a program found over PATH': {
        files: [directory('opt'), bytes('opt/app', elf({ type: 2 }))],
        cmd: ['app'],
        config: { env: ['PATH=/bin:/opt'] },
      },
      'a program found over the PATH that runtimes set': {
        files: [bytes('usr/local/bin/app', elf({ type: 2 }))],
        cmd: ['app'],
      },
      'a program in an empty entry of PATH, the working directory': {
        files: [bytes('srv/app', elf({ type: 2 }))],
        cmd: ['app'],
        config: { env: ['PATH=:/bin'], workingDir: '/srv' },
      },
      'the last of two PATHs': {
        files: [bytes('b/app', elf({ type: 2 }))],
        cmd: ['app'],
        config: { env: ['PATH=/a', 'PATH=/b'] },
      },
      'a program passed over in PATH because it may not be executed': {
        files: [file('a/app', 'x'), bytes('b/app', elf({ type: 2 }))],
        cmd: ['app'],
        config: { env: ['PATH=/a:/b'] },
      },
      'a program below the working directory': {
        files: [bytes('srv/app', elf({ type: 2 }))],
        cmd: ['./app'],
        config: { workingDir: '/srv' },
      },
      'a program behind links': {
        files: [
          symlink('app', 'opt/current/app'),
          symlink('opt/current', '/opt/v2'),
          bytes('opt/v2/app', elf({ type: 2 })),
        ],
      },
      'a 32-bit program on amd64': { files: [bytes('app', elf({ type: 2, bits: 32, machine: 3 }))] },
      'a program of the platform’s variant': {
        files: [bytes('app', elf({ type: 2, machine: 183 }))],
        platform: 'linux/arm64/v8',
      },
      'a library next to the program, by RUNPATH': {
        files: [...glibc, program('app/run', ['libx.so'], runpath('$ORIGIN/../lib/own')), library('lib/own/libx.so')],
        cmd: ['/app/run'],
      },
      'a library beside the real program of a link': {
        files: [
          ...glibc,
          symlink('usr/bin/run', '/opt/run'),
          program('opt/run', ['libx.so'], runpath('${ORIGIN}')),
          library('opt/libx.so'),
        ],
        cmd: ['/usr/bin/run'],
      },
      'a library of a library, by the program’s RPATH': {
        files: [
          ...glibc,
          program('app', ['liba.so'], rpath('/deps')),
          library('deps/liba.so', ['libb.so']),
          library('deps/libb.so'),
        ],
      },
      'a library by LD_LIBRARY_PATH': {
        files: [...glibc, program('app', ['libx.so']), library('deps/libx.so')],
        config: { env: ['LD_LIBRARY_PATH=/none:/deps'] },
      },
      'a library named by its path': { files: [...glibc, program('app', ['/deps/libx.so']), library('deps/libx.so')] },
      'a library that another’s soname has brought': {
        files: [
          ...glibc,
          program('app', ['libx.so', 'liby.so']),
          library('lib/libx.so', [], { dynamic: [] }),
          library('lib/liby.so', ['libx.so']),
        ],
      },
      'a library with the version the program was linked with': {
        files: [
          ...glibc,
          program('app', ['libx.so'], { versionsNeeded: ['libx.so', 'X_1'] }),
          library('lib/libx.so', [], { versionsDefined: ['libx.so', 'X_1', 'X_2'] }),
        ],
      },
      'a library without versions, of which glibc only warns': {
        files: [...glibc, program('app', ['libx.so'], { versionsNeeded: ['libx.so', 'X_1'] }), library('lib/libx.so')],
      },
      'versions on musl, which does not look': {
        files: [
          ...musl,
          program('app', ['libx.so'], { interpreter: muslLoader, versionsNeeded: ['libx.so', 'X_2'] }),
          library('lib/libx.so', [], { versionsDefined: ['X_1'] }),
        ],
      },
      'a soname for which there is no file': {
        files: [
          ...glibc,
          program('app', ['libx.so', 'liby.so']),
          bytes('lib/libx.so', elf({ dynamic: [[tag.soname, 'libx.so.1']] })),
          library('lib/liby.so', ['libx.so.1']),
        ],
      },
      'directories in place of the loader’s own files': {
        files: [...glibc, directory('etc/ld.so.cache'), program('app', ['libc.so.6'])],
      },
      'libraries that need each other': {
        files: [
          ...glibc,
          program('app', ['liba.so']),
          library('lib/liba.so', ['libb.so']),
          library('lib/libb.so', ['liba.so']),
        ],
      },
      'a library for another machine that comes first in the path': {
        files: [
          ...glibc,
          program('app', ['libx.so'], runpath('/arm:/amd')),
          library('arm/libx.so', [], { machine: 183 }),
          library('amd/libx.so'),
        ],
      },
      'a library in a directory only this loader knows': {
        files: [
          bytes(
            'lib64/ld-linux-x86-64.so.2',
            Buffer.concat([
              elf({ dynamic: [[tag.soname, 'ld-linux-x86-64.so.2']] }),
              Buffer.from('\0/store/glibc/lib/\0/store/lib64/\0'),
            ]),
          ),
          program('app', ['libx.so']),
          library('store/lib64/libx.so'),
        ],
      },
      'musl’s path file': {
        files: [
          ...musl,
          file('etc/ld-musl-x86_64.path', '/deps\n/more\n'),
          program('app', ['libx.so'], { interpreter: muslLoader }),
          library('more/libx.so'),
        ],
      },
      'a library of musl by the RUNPATH of who needs its user': {
        files: [
          ...musl,
          program('app', ['liba.so'], { interpreter: muslLoader, ...runpath('/deps') }),
          library('deps/liba.so', ['libb.so']),
          library('deps/libb.so'),
        ],
      },
      'gcompat, which runs programs of glibc on musl': {
        files: [
          ...musl,
          bytes(
            'lib/ld-linux-x86-64.so.2',
            Buffer.concat([elf({ interpreter: muslLoader, dynamic: [] }), Buffer.from('libgcompat.so.0\0')]),
          ),
          symlink('lib64', 'lib'),
          program('app', ['libc.so.6', 'libm.so.6', 'ld-linux-x86-64.so.2']),
        ],
      },
      'a script with its shell': { files: [shell, script('app', '#!/bin/sh -e\nexec x\n')] },
      'a script by env': {
        files: [shell, bytes('usr/bin/env', elf({ type: 2 })), script('app', '#!/usr/bin/env -S A=1 sh -e\n')],
      },
      'a script without #! that a shell runs': {
        files: [shell, script('app', 'echo hi\n')],
        cmd: ['/bin/sh', '-c', '/app'],
      },
      'a shell with builtins': { files: [shell], cmd: ['/bin/sh', '-c', 'cd /none && ./app'] },
      'a shell that goes on without its first program': { files: [shell], cmd: ['/bin/sh', '-c', '/none || true'] },
      'a program of the user’s group': {
        files: [
          file('etc/passwd', 'me:x:7:7::/:/bin/sh\n'),
          file('etc/group', 'us:x:50:you,me\n'),
          bytes('app', elf({ type: 2 }), { mode: 0o750, gid: 50 }),
        ],
        config: { user: 'me' },
      },
      'a program nobody but its owner may run, for root': {
        files: [bytes('app', elf({ type: 2 }), { mode: 0o700, uid: 5 })],
      },
      'a working directory the image lacks': {
        files: [bytes('app', elf({ type: 2 }))],
        cmd: ['../app'],
        config: { workingDir: '/srv' },
      },
    }),
  )('%s', async (_, row) => {
    expect(await inspect(row)).toMatchObject({ obstacles: [], unchecked: [] });
  });

  test('an image without a command is not looked into', async () => {
    expect(await inspect({ files: [], cmd: [] })).toBeUndefined();
  });

  test('what was followed is told', async () => {
    const files = [...glibc, program('bin/sh', ['libc.so.6']), script('app', '#!/bin/sh\n')];
    expect(await inspect({ files })).toEqual({
      from: 'cmd',
      files: ['/app', '/bin/sh'],
      libraries: 1,
      obstacles: [],
      unchecked: [],
    });
  });
});

const missing = (name: string, neededBy = '/app', elsewhere: readonly string[] = [], notInCache = false) => ({
  name,
  neededBy,
  elsewhere,
  notInCache,
});

describe('what keeps the command from starting', () => {
  test.each(
    Object.entries<Row & { readonly obstacle: object }>({
      'a program that is not there': { files: [], obstacle: { kind: 'not-found', word: '/app', caller: 'runtime' } },
      'a program that is not in PATH': {
        files: [bytes('opt/app', elf({}))],
        cmd: ['app'],
        config: { env: ['PATH=/bin:/sbin'] },
        obstacle: { kind: 'not-found', searched: ['/bin', '/sbin'] },
      },
      'an empty PATH': {
        files: [bytes('bin/app', elf({}))],
        cmd: ['app'],
        config: { env: ['PATH='] },
        obstacle: { kind: 'not-found', searched: [] },
      },
      'a link to nothing': {
        files: [symlink('app', '/gone')],
        obstacle: { kind: 'not-found', link: { path: '/app', target: '/gone' } },
      },
      'a link to itself': {
        files: [symlink('app', 'app')],
        obstacle: { kind: 'not-found', link: { path: '/app', target: 'app' } },
      },
      'a directory': { files: [directory('app')], obstacle: { kind: 'directory', path: '/app' } },
      'a file without the execute bit, even for root': {
        files: [bytes('app', elf({ type: 2 }), { mode: 0o644 })],
        obstacle: {
          kind: 'not-permitted',
          right: 'execute',
          file: { path: '/app', mode: 0o644, uid: 0, gid: 0 },
          uid: 0,
        },
      },
      'a file of root’s for a user': {
        files: [bytes('app', elf({ type: 2 }), { mode: 0o700 })],
        config: { user: '1000' },
        obstacle: { kind: 'not-permitted', right: 'execute', uid: 1000 },
      },
      'a directory the user may not search': {
        files: [directory('root', { mode: 0o700 }), bytes('root/app', elf({ type: 2 }))],
        cmd: ['/root/app'],
        config: { user: '1000' },
        obstacle: { kind: 'not-permitted', right: 'enter', file: { path: '/root', mode: 0o700 } },
      },
      'a group that USER leaves out by naming another': {
        files: [
          file('etc/passwd', 'me:x:7:7::/:/bin/sh\n'),
          file('etc/group', 'us:x:50:me\n'),
          bytes('app', elf({ type: 2 }), { mode: 0o750, gid: 50 }),
        ],
        config: { user: 'me:7' },
        obstacle: { kind: 'not-permitted' },
      },
      'a user the image does not know': {
        files: [bytes('app', elf({ type: 2 }))],
        config: { user: 'nobody' },
        obstacle: { kind: 'user', user: 'nobody', reason: 'the image has no user nobody' },
      },
      'an empty file': { files: [script('app', '')], obstacle: { kind: 'format', what: 'empty' } },
      'a script without #!': { files: [script('app', 'echo hi\n')], obstacle: { kind: 'format', what: 'no-shebang' } },
      'a byte order mark before #!': {
        files: [script('app', '\ufeff#!/bin/sh\n')],
        obstacle: { kind: 'format', what: 'bom' },
      },
      'a #! without a program': {
        files: [script('app', '#! \n')],
        obstacle: { kind: 'format', what: 'no-interpreter' },
      },
      'a #! longer than the kernel reads': {
        files: [script('app', `#!/${'x'.repeat(300)}\n`)],
        obstacle: { kind: 'format', what: 'no-interpreter' },
      },
      'an object file': { files: [bytes('app', elf({ type: 1 }))], obstacle: { kind: 'format', what: 'object' } },
      'an ELF file that was cut': {
        files: [bytes('app', elf({}).subarray(0, 40))],
        obstacle: { kind: 'format', what: 'damaged' },
      },
      'a program for another machine': {
        files: [bytes('app', elf({ type: 2, machine: 183 }))],
        obstacle: { kind: 'machine', machine: 'arm64', platform: 'amd64' },
      },
      'a program for this machine in an image for another': {
        files: [bytes('app', elf({ type: 2 }))],
        platform: 'linux/arm64',
        obstacle: { kind: 'machine', machine: 'amd64', platform: 'arm64' },
      },
      'a shell the image lacks': {
        files: [script('app', '#!/bin/bash\n')],
        obstacle: { kind: 'script-interpreter', interpreter: '/bin/bash', isCrlf: false },
      },
      'a carriage return behind the shell': {
        files: [shell, script('app', '#!/bin/sh\r\necho\r\n')],
        obstacle: { kind: 'script-interpreter', interpreter: '/bin/sh\r', isCrlf: true },
      },
      'a carriage return behind the shell’s option': {
        files: [shell, script('app', '#!/bin/sh -e\r\n')],
        obstacle: { kind: 'crlf-argument', interpreter: '/bin/sh', argument: '-e\r' },
      },
      'a program env does not find': {
        files: [bytes('usr/bin/env', elf({ type: 2 })), script('app', '#!/usr/bin/env node\n')],
        obstacle: { kind: 'not-found', word: 'node', caller: 'env', through: ['/app'] },
      },
      'two words for env without -S': {
        files: [shell, bytes('usr/bin/env', elf({ type: 2 })), script('app', '#!/usr/bin/env sh -e\n')],
        obstacle: { kind: 'not-found', word: 'sh -e', caller: 'env' },
      },
      'a shell that cannot start itself': {
        files: [program('bin/sh', ['libc.so.6']), script('app', '#!/bin/sh\n')],
        obstacle: { kind: 'loader', path: '/bin/sh', through: ['/app'] },
      },
      'scripts of scripts of scripts': {
        files: [shell, script('s1', '#!/bin/sh\n'), ...[2, 3, 4, 5, 6].map((n) => script(`s${n}`, `#!/s${n - 1}\n`))],
        cmd: ['/s6'],
        obstacle: { kind: 'too-deep', path: '/s1' },
      },
      'a script its user may not read': {
        files: [shell, script('app', '#!/bin/sh\n', { mode: 0o711 })],
        config: { user: '9' },
        obstacle: { kind: 'not-permitted', right: 'read' },
      },
      'a program a shell does not find': {
        files: [shell],
        cmd: ['/bin/sh', '-c', 'exec server --port 80'],
        obstacle: { kind: 'not-found', word: 'server', caller: 'shell', through: ['/bin/sh'] },
      },
      'a shell form without a shell': {
        files: [bytes('app', elf({ type: 2 }))],
        cmd: ['/bin/sh', '-c', '/app'],
        obstacle: { kind: 'not-found', word: '/bin/sh', caller: 'runtime' },
      },
      'the course’s dynamic program on scratch': {
        files: [program('app', ['libc.so.6'])],
        obstacle: {
          kind: 'loader',
          path: '/app',
          loader: glibcLoader,
          state: 'missing',
          needed: ['libc.so.6'],
          others: [],
        },
      },
      'a program of glibc on musl': {
        files: [...musl, program('app', ['libc.so.6'])],
        obstacle: { kind: 'loader', state: 'missing', others: [muslLoader] },
      },
      'a program of musl on glibc': {
        files: [...glibc, program('app', ['libc.so'], { interpreter: muslLoader })],
        obstacle: { kind: 'loader', loader: muslLoader, others: [glibcLoader] },
      },
      'a loader without the execute bit': {
        files: [{ ...loader('lib64/ld-linux-x86-64.so.2', 'ld-linux-x86-64.so.2'), mode: 0o644 }, program('app')],
        obstacle: { kind: 'loader', state: 'not-executable' },
      },
      'a loader that is text': {
        files: [script('lib64/ld-linux-x86-64.so.2', 'hello'), program('app')],
        obstacle: { kind: 'loader', state: 'not-elf' },
      },
      'a loader for another machine': {
        files: [loader('lib64/ld-linux-x86-64.so.2', 'ld-linux-x86-64.so.2', { machine: 183 }), program('app')],
        obstacle: { kind: 'loader', state: 'other-machine' },
      },
      'a program of glibc that asks for musl’s loader': {
        files: [...musl, program('app', ['libc.so.6'], { interpreter: muslLoader })],
        obstacle: { kind: 'mixed-libc', loader: muslLoader },
      },
      'a library run as a program': {
        files: [library('app', ['libc.so.6'], {})].map((one) => ({ ...one, mode: 0o755 })),
        obstacle: { kind: 'library-as-program' },
      },
      'a missing library': {
        files: [...glibc, program('app', ['libc.so.6', 'libz.so.1'])],
        obstacle: { kind: 'libraries', libc: 'glibc', missing: [missing('libz.so.1')] },
      },
      'a missing library of a library': {
        files: [...glibc, program('app', ['liba.so']), library('lib/liba.so', ['libb.so'])],
        obstacle: { missing: [missing('libb.so', '/lib/liba.so')] },
      },
      'a library needed twice is missing once': {
        files: [...glibc, program('app', ['liba.so', 'libb.so']), library('lib/liba.so', ['libb.so'])],
        obstacle: { missing: [missing('libb.so')] },
      },
      'RUNPATH, which is not for libraries of libraries': {
        files: [
          ...glibc,
          program('app', ['liba.so'], runpath('/deps')),
          library('deps/liba.so', ['libb.so']),
          library('deps/libb.so'),
        ],
        obstacle: { missing: [missing('libb.so', '/deps/liba.so', ['/deps/libb.so'])] },
      },
      'RPATH beside a RUNPATH, which turns it off': {
        files: [
          ...glibc,
          program('app', ['libx.so'], {
            dynamic: [
              [tag.rpath, '/deps'],
              [tag.runpath, '/none'],
            ],
          }),
          library('deps/libx.so'),
        ],
        obstacle: { missing: [missing('libx.so', '/app', ['/deps/libx.so'])] },
      },
      'a library that ld.so.conf names and ld.so.cache lacks': {
        files: [
          ...glibc,
          file('etc/ld.so.conf', 'include /etc/ld.so.conf.d/*.conf\n'),
          file('etc/ld.so.conf.d/a.conf', '# more\n/usr/local/lib\n'),
          program('app', ['libx.so']),
          library('usr/local/lib/libx.so'),
        ],
        obstacle: { missing: [missing('libx.so', '/app', ['/usr/local/lib/libx.so'], true)] },
      },
      'a library for another machine': {
        files: [...glibc, program('app', ['libx.so']), library('lib/libx.so', [], { machine: 183 })],
        obstacle: { missing: [missing('libx.so', '/app', ['/lib/libx.so'])] },
      },
      'a library the user may not read': {
        files: [...glibc, program('app', ['libx.so']), { ...library('lib/libx.so'), mode: 0o600 }],
        config: { user: '9' },
        obstacle: { missing: [missing('libx.so', '/app', ['/lib/libx.so'])] },
      },
      'a library that is text': {
        files: [...glibc, program('app', ['libx.so']), file('lib/libx.so', 'INPUT(libx.so.1)')],
        obstacle: { missing: [missing('libx.so', '/app', ['/lib/libx.so'])] },
      },
      'a library without a version the program was linked with': {
        files: [
          ...glibc,
          program('app', ['libx.so'], { versionsNeeded: ['libx.so', 'X_1', 'X_2'] }),
          library('lib/libx.so', [], { versionsDefined: ['libx.so', 'X_1'] }),
        ],
        obstacle: { kind: 'versions', missing: [{ version: 'X_2', library: '/lib/libx.so', neededBy: '/app' }] },
      },
      'a glibc older than a library’s': {
        files: [
          glibc[0] ?? shell,
          library('lib/libc.so.6', [], { versionsDefined: ['GLIBC_2.36'] }),
          program('app', ['libx.so', 'libc.so.6']),
          library('lib/libx.so', [], { versionsNeeded: ['libc.so.6', 'GLIBC_2.38'] }),
        ],
        obstacle: {
          kind: 'versions',
          missing: [{ version: 'GLIBC_2.38', library: '/lib/libc.so.6', neededBy: '/lib/libx.so' }],
        },
      },
      'a RUNPATH of a library, which shuts out the RPATH of what needs it': {
        files: [
          ...glibc,
          program('app', ['liba.so'], rpath('/deps')),
          library('deps/liba.so', ['libb.so'], runpath('/none')),
          library('deps/libb.so'),
        ],
        obstacle: { missing: [missing('libb.so', '/deps/liba.so', ['/deps/libb.so'])] },
      },
      'RPATH beside a RUNPATH on musl': {
        files: [
          ...musl,
          program('app', ['libx.so'], {
            interpreter: muslLoader,
            dynamic: [
              [tag.rpath, '/deps'],
              [tag.runpath, '/none'],
            ],
          }),
          library('deps/libx.so'),
        ],
        obstacle: { missing: [missing('libx.so', '/app', ['/deps/libx.so'])] },
      },
      'a directory of ld.so.conf with a type': {
        files: [
          ...glibc,
          file('etc/ld.so.conf', '/opt/lib=libc6\n'),
          program('app', ['libx.so']),
          library('opt/lib/libx.so'),
        ],
        obstacle: { missing: [missing('libx.so', '/app', ['/opt/lib/libx.so'], true)] },
      },
      'musl, which knows no ld.so.conf': {
        files: [
          ...musl,
          file('etc/ld.so.conf', '/deps\n'),
          program('app', ['libx.so'], { interpreter: muslLoader }),
          library('deps/libx.so'),
        ],
        obstacle: { libc: 'musl', missing: [missing('libx.so', '/app', ['/deps/libx.so'])] },
      },
      'a path file that takes musl’s own directories away': {
        files: [
          ...musl,
          file('etc/ld-musl-x86_64.path', '/deps'),
          program('app', ['libx.so'], { interpreter: muslLoader }),
          library('lib/libx.so'),
        ],
        obstacle: { libc: 'musl', missing: [missing('libx.so', '/app', ['/lib/libx.so'])] },
      },
    }),
  )('%s', async (_, { obstacle, ...row }) => {
    const facts = await inspect(row);
    expect(facts?.obstacles).toHaveLength(1);
    expect(facts).toMatchObject({ obstacles: [obstacle], unchecked: [] });
  });
});

describe('what could not be checked is said', () => {
  test.each(
    Object.entries<Row & { readonly reason: RegExp }>({
      'a Windows image': { files: [], platform: 'windows/amd64', reason: /for windows\/amd64/ },
      'a wasm image': { files: [], platform: 'wasi/wasm', reason: /for wasi\/wasm/ },
      'a WebAssembly module': { files: [bytes('app', Buffer.from('\0asm\x01\0\0\0'))], reason: /WebAssembly/ },
      'a file whose body is missing': { files: [{ ...file('app', 10), mode: 0o755 }], reason: /could not be read/ },
      'a file larger than the budget': {
        files: [{ ...file('app', 2 ** 40), mode: 0o755 }],
        reason: /could not be read/,
      },
      'what a mount hides': { files: [bytes('proc/app', elf({}))], cmd: ['/proc/app'], reason: /mounts there/ },
      'a pipe': { files: [special('app', 'fifo', { mode: 0o755 })], reason: /neither a file nor/ },
      'a loader of an unknown kind': {
        files: [loader('lib/ld.so', 'rtld.so'), program('app', ['libx.so'], { interpreter: '/lib/ld.so' })],
        reason: /not known here/,
      },
      'a 32-bit program on arm64': {
        files: [bytes('app', elf({ type: 2, bits: 32, machine: 40 }))],
        platform: 'linux/arm64',
        reason: /not every arm64/,
      },
      'a dynamic section outside of the file': {
        files: [
          ...glibc,
          bytes('app', elf({ interpreter: glibcLoader, dynamic: [[1, 'libc.so.6']] }).subarray(0, 2048)),
        ],
        reason: /is not known: its dynamic section/,
      },
      'a library without a body': {
        files: [...glibc, program('app', ['libx.so']), file('lib/libx.so', 5000)],
        reason: /libx\.so, which \/app needs, could not be read/,
      },
      'an env line that cannot be told': {
        files: [bytes('usr/bin/env', elf({ type: 2 })), script('app', '#!/usr/bin/env -S "a b"\n')],
        reason: /cannot be told/,
      },
    }),
  )('%s', async (_, { reason, ...row }) => {
    const facts = await inspect(row);
    expect(facts?.obstacles).toEqual([]);
    expect(facts?.unchecked).toEqual([expect.stringMatching(reason)]);
  });
});

test('a large program is read as far as its dynamic section, not whole', async () => {
  const dynamicAt = 6_000_000;
  const big = program('app', ['libz.so.1'], { dynamicAt });
  const files = [...glibc, { ...big, fileBytes: 200 * 2 ** 20 }];
  const asked: number[] = [];
  const facts = await inspectExecutable({
    tree: squash([layerOf(...files)]).tree,
    config: someConfig({ cmd: ['/app'] }),
    platform: 'linux/amd64',
    read: async (nodes, maxBytes) => {
      if (nodes.some(({ path }) => path === 'app')) asked.push(maxBytes);
      return bodiesOf(files, nodes, maxBytes);
    },
  });
  // Three entries of 16 bytes: the library, the table of texts, the end.
  expect(asked).toEqual([4 * 2 ** 20, dynamicAt + 48]);
  expect(facts?.obstacles).toMatchObject([{ missing: [missing('libz.so.1')] }]);
});
