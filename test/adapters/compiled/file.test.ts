import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCompiled, writeCompiled, type CompiledPart } from '../../../src/adapters/compiled/file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'plimsoll-compiled-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const maker = '1 v20.20.2 x64';
const parts = new Map<string, CompiledPart>([
  ['a.cjs', { sourceSum: 1, code: Buffer.from('first\n{}') }],
  ['b.cjs', { sourceSum: 0xffff_ffff, code: Buffer.alloc(0) }],
  ['c.cjs', { sourceSum: 3, code: Buffer.from('third') }],
]);

function readAll(path: string): ReadonlyMap<string, CompiledPart | undefined> {
  const file = openCompiled(path, maker);
  return new Map(file.names.map((name) => [name, file.read(name)]));
}

describe('a file of compiled code', () => {
  test('gives back what was written, for its owner alone', () => {
    const path = join(folder, 'new', 'parts');
    writeCompiled(path, maker, parts);
    expect(readAll(path)).toEqual(parts);
    expect(openCompiled(path, maker).read('d.cjs')).toBeUndefined();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'new'))).toEqual(['parts']);
  });

  test('replaces what was there', () => {
    const path = join(folder, 'parts');
    writeCompiled(path, maker, parts);
    writeCompiled(path, maker, new Map([...parts].slice(1)));
    expect(openCompiled(path, maker).names).toEqual(['b.cjs', 'c.cjs']);
  });

  test.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['a changed byte in its head', (bytes) => bytes.fill('x', maker.length + 1, maker.length + 2)],
    ['a changed name', (bytes) => bytes.toString('latin1').replace('a.cjs', 'z.cjs')],
    ['a missing byte', (bytes) => bytes.subarray(0, -1)],
    ['a byte too many', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['code of another Node.js', (bytes) => bytes.toString('latin1').replace(maker, '1 v1.2.3 x64')],
    ['nothing', () => ''],
    ['something else', () => 'no head\nat all'],
    ['a head alone', (bytes) => bytes.subarray(0, bytes.indexOf('\n\n'))],
  ])('with %s is none', (_, harm) => {
    const path = join(folder, 'parts');
    writeCompiled(path, maker, parts);
    writeFileSync(path, harm(readFileSync(path)));
    expect(openCompiled(path, maker).names).toEqual([]);
  });

  test('gives no part that was damaged, and the others', () => {
    const path = join(folder, 'parts');
    writeCompiled(path, maker, parts);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill('x', bytes.length - 1));
    expect(readAll(path)).toEqual(new Map([...parts, ['c.cjs', undefined]]));
  });

  test('is read as it was opened, whoever replaces it', () => {
    const path = join(folder, 'parts');
    writeCompiled(path, maker, parts);
    const file = openCompiled(path, maker);
    writeCompiled(path, maker, new Map());
    expect(file.read('c.cjs')).toEqual(parts.get('c.cjs'));
  });

  test('may have a long head', () => {
    const path = join(folder, 'parts');
    const many = new Map(
      Array.from({ length: 2_000 }, (_, part) => [
        `part-${part}.cjs`,
        { sourceSum: part, code: Buffer.from([part & 0xff]) },
      ]),
    );
    writeCompiled(path, maker, many);
    expect(readAll(path)).toEqual(many);
  });

  test('that is not there is none', () => expect(openCompiled(join(folder, 'none'), maker).names).toEqual([]));

  test('leaves nothing where it cannot be written', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => writeCompiled(join(folder, 'taken', 'parts'), maker, parts)).toThrow(/taken/);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
