import { EntryType, type SumAlgorithm } from '../image/entries.ts';
import { brokenArchive, tooLarge, type Budget } from './limits.ts';
import { EntriesBuilder, readUnusualName } from './tar-entries.ts';
import { Extensions } from './tar-extensions.ts';
import { blockBytes, BlockSums, isChecksumRight } from './tar-fields.ts';
import { emptyHeader, Flag, isExtension, isHeaderOnly, readHeader, typeOf, type TarHeader } from './tar-header.ts';
import { cleanPath, isUnusual, trimSlash, withoutDot } from './tar-names.ts';
import { paxText } from './tar-pax.ts';
import { startSparse, type SparseFile } from './tar-sparse-file.ts';

const noBlock = Buffer.alloc(0);

export interface RecordOptions {
  /** What errors call the archive, e.g. `layer 3 of docker-archive:app.tar`. */
  readonly where: string;
  readonly budget: Budget;
  /** Keeps a checksum of every body. */
  readonly contentSums?: boolean;
  /** What those are that come from elsewhere; by default what is computed, CRC-32. */
  readonly sumAlgorithm?: SumAlgorithm;
  /** The headers' own checksums were verified by whoever took the tar in, and what came since by a checksum of its own. */
  readonly isVerified?: boolean;
}

/**
 * Makes records of a tar's header blocks; it is told blocks and never sees bodies. Push and seek readers share it.
 *
 * Accepts and refuses what Go's archive/tar does, the reader inside dockerd and containerd:
 * https://pkg.go.dev/archive/tar and, for the formats, https://www.gnu.org/software/tar/manual/html_node/Tar-Internals.html
 */
export class TarRecords {
  /** Bytes of body, then of padding, that follow the block last taken. */
  bodyBytes = 0;
  paddingBytes = 0;
  /** True when that body is to be collected and handed to {@link takeHeaderBody}. */
  isHeaderBody = false;
  /** The regular file whose body follows; −1 when there is none. */
  file = -1;
  /** The end mark was read; what follows is no part of the archive. */
  isDone = false;
  readonly builder: EntriesBuilder;

  readonly #where: string;
  readonly #budget: Budget;
  readonly #isVerified: boolean;
  readonly #sums = new BlockSums();
  /** The one last read: an object for each record would only be collected again. */
  readonly #header = emptyHeader();
  #sawZeroBlock = false;
  #extensionFlag = 0;
  readonly #extensions = new Extensions();
  #sparse: SparseFile | undefined;

  constructor(options: RecordOptions) {
    const { where, budget, contentSums = false, sumAlgorithm = 'crc32', isVerified = false } = options;
    this.#where = where;
    this.#budget = budget;
    this.#isVerified = isVerified;
    this.builder = new EntriesBuilder(contentSums ? sumAlgorithm : undefined);
  }

  /** True when the archive may not end here: a sparse map is incomplete. */
  get needsBlock(): boolean {
    return this.#sparse !== undefined;
  }

  /** True between two records: the next block is a header, and no extended one has said anything about it. */
  get isBetween(): boolean {
    return !this.#sparse && !this.#sawZeroBlock && this.#extensions.isEmpty;
  }

  /** Takes a header that needs no block to be understood, where {@link isBetween}. @throws UserError */
  takeHeader(header: TarHeader, offset: number): void {
    this.#forget();
    this.#takeRecord(header, noBlock, 0, offset);
  }

  /** Takes the 512 bytes at `at` of a chunk; they are those at byte `offset` of the archive. @throws UserError */
  takeBlock(chunk: Buffer, at: number, offset: number): void {
    this.#forget();
    if (this.#sparse) this.#takeMapBlock(this.#sparse, chunk, at, offset);
    else this.#takeHeader(chunk, at, offset);
  }

  /** Takes the body that was asked for by {@link isHeaderBody}; it is kept, so it must not be reused. @throws UserError */
  takeHeaderBody(body: Buffer, offset: number): void {
    if (!this.#extensions.take(this.#extensionFlag, body)) this.#fail('an extended header is malformed', offset);
  }

  #forget(): void {
    this.bodyBytes = 0;
    this.paddingBytes = 0;
    this.isHeaderBody = false;
    this.file = -1;
  }

  #takeHeader(chunk: Buffer, at: number, offset: number): void {
    if (!this.#isVerified || chunk[at] === 0) {
      const sum = this.#sums.of(chunk, at);
      if (sum === 0) {
        this.isDone = this.#sawZeroBlock;
        this.#sawZeroBlock = true;
        return;
      }
      if (!isChecksumRight(chunk, at, sum)) this.#fail('a header has a wrong checksum', offset);
    }
    if (this.#sawZeroBlock) this.#fail('a block of zeros stands between its records', offset);
    const header = this.#header;
    if (!readHeader(chunk, at, header)) this.#fail('a header has a malformed number', offset);
    const { typeFlag } = header;
    if (typeFlag >= Flag.gnuLongLink && isExtension(typeFlag)) this.#expectHeaderBody(header, offset);
    else this.#takeRecord(header, chunk, at, offset);
  }

  #expectHeaderBody(header: TarHeader, offset: number): void {
    const limit = this.#budget.limits.maxHeaderBytes;
    if (header.bytes < 0) this.#fail('an extended header has a negative size', offset);
    if (header.bytes > limit) this.#failTooLarge('has an extended header', limit, header.bytes);
    this.#extensionFlag = header.typeFlag;
    this.isHeaderBody = true;
    this.#expectBody(header.bytes);
  }

