import type { Checkout } from '../ports.ts';
import { extendedFiles, readCompose, type ComposeFile, type ComposeInclude } from '../references/compose.ts';
import { maxReferenceFileBytes } from '../references/yaml-documents.ts';
import type { AuditProblem } from '../result/audit.ts';

const maxFiles = 100;

/** A compose file, read with those it extends and those laid over it. */
export interface ComposeWithOthers {
  readonly read: ComposeFile;
  /** Compose files of their own; all of their paths are in the repository. */
  readonly included: readonly ComposeInclude[];
  readonly problems: readonly AuditProblem[];
}

/** A compose file, and how it is read. */
export interface ComposeRequest {
  readonly file: string;
  readonly text: string;
  readonly overrides: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** Reads a compose file and, first, the files that its services extend, and theirs. @throws UserError of a file that cannot be read */
export async function composeWithOthers(
  { file, text, overrides, variables }: ComposeRequest,
  checkout: Pick<Checkout, 'readText'>,
): Promise<ComposeWithOthers> {
  const others = new Map<string, string>();
  const queue = [...overrides, ...extendedFiles(file, text, variables)];
  for (const path of queue) {
    if (others.has(path) || path === file || isOutside(path) || others.size === maxFiles) continue;
    const other = await checkout.readText(path, maxReferenceFileBytes);
    if (other === undefined) continue;
    others.set(path, other);
    queue.push(...extendedFiles(path, other, variables));
  }
  const read = readCompose(file, text, variables, others, overrides);
  const problems: AuditProblem[] = [];
  const included: ComposeInclude[] = [];
  for (const one of read.includes) {
    const missing: string[] = [];
    for (const path of one.files) if (!(await isHere(path, checkout))) missing.push(path);
    if (missing.length === 0) included.push(one);
    else
      problems.push({
        code: 'compose-include',
        message: `${missing.join(', ')}, which is included, is not in the repository.`,
        place: one.place,
        hint: 'Correct the path; files from elsewhere cannot be audited.',
      });
  }
  return { read, included, problems };
}

async function isHere(path: string, checkout: Pick<Checkout, 'readText'>): Promise<boolean> {
  return !isOutside(path) && (await checkout.readText(path, maxReferenceFileBytes)) !== undefined;
}

/** Remote files and paths that leave the repository. */
function isOutside(path: string): boolean {
  return path.startsWith('../') || path.startsWith('/') || path.includes(':/') || path.startsWith('git@');
}
