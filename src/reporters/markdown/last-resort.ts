import type { CheckResult } from '../../result/result.ts';
import { worstFirst } from '../verdict.ts';
import { type Block, bullets, paragraph, stack } from './blocks.ts';
import type { Measure } from './fit.ts';
import { headline, revisionLine } from './headline.ts';
import { code, figures, gfm, join, link, type Markdown, nothing } from './markdown.ts';
import { openLines, policyCounts } from './policy.ts';

/** Says what a page had no room for, and where it can be read. */
export function leftOut(names: readonly string[], fullReportUrl: string | undefined): Block {
  const counted = [...new Set(names)].map((name) => {
    const times = names.filter((other) => other === name).length;
    return times === 1 ? figures(name) : gfm`${figures(name)} (${times} images)`;
  });
  const page = fullReportUrl === undefined ? nothing : link(gfm`The full report`, fullReportUrl);
  const where = fullReportUrl === undefined ? nothing : gfm` ${page} has them.`;
  return paragraph(gfm`Left out or shortened to fit GitHub’s limit: ${join(counted, ', ')}.${where}`);
}

/** Verdict and counted rules only: for results whose headings alone are over the limit. */
export function lastResort(result: CheckResult, measure: Measure, limit: number, url: string | undefined): string {
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
