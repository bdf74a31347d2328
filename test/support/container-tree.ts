import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileTree } from '../../src/image/tree.ts';
import { EntryType } from '../../src/image/entries.ts';

const node = z.object({
  type: z.string(),
  bytes: z.number(),
  mode: z.number(),
  uid: z.number(),
  gid: z.number(),
  target: z.string().optional(),
});

/** A file tree by path, as other readers than ours tell it. */
export const toldTree = z.record(z.string(), node);
export type ToldTree = z.infer<typeof toldTree>;

const typeNames = Object.keys(EntryType);

/** The visible tree in the form of the other readers. */
export function seen({ tree }: { readonly tree: FileTree }): ToldTree {
  const nodes = [...tree.all()].map(({ path, type, fileBytes, mode, uid, gid, linkTarget }) => {
    const bytes = linkTarget === undefined ? fileBytes : Buffer.byteLength(linkTarget);
    const target = linkTarget === undefined ? {} : { target: linkTarget };
    return [path, { type: typeNames[type] ?? '?', bytes, mode, uid, gid, ...target }] as const;
  });
  return Object.fromEntries(nodes);
}

/** What the docker command prints. */
export const docker = (...args: readonly string[]): string =>
  execFileSync('docker', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** What Python's tarfile makes of an archive or a layout. */
export function python(form: 'export' | 'layout', path: string): unknown {
  const program = join(import.meta.dirname, 'walk.py');
  return JSON.parse(execFileSync('python3', [program, form, path], { encoding: 'utf8', maxBuffer: 2 ** 28 }));
}

/** What a container of an image holds, by Python's reader. @param folder for the archive in between */
export function exportOf(name: string, folder: string): ToldTree {
  const container = docker('create', name, '/never').trim();
  try {
    docker('export', '-o', join(folder, 'export.tar'), container);
  } finally {
    docker('rm', container);
  }
  return toldTree.parse(python('export', join(folder, 'export.tar')));
}
