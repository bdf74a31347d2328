import { brokenArchive } from '../../archive/limits.ts';
import type { Digest } from '../../result/measurement.ts';
import { Dropped, type Answer } from './exchange.ts';
import type { Registry } from './registry.ts';
import { pause } from './retry.ts';

/** A blob of a repository with its stated length. */
export interface BlobOf {
  readonly repository: string;
  readonly digest: Digest;
  readonly bytes: number;
  /** What errors call it. */
  readonly where: string;
}

/** However much each brings, a blob does not come in more parts than this. */
const maxParts = 100;

/**
 * A blob's bytes, each once and in order: what was cut is asked for from there on, or from the start where the server
 * cannot. Nothing is checked but the length. @throws UserError
 */
export async function* blobPieces(registry: Registry, blob: BlobOf, signal: AbortSignal): AsyncGenerator<Buffer> {
  const { repository, digest, bytes } = blob;
  const { maxRetries, baseMs, maxWaitMs } = registry.patience;
  let position = 0;
  let fruitless = 0;
  let canResume = true;
  for (let part = 1; position < bytes; part += 1) {
    const before = position;
    let cut: unknown = new Dropped(`it ended after ${position} of ${bytes} bytes`);
    try {
      const answer = await registry.openBlob(repository, digest, canResume ? position : 0, signal);
      if (answer.status === 416) {
        answer.discard();
        canResume = false;
      } else {
        for await (const piece of wantedPieces(answer, position, blob)) {
          position += piece.length;
          yield piece;
        }
        cut = new Dropped(`it ended after ${position} of ${bytes} bytes`);
      }
    } catch (thrown) {
      if (!(thrown instanceof Dropped)) throw thrown;
      cut = thrown;
    }
    if (position >= bytes) return;
    fruitless = position > before ? 0 : fruitless + 1;
    if (fruitless > maxRetries || part >= maxParts) throw registry.explainBlob(repository, digest, cut);
    await pause(Math.min(baseMs * 2 ** fruitless, maxWaitMs), signal);
  }
}

/** What of an answer was not had before. @throws UserError `broken-archive` when it is not as long as stated. */
async function* wantedPieces(answer: Answer, position: number, blob: BlobOf): AsyncGenerator<Buffer> {
  let at = answer.status === 206 ? startOf(answer, position, blob) : 0;
  if (answer.status === 200) checkLength(answer, blob);
  for await (const piece of answer.body) {
    const fresh = at + piece.length <= position ? undefined : piece.subarray(Math.max(0, position - at));
    at += piece.length;
    if (at > blob.bytes) throw brokenArchive(blob.where, `it is longer than the stated ${blob.bytes} bytes`);
    if (fresh) yield fresh;
  }
}

function checkLength({ headers, discard }: Answer, { where, bytes }: BlobOf): void {
  const stated = headers['content-length'];
  if (stated === undefined || Number(stated) === bytes) return;
  discard();
  throw brokenArchive(where, `it has ${stated} bytes, not ${bytes}`);
}

/** Where a part starts: https://datatracker.ietf.org/doc/html/rfc9110#section-14.4 */
function startOf({ headers, discard }: Answer, position: number, { where, bytes }: BlobOf): number {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  if (Number(start) <= position && (total === '*' || Number(total) === bytes)) return Number(start);
  discard();
  throw brokenArchive(where, `asked for its bytes from ${position} on, the registry sends others`);
}
