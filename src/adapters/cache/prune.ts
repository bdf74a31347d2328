import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** About 500 images of 2 MB each; a quarter goes at once, so that not every run has to tidy. */
const mostBytes = 10 ** 9;
const keptBytes = 0.75 * mostBytes;
/** A draft this old was left by a run that was killed. */
const staleDraftMs = 3_600_000;

/** Removes the layers that were not used for longest once the folder holds more than a gigabyte, and drafts left behind. */
export async function prune(folder: string, most: number = mostBytes, kept: number = keptBytes): Promise<void> {
  const files = await Promise.all((await readdir(folder)).filter(isOurs).map((name) => describe(join(folder, name))));
  const found = files.flatMap((file) => (file ? [file] : []));
  const newest = Math.max(0, ...found.map(({ usedMs }) => usedMs));
  const drafts = found.filter(({ path, usedMs }) => path.endsWith('.draft') && newest - usedMs > staleDraftMs);
  const layers = found
    .filter(({ path }) => path.endsWith('.layer'))
    .toSorted((one, other) => other.usedMs - one.usedMs);
  let sum = layers.reduce((bytes, file) => bytes + file.bytes, 0);
  const gone = drafts.map(({ path }) => path);
  if (sum > most)
    for (const file of layers.toReversed()) {
      if (sum <= kept) break;
      sum -= file.bytes;
      gone.push(file.path);
    }
  await Promise.all(gone.map((path) => rm(path, { force: true })));
}

const isOurs = (name: string): boolean => /^sha\d+-[0-9a-f]+\.(crc32|crc64)\.layer(\.[0-9a-f-]+\.draft)?$/.test(name);

async function describe(path: string) {
  // Another run may tidy at the same time.
  const found = await stat(path).catch(() => undefined);
  return found && { path, bytes: found.size, usedMs: found.mtimeMs };
}
