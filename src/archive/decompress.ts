import * as zlib from 'node:zlib';
import { brokenArchive, tooLarge, type ArchiveLimits } from './limits.ts';
import { formatBytes } from '../units.ts';
import { UserError } from '../errors.ts';

/** How a blob's bytes are packed. */
export type Compression = 'none' | 'gzip' | 'zstd';

/** Reads it from the first four bytes, whatever a media type says. */
export function sniffCompression(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  // A frame, or a skippable one as estargz-like zstd files start with: https://datatracker.ietf.org/doc/html/rfc8878#section-3.1
  const isSkippable = ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
  const isFrame = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
  return isFrame || isSkippable ? 'zstd' : 'none';
}

/** Takes inflated bytes. @returns a promise while it cannot take more. */
type DataHandler = (inflated: Buffer) => Promise<void> | undefined;

/** Inflates what is pushed and hands it on in order. */
export interface Inflater {
  /** Takes a copy of the piece. @returns a promise to wait for before pushing more, when much is waiting. */
  push(piece: Uint8Array): Promise<void> | undefined;
  /** Resolves when the last byte has been handed on. @throws UserError `broken-archive`, `too-large` */
  end(): Promise<void>;
  /** Stops the work; nothing is handed on any more. */
  destroy(): void;
}

/** Bytes that may wait to be inflated before the one who pushes is asked to wait. */
const waitingBytes = 4_194_304;
const outputChunkBytes = 1_048_576;
/** 128 MiB: the window a zstd frame may ask for. */
const maxWindowLog = 27;

/** Inflates gzip (of several members) or zstd off the main thread, and zstd on it where Node has none. */
export function createInflater(
  compression: 'gzip' | 'zstd',
  where: string,
  limits: ArchiveLimits,
  onData: DataHandler,
): Inflater {
  const meter = new RatioMeter(where, limits);
  const counted: DataHandler = (inflated) => {
    meter.addOutput(inflated.length);
    return onData(inflated);
  };
  if (compression === 'gzip')
    return streamInflater(zlib.createGunzip({ chunkSize: outputChunkBytes }), where, meter, counted);
  // Node 20 has no zstd.
  if (typeof zlib.createZstdDecompress === 'function') {
    const params = { [zlib.constants.ZSTD_d_windowLogMax]: maxWindowLog };
    return streamInflater(zlib.createZstdDecompress({ chunkSize: outputChunkBytes, params }), where, meter, counted);
  }
  return scriptInflater(where, meter, counted);
}

/** Refuses data that was packed to burst: counted against the limits while it comes out. */
class RatioMeter {
  readonly #where: string;
  readonly #limits: ArchiveLimits;
  #input = 0;
  #output = 0;

  constructor(where: string, limits: ArchiveLimits) {
    this.#where = where;
    this.#limits = limits;
  }

  addInput(bytes: number): void {
    this.#input += bytes;
  }

  addOutput(bytes: number): void {
    this.#output += bytes;
    const { maxRatio, ratioFromBytes, maxLayerBytes } = this.#limits;
    if (this.#output > ratioFromBytes && this.#output > maxRatio * this.#input) {
      const ratio = Math.floor(this.#output / Math.max(1, this.#input));
      throw tooLarge('inflates to far more than it takes', this.#where, `${maxRatio}:1`, `${ratio}:1`);
    }
    if (this.#output > maxLayerBytes) {
      const got = `more than ${formatBytes(this.#output)}`;
      throw tooLarge('inflates to more than this tool reads', this.#where, formatBytes(maxLayerBytes), got);
    }
  }
}

function streamInflater(
  stream: ReturnType<typeof zlib.createGunzip>,
  where: string,
  meter: RatioMeter,
  onData: DataHandler,
): Inflater {
  let waiting = 0;
  const done = new Promise<void>((resolve, reject) => {
    stream.on('error', (cause) =>
      reject(cause instanceof UserError ? cause : brokenArchive(where, cause.message, { cause })),
    );
    stream.on('end', resolve);
    stream.on('data', (inflated: Buffer) => {
      try {
        const wait = onData(inflated);
        if (wait) {
          stream.pause();
          void wait.then(() => stream.resume(), reject);
        }
      } catch (thrown) {
        stream.destroy();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    });
  });
  // Whoever pushes learns of a failure by waiting or by end(); until then it must not count as unhandled.
  done.catch(() => undefined);
  return {
    push(piece) {
      meter.addInput(piece.length);
      waiting += piece.length;
      const written = new Promise<void>((resolve) => {
        stream.write(Buffer.from(piece), () => {
          waiting -= piece.length;
          resolve();
        });
      });
      return waiting > waitingBytes ? Promise.race([written, done]) : undefined;
    },
    end() {
      stream.end();
      return done;
    },
    destroy: () => stream.destroy(),
  };
}

/** zstd in JavaScript, loaded only where it is needed. It checks no content checksums. */
function scriptInflater(where: string, meter: RatioMeter, onData: DataHandler): Inflater {
  const broken = (cause: unknown): Error => {
    if (cause instanceof UserError) return cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    return brokenArchive(where, text, { cause });
  };
  let isStopped = false;
  let isStarted = false;
  const engine = import('fzstd').then(
    ({ Decompress }) =>
      new Decompress((data) => {
        if (!isStopped) void onData(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
      }),
  );
  let work: Promise<void> = Promise.resolve();
  const feed = (piece: Uint8Array, isLast: boolean): Promise<void> => {
    work = work
      .then(async () => (await engine).push(piece, isLast))
      .catch((thrown: unknown) => {
        throw broken(thrown);
      });
    work.catch(() => undefined);
    return work;
  };
  return {
    push(piece) {
      meter.addInput(piece.length);
      isStarted = true;
      return feed(Buffer.from(piece), false);
    },
    end: () => (isStarted ? feed(new Uint8Array(0), true) : Promise.reject(broken('it is empty'))),
    destroy: () => {
      isStopped = true;
    },
  };
}
