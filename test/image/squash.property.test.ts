import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf, pathOf, type Records } from '../../src/image/records.ts';
import { squash } from '../../src/image/squash.ts';
import { EntryType } from '../../src/image/entries.ts';
import { directory, file, hardlink, layerOf, opaque, symlink, whiteout } from '../support/images.ts';
import { stackSlowly } from './slow-model.ts';

/** As many as a person has time for: `PLIMSOLL_FUZZ=100000 npx vitest run test/image/squash.property.test.ts --testTimeout 0`. */
const runs = Number(process.env['PLIMSOLL_FUZZ'] ?? 600);

// So few names that each is deleted, linked to and replaced over and over.
const name = fc.constantFrom('a', 'b', 'c');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const mode = fc.constantFrom(0o644, 0o4755);
const target = fc.constantFrom('a', '/b', '../c', '../../a/b', './b/c', '/a/c');
const record = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(path, fc.integer({ min: 0, max: 900 }), mode)
      .map(([at, bytes, bits]) => file(at, bytes, { mode: bits })),
  },
  // With contents that others have, too.
  { weight: 2, arbitrary: fc.tuple(path, fc.constantFrom('', 'x', 'y', 'xx')).map(([at, text]) => file(at, text)) },
  { weight: 2, arbitrary: path.map((at) => directory(at)) },
  { weight: 1, arbitrary: fc.tuple(path, target).map(([at, to]) => symlink(at, to)) },
  // To what the layer brings before or after, to what lies below, to each other, and to nothing.
  { weight: 3, arbitrary: fc.tuple(path, path, mode).map(([at, to, bits]) => hardlink(at, to, { mode: bits })) },
  { weight: 2, arbitrary: path.map((at) => whiteout(at)) },
  { weight: 1, arbitrary: path.map((at) => opaque(at)) },
);
const layers = fc.array(fc.array(record, { maxLength: 10 }), { maxLength: 5 });

const nameOf = (records: Records, number: number): string => {
  const { layer, index } = originOf(records, number);
  return `${layer}.${index}`;
};

test('squash shows, counts and hides what the plain model of the OCI rules does', { tags: 'thorough' }, () => {
  fc.assert(
    fc.property(layers, (stack) => {
      const { tree, records, hidden, layers: sums } = squash(stack.map((list) => layerOf(...list)));
      const model = stackSlowly(stack);
      const visible = [...tree.all()].map((node): [string, string] => [
        node.path,
        node.type === EntryType.directory ? 'directory' : `${node.type}@${node.layer}.${node.record} ${node.mode}`,
      ]);
      expect(new Map(visible)).toEqual(model.visible);
      expect(tree.count).toBe(model.visible.size);
      const sum = (of: 'unpackedBytes' | 'visibleBytes') => sums.reduce((total, layer) => total + layer[of], 0);
      expect(sum('unpackedBytes')).toBe(model.unpackedBytes);
      expect(sum('visibleBytes')).toBe(model.visibleBytes);
      const told = new Map(hidden.map((one) => [nameOf(records, one.record), one]));
      expect(told.size).toBe(hidden.length);
      const asModel = model.hidden.map(({ inode, how }) => {
        const { record: number = 0, hiddenBy, how: said } = told.get(inode) ?? {};
        return { inode, path: pathOf(records, number), hiddenBy, how: said && how.has(said) ? how : said };
      });
      expect(asModel).toEqual(model.hidden);
      expect(hidden).toHaveLength(model.hidden.length);
      const hiddenBytes = hidden.reduce((total, one) => total + (records.bytes[one.record] ?? Number.NaN), 0);
      expect(hiddenBytes).toBe(model.unpackedBytes - model.visibleBytes);
    }),
    { numRuns: runs },
  );
});
