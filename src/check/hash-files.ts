import { createHash } from 'node:crypto';
import type { FileNode } from '../image/tree.ts';
import type { OpenImage } from '../ports.ts';

/** Bytes that are read at most: of all files, of one file, and at once. */
export interface ReadBudget {
  readonly bytes: number;
  readonly fileBytes: number;
  readonly batchBytes: number;
}

/** SHA-256 of each, batch by batch, so that few bodies are held at once; in the order of layers, so that each is opened seldom. */
export async function hashFiles(
  image: OpenImage,
  nodes: readonly FileNode[],
  { fileBytes: maxBytes, batchBytes }: ReadBudget,
  signal: AbortSignal,
): Promise<ReadonlyMap<FileNode, string>> {
  const hashes = new Map<FileNode, string>();
  const batches: FileNode[][] = [];
  let bytes = Infinity;
  for (const node of nodes.toSorted((a, b) => a.layer - b.layer || a.record - b.record)) {
    const wantedBytes = Math.min(node.fileBytes, maxBytes);
    if (bytes + wantedBytes > batchBytes) {
      batches.push([]);
      bytes = 0;
    }
    bytes += wantedBytes;
    batches.at(-1)?.push(node);
  }
  for (const batch of batches) {
    const bodies = await image.readBodies(batch, maxBytes, signal);
    for (const node of batch) {
      const body = bodies.get(node.path);
      // A body that came short says nothing of the file.
      if (body?.length === Math.min(node.fileBytes, maxBytes))
        hashes.set(node, createHash('sha256').update(body).digest('hex'));
    }
  }
  return hashes;
}
