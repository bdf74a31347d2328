import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';

/** Writes a report so that a reader never sees half of it. @throws UserError `report-not-written` naming the path. */
export async function writeReport(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new UserError(
      {
        code: 'report-not-written',
        message: `The report ${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
        expected: 'a path in a folder that can be written to',
        hint: 'Give another path to --output, or free disk space.',
      },
      { cause },
    );
  }
}
