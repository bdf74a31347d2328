import type { Fleet } from '../../result/fleet.ts';
import { indented } from '../terminal/page.ts';
import { foreign, own, prose, wrap, type Line } from '../terminal/spans.ts';
import { table } from '../terminal/table.ts';
import { evidenceInWords, moveCells, moveNote, newestInWords, withoutBaseInWords } from './fleet-words.ts';
import { sizeInWords } from './lines.ts';
import type { FleetRow } from './rows.ts';

const mostEvidence = 10;

/** All images, worst first. */
export function imagesTable(rows: readonly FleetRow[], width: number): readonly Line[] {
  const cells = rows.map(({ image, errors, warnings, unique, base, stale }): readonly Line[] => [
    [own(errors > 0 ? String(errors) : '·', errors > 0 ? 'error' : 'dim')],
    [own(warnings > 0 ? String(warnings) : '·', warnings > 0 ? 'warning' : 'dim')],
    [own(sizeInWords(image.unpackedBytes))],
    [own(sizeInWords(unique.unpackedBytes))],
    [foreign(image.name, 'name'), ...(image.role === 'base' ? [own(' base', 'dim')] : [])],
    [
      ...(base === undefined ? [] : [foreign(base, 'dim')]),
      ...(stale ? [own(base === undefined ? 'stale ' : ', stale ', 'warning'), foreign(stale.base.name, 'dim')] : []),
    ],
  ]);
  if (cells.length === 0) return [];
  const columns = [
    { title: 'err', align: 'right' },
    { title: 'warn', align: 'right' },
    { title: 'on disk', align: 'right' },
    { title: 'its own', align: 'right' },
    { title: 'image', align: 'left' },
    { title: 'stands on', align: 'left' },
  ] as const;
  return [[], ...table(columns, cells, width)];
}

/** What images stand on, by base. */
export function basesTable({ byBase }: Fleet, width: number): readonly Line[] {
  if (byBase.length === 0) return [];
  const columns = [
    { title: 'images', align: 'right' },
    { title: 'that stand on', align: 'left' },
  ] as const;
  const rows = byBase.map(({ base, images }): readonly Line[] => [
    [own(String(images.length))],
    [foreign(base, 'name')],
  ]);
  return [[], ...table(columns, rows, width)];
}

/** Bases that are stale, what moving to the newest would change on a node, and what cannot be known of others. */
export function staleBases(fleet: Fleet, width: number): readonly Line[] {
  const { staleBases: bases, unknownBases, moved } = fleet;
  const stale = bases.flatMap((base) => [
    ...wrap(
      [
        foreign(base.name, 'name'),
        own(' '),
        own(base.platform, 'dim'),
        own('  leads to  '),
        foreign(newestInWords(base)),
      ],
      width - 2,
    ),
    ...indented(wrap([own(moveInWords(base.images.length, base.move))], width - 4), 2),
    ...base.images
      .slice(0, mostEvidence)
      .flatMap((image) =>
        indented(wrap([foreign(image.name, 'name'), own('  '), ...prose(evidenceInWords(image))], width - 4), 2),
      ),
    ...(base.images.length > mostEvidence ? [[own(`  and ${base.images.length - mostEvidence} more`, 'dim')]] : []),
  ]);
  const all =
    moved && bases.length > 1 ? wrap([own(`All of them: ${moveInWords(moved.images, moved)}`)], width - 2) : [];
  const unknown = unknownBases.flatMap(({ name, reason, images }) =>
    wrap([foreign(name, 'name'), own(` (${images.length})  `, 'dim'), ...prose(reason)], width - 2),
  );
  const without = withoutBaseInWords(fleet);
  return [
    ...(stale.length === 0
      ? []
      : [
          [],
          [own('Stale bases, and what moving to the newest would change', 'warning')],
          ...indented([...stale, ...all], 2),
          ...indented(wrap([own(moveNote(fleet), 'dim')], width - 2), 2),
        ]),
    ...(unknown.length === 0
      ? []
      : [[], [own('Bases of which it cannot be known whether they are stale', 'warning')], ...indented(unknown, 2)]),
    ...(without === undefined ? [] : [[], ...wrap(prose(without), width)]),
  ];
}

function moveInWords(images: number, move: Fleet['moved']): string {
  const [newBase, ownLayers, stored, shared] = moveCells(move);
  return `${images === 1 ? 'one image' : `${images} images`}; to pull anew ${newBase} of the base, ${ownLayers} of own layers; all distinct layers ${stored}, shared ${shared}`;
}
