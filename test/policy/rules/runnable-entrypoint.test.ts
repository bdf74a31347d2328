import { describe, expect, test } from 'vitest';
import type { ExecutableFacts, Obstacle } from '../../../src/image/executable/facts.ts';
import { describeObstacle } from '../../../src/policy/obstacles.ts';
import { runnableEntrypoint } from '../../../src/policy/rules/runnable-entrypoint.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const facts = (more: Partial<ExecutableFacts> = {}): ExecutableFacts => ({
  from: 'entrypoint',
  files: ['/hello'],
  libraries: 0,
  obstacles: [],
  unchecked: [],
  ...more,
});
const image = { dockerfile: 'FROM scratch\nCOPY hello /\nENTRYPOINT ["/hello"]', layers: [[file('hello', 10)]] };
const step = { path: '/hello', caller: 'runtime', through: [] } as const;
const loader = {
  kind: 'loader',
  ...step,
  loader: '/lib64/ld-linux-x86-64.so.2',
  state: 'missing',
  needed: ['libm.so.6', 'libc.so.6'],
  others: [],
} as const satisfies Obstacle;
const without = (obstacle: Obstacle) => ({ ...image, executable: facts({ obstacles: [obstacle] }) });

describeRule(runnableEntrypoint, {
  passes: {
    'a program that nothing keeps from starting': { ...image, executable: facts() },
    'an image without a command, which another rule names': {
      dockerfile: 'FROM scratch',
      layers: [[file('hello', 10)]],
    },
  },
  fails: {
    'the course’s dynamic program on scratch': {
      ...without(loader),
      messages: [
        '/hello is dynamically linked and asks for the loader /lib64/ld-linux-x86-64.so.2, which the image does not have: `exec /hello: no such file or directory`, although /hello is there.',
      ],
      lines: [3],
      paths: [['/hello']],
    },
    'every obstacle by itself, at the instruction that names the program': {
      ...image,
      dockerfile: 'FROM scratch\nCMD ["sh", "-c", "/hello"]',
      executable: facts({
        from: 'cmd',
        obstacles: [
          { ...loader, path: '/bin/sh' },
          { kind: 'directory', ...step, caller: 'shell', through: ['sh'] },
        ],
      }),
      messages: [
        '/bin/sh is dynamically linked and asks for the loader /lib64/ld-linux-x86-64.so.2, which the image does not have: `exec /bin/sh: no such file or directory`, although /bin/sh is there.',
        '/hello is a directory, not a program (run by sh): `sh: /hello: is a directory`.',
      ],
      lines: [2, 2],
    },
  },
  cannotTell: {
    'a program that was not looked into': { ...image, reasons: ['What the image runs was not looked into.'] },
    'what the facts leave open': {
      ...image,
      executable: facts({ unchecked: ['/hello could not be read.'] }),
      reasons: ['/hello could not be read.'],
    },
  },
});

const library = (name: string, more: object = {}) => ({
  name,
  neededBy: '/hello',
  elsewhere: [],
  notInCache: false,
  ...more,
});
const libraries = (libc: 'glibc' | 'musl', ...missing: readonly ReturnType<typeof library>[]): Obstacle => ({
  kind: 'libraries',
  ...step,
  libc,
  missing,
});
const node = { path: '/hello', mode: 0o644, uid: 0, gid: 0 };

