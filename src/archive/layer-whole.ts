import { BodyKeeper } from './bodies.ts';
import type { LayerSource, WantedBody } from './contents.ts';
import { LayerStream } from './layer-stream.ts';
import { DigestCheck } from './layer-verify.ts';
import { Budget, type ArchiveLimits } from './limits.ts';
import type { ReadAt } from './read-at.ts';
import type { ScannedTar } from './tar-entries.ts';

const pieceBytes = 262_144;

/** Reads every byte of a layer, inflating it where it is compressed. @throws UserError `broken-archive`, `too-large` */
export async function readWhole(
  file: ReadAt,
  layer: LayerSource,
  options: { readonly budget: Budget; readonly contentSums: boolean; readonly verifyLayers: boolean | undefined },
  signal: AbortSignal,
): Promise<ScannedTar> {
  const { budget, contentSums } = options;
  const isVerified = options.verifyLayers !== false;
  const blob = isVerified && layer.blobDigest && new DigestCheck(layer.blobDigest, 'digest', layer.where);
  const diff = isVerified && layer.diffId && new DigestCheck(layer.diffId, 'DiffID', layer.where);
  const onBytes = diff ? { onBytes: (bytes: Uint8Array) => diff.add(bytes) } : {};
  const stream = new LayerStream({ where: layer.where, budget, contentSums, ...onBytes });
  try {
    await feed(stream, file, signal, (piece) => {
      if (blob) blob.add(piece);
      return true;
    });
    const scanned = await stream.end();
    if (blob) blob.finish();
    if (diff) diff.finish();
    return scanned;
  } finally {
    stream.destroy();
  }
}

/** Inflates a compressed layer as far as it takes to have these bodies, by record. @throws UserError */
export async function readBodiesWhole(
  file: ReadAt,
  layer: LayerSource,
  wanted: readonly WantedBody[],
  { limits }: { readonly limits: ArchiveLimits },
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Buffer>> {
  const bytesOf = new Map<number, number>();
  for (const { record, bytes } of wanted) bytesOf.set(record, Math.max(bytes, bytesOf.get(record) ?? 0));
  const keeper = new BodyKeeper(({ record }) => bytesOf.get(record) ?? 0);
  const stream = new LayerStream({ where: layer.where, budget: new Budget(limits), openBody: keeper.openBody });
  try {
    // A body is complete some time after its last byte was pushed: only the end of the layer waits for all of them.
    if (await feed(stream, file, signal, () => keeper.bodies.size < bytesOf.size)) await stream.end();
    return keeper.bodies;
  } finally {
    stream.destroy();
  }
}

/** Pushes a layer's stored bytes as long as they are wanted. @returns true when all were pushed. */
async function feed(
  stream: LayerStream,
  file: ReadAt,
  signal: AbortSignal,
  isWanted: (piece: Uint8Array) => boolean,
): Promise<boolean> {
  const piece = Buffer.alloc(Math.min(pieceBytes, file.bytes));
  for (let position = 0; position < file.bytes;) {
    signal.throwIfAborted();
    const bytes = file.read(piece, position);
    if (bytes === 0) break;
    const part = piece.subarray(0, bytes);
    if (!isWanted(part)) return false;
    await stream.push(part);
    position += bytes;
  }
  return true;
}
