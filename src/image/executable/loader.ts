import type { ElfFacts } from '../elf.ts';
import type { FileNode } from '../tree.ts';

/** A dynamic loader of the image: whose it is decides where it looks for libraries. */
export interface Loader {
  readonly libc: 'glibc' | 'musl';
  /** Directories it looks in when nothing else says where. */
  readonly directories: readonly string[];
  /** Alpine's gcompat: runs programs of glibc on musl with a library of its own. */
  readonly isGcompat: boolean;
}

const triplets: Readonly<Record<string, string>> = {
  amd64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
  '386': 'i386-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  ppc64le: 'powerpc64le-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
  s390x: 's390x-linux-gnu',
  loong64: 'loongarch64-linux-gnu',
  mips64le: 'mips64el-linux-gnuabi64',
};
const platforms: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  '386': 'i686',
  arm: 'v7l',
  ppc64le: 'powerpc64le',
};

/** What musl calls the architecture in its loader's name. */
export function muslArchitecture(loaderPath: string): string | undefined {
  return /(?:^|\/)ld-musl-([\w.-]+)\.so\.1$/.exec(loaderPath)?.[1];
}

/**
 * Tells loaders apart by name, soname and content.
 * @param asked the path the program asks for.
 * @returns undefined for a loader that is neither glibc's nor musl's.
 */
export function recogniseLoader(asked: string, node: FileNode, elf: ElfFacts, body: Uint8Array): Loader | undefined {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (muslArchitecture(asked) !== undefined || muslArchitecture(node.path) !== undefined)
    return { libc: 'musl', directories: ['/lib', '/usr/local/lib', '/usr/lib'], isGcompat: false };
  if (text.includes('libgcompat'))
    return { libc: 'musl', directories: ['/lib', '/usr/local/lib', '/usr/lib'], isGcompat: true };
  if (!/^ld(-linux[\w-]*|64|-[\d.]+)?\.so/.test(elf.soname ?? '')) return undefined;
  return { libc: 'glibc', directories: systemDirectories(text) ?? usualDirectories(elf), isGcompat: false };
}

/** glibc's loader holds its directories one after the other, each with a slash and a NUL at its end. */
function systemDirectories(body: Buffer): readonly string[] | undefined {
  const runs = body.toString('latin1').match(/(?:\/[\w.+@/-]*lib[\w.+@/-]*\/\0)+/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  const directories = longest?.split('\0').flatMap((path) => (path === '' ? [] : path.replace(/\/+$/, '')));
  return directories;
}

function usualDirectories({ machine, bits }: ElfFacts): readonly string[] {
  const triplet = triplets[machine];
  const multiarch = triplet === undefined ? [] : [`/lib/${triplet}`, `/usr/lib/${triplet}`];
  return [...multiarch, ...(bits === 64 ? ['/lib64', '/usr/lib64'] : []), '/lib', '/usr/lib'];
}

/** What stands for $LIB and $PLATFORM in library paths; distributions differ in $LIB. */
export function substitutions({ machine, bits }: ElfFacts): {
  readonly lib: readonly string[];
  readonly platform: string;
} {
  const triplet = triplets[machine];
  return {
    lib: [...(triplet === undefined ? [] : [`lib/${triplet}`]), bits === 64 ? 'lib64' : 'lib'],
    platform: platforms[machine] ?? machine,
  };
}
