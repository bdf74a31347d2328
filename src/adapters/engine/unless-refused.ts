import { UserError } from '../../errors.ts';
import type { Engine } from './api.ts';
import { explainEngineFailure } from './failures.ts';
import type { EngineSourceOptions } from './source-options.ts';

/** What a quicker way came to; undefined when it did not work: an engine on another machine, a socket that allows no mounts, another format. */
export async function unlessRefused<T>(
  engine: Engine,
  work: Promise<T>,
  { note }: EngineSourceOptions,
  signal: AbortSignal,
): Promise<T | undefined> {
  try {
    return await work;
  } catch (thrown) {
    const explained = explainEngineFailure(thrown, engine.host, 'reading the image', signal);
    if (signal.aborted) throw explained;
    // One that does not answer will not export the image either.
    if (explained instanceof UserError && explained.problems.some(({ code }) => code === 'docker-unavailable'))
      throw explained;
    note?.(`The engine is asked for the whole image: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return undefined;
  }
}
