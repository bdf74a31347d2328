import type { CheckResult } from '../../result/result.ts';
import { plural, worstFirst } from '../verdict.ts';
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

/**
 * Verdict and counted rules only: for results whose headings alone are over the limit. Each image with its rules where
 * that fits; else each rule with how many images it fails, and as many of their names as there is room for.
 */
export function lastResort(result: CheckResult, measure: Measure, limit: number, url: string | undefined): string {
  const head = stack([headline(result), revisionLine(result)]);
  const note = leftOut(['Everything but the counts'], url);
  const pageOf = (blocks: readonly Block[]): string => `${stack([head, ...blocks, note]).source}\n`;
  const open = worstFirst(result.images).flatMap((image) => {
    const lines = openLines(image);
    return lines.length > 0 ? [{ name: code(image.name, 60), lines }] : [];
  });
  const byImage = open.flatMap(({ name, lines }) => policyCounts(lines).map((count) => gfm`${count} in ${name}`));
  const whole = pageOf([bullets(byImage)]);
  if (measure(whole) <= limit) return whole;
  const byRule = rulesOf(open);
  const names = open.map(({ name }) => name);
  const page = (rules: number, images: number): string =>
    pageOf([bullets(firstOf(byRule, rules, 'rules')), paragraph(join(firstOf(names, images, 'images'), ', '))]);
  const fits = (text: string): boolean => measure(text) <= limit;
  // No rule goes unnamed while there is the name of an image to give up.
  const rules = most(byRule.length, (count) => fits(page(count, 0)));
  const images = rules < byRule.length ? 0 : most(names.length, (count) => fits(page(rules, count)));
  return page(rules, images);
}

/** The largest count that still fits, found by halving; 0 where none does. */
function most(all: number, fits: (count: number) => boolean): number {
  if (fits(all)) return all;
  let [fitting, tooMany] = [0, all];
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}

function firstOf(items: readonly Markdown[], kept: number, what: string): readonly Markdown[] {
  const rest = items.length - kept;
  return rest > 0 ? [...items.slice(0, kept), gfm`… and ${rest} more ${figures(what)}`] : items;
}

/** Each rule over all images: how often it found something, and in how many of them. */
function rulesOf(open: readonly { readonly lines: ReturnType<typeof openLines> }[]): readonly Markdown[] {
  const images = new Map<string, number>();
  for (const { lines } of open)
    for (const key of new Set(lines.map(keyOf))) images.set(key, (images.get(key) ?? 0) + 1);
  const all = open.flatMap(({ lines }) => lines);
  return policyCounts(all, (line) => gfm` in ${figures(plural(images.get(keyOf(line)) ?? 0, 'image'))}`);
}

const keyOf = ({ standing, rule }: ReturnType<typeof openLines>[number]): string => `${standing} ${rule}`;
