import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { unreadable } from './context-walk.ts';

/** What stands in a folder. */
export interface Entry {
  readonly name: string;
  /** Bytes where a name on the way is not UTF-8. */
  readonly location: string | Buffer;
  /** Symbolic links, FIFOs and devices have no body that could be sent. */
  readonly kind: 'file' | 'folder' | 'bodiless' | 'socket';
}

const replacement = '\uFFFD';

/** @throws UserError `unreadable-context` */
export function entriesOf(folder: string | Uint8Array): readonly Entry[] {
  try {
    if (typeof folder === 'string') {
      const found = readdirSync(folder, { withFileTypes: true });
      if (!found.some(({ name }) => name.includes(replacement)))
        return found.map((entry) => {
          const location = `${folder}/${entry.name}`;
          return { name: entry.name, location, kind: kindOf(entry, location) };
        });
    }
    const bytes = Buffer.from(folder);
    return readdirSync(bytes, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
      const location = Buffer.concat([bytes, Buffer.from('/'), entry.name]);
      return { name: entry.name.toString('utf8'), location, kind: kindOf(entry, location) };
    });
  } catch (cause) {
    throw asUnreadable(folder, 'cannot be listed', cause);
  }
}

/** Some file systems do not say what an entry is. */
function kindOf(entry: Dirent | Dirent<Buffer>, location: string | Buffer): Entry['kind'] {
  return knownKind(entry) ?? knownKind(examine(location)) ?? 'bodiless';
}

function knownKind(entry: Dirent | Dirent<Buffer> | Stats): Entry['kind'] | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSocket()) return 'socket';
  return entry.isSymbolicLink() || entry.isFIFO() ? 'bodiless' : undefined;
}

/** As lstat. @throws UserError `unreadable-context` */
export function examine(location: string | Buffer): Stats {
  try {
    return lstatSync(location);
  } catch (cause) {
    throw asUnreadable(location, 'cannot be examined', cause);
  }
}

function asUnreadable(location: string | Uint8Array, how: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return unreadable(Buffer.from(location), `${how} (${code})`, cause);
}
