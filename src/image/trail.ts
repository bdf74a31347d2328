import { Kind, rootPath, type PathTree } from './path-tree.ts';

/**
 * The folders the record before lay in, or was: most records lie in one of them, so that few names are looked up. All are
 * directories at the very path they are spelled as; whoever removes one must {@link clear}.
 */
export class Trail {
  /** As paths begin that lie in them: `a/b/`. */
  readonly #folders: string[] = [];
  readonly #directories: number[] = [];

  /**
   * The directory of `path.slice(0, cut)`, with what is missing of it; `cut` is the path's last slash, −1 = the root.
   * @returns −1 where something that is no directory stands in the way.
   */
  follow(tree: PathTree, layer: number, path: string, cut: number): number {
    let depth = this.#folders.length;
    for (; depth > 0 && !path.startsWith(this.#folders[depth - 1] ?? ''); depth -= 1) {
      this.#folders.pop();
      this.#directories.pop();
    }
    let directory = depth === 0 ? rootPath : (this.#directories[depth - 1] ?? rootPath);
    for (let start = depth === 0 ? 0 : (this.#folders[depth - 1] ?? '').length; start <= cut;) {
      const end = path.indexOf('/', start);
      const child = tree.paths.add(directory, path, start, end);
      if (tree.kinds[child] === Kind.inode) return -1;
      if (tree.kinds[child] === Kind.absent) tree.add(child, Kind.directory, ~layer);
      start = end + 1;
      this.add(path.slice(0, start), child);
      directory = child;
    }
    return directory;
  }

  /** One more folder of the path followed last, as paths in it begin. */
  add(folder: string, directory: number): void {
    this.#folders.push(folder);
    this.#directories.push(directory);
  }

  clear(): void {
    this.#folders.length = 0;
    this.#directories.length = 0;
  }
}
