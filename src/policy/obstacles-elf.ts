import type { Obstacle } from '../image/executable/facts.ts';
import type { Described } from './obstacle-words.ts';

type Loader = Obstacle & { readonly kind: 'loader' };
type Versions = Obstacle & { readonly kind: 'versions' };
type Libraries = Obstacle & { readonly kind: 'libraries' };

const maxNamed = 10;
const isMusl = (loader: string): boolean => loader.includes('ld-musl');

/** What the kernel says of a program whose loader is not there, or of no use. */
export function loaderMessage(obstacle: Loader, via: string): string {
  const { path, loader, state, through, caller, others } = obstacle;
  const program = through[0] ?? path;
  const says = (error: string): string =>
    caller === 'runtime' ? `\`exec ${program}: ${error}\`` : `\`${path}: ${error}\``;
  const has = others.length > 0 ? ` The image has ${others.join(', ')}.` : '';
  const head = `${path} is dynamically linked${via} and asks for the loader ${loader}`;
  switch (state) {
    case 'missing':
      return `${head}, which the image does not have: ${says('no such file or directory')}, although ${path} is there.${has}`;
    case 'not-executable':
      return `${head}, which may not be executed: ${says('permission denied')}.`;
    case 'not-elf':
      return `${head}, which is no ELF file: ${says('accessing a corrupted shared library')}.`;
    case 'other-machine':
      return `${head}, which is for another machine: ${says('accessing a corrupted shared library')}.`;
  }
}

/** Static, or the loader and libraries beside it, or a base that has them. */
export function howToGetLoader({ loader, needed, others, state }: Loader): string {
  if (state === 'not-executable') return `\`RUN chmod +x ${loader}\`, or copy it with its mode.`;
  const files = [loader, ...needed].join(', ');
  const base = isMusl(loader) ? 'musl (FROM alpine)' : 'glibc (FROM debian:bookworm-slim, gcr.io/distroless/cc)';
  const other = others.find((one) => isMusl(one) !== isMusl(loader));
  const mixed =
    other === undefined
      ? ''
      : isMusl(other)
        ? ' The image’s C library is musl: build the program there, on Alpine, too.'
        : ' The image’s C library is glibc: build the program there, on Debian or the like, too.';
  return `Build it with \`-static\` (Go: CGO_ENABLED=0; Rust: a …-linux-musl target), or copy the loader and libraries into the image (${files}), or use a base with ${base}.${mixed}`;
}

/** What the loader will say of the first missing library, and which others are missing. */
export function missingMessage({ path, missing, libc }: Libraries, via: string): string {
  const names = missing
    .slice(0, maxNamed)
    .map(({ name, neededBy }) => (neededBy === path ? name : `${name} (for ${neededBy})`));
  const more = missing.length > maxNamed ? ` and ${missing.length - maxNamed} more` : '';
  const first = missing[0];
  const says =
    libc === 'musl'
      ? `Error loading shared library ${first?.name}: No such file or directory (needed by ${first?.neededBy})`
      : `${path}: error while loading shared libraries: ${first?.name}: cannot open shared object file: No such file or directory`;
  const count = missing.length === 1 ? 'a library' : `${missing.length} libraries`;
  return `${path}${via} needs ${count} that the loader will not find: ${names.join(', ')}${more}. It ends with \`${says}\`.`;
}

/** ldconfig, where that is all that lacks; the path, where the library is somewhere else; else the library itself. */
export function howToFindLibraries({ missing, libc }: Libraries): string {
  const uncached = missing.filter(({ notInCache }) => notInCache);
  const elsewhere = missing.filter(({ notInCache, elsewhere: paths }) => !notInCache && paths.length > 0);
  const absent = missing.filter(({ notInCache, elsewhere: paths }) => !notInCache && paths.length === 0);
  const folders = [
    ...new Set(
      elsewhere.flatMap(({ elsewhere: paths }) => paths.slice(0, 1).map((path) => path.replace(/\/[^/]*$/, ''))),
    ),
  ];
  const listed = libc === 'musl' ? 'add it to /etc/ld-musl-ARCH.path' : 'add it to /etc/ld.so.conf.d and run ldconfig';
  return [
    ...(uncached.length > 0
      ? [
          `Run \`ldconfig\` after copying ${named(uncached)}: the loader reads /etc/ld.so.cache, which does not list them.`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          `${named(elsewhere)} lies in ${folders.join(', ')}, where this loader does not look: set LD_LIBRARY_PATH to it, ${listed}, or link with \`-Wl,-rpath\`.`,
        ]
      : []),
    ...(absent.length > 0
      ? [`Install the packages of ${named(absent)} in the final stage, copy the files there, or link with \`-static\`.`]
      : []),
  ].join(' ');
}

/** A program from a newer distribution than the image's. */
export function describeVersions({ path, missing }: Versions, via: string): Omit<Described, 'paths'> {
  const [first] = missing;
  const names = [...new Set(missing.map(({ version, library }) => `${version} of ${library}`))];
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : '';
  return {
    message: `${path}${via} was linked with newer libraries than the image has; these lack ${names.slice(0, maxNamed).join(', ')}${more}. It ends with \`${first?.library}: version '${first?.version}' not found (required by ${first?.neededBy})\`.`,
    howToPass:
      'Build it on the release the final stage is of, or on an older one; or take a newer final base; or link with `-static`.',
  };
}

const named = (libraries: readonly { readonly name: string }[]): string =>
  libraries
    .slice(0, maxNamed)
    .map(({ name }) => name)
    .join(', ');
