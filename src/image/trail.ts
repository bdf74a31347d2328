import { at } from './at.ts';
import { Kind, rootPath, type PathTree } from './path-tree.ts';

const slash = 47;

/**
 * The folders the record before lay in, or was: most records lie in one of them, so that few names are looked up. All are
 * directories at the very path they are spelled as; whoever removes one must {@link clear}.
 */
export class Trail {
  #path = '';
  readonly #ends: number[] = [];
  readonly #directories: number[] = [];

  /**
   * The directory of `path.slice(0, cut)`, with what is missing of it; `cut` is the path's last slash, −1 = the root.
   * @returns −1 where something that is no directory stands in the way.
   */
  follow(tree: PathTree, layer: number, path: string, cut: number): number {
    this.#keepShared(path);
    const depth = this.#ends.length;
    let directory = depth === 0 ? rootPath : at(this.#directories, depth - 1);
    for (let start = depth === 0 ? 0 : at(this.#ends, depth - 1) + 1; start <= cut;) {
      const end = path.indexOf('/', start);
      const child = tree.paths.add(directory, path, start, end);
      if (tree.kinds[child] === Kind.inode) return -1;
      if (tree.kinds[child] === Kind.absent) tree.add(child, Kind.directory, ~layer);
      this.add(end, child);
      directory = child;
      start = end + 1;
    }
    return directory;
  }

  /** One more folder of the path followed last, that ends before its unit `end`. */
  add(end: number, directory: number): void {
    this.#ends.push(end);
    this.#directories.push(directory);
  }

  clear(): void {
    this.#ends.length = 0;
    this.#directories.length = 0;
  }

  #keepShared(path: string): void {
    const before = this.#path;
    this.#path = path;
    let depth = this.#ends.length;
    if (depth === 0) return;
    const most = Math.min(before.length, path.length);
    let shared = 0;
    while (shared < most && before.charCodeAt(shared) === path.charCodeAt(shared)) shared += 1;
    for (; depth > 0; depth -= 1) {
      const end = at(this.#ends, depth - 1);
      if (end <= shared && path.charCodeAt(end) === slash) break;
    }
    this.#ends.length = depth;
    this.#directories.length = depth;
  }
}
