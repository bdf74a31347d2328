import type { CheckResult } from '../../result/result.ts';
import { sourceLinks } from '../links.ts';
import { type Block, paragraph, stack } from './blocks.ts';
import { characters, fit, utf8Bytes } from './fit.ts';
import { lastResort, leftOut } from './last-resort.ts';
import { code, figures, gfm } from './markdown.ts';
import { partsOf } from './parts.ts';

/** Where the page goes and what it may point to. */
export interface MarkdownOptions {
  /** `comment` (default) for a pull request, `summary` for a job summary with its full tables. */
  readonly detail?: 'comment' | 'summary';
  /** `https://github.com/acme/api`, from the environment: with the head's commit, places become links. */
  readonly repositoryUrl?: string;
  /** The head's full commit; the result's own when absent. */
  readonly commit?: string;
  /** A page with the full report, named when something had to be left out. */
  readonly fullReportUrl?: string;
  /** Characters for a comment, bytes of UTF-8 for a summary. */
  readonly limit?: number;
}

const limits = { comment: 60_000, summary: 900_000 } as const;

/** The report of all images as GitHub-flavoured Markdown, verdict first, within the limit of the place it goes to. */
export function renderMarkdown(result: CheckResult, options: MarkdownOptions = {}): string {
  const detail = options.detail ?? 'comment';
  const measure = detail === 'comment' ? characters : utf8Bytes;
  const limit = options.limit ?? limits[detail];
  const context = {
    detail,
    links: sourceLinks(options.repositoryUrl, options.commit ?? result.revision?.head),
    maxRows: detail === 'comment' ? 25 : 2000,
  };
  const footer = footerOf(result);
  // Room for the note that says what was left out.
  const room = limit - measure(footer.source) - 1_000;
  const fitted = fit(partsOf(result, context), measure, room);
  if (!fitted.fits) return lastResort(result, measure, limit, options.fullReportUrl);
  const note = fitted.dropped.length > 0 ? [leftOut(fitted.dropped, options.fullReportUrl)] : [];
  return `${stack([...fitted.blocks, ...note, footer]).source}\n`;
}

function footerOf({ tool, policy }: CheckResult): Block {
  return paragraph(gfm`<sub>Plimsoll ${figures(tool.version)} · policy ${code(policy.digest.slice(0, 19))}</sub>`);
}
