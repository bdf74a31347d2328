/** Kinds of records in a layer tar. Whiteouts and opaque marks are read from their names by the reader. */
export const EntryType = {
  file: 0,
  directory: 1,
  symlink: 2,
  hardlink: 3,
  characterDevice: 4,
  blockDevice: 5,
  fifo: 6,
  /** `.wh.NAME`: its path is the path it hides. */
  whiteout: 7,
  /** `.wh..wh..opq`: its path is the directory whose lower content it hides. */
  opaque: 8,
} as const;
export type EntryType = (typeof EntryType)[keyof typeof EntryType];

/** Checksums of file bodies that sources come with; sums of two algorithms cannot be compared. */
export type SumAlgorithm = 'crc32' | 'crc64';

/**
 * The records of one layer tar in their order, as a structure of arrays: index `i` is the i-th record.
 *
 * Paths are relative to the image's root, without leading or trailing slash, cleaned of `.` and `..`; the root is ''.
 * Bytes that are not UTF-8 stand as lone surrogates U+DC80…U+DCFF (Python's surrogateescape), so different names stay different.
 */
export interface LayerEntries {
  readonly count: number;
  readonly paths: readonly string[];
  readonly types: Uint8Array;
  /** Logical bytes of a regular file (a sparse file counts its real size); 0 for all else. */
  readonly fileBytes: Float64Array;
  /** Permission bits with setuid, setgid and sticky. */
  readonly modes: Uint16Array;
  readonly uids: Uint32Array;
  readonly gids: Uint32Array;
  /** Symbolic link: the target as stored. Hard link: the cleaned path it names. By record index. */
  readonly linkTargets: ReadonlyMap<number, string>;
  /** Records that carry a `security.capability` extended attribute. */
  readonly withCapabilities: ReadonlySet<number>;
  /** Where a regular file's body starts in the uncompressed tar; absent when the source did not read the tar itself. */
  readonly bodyOffsets?: Float64Array;
  /** Checksum of each regular file's body, where the source had it. */
  readonly contentSums?: { readonly algorithm: SumAlgorithm; readonly values: Float64Array };
}
