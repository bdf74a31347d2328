import type { Fleet } from '../../result/fleet.ts';
import { bullets, details, heading, paragraph, table, type Block } from '../markdown/blocks.ts';
import { code, figures, gfm, join, nothing, prose, text, type Markdown } from '../markdown/markdown.ts';
import { evidenceInWords, moveCells, moveNote, newestInWords, withoutBaseInWords } from './fleet-words.ts';
import { sizeInWords } from './lines.ts';
import type { FleetRow } from './rows.ts';

/** All images, worst first. */
export function imagesTable(rows: readonly FleetRow[], most: number): readonly Block[] {
  if (rows.length === 0) return [];
  const columns = [
    { title: gfm`Errors`, align: 'right' },
    { title: gfm`Warnings`, align: 'right' },
    { title: gfm`Image`, align: 'left' },
    { title: gfm`On disk`, align: 'right' },
    { title: gfm`Its own`, align: 'right' },
    { title: gfm`Shared`, align: 'right' },
    { title: gfm`Stands on`, align: 'left' },
  ] as const;
  const cells = rows
    .slice(0, most)
    .map(({ image, errors, warnings, unique, shared, base, stale }) => [
      gfm`${errors}`,
      gfm`${warnings}`,
      image.role === 'base' ? gfm`${code(image.name)} (base)` : code(image.name),
      figures(sizeInWords(image.unpackedBytes)),
      figures(sizeInWords(unique.unpackedBytes)),
      figures(sizeInWords(shared.unpackedBytes)),
      join(
        [base === undefined ? nothing : code(base), stale ? gfm`⏳ stale ${code(stale.base.name)}` : nothing],
        '<br>',
      ),
    ]);
  return [table(columns, cells), ...cut(rows.length, most, 'images')];
}

/** What images stand on, by base. */
export function basesTable({ byBase }: Fleet, most: number): readonly Block[] {
  if (byBase.length === 0) return [];
  const columns = [
    { title: gfm`Images`, align: 'right' },
    { title: gfm`That stand on`, align: 'left' },
  ] as const;
  return [
    heading(4, gfm`Bases`),
    table(
      columns,
      byBase.slice(0, most).map(({ base, images }) => [gfm`${images.length}`, code(base)]),
    ),
    ...cut(byBase.length, most, 'bases'),
  ];
}

/** Bases that are stale, what moving to the newest would change on a node, and what cannot be known of others. */
export function staleBasesSection(fleet: Fleet, most: number): readonly Block[] {
  const { staleBases, unknownBases, moved } = fleet;
  const unknown = unknownBases.slice(0, most).map(({ name, reason, images }) => {
    const count = images.length === 1 ? gfm`one image` : gfm`${images.length} images`;
    return gfm`${code(name)} (${count}): ${prose(reason)}`;
  });
  const without = withoutBaseInWords(fleet);
  return [
    ...(staleBases.length === 0 ? [] : staleTable(fleet, moved, most)),
    ...(unknown.length === 0
      ? []
      : [
          paragraph(gfm`**Bases of which it cannot be known whether they are stale**`),
          bullets(unknown),
          ...cut(unknownBases.length, most, 'bases'),
        ]),
    ...(without === undefined ? [] : [paragraph(prose(without))]),
  ];
}

function staleTable(fleet: Fleet, moved: Fleet['moved'], most: number): readonly Block[] {
  const { staleBases } = fleet;
  const columns = [
    { title: gfm`Stale base`, align: 'left' },
    { title: gfm`Leads to now`, align: 'left' },
    { title: gfm`Images`, align: 'right' },
    { title: gfm`Base, to pull anew`, align: 'right' },
    { title: gfm`Own layers, built again`, align: 'right' },
    { title: gfm`All distinct layers`, align: 'right' },
    { title: gfm`Of these shared`, align: 'right' },
  ] as const;
  const rows = staleBases
    .slice(0, most)
    .map((base): readonly Markdown[] => [
      gfm`${code(base.name)} ${text(base.platform)}`,
      text(newestInWords(base)),
      gfm`${base.images.length}`,
      ...moveCells(base.move).map(figures),
    ]);
  const all: readonly Markdown[] = [
    gfm`**All of them**`,
    nothing,
    gfm`${moved?.images ?? 0}`,
    ...moveCells(moved).map(figures),
  ];
  const total = moved && staleBases.length > 1 ? [all] : [];
  return [
    heading(4, gfm`Stale bases, and what moving to the newest would change`),
    table(columns, [...rows, ...total]),
    ...cut(staleBases.length, most, 'bases'),
    paragraph(prose(moveNote(fleet), 1_000)),
    ...staleBases
      .slice(0, Math.ceil(most / 4))
      .map(({ name, images }) =>
        details(gfm`Images that stand on stale ${text(name)}`, [
          bullets(images.slice(0, most).map((image) => gfm`${code(image.name)}: ${prose(evidenceInWords(image))}`)),
          ...cut(images.length, most, 'images'),
        ]),
      ),
  ];
}

/** What a list leaves out. */
export function cut(all: number, shown: number, what: string): readonly Block[] {
  return all <= shown ? [] : [paragraph(text(`… and ${all - shown} more ${what}; the JSON report has them all.`))];
}
