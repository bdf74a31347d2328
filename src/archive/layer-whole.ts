import { isPackageDatabase } from '../image/packages/packages.ts';
import type { KeepBody } from '../ports.ts';
import { BodyKeeper } from './bodies.ts';
import type { LayerSource, WantedBody } from './contents.ts';
import { LayerStream } from './layer-stream.ts';
import { DigestCheck } from './layer-verify.ts';
import { Budget, type ArchiveLimits } from './limits.ts';
import type { ReadAt } from './read-at.ts';
import type { ScannedTar } from './tar-entries.ts';

const pieceBytes = 262_144;

/**
 * What is sure to be asked for is kept on the way, package databases and what a caller says: to come to it again takes
 * inflating the layer once more.
 */
export function keepOnTheWay(budget: Budget, keep: KeepBody = () => 0): BodyKeeper {
  return new BodyKeeper(({ path, bodyBytes }) =>
    budget.keep(isPackageDatabase(path) ? bodyBytes : Math.min(bodyBytes, keep(path, bodyBytes))),
  );
}

/** A layer's stored bytes, in order; a piece may be overwritten once the next is asked for. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

interface WholeOptions {
  readonly budget: Budget;
  readonly contentSums: boolean;
  readonly verifyLayers: boolean | undefined;
  /** The bodies to keep, where others than package databases are. */
  readonly keeper?: BodyKeeper;
}

/** Reads every byte of a layer, inflating it where it is compressed. @throws UserError `broken-archive`, `too-large` */
export function readWhole(
  file: ReadAt,
  layer: LayerSource,
  options: WholeOptions,
  signal: AbortSignal,
): Promise<ScannedTar> {
  return readPieces(piecesOf(file), layer, options, signal);
}

/** As {@link readWhole}, of bytes that come from anywhere. @throws UserError `broken-archive`, `too-large` */
export async function readPieces(
  pieces: Pieces,
  layer: LayerSource,
  options: WholeOptions,
  signal: AbortSignal,
): Promise<ScannedTar> {
  const { budget, contentSums } = options;
  const isVerified = options.verifyLayers !== false;
  const blob = isVerified && layer.blobDigest && new DigestCheck(layer.blobDigest, 'digest', layer.where);
  const diff = isVerified && layer.diffId && new DigestCheck(layer.diffId, 'DiffID', layer.where);
  const onBytes = diff ? { onBytes: (bytes: Uint8Array) => diff.add(bytes) } : {};
  const keeper = options.keeper ?? keepOnTheWay(budget);
  const stream = new LayerStream({ where: layer.where, budget, contentSums, openBody: keeper.openBody, ...onBytes });
  try {
    await feed(stream, pieces, signal, (piece) => {
      if (blob) blob.add(piece);
      return true;
    });
    const scanned = await stream.end();
    if (blob) blob.finish();
    if (diff) diff.finish();
    return { ...scanned, bodies: keeper.bodies };
  } finally {
    stream.destroy();
  }
}

/** Inflates a compressed layer as far as it takes to have these bodies, by record. @throws UserError */
export function readBodiesWhole(
  file: ReadAt,
  layer: LayerSource,
  wanted: readonly WantedBody[],
  options: { readonly limits: ArchiveLimits },
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Buffer>> {
  return readBodiesOfPieces(piecesOf(file), layer, wanted, options, signal);
}

/** As {@link readBodiesWhole}, of bytes that come from anywhere; no more of them are taken than needed. @throws UserError */
export async function readBodiesOfPieces(
  pieces: Pieces,
  layer: LayerSource,
  wanted: readonly WantedBody[],
  { limits }: { readonly limits: ArchiveLimits },
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Buffer>> {
  const keeper = keepWanted(wanted);
  const distinct = new Set(wanted.map(({ record }) => record)).size;
  const stream = new LayerStream({ where: layer.where, budget: new Budget(limits), openBody: keeper.openBody });
  try {
    // A body is complete some time after its last byte was pushed: only the end of the layer waits for all of them.
    if (await feed(stream, pieces, signal, () => keeper.bodies.size < distinct)) await stream.end();
    return keeper.bodies;
  } finally {
    stream.destroy();
  }
}

/** Keeps these bodies, by record, as far as they are wanted. */
export function keepWanted(wanted: readonly WantedBody[]): BodyKeeper {
  const bytesOf = new Map<number, number>();
  for (const { record, bytes } of wanted) bytesOf.set(record, Math.max(bytes, bytesOf.get(record) ?? 0));
  return new BodyKeeper(({ record }) => bytesOf.get(record) ?? 0);
}

/** Pushes a layer's stored bytes as long as they are wanted. @returns true when all were pushed. */
async function feed(
  stream: LayerStream,
  pieces: Pieces,
  signal: AbortSignal,
  isWanted: (piece: Uint8Array) => boolean,
): Promise<boolean> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    if (!isWanted(piece)) return false;
    await stream.push(piece);
  }
  return true;
}

function* piecesOf(file: ReadAt): Generator<Uint8Array> {
  const piece = Buffer.alloc(Math.min(pieceBytes, file.bytes));
  for (let position = 0; position < file.bytes;) {
    const bytes = file.read(piece, position);
    if (bytes === 0) return;
    yield piece.subarray(0, bytes);
    position += bytes;
  }
}
