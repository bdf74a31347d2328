import { basename, resolve } from 'node:path';
import { listFiles } from '../../adapters/files/list-files.ts';
import { audit } from '../../audit/audit.ts';
import { makePlan } from '../../audit/make-plan.ts';
import { mergeShards, parseAudit, type ShardFile } from '../../audit/merge.ts';
import { planMatrix, type Plan } from '../../audit/plan.ts';
import { readGateSettings } from '../../check/configured.ts';
import { findConfig } from '../../check/find-config.ts';
import { UserError } from '../../errors.ts';
import { auditFormats, renderAudit, renderAuditCsv, type AuditFormat } from '../../reporters/audit.ts';
import type { AuditResult } from '../../result/audit.ts';
import { readAuditOptions, type AuditOptions } from '../../settings/audit-options.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import type { RunSettings } from '../../settings/read-settings.ts';
import { readRunOptions, type RunOptions } from '../../settings/run-options.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';
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
    return report(result, options, auditOptions, world);
  }
  const [folder = '.', extra] = verb === 'plan' ? rest : positionals;
  if (extra !== undefined) throw new UserError(tooMany(extra));
  const root = resolve(world.workingDir, folder);
  const checkout = world.openCheckout(root);
  if (checkout.kindOf('.') !== 'folder') throw new UserError(noFolder(folder));
  const settings = await readGateSettings({
    checkout,
    folderName: basename(root),
    inputs,
    ...(world.fetchPolicy && { fetchPolicy: world.fetchPolicy }),
  });
  const plan = await planOf(root, settings.settings, auditOptions, values.config, world);
  if (verb === 'plan') {
    world.stdout(`${JSON.stringify(planMatrix(plan, auditOptions.shards))}\n`);
    return 0;
  }
  return runPlan(root, plan, settings, auditOptions, values.platform, world);
};

async function planOf(
  root: string,
  { images, policy }: RunSettings['settings'],
  { exclude, variables }: AuditOptions,
  configName: string | undefined,
  world: World,
): Promise<Plan> {
  const checkout = world.openCheckout(root);
  const { configFile, configText } = await findConfig(checkout, configName);
  const config =
    configFile !== undefined && configText !== undefined ? { file: configFile, text: configText } : undefined;
  return makePlan({
    files: await listFiles(root),
    checkout,
    images,
    policy,
    exclude,
    variables,
    ...(config && { config }),
  });
}

async function runPlan(
  root: string,
  plan: Plan,
  { settings, options }: RunSettings,
  auditOptions: AuditOptions,
  platform: string | undefined,
  world: World,
): Promise<number> {
  const { progress, insecureRegistries, layerCache, verdict } = options;
  const workshop = await world.openWorkshop(
    world.openCheckout(root),
    world.progress(progress),
    insecureRegistries,
    layerCache,
  );
  try {
    const { shard, runId, local, concurrency, budget, onUnreachable } = auditOptions;
    const request = { plan, runId, local, concurrency, budget, policy: settings.policy, toolVersion: world.version };
    const result = await audit(
      {
        ...request,
        verdict: { ...verdict, onUnreachable },
        ...(shard && { shard }),
        ...(platform !== undefined && { platform }),
      },
      workshop,
    );
    return await report(result, options, auditOptions, world);
  } finally {
    await workshop.close();
  }
}

async function report(result: AuditResult, options: RunOptions, { csv }: AuditOptions, world: World): Promise<number> {
  for (const { format, path } of options.outputs)
    await world.writeReport(path, renderAudit(asAuditFormat(format), result, { columns: 120, colour: false }));
  if (csv !== undefined) await world.writeReport(csv, renderAuditCsv(result));
  world.stdout(renderAudit(asAuditFormat(options.format), result, world.terminal));
  return result.exitStatus;
}

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

const isAuditFormat = (format: string): format is AuditFormat => auditFormats.some((one) => one === format);

function asAuditFormat(format: string): AuditFormat {
  if (!isAuditFormat(format)) throw new Error(`An audit has no format ${format}.`);
  return format;
}

function strangeFormats({ format, outputs }: RunOptions) {
  return [format, ...outputs.map((output) => output.format)]
    .filter((one) => !isAuditFormat(one))
    .map((one) => ({
      code: 'invalid-input',
      message: `An audit has no format ${one}.`,
      expected: auditFormats.join(', '),
      got: one,
      hint: 'Use one of these, or --csv FILE.',
    }));
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
