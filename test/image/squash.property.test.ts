import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf } from '../../src/image/records.ts';
import { squash } from '../../src/image/squash.ts';
import { EntryType } from '../../src/image/entries.ts';
import { directory, file, hardlink, layerOf, opaque, symlink, whiteout } from '../support/images.ts';
import { stackSlowly } from './slow-model.ts';

/** As many as a person has time for: `PLIMSOLL_FUZZ=100000 npx vitest run test/image/squash.property.test.ts --testTimeout 0`. */
const runs = Number(process.env['PLIMSOLL_FUZZ'] ?? 600);

// So few names that each is deleted, linked to and replaced over and over.
const name = fc.constantFrom('a', 'b', 'c');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const target = fc.constantFrom('a', '/b', '../c', '../../a/b', './b/c', '/a/c');
const record = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(path, fc.integer({ min: 0, max: 900 })).map(([at, bytes]) => file(at, bytes)) },
  { weight: 2, arbitrary: path.map((at) => directory(at)) },
  { weight: 1, arbitrary: fc.tuple(path, target).map(([at, to]) => symlink(at, to)) },
  // To what the layer brings before or after, to what lies below, to each other, and to nothing.
  { weight: 3, arbitrary: fc.tuple(path, path).map(([at, to]) => hardlink(at, to)) },
  { weight: 2, arbitrary: path.map((at) => whiteout(at)) },
  { weight: 1, arbitrary: path.map((at) => opaque(at)) },
);
const layers = fc.array(fc.array(record, { maxLength: 10 }), { maxLength: 5 });

test('squash shows, counts and hides what the plain model of the OCI rules does', () => {
  fc.assert(
    fc.property(layers, (stack) => {
      const { tree, records, hidden, layers: sums } = squash(stack.map((list) => layerOf(...list)));
      const model = stackSlowly(stack);
      const visible = [...tree.all()].map((node): [string, string] => [
        node.path,
        node.type === EntryType.directory ? 'directory' : `${node.type}@${node.layer}.${node.record}`,
      ]);
      expect(new Map(visible)).toEqual(model.visible);
      expect(tree.count).toBe(model.visible.size);
      const sum = (of: 'unpackedBytes' | 'visibleBytes') => sums.reduce((total, layer) => total + layer[of], 0);
      expect(sum('unpackedBytes')).toBe(model.unpackedBytes);
      expect(sum('visibleBytes')).toBe(model.visibleBytes);
      expect(hidden.map((one) => `${pathOf(records, one.record)} ${one.hiddenBy}`).sort()).toEqual(model.hidden);
      const hiddenBytes = hidden.reduce((total, one) => total + (records.bytes[one.record] ?? Number.NaN), 0);
      expect(hiddenBytes).toBe(model.unpackedBytes - model.visibleBytes);
    }),
    { numRuns: runs },
  );
});
