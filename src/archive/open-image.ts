import { EntryType } from '../image/entries.ts';
import type { ImageFacts } from '../image/image.ts';
import type { FileNode } from '../image/tree.ts';
import type { OpenImage } from '../ports.ts';
import { expandSparse } from './bodies.ts';
import type { ArchiveContents, LayerSource, WantedBody } from './contents.ts';
import type { ScannedTar } from './tar-entries.ts';

/** The port's image over an archive's files; layers are read once, when they are first asked for. */
export function openImage(contents: ArchiveContents, facts: ImageFacts, layers: readonly LayerSource[]): OpenImage {
  let scanned: Promise<readonly ScannedTar[]> | undefined;
  const scan = (signal: AbortSignal): Promise<readonly ScannedTar[]> => {
    scanned ??= contents.readLayers(layers, signal).catch((thrown: unknown) => {
      scanned = undefined;
      throw thrown;
    });
    return scanned;
  };
  return {
    facts,
    readLayers: async (signal) => (await scan(signal)).map(({ entries }) => entries),
    readBodies: async (nodes, maxBytes, signal) => {
      const files = nodes.filter(({ type }) => type === EntryType.file || type === EntryType.hardlink);
      return bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
    },
  };
}

async function bodiesOf(
  contents: ArchiveContents,
  layers: readonly LayerSource[],
  scans: readonly ScannedTar[],
  nodes: readonly FileNode[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bodies = new Map<string, Uint8Array>();
  const asked = nodes.filter(({ path, fileBytes }) => {
    if (fileBytes === 0) bodies.set(path, new Uint8Array(0));
    return fileBytes > 0 && maxBytes > 0;
  });
  const wanted = asked.map(({ layer, record, fileBytes }): WantedBody => {
    return { layer, record, bytes: Math.min(maxBytes, fileBytes) };
  });
  const stored = wanted.length > 0 ? await contents.readBodies(layers, wanted, signal) : [];
  for (const [index, node] of asked.entries()) {
    const runs = scans[node.layer]?.sparse.get(node.record);
    const body = stored[index] ?? (runs && Buffer.alloc(0));
    if (body) bodies.set(node.path, runs ? expandSparse(body, runs, node.fileBytes, maxBytes) : body);
  }
  return bodies;
}
