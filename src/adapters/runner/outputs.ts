import { randomBytes } from 'node:crypto';
import { appendFile, stat } from 'node:fs/promises';

/** Whether something reached the runner; a failure is one warning and never changes the verdict. */
export type RunnerWrite = { readonly state: 'written' } | { readonly state: 'failed'; readonly warning: string };

/** The runner drops a summary over 1 MiB whole; this leaves room for what other tools of the same step append. */
export const summaryBudgetBytes = 900_000;

/**
 * Writes step outputs by the runner's file command, each between delimiters nobody can guess.
 * @param path the value of GITHUB_OUTPUT.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export async function writeOutputs(
  path: string | undefined,
  outputs: ReadonlyMap<string, string | number>,
): Promise<RunnerWrite> {
  if (!path) return failed('The step outputs were not written: the runner gave no GITHUB_OUTPUT file.');
  const text = [...outputs].map(([name, value]) => outputCommand(name, String(value))).join('');
  return append(path, text, 'step outputs');
}

/** One output as the file command for it. @throws Error for a name that is none of ours. */
export function outputCommand(name: string, value: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`"${name}" is no name of an output.`);
  const delimiter = `plimsoll_${randomBytes(16).toString('hex')}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/**
 * Appends Markdown to the job summary, cut at a line's end when it is over the budget together with what is there.
 * @param path the value of GITHUB_STEP_SUMMARY.
 */
export async function writeSummary(path: string | undefined, markdown: string): Promise<RunnerWrite> {
  if (!path) return failed('The job summary was not written: the runner gave no GITHUB_STEP_SUMMARY file.');
  const presentBytes = await stat(path).then(
    ({ size }) => size,
    // A missing file is made by appending; any other fault shows itself there, with its words.
    () => 0,
  );
  const text = cutToBytes(markdown.endsWith('\n') ? markdown : `${markdown}\n`, summaryBudgetBytes - presentBytes);
  const written = await append(path, text.kept, 'job summary');
  return written.state === 'written' && text.cut
    ? failed(`The job summary was cut: with it the file would pass ${summaryBudgetBytes} bytes.`)
    : written;
}

/** Whole lines of a text, as many as fit. */
export function cutToBytes(text: string, maxBytes: number): { readonly kept: string; readonly cut: boolean } {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= maxBytes) return { kept: text, cut: false };
  const end = maxBytes > 0 ? bytes.lastIndexOf(0x0a, maxBytes - 1) + 1 : 0;
  return { kept: bytes.subarray(0, end).toString('utf8'), cut: true };
}

async function append(path: string, text: string, what: string): Promise<RunnerWrite> {
  try {
    await appendFile(path, text, 'utf8');
    return { state: 'written' };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return failed(`The ${what} could not be written: ${reason}.`);
  }
}

function failed(warning: string): RunnerWrite {
  return { state: 'failed', warning };
}
