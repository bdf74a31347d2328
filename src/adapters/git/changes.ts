import type { Changes } from '../../repository-port.ts';
import type { Git } from './git.ts';

const linkMode = '120000';

/** What differs between two commits below the folder git runs in. @throws GitFailed */
export async function changes(git: Git, from: string, to: string): Promise<Changes> {
  // A renamed file is one that went and one that came: both places are touched.
  const diff = ['diff', '--name-only', '-z', '--no-renames', '--relative', '--ignore-submodules=none', '--no-ext-diff'];
  const paths = await git.run([...diff, from, to, '--']);
  const tree = await git.run(['ls-tree', '-r', '-z', to]);
  return {
    paths: paths.split('\0').filter((path) => path !== ''),
    links: tree
      .split('\0')
      .filter((line) => line.startsWith(linkMode))
      .map((line) => line.slice(line.indexOf('\t') + 1)),
  };
}
