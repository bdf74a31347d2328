import { GitFailed, gitIn, type Environment } from './git.ts';

/** Paths below a folder that git ignores and does not track, folders with a `/` at their end; or why they are not known. */
export type GitIgnored = { readonly paths: ReadonlySet<string> } | { readonly why: string };

/** What git ignores below a folder; nothing where the folder is in no checkout. @throws Interrupted */
export async function gitIgnoredBelow(
  folder: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<GitIgnored> {
  const list = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  try {
    // A folder in the shape of a bare repository would bring its own configuration.
    const printed = await gitIn(folder, environment, signal).run(['-c', 'safe.bareRepository=explicit', ...list]);
    return { paths: new Set(printed.split('\0').filter((path) => path !== '')) };
  } catch (thrown) {
    if (!(thrown instanceof GitFailed)) throw thrown;
    if (/not a git repository|cannot use bare repository/i.test(thrown.message)) return { paths: new Set() };
    return { why: `What git ignores in the build context is not known: ${reasonOf(thrown)}` };
  }
}

function reasonOf({ message, status }: GitFailed): string {
  return status === undefined ? 'git could not be run.' : message.replace(/^`git [^`]*` failed: (?:fatal: )?/, '');
}
