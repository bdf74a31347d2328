/** Programs in every state of linking, made by the compiler of the image they are then left without. */
const makePrograms = `set -eu
mkdir -p /t/lib /t/near /t/deep /t/gone /usr/local/lib/uncached
cat > main.c <<'C'
#include <stdio.h>
#ifdef PART
int part(void);
#else
static int part(void) { return 0; }
#endif
int main(void) { puts("started"); return part(); }
C
echo 'int part(void) { return 0; }' > part.c
echo 'int deeper(void); int part(void) { return deeper(); }' > part2.c
echo 'int deeper(void) { return 0; }' > deeper.c
lib() { gcc -shared -fPIC -Wl,-soname,"$1" -o "$2/$1" "$3"; }
lib libpart.so.1 /t/lib part.c
lib libnear.so.1 /t/near part.c
lib libgone.so.1 /t/gone part.c
lib libconf.so.1 /usr/local/lib part.c
lib libuncached.so.1 /usr/local/lib/uncached part.c
lib libdeeper.so.1 /t/deep deeper.c
gcc -shared -fPIC -Wl,-soname,libpart2.so.1 -o /t/deep/libpart2.so.1 part2.c /t/deep/libdeeper.so.1
gcc -shared -fPIC -Wl,-soname,libpart3.so.1 -Wl,-rpath,'$ORIGIN' -o /t/deep/libpart3.so.1 part2.c /t/deep/libdeeper.so.1
old=-Wl,--disable-new-dtags new=-Wl,--enable-new-dtags
gcc -o /t/dynamic main.c
gcc -no-pie -o /t/no-pie main.c
gcc -static -o /t/static main.c
gcc -static-pie -o /t/static-pie main.c
gcc -DPART -o /t/part main.c /t/lib/libpart.so.1
gcc -DPART $new -Wl,-rpath,/t/lib -o /t/runpath main.c /t/lib/libpart.so.1
gcc -DPART $old -Wl,-rpath,/t/lib -o /t/rpath main.c /t/lib/libpart.so.1
gcc -DPART $new -Wl,-rpath,'$ORIGIN/near' -o /t/origin main.c /t/near/libnear.so.1
gcc -DPART $new -Wl,-rpath,'\${ORIGIN}/../t/near' -o /t/origin-braces main.c /t/near/libnear.so.1
gcc -DPART $new -Wl,-rpath,'/usr/$LIB' -o /t/lib-token main.c /t/lib/libpart.so.1
gcc -DPART -o /t/path-needed main.c /t/gone/libgone.so.1
gcc -DPART -o /t/conf main.c /usr/local/lib/libconf.so.1
gcc -DPART -o /t/uncached main.c /usr/local/lib/uncached/libuncached.so.1
# RUNPATH is for the program's own needs alone, RPATH for those of its libraries too.
gcc -DPART $new -Wl,-rpath,/t/deep -Wl,--allow-shlib-undefined -o /t/deep-runpath main.c /t/deep/libpart2.so.1
gcc -DPART $old -Wl,-rpath,/t/deep -Wl,--allow-shlib-undefined -o /t/deep-rpath main.c /t/deep/libpart2.so.1
gcc -DPART $new -Wl,-rpath,/t/deep -Wl,--allow-shlib-undefined -o /t/deep-origin main.c /t/deep/libpart3.so.1
mkdir -p /t/new /t/old /t/unversioned
printf 'V1 { };\\nV2 { global: part; } V1;\\n' > new.map; printf 'V1 { global: part; };\\n' > old.map
gcc -shared -fPIC -Wl,--version-script=new.map -Wl,-soname,libver.so.1 -o /t/new/libver.so.1 part.c
gcc -shared -fPIC -Wl,--version-script=old.map -Wl,-soname,libver.so.1 -o /t/old/libver.so.1 part.c
# It uses a symbol of libc, as real libraries do: one without any version information at all trips the loader.
echo 'int puts(const char *); int part(void) { return puts("part") < 0; }' > unversioned.c
lib libver.so.1 /t/unversioned unversioned.c
gcc -DPART -o /t/versioned main.c /t/new/libver.so.1
gcc -Wl,--dynamic-linker=/opt/none/ld.so -o /t/other-loader main.c
gcc -Wl,--dynamic-linker=/t/loader-text -o /t/text-loader main.c
gcc -Wl,--dynamic-linker=/t/loader-denied -o /t/denied-loader main.c
echo hello > /t/loader-text; chmod 755 /t/loader-text
cp /lib64/ld-linux-x86-64.so.2 /t/loader-denied; chmod 644 /t/loader-denied
gcc -c -o /t/object.o main.c; chmod 755 /t/object.o
musl-gcc -o /t/musl main.c
musl-gcc -static -o /t/musl-static main.c
musl-gcc -shared -fPIC -Wl,-soname,libmpart.so -o /t/lib/libmpart.so part.c
musl-gcc -DPART -o /t/musl-part main.c /t/lib/libmpart.so
musl-gcc -DPART -Wl,-rpath,/t/lib -o /t/musl-rpath main.c /t/lib/libmpart.so
# For another machine: the same file with another e_machine, as file and kernel see it.
cp /t/static /t/other-machine; printf '\\267\\0' | dd of=/t/other-machine bs=1 seek=18 conv=notrunc 2>/dev/null
head -c 20 /t/static > /t/cut; chmod 755 /t/cut
cp /t/dynamic /t/not-executable; chmod 644 /t/not-executable
cp /t/static /t/owner-only; chmod 700 /t/owner-only
cp /t/static /t/group-only; chmod 750 /t/group-only; chgrp 50 /t/group-only
mkdir -m 700 /t/closed; cp /t/static /t/closed/static
: > /t/empty; chmod 755 /t/empty
rm -rf /t/gone
ln -s /t/nothing /t/dangling; ln -s loop /t/loop; ln -s ../t/dynamic /t/link; ln -s /t /t-link
script() { printf "$2" > /t/"$1"; chmod 755 /t/"$1"; }
script sh '#!/bin/sh\\necho started\\n'
script sh-blanks '#! \\t/bin/sh  -e \\necho started\\n'
script sh-crlf '#!/bin/sh\\r\\necho started\\r\\n'
script sh-e-crlf '#!/bin/sh -e\\r\\necho started\\r\\n'
script sh-bom '\\357\\273\\277#!/bin/sh\\necho started\\n'
script bare 'echo started\\n'
script no-zsh '#!/bin/zsh\\necho started\\n'
script relative '#!bin/sh\\necho started\\n'
script nameless '#!\\necho started\\n'
script env-perl '#!/usr/bin/env perl\\nprint "started\\\\n";\\n'
script env-python '#!/usr/bin/env python3\\nprint("started")\\n'
script env-none '#!/usr/bin/env ruby\\nputs 1\\n'
script env-crlf '#!/usr/bin/env bash\\r\\necho started\\n'
script env-two '#!/usr/bin/env bash -e\\necho started\\n'
script env-split '#!/usr/bin/env -S bash -e\\necho started\\n'
script env-assign '#!/usr/bin/env -S A=1 bash -e\\necho started\\n'
script env-none-split '#!/usr/bin/env -S A=1 fish\\necho started\\n'
script perl-crlf '#!/usr/bin/perl -w\\r\\nprint "started\\\\n";\\n'
script python '#!/usr/bin/python3\\nprint("started")\\n'
script by-script '#!/t/sh\\n'
script by-missing '#!/t/no-zsh\\n'
script n1 '#!/bin/sh\\necho started\\n'; for i in 2 3 4 5 6; do script n$i "#!/t/n$((i - 1))\\n"; done
script unreadable '#!/bin/sh\\necho started\\n'; chmod 711 /t/unreadable
script by-denied '#!/t/not-executable\\n'
script by-broken '#!/t/other-loader\\n'
printf '#!/%0300d\\n' 1 > /t/long; chmod 755 /t/long
mkdir -p /bare/etc /bare/lib64 /bare/lib
cp /t/dynamic /t/static /t/static-pie /t/sh /t/musl /t/musl-part /t/env-perl /bare
cp /lib/ld-musl-x86_64.so.1 /t/ld-musl
`;

