import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { UserError } from '../../errors.ts';
import { newHelping } from './context-helper.ts';
import type { ContextHelper, HelperAnswer, HelperQuestion, HelperTask, ContextHelpers } from './context-helper.ts';
import type { ScanRules } from './context-scan.ts';

/** The program of such a thread, among those that are bundled. */
const program = 'weigh-thread.cjs';
/** Its start takes about as long as ten thousand entries. */
const fromEntries = 15_000;

/**
 * Helpers that are threads of this process.
 * @param folder where a bundled program lies, or one folder below it
 * @returns undefined where there is but one processor, so that a helper would only be in the way, or nothing is bundled
 */
export function helperThreads(folder: string): ContextHelpers | undefined {
  const file = [join(folder, program), join(folder, '..', program)].find((path) => existsSync(path));
  if (file === undefined || availableParallelism() < 2) return undefined;
  return { fromEntries, start: (task) => startThread(file, task) };
}

function startThread(file: string, task: HelperTask): ContextHelper {
  const worker = new Worker(file, { workerData: task });
  const ask = async (question: HelperQuestion): Promise<HelperAnswer> => {
    worker.postMessage(question);
    // Whatever ends the thread is an error to whoever waits for its answer.
    const [answer]: HelperAnswer[] = await once(worker, 'message');
    if (answer === undefined) throw new Error('The thread that weighs the context gave no answer.');
    if ('problem' in answer) throw new UserError(answer.problem);
    return answer;
  };
  return {
    async take(folders) {
      const answer = await ask({ take: folders });
      return 'left' in answer ? answer.left : [];
    },
    async share() {
      const answer = await ask('share');
      if (!('share' in answer)) throw new Error('The thread that weighs the context gave no sums.');
      return answer.share;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** What such a thread runs. */
export function answerAsThread(isSecretFile: ScanRules['isSecretFile']): void {
  const task: HelperTask = workerData;
  const answer = newHelping(task, isSecretFile);
  parentPort?.on('message', (question: HelperQuestion) => parentPort?.postMessage(answer(question)));
}
