import { at } from './at.ts';
import { childrenOf } from './directories.ts';
import { EntryType } from './entries.ts';
import { originOf, pathOf } from './records.ts';
import type { FileNode, FileTree } from './tree.ts';
import { walk } from './walk.ts';
import type { Walkable } from './walk.ts';

const entryTypes = Object.values(EntryType);

/** The stacked layers as a tree to ask. The root is at '' and is neither counted nor listed. */
export function viewTree(view: Walkable): FileTree {
  const { table, root } = view;
  let count: number | undefined;
  const childAt = (path: string): number | undefined => {
    let child = ~root;
    if (path === '') return child;
    for (const name of path.split('/')) {
      const next = child < 0 ? childrenOf(table, ~child).get(name) : undefined;
      if (next === undefined) return undefined;
      child = next;
    }
    return child;
  };
  return {
    get count() {
      count ??= countBelow(view);
      return count;
    },
    at: (path) => {
      const child = childAt(path);
      return child === undefined ? undefined : nodeOf(view, path, child);
    },
    resolve: (path, workingDir = '') => {
      const walked = walk(view, path.startsWith('/') ? path : `${workingDir}/${path}`, true);
      return walked && nodeOf(view, walked.names.join('/'), walked.child);
    },
    all: () => nodesBelow(view),
    names: (path) => {
      const child = childAt(path);
      return child !== undefined && child < 0 ? childrenOf(table, ~child).keys() : [];
    },
  };
}

function countBelow({ table, root }: Walkable): number {
  let count = 0;
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const children = childrenOf(table, next);
    count += children.size;
    for (const child of children.values()) if (child < 0) pending.push(~child);
  }
  return count;
}

function* nodesBelow(view: Walkable): Generator<FileNode> {
  const pending: [prefix: string, directory: number][] = [['', view.root]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [prefix, directory] = next;
    for (const [name, child] of childrenOf(view.table, directory)) {
      const path = prefix + name;
      yield nodeOf(view, path, child);
      if (child < 0) pending.push([`${path}/`, ~child]);
    }
  }
}

/** Directories that no record describes are what runtimes make of them: root's, mode 0755, record −1. */
function nodeOf({ records, table }: Walkable, path: string, child: number): FileNode {
  const record = child < 0 ? at(table.records, ~child) : child;
  if (record < 0) {
    const made = { fileBytes: 0, mode: 0o755, uid: 0, gid: 0, hasCapabilities: false };
    return { path, type: EntryType.directory, ...made, layer: ~record, record: -1 };
  }
  const { layer, entries, index } = originOf(records, record);
  const type = at(entryTypes, at(records.types, record));
  const linkTarget = type === EntryType.symlink ? entries.linkTargets.get(index) : undefined;
  return {
    path,
    type,
    fileBytes: at(entries.fileBytes, index),
    mode: at(entries.modes, index),
    uid: at(entries.uids, index),
    gid: at(entries.gids, index),
    ...(linkTarget !== undefined && { linkTarget }),
    hasCapabilities: entries.withCapabilities.has(index),
    layer,
    record: index,
  };
}

/** A visible or hidden record as a node at the path it was stored under. */
export function nodeOfRecord(view: Walkable, record: number): FileNode {
  return nodeOf(view, pathOf(view.records, record), record);
}
