import type { Stats } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import {
  newTally,
  type ContextTally,
  type PathFacts,
  type Place,
  type WeighedContext,
} from '../../dockerfile/context.ts';
import type { FolderMatch, IgnoreRules } from '../../dockerfile/ignore.ts';
import { Interrupted } from '../../errors.ts';
import type { ContextToWeigh } from '../../ports.ts';
import { gitIgnoredBelow } from '../git/ignored.ts';
import { entriesOf, examine } from './context-entries.ts';
import { readIgnoreFile, requireFolder } from './context-files.ts';
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
    exceptions: [...rules.patterns.keys()].filter((index) => rules.patterns[index]?.startsWith('!')),
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
  /** Indexes of the patterns with a `!`. */
  readonly exceptions: readonly number[];
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

/** What is true of nearly every file. */
const ordinary: PathFacts = { isGitIgnored: false, isMeant: false };

function weighFolder(walk: Walk, folder: Folder): void {
  const { rules, tally, gitIgnored } = walk;
  for (const { name, location, isFolder: isBelow } of entriesOf(folder.location)) {
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    const { ignored, match } = rules.match(path, folder.match);
    if (isBelow) {
      if (ignored && !rules.mayHoldExceptions(path)) continue;
      const facts = {
        isGitIgnored: gitIgnored.has(`${path}/`),
        isMeant: ignored || isExcepted(walk, match, folder.match),
      };
      const place = tally.folder(folder.place, path, name, facts);
      walk.open.push({ location, path, place, match });
    } else if (!ignored) {
      const stats = examine(location);
      if (stats.isSocket()) continue;
      const isGitIgnored = gitIgnored.size > 0 && gitIgnored.has(path);
      const isMeant = isExcepted(walk, match, folder.match);
      const facts = isGitIgnored || isMeant ? { isGitIgnored, isMeant } : ordinary;
      tally.file(folder.place, path, name, bytesSent(walk, stats), facts);
    }
  }
}

/** Whether an exception brings this very path back, not only a folder above. */
function isExcepted({ exceptions }: Walk, match: FolderMatch, above: FolderMatch | undefined): boolean {
  return exceptions.some((index) => match[index] === true && above?.[index] !== true);
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
