import { UserError } from '../errors.ts';
import type { KeepBody } from '../ports.ts';
import type { Digest } from '../result/measurement.ts';
import type { Compression } from './decompress.ts';
import { brokenArchive } from './limits.ts';
import type { ScannedTar } from './tar-entries.ts';

/** A layer as an image names it. */
export interface LayerSource {
  /** Path of its file in the archive or layout. */
  readonly path: string;
  /** What errors call it. */
  readonly where: string;
  /** Digest of the uncompressed tar. */
  readonly diffId?: Digest | undefined;
  /** Digest of the stored bytes, where the source states it. */
  readonly blobDigest?: Digest | undefined;
  /** Stored bytes, where the source states them. */
  readonly blobBytes?: number;
  /** Not distributed with the image, so it may be missing. */
  readonly isForeign?: boolean;
}

/** How many bytes are wanted of the body of one record of one layer. */
export interface WantedBody {
  /** Index into the image's layers. */
  readonly layer: number;
  readonly record: number;
  readonly bytes: number;
}

/** What choosing and reading an image needs from an archive, whether it streamed by or lies at hand. */
export interface ArchiveContents {
  /** What errors call it. */
  readonly where: string;
  /** @returns undefined when there is no such file; links are followed. */
  stat(path: string): Promise<{ readonly bytes: number; readonly compression: Compression } | undefined>;
  /** A whole small file. @returns undefined when there is none. @throws UserError `too-large` */
  document(path: string): Promise<Buffer | undefined>;
  /** Layers in the order given; `keep` counts where their bytes pass by. @throws UserError `broken-archive`, `too-large` */
  readLayers(layers: readonly LayerSource[], signal: AbortSignal, keep?: KeepBody): Promise<readonly ScannedTar[]>;
  /** Bodies from the start, stored bytes without the holes of sparse files, in the order asked. */
  readBodies(
    layers: readonly LayerSource[],
    wanted: readonly WantedBody[],
    signal: AbortSignal,
  ): Promise<readonly (Buffer | undefined)[]>;
}

/** Checks that a layer's file is there and as long as stated. @throws UserError `missing-layer`, `broken-archive` */
export function checkLayerFile(layer: LayerSource, bytes: number | undefined): void {
  const { where, path, blobBytes } = layer;
  if (bytes === undefined) {
    throw new UserError({
      code: 'missing-layer',
      message: layer.isForeign
        ? `${where} is not distributed with the image, and \`${path}\` is not there.`
        : `${where} is not there: no \`${path}\`.`,
      hint: layer.isForeign
        ? 'Images with foreign layers can only be measured where these are stored too.'
        : 'Write or copy the image again, with all its layers.',
    });
  }
  if (blobBytes !== undefined && blobBytes !== bytes)
    throw brokenArchive(where, `it has ${bytes} bytes, not ${blobBytes}`);
}
