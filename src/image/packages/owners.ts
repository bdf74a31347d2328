import type { InstalledPackage } from '../../result/measurement.ts';
import { atCount, atInt, atSize } from '../at.ts';
import { EntryType } from '../entries.ts';
import { Kind, rootPath } from '../path-tree.ts';
import type { Squashed } from '../squash.ts';
import type { FileNode, FileTree } from '../tree.ts';
import { walk } from '../walk.ts';
import type { PackageFiles, PackageListing } from './package.ts';

/** Which package each visible record belongs to. */
export interface Ownership {
  /** Sorted by name, then manager, architecture and version. */
  readonly packages: readonly InstalledPackage[];
  /** Index into `packages`, or −1, by record. */
  readonly ownerOf: Int32Array;
}

/** Finds the visible files of every package; a file owned twice goes to the first owner by name. */
export function ownRecords(squashed: Squashed, listing: PackageListing): Ownership {
  const { stacked, records } = squashed;
  const ownerOf = new Int32Array(records.count).fill(-1);
  const placeOf = listedPlace(squashed);
  const packages: InstalledPackage[] = [];
  for (const listed of sortedPackages(listing)) {
    const bytesByLayer = new Map<number, number>();
    for (const path of listed.files) {
      const place = placeOf(path);
      if (stacked.kinds[place] !== Kind.inode) continue;
      const record = atInt(stacked.records, place);
      if (ownerOf[record] !== -1) continue;
      ownerOf[record] = packages.length;
      const layer = atCount(records.layerOf, record);
      bytesByLayer.set(layer, (bytesByLayer.get(layer) ?? 0) + atSize(records.bytes, record));
    }
    packages.push(installed(listed, bytesByLayer));
  }
  return { packages, ownerOf };
}

function installed(listed: PackageFiles, bytesByLayer: ReadonlyMap<number, number>): InstalledPackage {
  const { manager, name, version, architecture } = listed;
  const shares = [...bytesByLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
  const bytes = shares.reduce((sum, [, share]) => sum + share, 0);
  const layer = shares[0]?.[0] ?? 0;
  return { manager, name, version, ...(architecture !== undefined && { architecture }), bytes, layer };
}

/** The package a visible path belongs to, by its path after symbolic links in its folders are resolved. */
export function packageOwners(tree: FileTree, listing: PackageListing): ReadonlyMap<string, PackageFiles> {
  const owners = new Map<string, PackageFiles>();
  const nodeOf = listedNode(tree);
  for (const listed of sortedPackages(listing))
    for (const path of listed.files) {
      const node = nodeOf(path);
      if (node && node.type !== EntryType.directory && !owners.has(node.path)) owners.set(node.path, listed);
    }
  return owners;
}

function sortedPackages({ packages }: PackageListing): readonly PackageFiles[] {
  const keyed = packages.map((listed) => ({ listed, key: sortKey(listed) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ listed }) => listed);
}

function sortKey({ name, manager, architecture = '', version }: PackageFiles): string {
  return [name, manager, architecture, version].join('\n');
}

/** As {@link listedNode}, by number; the root where there is nothing. */
function listedPlace({ stacked, records }: Squashed): (path: string) => number {
  const folders = new Map<string, number>();
  let spelled = '';
  let folder: number = rootPath;
  const folderOf = (path: string): number => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    // Lists name a folder ahead of what is in it, so that the one above is nearly always known.
    const cut = path.lastIndexOf('/');
    const above = cut < 0 ? rootPath : (folders.get(path.slice(0, cut)) ?? -1);
    const child = above < 0 ? 0 : stacked.childOf(above, path, cut + 1);
    const found =
      child !== 0 && stacked.isDirectory(child) ? child : (walk({ records, tree: stacked }, path, true)?.end ?? -1);
    folders.set(path, found);
    return found;
  };
  return (path) => {
    const cut = path.lastIndexOf('/');
    if (cut < 0) return stacked.childOf(rootPath, path);
    // Most files are listed behind another of their folder.
    if (cut !== spelled.length || !path.startsWith(spelled)) {
      spelled = path.slice(0, cut);
      folder = folderOf(spelled);
    }
    return folder < 0 ? rootPath : stacked.childOf(folder, path, cut + 1);
  };
}

/** Where a listed path is now: `/bin/ls` may be in `/usr/bin`, since folders became links but the lists stayed. */
function listedNode(tree: FileTree): (path: string) => FileNode | undefined {
  const folders = new Map<string, string | undefined>();
  return (path) => {
    const cut = path.lastIndexOf('/');
    if (cut < 0) return tree.at(path);
    const folder = path.slice(0, cut);
    if (!folders.has(folder)) folders.set(folder, tree.resolve(`/${folder}`)?.path);
    const real = folders.get(folder);
    return real === undefined ? undefined : tree.at(real === '' ? path.slice(cut + 1) : `${real}${path.slice(cut)}`);
  };
}
