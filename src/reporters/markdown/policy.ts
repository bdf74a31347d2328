import type { ImageResult } from '../../result/result.ts';
import { formatBytes } from '../../units.ts';
import type { SourceLinks } from '../links.ts';
import { grouped, type PolicyGroup, policyLines, type PolicyLine, type Standing, unnamedPaths } from '../verdict.ts';
import { type Block, bullets, type Column, table } from './blocks.ts';
import { code, figures, join, type Markdown, gfm, nothing, prose, text } from './markdown.ts';
import { place } from './words.ts';

const marks: Readonly<Record<Standing, Markdown>> = {
  error: gfm`❌`,
  warning: gfm`⚠️`,
  waived: gfm`⏸️`,
  passed: gfm`➖`,
};

// Three columns: more of them leave none enough room on a phone.
const columns: readonly Column[] = [
  { title: nothing, align: 'left' },
  { title: gfm`What and where`, align: 'left' },
  { title: gfm`To pass`, align: 'left' },
];

/** Lines of the policy table that stand in the open: everything but rules that could not run and count as passed. */
export function openLines(image: ImageResult): readonly PolicyLine[] {
  return policyLines(image).filter(({ standing }) => standing !== 'passed');
}

/** The policy table: each row with what, where and how to pass. */
export function policyTable(lines: readonly PolicyLine[], links: SourceLinks | undefined): Block {
  return table(
    columns,
    grouped(lines).map((group) => [marks[group.first.standing], whatOf(group, links), toPass(group)]),
  );
}

/** The rule, then a line for each thing it found, with its place and paths. */
function whatOf({ first, lines }: PolicyGroup, links: SourceLinks | undefined): Markdown {
  const [only] = lines.length === 1 ? lines : [];
  const where = only?.location ? place(only.location, links) : nothing;
  const count = only ? nothing : gfm`× ${lines.length}`;
  const title = join([join([gfm`**${code(first.rule)}**`, count], ' '), where], ' · ');
  const found = lines.map((line) => {
    const here = !only && line.location ? place(line.location, links) : nothing;
    return join([join([prose(line.message, 600, maxNameUnits), here], ' '), somePaths(unnamedPaths(line))], '<br>');
  });
  return join([title, ...found, waiverOf(first)], '<br>');
}

function waiverOf({ waiver }: PolicyLine): Markdown {
  if (!waiver) return nothing;
  return gfm`Waived until ${text(waiver.expires)} by ${code(waiver.owner)}: ${text(waiver.reason)}`;
}

const shownPaths = 3;

/** A longer name in one piece makes the table wider than the page, and the advice beside it is cut off. */
const maxNameUnits = 44;

function somePaths(paths: readonly string[]): Markdown {
  const rest = paths.length - shownPaths;
  const names = paths.slice(0, shownPaths).map((path) => code(path, maxNameUnits));
  return join([...names, ...(rest > 0 ? [gfm`and ${rest} more`] : [])], ', ');
}

function toPass({ first, lines }: PolicyGroup): Markdown {
  const advice = first.toPass;
  const bytes = lines.reduce((sum, line) => sum + (line.bytes ?? 0), 0);
  if (advice === '' || bytes === 0 || advice.includes(formatBytes(bytes))) return prose(advice);
  return gfm`${prose(advice.replace(/\.$/, ''))}: ${figures(formatBytes(-bytes))}`;
}

/** One short line a finding, for a comment that has no room for the table. */
export function policyHeadings(lines: readonly PolicyLine[], maxUnits: number): Block {
  return bullets(
    lines.map((line) => {
      const words = maxUnits === 0 ? nothing : gfm` ${prose(line.message, maxUnits)}`;
      return gfm`${marks[line.standing]} ${code(line.rule, 60)}${words}`;
    }),
  );
}

/** The last resort: rules with how often each found something, so that none is lost. */
export function policyCounts(
  lines: readonly PolicyLine[],
  where: (line: PolicyLine) => Markdown = () => nothing,
): readonly Markdown[] {
  const counts = new Map<string, { readonly line: PolicyLine; readonly times: number }>();
  for (const line of lines) {
    const key = `${line.standing} ${line.rule}`;
    counts.set(key, { line, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()].map(
    ({ line, times }) => gfm`${marks[line.standing]} ${code(line.rule, 60)} × ${times}${where(line)}`,
  );
}
