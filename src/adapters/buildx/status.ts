import { z } from 'zod';
import type { BuildFollower } from '../build-follower.ts';
import type { BuildStatus } from '../engine/trace.ts';

const time = z.string().nullish();
const status = z.object({
  vertexes: z
    .array(
      z.object({
        digest: z.string(),
        name: z.string().default(''),
        cached: z.boolean().default(false),
        started: time,
        completed: time,
        error: z.string().default(''),
      }),
    )
    .nullish(),
  logs: z.array(z.object({ vertex: z.string(), data: z.string().nullish() })).nullish(),
});

/** Collects what `docker buildx build --progress=rawjson` prints to standard error: a JSON status a line, and other words. */
export interface RawProgress {
  bytes(bytes: Uint8Array): void;
  /** Lines that were no status: the command's own words. */
  end(): readonly string[];
}

const maxLineChars = 32 * 2 ** 20;
const keptWords = 50;

/** @param asText whether the output is plain text (`--progress=plain`) and all of it is shown. */
export function readRawProgress(follower: BuildFollower, asText: boolean): RawProgress {
  const decoder = new TextDecoder();
  const words: string[] = [];
  let open = '';
  const line = (text: string): void => {
    const found = asText ? undefined : parseStatus(text);
    if (found) follower.status(found);
    else if (text.trim() !== '') {
      words.push(text);
      if (words.length > keptWords) words.shift();
      if (asText) follower.text(`${text}\n`);
    }
  };
  return {
    bytes(bytes) {
      const lines = (open + decoder.decode(bytes, { stream: true })).split('\n');
      open = (lines.pop() ?? '').slice(0, maxLineChars);
      for (const each of lines) line(each);
    },
    end() {
      line(open + decoder.decode());
      open = '';
      return words;
    },
  };
}

/** Undefined when the line is not a status but text. */
function parseStatus(text: string): BuildStatus | undefined {
  if (!text.startsWith('{')) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { vertexes, logs } = status.parse(json);
  return {
    vertexes: (vertexes ?? []).map((vertex) => ({
      digest: vertex.digest,
      name: vertex.name,
      cached: vertex.cached,
      error: vertex.error,
      started: Boolean(vertex.started),
      completed: Boolean(vertex.completed),
    })),
    logs: (logs ?? []).map(({ vertex, data }) => ({ vertex, bytes: Buffer.from(data ?? '', 'base64') })),
  };
}
