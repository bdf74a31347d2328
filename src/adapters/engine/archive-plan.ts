import type { LayerEntries } from '../../image/entries.ts';
import { folderOf } from './folder-bodies.ts';

/** A file that is wanted of a container. */
export interface WantedFile {
  readonly path: string;
  readonly fileBytes: number;
}

/** One archive to ask for: a folder with all that is in it, or a file. */
export interface ArchiveCall {
  readonly path: string;
  readonly isFolder: boolean;
  /** The wanted files it brings. */
  readonly files: readonly string[];
  /** What it takes, at a guess. */
  readonly ms: number;
}

// Milliseconds that Docker 20.10 takes on two cores, and we with what it sends: a call for a file of no size, what a
// megabyte of a large file adds, and what a thousand small files do.
const callMs = 50;
const msPerByte = 2.5 / 1e6;
const msPerEntry = 35 / 1e3;

/** So many are asked for one by one without a look at what lies beside them. */
const fewFiles = 2;

interface Folder {
  readonly path: string;
  readonly folders: Folder[];
  readonly files: WantedFile[];
  /** All that lies below it. */
  bytes: number;
  entries: number;
}

/**
 * The archives that bring wanted files soonest: a call takes the engine longer than a folder of small files does, so that
 * a folder is asked for whole where that is cheaper than its parts.
 * @param layers what the container's files may come from; what one hides of another counts as well, so that folders seem
 * rather larger than they are
 */
export function planArchives(wanted: readonly WantedFile[], layers: readonly LayerEntries[]): readonly ArchiveCall[] {
  // Few calls cost less than to look at every entry; and of what is unknown a folder may hold anything.
  if (layers.length === 0 || (wanted.length <= fewFiles && wanted.every(({ path }) => isText(path))))
    return wanted.map(alone);
  const folders = new Map<string, Folder>();
  const root = folderAt(folders, '');
  for (const file of wanted) folderAt(folders, folderOf(file.path)).files.push(file);
  for (const entries of layers) weigh(folders, entries);
  return [...root.files.map(alone), ...root.folders.flatMap(cheapest)];
}

function folderAt(folders: Map<string, Folder>, path: string): Folder {
  const known = folders.get(path);
  if (known) return known;
  const folder: Folder = { path, folders: [], files: [], bytes: 0, entries: 0 };
  folders.set(path, folder);
  if (path !== '') folderAt(folders, folderOf(path)).folders.push(folder);
  return folder;
}

/** Adds a layer's entries to the folders of interest above them. */
function weigh(folders: ReadonlyMap<string, Folder>, { count, paths, fileBytes }: LayerEntries): void {
  for (let index = 0; index < count; index += 1) {
    const path = paths[index] ?? '';
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      const folder = folders.get(path.slice(0, slash));
      if (!folder) break;
      folder.bytes += fileBytes[index] ?? 0;
      folder.entries += 1;
    }
  }
}

function cheapest(folder: Folder): readonly ArchiveCall[] {
  const parts = [...folder.files.map(alone), ...folder.folders.flatMap(cheapest)];
  const partsMs = parts.reduce((sum, { ms }) => sum + ms, 0);
  const ms = callMsOf(folder.path) + folder.bytes * msPerByte + folder.entries * msPerEntry;
  if (partsMs <= ms) return parts;
  return [{ path: folder.path, isFolder: true, files: parts.flatMap(({ files }) => files), ms }];
}

const alone = ({ path, fileBytes }: WantedFile): ArchiveCall => ({
  path,
  isFolder: false,
  files: [path],
  ms: callMsOf(path) + fileBytes * msPerByte,
});

/** Docker finds nothing under a path that is not UTF-8: what has such a name comes with a folder above it, or not at all. */
const callMsOf = (path: string): number => (isText(path) ? callMs : Infinity);
const isText = (path: string): boolean => !/[\uDC80-\uDCFF]/u.test(path);
