import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Builder, BuildRequest, Progress } from '../../ports.ts';
import { followBuild } from '../build-follower.ts';
import type { Engine } from '../engine/api.ts';
import { stableReference, tookTooLong } from '../engine/build.ts';
import type { RunName } from '../engine/run-name.ts';
import { explainBuildFailure } from '../engine/build-failure.ts';
import { readDockerfile, requireFolder } from '../engine/context-files.ts';
import type { Environment } from '../engine/host.ts';
import { defaultBuildPatience } from '../engine/silence.ts';
import { ProcessFailed, runProcess } from '../process.ts';
import { buildArguments, buildEnvironment, type BuildCommand } from './command.ts';
import { readRawProgress } from './status.ts';
import { timeoutSignal } from '../../deadline.ts';

/** Builds by the docker command: secrets, SSH, cache import and export, build contexts, registry credentials. */
export function buildxBuilder(
  command: BuildCommand,
  engine: Engine,
  run: RunName,
  environment: Environment,
  progress: Progress,
  { timeoutMs } = defaultBuildPatience,
): Builder {
  return {
    async build(request, signal) {
      await requireFolder(request.contextDir);
      const dockerfileText = (await readDockerfile(request.dockerfile)).toString('utf8');
      const tag = run.nextTag();
      const folder = await mkdtemp(join(tmpdir(), 'plimsoll-'));
      const timeout = timeoutSignal(timeoutMs);
      try {
        const idFile = join(folder, 'id');
        const call = { command, request, tag, idFile, dockerfileText, environment, progress };
        await runBuild(call, AbortSignal.any([signal, timeout]));
        const imageId = (await readFile(idFile, 'utf8')).trim();
        return { reference: await stableReference(engine, tag, imageId, signal) };
      } catch (thrown) {
        if (timeout.aborted && !signal.aborted) throw tookTooLong(timeoutMs, thrown);
        throw thrown;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

interface BuildCall {
  readonly command: BuildCommand;
  readonly request: BuildRequest;
  readonly tag: string;
  readonly idFile: string;
  readonly dockerfileText: string;
  readonly environment: Environment;
  readonly progress: Progress;
}

/** @throws UserError `build-failed`, `disk-full`; Interrupted. */
async function runBuild(call: BuildCall, signal: AbortSignal): Promise<void> {
  const { command, request } = call;
  const follower = followBuild(call.progress);
  const raw = readRawProgress(follower, !(command.kind === 'buildx' && command.statusAsJson));
  try {
    await runProcess({
      program: 'docker',
      args: buildArguments(command, request, call.tag, call.idFile),
      environment: buildEnvironment(call.environment, request),
      signal,
      onStderr: (bytes) => raw.bytes(bytes),
    });
  } catch (thrown) {
    if (!(thrown instanceof ProcessFailed) || thrown.status === undefined) throw thrown;
    const words = raw.end();
    follower.failed(reasonOf(words) ?? thrown.message);
    const { failure } = follower.outcome();
    throw failure ? explainBuildFailure(failure, request, call.dockerfileText) : thrown;
  }
}

/** The command's last word: `ERROR: failed to solve: …`; older ones leave the `ERROR:` out. */
function reasonOf(words: readonly string[]): string | undefined {
  const found = words.findLast((line) => /^(ERROR: |failed to solve|error: |unknown flag|docker: )/i.test(line));
  return (found ?? words.at(-1))?.replace(/^ERROR: /i, '');
}