/** One image with everything but compilers, and three without a distribution. */
export const dockerfile = `FROM plimsoll-base:debian AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev musl-tools python3-minimal
WORKDIR /w
COPY make.sh .
RUN sh make.sh && ldconfig && rm -f /usr/local/lib/libgone* && echo /usr/local/lib/uncached > /etc/ld.so.conf.d/later.conf

FROM plimsoll-base:debian AS full
RUN apt-get update && apt-get install -y --no-install-recommends python3-minimal musl
COPY --from=build /usr/local/lib /usr/local/lib
COPY --from=build /etc/ld.so.conf.d /etc/ld.so.conf.d
RUN rm /etc/ld.so.conf.d/later.conf && ldconfig && echo /usr/local/lib/uncached > /etc/ld.so.conf.d/later.conf
COPY --from=build /t /t
RUN ln -s /t/origin /usr/bin/origin-link
RUN ln -s /t /t-link && useradd --uid 1234 --groups staff member

FROM scratch AS bare
COPY --from=build /bare /

FROM scratch AS glibc
COPY --from=build /bare /
COPY --from=build /lib64/ld-linux-x86-64.so.2 /lib64/
COPY --from=build /lib/x86_64-linux-gnu/libc.so.6 /lib/x86_64-linux-gnu/

FROM scratch AS musl
COPY --from=build /bare /
COPY --from=build /t/ld-musl /lib/ld-musl-x86_64.so.1
COPY --from=build /t/lib/libmpart.so /opt/lib/
`;
export const buildFiles = { 'make.sh': makePrograms, Dockerfile: dockerfile };

