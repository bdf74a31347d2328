import { z } from 'zod';
import type { Progress } from '../../ports.ts';
import type { Engine } from './api.ts';

/** How long a build may take, and how long it may say nothing before anybody wonders. */
export interface BuildPatience {
  readonly timeoutMs: number;
  readonly askEveryMs: number;
  readonly quietMs: number;
}

export const defaultBuildPatience: BuildPatience = {
  timeoutMs: 60 * 60_000,
  askEveryMs: 30_000,
  quietMs: 5 * 60_000,
};

/** What is made of the silence of one build. */
export interface BuildSilence {
  /** Fires once the build has ended without a word of it. */
  readonly signal: AbortSignal;
  /** The image it made then. */
  imageId(): string | undefined;
  /** Notes that something came, and hands it on. */
  listen(answer: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  stop(): void;
}

const inspected = z.object({ Id: z.string() });

/**
 * Tells a step that works without a word from a connection that broke without a word, as behind a proxy or a router that
 * forgot it. The engine has no list of builds to ask; but the name to be given is this build's alone, so an image of that
 * name says that it has ended. Until then all there is to do is to say what is waited for.
 */
export function watchSilence(
  engine: Engine,
  tag: string,
  progress: Progress,
  { timeoutMs, askEveryMs, quietMs }: BuildPatience,
): BuildSilence {
  const ended = new AbortController();
  let heardMs = Date.now();
  let namedMs: number | undefined;
  let imageId: string | undefined;
  let waiting: ReturnType<Progress['step']> | undefined;
  const look = async (): Promise<void> => {
    const askedMs = Date.now();
    if (askedMs - heardMs < askEveryMs) return void (namedMs = undefined);
    if (askedMs - heardMs >= quietMs) waiting ??= progress.step(waitingWords(quietMs, timeoutMs));
    const call = { what: 'looking for the built image', method: 'GET', path: `/images/${tag}/json` } as const;
    // What cannot be told is no evidence; an engine that does not answer at all is told of elsewhere.
    const { data } = inspected.safeParse(await engine.call(call, ended.signal).catch(() => undefined));
    if (!data || askedMs < heardMs) return void (namedMs = undefined);
    namedMs ??= askedMs;
    // What the engine does once the name is given, such as unpacking, takes its time.
    if (askedMs - namedMs < quietMs) return;
    imageId = data.Id;
    ended.abort();
  };
  const timer = setInterval(() => void look(), askEveryMs);
  return {
    signal: ended.signal,
    imageId: () => imageId,
    async *listen(answer) {
      for await (const chunk of answer) {
        heardMs = Date.now();
        waiting?.done('it goes on');
        waiting = undefined;
        yield chunk;
      }
    },
    stop() {
      clearInterval(timer);
      waiting?.done(imageId === undefined ? undefined : 'it had ended, as its image says');
    },
  };
}

const minutes = (ms: number): string => `${Math.round(ms / 60_000)} minutes`;

const waitingWords = (quietMs: number, timeoutMs: number): string =>
  `Waiting for the build, which has said nothing for ${minutes(quietMs)}; it is stopped after ${minutes(timeoutMs)}`;
