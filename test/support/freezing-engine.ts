import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An engine that stops in the middle of an answer and never says another byte, to anybody: as a stopped process does. */
export interface FreezingEngine {
  /** For DOCKER_HOST. */
  readonly host: string;
  readonly isFrozen: () => boolean;
  readonly close: () => Promise<void>;
}

/**
 * This machine's engine behind a socket of its own, until it freezes.
 * @param when the request line of the call whose answer stops, and after how many bytes of it; `alone` where only that
 *   call's connection freezes, and all others are served
 */
export async function freezingEngine(when: {
  readonly call: RegExp;
  readonly afterBytes: number;
  readonly alone?: boolean;
}): Promise<FreezingEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-frozen-'));
  const path = join(folder, 'docker.sock');
  const sockets = new Set<Socket>();
  const created = new Set<string>();
  const built = new Set<string>();
  let isFrozen = false;
  const server = createServer((client) => {
    const engine = connect('/var/run/docker.sock');
    let [isTheCall, isCreation] = [false, false];
    let bytes = 0;
    const isStuck = (): boolean => isFrozen && (isTheCall || when.alone !== true);
    for (const socket of [client, engine]) {
      sockets.add(socket);
      // Either side may be gone at any time; that is what this is about.
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (chunk) => {
      const [line = ''] = chunk.toString('latin1').split('\r\n', 1);
      isTheCall ||= when.call.test(line);
      const [, tag] = /^POST \S*\/build\?(?:\S*&)?t=([^&\s]+)/.exec(line) ?? [];
      if (tag !== undefined) built.add(decodeURIComponent(tag));
      if (/ HTTP\//.test(line)) isCreation = line.startsWith('POST /containers/create');
      if (!isStuck()) engine.write(chunk);
    });
    engine.on('data', (chunk) => {
      if (isTheCall) bytes += chunk.length;
      const [, id] = /"Id":"([0-9a-f]{64})"/.exec(chunk.toString('latin1')) ?? [];
      if (id !== undefined && isCreation) created.add(id);
      if (!isStuck()) client.write(chunk);
      if (isTheCall && bytes >= when.afterBytes) isFrozen = true;
    });
    engine.on('end', () => {
      if (!isStuck()) client.end();
    });
    client.on('close', () => engine.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  return {
    host: `unix://${path}`,
    isFrozen: () => isFrozen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
      // What could not be removed through a frozen engine; most of them are gone.
      for (const id of created) spawnSync('docker', ['rm', '--force', '--volumes', id]);
      for (const tag of built) spawnSync('docker', ['image', 'rm', '--force', tag]);
    },
  };
}
