import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diveFigures } from '../../src/image/dive.ts';
import { EntryType } from '../../src/image/entries.ts';
import { squash } from '../../src/image/squash.ts';
import { file, layerOf, whiteout } from '../support/images.ts';
import type { LayerRecord } from '../support/images.ts';

/** dive's formulas as they are written down: one map over all paths of all layers, and a copy of the tree below each. */
function plainly(layers: readonly (readonly LayerRecord[])[]) {
  const byPath = new Map<string, number[]>();
  let stacked = new Map<string, number>();
  for (const records of layers) {
    const next = new Map(stacked);
    for (const { type, path, fileBytes } of records) {
      const below = [...stacked].filter(([lower]) => lower.startsWith(`${path}/`));
      const bytes = type === EntryType.whiteout ? below.reduce((sum, [, lower]) => sum + lower, 0) : fileBytes;
      byPath.set(path, [...(byPath.get(path) ?? []), bytes]);
      if (type === EntryType.whiteout) for (const [lower] of [...below, [path] as const]) next.delete(lower);
      else next.set(path, fileBytes);
    }
    stacked = next;
  }
  const sizes = [...byPath.values()];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const sumBytes = sum(sizes.flat());
  const wastedBytes = sum(sizes.filter(({ length }) => length > 1).flat());
  const userBytes = sum(layers.slice(1).flatMap((records) => records.map(({ fileBytes }) => fileBytes)));
  return {
    efficiencyRatio:
      layers.length === 0 ? null : sumBytes === 0 ? 1 : sum(sizes.map((all) => Math.min(...all))) / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes,
  };
}

test(
  'dive’s figures are those of its formulas, though only paths that may repeat are looked at',
  { tags: 'thorough' },
  () => {
    const folder = fc.constantFrom('a', 'b', 'c');
    const path = fc.tuple(folder, fc.constantFrom('x', 'y', 'z')).map((names) => names.join('/'));
    const record = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(path, fc.nat(500)).map(([at, bytes]) => file(at, bytes)) },
      { weight: 1, arbitrary: path.map((at) => whiteout(at)) },
      { weight: 2, arbitrary: folder.map((at) => whiteout(at)) },
    );
    // A layer names a path once, and does not both delete a folder and fill it.
    const layer = fc.uniqueArray(record, { maxLength: 6, selector: ({ path: at }) => at }).map((records) => {
      const deleted = new Set(records.filter(({ type }) => type === EntryType.whiteout).map(({ path: at }) => at));
      return records.filter(({ path: at }) => !deleted.has(at.split('/')[0] ?? '') || !at.includes('/'));
    });
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 5 }), (layers) => {
        const figures = diveFigures(squash(layers.map((records) => layerOf(...records))));
        const expected = plainly(layers);
        expect(figures.wastedBytes).toBe(expected.wastedBytes);
        expect(figures.efficiencyRatio ?? -1).toBeCloseTo(expected.efficiencyRatio ?? -1, 12);
        expect(figures.userWastedRatio ?? -1).toBeCloseTo(expected.userWastedRatio ?? -1, 12);
      }),
      { numRuns: 300 },
    );
  },
);
