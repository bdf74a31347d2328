import { describe, expect, test } from 'vitest';
import { kindOfPackage, kindOfPath } from '../../src/image/categories.ts';

describe('kindOfPackage', () => {
  test.for([
    [
      'compilers',
      'gcc gcc-12 gcc-12-x86-64-linux-gnu g++ g++-12 cpp cpp-12 gcc-c++ clang-15 llvm-15 binutils binutils-x86-64-linux-gnu golang golang-1.19-go rustc cargo openjdk-17-jdk openjdk-17-jdk-headless java-17-openjdk-devel default-jdk make cmake ninja-build build-essential dpkg-dev build-base go openjdk17-jdk libcc1-0 libasan8',
    ],
    [
      'headers',
      'libc6-dev libgcc-12-dev libstdc++-12-dev linux-libc-dev musl-dev zlib-devel kernel-headers openssl-dev python3-dev',
    ],
    ['documentation', 'man-db manpages bash-doc locales'],
    [
      undefined,
      'gcc-12-base libgcc-s1 libstdc++6 bash coreutils openjdk-17-jre-headless java-17-openjdk-headless python3 makedev goaccess libc6 perl-base',
    ],
  ] as const)('is %s for its packages', ([kind, names]) => {
    expect(names.split(' ').filter((name) => kindOfPackage(name) !== kind)).toEqual([]);
  });
});

describe('kindOfPath', () => {
  test.for([
    [
      'compilers',
      'usr/lib/gcc/x86_64-linux-gnu/12/cc1 usr/local/go/bin/go usr/local/go/src/fmt/print.go usr/bin/gcc usr/bin/x86_64-linux-gnu-gcc-12 usr/local/cargo/bin/rustc usr/lib/rustlib/x/libstd.so usr/bin/make opt/jdk/jmods/java.base.jmod',
    ],
    [
      'headers',
      'usr/include/stdio.h usr/local/include/python3.11/Python.h usr/lib/x86_64-linux-gnu/libc.a usr/lib/x86_64-linux-gnu/crt1.o usr/lib/pkgconfig/x.pc',
    ],
    [
      'package-caches',
      'var/lib/apt/lists/mirror.example_x var/cache/apt/archives/x.deb root/.cache/pip/http/x root/.npm/_cacache/x home/u/.m2/repository/a.jar go/pkg/mod/x/y.go var/cache/apk/x app/node_modules/.cache/babel/x usr/local/cargo/registry/x',
    ],
    ['sources-and-vcs', 'app/.git/objects/pack/x app/main.go app/ui.swift src/a.c usr/src/linux/x'],
    ['documentation', 'usr/share/doc/bash/README usr/share/man/man1/ls.1.gz usr/share/locale/de/LC_MESSAGES/x.mo'],
    [
      'language-dependencies',
      'app/node_modules/a/index.js usr/local/lib/python3.11/site-packages/six.py usr/local/lib/python3.11/dist-packages/x.py app/vendor/bundle/ruby/x app/node_modules/a/binding.c',
    ],
    [
      undefined,
      'bin/bash etc/passwd .c/x app/x.swifter app/server usr/bin/python3 usr/lib/x86_64-linux-gnu/libc.so.6 app/git/x usr/share/zoneinfo/UTC app/include/x.php documents/doc/a var/lib/dpkg/status usr/share/gcc/python/x.py',
    ],
  ] as const)('is %s for its files', ([kind, paths]) => {
    expect(paths.split(' ').filter((path) => kindOfPath(path) !== kind)).toEqual([]);
  });

  test('stays linear on long names', () => {
    const long = `${'node_modules'.repeat(2000)}/${'-dev'.repeat(2000)}/${'/x'.repeat(2000)}`;
    expect([kindOfPath(long), kindOfPackage(long)]).toEqual([undefined, 'headers']);
  });
});
