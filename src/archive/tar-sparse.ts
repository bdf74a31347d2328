import { blockBytes, readNumber } from './tar-fields.ts';
import { paxText, readInteger, type PaxRecords } from './tar-pax.ts';

/** A run of a sparse file's data; the stored body holds only these runs, one after the other. */
export interface Fragment {
  readonly offset: number;
  readonly bytes: number;
}

/** How a PAX header says the file is sparse: its map is in the records (0.0, 0.1) or at the start of the body (1.0). */
export function sparseVersion(pax: PaxRecords | undefined): 'in-header' | 'in-body' | undefined {
  if (!pax) return undefined;
  const version = `${paxText(pax, 'GNU.sparse.major') ?? ''}.${paxText(pax, 'GNU.sparse.minor') ?? ''}`;
  if (version === '0.0' || version === '0.1') return 'in-header';
  if (version === '1.0') return 'in-body';
  return version === '.' && paxText(pax, 'GNU.sparse.map') !== undefined ? 'in-header' : undefined;
}

/** The map of GNU sparse 0.0 and 0.1. @returns undefined when it is malformed. */
export function sparseMapOf(pax: PaxRecords): readonly Fragment[] | undefined {
  const count = readInteger(paxText(pax, 'GNU.sparse.numblocks') ?? '');
  const text = paxText(pax, 'GNU.sparse.map');
  const numbers = text === undefined ? [] : text.split(',');
  if (count === undefined || count < 0n || BigInt(numbers.length) !== 2n * count) return undefined;
  return pairUp(numbers);
}

/** Reads GNU sparse 1.0's map block by block from the start of a body: a count, then offset and length of each run, a number a line. */
export class BodyMap {
  readonly #blocks: string[] = [];
  #lines = 0;
  #lastLine: number | undefined;

  /** @returns the map once it is complete, 'more' before, undefined when it is malformed. */
  addBlock(block: Buffer, at: number): readonly Fragment[] | 'more' | undefined {
    const text = block.toString('latin1', at, at + blockBytes);
    this.#blocks.push(text);
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) this.#lines += 1;
    if (this.#lines === 0) return 'more';
    if (this.#lastLine === undefined) {
      const joined = this.#blocks.join('');
      const count = readInteger(joined.slice(0, joined.indexOf('\n')));
      if (count === undefined || count < 0n) return undefined;
      this.#lastLine = 1 + 2 * Number(count);
    }
    if (this.#lines < this.#lastLine) return 'more';
    return pairUp(this.#blocks.join('').split('\n', this.#lastLine).slice(1));
  }
}

/** Adds the runs of a GNU header (4 at byte 386) or of an extension block (21 at 0). @returns undefined when malformed, else whether a block follows. */
export function addOldRuns(block: Buffer, at: number, runs: Fragment[], isExtension: boolean): boolean | undefined {
  const count = isExtension ? 21 : 4;
  const start = isExtension ? at : at + 386;
  for (let index = 0; index < count; index += 1) {
    const field = start + 24 * index;
    if (block[field] === 0) break;
    const offset = readNumber(block, field, 12);
    const bytes = readNumber(block, field + 12, 12);
    if (Number.isNaN(offset) || Number.isNaN(bytes)) return undefined;
    runs.push({ offset, bytes });
  }
  return block[start + 24 * count] !== 0;
}

/** True when the runs are in order, apart, and inside the file. */
export function areRunsValid(runs: readonly Fragment[], fileBytes: number): boolean {
  let end = 0;
  for (const { offset, bytes } of runs) {
    if (offset < end || bytes < 0) return false;
    end = offset + bytes;
  }
  return end <= fileBytes;
}

/** Bytes the runs take in the archive. */
export function storedBytes(runs: readonly Fragment[]): number {
  return runs.reduce((sum, { bytes }) => sum + bytes, 0);
}

function pairUp(numbers: readonly string[]): readonly Fragment[] | undefined {
  const runs: Fragment[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const offset = readInteger(numbers[index] ?? '');
    const bytes = readInteger(numbers[index + 1] ?? '');
    if (offset === undefined || bytes === undefined) return undefined;
    runs.push({ offset: Number(offset), bytes: Number(bytes) });
  }
  return runs;
}
