import { builderOf } from '../adapters/builder.ts';
import { discreetBuilder } from '../adapters/discreet-builder.ts';
import type { Engine } from '../adapters/engine/api.ts';
import type { Environment } from '../adapters/engine/host.ts';
import type { RunName } from '../adapters/engine/run-name.ts';
import type { Builder, Progress } from '../ports.ts';

/** Everything that builds, in one part of the program: a run that builds nothing does not load it. */
export function openBuilder(
  engine: () => Promise<Engine>,
  run: RunName,
  environment: Environment,
  progress: Progress,
): Builder {
  return discreetBuilder(environment, progress, async (shown) => builderOf(await engine(), run, environment, shown));
}
