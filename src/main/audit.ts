import { auditAction } from '../action/audit.ts';
import { listFiles } from '../adapters/files/list-files.ts';
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
      publishIssues: (issues) => publishAuditIssues(issues, run, signal),
    }),
);
