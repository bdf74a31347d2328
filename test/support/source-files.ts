import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A TypeScript file of the project and the specifiers it imports; own ones as paths from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly ownImports: readonly string[];
  readonly foreignImports: readonly string[];
}

const specifiers =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

/** Every `.ts` file below a folder, read from disk. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function read(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const all = [...text.matchAll(specifiers)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
  const own = all.filter((name) => name.startsWith('.'));
  return {
    path,
    text,
    ownImports: own.map((name) => relative(root, resolve(root, dirname(path), name))),
    foreignImports: all.filter((name) => !name.startsWith('.')),
  };
}
