import { rootPlace, newTally, type ContextTally, type PathFacts, type Place } from '../../dockerfile/context-tally.ts';
import type { FolderMatch, IgnoreRules } from '../../dockerfile/ignore.ts';
import { entriesOf, examine, type Entry } from './context-entries.ts';

/** A folder that is to be gone through. Plain, so that another thread can do it. */
export interface OpenFolder {
  /** Bytes where the name is not UTF-8. */
  readonly location: string | Uint8Array;
  /** Relative to the context; '' for the context itself. */
  readonly path: string;
  readonly place: Place;
  readonly match?: FolderMatch;
}

/** What decides about the files of a context. */
export interface ScanRules {
  readonly rules: IgnoreRules;
  /** Relative to the context; folders with a `/` at their end. */
  readonly gitIgnored: ReadonlySet<string>;
  /** Tells files for secrets by their path within the context, with `/` in front. */
  readonly isSecretFile: (path: string) => boolean;
}

/** A walk through folders that sums up what of them is sent to a builder. */
export interface ContextScan {
  /** Folders that are known and not yet gone through; anybody may add some or take some away. */
  readonly open: OpenFolder[];
  readonly tally: ContextTally;
  /**
   * Goes through open folders until so many entries have been looked at, or nothing is open any more.
   * @returns how many were. @throws UserError `unreadable-context`
   */
  advance(entries: number): number;
}

export const contextFolder = (location: string): OpenFolder => ({ location, path: '', place: rootPlace });

/**
 * The calls to the disk are synchronous: for 200,000 files the promises alone would take several times as long. Only of
 * regular files anything is asked; what else is sent has no body.
 */
export function newScan({ rules, gitIgnored, isSecretFile }: ScanRules): ContextScan {
  const tally = newTally(isSecretFile);
  const open: OpenFolder[] = [];
  const exceptions = [...rules.patterns.keys()].filter((index) => rules.patterns[index]?.startsWith('!'));
  /** Whether an exception brings this very path back, not only a folder above. */
  const isExcepted = (match: FolderMatch, above: FolderMatch | undefined): boolean =>
    exceptions.some((index) => match[index] === true && above?.[index] !== true);

  const enter = (folder: OpenFolder, path: string, { name, location }: Entry): void => {
    const { ignored, match } = rules.match(path, folder.match);
    if (ignored && !rules.mayHoldExceptions(path)) return;
    const isMeant = ignored || isExcepted(match, folder.match);
    const place = tally.folder(folder.place, path, name, { isGitIgnored: gitIgnored.has(`${path}/`), isMeant });
    open.push({ location, path, place, match });
  };

  const weigh = (folder: OpenFolder, path: string, entry: Entry): void => {
    const { ignored, match } = rules.match(path, folder.match);
    if (ignored) return;
    const isGitIgnored = gitIgnored.size > 0 && gitIgnored.has(path);
    const isMeant = isExcepted(match, folder.match);
    const facts = isGitIgnored || isMeant ? { isGitIgnored, isMeant } : ordinary;
    if (entry.kind === 'bodiless') return tally.file(folder.place, path, entry.name, 0, facts);
    const { nlink, size, dev, ino } = examine(entry.location);
    const named = nlink > 1 ? { ...facts, inode: `${dev}:${ino}` } : facts;
    tally.file(folder.place, path, entry.name, size, named);
  };

  return {
    open,
    tally,
    advance(entries) {
      let seen = 0;
      while (seen < entries) {
        const folder = open.pop();
        if (!folder) break;
        const prefix = folder.path === '' ? '' : `${folder.path}/`;
        const found = entriesOf(folder.location);
        for (const entry of found)
          if (entry.kind !== 'socket') (entry.kind === 'folder' ? enter : weigh)(folder, prefix + entry.name, entry);
        seen += found.length + 1;
      }
      return seen;
    },
  };
}

/** What is true of nearly every file. */
const ordinary: PathFacts = { isGitIgnored: false, isMeant: false };
