import { EntryType, type LayerEntries } from '../image/entries.ts';
import { cleanPath } from './tar-names.ts';

/** `docker save` links a layer that occurs twice to its first copy; a chain longer than this is a loop. */
const maxHops = 8;

/** The record of every regular file an archive holds, by path: the last of several with one path, links followed. */
export function filesByPath(entries: LayerEntries): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  const links = new Map<string, string>();
  for (const [record, path] of entries.paths.entries()) {
    files.delete(path);
    links.delete(path);
    const target = entries.linkTargets.get(record);
    if (entries.types[record] === EntryType.file) files.set(path, record);
    else if (target !== undefined) links.set(path, resolveLink(path, target, entries.types[record]));
  }
  for (const [path, target] of links) {
    let at = target;
    for (let hops = 0; hops < maxHops && links.has(at); hops += 1) at = links.get(at) ?? at;
    const record = files.get(at);
    if (record !== undefined) files.set(path, record);
  }
  return files;
}

function resolveLink(path: string, target: string, type: number | undefined): string {
  if (type === EntryType.hardlink || target.startsWith('/')) return cleanPath(target);
  return cleanPath(`${path.slice(0, path.lastIndexOf('/') + 1)}${target}`);
}
