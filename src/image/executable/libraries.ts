import { EntryType } from '../entries.ts';
import type { ElfFacts } from '../elf.ts';
import type { FileNode } from '../tree.ts';
import type { BodyReader } from './body-reader.ts';
import { isPermitted, right } from './credentials.ts';
import type { MissingLibrary, MissingVersion } from './facts.ts';
import type { Loader } from './loader.ts';
import { lookUp } from './look-up.ts';
import type { Place } from './look-up.ts';
import { missingVersions } from './symbol-versions.ts';
import { expand, glibcPath, muslPath } from './search-path.ts';
import type { Loaded, Surroundings } from './search-path.ts';

/** What a loader goes by to find libraries. */
export interface LoaderView {
  readonly loader: Loader;
  /** As the program asks for it, absolute. */
  readonly loaderPath: string;
  readonly loaderElf: ElfFacts;
  readonly around: Surroundings;
  /** ld.so.cache; empty where there is none. */
  readonly cache: ReadonlyMap<string, readonly string[]>;
  /** musl's own directories, or what its path file lists. */
  readonly systemPath: readonly string[];
}

/** A library that was not found, and what needs it. */
export type Unresolved = Pick<MissingLibrary, 'name' | 'neededBy'>;

/** What became of the libraries of a program. */
export interface ResolvedLibraries {
  readonly found: number;
  readonly missing: readonly Unresolved[];
  readonly versions: readonly MissingVersion[];
  readonly unchecked: readonly string[];
}

interface Wanted {
  readonly name: string;
  readonly by: Loaded;
}

/** More than any program loads at its start. */
const maxLibraries = 1000;

/** Follows DT_NEEDED breadth first, as both loaders do, and says what is not found. */
export async function resolveLibraries(
  program: Loaded,
  view: LoaderView,
  place: Place,
  reader: BodyReader,
): Promise<ResolvedLibraries> {
  const satisfied = new Set(ownNames(view));
  const missing: Unresolved[] = [];
  const unchecked: string[] = [];
  const loaded: Loaded[] = [program, { path: view.loaderPath, elf: view.loaderElf }];
  let found = 0;
  let wanted = wantedBy(program);
  while (wanted.length > 0) {
    const news = wanted.filter(({ name }, index) => !isSatisfied(name, satisfied, view) && isFirst(wanted, index));
    if (found + news.length > maxLibraries)
      return {
        found,
        missing,
        versions: [],
        unchecked: [...unchecked, `${program.path} needs more than ${maxLibraries} libraries.`],
      };
    const candidates = news.map((one) => candidatesOf(one, view, place));
    const nodes = new Map(candidates.flat().map(({ node }) => [node.path, node]));
    const files = await reader.files([...nodes.values()]);
    const next: Wanted[] = [];
    for (const [index, { name, by }] of news.entries()) {
      // An object loaded for another name of this very round may have this one as its soname.
      if (isSatisfied(name, satisfied, view)) continue;
      satisfied.add(name);
      const here = candidates[index] ?? [];
      const unread = here.find(({ node }) => !files.has(node.path));
      const fitting = here.find(({ node }) => fits(files.get(node.path)?.elf, program.elf));
      const elf = fitting && files.get(fitting.node.path)?.elf;
      if (!fitting || typeof elf !== 'object') {
        if (unread) unchecked.push(`/${unread.node.path}, which ${by.path} needs, could not be read.`);
        else missing.push({ name, neededBy: by.path });
        continue;
      }
      found += 1;
      if (elf.soname !== undefined) satisfied.add(elf.soname);
      if (elf.unread !== undefined) unchecked.push(`What ${fitting.path} needs is not known: ${elf.unread}.`);
      const itself = { path: fitting.path, elf, neededBy: by };
      loaded.push(itself);
      next.push(...wantedBy(itself));
    }
    wanted = next;
  }
  const versions = view.loader.libc === 'glibc' ? missingVersions(loaded) : [];
  return { found, missing, versions, unchecked };
}

const wantedBy = (by: Loaded): readonly Wanted[] => (by.elf.needed ?? []).map((name) => ({ name, by }));

const isFirst = (wanted: readonly Wanted[], index: number): boolean =>
  wanted.findIndex(({ name }) => name === wanted[index]?.name) === index;

/** The loader is in memory already, under each of its names. */
function ownNames({ loaderPath, loader }: LoaderView): readonly string[] {
  const name = loaderPath.slice(loaderPath.lastIndexOf('/') + 1);
  return loader.isGcompat ? [name, 'libgcompat.so.0'] : [name, loaderPath];
}

/** musl is libc, libm, libpthread and more in one file, and takes all their names for itself. */
function isSatisfied(name: string, satisfied: ReadonlySet<string>, { loader }: LoaderView): boolean {
  if (satisfied.has(name)) return true;
  if (loader.libc !== 'musl') return false;
  return /^lib(c|pthread|rt|m|dl|util|xnet)\./.test(name) || (loader.isGcompat && name.startsWith('ld-linux'));
}

interface Candidate {
  /** Where the loader finds it. */
  readonly path: string;
  readonly node: FileNode;
}

function candidatesOf({ name, by }: Wanted, view: LoaderView, place: Place): readonly Candidate[] {
  const { loader, around, cache, systemPath } = view;
  const paths = name.includes('/')
    ? expand(name, by.path, by.elf)
    : loader.libc === 'musl'
      ? below(name, [...muslPath(by, around), ...systemPath])
      : [...below(name, glibcPath(by, around)), ...(cache.get(name) ?? []), ...below(name, loader.directories)];
  const seen = new Set<string>();
  return paths.flatMap((path): readonly Candidate[] => {
    const node = readable(place, path);
    if (!node || seen.has(node.path)) return [];
    seen.add(node.path);
    return [{ path, node }];
  });
}

const below = (name: string, directories: readonly string[]): readonly string[] =>
  directories.map((directory) => `${directory}/${name}`);

/** The regular file at a path if this user may read it. */
export function readable(place: Place, path: string): FileNode | undefined {
  const found = lookUp(place, path);
  if (found.state !== 'found' || found.node.type !== EntryType.file) return undefined;
  return isPermitted(found.node, right.read, place.who) ? found.node : undefined;
}

/** Loaders pass over libraries for another machine. */
function fits(elf: ElfFacts | string | undefined, program: ElfFacts): boolean {
  return typeof elf === 'object' && elf.machine === program.machine && elf.bits === program.bits;
}
