import type { FileNode, FileTree } from '../tree.ts';
import { EntryType } from '../entries.ts';

const maxDepth = 4;
const maxFiles = 64;
const maxConfBytes = 64 * 2 ** 10;

/**
 * Directories that ldconfig would list: /etc/ld.so.conf with what it includes. The loader does not read them.
 * @see https://man7.org/linux/man-pages/man8/ldconfig.8.html
 */
export async function confDirectories(
  tree: FileTree,
  read: (nodes: readonly FileNode[], maxBytes: number) => Promise<ReadonlyMap<string, Uint8Array>>,
): Promise<readonly string[]> {
  const directories: string[] = [];
  let files = [{ path: 'etc/ld.so.conf', depth: 0 }];
  for (let taken = 0; files.length > 0 && taken < maxFiles; taken += 1) {
    const [first, ...rest] = files;
    const node = first && tree.resolve(first.path);
    const body = node?.type === EntryType.file ? (await read([node], maxConfBytes)).get(node.path) : undefined;
    const { included, listed } = linesOf(body ? Buffer.from(body).toString('utf8') : '');
    directories.push(...listed);
    const depth = (first?.depth ?? 0) + 1;
    const more = depth > maxDepth ? [] : included.flatMap((pattern) => matching(tree, pattern));
    files = [...more.map((path) => ({ path, depth })), ...rest];
  }
  return directories;
}

function linesOf(text: string): { readonly included: readonly string[]; readonly listed: readonly string[] } {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return {
    included: lines.flatMap((line) => /^include\s+(.*)$/.exec(line)?.[1]?.split(/\s+/) ?? []),
    listed: lines
      .filter((line) => line.startsWith('/'))
      .flatMap((line) => line.split(/[\s:,]+/))
      .map((path) => path.replace(/=.*/, '').replace(/\/+$/, '')),
  };
}

/** Files whose last component fits; a relative pattern is meant from the folder of ld.so.conf. */
function matching(tree: FileTree, pattern: string): readonly string[] {
  const path = (pattern.startsWith('/') ? pattern : `/etc/${pattern}`).replace(/^\/+/, '');
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const parts = path.slice(folder.length).replace(/^\//, '').split('*');
  const escaped = parts.map((part) => part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('?', '[^/]'));
  const fits = new RegExp(`^${escaped.join('[^/]*')}$`);
  const real = tree.resolve(folder)?.path ?? folder;
  return [...tree.names(real)]
    .filter((name) => fits.test(name))
    .toSorted()
    .map((name) => `${real}/${name}`);
}
