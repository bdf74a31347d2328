import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { listFiles } from './list-files.ts';

/**
 * Files of these names below a folder that other jobs left, by path from it; links are not followed.
 * @returns nothing where there is no such folder: no job left anything. @throws UserError `report-refused` for one over the cap
 */
export async function readLeft(
  root: string,
  names: readonly string[],
  maxBytes: number,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  if (!existsSync(root)) return [];
  const paths = (await listFiles(root)).filter((path) => names.includes(basename(path)));
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const path of paths) {
    const { size: fileBytes } = await stat(join(root, path));
    if (fileBytes > maxBytes) throw tooLarge(path, fileBytes, maxBytes);
    files.push({ path, bytes: await readFile(join(root, path)) });
  }
  return files;
}

function tooLarge(path: string, fileBytes: number, maxBytes: number): UserError {
  return new UserError({
    code: 'report-refused',
    message: `The report ${path} has ${fileBytes} bytes; ${maxBytes} are read at most.`,
    expected: 'JSON written by `output: json=plimsoll.json`',
    hint: 'Look at the job that wrote it.',
  });
}
