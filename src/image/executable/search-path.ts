import type { ElfFacts } from '../elf.ts';
import { substitutions } from './loader.ts';

/** A program or library in the memory of a process that starts. */
export interface Loaded {
  /** Absolute, as the loader found it: symbolic links of libraries are not resolved, the program's own are. */
  readonly path: string;
  readonly elf: ElfFacts;
  /** What needed it first; absent for the program. */
  readonly neededBy?: Loaded;
}

/** Directories besides those the files name themselves. */
export interface Surroundings {
  /** LD_LIBRARY_PATH of the image. */
  readonly libraryPath: string | undefined;
  readonly workingDir: string;
}

/**
 * Where glibc looks for a library before its cache and its own directories: RPATH of who needs it and of who needed that,
 * unless it has a RUNPATH; LD_LIBRARY_PATH; its RUNPATH.
 * @see https://man7.org/linux/man-pages/man8/ld.so.8.html
 */
export function glibcPath(asking: Loaded, around: Surroundings): readonly string[] {
  const inherited =
    asking.elf.runpath === undefined ? chainOf(asking).filter(({ elf }) => elf.runpath === undefined) : [];
  return [
    ...inherited.flatMap((one) => listed(one.elf.rpath, one, around)),
    ...listed(around.libraryPath?.replaceAll(';', ':'), asking, around),
    ...listed(asking.elf.runpath, asking, around),
  ];
}

/**
 * Where musl looks for a library before the system's path: LD_LIBRARY_PATH, then RUNPATH, or RPATH without one, of
 * who needs it and of who needed that.
 * @see https://git.musl-libc.org/cgit/musl/tree/ldso/dynlink.c load_library
 */
export function muslPath(asking: Loaded, around: Surroundings): readonly string[] {
  return [
    ...listed(around.libraryPath, asking, around),
    ...chainOf(asking).flatMap((one) => listed(one.elf.runpath ?? one.elf.rpath, one, around)),
  ];
}

function chainOf(start: Loaded): readonly Loaded[] {
  const chain: Loaded[] = [];
  for (let one: Loaded | undefined = start; one; one = one.neededBy) chain.push(one);
  return chain;
}

/** The directories of a path; an empty list is none, an empty entry is the working directory. */
function listed(
  path: string | undefined,
  { path: file, elf }: Loaded,
  { workingDir }: Surroundings,
): readonly string[] {
  if (path === undefined || path === '') return [];
  return path
    .split(':')
    .flatMap((entry) => expand(entry, file, elf))
    .map((entry) => (entry.startsWith('/') ? entry : `${workingDir}/${entry}`));
}

/** Replaces $ORIGIN, $LIB and $PLATFORM; several paths where distributions differ. */
export function expand(text: string, file: string, elf: ElfFacts): readonly string[] {
  const { lib, platform } = substitutions(elf);
  const origin = file.slice(0, Math.max(1, file.lastIndexOf('/')));
  const filled = text
    .replaceAll(/\$(?:ORIGIN\b|\{ORIGIN\})/g, () => origin)
    .replaceAll(/\$(?:PLATFORM\b|\{PLATFORM\})/g, () => platform);
  const pattern = /\$(?:LIB\b|\{LIB\})/g;
  return pattern.test(filled) ? lib.map((one) => filled.replaceAll(pattern, () => one)) : [filled];
}
