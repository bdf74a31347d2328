import type { Digest } from '../result/measurement.ts';
import type { Compression } from './decompress.ts';
import type { ArchiveLimits } from './limits.ts';
import type { ScannedTar } from './tar-entries.ts';
import type { OpenedFile } from './tar-scanner.ts';

/** A file of an archive that streamed by: a document that was kept, or what was read of it as a layer. */
export interface StreamedFile {
  readonly path: string;
  readonly bytes: number;
  readonly document?: Buffer;
  readonly layer?: StreamedLayer;
}

/** A layer, or why the file is none, which only matters when an image has it as a layer. */
export interface StreamedLayer {
  readonly compression: Compression;
  readonly scan: Promise<ScannedTar>;
  /** Of the uncompressed bytes, once they have been scanned; undefined where they were not hashed. */
  readonly diffId: () => Digest | undefined;
  /** Stored bytes of the bodies that were kept, by record. */
  readonly bodies: ReadonlyMap<number, Buffer>;
}

export interface StreamOptions {
  /** What errors call the archive. */
  readonly where: string;
  readonly limits: ArchiveLimits;
  readonly contentSums: boolean;
  /** As in ArchiveOptions. */
  readonly verifyLayers: boolean | undefined;
  /** Bytes to keep of a body of the layer that is the archive's file `blob`. */
  readonly keepBody: (blob: string, file: OpenedFile) => number;
  readonly signal?: AbortSignal | undefined;
}
