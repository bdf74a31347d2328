import { EntryType } from '../image/entries.ts';
import { brokenArchive, tooLarge, type Budget } from './limits.ts';
import { EntriesBuilder, type ScannedTar } from './tar-entries.ts';
import { blockBytes, isChecksumRight, sumOfBlock } from './tar-fields.ts';
import { applyExtensions, Flag, isHeaderOnly, readHeader, type TarHeader } from './tar-header.ts';
import { cleanPath, decodeName, meaningOf } from './tar-names.ts';
import { paxText, readPax, type PaxRecords } from './tar-pax.ts';
import { startSparse, type SparseFile } from './tar-sparse-file.ts';

const typeOfFlag = new Map<number, EntryType>([
  [Flag.hardlink, EntryType.hardlink],
  [Flag.symlink, EntryType.symlink],
  [Flag.characterDevice, EntryType.characterDevice],
  [Flag.blockDevice, EntryType.blockDevice],
  [Flag.directory, EntryType.directory],
  [Flag.fifo, EntryType.fifo],
]);

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
  readonly #scratch = Buffer.from(new ArrayBuffer(blockBytes));
  #words: Int32Array = new Int32Array(this.#scratch.buffer);
  #sawZeroBlock = false;
  #extensionFlag = 0;
  #pax: PaxRecords | undefined;
  #longName = '';
  #longLink = '';
  #sparse: SparseFile | undefined;

  constructor(where: string, budget: Budget, withSums: boolean) {
    this.#where = where;
    this.#budget = budget;
    this.builder = new EntriesBuilder(withSums);
  }

  /** True when the archive may not end here: a sparse map is incomplete. */
  get needsBlock(): boolean {
    return this.#sparse !== undefined;
  }

  finish(): ScannedTar {
    return this.builder.finish();
  }

  /** Takes the 512 bytes at `at` of a chunk; they are those at byte `offset` of the archive. @throws UserError */
  takeBlock(chunk: Buffer, at: number, offset: number): void {
    this.bodyBytes = 0;
    this.paddingBytes = 0;
    this.isHeaderBody = false;
    this.file = -1;
    if (this.#sparse) this.#takeMapBlock(this.#sparse, chunk, at, offset);
    else this.#takeHeader(chunk, at, offset);
  }

  /** Takes the body that was asked for by {@link isHeaderBody}; it is kept, so it must not be reused. @throws UserError */
  takeHeaderBody(body: Buffer, offset: number): void {
    if (this.#extensionFlag === Flag.pax || this.#extensionFlag === Flag.paxGlobal) {
      const records = readPax(body) ?? this.#fail('an extended header is malformed', offset);
      // A global header is a record of its own to Go's reader: it says nothing about files and ends what came before it.
      this.#forgetExtensions();
      if (this.#extensionFlag === Flag.pax) this.#pax = records;
      return;
    }
    const end = body.indexOf(0);
    const name = decodeName(body, 0, end < 0 ? body.length : end);
    if (this.#extensionFlag === Flag.gnuLongName) this.#longName = name;
    else this.#longLink = name;
  }

  #takeHeader(chunk: Buffer, at: number, offset: number): void {
    const sum = this.#sum(chunk, at);
    if (sum === 0) {
      this.isDone = this.#sawZeroBlock;
      this.#sawZeroBlock = true;
      return;
    }
    if (this.#sawZeroBlock) this.#fail('a block of zeros stands between its records', offset);
    if (!isChecksumRight(chunk, at, sum)) this.#fail('a header has a wrong checksum', offset);
    const header = readHeader(chunk, at) ?? this.#fail('a header has a malformed number', offset);
    const { typeFlag } = header;
    if (typeFlag >= Flag.gnuLongLink && isExtension(typeFlag)) this.#expectHeaderBody(header, offset);
    else this.#takeRecord(header, chunk, at, offset);
  }

  /** One pass over the block in 32-bit words, which must be aligned; else over a copy. */
  #sum(chunk: Buffer, at: number): number {
    const start = chunk.byteOffset + at;
    const isAligned = (start & 3) === 0;
    const source = isAligned ? chunk.buffer : this.#scratch.buffer;
    if (!isAligned) chunk.copy(this.#scratch, 0, at, at + blockBytes);
    if (this.#words.buffer !== source) this.#words = new Int32Array(source, 0, source.byteLength >> 2);
    return sumOfBlock(this.#words, isAligned ? start >> 2 : 0);
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
    if (!applyExtensions(header, this.#pax, this.#longName, this.#longLink)) {
      this.#fail('an extended header has a malformed number', offset);
    }
    if (header.typeFlag === Flag.oldFile && header.name.endsWith('/')) header.typeFlag = Flag.directory;
    if (isHeaderOnly(header.typeFlag)) header.bytes = 0;
    if (header.bytes < 0) this.#fail('a file has a negative size', offset);
    if (!Number.isSafeInteger(header.bytes)) this.#failTooLarge('has a file', Number.MAX_SAFE_INTEGER, header.bytes);
    const sparse = startSparse(header, this.#pax, chunk, at);
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
    const capability = this.#pax && paxText(this.#pax, 'SCHILY.xattr.security.capability');
    this.#forgetExtensions();
    this.#expectBody(bodyBytes);
    const path = cleanPath(header.name);
    const meaning = meaningOf(path);
    if (meaning.kind === 'ignored') return -1;
    if (meaning.kind === 'invalid') this.#fail('a whiteout names no file', bodyOffset - blockBytes);
    const type = meaning.kind === 'mark' ? meaning.type : (typeOfFlag.get(header.typeFlag) ?? EntryType.file);
    if (path === '' && type !== EntryType.directory)
      this.#fail('a record that is no directory has no name', bodyOffset - blockBytes);
    this.#takeNames(path, header.linkName);
    const record = this.builder.add({
      path: meaning.kind === 'mark' ? meaning.path : path,
      type,
      fileBytes: type === EntryType.file ? fileBytes : 0,
      mode: header.mode & 0o7777,
      uid: header.uid,
      gid: header.gid,
      bodyOffset,
    });
    if (type === EntryType.file) this.file = record;
    else if (type === EntryType.symlink) this.builder.setLinkTarget(record, header.linkName);
    else if (type === EntryType.hardlink) this.builder.setLinkTarget(record, cleanPath(header.linkName));
    if (capability !== undefined) this.builder.setCapabilities(record);
    return record;
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

  #forgetExtensions(): void {
    this.#pax = undefined;
    this.#longName = '';
    this.#longLink = '';
  }

  #fail(what: string, offset: number): never {
    throw brokenArchive(this.#where, what, { offset });
  }

  #failTooLarge(what: string, limit: number, got: number): never {
    throw tooLarge(`${what} larger than this tool reads`, this.#where, `${limit} bytes`, `${got} bytes`);
  }
}

function isExtension(typeFlag: number): boolean {
  return (
    typeFlag === Flag.pax ||
    typeFlag === Flag.paxGlobal ||
    typeFlag === Flag.gnuLongName ||
    typeFlag === Flag.gnuLongLink
  );
}
