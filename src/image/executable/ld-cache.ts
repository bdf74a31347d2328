const magic = 'glibc-ld.so.cache1.1';
const oldMagic = 'ld.so-1.7.0\0';
const headerBytes = 48;
const entryBytes = 24;
/** Far above what any distribution has. */
const maxEntries = 100_000;

/**
 * Reads /etc/ld.so.cache: what glibc's loader knows of directories outside its own. It never reads ld.so.conf itself.
 * @returns paths by library name, in the order they are tried; a string, the reason, when it is none glibc reads.
 * @see https://sourceware.org/git/?p=glibc.git;a=blob;f=sysdeps/generic/dl-cache.h
 */
export function readLdCache(body: Uint8Array): ReadonlyMap<string, readonly string[]> | string {
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const start = startOf(whole);
  if (start === undefined) return 'it has no format that glibc reads';
  const cache = whole.subarray(start);
  if (cache.length < headerBytes) return 'it is cut';
  const isBig = (cache[28] ?? 0) % 4 === 3;
  const word = (offset: number): number => (isBig ? cache.readUInt32BE(offset) : cache.readUInt32LE(offset));
  const count = word(20);
  if (count > maxEntries || headerBytes + count * entryBytes > cache.length) return 'it is cut';
  const textAt = (offset: number): string => {
    const end = cache.indexOf(0, offset);
    return end < 0 || offset >= cache.length ? '' : cache.toString('utf8', offset, end);
  };
  const paths = new Map<string, readonly string[]>();
  for (let index = 0; index < count; index += 1) {
    const entry = headerBytes + index * entryBytes;
    const [name, path] = [textAt(word(entry + 4)), textAt(word(entry + 8))];
    if (name !== '' && path.startsWith('/')) paths.set(name, [...(paths.get(name) ?? []), path]);
  }
  return paths;
}

/** Older systems put their own table first, and this one behind it at the next multiple of eight. */
function startOf(whole: Buffer): number | undefined {
  if (whole.toString('latin1', 0, magic.length) === magic) return 0;
  if (whole.toString('latin1', 0, oldMagic.length) !== oldMagic) return undefined;
  const found = whole.indexOf(magic, 0, 'latin1');
  return found < 0 ? undefined : found;
}
