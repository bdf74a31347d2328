import { EntryType } from '../image/entries.ts';
import { hiddenFiles, type HiddenFile } from '../image/hidden-files.ts';
import type { Squashed } from '../image/squash.ts';
import type { FileNode } from '../image/tree.ts';
import type { FoundSecret, SecretSearch } from '../policy/secret-search.ts';
import { searchBody } from '../policy/secret-search.ts';
import { isWorthSearching, maxSearchedBytes } from '../policy/searched-files.ts';
import type { OpenImage, RecordWish } from '../ports.ts';
import { formatBytes } from '../units.ts';

/** The most that is read for one search, visible and hidden files apart: half a minute at the slowest engine. */
const budget = { bytes: 64 * 2 ** 20, files: 20_000 };

/** Searches files from a layer on for secrets, also those that a later layer hides. */
export async function searchFiles(
  image: OpenImage,
  squashed: Squashed,
  firstLayer: number,
  signal: AbortSignal,
): Promise<SecretSearch> {
  const visible = await searchVisible(image, squashed, firstLayer, signal);
  const hidden = await searchHidden(image, squashed, firstLayer, signal);
  return { found: [...visible.found, ...hidden.found], unsearched: [...visible.unsearched, ...hidden.unsearched] };
}

async function searchVisible(
  image: OpenImage,
  { tree }: Squashed,
  firstLayer: number,
  signal: AbortSignal,
): Promise<SecretSearch> {
  const nodes = new Map<number, FileNode>();
  for (const node of tree.all())
    // Two names of one inode have one body.
    if (node.type === EntryType.file && node.layer >= firstLayer && isWorthSearching(`/${node.path}`, node.fileBytes))
      nodes.set(node.layer * 2 ** 32 + node.record, node);
  const { within, unsearched } = withinBudget([...nodes.values()], 'visible');
  const bodies = await image.readBodies(within, maxSearchedBytes, signal);
  const found: FoundSecret[] = [];
  for (const { path, layer } of within) {
    const body = bodies.get(path);
    if (body) for (const one of await searchBody(`/${path}`, body)) found.push({ path: `/${path}`, ...one, layer });
  }
  return { found, unsearched: [...unsearched, ...unread(within, ({ path }) => bodies.has(path))] };
}

async function searchHidden(
  image: OpenImage,
  squashed: Squashed,
  firstLayer: number,
  signal: AbortSignal,
): Promise<SecretSearch> {
  const files: (HiddenFile & { readonly fileBytes: number })[] = [];
  for (const file of hiddenFiles(squashed)) {
    if (!file.isRegular || file.addedBy < firstLayer || file.how === 'metadata-only') continue;
    if (isWorthSearching(file.path, file.bytes)) files.push({ ...file, fileBytes: file.bytes });
  }
  if (files.length === 0) return { found: [], unsearched: [] };
  if (!image.readRecords) {
    const count =
      files.length === 1 ? 'One file that a later layer hides' : `${files.length} files that later layers hide`;
    return {
      found: [],
      unsearched: [`${count} could not be searched: ${image.facts.source} shows only what a container sees.`],
    };
  }
  const { within, unsearched } = withinBudget(files, 'hidden');
  const wishes = within.map(({ entryPath, addedBy, record, fileBytes }): RecordWish => ({
    path: entryPath,
    layer: addedBy,
    record,
    fileBytes,
  }));
  const bodies = await image.readRecords(wishes, maxSearchedBytes, signal);
  const found: FoundSecret[] = [];
  for (const [index, { path, addedBy, hiddenBy }] of within.entries()) {
    const body = bodies[index];
    if (body) for (const one of await searchBody(path, body)) found.push({ path, ...one, layer: addedBy, hiddenBy });
  }
  return { found, unsearched: [...unsearched, ...unread(within, (_, index) => bodies[index] !== undefined)] };
}

/** Secrets stand in small files: all up to so many bytes come first, then those up to twice as many, and so on. */
const smallBytes = 4_096;
const sizeClass = (bytes: number): number => Math.max(0, Math.ceil(Math.log2(bytes / smallBytes)));

/**
 * The files that are searched where there are too many. Of a class of sizes those that stand together: an engine gives a
 * folder in no time, and takes the better part of a minute for what is spread over a hundred thousand files.
 */
function withinBudget<F extends { readonly path: string; readonly fileBytes: number }>(
  files: readonly F[],
  kind: string,
) {
  const ordered = files.toSorted(
    (a, b) => sizeClass(a.fileBytes) - sizeClass(b.fileBytes) || (a.path < b.path ? -1 : 1),
  );
  let bytes = 0;
  const end = ordered.findIndex((file, index) => {
    bytes += Math.min(file.fileBytes, maxSearchedBytes);
    return bytes > budget.bytes || index >= budget.files;
  });
  if (end < 0) return { within: ordered, unsearched: [] };
  const left = ordered.slice(end);
  const leftBytes = left.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  const reason = `${left.length} ${kind} files (${formatBytes(leftBytes)}) were not searched for secrets: the search ends after ${formatBytes(budget.bytes)} or ${budget.files} files.`;
  return { within: ordered.slice(0, end), unsearched: [reason] };
}

function unread<F extends { readonly path: string }>(
  files: readonly F[],
  wasRead: (file: F, index: number) => boolean,
): readonly string[] {
  const missing = files.filter((file, index) => !wasRead(file, index));
  const [first] = missing;
  return first
    ? [`${missing.length} files were not searched for secrets, ${first.path} among them: they could not be read.`]
    : [];
}
