import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { RecordQueue } from '../../../src/adapters/engine/record-queue.ts';
import { Budget } from '../../../src/archive/limits.ts';
import { TarSplitReader } from '../../../src/archive/tar-split.ts';
import { record } from '../../support/tar.ts';

/** What tar-split keeps of a layer with so many empty files. */
function compressed(files: number, level = 6): Buffer {
  const lines = Array.from({ length: files }, (_, file) =>
    JSON.stringify({ type: 2, payload: record({ name: `file-${file}` }).toString('base64'), position: file }),
  );
  return gzipSync(lines.map((line) => `${line}\n`).join(''), { level });
}

const openReader = (): TarSplitReader => new TarSplitReader('a layer', new Budget());

describe('a queue of layers’ records', () => {
  test('tells every layer its own, however many wait', async () => {
    const queue = new RecordQueue();
    const counts = [3, 1, 4, 0, 5, 9, 2, 6];
    const read = await Promise.all(counts.map((files) => queue.read([compressed(files)], openReader)));
    expect(read.map(({ entries }) => entries.count)).toEqual(counts);
  });

  test('goes on after a layer that cannot be read', async () => {
    const queue = new RecordQueue();
    const broken = Array.from({ length: 4 }, () => queue.read([Buffer.from('no gzip')], openReader));
    const whole = queue.read([compressed(2)], openReader);
    for (const layer of broken) await expect(layer).rejects.toThrow('incorrect header check');
    expect((await whole).entries.count).toBe(2);
  });

  test('opens no more readers at once than it has lanes', async () => {
    const queue = new RecordQueue();
    let open = 0;
    let most = 0;
    const counting = (): TarSplitReader => {
      most = Math.max(most, (open += 1));
      return openReader();
    };
    const close = (): void => void (open -= 1);
    await Promise.all(Array.from({ length: 9 }, () => queue.read([compressed(50)], counting).then(close)));
    expect(most).toBe(2);
  });

  test('has room while little waits, and again when enough was read', { tags: 'thorough' }, async () => {
    const queue = new RecordQueue();
    await queue.room();
    const large = compressed(7_000, 0);
    expect(large.length).toBeGreaterThan(4 * 2 ** 20);
    const first = queue.read([large], openReader);
    const second = queue.read([large], openReader);
    let isRead = 0;
    const count = (): void => void (isRead += 1);
    void first.then(count);
    void second.then(count);
    await queue.room();
    expect(isRead).toBeGreaterThan(0);
    await Promise.all([first, second]);
    await queue.room();
  });
});
