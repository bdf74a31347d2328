import { planMatrix } from '../audit/plan.ts';
import { runSettled, withAudit, type AuditAsked, type SettledAudit } from '../audit/settle.ts';
import { asAuditFormat } from '../cli/audit-formats.ts';
import { explain } from '../cli/explain.ts';
import { exitStatusOfError } from '../exit-status.ts';
import { auditAnnotations, renderAudit, renderAuditCsv, renderAuditMarkdown } from '../reporters/audit.ts';
import type { AuditResult } from '../result/audit.ts';
import { refuseUnknownInputs, requireFolder } from './action.ts';
import { auditOutputsOf, auditOutputsOfError, auditOutputsOfPlan } from './audit-outputs.ts';
import { keepIssues, type IssuesToPublish } from './audit-issues.ts';
import { readAsked, type Asked } from './audit-asked.ts';
import { heldAgainstHistory, recordAudit } from './audit-history.ts';
import { mergedResult, wholeResult } from './audit-results.ts';
import { couldNotCheck } from './check-run.ts';
import { tokenInputs, type Published, type Runner } from './runner.ts';

/** What the audit action is handed by its composition root. */
export interface AuditRunner extends Pick<
  Runner,
  | 'version'
  | 'root'
  | 'folderName'
  | 'inputs'
  | 'unknownInputs'
  | 'pullRequest'
  | 'sha'
  | 'repositoryUrl'
  | 'runUrl'
  | 'openCheckout'
  | 'openRepository'
  | 'fetchPolicy'
  | 'openWorkshop'
  | 'progress'
  | 'writeReport'
  | 'writeOutputs'
  | 'writeSummary'
  | 'annotate'
  | 'maskSecret'
  | 'print'
> {
  /** The absolute path that reports are written and read below. */
  readonly workspace: string;
  /** Regular files below a folder, by path. @throws UserError `unreadable-file` */
  listFiles(root: string): Promise<readonly string[]>;
  publishIssues(issues: IssuesToPublish): Promise<readonly Published[]>;
  /** Whether the run is of the default branch; undefined where nothing says so. */
  isOnDefaultBranch(): Promise<boolean | undefined>;
  /** Since 1970. */
  seconds(): number;
}

/** The audit action in one function: plans, audits, or joins what its shards found. What cannot be published is a warning. */
export async function auditAction(runner: AuditRunner): Promise<number> {
  try {
    for (const name of tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== undefined) await runner.maskSecret(token);
    }
    // What is written last counts: a run that is killed has said that it did not audit.
    await runner.writeOutputs(auditOutputsOfError());
    refuseUnknownInputs(runner.unknownInputs);
    const asked = readAsked(runner.inputs);
    const { mode, results } = asked.action;
    if (mode === 'merge') return await report(await mergedResult(results, runner), asked, runner);
    if (mode === 'record') return await record(await wholeResult(results, runner), asked, runner);
    return await withAudit(await requestOf(asked, runner), async (settled, workshop) =>
      mode === 'plan'
        ? tellPlan(settled, runner)
        : report(await runSettled(settled, runner.version, workshop), asked, runner),
    );
  } catch (thrown) {
    const words = explain(thrown);
    runner.print(words);
    await runner.annotate([{ level: 'error', title: 'Plimsoll could not audit', message: words }]);
    await runner.writeSummary(couldNotCheck(words, 'audit').summary);
    await runner.writeOutputs(auditOutputsOfError());
    return exitStatusOfError(thrown);
  }
}

async function requestOf({ inputs }: Asked, runner: AuditRunner): Promise<AuditAsked> {
  const { root, folderName, fetchPolicy } = runner;
  const checkout = runner.openCheckout(root);
  requireFolder(checkout, runner);
  return {
    checkout,
    files: await runner.listFiles(root),
    folderName,
    inputs,
    ...(fetchPolicy && { fetchPolicy }),
    openWorkshop: (mode, insecure, layerReading) =>
      runner.openWorkshop(checkout, runner.progress(mode), insecure, layerReading),
  };
}

async function tellPlan({ plan, auditOptions }: SettledAudit, runner: AuditRunner): Promise<number> {
  const matrix = planMatrix(plan, auditOptions.shards);
  const jobs = matrix.include.length;
  runner.print(`${plan.targets.length} images to audit in ${jobs} ${jobs === 1 ? 'job' : 'jobs'}.\n`);
  await tell(await runner.writeOutputs(auditOutputsOfPlan(plan.targets.length, matrix)), runner);
  return 0;
}

/** What is recorded has been judged and told: recording changes nothing about that. */
async function record(result: AuditResult, { action }: Asked, runner: AuditRunner): Promise<number> {
  await tell(await recordAudit(result, action.label, runner), runner);
  await tell(await runner.writeOutputs(auditOutputsOf(result, [])), runner);
  return 0;
}

async function report(found: AuditResult, { action, audit, options }: Asked, runner: AuditRunner): Promise<number> {
  const asked = { ...action, ...audit };
  const { result, ...held } = await heldAgainstHistory(found, asked, runner);
  const page = { columns: 120, colour: false };
  runner.print(renderAudit('table', result, page));
  for (const { format, path } of options.outputs)
    await runner.writeReport(path, renderAudit(asAuditFormat(format), result, page));
  if (audit.csv !== undefined) await runner.writeReport(audit.csv, renderAuditCsv(result));
  const told: Published[] = [held];
  // The whole is told once, by the job that joins the shards.
  if (!result.run.shard) {
    if (options.summary)
      told.push(await runner.writeSummary(renderAuditMarkdown(result, { limitBytes: maxSummaryBytes })));
    if (options.annotations) await runner.annotate(auditAnnotations(result));
    told.push(...(await keepIssues(result, { ...action, ...options }, runner)));
    if (audit.history === 'append') told.push(await recordAudit(result, action.label, runner));
  }
  const csv = audit.csv === undefined ? [] : [{ format: 'csv', path: audit.csv }];
  told.push(await runner.writeOutputs(auditOutputsOf(result, [...options.outputs, ...csv])));
  for (const one of told) await tell(one, runner);
  return result.exitStatus;
}

/** GitHub drops a summary of more than 1 MiB whole. */
const maxSummaryBytes = 900_000;

async function tell({ warning, note }: Published, runner: AuditRunner): Promise<void> {
  if (note !== undefined) runner.print(`${note}\n`);
  if (warning !== undefined) await runner.annotate([{ level: 'warning', title: 'Plimsoll', message: warning }]);
}
