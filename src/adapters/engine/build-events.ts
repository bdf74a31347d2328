import { z } from 'zod';
import type { Progress } from '../../ports.ts';
import { decodeStatus, type Vertex } from './trace.ts';

/** What a build's stream told by its end. All texts are untrusted. */
export interface BuildOutcome {
  /** Digest the engine calls the image by; absent when it named none. */
  readonly imageId?: string;
  readonly failure?: BuildFailure;
}

export interface BuildFailure {
  /** The engine's own words. */
  readonly message: string;
  /** The step that failed, e.g. `[builder 2/5] RUN make`; absent when none was named. */
  readonly step?: string;
  /** Last lines of that step's output, or of the whole build's. */
  readonly output: readonly string[];
}

/** Follows a build while it runs: text in, progress out, and at the end what became of it. */
export interface BuildFollower {
  status(message: Uint8Array): void;
  /** Plain output, of builders that are not BuildKit. */
  text(text: string): void;
  imageId(id: string): void;
  failed(message: string): void;
  outcome(): BuildOutcome;
}

const keptLines = 20;
const maxLineLength = 2_000;

/** Keeps the last lines of each step, shows progress, and remembers the failing step. */
export function followBuild(progress: Progress): BuildFollower {
  const outputs = new Map<string, LineTail>();
  const everything = lineTail((line) => progress.log(line));
  const steps = new Map<string, ReturnType<Progress['step']>>();
  let failing: Vertex | undefined;
  let lastStep: string | undefined;
  let message: string | undefined;
  let imageId: string | undefined;

  const showVertex = (vertex: Vertex): void => {
    if (vertex.started && !steps.has(vertex.digest)) steps.set(vertex.digest, progress.step(vertex.name));
    // "context canceled" is what the other steps say when one has failed.
    if (vertex.error && (!failing || /context canceled/i.test(failing.error))) failing = vertex;
    if (vertex.completed)
      steps.get(vertex.digest)?.done(vertex.error ? 'failed' : vertex.cached ? 'cached' : undefined);
  };
  return {
    status(bytes) {
      const { vertexes, logs } = decodeStatus(bytes);
      for (const vertex of vertexes) showVertex(vertex);
      for (const log of logs) {
        const tail = outputs.get(log.vertex) ?? lineTail((line) => everything.line(line));
        outputs.set(log.vertex, tail);
        tail.bytes(log.bytes);
      }
    },
    text(text) {
      if (/^(Step|STEP) \d+/.test(text)) lastStep = text.trim();
      everything.bytes(Buffer.from(text));
    },
    imageId: (id) => (imageId = /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id),
    failed: (text) => (message = text.trim()),
    outcome() {
      const own = failing && outputs.get(failing.digest)?.end();
      const step = failing?.name ?? lastStep;
      const output = own && own.length > 0 ? own : everything.end();
      return {
        ...(imageId !== undefined && { imageId }),
        ...(message !== undefined && { failure: { message, ...(step !== undefined && { step }), output } }),
      };
    },
  };
}

interface LineTail {
  bytes(bytes: Uint8Array): void;
  line(line: string): void;
  end(): readonly string[];
}

/** The last lines of a stream of bytes; a character may be cut between two pieces, a line may be endless. */
function lineTail(onLine: (line: string) => void): LineTail {
  const decoder = new TextDecoder();
  const kept: string[] = [];
  let open = '';
  const line = (text: string): void => {
    kept.push(text);
    if (kept.length > keptLines) kept.shift();
    onLine(text);
  };
  const text = (more: string): void => {
    const lines = (open + more).split(/\r\n|\n|\r(?!$)/);
    open = lines.pop() ?? '';
    for (const each of lines) line(each.slice(0, maxLineLength));
    if (open.length > maxLineLength) open = open.slice(0, maxLineLength);
  };
  return {
    bytes: (bytes) => text(decoder.decode(bytes, { stream: true })),
    line,
    end() {
      text(decoder.decode());
      if (open.trim()) line(open);
      open = '';
      return kept;
    },
  };
}

const event = z.object({
  id: z.string().optional(),
  stream: z.string().optional(),
  status: z.string().optional(),
  aux: z.union([z.string(), z.object({ ID: z.string().optional() })]).nullish(),
  error: z.string().optional(),
  errorDetail: z.object({ message: z.string().optional() }).optional(),
});
const maxEventChars = 32 * 2 ** 20;

/**
 * Reads the newline-separated JSON that the engine's build call answers with. A failed build is an event like any other here.
 * @throws Error when a line is no such event.
 */
export async function readBuildEvents(answer: AsyncIterable<Uint8Array>, follower: BuildFollower): Promise<void> {
  const decoder = new TextDecoder();
  let open = '';
  for await (const chunk of answer) {
    const lines = (open + decoder.decode(chunk, { stream: true })).split('\n');
    open = lines.pop() ?? '';
    if (open.length > maxEventChars) throw new Error('The engine sent an event without an end.');
    for (const line of lines) readEvent(line, follower);
  }
  readEvent(open + decoder.decode(), follower);
}

function readEvent(line: string, follower: BuildFollower): void {
  if (line.trim() === '') return;
  const { id, stream, status, aux, error, errorDetail } = event.parse(JSON.parse(line));
  if (id === 'moby.buildkit.trace' && typeof aux === 'string') follower.status(Buffer.from(aux, 'base64'));
  else if (aux && typeof aux === 'object' && aux.ID) follower.imageId(aux.ID);
  if (stream !== undefined) follower.text(stream);
  else if (status !== undefined && id === undefined) follower.text(`${status}\n`);
  if (error !== undefined || errorDetail) follower.failed(errorDetail?.message ?? error ?? 'no reason given');
}
