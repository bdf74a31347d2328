import type { Repository } from '../repository-port.ts';
import { commitToHoldAgainst, type Revisions } from './baseline-commit.ts';

/** How far back a record is looked for. */
const maxAncestors = 300;

/** Where records are looked for: commits, nearest first, and what to call the first of them. */
export interface Line {
  readonly commits: readonly string[];
  readonly name: string;
}

/** The commits before the one under check. @throws UserError `git-failed` */
export async function lineOf(repository: Repository, { base, headSha }: Revisions): Promise<Line> {
  if (!base) {
    // Of a branch itself, what it was before: its own record may already be there.
    const [, ...earlier] = await repository.ancestors(await repository.head(), maxAncestors + 1);
    return { commits: earlier, name: 'the parent' };
  }
  const commit = await commitToHoldAgainst(repository, base, headSha);
  if (commit === undefined) return { commits: [], name: '' };
  return { commits: await repository.ancestors(commit, maxAncestors), name: 'the merge base' };
}

/**
 * Starts to look for the records and the commits while the image is being built: the repository remembers what it was
 * asked. One after the other, because two fetches would be in each other's way.
 */
export function lookAhead({ repository, ...revisions }: Revisions): void {
  if (!repository) return;
  const ahead = async (): Promise<void> => {
    if (await repository.records.list()) await lineOf(repository, revisions);
  };
  // Whoever asks in earnest gets the same failure, and says it.
  ahead().catch(() => undefined);
}
