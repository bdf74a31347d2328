import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { newTally, type ContextTally, type Place, type WeighedContext } from '../../dockerfile/context.ts';
import type { FolderMatch, IgnoreRules } from '../../dockerfile/ignore.ts';
import { Interrupted } from '../../errors.ts';
import type { ContextToWeigh } from '../../ports.ts';
import { gitIgnoredBelow } from '../git/ignored.ts';
import { readIgnoreFile, requireFolder } from './context-files.ts';
import { unreadable } from './context-walk.ts';
import type { Environment } from './host.ts';

/** Folders between two looks at the clock: others get their turn, and a signal stops the walk. */
const foldersAtATime = 256;

/**
 * What a build would be sent of a folder, without sending it: the same walk and rules as of {@link packContext}, sizes only.
 *
 * The calls are synchronous: for 200,000 files the promises alone would take several times as long as the disk.
 * @throws UserError `no-context`, `bad-ignore-pattern`, `unreadable-context`; Interrupted
 */
export async function weighContext(
  { contextDir, dockerfile, isSecretFile }: ContextToWeigh,
  environment: Environment,
  signal: AbortSignal,
): Promise<WeighedContext> {
  await requireFolder(contextDir);
  const { rules, file } = await readIgnoreFile(contextDir, dockerfile);
  const ignored = await gitIgnoredBelow(contextDir, environment, signal);
  const tally = newTally(isSecretFile);
  const walk: Walk = {
    rules,
    tally,
    gitIgnored: 'paths' in ignored ? ignored.paths : new Set(),
    inodes: new Set(),
    open: [{ location: contextDir, path: '', place: tally.root }],
  };
  for (let count = 1; walk.open.length > 0; count += 1) {
    const folder = walk.open.pop();
    if (folder) weighFolder(walk, folder);
    if (count % foldersAtATime === 0) await setImmediate();
    if (signal.aborted) throw new Interrupted('Cancelled while weighing the build context.');
  }
  return {
    ...tally.sums(),
    ...(file !== undefined && { ignoreFile: file }),
    ...('why' in ignored && { gitUnknown: ignored.why }),
  };
}

interface Walk {
  readonly rules: IgnoreRules;
  readonly tally: ContextTally;
  /** Relative to the context; folders with a `/` at their end. */
  readonly gitIgnored: ReadonlySet<string>;
  /** Hard-linked files that were counted. */
  readonly inodes: Set<string>;
  readonly open: Folder[];
}

interface Folder {
  /** Bytes where the name is not UTF-8. */
  readonly location: string | Buffer;
  readonly path: string;
  readonly place: Place;
  readonly match?: FolderMatch;
}

function weighFolder(walk: Walk, folder: Folder): void {
  const { rules, tally, gitIgnored } = walk;
  for (const { name, location, isFolder: isBelow } of entriesOf(folder.location)) {
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    const { ignored, match } = rules.match(path, folder.match);
    if (isBelow) {
      if (ignored && !rules.mayHoldExceptions(path)) continue;
      const place = tally.folder(folder.place, path, name, gitIgnored.has(`${path}/`));
      walk.open.push({ location, path, place, match });
    } else if (!ignored) {
      const stats = examine(location);
      if (stats.isSocket()) continue;
      tally.file(folder.place, path, name, bytesSent(walk, stats), gitIgnored.has(path));
    }
  }
}

/** Each inode is sent once; links and FIFOs have no body. */
function bytesSent({ inodes }: Walk, stats: Stats): number {
  if (!stats.isFile()) return 0;
  if (stats.nlink < 2) return stats.size;
  const inode = `${stats.dev}:${stats.ino}`;
  if (inodes.has(inode)) return 0;
  inodes.add(inode);
  return stats.size;
}

interface Entry {
  readonly name: string;
  readonly location: string | Buffer;
  readonly isFolder: boolean;
}

const replacement = '\uFFFD';

function entriesOf(folder: string | Buffer): readonly Entry[] {
  try {
    if (typeof folder === 'string') {
      const found = readdirSync(folder, { withFileTypes: true });
      if (!found.some(({ name }) => name.includes(replacement)))
        return found.map((entry) => ({
          name: entry.name,
          location: `${folder}/${entry.name}`,
          isFolder: isFolder(entry, `${folder}/${entry.name}`),
        }));
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
  if (entry.isDirectory()) return true;
  const isKnown = entry.isFile() || entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket();
  return !isKnown && examine(location).isDirectory();
}

function examine(location: string | Buffer): Stats {
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
