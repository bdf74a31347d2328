import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether git may find a repository from this folder upwards; without a sign of one, it need not be started to say so. */
export function mayBeInRepository(folder: string): boolean {
  // Git looks above where the folder really is.
  return existsSync(folder) && holdsSign(realpathSync(folder));
}

function holdsSign(folder: string): boolean {
  // `HEAD` lies in a repository without a working tree.
  if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'HEAD'))) return true;
  const above = dirname(folder);
  return above !== folder && holdsSign(above);
}
