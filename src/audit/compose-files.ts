import type { Checkout } from '../ports.ts';
import { extendedFiles, readCompose, type ComposeFile } from '../references/compose.ts';
import { maxReferenceFileBytes } from '../references/yaml-documents.ts';
import type { AuditProblem } from '../result/audit.ts';

const maxFiles = 100;

/** A compose file, read with those it extends, and those it includes. */
export interface ComposeWithOthers {
  readonly read: ComposeFile;
  /** Compose files of their own, from the root of the repository. */
  readonly included: readonly string[];
  readonly problems: readonly AuditProblem[];
}

/** Reads a compose file and, first, the files that its services extend, and theirs. @throws UserError of a file that cannot be read */
export async function composeWithOthers(
  file: string,
  text: string,
  variables: Readonly<Record<string, string>>,
  checkout: Pick<Checkout, 'readText'>,
): Promise<ComposeWithOthers> {
  const others = new Map<string, string>();
  const queue = [...extendedFiles(file, text, variables)];
  for (const path of queue) {
    if (others.has(path) || path === file || isOutside(path) || others.size === maxFiles) continue;
    const other = await checkout.readText(path, maxReferenceFileBytes);
    if (other === undefined) continue;
    others.set(path, other);
    queue.push(...extendedFiles(path, other, variables));
  }
  const read = readCompose(file, text, variables, others);
  const problems: AuditProblem[] = [];
  const included: string[] = [];
  for (const { value: path, place } of read.includes) {
    if (!isOutside(path) && (await checkout.readText(path, maxReferenceFileBytes)) !== undefined) included.push(path);
    else
      problems.push({
        code: 'compose-include',
        message: `${path}, which is included, is not in the repository.`,
        place,
        hint: 'Correct the path; files from elsewhere cannot be audited.',
      });
  }
  return { read, included, problems };
}

/** Remote files and paths that leave the repository. */
function isOutside(path: string): boolean {
  return path.startsWith('../') || path.startsWith('/') || path.includes(':/') || path.startsWith('git@');
}
