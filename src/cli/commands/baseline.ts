import { resolve } from 'node:path';
import { parseReport, maxReportBytes } from '../../check/baseline-report.ts';
import { listRecords } from '../../check/list-records.ts';
import { saveRecords } from '../../check/save-records.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../repository-port.ts';
import { renderRecords } from '../../reporters/records.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { visible } from '../../visible.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';
import type { World } from '../world.ts';

/** `plimsoll baseline save REPORT.json | show [IMAGE]`. */
export const runBaseline: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('baseline', argv, 2);
  const { values, problems } = readInputs(inputs);
  raise(problems);
  const [verb, name] = positionals;
  if (verb !== 'save' && verb !== 'show') throw new UserError(unknownVerb(verb));
  const repository = await world.openRepository(world.workingDir);
  if (!repository) throw new UserError(noRepository);
  if (verb === 'save') return save(name, repository, world);

  const listed = await listRecords(repository, name);
  world.stdout(
    values.format === 'json' ? `${JSON.stringify(listed.records, null, 2)}\n` : renderRecords(listed.records),
  );
  for (const { path, reason } of listed.unfit) world.stderr(`${visible(`${path} is not used: ${reason}.`, 500)}\n`);
  return 0;
};

async function save(path: string | undefined, repository: Repository, world: World): Promise<number> {
  const checkout = world.openCheckout(world.workingDir);
  const text =
    path === undefined ? undefined : await checkout.readText(resolve(world.workingDir, path), maxReportBytes);
  if (path === undefined || text === undefined) throw new UserError(noReport(path));
  const result = parseReport(path, text);
  const commit = result.revision?.head ?? (await repository.head());
  const { records } = await saveRecords({ result, commit, builder: 'report' }, repository);
  world.stderr(`${records.length} of ${commit} stored on the branch ${repository.records.name}.\n`);
  return 0;
}

const noRepository = {
  code: 'no-repository',
  message: 'Records live on a branch of a Git repository, and this folder is in none.',
  hint: 'Run it in a checkout, with git installed; or keep a report and name it with `baseline: { file: PATH }`.',
};

function noReport(path: string | undefined) {
  return {
    code: 'no-report',
    message: path === undefined ? '`plimsoll baseline save` needs a report.' : `There is no report ${path}.`,
    expected: 'a report written by --output json=FILE',
    hint: 'For example: plimsoll check --output json=report.json, then plimsoll baseline save report.json.',
  };
}

function unknownVerb(got: string | undefined) {
  return {
    code: 'unknown-command',
    message:
      got === undefined
        ? '`plimsoll baseline` needs to be told what to do.'
        : `There is no \`plimsoll baseline ${got}\`.`,
    expected: 'save, show',
    hint: 'For example: plimsoll baseline show.',
  };
}
