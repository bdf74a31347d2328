import { resolve } from 'node:path';
import { parseAudit } from '../../audit/merge.ts';
import { parseReport } from '../../check/baseline-report.ts';
import { UserError } from '../../errors.ts';
import { render } from '../../reporters/registry.ts';
import { readAuditOptions } from '../../settings/audit-options.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { readRunOptions } from '../../settings/run-options.ts';
import { readArguments } from '../arguments.ts';
import { strangeFormats } from '../audit-formats.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';
import { reportAudit } from '../report-audit.ts';

/** An audit holds many images. */
const maxReportBytes = 256 * 2 ** 20;

/**
 * `plimsoll report FILE.json`: a stored result of a check or an audit, rendered again. Its own exit status is not
 * repeated: nothing was judged now.
 */
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
  const { csv } = readAuditOptions(values).options;
  if (isAudit(text)) {
    raise(strangeFormats(options));
    await reportAudit(parseAudit(path, text), options, csv, world);
    return 0;
  }
  if (csv !== undefined) throw new UserError(noCsv(path));
  const result = parseReport(path, text);
  for (const output of options.outputs)
    await world.writeReport(output.path, await render(output.format, result, { columns: 120, colour: false }));
  world.stdout(await render(options.format, result, world.terminal));
  return 0;
};

/** Whether it says of itself that it is of an audit; what it is worth is for its reader to find out. */
function isAudit(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'audit';
  } catch {
    return false;
  }
}

function noReport(path: string | undefined) {
  return {
    code: 'no-report',
    message: path === undefined ? '`plimsoll report` needs a file.' : `There is no report ${path}.`,
    expected: 'a result of `plimsoll check` or `plimsoll audit`, written by --output json=FILE',
    hint: 'For example: plimsoll report report.json --format markdown.',
  };
}

function noCsv(path: string) {
  return {
    code: 'invalid-input',
    message: `${path} is the result of a check; only an audit is written as CSV.`,
    expected: 'JSON written by `plimsoll audit --output json=FILE`',
    got: path,
    hint: 'Leave --csv out.',
  };
}
