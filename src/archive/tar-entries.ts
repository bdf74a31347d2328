import type { EntryType, LayerEntries } from '../image/entries.ts';
import type { TarHeader } from './tar-header.ts';
import { cleanPath, meaningOf } from './tar-names.ts';
import type { Fragment } from './tar-sparse.ts';

/** What was read of one tar: its records, and where the data of its sparse files belongs. */
export interface ScannedTar {
  readonly entries: LayerEntries & { readonly bodyOffsets: Float64Array };
  /** Runs of data of sparse files, by record; the stored body holds only these. */
  readonly sparse: ReadonlyMap<number, readonly Fragment[]>;
  /** Stored bytes of bodies that were kept on the way, by record; a cache keeps none. */
  readonly bodies?: ReadonlyMap<number, Buffer>;
}

/** What a header is a record of. */
export interface Named {
  readonly path: string;
  readonly type: EntryType;
}

/** What an unusual name makes of its record: its path and type, nothing of the image's, or why it is refused. */
export function readUnusualName(name: string, type: EntryType): Named | 'ignored' | { readonly refused: string } {
  const path = cleanPath(name);
  const meaning = meaningOf(path);
  if (meaning.kind === 'invalid') return { refused: 'a whiteout names no file' };
  return meaning.kind === 'ignored' ? 'ignored' : meaning.kind === 'mark' ? meaning : { path, type };
}

/** Collects records into growing arrays; nothing is allocated for a record but its path. */
export class EntriesBuilder {
  count = 0;
  readonly #paths: string[] = [];
  #types = new Uint8Array(256);
  #fileBytes = new Float64Array(256);
  #modes = new Uint16Array(256);
  #uids = new Uint32Array(256);
  #gids = new Uint32Array(256);
  #bodyOffsets = new Float64Array(256);
  #sums: Float64Array | undefined;
  readonly #linkTargets = new Map<number, string>();
  readonly #withCapabilities = new Set<number>();
  readonly #sparse = new Map<number, readonly Fragment[]>();

  constructor(withSums: boolean) {
    if (withSums) this.#sums = new Float64Array(256);
  }

  get lastPath(): string {
    return this.#paths[this.count - 1] ?? '';
  }

  /** @param fileBytes 0 of all but regular files @returns the record's index. */
  add(path: string, type: EntryType, fileBytes: number, bodyOffset: number, { mode, uid, gid }: TarHeader): number {
    const index = this.count;
    if (index === this.#types.length) this.#grow();
    this.#paths.push(path);
    this.#types[index] = type;
    this.#fileBytes[index] = fileBytes;
    this.#modes[index] = mode & 0o7777;
    this.#uids[index] = uid;
    this.#gids[index] = gid;
    this.#bodyOffsets[index] = bodyOffset;
    this.count += 1;
    return index;
  }

  setLinkTarget(index: number, target: string): void {
    this.#linkTargets.set(index, target);
  }

  setCapabilities(index: number): void {
    this.#withCapabilities.add(index);
  }

  /** A sparse file's stored bytes are not its content, so it has no comparable sum. */
  setSparse(index: number, runs: readonly Fragment[]): void {
    this.#sparse.set(index, runs);
  }

  setSum(index: number, sum: number): void {
    if (this.#sums) this.#sums[index] = this.#sparse.has(index) ? Number.NaN : sum;
  }

  finish(): ScannedTar {
    const { count } = this;
    return {
      entries: {
        count,
        paths: this.#paths,
        types: this.#types.slice(0, count),
        fileBytes: this.#fileBytes.slice(0, count),
        modes: this.#modes.slice(0, count),
        uids: this.#uids.slice(0, count),
        gids: this.#gids.slice(0, count),
        linkTargets: this.#linkTargets,
        withCapabilities: this.#withCapabilities,
        bodyOffsets: this.#bodyOffsets.slice(0, count),
        ...(this.#sums && { contentSums: { algorithm: 'crc32' as const, values: this.#sums.slice(0, count) } }),
      },
      sparse: this.#sparse,
    };
  }

  #grow(): void {
    const length = this.#types.length * 2;
    this.#types = copied(new Uint8Array(length), this.#types);
    this.#fileBytes = copied(new Float64Array(length), this.#fileBytes);
    this.#modes = copied(new Uint16Array(length), this.#modes);
    this.#uids = copied(new Uint32Array(length), this.#uids);
    this.#gids = copied(new Uint32Array(length), this.#gids);
    this.#bodyOffsets = copied(new Float64Array(length), this.#bodyOffsets);
    if (this.#sums) this.#sums = copied(new Float64Array(length), this.#sums);
  }
}

function copied<Column extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  into: Column,
  from: Column,
): Column {
  into.set(from);
  return into;
}
