/** One step of a BuildKit build as its status stream tells it; texts are untrusted. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly cached: boolean;
  readonly started: boolean;
  readonly completed: boolean;
  /** Empty unless the step failed. */
  readonly error: string;
}

/** A piece of a step's output, cut anywhere, even inside a character. */
export interface VertexLog {
  readonly vertex: string;
  readonly bytes: Uint8Array;
}

/** How far a step is with moving bytes, such as fetching a layer of its base image. */
export interface VertexTransfer {
  readonly vertex: string;
  /** Which of the step's transfers. */
  readonly id: string;
  readonly bytes: number;
  /** 0 where that is not known. */
  readonly totalBytes: number;
}

export interface BuildStatus {
  readonly vertexes: readonly Vertex[];
  readonly logs: readonly VertexLog[];
  readonly transfers?: readonly VertexTransfer[];
}

/**
 * Decodes the `moby.buildkit.trace` message: StatusResponse of
 * https://github.com/moby/buildkit/blob/master/api/services/control/control.proto; fields we do not use are skipped.
 * @throws Error when the bytes are not a protobuf message.
 */
export function decodeStatus(message: Uint8Array): BuildStatus {
  const vertexes: Vertex[] = [];
  const logs: VertexLog[] = [];
  const transfers: VertexTransfer[] = [];
  for (const { field, bytes } of fields(message)) {
    if (field === 1 && bytes) vertexes.push(decodeVertex(bytes));
    else if (field === 2 && bytes) transfers.push(decodeTransfer(bytes));
    else if (field === 3 && bytes) logs.push(decodeLog(bytes));
  }
  return { vertexes, logs, ...(transfers.length > 0 && { transfers }) };
}

function decodeVertex(message: Uint8Array): Vertex {
  const found = new Map<number, Field>();
  for (const field of fields(message)) found.set(field.field, field);
  const text = (field: number): string => Buffer.from(found.get(field)?.bytes ?? []).toString('utf8');
  return {
    digest: text(1),
    name: text(3),
    cached: found.get(4)?.number === 1,
    started: found.has(5),
    completed: found.has(6),
    error: text(7),
  };
}

function decodeTransfer(message: Uint8Array): VertexTransfer {
  const found = new Map<number, Field>();
  for (const field of fields(message)) found.set(field.field, field);
  const text = (field: number): string => Buffer.from(found.get(field)?.bytes ?? []).toString('utf8');
  return { id: text(1), vertex: text(2), bytes: found.get(4)?.number ?? 0, totalBytes: found.get(5)?.number ?? 0 };
}

function decodeLog(message: Uint8Array): VertexLog {
  let vertex = '';
  let bytes: Uint8Array = new Uint8Array();
  for (const field of fields(message)) {
    if (field.field === 1 && field.bytes) vertex = Buffer.from(field.bytes).toString('utf8');
    else if (field.field === 4 && field.bytes) bytes = field.bytes;
  }
  return { vertex, bytes };
}

interface Field {
  readonly field: number;
  readonly number?: number;
  readonly bytes?: Uint8Array;
}

/** Walks a message's fields: https://protobuf.dev/programming-guides/encoding/. */
function* fields(message: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined || factor > 2 ** 63) throw new Error('The build status is cut or is no protobuf message.');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (wireType === 0) {
      yield { field, number: varint() };
      continue;
    }
    const length = wireType === 2 ? varint() : wireType === 1 ? 8 : wireType === 5 ? 4 : Number.NaN;
    if (!(at + length <= message.length)) throw new Error('The build status is cut or is no protobuf message.');
    yield { field, bytes: message.subarray(at, at + length) };
    at += length;
  }
}
