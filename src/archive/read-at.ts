/** Bytes that can be read anywhere: all the archive readers need of a file. Synchronous, for a page-cache read is quicker than a promise. */
export interface ReadAt {
  readonly bytes: number;
  /** Fills `into` from byte `position` on. @returns bytes read, fewer than asked only at the end. */
  read(into: Uint8Array, position: number): number;
}

/** A part of other bytes. */
export function sliceOf(whole: ReadAt, start: number, bytes: number): ReadAt {
  return {
    bytes: Math.max(0, Math.min(bytes, whole.bytes - start)),
    read(into, position) {
      const left = this.bytes - position;
      if (left <= 0) return 0;
      return whole.read(into.length > left ? into.subarray(0, left) : into, start + position);
    },
  };
}

/** Bytes in memory. */
export function readAtOf(bytes: Uint8Array): ReadAt {
  return {
    bytes: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** Reads exactly these bytes, or as many as there are. */
export function readPart(from: ReadAt, position: number, bytes: number): Buffer {
  const part = Buffer.alloc(Math.max(0, Math.min(bytes, from.bytes - position)));
  return part.subarray(0, from.read(part, position));
}
