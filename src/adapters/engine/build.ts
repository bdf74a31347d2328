import { Interrupted, UserError } from '../../errors.ts';
import type { Builder, BuildRequest, Progress } from '../../ports.ts';
import type { Engine } from './api.ts';
import { followBuild, type BuildOutcome } from '../build-follower.ts';
import { readBuildEvents } from './build-events.ts';
import { explainBuildFailure } from './build-failure.ts';
import { buildQuery, refuseWhatNeedsBuildx } from './build-query.ts';
import { packContext } from './context-tar.ts';
import { diskFull, engineDied, EngineRefused, explainEngineFailure, saysDiskFull } from './failures.ts';
import type { RunName } from './run-name.ts';
import { openBuildSession } from './session.ts';
import { defaultBuildPatience, watchSilence, type BuildPatience } from './silence.ts';
import { watchEngine } from './watch.ts';
import { timeoutSignal } from '../../deadline.ts';

/** Builds through the Engine API: no docker command is needed, only the socket. BuildKit, never the classic builder, where the engine has it. */
export function engineBuilder(
  engine: Engine,
  run: RunName,
  progress: Progress,
  patience: BuildPatience = defaultBuildPatience,
): Builder {
  const { timeoutMs } = patience;
  return {
    async build(request, signal) {
      refuseWhatNeedsBuildx(request);
      const context = await packContext(request.contextDir, request.dockerfile);
      const tag = run.nextTag();
      const timeout = timeoutSignal(timeoutMs);
      const both = AbortSignal.any([signal, timeout]);
      try {
        const outcome = await runBuild({ engine, request, tag, context, progress, patience }, both);
        if (outcome.failure) throw explainBuildFailure(outcome.failure, request, context.dockerfileText);
        if (outcome.imageId === undefined) throw engineDied(engine.host, 'building the image');
        return { reference: await stableReference(engine, tag, outcome.imageId, signal), context: context.sent() };
      } catch (thrown) {
        if (timeout.aborted && !signal.aborted) throw tookTooLong(timeoutMs, thrown);
        throw thrown;
      } finally {
        context.stream.destroy();
      }
    },
  };
}

interface BuildRun {
  readonly engine: Engine;
  readonly request: BuildRequest;
  readonly tag: string;
  readonly context: Awaited<ReturnType<typeof packContext>>;
  readonly progress: Progress;
  readonly patience: BuildPatience;
}

async function runBuild(build: BuildRun, signal: AbortSignal): Promise<BuildOutcome> {
  const { engine, request, tag, context, progress, patience } = build;
  const what = 'building the image';
  const session = await openBuildSession(engine, signal).catch(withoutSession);
  const watch = watchEngine(engine, signal);
  const silence = watchSilence(engine, tag, progress, patience);
  const follower = followBuild(progress);
  try {
    const query = {
      ...buildQuery(request, tag, context.dockerfile),
      ...(session && { version: '2', session: session.id }),
    };
    const answer = await engine.stream(
      { what, method: 'POST', path: '/build', query, tar: context.stream },
      AbortSignal.any([watch.signal, silence.signal]),
    );
    await readBuildEvents(silence.listen(answer), follower);
    // The engine ends the stream in good order even when the client is gone.
    if (signal.aborted) throw new Interrupted('Cancelled while building the image.');
    return follower.outcome();
  } catch (thrown) {
    const imageId = silence.imageId();
    if (imageId !== undefined && !signal.aborted) {
      follower.lost(imageId);
      return follower.outcome();
    }
    if (thrown instanceof EngineRefused) {
      if (saysDiskFull(thrown.message)) throw diskFull(what, thrown.message);
      follower.failed(thrown.message);
      return follower.outcome();
    }
    throw explainEngineFailure(watch.failure() ?? thrown, engine.host, what, signal);
  } finally {
    watch.stop();
    silence.stop();
    session?.close();
  }
}

/** An engine without sessions (Podman) builds with its own builder. */
function withoutSession(thrown: unknown): undefined {
  if (thrown instanceof EngineRefused) return undefined;
  throw thrown;
}

/** The image's ID where the engine knows it by that name, so that a moved tag cannot swap it; else the tag. */
export async function stableReference(
  engine: Engine,
  tag: string,
  imageId: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    await engine.call({ what: 'looking for the built image', method: 'GET', path: `/images/${imageId}/json` }, signal);
    return imageId;
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) return tag;
    throw thrown;
  }
}

/** The caller's own deadline for one build passed. */
export const tookTooLong = (timeoutMs: number, cause: unknown): UserError =>
  new UserError(
    {
      code: 'build-timeout',
      message: `The build was stopped after ${Math.round(timeoutMs / 60_000)} minutes.`,
      expected: 'a build that ends in time',
      hint: 'Look for a step that waits for something. An image that takes longer can be built before, and checked by its name (`image`).',
    },
    { cause },
  );
