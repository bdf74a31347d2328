import type { AuditedImage, AuditResult } from '../../result/audit.ts';
import { bullets, details, heading, paragraph, stack, table, type Block } from '../markdown/blocks.ts';
import { code, figures, gfm, htmlCode, join, nothing, prose, text, type Markdown } from '../markdown/markdown.ts';
import { utf8Bytes } from '../markdown/fit.ts';
import { sharing } from './fleet-words.ts';
import { changedFindings, sinceInWords, trendsOf } from './history-words.ts';
import { headline, linesOf, lostShards, noticesOf, placeInWords, type AuditLine } from './lines.ts';
import { basesTable, cut, imagesTable, staleBasesSection } from './markdown-fleet.ts';
import { rowsOf, type FleetRow } from './rows.ts';

/** What a page is given beside the result. */
export interface AuditPage {
  /** Bytes of UTF-8 the place it goes to takes; longer lists are cut, and that is said. */
  readonly limitBytes?: number;
}

const maxRows = 200;
const marks = { error: gfm`❌`, warning: gfm`⚠️`, waived: gfm`⏸` } as const;

/** The audit as Markdown, for a job's summary: images worst first; long lists are cut, and that is said. */
export function renderAuditMarkdown(result: AuditResult, { limitBytes }: AuditPage = {}): string {
  const rows = rowsOf(result);
  return within(limitBytes, (most) => `${stack(pageOf(result, rows, most)).source}\n`);
}

/** The longest page that fits, by showing fewer of each list. */
export function within(limitBytes: number | undefined, render: (most: number) => string): string {
  let most = maxRows;
  let page = render(most);
  const tooLong = (): boolean => limitBytes !== undefined && utf8Bytes(page) > limitBytes;
  while (most > 0 && tooLong()) {
    most = Math.floor(most * 0.7);
    page = render(most);
  }
  return page;
}

function pageOf(result: AuditResult, rows: readonly FleetRow[], most: number): readonly Block[] {
  const { fleet } = result;
  const mark = result.outcome === 'pass' ? gfm`✅` : gfm`❌`;
  const detailed = rows.filter(({ image }) => linesOf(image).length > 0);
  const mostDetailed = Math.ceil(most / 4);
  const notices = noticesOf(result).slice(0, most);
  return [
    heading(3, gfm`Plimsoll audit · ${mark} ${text(headline(result))}`),
    ...sharing(result).map((sentence) => paragraph(prose(sentence, 1_000))),
    ...sinceSection(result, most),
    ...notLookedAt(result, most),
    ...imagesTable(rows, most),
    ...detailed
      .slice(0, mostDetailed)
      .map(({ image }) => details(gfm`${htmlCode(image.name)}`, imageFindings(image, most))),
    ...cut(detailed.length, mostDetailed, 'images with findings'),
    ...staleBasesSection(fleet, most),
    ...basesTable(fleet, most),
    ...(notices.length === 0 ? [] : [bullets(notices.map(({ message }) => prose(message)))]),
  ];
}

/** What is new since the audit before, and the trend. */
function sinceSection(result: AuditResult, most: number): readonly Block[] {
  const trends = trendsOf(result).map(({ what, spark, words }) => gfm`${text(what)} ${code(spark)} ${figures(words)}`);
  const changed = changedFindings(result);
  const lines = changed
    .slice(0, most)
    .map(
      ({ image, rule, count, isNew }) =>
        gfm`${text(isNew ? 'new' : 'gone')}: ${code(image)} ${code(rule)}${count > 1 ? gfm` ×${count}` : nothing}`,
    );
  return [
    ...sinceInWords(result).map((sentence) => paragraph(gfm`**${prose(sentence, 1_000)}**`)),
    ...(trends.length === 0 ? [] : [bullets(trends)]),
    ...(lines.length === 0
      ? []
      : [details(gfm`What is new, and what is gone`, [bullets(lines), ...cut(changed.length, most, 'changes')])]),
  ];
}

/** Findings of one image and where it is used. */
export function imageFindings(
  image: AuditedImage,
  most: number,
  placed: (place: PlaceOfUse) => Markdown = plainPlace,
): readonly Block[] {
  const lines = linesOf(image);
  const mostUses = Math.min(20, most);
  const used = image.uses.slice(0, mostUses).map(({ place, what }) => gfm`${placed(place)} ${text(what)}`);
  // Where all places are those that use the image, the list below the table has them.
  const isPlaced = image.findings.some(({ location }) => location);
  const titles = ['', 'Rule', 'What', ...(isPlaced ? ['Where'] : []), 'To pass'];
  const columns = titles.map((title) => ({ title: text(title), align: 'left' as const }));
  const rows = lines.slice(0, most).map((line) => row(line, isPlaced ? placed : undefined));
  return [
    ...(lines.length === 0 ? [] : [table(columns, rows)]),
    ...cut(lines.length, most, 'findings'),
    ...(used.length === 0 ? [] : [paragraph(gfm`Used by`), bullets(used)]),
    ...cut(image.uses.length, mostUses, 'uses'),
  ];
}

type PlaceOfUse = { readonly file: string; readonly line: number };

const plainPlace = ({ file, line }: PlaceOfUse): Markdown => code(`${file}:${line}`);

function row(
  { standing, rule, message, places, toPass }: AuditLine,
  placed: ((place: PlaceOfUse) => Markdown) | undefined,
): readonly Markdown[] {
  const where = placed ? [join(places.slice(0, 3).map(placed), '<br>')] : [];
  return [marks[standing], code(rule), prose(message), ...where, prose(toPass)];
}

function notLookedAt(result: AuditResult, most: number): readonly Block[] {
  const { notAudited, problems } = result;
  const lost = lostShards(result);
  const images = notAudited.slice(0, most).map(({ name, reason, hint, uses: [first] }) => {
    const where = first ? code(`${first.place.file}:${first.place.line}`) : text('');
    return gfm`${code(name)} ${where} ${prose(reason)} ${prose(hint)}`;
  });
  const files = problems
    .slice(0, most)
    .map(({ message, place, hint }) =>
      place
        ? gfm`${code(placeInWords(place))} ${prose(message)} ${prose(hint)}`
        : gfm`${prose(message)} ${prose(hint)}`,
    );
  return [
    ...(lost === undefined ? [] : [paragraph(gfm`**${text(lost)}**`)]),
    ...(images.length === 0
      ? []
      : [paragraph(gfm`**Could not be audited**`), bullets(images), ...cut(notAudited.length, most, 'images')]),
    ...(files.length === 0
      ? []
      : [paragraph(gfm`**Could not be read or known**`), bullets(files), ...cut(problems.length, most, 'problems')]),
  ];
}
