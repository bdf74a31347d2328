import { numberAt, part, UnreadableDatabase } from './bytes.ts';

/** A column as stored; undefined for NULL, numbers that are no safe integer, and floats. */
export type Cell = number | Uint8Array | undefined;

const interiorPage = 5;
const leafPage = 13;

/**
 * Reads the rows of one table of an SQLite database file, without SQLite: what `node:sqlite` cannot do from bytes.
 * The write-ahead log is not looked at.
 * @throws UnreadableDatabase when it is no such file, is damaged, or has no such table.
 * @see https://www.sqlite.org/fileformat2.html
 */
export function readTable(file: Uint8Array, table: string): readonly (readonly Cell[])[] {
  if (part(file, 0, 16).toString('latin1') !== 'SQLite format 3\0')
    throw new UnreadableDatabase('It is no SQLite file.');
  const declared = numberAt(file, 16, 2);
  const pageBytes = declared === 1 ? 65_536 : declared;
  const usableBytes = pageBytes - numberAt(file, 20, 1);
  if (usableBytes < 480) throw new UnreadableDatabase('Its page size is too small.');
  const pages: Pages = { budgetBytes: 2 * file.length, file, pageBytes, usableBytes };
  const schema = [...rowsOf(pages, 1)].find(([type, name]) => textOf(type) === 'table' && textOf(name) === table);
  const root = schema?.[3];
  if (typeof root !== 'number') throw new UnreadableDatabase(`It has no table ${table}.`);
  return [...rowsOf(pages, root)];
}

interface Pages {
  /** Bytes of rows left to read, the schema's twice: as each is stored once, they are no longer than the file. */
  budgetBytes: number;
  readonly file: Uint8Array;
  readonly pageBytes: number;
  readonly usableBytes: number;
}

const textOf = (cell: Cell): string | undefined =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : undefined;

function pageAt({ file, pageBytes }: Pages, page: number): Buffer {
  return part(file, (page - 1) * pageBytes, pageBytes);
}

/** Walks a table's b-tree, each page once. */
function* rowsOf(pages: Pages, root: number): Generator<readonly Cell[]> {
  const pending = [root];
  const seen = new Set<number>();
  for (let page = pending.pop(); page !== undefined; page = pending.pop()) {
    if (seen.has(page)) throw new UnreadableDatabase(`Its page ${page} is in the tree twice.`);
    seen.add(page);
    const content = pageAt(pages, page);
    const header = page === 1 ? 100 : 0;
    const type = numberAt(content, header, 1);
    if (type !== interiorPage && type !== leafPage) throw new UnreadableDatabase(`Its page ${page} is of no table.`);
    const cells = header + (type === interiorPage ? 12 : 8);
    const offsets = Array.from({ length: numberAt(content, header + 3, 2) }, (_, n) =>
      numberAt(content, cells + 2 * n, 2),
    );
    if (type === leafPage) for (const offset of offsets) yield columnsOf(payloadAt(pages, content, offset));
    // Last child first on the stack, so that rows come in their order.
    else
      pending.push(
        numberAt(content, header + 8, 4),
        ...offsets.map((offset) => numberAt(content, offset, 4)).toReversed(),
      );
  }
}

/** A row's bytes: what fits stands in the page, the rest in a chain of overflow pages. */
function payloadAt(pages: Pages, page: Buffer, offset: number): Buffer {
  const [length, afterLength] = varint(page, offset);
  const [, start] = varint(page, afterLength);
  pages.budgetBytes -= length;
  if (pages.budgetBytes < 0) throw new UnreadableDatabase('Its rows are longer than the file.');
  const { usableBytes } = pages;
  const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usableBytes - 4));
  const local = length <= usableBytes - 35 ? length : wanted <= usableBytes - 35 ? wanted : least;
  const parts = [part(page, start, local)];
  let left = length - local;
  let next = left > 0 ? numberAt(page, start + local, 4) : 0;
  // Ends: every round takes bytes off a length that is within the budget.
  while (left > 0) {
    const overflow = pageAt(pages, next);
    const taken = Math.min(left, usableBytes - 4);
    parts.push(part(overflow, 4, taken));
    left -= taken;
    next = numberAt(overflow, 0, 4);
  }
  return Buffer.concat(parts);
}

function columnsOf(payload: Buffer): readonly Cell[] {
  const [headerBytes, first] = varint(payload, 0);
  const cells: Cell[] = [];
  let start = headerBytes;
  for (let at = first; at < headerBytes;) {
    const [type, next] = varint(payload, at);
    at = next;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0);
    const bytes = part(payload, start, length);
    start += length;
    if (type >= 12) cells.push(bytes);
    else if (type === 8 || type === 9) cells.push(type - 8);
    else cells.push(type >= 1 && type <= 5 ? bytes.readIntBE(0, length) : undefined);
  }
  return cells;
}

/** @returns the number and the offset behind it; numbers of more than 53 bits cannot be lengths and are refused. */
function varint(bytes: Uint8Array, start: number): readonly [value: number, next: number] {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = numberAt(bytes, start + index, 1);
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (index === 8 || byte < 0x80) {
      // A row's number may be negative, which takes nine bytes; nobody looks at it.
      return [Number.isSafeInteger(value) ? value : Number.MAX_SAFE_INTEGER, start + index + 1];
    }
  }
  throw new UnreadableDatabase('It has a number of more than nine bytes.');
}
