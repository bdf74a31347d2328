import type { AuditResult } from '../../result/audit.ts';
import { visible } from '../../visible.ts';
import { linesOf } from './lines.ts';
import { renderAuditIssue } from './markdown.ts';

/** What the issue of one image says. */
export interface AuditIssue {
  /** Tells issues apart. Untrusted. */
  readonly image: string;
  readonly outcome: 'pass' | 'fail';
  /** Plain text, safe to post. */
  readonly title: string;
  /** Markdown, safe to post. */
  readonly body: string;
}

/**
 * One issue for each image that the policy judged. An image that could not be audited has none: its issue stays as it
 * is, since what was not looked at is neither better nor worse.
 */
export function auditIssues({ images, verdict }: AuditResult): readonly AuditIssue[] {
  return images
    .filter(({ role }) => role === 'image')
    .map((image): AuditIssue => {
      const fails = linesOf(image).some(
        ({ standing }) => standing === 'error' || (standing === 'warning' && verdict.failOn === 'warning'),
      );
      // GitHub makes mentions of titles, too.
      const name = visible(image.name, 150).replaceAll('@', '@\u200b');
      return {
        image: image.name,
        outcome: fails ? 'fail' : 'pass',
        title: `${name} fails its policy`,
        body: renderAuditIssue(image),
      };
    });
}
