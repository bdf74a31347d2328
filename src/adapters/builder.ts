import { UserError } from '../errors.ts';
import type { Builder, BuildRequest, Progress } from '../ports.ts';
import { buildxBuilder } from './buildx/build.ts';
import { findBuildCommand, type BuildCommand } from './buildx/command.ts';
import { needsCredentials } from './buildx/credentials.ts';
import type { Engine } from './engine/api.ts';
import { engineBuilder } from './engine/build.ts';
import type { RunName } from './engine/run-name.ts';
import { askedOfBuildx, refuseWhatNeedsBuildx } from './engine/build-query.ts';
import { sendsDockerfile } from './engine/context-files.ts';
import type { Environment } from './engine/host.ts';

/**
 * Chooses who builds. `engine` and `buildx` are taken at their word; `auto` takes the docker command where something is asked
 * for that only it can do, and the Engine API otherwise.
 */
export function builderOf(engine: Engine, run: RunName, environment: Environment, progress: Progress): Builder {
  const byEngine = engineBuilder(engine, run, progress);
  return {
    async build(request, signal) {
      if (request.builder === 'engine') return byEngine.build(request, signal);
      const asked = askedOfBuildx(request);
      const isBetter =
        asked.length > 0 ||
        (await needsCredentials(request, environment)) ||
        !(await sendsDockerfile(request.contextDir, request.dockerfile));
      if (request.builder === 'auto' && !isBetter) return byEngine.build(request, signal);
      const command = await findBuildCommand(environment, signal);
      if (command && canDo(command, request))
        return buildxBuilder(command, engine, run, environment, progress).build(request, signal);
      if (request.builder === 'buildx') throw noBuildx(command);
      refuseWhatNeedsBuildx(request);
      return byEngine.build(request, signal);
    },
  };
}

/** The docker command's own BuildKit client knows neither cache export nor named contexts. */
const canDo = (command: BuildCommand, request: BuildRequest): boolean =>
  command.kind === 'buildx' || (request.cacheTo.length === 0 && Object.keys(request.buildContexts).length === 0);

const noBuildx = (command: BuildCommand | undefined): UserError =>
  new UserError({
    code: 'no-buildx',
    message: 'The builder "buildx" was chosen, and the docker command has no buildx that could do this.',
    got: command ? 'a docker command with BuildKit but without buildx' : 'no docker command with buildx',
    expected: '`docker buildx version` to work',
    hint: 'Install it (https://docs.docker.com/go/buildx/; on GitHub: docker/setup-buildx-action), or choose the builder "auto".',
  });
