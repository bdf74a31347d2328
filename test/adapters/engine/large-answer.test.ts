import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { EngineCall } from '../../../src/adapters/engine/api.ts';
import { largeAnswer } from '../../../src/adapters/engine/large-answer.ts';
import { fakeEngine, type EngineAnswer } from '../../support/fake-engine.ts';

const never = new AbortController().signal;
const call: EngineCall = {
  what: 'reading a folder',
  method: 'GET',
  path: '/containers/c/archive',
  query: { path: '/a b' },
};

async function textOf(answer: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  // Copied: a chunk is valid only until the next one is asked for.
  for await (const chunk of answer) pieces.push(Buffer.from(chunk));
  return Buffer.concat(pieces).toString();
}

/** What an engine sends that answers the call. */
const openTo = async (answer: EngineAnswer, more: Partial<EngineCall> = {}) => {
  const { engine } = await fakeEngine({ '/containers/c/archive': answer });
  return largeAnswer(engine, { ...call, ...more }, never);
};

describe('a large answer of an engine', () => {
  test('comes whole, to what was asked', async () => {
    const body = 'x'.repeat(3_000_000);
    const answer = await openTo((response, request) => response.end(`${request.url} ${body}`));
    expect(await textOf(answer)).toBe(`/containers/c/archive?path=%2Fa+b ${body}`);
  });

  test('ends when nobody wants more of it', async () => {
    const answer = await openTo((response) => void response.write('some'));
    const seen: string[] = [];
    for await (const chunk of answer) {
      seen.push(chunk.toString());
      answer.destroy();
    }
    expect(seen).toEqual(['some']);
  });

  test.each<[when: string, answer: EngineAnswer]>([
    ['before it begins', () => {}],
    ['in the middle of it', (response) => void response.write('some')],
  ])('is given up when nothing comes %s', async (_, silent) => {
    const answer = await openTo(silent, { quietMs: 60 });
    await expect(textOf(answer)).rejects.toMatchObject({
      problems: [{ code: 'docker-unavailable', got: 'nothing came for 60 ms' }],
    });
  });

  test('comes by Node’s client from one that is no Unix socket', async () => {
    const { engine } = await fakeEngine({});
    const asked: EngineCall[] = [];
    const answer = new IncomingMessage(new Socket());
    const host = { ...engine.host, address: { host: '127.0.0.1', port: 1 } };
    const stream = async (one: EngineCall): Promise<IncomingMessage> => (asked.push(one), answer);
    expect(await largeAnswer({ ...engine, host, stream }, call, never)).toBe(answer);
    expect(asked).toEqual([call]);
  });
});
