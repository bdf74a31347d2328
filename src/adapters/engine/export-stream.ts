import { counted } from '../read-meter.ts';
import type { Engine, EngineCall } from './api.ts';
import { explainEngineFailure } from './failures.ts';
import { largeAnswer } from './large-answer.ts';
import { watchEngine } from './watch.ts';

const what = 'exporting the image';
/** The classic store writes the whole image to its disk before the first byte: some 7 s for each GB. A frozen engine is known sooner. */
const quietMs = 600_000;

/**
 * `docker save` as the API has it; each chunk is valid until the next one is asked for.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageGetAll
 */
export async function* exportStream(engine: Engine, id: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const watch = watchEngine(engine, signal);
  try {
    const call: EngineCall = { what, method: 'GET', path: '/images/get', query: { names: id }, quietMs };
    const answer = await largeAnswer(engine, call, watch.signal);
    try {
      yield* counted(answer, engine.onBytes);
    } finally {
      answer.destroy();
    }
  } catch (thrown) {
    throw explainEngineFailure(watch.failure() ?? thrown, engine.host, what, signal);
  } finally {
    watch.stop();
  }
}
