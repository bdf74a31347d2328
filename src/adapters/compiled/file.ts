import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** What V8 made of one file of the program. */
export interface CompiledPart {
  /** CRC-32 of the file's bytes: V8 itself looks at no more than their number. */
  readonly sourceSum: number;
  readonly code: Buffer;
}

/** By the file's name. */
export type CompiledParts = ReadonlyMap<string, CompiledPart>;

const endOfHead = '\n\n';

/**
 * Parts as they were written; none where there is no such file, or it is damaged or another's: V8 would believe it.
 * @param maker what made them and alone can use them: Node and the kind of machine
 */
export function readCompiled(path: string, maker: string): CompiledParts {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(endOfHead);
    const [madeBy, sum, ...lines] = bytes.toString('utf8', 0, end).split('\n');
    const body = bytes.subarray(end + endOfHead.length);
    if (madeBy !== maker || Number(sum) !== crc32(body)) return new Map();
    let at = 0;
    return new Map(
      lines.map((line) => {
        const [name = '', sourceSum, length] = line.split(' ');
        const code = body.subarray(at, at + Number(length));
        at += code.length;
        return [name, { sourceSum: Number(sourceSum), code }];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Writes parts in place of what was there; a reader beside us sees all of the one or all of the other. @throws what the file system says */
export function writeCompiled(path: string, maker: string, parts: CompiledParts): void {
  const body = Buffer.concat([...parts.values()].map(({ code }) => code));
  const lines = [...parts].map(([name, { sourceSum, code }]) => `${name} ${sourceSum} ${code.length}`);
  const head = [maker, String(crc32(body)), ...lines].join('\n') + endOfHead;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${crc32(head)}.draft`;
  try {
    writeFileSync(draft, Buffer.concat([Buffer.from(head), body]), { mode: 0o600 });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
