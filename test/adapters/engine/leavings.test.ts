import { describe, expect, test } from 'vitest';
import type { Engine, EngineCall } from '../../../src/adapters/engine/api.ts';
import { watchLeavings } from '../../../src/adapters/engine/leavings.ts';

const never = new AbortController().signal;
const call = (method: EngineCall['method'], path: string): EngineCall => ({ what: 'x', method, path });
const create = call('POST', '/containers/create');
const remove = call('DELETE', '/containers/abc');

/** Answers every call, or none. */
function anEngine(answers: boolean): Engine {
  const answer = () => (answers ? Promise.resolve(undefined) : Promise.reject(new Error('gone')));
  return {
    host: { name: 'unix:///x', saidBy: 'the default', address: { socketPath: '/x' } },
    call: answer,
    stream: () => Promise.reject(new Error('no streams here')),
    upgrade: () => Promise.reject(new Error('no upgrades here')),
  };
}

describe('what a run may have left in the engine', () => {
  test('is nothing after questions', async () => {
    const engine = watchLeavings(anEngine(true));
    await engine.call(call('GET', '/images/app/json'), never);
    expect(engine.mayHaveLeft()).toBe(false);
  });

  test('is a container until it is seen to go', async () => {
    const engine = watchLeavings(anEngine(true));
    await engine.call(create, never);
    await engine.call(create, never);
    await engine.call(remove, never);
    expect(engine.mayHaveLeft()).toBe(true);
    await engine.call(remove, never);
    expect(engine.mayHaveLeft()).toBe(false);
  });

  test('is what a failed call may have made all the same', async () => {
    const engine = watchLeavings(anEngine(false));
    await expect(engine.call(create, never)).rejects.toThrow('gone');
    expect(engine.mayHaveLeft()).toBe(true);
  });

  test('stays when removing fails', async () => {
    const broken = anEngine(false);
    const engine = watchLeavings({
      ...broken,
      call: ({ method }) => (method === 'POST' ? Promise.resolve({}) : broken.call(remove, never)),
    });
    await engine.call(create, never);
    await expect(engine.call(remove, never)).rejects.toThrow('gone');
    expect(engine.mayHaveLeft()).toBe(true);
  });

  test('is an image once a build was asked for', async () => {
    const engine = watchLeavings(anEngine(true));
    await expect(engine.stream(call('POST', '/build'), never)).rejects.toThrow('no streams');
    expect(engine.mayHaveLeft()).toBe(true);
  });
});
