import type { Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import type { FolderMatch, IgnoreRules } from '../../dockerfile/ignore.ts';

/** One file of the build context that is sent. */
export interface ContextFile {
  /** Where it lies, as bytes: names need not be UTF-8. */
  readonly location: Buffer;
  /** Relative to the context, with `/`. */
  readonly path: Buffer;
  readonly stats: Stats;
  /** Target of a symbolic link. */
  readonly link?: Buffer;
}

const slash = Buffer.from('/');

/**
 * What of a folder is sent to the builder, in byte order of the names, parents first.
 *
 * A folder that is ignored is sent only when an exception brings something below it back; one that cannot hold any is
 * not even read, so what stands in it may be unreadable. Sockets cannot be sent and are left out, as docker does.
 * @throws UserError `unreadable-context` that names the file.
 */
export async function* walkContext(contextDir: string, rules: IgnoreRules): AsyncGenerator<ContextFile> {
  yield* walkFolder({ location: Buffer.from(contextDir), path: Buffer.alloc(0), pending: [] }, rules, undefined);
}

interface Folder {
  readonly location: Buffer;
  readonly path: Buffer;
  /** Ignored folders above, not yet sent. */
  readonly pending: ContextFile[];
}

async function* walkFolder(
  folder: Folder,
  rules: IgnoreRules,
  parent: FolderMatch | undefined,
): AsyncGenerator<ContextFile> {
  const names = await naming(folder.location, 'cannot be listed', readdir(folder.location, { encoding: 'buffer' }));
  for (const name of names.sort((one, other) => Buffer.compare(one, other))) {
    const path = folder.path.length === 0 ? name : Buffer.concat([folder.path, slash, name]);
    const location = Buffer.concat([folder.location, slash, name]);
    const text = path.toString('utf8');
    const { ignored, match } = rules.match(text, parent);
    const mayReturn = ignored && rules.mayHoldExceptions(text);
    if (ignored && !mayReturn) continue;
    const stats = await naming(location, 'cannot be examined', lstat(location));
    if (stats.isDirectory()) {
      const self = { location, path, stats };
      const pending = ignored ? [...folder.pending, self] : [];
      if (!ignored) yield* [...folder.pending.splice(0), self];
      for await (const below of walkFolder({ location, path, pending }, rules, match)) {
        // Whatever was pending here has been sent by the child that needed it.
        if (ignored) folder.pending.length = 0;
        yield below;
      }
    } else if (!ignored && !stats.isSocket()) {
      yield* folder.pending.splice(0);
      yield await readFile(location, path, stats);
    }
  }
}

async function readFile(location: Buffer, path: Buffer, stats: Stats): Promise<ContextFile> {
  if (stats.isSymbolicLink()) {
    const link = await naming(location, 'cannot be read', readlink(location, { encoding: 'buffer' }));
    return { location, path, stats, link };
  }
  if (!stats.isFile() && !stats.isFIFO()) throw unreadable(location, 'is a device, which cannot be sent');
  return { location, path, stats };
}

/** Gives a failed call on the disk the name of the file. */
export async function naming<T>(location: Buffer | string, how: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw unreadable(
      location,
      `${how} (${cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)})`,
      cause,
    );
  }
}

/** The build context holds something that cannot be sent. */
export function unreadable(location: Buffer | string, how: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'unreadable-context',
      message: `${location.toString()} in the build context ${how}.`,
      expected: 'files the builder may read',
      hint: 'Correct its permissions, remove it, or name it in .dockerignore.',
    },
    { cause },
  );
}
