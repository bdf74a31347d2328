import { EntryType } from '../image/entries.ts';
import type { ImageFacts } from '../image/image.ts';
import type { FileNode } from '../image/tree.ts';
import type { KeepBody, OpenImage } from '../ports.ts';
import { expandSparse } from './bodies.ts';
import type { ArchiveContents, LayerSource, WantedBody } from './contents.ts';
import type { ScannedTar } from './tar-entries.ts';
import { storedBytes, type Fragment } from './tar-sparse.ts';

/** The port's image over an archive's files; layers are read once, when they are first asked for. */
export function openImage(contents: ArchiveContents, facts: ImageFacts, layers: readonly LayerSource[]): OpenImage {
  let scanned: Promise<readonly ScannedTar[]> | undefined;
  const scan = (signal: AbortSignal, keep?: KeepBody): Promise<readonly ScannedTar[]> => {
    scanned ??= contents.readLayers(layers, signal, keep).catch((thrown: unknown) => {
      scanned = undefined;
      throw thrown;
    });
    return scanned;
  };
  return {
    facts,
    readLayers: async (signal, keep) => (await scan(signal, keep)).map(({ entries }) => entries),
    readBodies: async (nodes, maxBytes, signal) => {
      const files = nodes.filter(({ type }) => type === EntryType.file || type === EntryType.hardlink);
      return bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
    },
    readRecords: async (records, maxBytes, signal) => {
      const files = records.map((record, index) => ({ ...record, path: String(index) }));
      const bodies = await bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
      return records.map((_, index) => bodies.get(String(index)));
    },
  };
}

async function bodiesOf(
  contents: ArchiveContents,
  layers: readonly LayerSource[],
  scans: readonly ScannedTar[],
  nodes: readonly Pick<FileNode, 'path' | 'layer' | 'record' | 'fileBytes'>[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bodies = new Map<string, Uint8Array>();
  const asked: { readonly node: (typeof nodes)[number]; readonly want: WantedBody }[] = [];
  for (const node of nodes) {
    const runs = scans[node.layer]?.sparse.get(node.record);
    const bytes = Math.min(maxBytes, runs ? storedBytes(runs) : node.fileBytes);
    const kept = scans[node.layer]?.bodies?.get(node.record);
    if (kept && kept.length >= bytes) bodies.set(node.path, whole(kept.subarray(0, bytes), runs, node, maxBytes));
    else if (bytes > 0) asked.push({ node, want: { layer: node.layer, record: node.record, bytes } });
    else bodies.set(node.path, Buffer.alloc(Math.min(maxBytes, node.fileBytes)));
  }
  if (asked.length === 0) return bodies;
  const stored = await contents.readBodies(
    layers,
    asked.map(({ want }) => want),
    signal,
  );
  for (const [index, { node }] of asked.entries()) {
    const body = stored[index];
    const runs = scans[node.layer]?.sparse.get(node.record);
    if (body) bodies.set(node.path, whole(body, runs, node, maxBytes));
  }
  return bodies;
}

/** A body with the holes that its stored bytes lack. */
function whole(
  stored: Buffer,
  runs: readonly Fragment[] | undefined,
  { fileBytes }: { readonly fileBytes: number },
  maxBytes: number,
): Buffer {
  return runs ? expandSparse(stored, runs, fileBytes, maxBytes) : stored;
}
