import type { BaseRevision, Repository } from '../repository-port.ts';

/** What is known of revisions in this run. */
export interface Revisions {
  /** Absent where the checkout is no Git repository. */
  readonly repository?: Repository;
  /** Absent outside pull requests. */
  readonly base?: BaseRevision;
  /** Full SHA of the commit under check, where an event names it. */
  readonly headSha?: string;
  /** The measurements are stored afterwards: the records are at hand, so a history is shown. */
  readonly areStored?: boolean;
}

/**
 * The commit a change is held against: where it left the base branch. GitHub checks out a merge of head and base; then
 * it is that merge's first parent, so that what others merged meanwhile is not counted as this change's.
 * @returns undefined when the histories share nothing. @throws UserError `git-failed`
 */
export async function commitToHoldAgainst(
  repository: Repository,
  base: BaseRevision,
  headSha: string | undefined,
): Promise<string | undefined> {
  const head = await repository.head();
  const [first, second, ...more] = await repository.parents(head);
  if (first !== undefined && second !== undefined && second === headSha && more.length === 0)
    return repository.commitOf(first);
  return repository.mergeBase(head, await repository.commitOf(base.sha));
}

/** A commit as people name it. */
export const shortSha = (sha: string): string => sha.slice(0, 12);
