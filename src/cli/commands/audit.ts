import { basename, resolve } from 'node:path';
import { listFiles } from '../../adapters/files/list-files.ts';
import { appendAudit, withHistory } from '../../audit/history/history.ts';
import { mergeShards, parseAudit, type ShardFile } from '../../audit/merge.ts';
import { planMatrix } from '../../audit/plan.ts';
import { runSettled, withAudit } from '../../audit/settle.ts';
import { UserError } from '../../errors.ts';
import type { AuditResult } from '../../result/audit.ts';
import { readAuditOptions, type AuditOptions } from '../../settings/audit-options.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { readRunOptions, type RunOptions } from '../../settings/run-options.ts';
import { readArguments } from '../arguments.ts';
import { strangeFormats } from '../audit-formats.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';
import { reportAudit } from '../report-audit.ts';
import type { World } from '../world.ts';

const maxShardFiles = 256;
const maxShardBytes = 256 * 2 ** 20;

/** `plimsoll audit [DIR]`, `plimsoll audit plan [DIR]`, `plimsoll audit merge FILE…`. */
export const runAudit: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('audit', argv, maxShardFiles + 1);
  const { values, problems } = readInputs(inputs);
  const { options, problems: runProblems } = readRunOptions(values);
  const { options: auditOptions, problems: auditProblems } = readAuditOptions(values);
  raise([...problems, ...runProblems, ...auditProblems, ...strangeFormats(options)]);
  const [verb, ...rest] = positionals;
  if (verb === 'merge') {
    const result = mergeShards(await readShards(rest, world));
    return report(result, options, auditOptions, world.workingDir, world);
  }
  const [folder = '.', extra] = verb === 'plan' ? rest : positionals;
  if (extra !== undefined) throw new UserError(tooMany(extra));
  const root = resolve(world.workingDir, folder);
  const checkout = world.openCheckout(root);
  if (checkout.kindOf('.') !== 'folder') throw new UserError(noFolder(folder));
  const asked = {
    checkout,
    files: await listFiles(root),
    folderName: basename(root),
    inputs,
    ...(world.fetchPolicy && { fetchPolicy: world.fetchPolicy }),
    openWorkshop: (mode: RunOptions['progress'], insecure: readonly string[], cache: RunOptions['layerReading']) =>
      world.openWorkshop(checkout, world.progress(mode), insecure, cache),
  };
  return withAudit(asked, async (settled, workshop) => {
    if (verb !== 'plan')
      return report(await runSettled(settled, world.version, workshop), settled.options, auditOptions, root, world);
    world.stdout(`${JSON.stringify(planMatrix(settled.plan, auditOptions.shards))}\n`);
    return 0;
  });
};

/** Held against earlier audits where that was asked for, told, and recorded. */
async function report(
  found: AuditResult,
  options: RunOptions,
  { csv, history }: AuditOptions,
  root: string,
  world: World,
): Promise<number> {
  const isHeld = history !== 'none' && !found.run.shard;
  const repository = isHeld ? await world.openRepository(root) : undefined;
  if (isHeld && !repository)
    world.stderr('The history of audits is on a branch of a Git repository, and this folder is in none.\n');
  const { result, warning } = repository
    ? await withHistory(found, auditName, repository)
    : { result: found, warning: undefined };
  await reportAudit(result, options, csv, world);
  const recording = { audit: auditName, at: world.seconds() };
  const told = repository && history === 'append' ? await appendAudit(result, recording, repository) : {};
  for (const words of [warning, told.warning, told.note]) if (words !== undefined) world.stderr(`${words}\n`);
  return result.exitStatus;
}

/** As the label of issues is called that nobody named. */
const auditName = 'plimsoll';

async function readShards(paths: readonly string[], world: World): Promise<readonly [ShardFile, ...ShardFile[]]> {
  const checkout = world.openCheckout(world.workingDir);
  const files: ShardFile[] = [];
  for (const path of paths) {
    const text = await checkout.readText(resolve(world.workingDir, path), maxShardBytes);
    if (text === undefined) throw new UserError(noShardFile(path));
    files.push({ path, result: parseAudit(path, text) });
  }
  const [first, ...others] = files;
  if (!first) throw new UserError(noShardFile(undefined));
  return [first, ...others];
}

function tooMany(got: string) {
  const message = `\`plimsoll audit\` takes one folder; "${got}" is one too many.`;
  return { code: 'too-many-arguments', message, got, hint: 'Shards are joined by `plimsoll audit merge FILE...`.' };
}

function noFolder(got: string) {
  const message = `${got} is no folder.`;
  return {
    code: 'no-folder',
    message,
    got,
    expected: 'the folder of a repository, `plan` or `merge`',
    hint: 'For example: plimsoll audit .',
  };
}

function noShardFile(path: string | undefined) {
  const message =
    path === undefined ? '`plimsoll audit merge` needs the files of all shards.' : `There is no file ${path}.`;
  return {
    code: 'no-audit-file',
    message,
    expected: 'JSON written by `plimsoll audit --shard I/N --output json=FILE`',
    hint: 'For example: plimsoll audit merge shard-*.json.',
  };
}
