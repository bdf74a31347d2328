import { EntryType } from '../entries.ts';
import type { FileTree } from '../tree.ts';
import type { MissingLibrary } from './facts.ts';
import { confDirectories } from './ld-conf.ts';
import { readable } from './libraries.ts';
import type { Unresolved } from './libraries.ts';
import type { Loader } from './loader.ts';
import type { Scene } from './outcome.ts';

/** Adds where else in the image libraries of these names lie. */
export async function whereElse(
  missing: readonly Unresolved[],
  { place, reader }: Scene,
  libc: Loader['libc'],
): Promise<readonly MissingLibrary[]> {
  const names = new Set(missing.map(({ name }) => name));
  const files = [...place.tree.all()].filter(
    ({ path, type }) => type !== EntryType.directory && names.has(path.slice(path.lastIndexOf('/') + 1)),
  );
  const listed =
    libc === 'glibc' ? await confDirectories(place.tree, (nodes, maxBytes) => reader.whole(nodes, maxBytes)) : [];
  return missing.map((one) => ({
    ...one,
    elsewhere: files.filter(({ path }) => `/${path}`.endsWith(`/${one.name}`)).map(({ path }) => `/${path}`),
    notInCache: listed.some((directory) => readable(place, `${directory}/${one.name}`) !== undefined),
  }));
}

/** Dynamic loaders the image has, absolute: what it could run. */
export function loadersIn(tree: FileTree): readonly string[] {
  const folders = new Map<string, string>();
  for (const folder of ['lib', 'lib64', 'usr/lib', 'usr/lib64']) {
    const real = tree.resolve(folder)?.path;
    if (real !== undefined && !folders.has(real)) folders.set(real, folder);
  }
  return [...folders].flatMap(([real, folder]) =>
    [...tree.names(real)]
      .filter((name) => /^ld(-linux|-musl|64).*\.so/.test(name) && tree.resolve(`${real}/${name}`))
      .map((name) => `/${folder}/${name}`),
  );
}
