import { UserError } from '../errors.ts';
import { formatBytes } from '../units.ts';

/** What one image may ask of us before it is refused; each guards against input made to exhaust the reader. */
export interface ArchiveLimits {
  /** Records of all layers of one image. */
  readonly maxEntries: number;
  /** Bytes of all paths and link targets of one image. */
  readonly maxNameBytes: number;
  /** Bytes of one path or link target. */
  readonly maxPathBytes: number;
  /** Bytes of one PAX, long-name or sparse-map header. */
  readonly maxHeaderBytes: number;
  /** Inflated : stored, looked at once `ratioFromBytes` have come out. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  /** Uncompressed bytes of one layer. */
  readonly maxLayerBytes: number;
  /** Bytes of one JSON document: config, manifest, index. */
  readonly maxDocumentBytes: number;
  /** Bytes of bodies that are kept while layers stream by, of all layers of one image; what is more is read again. */
  readonly maxKeptBytes: number;
  /** Indexes within indexes. */
  readonly maxIndexDepth: number;
  /** Manifests looked at on the way from an index to the image. */
  readonly maxManifests: number;
}

/** The limits used unless a caller says otherwise. */
export const defaultLimits: ArchiveLimits = {
  maxEntries: 5_000_000,
  maxNameBytes: 512_000_000,
  maxPathBytes: 65_536,
  maxHeaderBytes: 1_048_576,
  maxRatio: 1_000,
  ratioFromBytes: 10_000_000,
  maxLayerBytes: 64 * 2 ** 30,
  maxDocumentBytes: 8_388_608,
  maxKeptBytes: 64 * 2 ** 20,
  maxIndexDepth: 4,
  maxManifests: 1_000,
};

/** Counts what all layers of one image have used up so far. */
export class Budget {
  readonly limits: ArchiveLimits;
  #entries = 0;
  #nameBytes = 0;
  #keptBytes = 0;

  constructor(limits: ArchiveLimits = defaultLimits) {
    this.limits = limits;
  }

  /** Bytes of a body to keep on the way because it is sure to be asked for: all of it or, once too much is kept, none. */
  keep(bytes: number): number {
    if (this.#keptBytes + bytes > this.limits.maxKeptBytes) return 0;
    this.#keptBytes += bytes;
    return bytes;
  }

  /** Takes one record whose path and link target have so many bytes. @throws UserError `too-large` */
  takeEntry(nameBytes: number, where: string): void {
    this.#entries += 1;
    this.#nameBytes += nameBytes;
    if (this.#entries > this.limits.maxEntries) {
      throw tooLarge(
        'has more files than this tool reads',
        where,
        `${this.limits.maxEntries} entries`,
        `${this.#entries} or more`,
      );
    }
    if (this.#nameBytes > this.limits.maxNameBytes) {
      throw tooLarge(
        'has longer file names, all together, than this tool reads',
        where,
        formatBytes(this.limits.maxNameBytes),
        `${formatBytes(this.#nameBytes)} or more`,
      );
    }
  }
}

/** The error for input over a limit. */
export function tooLarge(what: string, where: string, limit: string, got: string): UserError {
  return new UserError({
    code: 'too-large',
    message: `${where} ${what}: the limit is ${limit}, here it is ${got}.`,
    expected: `at most ${limit}`,
    got,
    hint: 'Images are not made like this on purpose; check where this one comes from.',
  });
}

/** The error for an archive that cannot be read as what it claims to be. */
export function brokenArchive(
  where: string,
  what: string,
  details: { readonly offset?: number; readonly cause?: unknown } = {},
): UserError {
  const at = details.offset === undefined ? '' : ` at byte ${details.offset}`;
  return new UserError(
    {
      code: 'broken-archive',
      message: `${where} cannot be read${at}: ${what}.`,
      hint: 'Write or download the archive again; if it is complete, the program that wrote it is at fault.',
    },
    { cause: details.cause },
  );
}
