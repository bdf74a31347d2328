import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UserError } from '../../errors.ts';

const maxFiles = 500_000;
/** What others wrote, and what version control keeps for itself. */
const skipped = new Set(['.git', '.hg', '.svn', 'node_modules', 'vendor', '.terraform']);

/**
 * Regular files below a folder, by path, sorted, and symbolic links to such files; links to folders are not followed.
 * @throws UserError `too-many-files`, `unreadable-file`
 */
export async function listFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(root, folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) folders.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(root, path)))) found.push(path);
    }
    if (found.length > maxFiles) throw tooMany(root);
  }
  return found.sort();
}

/** Links that dangle, or lead out of the folder, are no files of it. */
async function leadsToFile(root: string, path: string): Promise<boolean> {
  try {
    const [real, top] = await Promise.all([realpath(join(root, path)), realpath(root)]);
    return real.startsWith(top.endsWith(sep) ? top : top + sep) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

async function entriesOf(root: string, folder: string) {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (cause) {
    const message = `${folder || root} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new UserError({ code: 'unreadable-file', message, hint: 'Check the path and its permissions.' }, { cause });
  }
}

function tooMany(root: string): UserError {
  return new UserError({
    code: 'too-many-files',
    message: `${root} has more than ${maxFiles} files.`,
    hint: 'Audit a folder of it: plimsoll audit DIR.',
  });
}
