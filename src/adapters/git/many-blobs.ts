import { readBlob } from './blobs.ts';
import type { Git } from './git.ts';

/**
 * The texts of many blobs by two calls of git, in their order; undefined for what is larger than the cap or no UTF-8 text.
 * https://git-scm.com/docs/git-cat-file#_batch_output
 */
export async function readBlobs(
  git: Git,
  shas: readonly string[],
  maxBytes: number,
): Promise<readonly (string | undefined)[]> {
  if (shas.length === 0) return [];
  const listed = await git.run(['cat-file', '--batch-check=%(objectname) %(objectsize)'], { input: linesOf(shas) });
  const bytesOf = new Map(
    listed.split('\n').map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])] as const),
  );
  const wanted = [...new Set(shas)].filter((sha) => (bytesOf.get(sha) ?? Infinity) <= maxBytes);
  const texts = new Map<string, string>();
  for (const batch of batches(wanted, bytesOf)) {
    const printed = await git.run(['cat-file', '--batch'], { input: linesOf(batch) });
    for (const [sha, text] of cut(printed, batch, bytesOf)) texts.set(sha, text);
  }
  const found: (string | undefined)[] = [];
  for (const sha of shas)
    found.push(texts.get(sha) ?? (wanted.includes(sha) ? await readBlobOr(git, sha, maxBytes) : undefined));
  return found;
}

/** What is held in memory at once, but for a blob that is larger itself. */
const batchBytes = 16 * 2 ** 20;

function batches(shas: readonly string[], bytesOf: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const found: string[][] = [];
  let room = 0;
  for (const sha of shas) {
    const bytes = bytesOf.get(sha) ?? 0;
    const last = found.at(-1);
    if (last && bytes <= room) last.push(sha);
    else found.push([sha]);
    room = (last && bytes <= room ? room : batchBytes) - bytes;
  }
  return found;
}

const linesOf = (shas: readonly string[]): string => shas.map((sha) => `${sha}\n`).join('');

/**
 * The blobs in what git printed, up to the first that is no UTF-8: its bytes came as replacement characters, which are of
 * another length, so that nothing after it stands where it should.
 */
function* cut(
  printed: string,
  shas: readonly string[],
  bytesOf: ReadonlyMap<string, number>,
): Iterable<readonly [string, string]> {
  const bytes = Buffer.from(printed);
  let at = 0;
  for (const sha of shas) {
    const start = bytes.indexOf('\n', at) + 1;
    const end = start + (bytesOf.get(sha) ?? 0);
    const text = bytes.subarray(start, end).toString();
    const isWhole = bytes.subarray(at, start).toString().startsWith(`${sha} `) && bytes[end] === 10;
    if (!isWhole || text.includes('\uFFFD') || text.includes('\0')) return;
    yield [sha, text];
    at = end + 1;
  }
}

/** The text of a blob, or undefined where it is larger than the cap or no UTF-8 text. */
export async function readBlobOr(git: Git, sha: string, maxBytes: number): Promise<string | undefined> {
  class Unfit extends Error {}
  try {
    return await readBlob(git, sha, maxBytes, (why) => new Unfit(why));
  } catch (thrown) {
    if (thrown instanceof Unfit) return undefined;
    throw thrown;
  }
}
