import { readDockerArchiveStream } from '../../archive/docker-archive.ts';
import type { LayerEntries } from '../../image/entries.ts';
import type { OpenImage, RecordWish } from '../../ports.ts';
import type { Engine } from './api.ts';
import { exportStream } from './export-stream.ts';
import type { ImageInspect } from './facts.ts';
import { layerFolders, readRecordsFromFolders } from './layer-folders.ts';
import type { RunName } from './run-name.ts';
import { readSettings } from './settings.ts';
import type { EngineSourceOptions } from './source-options.ts';
import { unlessRefused } from './unless-refused.ts';

/** An image of the engine whose layers were read. */
export interface ReadImage {
  readonly engine: Engine;
  readonly run: RunName;
  readonly inspect: ImageInspect;
  readonly options: EngineSourceOptions;
  readonly layers: readonly LayerEntries[];
  /** The way its layers were read, where that brings bodies as well. */
  readonly readRecords: OpenImage['readRecords'];
}

/** Bodies of any records: from the layers' own folders where the engine shows them, else from one export of the image. */
export async function readHiddenBodies(
  { engine, run, inspect, options, layers, readRecords }: ReadImage,
  records: readonly RecordWish[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<readonly (Uint8Array | undefined)[]> {
  if (records.length === 0) return [];
  const fromFolders = async (folders: readonly string[]): Promise<readonly Uint8Array[]> => {
    const { hasWholeFolders } = await readSettings(engine, signal);
    if (!hasWholeFolders) throw new Error("the layers' folders may lack what lower ones hold");
    return readRecordsFromFolders(engine, run, { imageId: inspect.Id, folders, layers }, records, maxBytes, signal);
  };
  const folders = options.mode === 'stream' ? undefined : layerFolders(inspect);
  const read = readRecords?.(records, maxBytes, signal) ?? (folders && fromFolders(folders));
  return (
    (read && (await unlessRefused(engine, read, options, signal))) ??
    readRecordsFromExport(engine, inspect.Id, records, maxBytes, signal)
  );
}

/** Bodies of any records, from one export of the image. */
async function readRecordsFromExport(
  engine: Engine,
  imageId: string,
  records: readonly RecordWish[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<readonly (Uint8Array | undefined)[]> {
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
