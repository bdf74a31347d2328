import type { AuditedImage, AuditResult } from '../../result/audit.ts';
import { visible } from '../../visible.ts';
import { sourceLinks, urlOfLines } from '../links.ts';
import { paragraph, stack } from '../markdown/blocks.ts';
import { bytes, code, gfm, link, nothing, type Markdown } from '../markdown/markdown.ts';
import { linesOf } from './lines.ts';
import { imageFindings, renderAuditMarkdown, within } from './markdown.ts';

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

/** Where an issue's reader can look further. */
export interface IssueLinks {
  /** `https://github.com/acme/api` */
  readonly repositoryUrl?: string;
  readonly commit?: string;
  /** The page of the run; said where an issue is closed, so that a body stays the same while nothing changes. */
  readonly runUrl?: string;
}

/** GitHub takes 65,536 characters; the marker comes on top. */
const maxBodyBytes = 60_000;

/**
 * One issue for each image that the policy judged. An image that could not be audited has none: its issue stays as it
 * is, since what was not looked at is neither better nor worse.
 */
export function auditIssues({ images, verdict }: AuditResult, links: IssueLinks = {}): readonly AuditIssue[] {
  return images
    .filter(({ role }) => role === 'image')
    .map((image): AuditIssue => {
      const fails = linesOf(image).some(
        ({ standing }) => standing === 'error' || (standing === 'warning' && verdict.failOn === 'warning'),
      );
      return {
        image: image.name,
        outcome: fails ? 'fail' : 'pass',
        // GitHub makes mentions of titles, too.
        title: `${visible(image.name, 150).replaceAll('@', '@\u200b')} fails its policy`,
        body: fails ? failing(image, links) : clean(image, links),
      };
    });
}

/** One issue for all images together; none where nothing fails but not everything was looked at. */
export function auditIssue(result: AuditResult, links: IssueLinks = {}): readonly AuditIssue[] {
  const count = auditIssues(result).filter(({ outcome }) => outcome === 'fail').length;
  if (count === 0 && result.outcome === 'incomplete') return [];
  const about = { image: 'all images of the audit', title: 'Images fail their policy' } as const;
  if (count === 0) return [{ ...about, outcome: 'pass', body: `${closing(gfm`Every image passes`, links)}\n` }];
  // What is new since the last audit would be another text after each.
  const { since: _since, history: _history, ...lasting } = result;
  return [{ ...about, outcome: 'fail', body: renderAuditMarkdown(lasting, { limitBytes: maxBodyBytes }) }];
}

function failing(image: AuditedImage, { repositoryUrl, commit }: IssueLinks): string {
  const { name, source, unpackedBytes, platform } = image;
  const safe = sourceLinks(repositoryUrl, commit);
  // The default branch as it is, not a commit: the text stays the same from audit to audit while nothing changes.
  const links = safe && { ...safe, commit: 'HEAD' };
  const placed = ({ file, line }: { readonly file: string; readonly line: number }): Markdown => {
    const url = links && urlOfLines(links, { file, startLine: line, endLine: line });
    const label = code(`${file}:${line}`);
    return url === undefined ? label : link(label, url);
  };
  const onDisk = unpackedBytes === undefined ? nothing : gfm`, ${bytes(unpackedBytes)} on disk`;
  const intro = gfm`The audit of ${code(name)} found what its policy does not allow. It looked at ${code(source)} for ${code(platform)}${onDisk}.`;
  const closes = gfm`This issue is kept up to date by the audit, and closed by it when the image passes.`;
  return within(
    maxBodyBytes,
    (most) => `${stack([paragraph(intro), ...imageFindings(image, most, placed), paragraph(closes)]).source}\n`,
  );
}

const clean = ({ name, source }: AuditedImage, links: IssueLinks): string =>
  `${closing(gfm`${code(name)} passes (${code(source)})`, links)}\n`;

function closing(what: Markdown, { runUrl }: IssueLinks): string {
  const run =
    runUrl !== undefined && /^https?:\/\/[\w.:/-]+$/.test(runUrl) ? gfm`: ${link(gfm`the run`, runUrl)}` : nothing;
  return paragraph(gfm`${what}${run}.`).source;
}
