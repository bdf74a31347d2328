import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UserError } from '../../errors.ts';

/** What an artifact must be: one regular file of this name. */
export interface ExpectedFile {
  readonly name: string;
  readonly maxBytes: number;
}

/**
 * The one file of an artifact's zip, read in memory as hostile bytes: never by a path of its own, never to disk.
 * @throws UserError `artifact-refused` for any zip but one with that one plain file.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3, 4.4.4, 4.4.15
 */
export async function readOnlyFile(zip: Uint8Array, expected: ExpectedFile): Promise<Uint8Array> {
  try {
    const opened = await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    return await readEntry(opened, await onlyEntry(opened), expected);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw refused(`it is no sound zip: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}

/** What of an artifact is refused, and why. */
export function refused(why: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'artifact-refused',
      message: `The artifact is refused: ${why}.`,
      expected: 'what actions/upload-artifact makes of the one file plimsoll.json',
      hint: 'Artifacts of pull requests are not to be trusted. If it is your own workflow that made it, write it as the recipe for forks in docs/recipes.md does.',
    },
    { cause },
  );
}

async function onlyEntry(zip: ZipFile): Promise<Entry> {
  if (zip.entryCount !== 1) throw refused(`it holds ${zip.entryCount} entries instead of one file`);
  const { done, value } = await zip.eachEntry().next();
  if (done === true) throw refused('it holds no file');
  return value;
}

async function readEntry(zip: ZipFile, entry: Entry, { name, maxBytes }: ExpectedFile): Promise<Uint8Array> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (entry.fileName !== name || local.fileName.toString('latin1') !== name)
    throw refused(`its file is called "${entry.fileName.slice(0, 100)}" instead of ${name}`);
  if (entry.isEncrypted()) throw refused('its file is encrypted');
  if (!isPlainFile(entry)) throw refused('its entry is a symbolic link or another thing that is no plain file');
  if (![stored, deflated].includes(entry.compressionMethod))
    throw refused(`its file is compressed by method ${entry.compressionMethod}`);
  if (entry.uncompressedSize > maxBytes)
    throw refused(`its file would have ${entry.uncompressedSize} bytes, ${maxBytes} are read at most`);
  // The reader ends the stream with an error as soon as there is a byte more than the entry states.
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw refused('its file is not what its checksum says');
  return bytes;
}

const [stored, deflated] = [0, 8];
/** The type of a file in a Unix mode, and the one of regular files; 0 where the zip was not made on Unix. */
const [typeMask, regularFile] = [0o170_000, 0o100_000];

function isPlainFile({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & typeMask;
  return type === regularFile || type === 0;
}
