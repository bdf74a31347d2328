import { EntryType } from '../../image/entries.ts';
import type { FileTree } from '../../image/tree.ts';
import { compileGlob, globProblem } from '../glob.ts';
import { exact } from './exact.ts';
import { counted, maxLooks, type Looks } from './looks.ts';

const maxMatches = 5_000;
/** Each is one walk over all files. */
const maxPatterns = 100;

/** The files a container sees, by pattern. */
export class Files {
  readonly #tree: FileTree;
  readonly #looks: Looks;
  /** An expression asks for the same files again and again as it walks others. */
  readonly #known = new Map<string, readonly unknown[]>();

  constructor(tree: FileTree, looks: Looks) {
    this.#tree = tree;
    this.#looks = looks;
  }

  /** Regular files whose absolute path fits. @throws Error when there are more than an expression can look at, or the pattern is none */
  matching(pattern: string): readonly unknown[] {
    const known = this.#known.get(pattern) ?? this.#find(pattern);
    this.#known.set(pattern, known);
    return known;
  }

  #find(pattern: string): readonly unknown[] {
    const problem = globProblem(pattern);
    if (problem !== undefined) throw new Error(`\`${pattern}\` is not ${problem}`);
    const matches = compileGlob(pattern);
    // Whoever asks for ten thousand patterns walks the tree as often.
    this.#looks.take(1 + Math.floor(maxLooks / maxPatterns));
    const found: unknown[] = [];
    for (const { path, type, fileBytes, mode, uid, gid, layer } of this.#tree.all()) {
      if (type !== EntryType.file || !matches(`/${path}`)) continue;
      if (found.length === maxMatches) throw new Error(`\`${pattern}\` fits more than ${maxMatches} files`);
      found.push(exact({ path: `/${path}`, bytes: fileBytes, mode, uid, gid, layer }, this.#looks));
    }
    return counted(found, this.#looks);
  }
}
