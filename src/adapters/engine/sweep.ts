import { once } from 'node:events';
import { z } from 'zod';
import type { Engine } from './api.ts';
import { removeContainer, settledContainers, runLabel } from './container.ts';
import { EngineRefused } from './failures.ts';
import { timeoutSignal } from '../../deadline.ts';

const containers = z.array(z.object({ Id: z.string() }));
const images = z.array(z.object({ RepoTags: z.array(z.string()).nullish() }));

/**
 * Removes what one run made and nothing else: containers with its label, images by its tags. An image that has other names
 * keeps them. @param withinMs after which it gives up: an engine that is frozen must not hold up a run that was cancelled
 */
export async function sweep(engine: Engine, runId: string, withinMs = 10_000): Promise<void> {
  if (!/^[a-z0-9]{1,64}$/.test(runId)) throw new Error(`"${runId}" is no run ID.`);
  const signal = timeoutSignal(withinMs);
  await Promise.race([settledContainers(runId), once(signal, 'abort')]);
  const ours = { all: '1', filters: JSON.stringify({ label: [`${runLabel}=${runId}`] }) };
  const found = containers.parse(
    await engine.call({ what: 'listing containers', method: 'GET', path: '/containers/json', query: ours }, signal),
  );
  for (const { Id: id } of found) await removeContainer(engine, id, signal);
  for (const tag of await tagsOfRun(engine, runId, signal)) await removeTag(engine, tag, signal);
}

async function tagsOfRun(engine: Engine, runId: string, signal: AbortSignal): Promise<readonly string[]> {
  // Podman puts a registry in front of names that have none.
  const names = ['', 'localhost/', 'docker.io/library/'].map((registry) => `${registry}plimsoll-${runId}`);
  const query = { filters: JSON.stringify({ reference: names }) };
  const found = images.parse(
    await engine.call({ what: 'listing images', method: 'GET', path: '/images/json', query }, signal),
  );
  // Filters are the engine's to interpret; what is removed is decided here.
  return found
    .flatMap((image) => image.RepoTags ?? [])
    .filter((tag) => names.some((name) => tag.startsWith(`${name}:`)));
}

async function removeTag(engine: Engine, tag: string, signal: AbortSignal): Promise<void> {
  try {
    await engine.call({ what: 'removing an image of ours', method: 'DELETE', path: `/images/${tag}` }, signal);
  } catch (thrown) {
    if (!(thrown instanceof EngineRefused && thrown.status === 404)) throw thrown;
  }
}