/** A container of one of the images. */
export interface RunnableCase {
  readonly target: 'full' | 'bare' | 'glibc' | 'musl';
  readonly argv: readonly string[];
  readonly starts: boolean;
  readonly user?: string;
  readonly workingDir?: string;
  /** Beside the image's own. */
  readonly env?: readonly string[];
}

const full = (argv: string, starts: boolean, more: Partial<RunnableCase> = {}): RunnableCase => ({
  target: 'full',
  argv: argv.split(' '),
  starts,
  ...more,
});
const script = (text: string, starts: boolean): RunnableCase => ({
  target: 'full',
  argv: ['/bin/sh', '-c', text],
  starts,
});
const on = (
  target: RunnableCase['target'],
  argv: string,
  starts: boolean,
  env: readonly string[] = [],
): RunnableCase => ({
  target,
  argv: argv.split(' '),
  starts,
  env,
});

export const cases: readonly RunnableCase[] = [
  ...['bash', 'perl', 'python3', 'ls', 'tar', 'dpkg', 'apt-get', 'find', 'grep', 'mount'].map((name) =>
    full(`${name} --version`, true),
  ),
  full('/usr/bin/gpgv --version', true),
  full('/bin/true', true),
  full('/usr/bin/ldd --version', true),
  full('nosuch', false),
  full('bash --version', false, { env: ['PATH='] }),
  full('dynamic', true, { env: ['PATH=/nowhere:/t'] }),
  full('/t', false),
  ...[
    'dynamic',
    'no-pie',
    'static',
    'static-pie',
    'runpath',
    'rpath',
    'origin',
    'origin-braces',
    'link',
    'musl',
    'musl-static',
    'musl-rpath',
    'conf',
    'deep-rpath',
    'deep-origin',
  ].map((name) => full(`/t/${name}`, true)),
  full('origin-link', true),
  full('/t-link/link', true),
  full('./dynamic', true, { workingDir: '/t' }),
  full('./dynamic', false, { workingDir: '/' }),
  full('../../../t/dynamic', true, { workingDir: '/not/there/yet' }),
  full('../t/dynamic', true, { workingDir: '/tmp' }),
  ...[
    'part',
    'lib-token',
    'uncached',
    'path-needed',
    'deep-runpath',
    'other-loader',
    'text-loader',
    'denied-loader',
    'object.o',
    'musl-part',
    'other-machine',
    'cut',
    'not-executable',
    'empty',
    'dangling',
    'loop',
    'nothing',
  ].map((name) => full(`/t/${name}`, false)),
  full('/t/part', true, { env: ['LD_LIBRARY_PATH=/nowhere:/t/lib'] }),
  full('/t/part', true, { env: ['LD_LIBRARY_PATH=/nowhere;/t/lib'] }),
  full('/t/musl-part', true, { env: ['LD_LIBRARY_PATH=/t/lib'] }),
  full('/t/deep-runpath', true, { env: ['LD_LIBRARY_PATH=/t/deep'] }),
  full('/t/uncached', true, { env: ['LD_LIBRARY_PATH=/usr/local/lib/uncached'] }),
  full('/t/part', false, { env: ['LD_LIBRARY_PATH='], workingDir: '/t/lib' }),
  full('/t/part', true, { env: ['LD_LIBRARY_PATH=:/nowhere'], workingDir: '/t/lib' }),
  ...(['new', 'unversioned', 'old'] as const).map((which) =>
    full('/t/versioned', which !== 'old', { env: [`LD_LIBRARY_PATH=/t/${which}`] }),
  ),
  full('/t/owner-only', true),
  full('/t/owner-only', false, { user: '1000' }),
  full('/t/group-only', false, { user: '1000' }),
  full('/t/group-only', true, { user: '1000:50' }),
  full('/t/group-only', true, { user: 'member' }),
  full('/t/group-only', true, { user: '1234' }),
  full('/t/group-only', false, { user: 'member:100' }),
  full('/t/closed/static', true),
  full('/t/closed/static', false, { user: 'nobody' }),
  full('/t/static', false, { user: 'stranger' }),
  full('/t/unreadable', true),
  full('/t/unreadable', false, { user: 'nobody' }),
  ...[
    'sh',
    'sh-blanks',
    'env-perl',
    'env-python',
    'env-split',
    'env-assign',
    'perl-crlf',
    'python',
    'by-script',
    'n5',
  ].map((name) => full(`/t/${name}`, true)),
  ...[
    'sh-crlf',
    'sh-e-crlf',
    'sh-bom',
    'bare',
    'no-zsh',
    'nameless',
    'env-none',
    'env-crlf',
    'env-two',
    'env-none-split',
    'by-missing',
    'n6',
    'by-denied',
    'by-broken',
    'long',
  ].map((name) => full(`/t/${name}`, false)),
  full('/t/relative', true, { workingDir: '/' }),
  full('/t/relative', false, { workingDir: '/t' }),
  script('/t/dynamic', true),
  script('exec /t/bare', true),
  script('/t/nothing', false),
  script('nosuch --flag', false),
  script('exec /t/no-zsh', false),
  script('/t/nothing || true', true),
  script('cd /t && exec ./dynamic', true),
  on('bare', '/dynamic', false),
  on('bare', '/static', true),
  on('bare', '/static-pie', true),
  on('bare', '/sh', false),
  on('bare', '/musl', false),
  on('bare', 'static', true, ['PATH=/']),
  on('glibc', '/dynamic', true),
  on('glibc', '/musl', false),
  on('glibc', '/env-perl', false),
  on('musl', '/musl', true),
  on('musl', '/musl-part', false),
  on('musl', '/musl-part', true, ['LD_LIBRARY_PATH=/opt/lib']),
  on('musl', '/dynamic', false),
  on('musl', '/lib/ld-musl-x86_64.so.1 /musl', true),
];
