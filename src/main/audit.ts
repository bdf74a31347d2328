import { auditAction } from '../action/audit.ts';
import { systemClock } from '../adapters/clock.ts';
import { listFiles } from '../adapters/files/list-files.ts';
import { isOnDefaultBranch } from '../adapters/github/event-file.ts';
import { auditActionInputSpecs } from '../settings/inputs-audit-action.ts';
import { publishAuditIssues } from './publish.ts';
import { runAction } from './runner.ts';

/** The composition root of the audit action. */
runAction(
  auditActionInputSpecs.map(({ name }) => name),
  (runner, { workspace, run, signal }) =>
    auditAction({
      ...runner,
      workspace,
      listFiles,
      isOnDefaultBranch: () => isOnDefaultBranch(process.env),
      seconds: () => systemClock.seconds(),
      publishIssues: (issues) => publishAuditIssues(issues, run, signal),
    }),
);
