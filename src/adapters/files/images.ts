import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ArchiveOptions, ImageArchive } from '../../archive/archive-contents.ts';
import type { BlobStore } from '../../archive/blob-store.ts';
import { readDockerArchive } from '../../archive/docker-archive.ts';
import { readOciArchive, readOciLayout } from '../../archive/oci-layout.ts';
import { noLayerCache, type LayerCache } from '../../archive/layer-cache.ts';
import type { ReadAt } from '../../archive/read-at.ts';
import { UserError } from '../../errors.ts';
import type { ImageSource, SourceReference } from '../../ports.ts';
import type { OnBytes } from '../read-meter.ts';

/** Opens images in files and folders: `docker-archive`, `oci`, `oci-archive`. Files stay open until the process ends. */
export function fileSource(cache: LayerCache = noLayerCache, onBytes?: OnBytes): ImageSource {
  return {
    async open(source, platform, signal) {
      if (source.kind === 'engine' || source.kind === 'registry') throw new Error(`A ${source.kind} is no file.`);
      const { kind, path, image } = source;
      // Sums tell a rewrite of the same content from another; every source has them, so that all say the same.
      const options: ArchiveOptions = { source: `${kind}:${path}`, contentSums: true, signal, cache };
      const archive = await openArchive(source, options, onBytes);
      return archive.open(image, platform);
    },
  };
}

function openArchive(
  { kind, path }: Extract<SourceReference, { path: string }>,
  options: ArchiveOptions,
  onBytes: OnBytes | undefined,
): Promise<ImageArchive> {
  if (kind === 'oci') return readOciLayout(folderStore(path, onBytes), options);
  return (kind === 'docker-archive' ? readDockerArchive : readOciArchive)(openFile(path, onBytes), options);
}

/** @throws UserError `no-such-file`, `unreadable-file` */
function openFile(path: string, onBytes: OnBytes | undefined): ReadAt {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw notThere(path, 'a file', found?.isDirectory() ? 'a folder' : undefined);
  return readAtOfFile(path, onBytes);
}

function readAtOfFile(path: string, onBytes: OnBytes | undefined): ReadAt {
  const descriptor = openReadable(path);
  return {
    bytes: fstatSync(descriptor).size,
    read: (into, position) => {
      let filled = 0;
      while (filled < into.length) {
        const got = readSync(descriptor, into, filled, into.length - filled, position + filled);
        if (got === 0) break;
        filled += got;
      }
      onBytes?.(filled);
      return filled;
    },
  };
}

function openReadable(path: string): number {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (fstatSync(descriptor).isFile()) return descriptor;
    closeSync(descriptor);
  } catch (cause) {
    throw new UserError(
      {
        code: 'unreadable-file',
        message: `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        hint: 'Check its permissions.',
      },
      { cause },
    );
  }
  throw notThere(path, 'a regular file', 'something else');
}

/** A folder as a store. A link inside it may not lead out: a layout that came from elsewhere decides where it points. */
function folderStore(folder: string, onBytes: OnBytes | undefined): BlobStore {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw notThere(folder, 'a folder with an OCI layout');
  const root = realpathSync(folder);
  return {
    open: async (path) => {
      const inside = join(root, path);
      if (!statSync(inside, { throwIfNoEntry: false })?.isFile()) return undefined;
      return relative(root, realpathSync(inside)).startsWith('..') ? undefined : readAtOfFile(inside, onBytes);
    },
  };
}

function notThere(path: string, expected: string, got?: string): UserError {
  return new UserError({
    code: 'no-such-file',
    message: got === undefined ? `There is no ${path}.` : `${path} is ${got}.`,
    expected,
    ...(got !== undefined && { got }),
    hint: 'Correct the path. A source is written docker-archive:FILE, oci:DIR or oci-archive:FILE.',
  });
}
