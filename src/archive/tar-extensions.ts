import { Flag, type TarHeader } from './tar-header.ts';
import { decodeName } from './tar-names.ts';
import { isPaxTime, paxText, readInteger, readPax, type PaxRecords } from './tar-pax.ts';

/** What extended headers have said about the record that comes next. */
export class Extensions {
  pax: PaxRecords | undefined;
  #longName = '';
  #longLink = '';

  /** Nothing has been said. */
  get isEmpty(): boolean {
    return this.pax === undefined && this.#longName === '' && this.#longLink === '';
  }

  /** Takes the body of an extended header. @returns false when it is malformed. */
  take(typeFlag: number, body: Buffer): boolean {
    if (typeFlag === Flag.pax || typeFlag === Flag.paxGlobal) {
      const records = readPax(body);
      // To Go's reader a global header is a record of its own: it says nothing about files and ends what came before it.
      if (typeFlag === Flag.paxGlobal) this.forget();
      else this.pax = records;
      return records !== undefined;
    }
    const end = body.indexOf(0);
    const name = decodeName(body, 0, end < 0 ? body.length : end);
    if (typeFlag === Flag.gnuLongName) this.#longName = name;
    else this.#longLink = name;
    return true;
  }

  /** Puts it over the block's own fields; a GNU long name goes before a PAX path. @returns false when a PAX value is malformed. */
  applyTo(header: TarHeader): boolean {
    if (this.pax && !applyPax(header, this.pax)) return false;
    if (this.#longName !== '') header.name = this.#longName;
    if (this.#longLink !== '') header.linkName = this.#longLink;
    return true;
  }

  forget(): void {
    this.pax = undefined;
    this.#longName = '';
    this.#longLink = '';
  }
}

function applyPax(header: TarHeader, pax: PaxRecords): boolean {
  header.name = paxText(pax, 'path') ?? header.name;
  header.linkName = paxText(pax, 'linkpath') ?? header.linkName;
  for (const key of ['uid', 'gid', 'size'] as const) {
    const text = paxText(pax, key);
    const value = text === undefined ? undefined : readInteger(text);
    if (text !== undefined && value === undefined) return false;
    if (value === undefined) continue;
    if (key === 'size') header.bytes = Number(value);
    else header[key] = Number(BigInt.asUintN(32, value));
  }
  return ['atime', 'mtime', 'ctime'].every((key) => isPaxTime(paxText(pax, key) ?? '0'));
}
