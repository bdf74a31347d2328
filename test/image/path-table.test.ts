import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diveFigures } from '../../src/image/dive.ts';
import { PathTable } from '../../src/image/path-table.ts';
import { squash } from '../../src/image/squash.ts';
import { directory, file, layerOf } from '../support/images.ts';

const name = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'ba'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
);
const path = fc.array(
  name.filter((text) => !text.includes('/')),
  { minLength: 1, maxLength: 5 },
);

test('a path has one number, whatever text spells it, and no two paths have the same', () => {
  fc.assert(
    fc.property(fc.array(path, { maxLength: 60 }), (paths) => {
      const table = new PathTable();
      const numbers = new Map<string, number>();
      for (const parts of paths) {
        const spelled = parts.join('/');
        const found = table.addAll(`${spelled}/`.slice(0, -1));
        expect(numbers.get(spelled) ?? found).toBe(found);
        numbers.set(spelled, found);
        expect(table.nameOf(found)).toBe(parts.at(-1));
        expect(table.textOf(found)).toBe(spelled);
        expect(table.find(table.parentOf(found), `x${parts.at(-1)}x`, 1, 1 + (parts.at(-1)?.length ?? 0))).toBe(found);
      }
      expect(new Set(numbers.values()).size).toBe(numbers.size);
    }),
  );
});

test('names that were made to fall on one another are known all the same', { tags: 'thorough' }, () => {
  const table = new PathTable(0, () => 7);
  const numbers = Array.from({ length: 3_000 }, (_, index) => table.add(0, `f${index}`));
  expect(new Set(numbers).size).toBe(3_000);
  for (const [index, number] of numbers.entries()) {
    expect(table.find(0, `f${index}`)).toBe(number);
    expect(table.add(0, `f${index}`)).toBe(number);
  }
  expect(table.find(1, 'f1')).toBe(0);
});

test('a table as large as it was expected to be grows where it was not', () => {
  const table = new PathTable(2_000);
  expect(table.capacity).toBe(2_048);
  for (let index = 0; index < 3_000; index += 1) table.add(0, `f${index}`);
  expect(table.capacity).toBe(4_096);
  expect(table.textOf(table.find(0, 'f2999'))).toBe('f2999');
});

test('a table that has grown many times knows every path it was given, and no other', { tags: 'thorough' }, () => {
  const table = new PathTable();
  const count = 20_000;
  const numbers = Array.from({ length: count }, (_, index) => table.addAll(`d${index % 7}/e${index % 89}/f${index}`));
  expect(table.count).toBe(1 + 7 + 7 * 89 + count);
  for (const [index, number] of numbers.entries())
    expect(table.addAll(`d${index % 7}/e${index % 89}/f${index}`)).toBe(number);
  expect(table.count).toBe(1 + 7 + 7 * 89 + count);
  expect(table.find(0, 'd7')).toBe(0);
  expect(table.find(0, 'd1', 0, 1)).toBe(0);
});

test('a directory that a later record of its own tar replaced is no leaf of the layer', () => {
  const { wastedBytes } = diveFigures(squash([layerOf(directory('a'), file('a', 5)), layerOf(file('b', 1))]));
  expect(wastedBytes).toBe(0);
});
