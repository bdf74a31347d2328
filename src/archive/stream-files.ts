import { FileCollector } from './file-collector.ts';
import { LayerStream } from './layer-stream.ts';
import { Budget } from './limits.ts';
import type { StreamedFile, StreamOptions } from './streamed-file.ts';

/**
 * Reads an archive that may itself be gzipped, scanning every layer in it while it arrives.
 * @returns its files by path, links resolved. @throws UserError `broken-archive`, `too-large`
 */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  options: StreamOptions,
): Promise<ReadonlyMap<string, StreamedFile>> {
  const files = new FileCollector(options);
  const archive = new LayerStream({
    where: options.where,
    budget: new Budget(options.limits),
    openBody: files.openBody,
    pressure: () => files.takePressure(),
  });
  try {
    for await (const chunk of stream) {
      options.signal?.throwIfAborted();
      await archive.push(chunk);
    }
    const { entries } = await archive.end();
    await files.settle();
    return files.resolve(entries);
  } finally {
    archive.destroy();
    files.destroy();
  }
}
