import * as zlib from 'node:zlib';
import { brokenArchive, type ArchiveLimits } from './limits.ts';
import { release } from './release.ts';
import { RatioMeter, type DataHandler, type Inflater } from './inflater.ts';
import { ZstdFrames } from './zstd-frames.ts';
import { scriptInflater } from './zstd-script.ts';

export type { Inflater } from './inflater.ts';
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
    const stream = zlib.createZstdDecompress({ chunkSize: outputChunkBytes, params });
    return frameByFrame(streamInflater(stream, where, meter, counted), where);
  }
  return frameByFrame(scriptInflater(where, meter, counted), where);
}

/** Hands a zstd inflater no more than one frame at once. */
function frameByFrame(inflater: Inflater, where: string): Inflater {
  const frames = new ZstdFrames(where);
  return {
    push(piece) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      const waits = frames.split(bytes).flatMap((frame) => inflater.push(frame) ?? []);
      return waits.length > 0 ? Promise.all(waits).then(() => undefined) : undefined;
    },
    async end() {
      await inflater.end();
      if (!frames.isComplete) throw brokenArchive(where, 'its zstd data end within a frame');
    },
    destroy: () => inflater.destroy(),
  };
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
        release(inflated);
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
