import type { Progress } from '../ports.ts';
import { formatBytes } from '../units.ts';
import type { BuildStatus, Vertex, VertexTransfer } from './engine/trace.ts';

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
  status(status: BuildStatus): void;
  /** Plain output, of builders that send no status. */
  text(text: string): void;
  imageId(id: string): void;
  failed(message: string): void;
  /** Its end never came; the image it made was found. */
  lost(imageId: string): void;
  outcome(): BuildOutcome;
}

const keptLines = 20;
const maxLineLength = 2_000;

/** Keeps the last lines of each step, shows progress, and remembers the failing step. */
export function followBuild(progress: Progress): BuildFollower {
  const outputs = new Map<string, LineTail>();
  const everything = lineTail((line) => progress.log(line));
  const steps = new Map<string, ReturnType<Progress['step']>>();
  const transfersOf = new Map<string, Map<string, VertexTransfer>>();
  let failing: Vertex | undefined;
  let lastStep: string | undefined;
  let message: string | undefined;
  let imageId: string | undefined;

  const showVertex = (vertex: Vertex): void => {
    if (vertex.started && !steps.has(vertex.digest)) steps.set(vertex.digest, progress.step(vertex.name));
    // "context canceled" is what the other steps say when one has failed.
    if (vertex.error && (!failing || /context canceled/i.test(failing.error))) failing = vertex;
    if (!vertex.completed) return;
    // A step may be told of again when it has ended.
    steps.get(vertex.digest)?.done(vertex.error ? 'failed' : vertex.cached ? 'cached' : undefined);
    steps.set(vertex.digest, { update: () => {}, done: () => {} });
  };
  return {
    status({ vertexes, logs, transfers = [] }) {
      for (const vertex of vertexes) showVertex(vertex);
      for (const transfer of transfers) {
        const moved = transfersOf.get(transfer.vertex) ?? new Map<string, VertexTransfer>();
        transfersOf.set(transfer.vertex, moved.set(transfer.id, transfer));
        const words = movedWords([...moved.values()]);
        if (words !== undefined) steps.get(transfer.vertex)?.update(words);
      }
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
    imageId: (id) => (imageId = withAlgorithm(id)),
    failed: (text) => (message = text.trim()),
    lost(id) {
      imageId = withAlgorithm(id);
      for (const step of steps.values()) step.done('its end was not told');
    },
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

/** Podman leaves the algorithm out. */
const withAlgorithm = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id);

/** `12.3 MB of 30.1 MB`; nothing while no byte has moved. */
function movedWords(transfers: readonly VertexTransfer[]): string | undefined {
  const bytes = transfers.reduce((sum, transfer) => sum + transfer.bytes, 0);
  if (bytes === 0) return undefined;
  const isKnown = transfers.every(({ totalBytes, bytes: moved }) => totalBytes > 0 || moved === 0);
  const totalBytes = transfers.reduce((sum, transfer) => sum + transfer.totalBytes, 0);
  return isKnown ? `${formatBytes(bytes)} of ${formatBytes(totalBytes)}` : formatBytes(bytes);
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
