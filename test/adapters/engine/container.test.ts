import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import type { Engine } from '../../../src/adapters/engine/api.ts';
import { settledContainers, withContainer } from '../../../src/adapters/engine/container.ts';
import { sweep } from '../../../src/adapters/engine/sweep.ts';

const never = new AbortController().signal;
const wish = { runId: 'run', imageId: 'sha256:1' };

/** An engine that makes a container when told to, and notes what it was asked. */
function slowEngine() {
  const calls: string[] = [];
  let finish = (_container: { readonly Id: string }): void => {};
  let give = (_reason: Error): void => {};
  const create = new Promise<{ readonly Id: string }>((resolve, reject) => {
    [finish, give] = [resolve, reject];
  });
  const engine: Engine = {
    host: { name: 'unix:///none', saidBy: 'the test', address: { socketPath: '/none' } },
    call: async ({ method, path }, signal) => {
      signal.throwIfAborted();
      calls.push(`${method} ${path.replace(/c{64}/, 'ID')}`);
      if (method !== 'POST') return [];
      signal.addEventListener('abort', () => give(new Error('given up')));
      return create;
    },
    stream: () => Promise.reject(new Error('nothing is streamed')),
    upgrade: async () => new PassThrough(),
  };
  return { engine, calls, finish: () => finish({ Id: 'c'.repeat(64) }) };
}

test('a sweep waits for a container that is being made', async () => {
  const { engine, calls, finish } = slowEngine();
  const reading = withContainer(engine, wish, never, async () => 'read');
  const sweeping = sweep(engine, 'run');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls).toEqual(['POST /containers/create']);
  finish();
  await sweeping;
  expect(await reading).toBe('read');
  expect(calls).toEqual([
    'POST /containers/create',
    'DELETE /containers/ID',
    'GET /containers/json',
    'GET /images/json',
  ]);
});

test('who gets the result has it while the container is being removed already', async () => {
  const { engine, calls, finish } = slowEngine();
  finish();
  expect(await withContainer(engine, wish, never, async () => 'read')).toBe('read');
  // Nothing more happens before what is computed next is done.
  expect(calls).toEqual(['POST /containers/create', 'DELETE /containers/ID']);
});

test('a sweep of another run does not', async () => {
  const { engine, calls, finish } = slowEngine();
  const reading = withContainer(engine, wish, never, async () => 'read');
  await sweep(engine, 'other');
  expect(calls).toContain('GET /containers/json');
  finish();
  await reading;
});

test('what is cancelled while the container is being made is removed', async () => {
  const { engine, calls, finish } = slowEngine();
  const stop = new AbortController();
  const reading = withContainer(engine, wish, stop.signal, async () => stop.signal.throwIfAborted());
  stop.abort();
  finish();
  await expect(reading).rejects.toThrow('aborted');
  await settledContainers('run');
  expect(calls).toEqual(['POST /containers/create', 'DELETE /containers/ID']);
});

test('an engine that does not answer is given up some seconds after the run was cancelled', async () => {
  vi.useFakeTimers();
  try {
    const { engine, calls } = slowEngine();
    const stop = new AbortController();
    const reading = withContainer(engine, wish, stop.signal, async () => undefined).catch(String);
    stop.abort();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(await Promise.race([reading, Promise.resolve('waits')])).toBe('waits');
    await vi.advanceTimersByTimeAsync(200);
    expect(await reading).toBe('Error: given up');
    expect(calls).toEqual(['POST /containers/create']);
  } finally {
    vi.useRealTimers();
  }
});

test('a run that was cancelled before makes none', async () => {
  const { engine, calls } = slowEngine();
  await expect(withContainer(engine, wish, AbortSignal.abort(), async () => undefined)).rejects.toThrow('aborted');
  expect(calls).toEqual([]);
});

test('a container that cannot be removed hides neither the result nor the error', async () => {
  const { engine, finish } = slowEngine();
  const stubborn: Engine = {
    ...engine,
    call: (call, signal) =>
      call.method === 'DELETE' ? Promise.reject(new Error('not removed')) : engine.call(call, signal),
  };
  finish();
  expect(await withContainer(stubborn, wish, never, async () => 'read')).toBe('read');
  const failing = withContainer(stubborn, wish, never, () => Promise.reject(new Error('not read')));
  await expect(failing).rejects.toThrow('not read');
});
