import { EntryType } from '../image/entries.ts';

/** Bytes as text; those that are not UTF-8 become lone surrogates U+DC80…U+DCFF, so different names stay different. */
export function decodeName(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end);
  return text.includes('\uFFFD') ? decodeEscaping(bytes, start, end) : text;
}

/** A field that a NUL ends, if one does. */
export function decodeField(block: Buffer, at: number, length: number): string {
  const end = at + length;
  let stop = at;
  let all = 0;
  for (let byte = block[stop]; stop < end && byte; byte = block[stop]) {
    all |= byte;
    stop += 1;
  }
  if (stop === at) return '';
  // Nearly all names are ASCII, which needs no decoder.
  return all < 0x80 ? block.toString('latin1', at, stop) : decodeName(block, at, stop);
}

function decodeEscaping(bytes: Buffer, start: number, end: number): string {
  const parts: string[] = [];
  let valid = start;
  for (let index = start; index < end;) {
    const length = sequenceLength(bytes, index, end);
    if (length > 0) {
      index += length;
      continue;
    }
    if (valid < index) parts.push(bytes.toString('utf8', valid, index));
    parts.push(String.fromCharCode(0xdc00 + (bytes[index] ?? 0)));
    index += 1;
    valid = index;
  }
  if (valid < end) parts.push(bytes.toString('utf8', valid, end));
  return parts.join('');
}

/** Length of the well-formed UTF-8 sequence at `index`, 0 when there is none (RFC 3629, section 4). */
function sequenceLength(bytes: Buffer, index: number, end: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || index + length > end) return 0;
  const second = bytes[index + 1] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = index + 2; next < index + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** True when a name has a component that is empty or starts with a dot, or is absolute: it may need cleaning or be a mark. */
export function isUnusual(name: string): boolean {
  const first = name.charCodeAt(0);
  return first === dot || first === slash || name.includes('/.') || name.includes('//');
}

const dot = 46;
const slash = 47;

/** The path a record names below the image's root: cleaned of `.`, `..` (clamped at the root) and doubled slashes. */
export function cleanPath(name: string): string {
  const trimmed = trimSlash(name);
  if (!isUnusual(name)) return trimmed;
  const kept: string[] = [];
  for (const part of trimmed.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.join('/');
}

/** A name without the `./` that many archives begin theirs with. */
export const withoutDot = (name: string): string =>
  name.charCodeAt(0) === dot && name.charCodeAt(1) === slash ? name.slice(2) : name;

/** All that cleaning leaves to do with a name that is not {@link isUnusual}. */
export const trimSlash = (name: string): string =>
  name.charCodeAt(name.length - 1) === slash ? name.slice(0, -1) : name;

/** What a record's name makes of it: an ordinary record, a mark on lower layers, nothing, or an error. */
export type NameMeaning =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'mark'; readonly type: EntryType; readonly path: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'invalid' };

const ordinary: NameMeaning = { kind: 'ordinary' };

/**
 * Reads whiteouts and opaque marks from a cleaned path: https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts
 * Other `.wh..wh.` names are notes AUFS left for itself.
 */
export function meaningOf(path: string): NameMeaning {
  if (path.startsWith('.wh..wh.') && path !== '.wh..wh..opq') return { kind: 'ignored' };
  const cut = path.lastIndexOf('/');
  if (!path.startsWith('.wh.', cut + 1)) return ordinary;
  const folder = cut < 0 ? '' : path.slice(0, cut);
  const hidden = path.slice(cut + 5);
  if (hidden === '.wh..opq') return { kind: 'mark', type: EntryType.opaque, path: folder };
  if (hidden.startsWith('.wh.')) return { kind: 'ignored' };
  if (hidden === '' || hidden === '.' || hidden === '..') return { kind: 'invalid' };
  return { kind: 'mark', type: EntryType.whiteout, path: folder === '' ? hidden : `${folder}/${hidden}` };
}
