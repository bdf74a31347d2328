import type { FileNode } from '../../image/tree.ts';
import type { Engine } from './api.ts';
import type { RunName } from './build.ts';
import { withContainer } from './container.ts';
import { EngineRefused, explainEngineFailure } from './failures.ts';
import { readFirstFile } from './first-file.ts';

const atOnce = 4;

/** Bodies of visible regular files, from a container that is never started. Files the engine does not find are left out. */
export async function readBodiesFromContainer(
  engine: Engine,
  { runId }: RunName,
  imageId: string,
  nodes: readonly FileNode[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bodies = new Map<string, Uint8Array>();
  if (nodes.length === 0) return bodies;
  await withContainer(engine, { runId, imageId }, signal, async (container) => {
    const waiting = nodes.values();
    const reader = async (): Promise<void> => {
      for (const node of waiting) {
        const body = await readBody(engine, container, node.path, maxBytes, signal);
        if (body) bodies.set(node.path, body);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, nodes.length) }, reader));
  });
  return bodies;
}

async function readBody(
  engine: Engine,
  container: string,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const what = 'reading a file of the image';
  const call = { what, method: 'GET', path: `/containers/${container}/archive?path=${encodePath(path)}` } as const;
  try {
    const answer = await engine.stream(call, signal);
    try {
      return await readFirstFile(answer as AsyncIterable<Uint8Array>, maxBytes);
    } finally {
      answer.destroy();
    }
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) return undefined;
    throw explainEngineFailure(thrown, engine.host, what, signal);
  }
}

/** Percent-encodes a path of the tree; bytes that are not UTF-8 stand there as U+DC80…U+DCFF. */
export function encodePath(path: string): string {
  const encoded = Array.from(path, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0xdc80 && code <= 0xdcff ? `%${(code - 0xdc00).toString(16)}` : encodeURIComponent(character);
  });
  return `%2F${encoded.join('')}`;
}
