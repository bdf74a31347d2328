import { expect, test } from 'vitest';
import { KnownLayers, type ReadLayer } from '../../../src/adapters/registry/known-layers.ts';
import { Interrupted } from '../../../src/errors.ts';
import { file, layerOf } from '../../support/images.ts';

const layer = (): ReadLayer => {
  const entries = { ...layerOf(file('x')), bodyOffsets: new Float64Array(1) };
  return { scan: { entries, sparse: new Map() }, checkpoints: [] };
};

test('a layer that two images ask for at once is read once', async () => {
  const known = new KnownLayers();
  let reads = 0;
  const read = async (): Promise<ReadLayer> => {
    reads += 1;
    return layer();
  };
  await Promise.all([known.get('a', read), known.get('a', read)]);
  await known.get('a', read);
  expect(reads).toBe(1);
});

test('whoever waits for a layer reads it himself when the first runs out of time', async () => {
  const known = new KnownLayers();
  const late = known.get('a', () => Promise.reject(new Interrupted('Too late.')));
  const waits = known.get('a', async () => layer());
  await expect(late).rejects.toThrow('Too late.');
  await expect(waits).resolves.toMatchObject({ checkpoints: [] });
});

test('a layer that is broken is broken for all', async () => {
  const known = new KnownLayers();
  const first = known.get('a', () => Promise.reject(new Error('broken')));
  const second = known.get('a', async () => layer());
  await expect(first).rejects.toThrow('broken');
  await expect(second).rejects.toThrow('broken');
});

test('bodies are read once, further ones again', async () => {
  const known = new KnownLayers();
  const asked: number[] = [];
  const read = (bytes: number) => () => {
    asked.push(bytes);
    return Promise.resolve(new Map([[0, Buffer.alloc(bytes)]]));
  };
  const want = (bytes: number) => known.bodies('a', [{ layer: 0, record: 0, bytes }], read(bytes));
  await Promise.all([want(4), want(4)]);
  await want(3);
  expect(asked).toEqual([4]);
  expect((await want(9)).get(0)?.length).toBe(9);
  expect(asked).toEqual([4, 9]);
});
