import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf } from '../../src/image/records.ts';
import { squash } from '../../src/image/squash.ts';
import { EntryType } from '../../src/image/entries.ts';
import { directory, file, hardlink, layerOf, opaque, symlink, whiteout } from '../support/images.ts';
import { stackSlowly } from './slow-model.ts';

const name = fc.constantFrom('a', 'b', 'c');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const target = fc.constantFrom('a', '/b', '../c', '../../a/b', './b/c', '/a/c');
const record = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(path, fc.integer({ min: 0, max: 900 })).map(([at, bytes]) => file(at, bytes)) },
  { weight: 2, arbitrary: path.map((at) => directory(at)) },
  { weight: 1, arbitrary: fc.tuple(path, target).map(([at, to]) => symlink(at, to)) },
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
        node.type === EntryType.directory ? 'directory' : `${node.type}@${node.layer}`,
      ]);
      expect(new Map(visible)).toEqual(model.visible);
      expect(tree.count).toBe(model.visible.size);
      expect(sums.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)).toBe(model.unpackedBytes);
      expect(sums.reduce((sum, { visibleBytes }) => sum + visibleBytes, 0)).toBe(model.visibleBytes);
      expect(hidden.map((one) => `${pathOf(records, one.record)} ${one.hiddenBy}`).sort()).toEqual(model.hidden);
    }),
    { numRuns: 400 },
  );
});

test('hidden and visible bytes make up the unpacked bytes, whatever hard links do', () => {
  const link = fc.tuple(path, path).map(([at, to]) => hardlink(at, to));
  const withLinks = fc.array(
    fc.array(fc.oneof({ weight: 3, arbitrary: record }, { weight: 2, arbitrary: link }), { maxLength: 10 }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(withLinks, (stack) => {
      const { tree, records, hidden, layers: sums } = squash(stack.map((list) => layerOf(...list)));
      const shown = new Map(
        [...tree.all()]
          .filter(({ type }) => type === EntryType.file)
          .map((node) => [`${node.layer}/${node.record}`, node.fileBytes]),
      );
      const links = new Map(
        [...tree.all()]
          .filter(({ type }) => type === EntryType.symlink)
          .map((node) => [`${node.layer}/${node.record}`, node.linkTarget?.length ?? 0]),
      );
      const visibleBytes = [...shown.values(), ...links.values()].reduce((sum, bytes) => sum + bytes, 0);
      const hiddenBytes = hidden.reduce((sum, one) => sum + (records.bytes[one.record] ?? NaN), 0);
      expect(sums.reduce((sum, one) => sum + one.visibleBytes, 0)).toBe(visibleBytes);
      expect(sums.reduce((sum, one) => sum + one.unpackedBytes, 0)).toBe(visibleBytes + hiddenBytes);
    }),
    { numRuns: 400 },
  );
});
