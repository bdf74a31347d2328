import type { ImageResult } from '../../result/result.ts';
import { nameOfLines } from '../links.ts';
import { notJudged, rulesSince } from '../since.ts';
import {
  grouped,
  notCheckedByReason,
  type PolicyGroup,
  policyLines,
  type PolicyLine,
  unnamedPaths,
} from '../verdict.ts';
import { indented, labelled } from './page.ts';
import { foreign, type Line, own, prose, type Style, wrap } from './spans.ts';

const marks: Readonly<Record<PolicyLine['standing'], { readonly text: string; readonly style: Style }>> = {
  error: { text: '✗', style: 'error' },
  warning: { text: '!', style: 'warning' },
  waived: { text: '‖', style: 'dim' },
  passed: { text: '–', style: 'dim' },
};

const labelColumns = 9;

/** Findings worst first, with where and how to pass; then what could not be checked. */
export function findingsOf(image: ImageResult, width: number): readonly Line[] {
  const open = policyLines(image).filter(({ standing }) => standing !== 'passed');
  const why = notJudged(image);
  return [
    ...(why === undefined ? [] : wrap(prose(why), width)),
    ...rulesSince(image).flatMap(({ label, rules }) =>
      wrap([own(`${label}: `, 'dim'), ...listed(rules, 'name')], width),
    ),
    ...grouped(open).flatMap((group) => groupLines(group, width)),
    ...notCheckedByReason(image).flatMap(([reason, rules]) => [
      ...labelled(marks.passed.text, 2, [own('not checked  '), ...prose(reason)], width),
      ...indented(wrap(listed(rules, 'dim'), width - 4), 4),
    ]),
  ];
}

function groupLines({ first, lines }: PolicyGroup, width: number): readonly Line[] {
  const mark = marks[first.standing];
  const rule = foreign(first.rule, mark.style);
  const [only] = lines.length === 1 ? lines : [];
  const title: Line = only ? [rule, own('  '), ...prose(only.message)] : [rule, own(` × ${lines.length}`)];
  const found = only ? factLines(only, width) : lines.flatMap((line) => memberLines(line, width));
  return [
    ...labelled(mark.text, 2, title, width, mark.style),
    ...found,
    ...waiverLines(first, width),
    ...(first.toPass === '' ? [] : fact('to pass', prose(first.toPass), width)),
  ];
}

/** One of several findings of a rule: its sentence, and its place behind it. */
function memberLines(line: PolicyLine, width: number): readonly Line[] {
  const place = line.location ? [own(' '), foreign(nameOfLines(line.location), 'name')] : [];
  const paths = unnamedPaths(line);
  const names = paths.length > 0 ? [own(' '), ...somePaths(paths)] : [];
  return indented(labelled('·', 2, [...prose(line.message), ...place, ...names], width - 4), 4);
}

function factLines(line: PolicyLine, width: number): readonly Line[] {
  const paths = unnamedPaths(line);
  return [
    ...(line.location ? fact('at', [foreign(nameOfLines(line.location), 'name')], width) : []),
    ...(paths.length > 0 ? fact('in', somePaths(paths), width) : []),
  ];
}

function waiverLines({ waiver }: PolicyLine, width: number): readonly Line[] {
  if (!waiver) return [];
  const { expires, owner, reason } = waiver;
  return fact(
    'waived',
    [own('until '), foreign(expires), own(' by '), foreign(owner), own(': '), foreign(reason)],
    width,
  );
}

function fact(label: string, words: Line, width: number): readonly Line[] {
  return indented(labelled(label, labelColumns, words, width - 4), 4);
}

function somePaths(paths: readonly string[]): Line {
  const shown = listed(paths.slice(0, 5), 'name');
  return paths.length > 5 ? [...shown, own(` and ${paths.length - 5} more`)] : shown;
}

/** Foreign names with commas between them. */
export function listed(names: readonly string[], style: Style): Line {
  return names.flatMap((name, index) => (index > 0 ? [own(', '), foreign(name, style)] : [foreign(name, style)]));
}
