import type { LayerEntries } from '../../image/entries.ts';
import { EntryType } from '../../image/entries.ts';
import type { RecordWish } from '../../ports.ts';
import type { Engine } from './api.ts';
import { planArchives, type ArchiveCall } from './archive-plan.ts';
import { drawMountName } from './container.ts';
import { readFiles } from './container-files.ts';
import { folderOf } from './folder-bodies.ts';
import type { ImageInspect } from './facts.ts';
import type { RunName } from './run-name.ts';

/** Layers whose files lie in folders of their own, base layer first: https://docs.kernel.org/filesystems/overlayfs.html */
export interface UnpackedLayers {
  readonly imageId: string;
  readonly folders: readonly string[];
  readonly layers: readonly LayerEntries[];
}

/** The folders of an image's layers on the engine's machine, where its driver is overlay2; undefined elsewhere. */
export function layerFolders({ GraphDriver, RootFS }: ImageInspect): readonly string[] | undefined {
  const { LowerDir = '', UpperDir = '' } = GraphDriver?.Data ?? {};
  const folders = [UpperDir, ...LowerDir.split(':').filter((folder) => folder !== '')].toReversed();
  const isKnown = folders.every((folder) => /^\/.*\/overlay2\/[^/]+\/diff$/.test(folder));
  return isKnown && GraphDriver?.Name === 'overlay2' && folders.length === RootFS?.Layers?.length ? folders : undefined;
}

/**
 * Bodies of any records, from the folders that the engine keeps of the layers, seen in a container that is never started:
 * what a later layer hides is still there.
 * @throws Error when one of them cannot be read so: then the export tells
 */
export async function readRecordsFromFolders(
  engine: Engine,
  run: RunName,
  { imageId, folders, layers }: UnpackedLayers,
  records: readonly RecordWish[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const own = drawMountName();
  const within = (layer: number): string => `${own}/${layer}`;
  const wanted = [...new Set(records.map(({ layer }) => layer))];
  const calls = wanted.flatMap((layer) =>
    callsIn(
      within(layer),
      layers[layer],
      records.filter((record) => record.layer === layer),
    ),
  );
  const mounts = wanted.map((layer) => ({ source: folders[layer] ?? '', target: `/${within(layer)}` }));
  const bodies = await readFiles(engine, run, { imageId, mounts, calls, maxBytes }, signal);
  return records.map(({ path, layer, fileBytes }) => {
    const body = bodies.get(`${within(layer)}/${path}`);
    if (body?.length === Math.min(fileBytes, maxBytes)) return body;
    throw new Error(`${path} of layer ${layer} is not in the layer's folder as it was`);
  });
}

/** The archives of one layer's folder. @throws Error where a link of the layer leads elsewhere: in the container it would lead out of the folder */
function callsIn(
  folder: string,
  entries: LayerEntries | undefined,
  wishes: readonly RecordWish[],
): readonly ArchiveCall[] {
  if (!entries) throw new Error('it is of no layer of the image');
  const links = new Set(entries.paths.filter((_, index) => entries.types[index] === EntryType.symlink));
  for (const { path } of wishes)
    for (let above = folderOf(path); above !== ''; above = folderOf(above))
      if (links.has(above)) throw new Error(`${path} lies below a link`);
  return planArchives(wishes, [entries]).map((call) => ({
    ...call,
    path: `${folder}/${call.path}`,
    files: call.files.map((file) => `${folder}/${file}`),
  }));
}
