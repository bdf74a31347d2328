import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openEngine, type Engine } from '../../src/adapters/engine/api.ts';

/** What an engine answers to a path without its query: JSON, or whatever it does itself. */
export type EngineAnswer = object | ((response: ServerResponse, request: IncomingMessage) => void);

/** An engine that is none, on a real socket; ends with the test. */
export interface FakeEngine {
  readonly engine: Engine;
  readonly socketPath: string;
  /** `GET /version`, in the order asked. */
  readonly calls: readonly string[];
}

/** Answers what is listed, by `/path` or `METHOD /path`; 404 to all else. */
export async function fakeEngine(answers: Readonly<Record<string, EngineAnswer>>): Promise<FakeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-fake-engine-'));
  const socketPath = join(folder, 'engine.sock');
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const call = `${request.method} ${decodeURIComponent(path)}`;
    calls.push(call);
    const answer = answers[call] ?? answers[decodeURIComponent(path)];
    if (typeof answer === 'function') answer(response, request);
    else
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer ?? { message: 'no such thing' }));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const engine = openEngine({ name: `unix://${socketPath}`, saidBy: 'the test', address: { socketPath } });
  return { engine, socketPath, calls };
}
