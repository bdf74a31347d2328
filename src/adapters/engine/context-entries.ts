import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { unreadable } from './context-walk.ts';

/** What stands in a folder. */
export interface Entry {
  readonly name: string;
  /** Bytes where a name on the way is not UTF-8. */
  readonly location: string | Buffer;
  readonly isFolder: boolean;
}

const replacement = '\uFFFD';

/** @throws UserError `unreadable-context` */
export function entriesOf(folder: string | Buffer): readonly Entry[] {
  try {
    if (typeof folder === 'string') {
      const found = readdirSync(folder, { withFileTypes: true });
      if (!found.some(({ name }) => name.includes(replacement)))
        return found.map((entry) => {
          const location = `${folder}/${entry.name}`;
          return { name: entry.name, location, isFolder: isFolder(entry, location) };
        });
    }
    const bytes = Buffer.from(folder);
    return readdirSync(bytes, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
      const location = Buffer.concat([bytes, Buffer.from('/'), entry.name]);
      return { name: entry.name.toString('utf8'), location, isFolder: isFolder(entry, location) };
    });
  } catch (cause) {
    throw asUnreadable(folder, 'cannot be listed', cause);
  }
}

/** Some file systems do not say what an entry is. */
function isFolder(entry: Dirent | Dirent<Buffer>, location: string | Buffer): boolean {
  if (entry.isFile()) return false;
  if (entry.isDirectory()) return true;
  const isKnown = entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket();
  return !isKnown && examine(location).isDirectory();
}

/** As lstat. @throws UserError `unreadable-context` */
export function examine(location: string | Buffer): Stats {
  try {
    return lstatSync(location);
  } catch (cause) {
    throw asUnreadable(location, 'cannot be examined', cause);
  }
}

function asUnreadable(location: string | Buffer, how: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return unreadable(location, `${how} (${code})`, cause);
}
