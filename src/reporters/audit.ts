import { auditResult, type AuditResult } from '../result/audit.ts';
import { renderAuditHtml } from './audit/html.ts';
import { renderAuditMarkdown } from './audit/markdown.ts';
import { renderAuditSarif } from './audit/sarif.ts';
import { renderAuditTerminal } from './audit/terminal.ts';
import { toJson } from './json.ts';
import type { Page } from './registry.ts';

export { auditAnnotations } from './audit/annotations.ts';
export { auditIssue, auditIssues, type AuditIssue } from './audit/issues.ts';
export { renderAuditMarkdown };
export { renderAuditCsv } from './audit/csv.ts';

/** The formats an audit has, by the names users give them. */
const reporters = {
  table: (result: AuditResult, { columns, colour }: Page) => renderAuditTerminal(result, { width: columns, colour }),
  json: (result: AuditResult) => toJson(auditResult.parse(result)),
  markdown: (result: AuditResult) => renderAuditMarkdown(result),
  sarif: renderAuditSarif,
  html: renderAuditHtml,
} as const satisfies Readonly<Record<string, (result: AuditResult, page: Page) => string>>;

/** The name of a format of audits. */
export type AuditFormat = keyof typeof reporters;

export const auditFormats: readonly AuditFormat[] = ['table', 'json', 'markdown', 'sarif', 'html'];

/** The audit as text in one of its formats. */
export function renderAudit(format: AuditFormat, result: AuditResult, page: Page): string {
  return reporters[format](result, page);
}