describe('an obstacle in words', () => {
  test.each<readonly [string, Obstacle, string, RegExp]>([
    [
      'a program not in PATH',
      { kind: 'not-found', word: 'app', caller: 'runtime', through: [], searched: ['/bin', '/opt'] },
      'The image has no app in PATH (/bin:/opt): `exec: "app": executable file not found in $PATH`.',
      /Copy app into/,
    ],
    [
      'a program not at its path',
      { kind: 'not-found', word: '/app', caller: 'runtime', through: [] },
      'The image has no /app: `exec: "/app": stat /app: no such file or directory`.',
      /Copy \/app into/,
    ],
    [
      'a dangling link',
      { kind: 'not-found', word: '/app', caller: 'runtime', through: [], link: { path: '/app', target: '/v2' } },
      'The image has no /app: `exec: "/app": stat /app: no such file or directory`. /app is a symbolic link to /v2, which is not there.',
      /Copy/,
    ],
    [
      'a program a shell looks for',
      { kind: 'not-found', word: 'app', caller: 'shell', through: ['/bin/sh'], searched: ['/bin'] },
      'The image has no app in PATH (/bin) (run by /bin/sh): `/bin/sh: app: not found`.',
      /Copy app/,
    ],
    [
      'a program env looks for',
      { kind: 'not-found', word: 'node', caller: 'env', through: ['/app'], searched: ['/bin'] },
      "The image has no node in PATH (/bin) (run by /app): `env: 'node': No such file or directory`.",
      /Install node/,
    ],
    [
      'a carriage return for env',
      { kind: 'not-found', word: 'bash\r', caller: 'env', through: ['/app'], searched: ['/bin'] },
      "The image has no bash\\r in PATH (/bin) (run by /app): `env: 'bash\\r': No such file or directory`.",
      /LF line ends/,
    ],
    [
      'a user',
      { kind: 'user', user: 'app', reason: 'the image has no user app' },
      'The container does not start: the image has no user app (USER app).',
      /Create the user/,
    ],
    [
      'a missing execute bit',
      { kind: 'not-permitted', ...step, right: 'execute', file: node, uid: 0 },
      'Uid 0 may not execute /hello (mode 0644, owner 0:0): `exec /hello: permission denied`.',
      /COPY --chmod=755/,
    ],
    [
      'a closed directory',
      { kind: 'not-permitted', ...step, right: 'enter', file: { ...node, path: '/root', mode: 0o700 }, uid: 1000 },
      'Uid 1000 may not enter /root (mode 0700, owner 0:0) on the way to /hello: `exec /hello: permission denied`.',
      /chmod a\+x \/root/,
    ],
    [
      'a script without #!',
      { kind: 'format', ...step, what: 'no-shebang' },
      '/hello is neither an ELF program nor a script with a `#!` line: `exec /hello: exec format error`.',
      /Begin the script with/,
    ],
    [
      'a byte order mark',
      { kind: 'format', ...step, what: 'bom' },
      '/hello begins with a byte order mark before its `#!`: `exec /hello: exec format error`.',
      /without a byte order mark/,
    ],
    [
      'an empty file',
      { kind: 'format', ...step, what: 'empty' },
      '/hello is empty: `exec /hello: exec format error`.',
      /written nothing/,
    ],
    [
      'another machine',
      { kind: 'machine', ...step, machine: 'arm64', platform: 'amd64' },
      '/hello is built for arm64, the image is for amd64: `exec /hello: exec format error`, unless the host emulates arm64.',
      /GOARCH=amd64/,
    ],
    [
      'a missing shell',
      { kind: 'script-interpreter', ...step, interpreter: '/bin/bash', isCrlf: false },
      '/hello is a script for /bin/bash, which the image does not have: `exec /hello: no such file or directory`.',
      /Install \/bin\/bash/,
    ],
    [
      'a carriage return',
      { kind: 'script-interpreter', ...step, interpreter: '/bin/sh\r', isCrlf: true },
      'The first line of /hello ends in a carriage return, so it asks for "/bin/sh\\r": `exec /hello: no such file or directory` (shells say `bad interpreter: /bin/sh^M`).',
      /LF line ends/,
    ],
    [
      'a carriage return in the argument',
      { kind: 'crlf-argument', ...step, interpreter: '/bin/sh', argument: '-e\r' },
      'The first line of /hello ends in a carriage return, so /bin/sh gets the argument "-e\\r" and refuses it.',
      /LF line ends/,
    ],
    [
      'scripts of scripts',
      { kind: 'too-deep', ...step },
      '/hello is a script whose interpreter is a script, and so on: `exec /hello: too many levels of symbolic links`.',
      /Name a program/,
    ],
    [
      'a loader, which may be copied',
      loader,
      '/hello is dynamically linked and asks for the loader /lib64/ld-linux-x86-64.so.2, which the image does not have: `exec /hello: no such file or directory`, although /hello is there.',
      /`-static`.*copy the loader and libraries into the image \(\/lib64\/ld-linux-x86-64\.so\.2, libm\.so\.6, libc\.so\.6\).*FROM debian:bookworm-slim/,
    ],
    [
      'a loader of glibc in an image of musl',
      { ...loader, others: ['/lib/ld-musl-x86_64.so.1'] },
      '/hello is dynamically linked and asks for the loader /lib64/ld-linux-x86-64.so.2, which the image does not have: `exec /hello: no such file or directory`, although /hello is there. The image has /lib/ld-musl-x86_64.so.1.',
      /on Alpine/,
    ],
    [
      'the loader of a script’s interpreter',
      { ...loader, path: '/bin/bash', through: ['/hello'] },
      '/bin/bash is dynamically linked (run by /hello) and asks for the loader /lib64/ld-linux-x86-64.so.2, which the image does not have: `exec /hello: no such file or directory`, although /bin/bash is there.',
      /-static/,
    ],
    [
      'a loader without its bit',
      { ...loader, state: 'not-executable' },
      '/hello is dynamically linked and asks for the loader /lib64/ld-linux-x86-64.so.2, which may not be executed: `exec /hello: permission denied`.',
      /chmod \+x \/lib64/,
    ],
    [
      'a missing library',
      libraries('glibc', library('libz.so.1')),
      '/hello needs a library that the loader will not find: libz.so.1. It ends with `/hello: error while loading shared libraries: libz.so.1: cannot open shared object file: No such file or directory`.',
      /Install the packages of libz\.so\.1/,
    ],
    [
      'a library musl misses',
      libraries('musl', library('libz.so.1')),
      '/hello needs a library that the loader will not find: libz.so.1. It ends with `Error loading shared library libz.so.1: No such file or directory (needed by /hello)`.',
      /Install the packages/,
    ],
    [
      'a library that ldconfig would list',
      libraries('glibc', library('libx.so', { elsewhere: ['/usr/local/lib/libx.so'], notInCache: true })),
      '/hello needs a library that the loader will not find: libx.so. It ends with `/hello: error while loading shared libraries: libx.so: cannot open shared object file: No such file or directory`.',
      /^Run `ldconfig` after copying libx\.so/,
    ],
    [
      'libraries in a place nobody looks',
      libraries(
        'glibc',
        library('liba.so', { elsewhere: ['/app/lib/liba.so'] }),
        library('libb.so', { neededBy: '/lib/libc.so' }),
      ),
      '/hello needs 2 libraries that the loader will not find: liba.so, libb.so (for /lib/libc.so). It ends with `/hello: error while loading shared libraries: liba.so: cannot open shared object file: No such file or directory`.',
      /liba\.so lies in \/app\/lib,.*LD_LIBRARY_PATH.*Install the packages of libb\.so/,
    ],
    [
      'a glibc program on musl’s loader',
      { kind: 'mixed-libc', ...step, loader: '/lib/ld-musl-x86_64.so.1', needed: ['libc.so.6'] },
      '/hello is linked with glibc (libc.so.6) and asks for musl’s loader /lib/ld-musl-x86_64.so.1: functions that only glibc has will be missing.',
      /-static/,
    ],
    [
      'a program of a newer release',
      {
        kind: 'versions',
        ...step,
        missing: [{ version: 'GLIBC_2.38', library: '/lib/libc.so.6', neededBy: '/hello' }],
      },
      "/hello was linked with newer libraries than the image has; these lack GLIBC_2.38 of /lib/libc.so.6. It ends with `/lib/libc.so.6: version 'GLIBC_2.38' not found (required by /hello)`.",
      /Build it on the release/,
    ],
    [
      'a library for a program',
      { kind: 'library-as-program', ...step },
      '/hello is a shared library, or was linked without a loader: it needs others and nothing loads them.',
      /Link it as a program/,
    ],
  ])('%s', (_, obstacle, message, howToPass) => {
    const words = describeObstacle(obstacle);
    expect(words.message).toBe(message);
    expect(words.howToPass).toMatch(howToPass);
  });

  test('of many libraries ten are named and the rest counted', () => {
    const many = Array.from({ length: 13 }, (_, index) => library(`lib${index}.so`));
    expect(describeObstacle(libraries('glibc', ...many)).message).toContain(
      'needs 13 libraries that the loader will not find: lib0.so, lib1.so, lib2.so, lib3.so, lib4.so, lib5.so, lib6.so, lib7.so, lib8.so, lib9.so and 3 more.',
    );
  });
});
