import { fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** What V8 made of one file of the program. */
export interface CompiledPart {
  /** CRC-32 of the file's bytes: V8 itself looks at no more than their number. */
  readonly sourceSum: number;
  readonly code: Buffer;
}

/** Parts that an earlier run has kept: a run needs few of them, and reads no others. */
export interface CompiledFile {
  readonly names: readonly string[];
  /** A part by its file's name; undefined where none was kept, or it is damaged: V8 would believe it. */
  read(name: string): CompiledPart | undefined;
}

interface Place {
  readonly sourceSum: number;
  readonly codeSum: number;
  readonly at: number;
  readonly bytes: number;
}

const endOfHead = '\n\n';
/** A head of some two hundred parts. */
const headBytes = 16 * 1024;
/** Nothing that was written here has a longer one. */
const mostHeadBytes = 2 ** 20;
const none: CompiledFile = { names: [], read: () => undefined };

/**
 * Opens parts as they were written; without any where there is no such file, or it is damaged or another's.
 * It stays open until the process ends: whoever replaces it meanwhile changes nothing here.
 * @param maker what made them and alone can use them: Node and the kind of machine
 */
export function openCompiled(path: string, maker: string): CompiledFile {
  try {
    const file = openSync(path, 'r');
    const places = readHead(file, maker);
    if (places) return partsOf(file, places);
  } catch {
    // Without it the program is compiled as if there had never been one.
  }
  return none;
}

function readHead(file: number, maker: string): ReadonlyMap<string, Place> | undefined {
  let bytes = readPart(file, 0, headBytes);
  let end = bytes.indexOf(endOfHead);
  if (end < 0) {
    bytes = readPart(file, 0, mostHeadBytes);
    end = bytes.indexOf(endOfHead);
  }
  const [madeBy, sum, ...lines] = bytes.toString('utf8', 0, Math.max(0, end)).split('\n');
  if (madeBy !== maker || Number(sum) !== crc32(lines.join('\n'))) return undefined;
  let at = end + endOfHead.length;
  const places = new Map<string, Place>();
  for (const line of lines) {
    const [name = '', sourceSum, codeSum, length] = line.split(' ');
    places.set(name, { sourceSum: Number(sourceSum), codeSum: Number(codeSum), at, bytes: Number(length) });
    at += Number(length);
  }
  return fstatSync(file).size === at ? places : undefined;
}

function partsOf(file: number, places: ReadonlyMap<string, Place>): CompiledFile {
  return {
    names: [...places.keys()],
    read(name) {
      const place = places.get(name);
      if (!place) return undefined;
      const { sourceSum, codeSum, at, bytes } = place;
      try {
        const code = readPart(file, at, bytes);
        return code.length === bytes && crc32(code) === codeSum ? { sourceSum, code } : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function readPart(file: number, at: number, bytes: number): Buffer {
  const part = Buffer.allocUnsafeSlow(bytes);
  return part.subarray(0, readSync(file, part, 0, bytes, at));
}

/** Writes parts in place of what was there; a reader beside us sees all of the one or all of the other. @throws what the file system says */
export function writeCompiled(path: string, maker: string, parts: ReadonlyMap<string, CompiledPart>): void {
  const list = [...parts]
    .map(([name, { sourceSum, code }]) => `${name} ${sourceSum} ${crc32(code)} ${code.length}`)
    .join('\n');
  const head = Buffer.from(`${maker}\n${crc32(list)}\n${list}${endOfHead}`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${crc32(list)}.draft`;
  try {
    writeFileSync(draft, Buffer.concat([head, ...[...parts.values()].map(({ code }) => code)]), { mode: 0o600 });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
