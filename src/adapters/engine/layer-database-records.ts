import { createGunzip } from 'node:zlib';
import { Budget } from '../../archive/limits.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import { TarScanner, type BodySink, type OpenedFile } from '../../archive/tar-scanner.ts';
import { TarSplitReader } from '../../archive/tar-split.ts';
import { EntryType } from '../../image/entries.ts';
import { storedBytes } from '../../image/records.ts';
import type { Digest } from '../../result/measurement.ts';

const concurrentLayers = 2;

interface StoredLayer {
  diffId?: string;
  bytes?: number;
  entries?: Promise<ScannedTar>;
}

/** Takes a file of an archive; undefined: it is of no interest. */
export type OpenBody = (file: OpenedFile) => BodySink | undefined;

/** What is read from the archive of a container. */
export interface DatabaseWish {
  /** The folder in it that the layers' folders lie in, each of its layer's index as name. */
  readonly within: string;
  readonly diffIds: readonly Digest[];
  /** Indexes of the layers to read. */
  readonly wanted: readonly number[];
  /** Takes what lies elsewhere in the archive. */
  readonly openBody?: OpenBody;
}

/** Reads the archive endpoint's tar: for each layer the files `diff`, `size` and `tar-split.json.gz`. */
export async function readDatabase(
  tar: AsyncIterable<Buffer>,
  { within, diffIds, wanted, openBody: openOther = () => undefined }: DatabaseWish,
): Promise<ReadonlyMap<number, ScannedTar>> {
  const layers = diffIds.map((): StoredLayer => ({}));
  const budget = new Budget();
  const running = new Set<Promise<unknown>>();
  const openBody = (file: OpenedFile): BodySink | undefined => {
    const { path } = file;
    if (!path.startsWith(`${within}/`)) return openOther(file);
    // Its own name for a layer and nothing beside: `00` would be another folder.
    const [, layer, name] = /^(0|[1-9]\d*)\/([^/]+)$/.exec(path.slice(within.length + 1)) ?? [];
    const stored = layers[Number(layer)];
    if (!stored) return undefined;
    if (name === 'diff') return textSink((text) => (stored.diffId = text.trim()));
    if (name === 'size') return textSink((text) => (stored.bytes = Number(text.trim())));
    if (name !== 'tar-split.json.gz') return undefined;
    const { sink, entries } = recordSink(new TarSplitReader(`layer ${layer} of the layer database`, budget));
    stored.entries = entries;
    const settled: Promise<unknown> = entries.then(
      () => running.delete(settled),
      () => running.delete(settled),
    );
    running.add(settled);
    return sink;
  };
  const scanner = new TarScanner({ where: 'the layer database', budget: new Budget(), openBody });
  for await (const chunk of tar) {
    scanner.push(chunk);
    // Inflating runs on its own threads; what arrives meanwhile must not pile up.
    if (running.size > concurrentLayers) await Promise.race(running);
  }
  scanner.end();
  const read = wanted.map(async (index) => [index, await verified(layers[index], diffIds[index], index)] as const);
  return new Map(await Promise.all(read));
}

async function verified(
  layer: StoredLayer | undefined,
  diffId: Digest | undefined,
  index: number,
): Promise<ScannedTar> {
  if (!layer?.entries || layer.diffId !== diffId)
    throw new Error(`the layer database has another layer ${index} than the image`);
  const entries = await layer.entries;
  const { files, links } = bytesOf(entries);
  // A layer that BuildKit committed is counted by its files alone; one that was unpacked, by what lies on disk.
  if (layer.bytes !== files && layer.bytes !== files + links)
    throw new Error(`layer ${index} adds up to ${files + links} bytes, and the layer database says ${layer.bytes}`);
  return entries;
}

/** Bytes of file bodies and of link targets. A tar that brings a path twice adds up to more than the engine counts, and the export must tell. */
function bytesOf({ entries }: ScannedTar): { readonly files: number; readonly links: number } {
  const { count, types, fileBytes, linkTargets } = entries;
  let files = 0;
  let links = 0;
  for (let record = 0; record < count; record += 1) {
    if (types[record] === EntryType.file) files += fileBytes[record] ?? 0;
    else if (types[record] === EntryType.symlink) links += storedBytes(linkTargets.get(record) ?? '');
  }
  return { files, links };
}

function textSink(take: (text: string) => void): BodySink {
  const pieces: Buffer[] = [];
  return { push: (piece) => pieces.push(Buffer.from(piece)), end: () => take(Buffer.concat(pieces).toString('utf8')) };
}

function recordSink(reader: TarSplitReader): { readonly sink: BodySink; readonly entries: Promise<ScannedTar> } {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const entries = (async () => {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) reader.push(chunk);
    return reader.end();
  })();
  // Whoever awaits it learns of a failure; until then it must not count as unhandled.
  entries.catch(() => undefined);
  return { sink: { push: (piece) => gunzip.write(Buffer.from(piece)), end: () => gunzip.end() }, entries };
}
