import { appendAudit, withHistory } from '../audit/history/history.ts';
import type { AuditResult } from '../result/audit.ts';
import type { AuditRunner } from './audit.ts';
import type { Published } from './runner.ts';

/** What the history of audits needs of a runner. */
type Keeper = Pick<AuditRunner, 'pullRequest' | 'openRepository' | 'isOnDefaultBranch' | 'seconds'>;

/** How much is done with it, and by which name. */
export interface HistoryAsked {
  readonly history: 'none' | 'read' | 'append';
  /** Tells several audits of one repository apart. */
  readonly label: string;
}

/** Holds a whole audit against earlier ones. A part of one is held against nothing. */
export async function heldAgainstHistory(
  result: AuditResult,
  { history, label }: HistoryAsked,
  runner: Keeper,
): Promise<Published & { readonly result: AuditResult }> {
  if (history === 'none' || result.run.shard) return { result };
  const repository = await runner.openRepository();
  if (!repository) return { result, note: 'Earlier audits were not read: the checkout is no Git repository.' };
  return withHistory(result, label, repository);
}

/** Records a whole audit of the default branch, and of nothing else. */
export async function recordAudit(result: AuditResult, label: string, runner: Keeper): Promise<Published> {
  if (runner.pullRequest) return { note: 'The audit is not recorded: a pull request is not what runs.' };
  const isDefault = await runner.isOnDefaultBranch();
  if (isDefault === undefined)
    return { warning: 'The audit was not recorded: the event does not say which branch is the default one.' };
  if (!isDefault) return { note: 'The audit is not recorded: only those of the default branch are.' };
  const repository = await runner.openRepository();
  if (!repository) return { warning: 'The audit was not recorded: the checkout is no Git repository.' };
  return appendAudit(result, { audit: label, at: runner.seconds() }, repository);
}
