import { cutOff } from './failures.ts';

const block = 512;

/**
 * The body of the first regular file of a tar, at most `maxBytes` from its start; reads no further than that.
 * @returns undefined when the tar holds no regular file. @throws Error when it is cut before.
 */
export async function readFirstFile(tar: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> {
  let held = Buffer.alloc(0);
  let skip = 0;
  let body: { readonly bytes: number } | undefined;
  // A large body comes in thousands of chunks: they are put together once.
  const pieces: Uint8Array[] = [];
  let taken = 0;
  const take = (piece: Uint8Array): void => {
    // Copied: a chunk is valid until the next one.
    pieces.push(Buffer.from(piece));
    taken += piece.length;
  };
  for await (const chunk of tar) {
    if (body) {
      take(chunk);
      if (taken >= body.bytes) return whole(pieces, body.bytes);
      continue;
    }
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    held = Buffer.concat([held, chunk.subarray(skipped)]);
    while (!body && skip === 0 && held.length >= block) {
      const header = held.subarray(0, block);
      if (header.every((byte) => byte === 0)) return undefined;
      const bytes = sizeOf(header);
      held = held.subarray(block);
      if (isRegular(header[156])) {
        body = { bytes: Math.min(bytes, maxBytes) };
        take(held);
      } else {
        skip = Math.ceil(bytes / block) * block;
        const inHand = Math.min(skip, held.length);
        held = held.subarray(inHand);
        skip -= inHand;
      }
    }
    if (body && taken >= body.bytes) return whole(pieces, body.bytes);
  }
  if (body?.bytes === 0) return new Uint8Array();
  throw cutOff('the archive of a file');
}

const whole = (pieces: readonly Uint8Array[], bytes: number): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces).subarray(0, bytes));

const isRegular = (flag: number | undefined): boolean => flag === 0x30 || flag === 0 || flag === 0x37;

/** Octal, or base 256 with its first bit set. */
function sizeOf(header: Buffer): number {
  if ((header[124] ?? 0) & 0x80) return header.readUIntBE(130, 6);
  const text = header
    .toString('latin1', 124, 136)
    .replace(/[\0 ].*$/s, '')
    .trim();
  if (!/^[0-7]*$/.test(text)) throw new Error('The tar with the file has a broken size.');
  return Number.parseInt(text || '0', 8);
}
