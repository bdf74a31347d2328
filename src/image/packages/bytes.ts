/** A database that is not what its format says; the message is for people. */
export class UnreadableDatabase extends Error {
  override readonly name = 'UnreadableDatabase';
}

/** Part of a buffer. @throws UnreadableDatabase when it does not lie inside. */
export function part(bytes: Uint8Array, start: number, length: number): Buffer {
  if (start < 0 || length < 0 || start + length > bytes.length)
    throw new UnreadableDatabase(`It ends before byte ${start + length}.`);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, length);
}

/** An unsigned big-endian number of 1 to 6 bytes. @throws UnreadableDatabase when it does not lie inside. */
export function numberAt(bytes: Uint8Array, start: number, length: number): number {
  return part(bytes, start, length).readUIntBE(0, length);
}
