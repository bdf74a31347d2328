import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { chainIgnored, readDockerfile, readIgnoreRules, requireFolder, sentAs } from './context-files.ts';
import { naming, unreadable, walkContext, type ContextFile } from './context-walk.ts';
import { tarEnd, tarHeader, tarPadding, type TarEntry } from './tar-header.ts';

/** A build context on its way to the engine. */
export interface BuildContext {
  /** The tar; an error of it is a UserError that names the file. */
  readonly stream: Readable;
  /** The Dockerfile's path inside the tar. */
  readonly dockerfile: string;
  readonly dockerfileText: string;
  /** What has been sent so far, without headers; final once the stream has ended. The Dockerfile counts only if the context holds it. */
  sent(): { readonly bytes: number; readonly files: number };
}

/**
 * Packs the context folder as `docker build` sends it: what the ignore file leaves, owners 0:0, modes and times as they are.
 * The same folder gives the same bytes. A Dockerfile that is ignored or lies elsewhere is added, as the engine needs it.
 * @throws UserError `no-context`, `no-dockerfile`, `bad-ignore-pattern`.
 */
export async function packContext(contextDir: string, dockerfile: string): Promise<BuildContext> {
  await requireFolder(contextDir);
  const dockerfileBytes = await readDockerfile(dockerfile);
  const rules = await readIgnoreRules(contextDir, dockerfile);
  const inside = await sentAs(contextDir, dockerfile);
  const isSent = inside !== undefined && !chainIgnored(rules, inside);
  // Named by its content, so that an unchanged one keeps the build cache valid.
  const name = inside ?? `.dockerfile.${createHash('sha256').update(dockerfileBytes).digest('hex').slice(0, 16)}`;
  let bytes = 0;
  let files = 0;
  const count = (sizeBytes: number): void => {
    bytes += sizeBytes;
    files += 1;
  };
  const extra = isSent ? undefined : { name, bytes: dockerfileBytes };
  const stream = Readable.from(pack(walkContext(contextDir, rules), extra, count), {
    objectMode: false,
    highWaterMark: 2 ** 20,
  });
  return { stream, dockerfile: name, dockerfileText: dockerfileBytes.toString('utf8'), sent: () => ({ bytes, files }) };
}

async function* pack(
  walk: AsyncIterable<ContextFile>,
  extra: { readonly name: string; readonly bytes: Buffer } | undefined,
  count: (sizeBytes: number) => void,
): AsyncGenerator<Buffer> {
  const inodes = new Map<string, Buffer>();
  for await (const file of walk) {
    const entry = tarEntry(file, inodes);
    yield tarHeader(entry);
    if (entry.type === 'file') yield* body(file.location, entry.sizeBytes);
    if (entry.type !== 'directory') count(entry.sizeBytes);
  }
  if (extra) {
    const sizeBytes = extra.bytes.length;
    yield tarHeader({ name: Buffer.from(extra.name), type: 'file', mode: 0o644, sizeBytes, modifiedSeconds: 0 });
    yield extra.bytes;
    yield tarPadding(sizeBytes);
  }
  yield tarEnd();
}

function tarEntry({ path, stats, link }: ContextFile, inodes: Map<string, Buffer>): TarEntry {
  const common = { mode: stats.mode, sizeBytes: 0, modifiedSeconds: stats.mtimeMs / 1000 };
  if (stats.isDirectory()) return { ...common, name: Buffer.concat([path, Buffer.from('/')]), type: 'directory' };
  if (link) return { ...common, name: path, type: 'symlink', mode: 0o777, link };
  if (stats.isFIFO()) return { ...common, name: path, type: 'fifo' };
  const inode = `${stats.dev}:${stats.ino}`;
  const first = stats.nlink > 1 ? inodes.get(inode) : undefined;
  if (first) return { ...common, name: path, type: 'hardlink', link: first };
  if (stats.nlink > 1) inodes.set(inode, path);
  return { ...common, name: path, type: 'file', sizeBytes: stats.size };
}

/** @throws UserError when the file is not as long as its header said: it changed meanwhile. */
async function* body(location: Buffer, sizeBytes: number): AsyncGenerator<Buffer> {
  // O_NONBLOCK: a file swapped for a FIFO must not hang the run.
  const handle = await naming(
    location,
    'cannot be opened',
    open(location, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW),
  );
  try {
    for (let left = sizeBytes; left > 0;) {
      const buffer = Buffer.allocUnsafe(Math.min(left, 256 * 1024));
      const { bytesRead } = await naming(location, 'cannot be read', handle.read(buffer, 0, buffer.length));
      if (bytesRead === 0) throw unreadable(location, 'became shorter while it was sent');
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
  yield tarPadding(sizeBytes);
}
