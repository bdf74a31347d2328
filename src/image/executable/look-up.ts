import { EntryType } from '../entries.ts';
import type { FileNode, FileTree } from '../tree.ts';
import { isPermitted, right } from './credentials.ts';
import type { Credentials } from './credentials.ts';

/** What a process that opens a path comes to. */
export type LookedUp =
  | { readonly state: 'found'; readonly node: FileNode }
  /** `link`: the last symbolic link that was followed on the way. */
  | { readonly state: 'missing'; readonly link?: FileNode }
  /** A directory the user may not search. */
  | { readonly state: 'denied'; readonly directory: FileNode };

/** Where a process stands: its image, its directory and who it is. */
export interface Place {
  readonly tree: FileTree;
  /** Absolute, as configured; '' is the root. */
  readonly workingDir: string;
  readonly who: Credentials;
}

/** As Linux: a path that leads through more symbolic links does not resolve. */
const maxLinks = 40;

/** Follows a path as the kernel does for this user: symbolic links inside the image, search permission in every directory. */
export function lookUp({ tree, workingDir, who }: Place, path: string): LookedUp {
  const pending = path.split('/').toReversed();
  const names = path.startsWith('/') ? [] : startOf(tree, workingDir);
  let link: FileNode | undefined;
  for (let links = 0; ;) {
    const name = pending.pop();
    if (name === undefined) break;
    if (name === '' || name === '.') continue;
    const directory = tree.at(names.join('/'));
    // Only a working directory that is yet to be made is missing here.
    if (name === '..' && !directory) {
      names.pop();
      continue;
    }
    if (directory?.type !== EntryType.directory) return missing(link);
    if (!isPermitted(directory, right.execute, who)) return { state: 'denied', directory };
    if (name === '..') {
      names.pop();
      continue;
    }
    const node = tree.at([...names, name].join('/'));
    if (!node) return missing(link);
    if (node.type !== EntryType.symlink) {
      names.push(name);
      continue;
    }
    link = node;
    links += 1;
    if (links > maxLinks) return missing(link);
    const target = node.linkTarget ?? '';
    if (target.startsWith('/')) names.length = 0;
    for (const part of target.split('/').toReversed()) pending.push(part);
  }
  const node = tree.at(names.join('/'));
  const isFolderAsked = path.endsWith('/') && node?.type !== EntryType.directory;
  return node && !isFolderAsked ? { state: 'found', node } : missing(link);
}

/** The runtime makes the working directory where it is missing, and enters it before it becomes the user. */
function startOf(tree: FileTree, workingDir: string): string[] {
  const path = tree.resolve(workingDir.replace(/^\/+/, ''))?.path ?? workingDir;
  return path.split('/').filter((name) => name !== '');
}

const missing = (link: FileNode | undefined): LookedUp => ({ state: 'missing', ...(link && { link }) });

/** What a PATH search comes to; `path` is what is executed then. */
export type Searched =
  | { readonly state: 'found'; readonly path: string; readonly node: FileNode }
  | Exclude<LookedUp, { readonly state: 'found' }>
  | { readonly state: 'directory' | 'not-executable'; readonly path: string; readonly node: FileNode };

/**
 * Finds a command's program as Go's LookPath, `execvp` and shells do: a word with a slash is a path, any other is
 * looked for in PATH's directories, where files that may not be executed are passed over.
 */
export function searchProgram(place: Place, word: string, directories: readonly string[]): Searched {
  if (word.includes('/')) return asProgram(word, lookUp(place, word), place);
  let refused: Searched | undefined;
  for (const directory of directories) {
    const path = `${directory === '' ? '.' : directory.replace(/\/+$/, '')}/${word}`;
    const found = asProgram(path, lookUp(place, path), place);
    if (found.state === 'found') return found;
    if (found.state === 'not-executable') refused ??= found;
  }
  return refused ?? { state: 'missing' };
}

function asProgram(path: string, found: LookedUp, { who }: Place): Searched {
  if (found.state !== 'found') return found;
  const { node } = found;
  if (node.type === EntryType.directory) return { state: 'directory', path, node };
  return { state: isPermitted(node, right.execute, who) ? 'found' : 'not-executable', path, node };
}
