import { atByte, atText } from './at.ts';
import { EntryType } from './entries.ts';
import { Kind, Mark } from './path-tree.ts';
import { folderOf } from './unpacking.ts';
import type { Folder, Unpacking } from './unpacking.ts';

/** The directory a mark stands in. */
export function markFolder(unpacking: Unpacking, index: number): Folder {
  const path = atText(unpacking.entries.paths, index);
  const isOpaque = unpacking.entries.types[index] === EntryType.opaque;
  return folderOf(
    unpacking,
    isOpaque ? `${path}/` : path,
    isOpaque && path !== '' ? path.length : path.lastIndexOf('/'),
  );
}

/** A whiteout of something this very layer brings is a mark on that, else a child of its own. */
export function putMark({ tree, entries, start, records }: Unpacking, index: number, folder: Folder): void {
  const { directory, landed } = folder;
  if (entries.types[index] === EntryType.opaque) {
    tree.marks[directory] = atByte(tree.marks, directory) | Mark.opaque;
    return;
  }
  const name = atText(entries.paths, index);
  const path = tree.paths.add(directory, name, name.lastIndexOf('/') + 1);
  records.places[start + index] = path;
  if (landed !== undefined) records.spelled.set(start + index, tree.paths.addAll(name));
  if (tree.kinds[path] === Kind.absent) tree.add(path, Kind.inode, start + index);
  else if (tree.isDirectory(path)) tree.marks[path] = atByte(tree.marks, path) | Mark.whitedOut;
}
