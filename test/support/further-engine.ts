import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEngine, type Engine } from '../../src/adapters/engine/api.ts';
import { findEngineHost } from '../../src/adapters/engine/host.ts';

/** An engine beside the machine's own; `stop` ends it if it did not run before. */
export interface FurtherEngine {
  readonly engine: Engine;
  stop(): Promise<void>;
}

const never = new AbortController().signal;
const programs = resolve(import.meta.dirname, '../../../shared/engines');
const patienceMs = 60_000;

/** Whether this machine can start further engines. */
export const hasFurtherEngines = existsSync(join(programs, 'start'));

/**
 * Starts a further engine by its name, or takes the one that runs, and waits until it really works.
 *
 * The starter takes a socket's file for an engine that listens: what a killed one left is cleared away first.
 */
export async function startFurtherEngine(name: string): Promise<FurtherEngine> {
  const home = join('/var/tmp/engines', name);
  const engine = openEngine(
    findEngineHost({ DOCKER_HOST: `unix://${join(home, name === 'podman' ? 'podman.sock' : 'docker.sock')}` }),
  );
  const end = (): Promise<void> => stop(name, home);
  if (await works(engine)) return { engine, stop: async () => {} };
  await end();
  for (const left of ['docker.sock', 'containerd.sock', 'containerd.sock.ttrpc', 'docker.pid'])
    rmSync(join(home, left), { force: true });
  try {
    execFileSync(join(programs, 'start'), [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const deadline = Date.now() + patienceMs;
    while (!(await works(engine))) {
      if (Date.now() > deadline) throw new Error(`Engine ${name} started and does not answer; see ${home}/*.log.`);
      await sleep(200);
    }
  } catch (thrown) {
    await end();
    throw thrown;
  }
  return { engine, stop: end };
}

/** The version is told before the store behind it is reached; the list of images is not. */
async function works(engine: Engine): Promise<boolean> {
  try {
    for (const path of ['/info', '/images/json']) await engine.call({ what: 'asking it', method: 'GET', path }, never);
    return true;
  } catch {
    return false;
  }
}

/** Ends what a start began and has not ended, and waits for its end. */
async function stop(name: string, home: string): Promise<void> {
  const pids = aliveOf(home);
  const noted = join(home, 'pids');
  if (pids.length === 0) return rmSync(noted, { force: true });
  // A machine that was restarted gives the numbers that were noted to others.
  writeFileSync(noted, pids.map((pid) => `${pid}\n`).join(''));
  execFileSync(join(programs, 'stop'), [name], { stdio: 'inherit' });
  const deadline = Date.now() + patienceMs;
  while (pids.some((pid) => isOf(home, pid))) {
    if (Date.now() > deadline) throw new Error(`Engine ${name} does not end: processes ${pids.join(', ')}.`);
    await sleep(100);
  }
}

function aliveOf(home: string): readonly string[] {
  const noted = join(home, 'pids');
  if (!existsSync(noted)) return [];
  return readFileSync(noted, 'utf8')
    .split('\n')
    .filter((pid) => /^[1-9]\d*$/.test(pid) && isOf(home, pid));
}

/** Whether a process names the engine's folder among its arguments; one that has ended has none. */
function isOf(home: string, pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${home}/`);
  } catch {
    return false;
  }
}
