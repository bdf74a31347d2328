import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { signalWithin, timeoutSignal } from '../src/deadline.ts';

/** Collects garbage, as Node.js does by itself whenever it likes. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('Garbage cannot be collected on demand here.');
  for (let times = 0; times < 3; times += 1) {
    collect();
    await wait(5);
  }
}

test('deadlines that nobody holds fire all the same', { tags: 'thorough' }, async () => {
  const caller = new AbortController();
  let fired = 0;
  for (let nth = 0; nth < 20; nth += 1) {
    signalWithin(caller.signal, 100).addEventListener('abort', () => (fired += 1));
    AbortSignal.any([caller.signal, timeoutSignal(100)]).addEventListener('abort', () => (fired += 1));
  }
  await collectGarbage();
  await expect.poll(() => fired, { timeout: 10_000 }).toBe(40);
});

test('the caller’s signal comes first when it fires first, with its reason', () => {
  const caller = new AbortController();
  const signal = signalWithin(caller.signal, 60_000);
  caller.abort('enough');
  expect([signal.aborted, signal.reason]).toEqual([true, 'enough']);
});

test('a passed deadline is known by its name', async () => {
  const signal = timeoutSignal(1);
  await expect.poll(() => signal.aborted).toBe(true);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});
