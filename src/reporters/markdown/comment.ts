import type { CheckResult, ImageResult } from '../../result/result.ts';
import { type SourceLinks, sourceLinks } from '../links.ts';
import { countsOf } from '../verdict.ts';
import { type Block, bullets, details, heading, paragraph, stack } from './blocks.ts';
import { characters, fit, type Part, utf8Bytes } from './fit.ts';
import { type FoldContext, foldsOf } from './folds.ts';
import { headline, overview, revisionLine, verdictMark } from './headline.ts';
import { code, figures, htmlCode, join, link, type Markdown, gfm, nothing, prose } from './markdown.ts';
import { numbersBlock } from './numbers.ts';
import { policyOrigin } from './policy-origin.ts';
import { openLines, policyCounts, policyHeadings, policyTable } from './policy.ts';
import { variantsBlock } from './variants.ts';

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
  const context: FoldContext = {
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

const noticeMarks = { warning: gfm`⚠️`, notice: gfm`ℹ️` } as const;

function partsOf(result: CheckResult, context: FoldContext): readonly Part[] {
  const several = result.images.length > 1;
  const sorted = several ? worstFirst(result.images) : result.images;
  const notices = result.notices.map(({ level, message }) => gfm`${noticeMarks[level]} ${prose(message)}`);
  const head = [headline(result), revisionLine(result), ...(several ? [overview(sorted)] : [])];
  return [
    fixed(stack(head)),
    ...(notices.length > 0 ? [part(3, 'Notices', bullets(notices))] : []),
    ...sorted.flatMap((image) => imageParts(image, context, several)),
    part(20, 'Policy', policyOrigin(result)),
  ];
}

function imageParts(image: ImageResult, context: FoldContext, several: boolean): readonly Part[] {
  const lines = openLines(image);
  const numbers = numbersBlock(image, context.links);
  const variants = variantsBlock(image);
  const folds = foldsOf(image, context);
  if (several && lines.length === 0) {
    const summary = gfm`${verdictMark(countsOf([image]))} ${htmlCode(image.name)}`;
    const brief = stack([numbers, ...(variants ? [variants] : [])]);
    return [
      part(
        12,
        'Images that passed',
        details(summary, [brief, ...folds.map(({ block }) => block)]),
        details(summary, [brief]),
      ),
    ];
  }
  const title = several
    ? [fixed(heading(4, gfm`${verdictMark(countsOf([image]))} ${code(image.name)} · ${figures(image.platform)}`))]
    : [];
  return [
    ...title,
    part(2, 'Numbers', numbers),
    ...(variants ? [part(3, 'Ways of building', variants)] : []),
    ...(lines.length > 0 ? [policyPart(lines, context.links)] : []),
    ...folds.map(({ name, block }) => part(foldRanks[name], name, block)),
  ];
}

const foldRanks: Readonly<Record<ReturnType<typeof foldsOf>[number]['name'], number>> = {
  'What grew': 5,
  Layers: 6,
  'Hidden copies': 7,
  'Effective command': 8,
  'Packages and folders': 9,
  'Not checked': 10,
};

/** The policy is never given up: its rows become headings, the least of them first. */
function policyPart(lines: ReturnType<typeof openLines>, links: SourceLinks | undefined): Part {
  const full = (): Block => policyTable(lines, links);
  const worstInFull = (): Block =>
    stack([policyTable(lines.slice(0, 20), links), policyHeadings(lines.slice(20), 160)]);
  const headings = [120, 0].map((maxUnits) => (): Block => policyHeadings(lines, maxUnits));
  return {
    forms: [full, ...(lines.length > 20 ? [worstInFull] : []), ...headings],
    rank: 4,
    droppable: false,
    name: 'Details of findings',
  };
}

function part(rank: number, name: string, ...blocks: readonly Block[]): Part {
  return { forms: blocks.map((block) => () => block), rank, droppable: true, name };
}

function fixed(block: Block): Part {
  return { forms: [() => block], rank: 0, droppable: false, name: '' };
}

function worstFirst(images: readonly ImageResult[]): readonly ImageResult[] {
  const counts = new Map(images.map((image) => [image, countsOf([image])]));
  const weigh = (image: ImageResult): number => {
    const { error = 0, warning = 0 } = counts.get(image) ?? {};
    return error * 1_000_000 + warning;
  };
  return images.toSorted((one, other) => weigh(other) - weigh(one));
}

function leftOut(names: readonly string[], fullReportUrl: string | undefined): Block {
  const counted = [...new Set(names)].map((name) => {
    const times = names.filter((other) => other === name).length;
    return times === 1 ? figures(name) : gfm`${figures(name)} (${times} images)`;
  });
  const page = fullReportUrl === undefined ? nothing : link(gfm`The full report`, fullReportUrl);
  const where = fullReportUrl === undefined ? nothing : gfm` ${page} has them.`;
  return paragraph(gfm`Left out or shortened to fit GitHub’s limit: ${join(counted, ', ')}.${where}`);
}

function footerOf({ tool, policy }: CheckResult): Block {
  return paragraph(gfm`<sub>Plimsoll ${figures(tool.version)} · policy ${code(policy.digest.slice(0, 19))}</sub>`);
}

/** Verdict and counted rules only: for results whose headings alone are over the limit. */
function lastResort(
  result: CheckResult,
  measure: (source: string) => number,
  limit: number,
  url: string | undefined,
): string {
  const head = stack([headline(result), revisionLine(result)]);
  const note = leftOut(['Everything but the counts'], url);
  const items = worstFirst(result.images).flatMap((image) => {
    const lines = openLines(image);
    return policyCounts(lines).map((count): Markdown => gfm`${count} in ${code(image.name, 60)}`);
  });
  let kept = items.length;
  const page = (): string => {
    const rest = items.length - kept;
    const more = rest > 0 ? [paragraph(gfm`… and ${rest} more lines like these`)] : [];
    return `${stack([head, bullets(items.slice(0, kept)), ...more, note]).source}\n`;
  };
  while (kept > 0 && measure(page()) > limit) kept = Math.floor(kept * 0.9);
  return page();
}
