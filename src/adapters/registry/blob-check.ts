import { createHash, type Hash } from 'node:crypto';
import { brokenArchive } from '../../archive/limits.ts';
import type { Digest } from '../../result/measurement.ts';

/** Bytes between two checkpoints. */
const strideBytes = 1_048_576;

/** Digests of a blob's beginnings, each a megabyte longer: what lets a part of it be believed without the rest. */
export type Checkpoints = readonly Buffer[];

/** Passes a blob on while it is hashed, and fails at its end when its digest is another. @throws UserError `broken-archive` */
export async function* checkWhole(
  pieces: AsyncIterable<Buffer>,
  { digest, where }: { readonly digest: Digest; readonly where: string },
  checkpoints: Buffer[],
): AsyncGenerator<Buffer> {
  const hash = hashFor(digest);
  for await (const { part, isAtCheckpoint } of cutAtCheckpoints(pieces)) {
    hash.update(part);
    if (isAtCheckpoint) checkpoints.push(hash.copy().digest());
    yield part;
  }
  const got = `${digest.split(':', 1)[0]}:${hash.digest('hex')}`;
  if (got !== digest) throw brokenArchive(where, `its digest is ${got}, not ${digest}`);
}

/**
 * Passes a blob that was checked before on again, only what has been found the same: nobody need read to its end.
 * @throws UserError `broken-archive`
 */
export async function* checkAgain(
  pieces: AsyncIterable<Buffer>,
  { digest, where }: { readonly digest: Digest; readonly where: string },
  checkpoints: Checkpoints,
): AsyncGenerator<Buffer> {
  const hash = hashFor(digest);
  const changed = () => brokenArchive(where, 'it is not what it was when it was first read');
  let held: Buffer[] = [];
  let passed = 0;
  for await (const { part, isAtCheckpoint } of cutAtCheckpoints(pieces)) {
    hash.update(part);
    held.push(part);
    if (!isAtCheckpoint) continue;
    if (checkpoints[passed]?.equals(hash.copy().digest()) !== true) throw changed();
    passed += 1;
    yield* held;
    held = [];
  }
  if (digest !== `${digest.split(':', 1)[0]}:${hash.digest('hex')}`) throw changed();
  yield* held;
}

async function* cutAtCheckpoints(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly part: Buffer; readonly isAtCheckpoint: boolean }> {
  let left = strideBytes;
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length;) {
      const part = piece.subarray(start, start + left);
      start += part.length;
      left -= part.length;
      const isAtCheckpoint = left === 0;
      if (isAtCheckpoint) left = strideBytes;
      yield { part, isAtCheckpoint };
    }
  }
}

function hashFor(digest: Digest): Hash {
  return createHash(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
}
