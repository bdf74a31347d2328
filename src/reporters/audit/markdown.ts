import type { AuditedImage, AuditResult } from '../../result/audit.ts';
import { bullets, details, heading, paragraph, stack, table, type Block } from '../markdown/blocks.ts';
import { bytes, code, gfm, htmlCode, join, prose, text, type Markdown } from '../markdown/markdown.ts';
import { fleetOf, type Fleet } from './fleet.ts';
import { headline, linesOf, sharing, type AuditLine } from './lines.ts';

const maxRows = 200;
const maxDetailed = 50;
const marks = { error: gfm`❌`, warning: gfm`⚠️`, waived: gfm`⏸` } as const;

/** The audit as Markdown, for a job's summary: images worst first; long lists are cut, and that is said. */
export function renderAuditMarkdown(result: AuditResult): string {
  const fleet = fleetOf(result);
  const shared = sharing(fleet);
  const mark = result.outcome === 'pass' ? gfm`✅` : gfm`❌`;
  const detailed = fleet.rows.filter(({ image }) => linesOf(image).length > 0);
  return `${
    stack([
      heading(3, gfm`Plimsoll audit · ${mark} ${text(headline(result))}`),
      ...(shared === undefined ? [] : [paragraph(text(shared))]),
      ...notLookedAt(result),
      ...imagesTable(fleet),
      ...detailed.slice(0, maxDetailed).map(({ image }) => details(gfm`${htmlCode(image.name)}`, imageFindings(image))),
      ...cut(detailed.length, maxDetailed, 'images with findings'),
      ...basesTable(fleet),
      ...(result.notices.length === 0 ? [] : [bullets(result.notices.map(({ message }) => prose(message)))]),
    ]).source
  }\n`;
}

/** The body of the issue of one image: what it is, where it is used, what was found. */
export function renderAuditIssue(image: AuditedImage): string {
  const lines = linesOf(image);
  const intro =
    lines.length === 0
      ? gfm`${code(image.name)} is clean: the audit found nothing.`
      : gfm`The audit of ${code(image.name)} (${code(image.source)}, ${bytes(image.unpackedBytes)} on disk) found:`;
  return `${stack([paragraph(intro), ...imageFindings(image)]).source}\n`;
}

function imageFindings(image: AuditedImage): readonly Block[] {
  const lines = linesOf(image);
  const used = image.uses
    .slice(0, 20)
    .map(({ place, what }) => gfm`${code(`${place.file}:${place.line}`)} ${text(what)}`);
  const columns = ['', 'Rule', 'What', 'Where', 'To pass'].map((title) => ({
    title: text(title),
    align: 'left' as const,
  }));
  return [
    ...(lines.length === 0 ? [] : [table(columns, lines.slice(0, maxRows).map(row))]),
    ...cut(lines.length, maxRows, 'findings'),
    ...(used.length === 0 ? [] : [paragraph(gfm`Used by`), bullets(used)]),
    ...cut(image.uses.length, 20, 'uses'),
  ];
}

function row({ standing, rule, message, places, toPass }: AuditLine): readonly Markdown[] {
  const where = places.slice(0, 3).map(({ file, line }) => code(`${file}:${line}`));
  return [marks[standing], code(rule), prose(message), join(where, '<br>'), prose(toPass)];
}

function notLookedAt({ notAudited, problems }: AuditResult): readonly Block[] {
  const images = notAudited.slice(0, maxRows).map(({ name, reason, uses: [first] }) => {
    const where = first ? code(`${first.place.file}:${first.place.line}`) : text('');
    return gfm`${code(name)} ${where} ${prose(reason)}`;
  });
  const files = problems
    .slice(0, maxRows)
    .map(({ message, place }) =>
      place ? gfm`${code(`${place.file}:${place.line}`)} ${prose(message)}` : prose(message),
    );
  return [
    ...(images.length === 0
      ? []
      : [paragraph(gfm`**Could not be audited**`), bullets(images), ...cut(notAudited.length, maxRows, 'images')]),
    ...(files.length === 0
      ? []
      : [paragraph(gfm`**Could not be read or known**`), bullets(files), ...cut(problems.length, maxRows, 'problems')]),
  ];
}

function imagesTable({ rows }: Fleet): readonly Block[] {
  if (rows.length === 0) return [];
  const columns = [
    { title: gfm`Errors`, align: 'right' },
    { title: gfm`Warnings`, align: 'right' },
    { title: gfm`Image`, align: 'left' },
    { title: gfm`On disk`, align: 'right' },
    { title: gfm`Its own`, align: 'right' },
    { title: gfm`Stands on`, align: 'left' },
  ] as const;
  const cells = rows
    .slice(0, maxRows)
    .map(({ image, errors, warnings, uniqueBytes, base }) => [
      gfm`${errors}`,
      gfm`${warnings}`,
      image.role === 'base' ? gfm`${code(image.name)} (base)` : code(image.name),
      bytes(image.unpackedBytes),
      bytes(uniqueBytes),
      base === undefined ? text('') : code(base),
    ]);
  return [table(columns, cells), ...cut(rows.length, maxRows, 'images')];
}

function basesTable({ byBase }: Fleet): readonly Block[] {
  if (byBase.length === 0) return [];
  const columns = [
    { title: gfm`Images`, align: 'right' },
    { title: gfm`That stand on`, align: 'left' },
  ] as const;
  return [
    table(
      columns,
      byBase.slice(0, maxRows).map(({ base, images }) => [gfm`${images.length}`, code(base)]),
    ),
    ...cut(byBase.length, maxRows, 'bases'),
  ];
}

function cut(all: number, shown: number, what: string): readonly Block[] {
  return all <= shown ? [] : [paragraph(text(`… and ${all - shown} more ${what}; the JSON report has them all.`))];
}
