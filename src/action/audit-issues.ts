import { auditIssue, auditIssues, type AuditIssue } from '../reporters/audit.ts';
import type { AuditResult } from '../result/audit.ts';
import type { AuditRunner } from './audit.ts';
import type { Published } from './runner.ts';

/** The issues an audit keeps. */
export interface IssuesToPublish {
  readonly token: string;
  readonly label: string;
  readonly issues: readonly AuditIssue[];
  /** Said in issues of images that are no part of the audit any more, which are then closed; absent: they stay. */
  readonly closeOthersWith?: string;
}

/** How issues are kept. */
interface Keeping {
  readonly issues: 'per-image' | 'one' | 'none';
  readonly label: string;
  readonly githubToken?: string;
}

/** Keeps the issues of a whole audit. A pull request's own files never open or close any. */
export async function keepIssues(
  result: AuditResult,
  { issues: mode, label, githubToken: token }: Keeping,
  runner: Pick<AuditRunner, 'pullRequest' | 'runUrl' | 'repositoryUrl' | 'sha' | 'publishIssues'>,
): Promise<readonly Published[]> {
  if (mode === 'none') return [];
  if (runner.pullRequest) return [{ note: 'No issues: a pull request is not what runs.' }];
  if (token === undefined)
    return [{ warning: 'No issues were written: there is no token. Give `github-token`, or set `issues: none`.' }];
  const { runUrl, repositoryUrl, sha } = runner;
  const links = { runUrl, repositoryUrl, ...(sha !== undefined && { commit: sha }) };
  const issues = mode === 'one' ? auditIssue(result, links) : auditIssues(result, links);
  return runner.publishIssues({
    token,
    label,
    issues,
    // What a part of an audit does not name may be in the other part.
    ...(isWhole(result) && {
      closeOthersWith:
        mode === 'one'
          ? 'There is one issue for all images now.'
          : 'The audit no longer finds this image in the repository.',
    }),
  });
}

function isWhole({ notAudited, problems, run }: AuditResult): boolean {
  return notAudited.length + problems.length === 0 && !run.lost;
}
