import { createHash } from 'node:crypto';
import { blobSha, bytesOf } from './state.ts';
import type { RepositoryState, TreeFile } from './state.ts';

interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
  readonly url: string;
}

/** The commit a SHA, branch or tag names. */
export function resolveCommit(state: RepositoryState, ref: string): string | undefined {
  if (state.commits.has(ref)) return ref;
  return state.refs.get(ref.replace(/^(heads|tags)\//, ''));
}

/** The entries of a tree by its SHA, or by its commit's. */
export function findTree(state: RepositoryState, sha: string): readonly TreeEntry[] | undefined {
  for (const [commit, files] of state.commits) {
    if (commit === sha) return entriesOf(files);
    for (const folder of foldersOf(files)) {
      const below = within(files, folder);
      if (treeSha(below) === sha) return entriesOf(below);
    }
  }
  return undefined;
}

export function findBlob(state: RepositoryState, sha: string): Uint8Array | undefined {
  for (const files of state.commits.values()) {
    const found = Object.values(files)
      .map(bytesOf)
      .find((bytes) => blobSha(bytes) === sha);
    if (found) return found;
  }
  return undefined;
}

function entriesOf(files: Readonly<Record<string, TreeFile>>): readonly TreeEntry[] {
  const here = Object.entries(files)
    .filter(([path]) => !path.includes('/'))
    .map(([path, file]): TreeEntry => {
      const bytes = bytesOf(file);
      const mode = file.mode ?? '100644';
      const url = 'https://github.example/t';
      return mode === '160000'
        ? { path, mode, type: 'commit', sha: Buffer.from(bytes).toString('utf8'), url }
        : { path, mode, type: 'blob', sha: blobSha(bytes), size: bytes.length, url };
    });
  const names = new Set(
    Object.keys(files)
      .filter((path) => path.includes('/'))
      .map((path) => path.split('/')[0] ?? ''),
  );
  const folders = [...names].map((path): TreeEntry => ({
    path,
    mode: '040000',
    type: 'tree',
    sha: treeSha(within(files, path)),
    url: 'https://github.example/t',
  }));
  return [...here, ...folders];
}

function foldersOf(files: Readonly<Record<string, TreeFile>>): readonly string[] {
  const all = Object.keys(files).flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(all)];
}

function within(files: Readonly<Record<string, TreeFile>>, folder: string): Readonly<Record<string, TreeFile>> {
  const below = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
  return Object.fromEntries(below.map(([path, file]) => [path.slice(folder.length + 1), file]));
}

/** Not Git's own, but as unique. */
function treeSha(files: Readonly<Record<string, TreeFile>>): string {
  const text = JSON.stringify(Object.entries(files).map(([path, file]) => [path, file.mode, blobSha(bytesOf(file))]));
  return createHash('sha1').update(text).digest('hex');
}
