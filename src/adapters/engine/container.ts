import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Engine, EngineCall } from './api.ts';
import { timeoutSignal } from '../../deadline.ts';
import { headStart } from '../../meanwhile.ts';
import { EngineRefused } from './failures.ts';

/** Every container of ours carries this label; its value is the run's ID. */
export const runLabel = 'dev.plimsoll.run';

const created = z.object({ Id: z.string().regex(/^[0-9a-f]{12,64}$/) });

/** A file or folder of the engine's machine to be seen in a container. */
export interface ReadOnlyMount {
  readonly source: string;
  readonly target: string;
}

/**
 * A name for what is mounted into one container, which no image can know: what lies in its own folder of that name would
 * pass for the engine's. The dot has it come before the files beside it.
 */
export const drawMountName = (): string => `.plimsoll-${randomBytes(12).toString('hex')}`;

/** In the form that fails where there is no such source; the older one, `Binds`, makes a folder there. */
const asBind = ({ source, target }: ReadOnlyMount) => ({
  Type: 'bind',
  Source: source,
  Target: target,
  ReadOnly: true,
});

/** What a container is made of. */
export interface ContainerWish {
  readonly runId: string;
  readonly imageId: string;
  readonly mounts?: readonly ReadOnlyMount[];
}

/** An engine that takes longer than this to answer after a run was cancelled is not waited for. */
const creationGraceMs = 3_000;
/** For the same reason, to one that is cancelled while the engine answers nothing; the sweep that follows tries again. */
const removalGraceMs = 1_500;

/** Containers being made, looked into or removed, by run: one that the engine lists only later would escape a sweep. */
const underWay = new Map<string, Set<Promise<unknown>>>();

/** Waits until no container of a run is under way any more. */
export async function settledContainers(runId: string): Promise<void> {
  for (let own = underWay.get(runId); own; own = underWay.get(runId)) await Promise.allSettled(own);
}

/**
 * Creates a container of the image, hands it to `work` and removes it whatever happens. It is never started: nothing of
 * the image runs, its files are only looked at. Who gets the result does not wait for the removal, which takes the engine
 * a while; the run's end does: {@link settledContainers}.
 */
export async function withContainer<T>(
  engine: Engine,
  wish: ContainerWish,
  signal: AbortSignal,
  work: (containerId: string) => Promise<T>,
): Promise<T> {
  const making = createContainer(engine, wish, signal);
  const working = making.then(work);
  watch(wish.runId, removeAfter(engine, making, working, signal));
  const result = await working;
  // The engine is to remove it while the result is worked on.
  await headStart();
  return result;
}

function watch(runId: string, removing: Promise<unknown>): void {
  const all = underWay.get(runId) ?? new Set();
  underWay.set(runId, all);
  // What cannot be removed is left to the sweep at the run's end, which says so; it hides neither what the work came to nor
  // what went wrong in it.
  const settled: Promise<void> = removing.then(
    () => done(),
    () => done(),
  );
  const done = (): void => {
    all.delete(settled);
    if (all.size === 0) underWay.delete(runId);
  };
  all.add(settled);
}

async function removeAfter(
  engine: Engine,
  making: Promise<string>,
  working: Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const id = await making;
  await Promise.allSettled([working]);
  // Not the caller's signal: what was cancelled must be removed all the same.
  await removeContainer(engine, id, timeoutSignal(signal.aborted ? removalGraceMs : 10_000));
}

/** Once begun it is not cut short: a container whose ID never came could not be removed. */
async function createContainer(engine: Engine, wish: ContainerWish, signal: AbortSignal): Promise<string> {
  const late = new AbortController();
  const wait = (): void => void setTimeout(() => late.abort(), creationGraceMs).unref();
  if (signal.aborted) late.abort();
  signal.addEventListener('abort', wait, { once: true });
  try {
    return created.parse(await engine.call(creation(wish), late.signal)).Id;
  } finally {
    signal.removeEventListener('abort', wait);
  }
}

const creation = ({ runId, imageId, mounts = [] }: ContainerWish): EngineCall => ({
  what: 'creating a container to read files from',
  method: 'POST',
  path: '/containers/create',
  json: {
    Image: imageId,
    // An image may name no command, and the engine wants one.
    Entrypoint: ['/never-started'],
    Cmd: [],
    Labels: { [runLabel]: runId },
    NetworkDisabled: true,
    HostConfig: { NetworkMode: 'none', ...(mounts.length > 0 && { Mounts: mounts.map(asBind) }) },
  },
});

/** Removes a container with its anonymous volumes; one that is gone already is fine. */
export async function removeContainer(engine: Engine, id: string, signal: AbortSignal): Promise<void> {
  const query = { force: '1', v: '1' };
  try {
    await engine.call({ what: 'removing a container', method: 'DELETE', path: `/containers/${id}`, query }, signal);
  } catch (thrown) {
    if (!(thrown instanceof EngineRefused && (thrown.status === 404 || thrown.status === 409))) throw thrown;
  }
}
