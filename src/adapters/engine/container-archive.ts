import type { Engine } from './api.ts';
import { EngineRefused, explainEngineFailure } from './failures.ts';
import { largeAnswer } from './large-answer.ts';

/** A folder may be packed for a while before its first byte comes; a frozen engine never sends one. */
export const archiveQuietMs = 60_000;

/** Hands the archive of a path to `work`, each chunk valid until the next; undefined when the engine finds nothing there. */
export async function withArchive<T>(
  engine: Engine,
  container: string,
  path: string,
  signal: AbortSignal,
  work: (tar: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | undefined> {
  const what = 'reading files of the image';
  const address = `/containers/${container}/archive?path=${encodePath(path)}`;
  const call = { what, method: 'GET', path: address, quietMs: archiveQuietMs } as const;
  try {
    const answer = await largeAnswer(engine, call, signal);
    try {
      return await work(answer);
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
