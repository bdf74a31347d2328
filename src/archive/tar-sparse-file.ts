import { blockBytes, readNumber } from './tar-fields.ts';
import { Flag, isHeaderOnly, type TarHeader } from './tar-header.ts';
import { paxText, readInteger, type PaxRecords } from './tar-pax.ts';
import {
  addOldRuns,
  areRunsValid,
  BodyMap,
  sparseMapOf,
  sparseVersion,
  storedBytes,
  type Fragment,
} from './tar-sparse.ts';

/** A sparse file whose map may still be arriving in blocks of its own. */
export class SparseFile {
  readonly header: TarHeader;
  /** The file's real size. */
  readonly fileBytes: number;
  /** Body in the archive that the map has not used up. */
  bodyBytes: number;
  runs: readonly Fragment[] = [];
  needsBlock: boolean;
  /** Bytes of map blocks read so far. */
  mapBytes = 0;
  readonly #oldRuns: Fragment[] = [];
  readonly #map: BodyMap | undefined;

  constructor(header: TarHeader, fileBytes: number, runs: readonly Fragment[] | 'in-blocks' | 'in-body') {
    // A copy: the next header is read into the same one.
    this.header = { ...header };
    this.fileBytes = fileBytes;
    this.bodyBytes = header.bytes;
    this.needsBlock = typeof runs === 'string';
    if (runs === 'in-body') this.#map = new BodyMap();
    else if (runs === 'in-blocks') this.runs = this.#oldRuns;
    else this.runs = runs;
  }

  /** Reads the runs of a GNU header or of one of its extension blocks. @returns false when they are malformed. */
  takeOldRuns(block: Buffer, at: number, isExtension: boolean): boolean {
    const isMore = addOldRuns(block, at, this.#oldRuns, isExtension);
    this.needsBlock = isMore === true;
    return isMore !== undefined;
  }

  /** @returns false when the map is malformed or the body ends within it. */
  takeBlock(block: Buffer, at: number): boolean {
    this.mapBytes += blockBytes;
    if (!this.#map) return this.takeOldRuns(block, at, true);
    this.bodyBytes -= blockBytes;
    if (this.bodyBytes < 0) return false;
    const map = this.#map.addBlock(block, at);
    if (map === 'more' || map === undefined) return map === 'more';
    this.runs = map;
    this.needsBlock = false;
    return true;
  }

  /** True when the runs lie inside the file and the body holds just them. */
  isValid(): boolean {
    return areRunsValid(this.runs, this.fileBytes) && storedBytes(this.runs) === this.bodyBytes;
  }
}

/** @returns the sparse file this header starts, undefined for an ordinary record, 'malformed' where it cannot be either. */
export function startSparse(
  header: TarHeader,
  pax: PaxRecords | undefined,
  block: Buffer,
  at: number,
): SparseFile | 'malformed' | undefined {
  if (header.typeFlag === Flag.gnuSparse) {
    const fileBytes = readNumber(block, at + 483, 12);
    if (header.format !== 'gnu' || Number.isNaN(fileBytes)) return 'malformed';
    const file = new SparseFile(header, fileBytes, 'in-blocks');
    return file.takeOldRuns(block, at, false) ? file : 'malformed';
  }
  const version = sparseVersion(pax);
  if (!pax || !version) return undefined;
  if (isHeaderOnly(header.typeFlag)) return 'malformed';
  header.name = paxText(pax, 'GNU.sparse.name') ?? header.name;
  const size = paxText(pax, 'GNU.sparse.size') ?? paxText(pax, 'GNU.sparse.realsize');
  const fileBytes = size === undefined ? BigInt(header.bytes) : readInteger(size);
  const runs = version === 'in-body' ? version : sparseMapOf(pax);
  return fileBytes === undefined || !runs ? 'malformed' : new SparseFile(header, Number(fileBytes), runs);
}
