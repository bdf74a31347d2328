import type { EntryType, LayerEntries, SumAlgorithm } from '../image/entries.ts';
import { columnsOf, grownColumns, putBackColumns, takeColumns } from './entry-columns.ts';
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
  #columns = takeColumns();
  readonly #sums: SumAlgorithm | undefined;
  readonly #linkTargets = new Map<number, string>();
  readonly #withCapabilities = new Set<number>();
  readonly #sparse = new Map<number, readonly Fragment[]>();

  /** @param sums what the checksums are that it is given; it is given none when absent. */
  constructor(sums?: SumAlgorithm) {
    this.#sums = sums;
  }

  get lastPath(): string {
    return this.#paths[this.count - 1] ?? '';
  }

  /** @param fileBytes 0 of all but regular files @returns the record's index. */
  add(path: string, type: EntryType, fileBytes: number, bodyOffset: number, { mode, uid, gid }: TarHeader): number {
    const index = this.count;
    if (index === this.#columns.types.length) this.#columns = grownColumns(this.#columns);
    const columns = this.#columns;
    this.#paths.push(path);
    columns.types[index] = type;
    columns.fileBytes[index] = fileBytes;
    columns.modes[index] = mode & 0o7777;
    columns.uids[index] = uid;
    columns.gids[index] = gid;
    columns.bodyOffsets[index] = bodyOffset;
    columns.sums[index] = 0;
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
    this.#columns.sums[index] = this.#sparse.has(index) ? Number.NaN : sum;
  }

  /** All that was added; nothing can be added any more. */
  finish(): ScannedTar {
    const { count } = this;
    const { types, fileBytes, modes, uids, gids, bodyOffsets, sums } = this.#columns;
    // Set, not spread: objects of one shape, or what goes through all layers is compiled anew for the next one.
    const entries: ScannedTar['entries'] & { contentSums?: NonNullable<LayerEntries['contentSums']> } = {
      count,
      paths: this.#paths,
      types: types.slice(0, count),
      fileBytes: fileBytes.slice(0, count),
      modes: modes.slice(0, count),
      uids: uids.slice(0, count),
      gids: gids.slice(0, count),
      linkTargets: this.#linkTargets,
      withCapabilities: this.#withCapabilities,
      bodyOffsets: bodyOffsets.slice(0, count),
    };
    if (this.#sums) entries.contentSums = { algorithm: this.#sums, values: sums.slice(0, count) };
    putBackColumns(this.#columns);
    this.#columns = columnsOf(0);
    return { entries, sparse: this.#sparse };
  }
}