  #takeRecord(header: TarHeader, chunk: Buffer, at: number, offset: number): void {
    // The block's own size must be one even where an extended header says another.
    if (header.bytes < 0 && !isHeaderOnly(header.typeFlag)) this.#fail('a file has a negative size', offset);
    if (!this.#extensions.applyTo(header)) this.#fail('an extended header has a malformed number', offset);
    if (header.typeFlag === Flag.oldFile && header.name.endsWith('/')) header.typeFlag = Flag.directory;
    if (isHeaderOnly(header.typeFlag)) header.bytes = 0;
    if (header.bytes < 0) this.#fail('a file has a negative size', offset);
    if (!Number.isSafeInteger(header.bytes)) this.#failTooLarge('has a file', Number.MAX_SAFE_INTEGER, header.bytes);
    const sparse = startSparse(header, this.#extensions.pax, chunk, at);
    if (sparse === 'malformed') this.#fail('a sparse file has a malformed map', offset);
    if (!sparse) this.#add(header, header.bytes, offset + blockBytes, header.bytes);
    else if (sparse.needsBlock) this.#sparse = sparse;
    else this.#addSparse(sparse, offset);
  }

  #takeMapBlock(file: SparseFile, chunk: Buffer, at: number, offset: number): void {
    if (!file.takeBlock(chunk, at)) this.#fail('a sparse file has a malformed map', offset);
    const limit = this.#budget.limits.maxHeaderBytes;
    if (file.mapBytes > limit) this.#failTooLarge('has a sparse map', limit, file.mapBytes);
    if (!file.needsBlock) this.#addSparse(file, offset);
  }

  #addSparse(file: SparseFile, offset: number): void {
    this.#sparse = undefined;
    if (!file.isValid()) this.#fail('a sparse file has a malformed map', offset);
    if (!Number.isSafeInteger(file.fileBytes))
      this.#failTooLarge('has a file', Number.MAX_SAFE_INTEGER, file.fileBytes);
    const record = this.#add(file.header, file.fileBytes, offset + blockBytes, file.bodyBytes);
    if (record >= 0) this.builder.setSparse(record, file.runs);
  }

  /** @returns the record's index, −1 when the record is none of the image's. */
  #add(header: TarHeader, fileBytes: number, bodyOffset: number, bodyBytes: number): number {
    const capability = paxText(this.#extensions.pax, 'SCHILY.xattr.security.capability');
    this.#extensions.forget();
    this.#expectBody(bodyBytes);
    const name = withoutDot(header.name);
    let path = trimSlash(name);
    let type = typeOf(header.typeFlag);
    if (isUnusual(name)) {
      const named = readUnusualName(name, type);
      if (named === 'ignored') return -1;
      if ('refused' in named) this.#fail(named.refused, bodyOffset - blockBytes);
      ({ path, type } = named);
    }
    if (path === '' && type !== EntryType.directory && type !== EntryType.opaque)
      this.#fail('a record that is no directory has no name', bodyOffset - blockBytes);
    this.#takeNames(path, header.linkName);
    const index = this.builder.add(path, type, type === EntryType.file ? fileBytes : 0, bodyOffset, header);
    if (type === EntryType.file) this.file = index;
    else if (type === EntryType.symlink) this.builder.setLinkTarget(index, header.linkName);
    else if (type === EntryType.hardlink) this.builder.setLinkTarget(index, cleanPath(header.linkName));
    if (capability !== undefined) this.builder.setCapabilities(index);
    return index;
  }

  #takeNames(path: string, linkName: string): void {
    const { maxPathBytes } = this.#budget.limits;
    const longest = Math.max(path.length, linkName.length);
    if (longest > maxPathBytes) this.#failTooLarge('has a file name', maxPathBytes, longest);
    this.#budget.takeEntry(path.length + linkName.length, this.#where);
  }

  #expectBody(bytes: number): void {
    this.bodyBytes = bytes;
    this.paddingBytes = (blockBytes - (bytes % blockBytes)) % blockBytes;
  }

  #fail(what: string, offset: number): never {
    throw brokenArchive(this.#where, what, { offset });
  }

  #failTooLarge(what: string, limit: number, got: number): never {
    throw tooLarge(`${what} larger than this tool reads`, this.#where, `${limit} bytes`, `${got} bytes`);
  }
}
