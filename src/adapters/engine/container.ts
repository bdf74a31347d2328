import { z } from 'zod';
import type { Engine } from './api.ts';
import { EngineRefused } from './failures.ts';

/** Every container of ours carries this label; its value is the run's ID. */
export const runLabel = 'dev.plimsoll.run';

const created = z.object({ Id: z.string().regex(/^[0-9a-f]{12,64}$/) });

/** A file or folder of the engine's machine to be seen in a container. */
export interface ReadOnlyMount {
  readonly source: string;
  readonly target: string;
}

/** In the form that fails where there is no such source; the older one, `Binds`, makes a folder there. */
const asBind = ({ source, target }: ReadOnlyMount) => ({
  Type: 'bind',
  Source: source,
  Target: target,
  ReadOnly: true,
});

/**
 * Creates a container of the image, hands it to `work` and removes it whatever happens. It is never started: nothing of
 * the image runs, its files are only looked at.
 */
export async function withContainer<T>(
  engine: Engine,
  {
    runId,
    imageId,
    mounts = [],
  }: { readonly runId: string; readonly imageId: string; readonly mounts?: readonly ReadOnlyMount[] },
  signal: AbortSignal,
  work: (containerId: string) => Promise<T>,
): Promise<T> {
  const answer = await engine.call(
    {
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
    },
    signal,
  );
  const { Id: id } = created.parse(answer);
  try {
    return await work(id);
  } finally {
    // Not the caller's signal: what was cancelled must be removed all the same.
    await removeContainer(engine, id, AbortSignal.timeout(10_000));
  }
}

/** Removes a container with its anonymous volumes; one that is gone already is fine. */
export async function removeContainer(engine: Engine, id: string, signal: AbortSignal): Promise<void> {
  const query = { force: '1', v: '1' };
  try {
    await engine.call({ what: 'removing a container', method: 'DELETE', path: `/containers/${id}`, query }, signal);
  } catch (thrown) {
    if (!(thrown instanceof EngineRefused && (thrown.status === 404 || thrown.status === 409))) throw thrown;
  }
}
