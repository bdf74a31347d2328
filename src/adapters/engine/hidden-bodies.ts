import { readDockerArchiveStream } from '../../archive/docker-archive.ts';
import type { RecordWish } from '../../ports.ts';
import type { Engine } from './api.ts';
import { exportStream } from './export-stream.ts';

/** Bodies of any records, from one export of the image: no container shows what a later layer hides. */
export async function readRecordsFromExport(
  engine: Engine,
  imageId: string,
  records: readonly RecordWish[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<readonly (Uint8Array | undefined)[]> {
  if (records.length === 0) return [];
  const paths = new Set(records.map(({ path }) => path));
  const archive = await readDockerArchiveStream(() => exportStream(engine, imageId, signal), {
    source: `engine:${imageId}`,
    // Kept while the export streams by, so that it is made once.
    keepBody: (path, bodyBytes) => (paths.has(path) ? Math.min(bodyBytes, maxBytes) : 0),
    signal,
  });
  const image = await archive.open();
  return (await image.readRecords?.(records, maxBytes, signal)) ?? [];
}
