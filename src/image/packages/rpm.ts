import { numberAt, part, UnreadableDatabase } from './bytes.ts';
import type { PackageFiles } from './package.ts';
import { readTable } from './sqlite.ts';

const folders = ['var/lib/rpm', 'usr/lib/sysimage/rpm'] as const;

/** rpm's database since 4.16, which can be read. */
export const rpmDatabases = folders.map((folder) => `${folder}/rpmdb.sqlite`);
/** Its older and other forms (Berkeley DB, ndb), which cannot, and the log of an SQLite database not closed. */
export const rpmUnreadable = folders.flatMap((folder) => [
  { path: `${folder}/Packages`, reason: 'rpm databases in Berkeley DB’s format are not read' },
  { path: `${folder}/Packages.db`, reason: 'rpm databases in ndb’s format are not read' },
  { path: `${folder}/rpmdb.sqlite-wal`, reason: 'the rpm database was not closed: packages may be missing' },
]);

/** Tags of a header that are of use here. https://rpm-software-management.github.io/rpm/manual/tags.html */
const tags = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  architecture: 1022,
  folderIndexes: 1116,
  baseNames: 1117,
  folderNames: 1118,
} as const;
const int32 = 4;
const maxEntries = 0xffff;
/** Linux' longest path. */
const maxPathLength = 4096;

/** Reads the packages of rpm's SQLite database. @throws UnreadableDatabase */
export function readRpm(file: Uint8Array): readonly PackageFiles[] {
  return readTable(file, 'Packages').flatMap((row) => {
    const header = row.find((cell) => cell instanceof Uint8Array);
    return header instanceof Uint8Array ? packageOf(header) : [];
  });
}

interface Entry {
  readonly type: number;
  readonly offset: number;
  readonly count: number;
}

/** @see https://rpm-software-management.github.io/rpm/manual/hregions.html */
function packageOf(header: Uint8Array): readonly PackageFiles[] {
  const count = numberAt(header, 0, 4);
  if (count > maxEntries) throw new UnreadableDatabase('It has a package header of too many entries.');
  const data = part(header, 8 + 16 * count, numberAt(header, 4, 4));
  const entries = new Map<number, Entry>();
  for (let start = 8; start < 8 + 16 * count; start += 16) {
    const [tag, type, offset, length] = [0, 4, 8, 12].map((field) => numberAt(header, start + field, 4));
    if (tag !== undefined && type !== undefined && offset !== undefined && length !== undefined)
      entries.set(tag, { type, offset, count: length });
  }
  const text = (tag: number): string | undefined => stringsOf(data, entries.get(tag), 1)[0];
  const [name, version, release] = [text(tags.name), text(tags.version), text(tags.release)];
  if (name === undefined || version === undefined)
    throw new UnreadableDatabase('It has a package without a name or version.');
  // Keys that were imported to check signatures: no software.
  if (name === 'gpg-pubkey') return [];
  const [epoch] = numbersOf(data, entries.get(tags.epoch));
  const architecture = text(tags.architecture);
  const full = `${epoch === undefined ? '' : `${epoch}:`}${version}${release === undefined ? '' : `-${release}`}`;
  const folderNames = stringsOf(data, entries.get(tags.folderNames));
  if (folderNames.some(({ length }) => length > maxPathLength))
    throw new UnreadableDatabase('It has a path that is too long.');
  const indexes = numbersOf(data, entries.get(tags.folderIndexes));
  const files = stringsOf(data, entries.get(tags.baseNames)).map((base, index) =>
    `${folderNames[indexes[index] ?? -1] ?? ''}${base}`.replace(/^\/+/, ''),
  );
  return [{ manager: 'rpm', name, version: full, ...(architecture !== undefined && { architecture }), files }];
}

function stringsOf(data: Buffer, entry: Entry | undefined, limit = Infinity): readonly string[] {
  const found: string[] = [];
  if (!entry) return found;
  for (let start = entry.offset; found.length < Math.min(entry.count, limit);) {
    const end = data.indexOf(0, start);
    if (start < 0 || end < start) throw new UnreadableDatabase('It has a package header whose text has no end.');
    found.push(data.toString('utf8', start, end));
    start = end + 1;
  }
  return found;
}

function numbersOf(data: Buffer, entry: Entry | undefined): readonly number[] {
  if (!entry || entry.type !== int32) return [];
  const bytes = part(data, entry.offset, 4 * entry.count);
  return Array.from({ length: entry.count }, (_, index) => bytes.readInt32BE(4 * index));
}
