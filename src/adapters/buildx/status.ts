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
  statuses: z
    .array(z.object({ id: z.string(), vertex: z.string(), current: z.number().nullish(), total: z.number().nullish() }))
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

/** @param asText whether the output is that of `--progress=plain`. */
export function readRawProgress(follower: BuildFollower, asText: boolean): RawProgress {
  const decoder = new TextDecoder();
  const words: string[] = [];
  let open = '';
  const parse = asText ? plainStatus() : parseStatus;
  const line = (text: string): void => {
    const found = parse(text);
    if (found) follower.status(found);
    else if (text.trim() !== '') {
      words.push(text);
      if (words.length > keptWords) words.shift();
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

/** Reads `--progress=plain`: `#5 [2/3] RUN make`, `#5 0.21 output`, `#5 DONE 0.3s`, `#5 CACHED`, `#5 ERROR: why`. */
function plainStatus(): (text: string) => BuildStatus | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const found = /^#(\d+) (.*)$/s.exec(text);
    if (!found) return undefined;
    const [, number = '', rest = ''] = found;
    const log = /^\d+\.\d+ (.*)$/s.exec(rest);
    if (log) return { vertexes: [], logs: [{ vertex: number, bytes: Buffer.from(`${log[1]}\n`) }] };
    // The first line that a step has is its name.
    if (!names.has(number)) names.set(number, rest);
    const error = rest.startsWith('ERROR: ') ? rest.slice(7) : '';
    const cached = rest === 'CACHED';
    const completed = cached || error !== '' || /^DONE \d/.test(rest);
    return {
      vertexes: [{ digest: number, name: names.get(number) ?? '', cached, started: true, completed, error }],
      logs: [],
    };
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
  const { vertexes, statuses, logs } = status.parse(json);
  return {
    vertexes: (vertexes ?? []).map((vertex) => ({
      digest: vertex.digest,
      name: vertex.name,
      cached: vertex.cached,
      error: vertex.error,
      started: Boolean(vertex.started),
      completed: Boolean(vertex.completed),
    })),
    transfers: (statuses ?? []).map(({ id, vertex, current, total }) => ({
      id,
      vertex,
      bytes: current ?? 0,
      totalBytes: total ?? 0,
    })),
    logs: (logs ?? []).map(({ vertex, data }) => ({ vertex, bytes: Buffer.from(data ?? '', 'base64') })),
  };
}
