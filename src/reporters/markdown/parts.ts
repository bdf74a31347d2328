import type { CheckResult, ImageResult } from '../../result/result.ts';
import type { SourceLinks } from '../links.ts';
import { countsOf, worstFirst } from '../verdict.ts';
import { type Block, bullets, details, heading, stack } from './blocks.ts';
import type { Part } from './fit.ts';
import type { FoldContext } from './fold.ts';
import { foldsOf } from './folds.ts';
import { headline, overview, revisionLine, verdictMark } from './headline.ts';
import { code, figures, gfm, htmlCode, prose } from './markdown.ts';
import { historyLine, rulesSinceLine } from './history.ts';
import { numbersBlock } from './numbers.ts';
import { policyOrigin } from './policy-origin.ts';
import { openLines, policyHeadings, policyTable } from './policy.ts';
import { carriedBlock, variantsBlock } from './variants.ts';

const noticeMarks = { warning: gfm`⚠️`, notice: gfm`ℹ️` } as const;

/** The page in parts, from the verdict down, each with what it may be shortened to. */
export function partsOf(result: CheckResult, context: FoldContext): readonly Part[] {
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
  const history = historyLine(image);
  const since = rulesSinceLine(image);
  const variants = variantsBlock(image);
  const carried = carriedBlock(image, context.links);
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
    ...(history ? [part(3, 'History', history)] : []),
    ...(variants ? [part(3, 'Ways of building', variants)] : []),
    ...(carried ? [part(3, 'What only a build needs', carried)] : []),
    ...(since ? [part(4, 'Rules since the baseline', since)] : []),
    ...(lines.length > 0 ? [policyPart(lines, context.links)] : []),
    ...folds.map(({ name, block }) => part(foldRanks[name], name, block)),
  ];
}

const foldRanks: Readonly<Record<ReturnType<typeof foldsOf>[number]['name'], number>> = {
  'What grew': 5,
  'Ways of building by kind': 6,
  History: 6,
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
