import { atByte, atInt } from './at.ts';
import { grown, type PathColumns, type PathTable } from './path-table.ts';

/** What a tree has at a path. */
export const Kind = { absent: 0, inode: 1, directory: 2 } as const;

/** Marks on a directory of one layer's own tree. */
export const Mark = {
  none: 0,
  /** `.wh..wh..opq`: nothing of the lower directory stays. */
  opaque: 1,
  /** A whiteout of the same name stands in the same layer. */
  whitedOut: 2,
} as const;

/** The root, in every tree a directory; nothing's child, so that 0 also ends a list of children. */
export const rootPath = 0;

/**
 * Which of the table's paths are there, and as what. A directory's children are a list through the arrays, in the order in
 * which they came; what is put in another's place keeps that place.
 */
export class PathTree implements PathColumns {
  readonly paths: PathTable;
  kinds = new Uint8Array(0);
  /** Record of an inode. Of a directory: the record that describes it, or `~layer` (< 0) where a layer only implies it. */
  records = new Int32Array(0);
  marks = new Uint8Array(0);
  first = new Int32Array(0);
  next = new Int32Array(0);
  #last = new Int32Array(0);
  #previous = new Int32Array(0);

  constructor(paths: PathTable) {
    this.paths = paths;
    paths.attach(this);
    this.kinds[rootPath] = Kind.directory;
  }

  grow(capacity: number): void {
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.records = grown(this.records, new Int32Array(capacity));
    this.marks = grown(this.marks, new Uint8Array(capacity));
    this.first = grown(this.first, new Int32Array(capacity));
    this.next = grown(this.next, new Int32Array(capacity));
    this.#last = grown(this.#last, new Int32Array(capacity));
    this.#previous = grown(this.#previous, new Int32Array(capacity));
  }

  /** The child of that name; 0 where there is none. */
  childOf(directory: number, name: string, start = 0, end = name.length): number {
    const child = this.paths.find(directory, name, start, end);
    return this.kinds[child] === Kind.absent ? 0 : child;
  }

  isDirectory(path: number): boolean {
    return this.kinds[path] === Kind.directory;
  }

  /** Puts something where nothing is, behind its siblings; its folder is there. */
  add(child: number, kind: number, record: number): void {
    const directory = this.paths.parentOf(child);
    const last = atInt(this.#last, directory);
    this.kinds[child] = kind;
    this.records[child] = record;
    this.#previous[child] = last;
    this.next[child] = 0;
    if (last === 0) this.first[directory] = child;
    else this.next[last] = child;
    this.#last[directory] = child;
  }

  /** Takes one child away that has none itself. */
  remove(child: number): void {
    const directory = this.paths.parentOf(child);
    const previous = atInt(this.#previous, child);
    const next = atInt(this.next, child);
    if (previous === 0) this.first[directory] = next;
    else this.next[previous] = next;
    if (next === 0) this.#last[directory] = previous;
    else this.#previous[next] = previous;
    this.kinds[child] = Kind.absent;
    this.marks[child] = Mark.none;
  }

  /** Empties a directory, and calls back with every path that was below it and what it was, in no defined order. */
  takeOut(directory: number, visit: (path: number, kind: number) => void): void {
    const pending = [directory];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      for (let child = atInt(this.first, folder); child !== 0; child = atInt(this.next, child)) {
        const kind = atByte(this.kinds, child);
        visit(child, kind);
        if (kind === Kind.directory) pending.push(child);
        this.kinds[child] = Kind.absent;
        this.marks[child] = Mark.none;
      }
      this.first[folder] = 0;
      this.#last[folder] = 0;
    }
  }
}
