import { at, atByte, atInt, atSize } from './at.ts';
import { EntryType } from './entries.ts';
import { Kind, rootPath, type PathTree } from './path-tree.ts';
import { originOf } from './records.ts';
import type { FileNode, FileTree } from './tree.ts';
import { walk } from './walk.ts';
import type { Walkable } from './walk.ts';

const entryTypes = Object.values(EntryType);

/** The stacked layers as a tree to ask. The root is at '' and is neither counted nor listed. */
export function viewTree(view: Walkable): FileTree {
  const { tree } = view;
  let count: number | undefined;
  /** −1 where nothing is. */
  const pathAt = (path: string): number => {
    if (path === '') return rootPath;
    let found: number = rootPath;
    for (let start = 0; start <= path.length;) {
      const slash = path.indexOf('/', start);
      const end = slash < 0 ? path.length : slash;
      found = tree.childOf(found, path, start, end);
      if (found === 0) return -1;
      start = end + 1;
    }
    return found;
  };
  return {
    get count() {
      count ??= countBelow(tree);
      return count;
    },
    at: (path) => {
      const found = pathAt(path);
      return found < 0 ? undefined : nodeOf(view, path, found);
    },
    resolve: (path, workingDir = '') => {
      const walked = walk(view, path.startsWith('/') ? path : `${workingDir}/${path}`, true);
      return walked && nodeOf(view, walked.names.join('/'), walked.end);
    },
    all: () => nodesBelow(view),
    names: (path) => {
      const found = pathAt(path);
      return found < 0 ? [] : namesIn(tree, found);
    },
  };
}

function countBelow(tree: PathTree): number {
  let count = 0;
  for (const kind of tree.kinds) if (kind !== Kind.absent) count += 1;
  return count - 1;
}

function* namesIn(tree: PathTree, directory: number): Generator<string> {
  for (let child = atInt(tree.first, directory); child !== 0; child = atInt(tree.next, child))
    yield tree.paths.nameOf(child);
}

function* nodesBelow(view: Walkable): Generator<FileNode> {
  const { tree } = view;
  const pending: [prefix: string, directory: number][] = [['', rootPath]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [prefix, directory] = next;
    for (let child = atInt(tree.first, directory); child !== 0; child = atInt(tree.next, child)) {
      const path = prefix + tree.paths.nameOf(child);
      yield nodeOf(view, path, child);
      if (tree.isDirectory(child)) pending.push([`${path}/`, child]);
    }
  }
}

/** Directories that no record describes are what runtimes make of them: root's, mode 0755, record −1. */
function nodeOf({ records, tree }: Walkable, path: string, place: number): FileNode {
  const record = atInt(tree.records, place);
  if (record < 0) {
    const made = { fileBytes: 0, mode: 0o755, uid: 0, gid: 0, hasCapabilities: false };
    return { path, type: EntryType.directory, ...made, layer: ~record, record: -1 };
  }
  const { layer, entries, index } = originOf(records, record);
  const type = at(entryTypes, atByte(records.types, record));
  const linkTarget = type === EntryType.symlink ? entries.linkTargets.get(index) : undefined;
  const restated = records.restated.get(record);
  // A hard link stands in the layer of its inode.
  const header = restated === undefined ? index : originOf(records, restated).index;
  return {
    path,
    type,
    fileBytes: atSize(entries.fileBytes, index),
    mode: at(entries.modes, header),
    uid: at(entries.uids, header),
    gid: at(entries.gids, header),
    ...(linkTarget !== undefined && { linkTarget }),
    hasCapabilities: entries.withCapabilities.has(header),
    layer,
    record: index,
  };
}
