import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import type { Checkout } from '../../ports.ts';

/**
 * The files below a folder. A relative path may not lead out of it, not by `..` and not by a symbolic link: the text of a
 * pull request decides where such links point. Absolute paths are what the person at the command line named and are read as they are.
 */
export function openCheckout(root: string): Checkout {
  const absolute = (path: string): string => resolve(root, path);
  return {
    absolute,
    kindOf(path) {
      const found = statSync(absolute(path), { throwIfNoEntry: false });
      return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : undefined;
    },
    async readText(path, maxBytes) {
      const real = await realpath(absolute(path)).catch(absentOr(path));
      if (real === undefined) return undefined;
      if (!isAbsolute(path) && leads(await realpath(root), real)) {
        throw new UserError({
          code: 'outside-checkout',
          message: `${path} leads out of the checkout.`,
          got: real,
          expected: 'a file below the checkout',
          hint: 'Replace the link or the path by a file of the repository.',
        });
      }
      return readCapped(real, path, maxBytes);
    },
  };
}

function leads(root: string, real: string): boolean {
  const way = relative(root, real);
  return way === '..' || way.startsWith('../') || isAbsolute(way);
}

async function readCapped(real: string, path: string, maxBytes: number): Promise<string> {
  const found = await stat(real);
  if (!found.isFile()) throw unreadable(path, found.isDirectory() ? 'a folder' : 'no regular file');
  // O_NONBLOCK: a file swapped for a FIFO between stat and open must not hang the run.
  const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw unreadable(path, 'not readable', cause);
  });
  try {
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (length > maxBytes) throw unreadable(path, `larger than ${maxBytes} bytes`);
      if (bytesRead === 0) return buffer.toString('utf8', 0, length);
    }
  } finally {
    await handle.close();
  }
}

const absentOr =
  (path: string) =>
  (cause: unknown): undefined => {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, code === 'ELOOP' ? 'a loop of symbolic links' : 'not readable', cause);
  };

function unreadable(path: string, got: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'unreadable-file',
      message: `${path} cannot be read: it is ${got}.`,
      got,
      expected: 'a regular file',
      hint: 'Check the path and its permissions.',
    },
    { cause },
  );
}
