import { EntryType } from '../../src/image/entries.ts';
import type { HiddenCopy } from '../../src/result/measurement.ts';
import type { LayerRecord } from '../support/images.ts';
import { isFolder, list } from './slow-folders.ts';
import type { Folder, Inode } from './slow-folders.ts';

/** How a layer hides each name that an inode had before. */
export function howNamesWent(before: Folder, own: Folder, inode: Inode): ReadonlySet<HiddenCopy['how']> {
  const hows = new Set<HiddenCopy['how']>();
  list(before, '', (path, node) => {
    if (node === inode) hows.add(howWent(own, path.split('/'), inode));
  });
  return hows;
}

/** What a layer does to a name that it hides: the outermost folder that it takes away or replaces decides. */
function howWent(folder: Folder, [name = '', ...rest]: readonly string[], inode: Inode): HiddenCopy['how'] {
  if (folder.opaque && folder.path === '') return 'opaque';
  const node = folder.children.get(name);
  const isGone = folder.hides.has(name);
  if (rest.length === 0) {
    if (node === undefined) return 'deleted';
    return !isFolder(node) && isSame(node.record, inode.record) ? 'metadata-only' : 'overwritten';
  }
  if (node === undefined) return 'directory-deleted';
  if (!isFolder(node)) return 'overwritten';
  return isGone ? 'directory-deleted' : node.opaque ? 'opaque' : howWent(node, rest, inode);
}

function isSame(one: LayerRecord, other: LayerRecord): boolean {
  if (one.type !== other.type) return false;
  if (one.type === EntryType.symlink) return one.linkTarget === other.linkTarget;
  return one.type === EntryType.file && one.body !== undefined && other.body?.toString() === one.body.toString();
}
