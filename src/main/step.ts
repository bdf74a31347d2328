import { annotate, maskSecret } from '../adapters/runner/commands.ts';
import { untrustedLog } from '../adapters/runner/log.ts';
import { writeOutputs, writeSummary } from '../adapters/runner/outputs.ts';
import type { Published, Runner } from '../action/runner.ts';
import { explain } from '../cli/explain.ts';
import { exitStatusOfError } from '../exit-status.ts';
import { stopSignal } from './signals.ts';

const { env, stdout } = process;
/** One stretch in which the runner obeys nothing, ended only for commands of our own. */
const log = untrustedLog((chunk) => stdout.write(chunk));

/** Runs a step of a workflow to its end and leaves with its status. @param step is handed what fires on SIGINT and SIGTERM */
export function runStep(step: (signal: AbortSignal) => Promise<number>): void {
  const main = async (): Promise<number> => {
    try {
      return await step(stopSignal());
    } catch (thrown) {
      // Only what goes wrong before there is a runner to speak to, such as a broken event.
      log.print(explain(thrown));
      return exitStatusOfError(thrown);
    } finally {
      log.end();
    }
  };
  void main().then((status) => stdout.write('', () => process.exit(status)));
}

/** What a step says to the runner it runs on. */
export const voice: Pick<Runner, 'writeOutputs' | 'writeSummary' | 'annotate' | 'maskSecret' | 'print'> = {
  writeOutputs: async (outputs) => asPublished(await writeOutputs(env['GITHUB_OUTPUT'], outputs)),
  writeSummary: async (markdown) => asPublished(await writeSummary(env['GITHUB_STEP_SUMMARY'], markdown)),
  annotate: async (annotations) => {
    log.end();
    await annotate(annotations);
  },
  maskSecret: async (secret) => {
    log.end();
    await maskSecret(secret);
  },
  print: (text) => log.print(text),
};

function asPublished(write: Awaited<ReturnType<typeof writeOutputs>>): Published {
  return write.state === 'failed' ? { warning: write.warning } : {};
}
