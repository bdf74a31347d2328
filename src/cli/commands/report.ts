import { resolve } from 'node:path';
import { parseReport } from '../../check/baseline-report.ts';
import { UserError } from '../../errors.ts';
import { render } from '../../reporters/registry.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { readRunOptions } from '../../settings/run-options.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';

const maxReportBytes = 64 * 2 ** 20;

/** `plimsoll report FILE.json`: a stored result, rendered again. Its own exit status is not repeated: nothing was judged now. */
export const runReport: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('report', argv, 1);
  const [path] = positionals;
  const { values, problems } = readInputs(inputs);
  const { options, problems: optionProblems } = readRunOptions(values);
  raise([...problems, ...optionProblems]);
  const text =
    path === undefined
      ? undefined
      : await world.openCheckout(world.workingDir).readText(resolve(world.workingDir, path), maxReportBytes);
  if (path === undefined || text === undefined) throw new UserError(noReport(path));
  const result = parseReport(path, text);
  for (const output of options.outputs)
    await world.writeReport(output.path, render(output.format, result, { columns: 120, colour: false }));
  world.stdout(render(options.format, result, world.terminal));
  return 0;
};

function noReport(path: string | undefined) {
  return {
    code: 'no-report',
    message: path === undefined ? '`plimsoll report` needs a file.' : `There is no report ${path}.`,
    expected: 'a report written by --output json=FILE',
    hint: 'For example: plimsoll report report.json --format markdown.',
  };
}
