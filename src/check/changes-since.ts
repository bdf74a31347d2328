import { UserError } from '../errors.ts';
import type { Changes } from '../repository-port.ts';
import { commitToHoldAgainst, type Revisions } from './baseline-commit.ts';

/** What a pull request changes, or why that is not known, a sentence; then everything may have changed. */
export async function changesSince({
  repository,
  base,
  headSha,
}: Revisions): Promise<Changes | { readonly unknown: string }> {
  if (!base) return { unknown: 'This is no pull request, so all images are checked.' };
  if (!repository) return { unknown: 'What changed is not known: the checkout is no Git repository.' };
  try {
    const from = await commitToHoldAgainst(repository, base, headSha);
    if (from === undefined) return { unknown: 'What changed is not known: the histories share no commit.' };
    return await repository.changes(from, await repository.head());
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { unknown: `What changed is not known: ${thrown.message}` };
  }
}
