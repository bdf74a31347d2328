import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCompiled, writeCompiled, type CompiledPart } from '../../../src/adapters/compiled/file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'plimsoll-compiled-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const maker = '1 v20.20.2 x64';
const parts = new Map<string, CompiledPart>([
  ['a.cjs', { sourceSum: 1, code: Buffer.from('first\n{}') }],
  ['b.cjs', { sourceSum: 0xffff_ffff, code: Buffer.alloc(0) }],
  ['c.cjs', { sourceSum: 3, code: Buffer.from('third') }],
]);

describe('a file of compiled code', () => {
  test('gives back what was written, for its owner alone', () => {
    const path = join(folder, 'new', 'parts');
    writeCompiled(path, maker, parts);
    expect(readCompiled(path, maker)).toEqual(parts);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'new'))).toEqual(['parts']);
  });

  test('replaces what was there', () => {
    const path = join(folder, 'parts');
    writeCompiled(path, maker, parts);
    writeCompiled(path, maker, new Map([...parts].slice(1)));
    expect([...readCompiled(path, maker).keys()]).toEqual(['b.cjs', 'c.cjs']);
  });

  test.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['a changed byte', (bytes) => bytes.fill('x', bytes.length - 1)],
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
    expect(readCompiled(path, maker).size).toBe(0);
  });

  test('that is not there is none', () => expect(readCompiled(join(folder, 'none'), maker).size).toBe(0));

  test('leaves nothing where it cannot be written', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => writeCompiled(join(folder, 'taken', 'parts'), maker, parts)).toThrow(/taken/);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
