import { Budget } from '../../archive/limits.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import { TarScanner, type BodySink, type OpenedFile } from '../../archive/tar-scanner.ts';
import { TarSplitReader } from '../../archive/tar-split.ts';
import { EntryType } from '../../image/entries.ts';
import { storedBytes } from '../../image/records.ts';
import type { Digest } from '../../result/measurement.ts';
import { cutOff } from './failures.ts';
import { RecordQueue } from './record-queue.ts';

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

/** Layers' records by the layer's index. */
export type StoredLayers = ReadonlyMap<number, ScannedTar>;

/** An archive of the layer database that is being read. */
export interface DatabaseReading {
  /** All that were wanted, as soon as they are there: what lies beside them may be yet to come. */
  readonly layers: Promise<StoredLayers>;
  /** When the archive was read to its end. */
  readonly ended: Promise<void>;
}

const nobody = (): void => {};

/** Reads the archive endpoint's tar: for each layer the files `diff`, `size` and `tar-split.json.gz`. */
export function readDatabase(
  tar: AsyncIterable<Buffer>,
  { within, diffIds, wanted, openBody: openOther = () => undefined }: DatabaseWish,
): DatabaseReading {
  const stored = diffIds.map((): StoredLayer => ({}));
  const budget = new Budget();
  const queue = new RecordQueue();
  let came = nobody;
  const openBody = (file: OpenedFile): BodySink | undefined => {
    const { path } = file;
    if (!path.startsWith(`${within}/`)) return openOther(file);
    // Its own name for a layer and nothing beside: `00` would be another folder.
    const [, index, name] = /^(0|[1-9]\d*)\/([^/]+)$/.exec(path.slice(within.length + 1)) ?? [];
    const layer = stored[Number(index)];
    if (!layer) return undefined;
    if (name === 'diff') return textSink((text) => (layer.diffId = text.trim()));
    if (name === 'size') return textSink((text) => (layer.bytes = Number(text.trim())));
    if (name !== 'tar-split.json.gz') return undefined;
    const pieces: Buffer[] = [];
    return {
      push: (piece) => void pieces.push(Buffer.from(piece)),
      end: () => {
        const where = `layer ${index} of the layer database`;
        layer.entries = queue.read(pieces, () => new TarSplitReader(where, budget));
        if (wanted.every((one) => isWhole(stored[one]))) came();
      },
    };
  };
  const scan = async (): Promise<void> => {
    const scanner = new TarScanner({ where: 'the layer database', budget: new Budget(), openBody });
    for await (const chunk of tar) {
      scanner.push(chunk);
      await queue.room();
    }
    scanner.end();
    if (!scanner.isEnded) throw cutOff('the archive of the layer database');
  };
  const ended = scan();
  const allCame = new Promise<void>((resolve, reject) => {
    came = resolve;
    ended.then(resolve, reject);
  });
  const layers = allCame.then(async () => {
    const read = wanted.map(async (index) => [index, await verified(stored[index], diffIds[index], index)] as const);
    return new Map(await Promise.all(read));
  });
  return { layers, ended };
}

/** Whether all is there that the database has of a layer. */
const isWhole = ({ diffId, bytes, entries }: StoredLayer = {}): boolean =>
  diffId !== undefined && bytes !== undefined && entries !== undefined;

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
