import { atInt, atText } from './at.ts';

/** Columns that keep something for each path and must hold as many as the table has. */
export interface PathColumns {
  grow(capacity: number): void;
}

const leastCapacity = 1_024;
/** Slots looked at for a name. In half a table some ten are needed; names made to fall on one another would need all. */
const mostProbes = 64;
const full = -1;

/**
 * Every path of an image under one numbering, as a structure of arrays: a path is its folder's number and a name, so that
 * two spellings in two layers are one number and no path is ever put together to be looked up. The root is 0.
 *
 * Names stay where they were read: a path's own is part of a text that some record keeps anyway.
 */
export class PathTable {
  /** Paths so far, the root included. */
  count = 1;
  #parents: Int32Array;
  #hashes: Int32Array;
  #starts: Int32Array;
  #ends: Int32Array;
  readonly #texts: string[] = [''];
  /** Open addressing; 0 is free, for the root is never looked up. At most half of it is taken. */
  #slots: Int32Array;
  /** Paths that found no slot near their own, by folder and name. */
  readonly #crowded = new Map<string, number>();
  readonly #hash: typeof hashOf;
  readonly #columns: PathColumns[] = [];

  /** @param expected paths there will be, at a guess: more grow the table, which costs as much again. */
  constructor(expected = 0, hash: typeof hashOf = hashOf) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(expected + 1, leastCapacity)));
    this.#parents = new Int32Array(capacity);
    this.#hashes = new Int32Array(capacity);
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#slots = new Int32Array(2 * capacity);
    this.#hash = hash;
  }

  /** Paths there is room for. */
  get capacity(): number {
    return this.#parents.length;
  }

  /** Keeps columns as long as the table. */
  attach(columns: PathColumns): void {
    this.#columns.push(columns);
    columns.grow(this.capacity);
  }

  /** Forgets columns that are needed no longer. */
  detach(columns: PathColumns): void {
    this.#columns.splice(this.#columns.indexOf(columns), 1);
  }

  /** The folder a path lies in. */
  parentOf(path: number): number {
    return atInt(this.#parents, path);
  }

  nameOf(path: number): string {
    return atText(this.#texts, path).slice(atInt(this.#starts, path), atInt(this.#ends, path));
  }

  /** The whole path, put together; the root is ''. */
  textOf(path: number): string {
    const names: string[] = [];
    for (let at = path; at !== 0; at = this.parentOf(at)) names.push(this.nameOf(at));
    return names.toReversed().join('/');
  }

  /** The number of `text.slice(start, end)` in a folder; 0 where it has none. */
  find(folder: number, text: string, start = 0, end = text.length): number {
    const slot = this.#slotOf(folder, text, start, end, this.#hash(folder, text, start, end));
    return slot === full ? (this.#crowded.get(keyOf(folder, text, start, end)) ?? 0) : atInt(this.#slots, slot);
  }

  /** As {@link find}, and gives it a number where it has none. The text is kept. */
  add(folder: number, text: string, start = 0, end = text.length): number {
    const hash = this.#hash(folder, text, start, end);
    const slot = this.#slotOf(folder, text, start, end, hash);
    const known = slot === full ? this.#crowded.get(keyOf(folder, text, start, end)) : atInt(this.#slots, slot);
    if (known) return known;
    const path = this.count;
    this.count += 1;
    this.#parents[path] = folder;
    this.#hashes[path] = hash;
    this.#starts[path] = start;
    this.#ends[path] = end;
    this.#texts.push(text);
    this.#place(path);
    if (this.count === this.capacity) this.#grow();
    return path;
  }

  /** The number of a whole clean path, given to it and to the folders on the way where they have none. */
  addAll(path: string): number {
    let folder = 0;
    for (let start = 0; start < path.length;) {
      const slash = path.indexOf('/', start);
      const end = slash < 0 ? path.length : slash;
      folder = this.add(folder, path, start, end);
      start = end + 1;
    }
    return folder;
  }

  /** The slot that holds such a path, or is free for it; {@link full} where neither is near. */
  #slotOf(folder: number, text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const slot = (hash + probe) & mask;
      const path = atInt(this.#slots, slot);
      if (path === 0) return slot;
      if (this.#hashes[path] === hash && this.#parents[path] === folder && this.#isNamed(path, text, start, end))
        return slot;
    }
    return full;
  }

  #place(path: number): void {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const slot = (atInt(this.#hashes, path) + probe) & mask;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = path;
      return;
    }
    this.#crowded.set(keyOf(this.parentOf(path), this.nameOf(path)), path);
  }

  #isNamed(path: number, text: string, start: number, end: number): boolean {
    let index = atInt(this.#starts, path);
    if (atInt(this.#ends, path) - index !== end - start) return false;
    const own = atText(this.#texts, path);
    for (let other = start; other < end; index += 1, other += 1)
      if (own.charCodeAt(index) !== text.charCodeAt(other)) return false;
    return true;
  }

  #grow(): void {
    const capacity = 2 * this.capacity;
    this.#parents = grown(this.#parents, new Int32Array(capacity));
    this.#hashes = grown(this.#hashes, new Int32Array(capacity));
    this.#starts = grown(this.#starts, new Int32Array(capacity));
    this.#ends = grown(this.#ends, new Int32Array(capacity));
    this.#slots = new Int32Array(2 * capacity);
    this.#crowded.clear();
    for (let path = 1; path < this.count; path += 1) this.#place(path);
    for (const columns of this.#columns) columns.grow(capacity);
  }
}

/** A longer column that begins as this one. */
export function grown<Column extends Int32Array | Uint8Array>(column: Column, longer: Column): Column {
  longer.set(column);
  return longer;
}

/** FNV-1a over the units of a name, begun at its folder, its bits mixed at the end. */
function hashOf(folder: number, text: string, start: number, end: number): number {
  let hash = Math.imul(folder + 1, 0x9e3779b1);
  hash ^= hash >>> 15;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

const keyOf = (folder: number, text: string, start = 0, end = text.length): string =>
  `${folder}/${text.slice(start, end)}`;
