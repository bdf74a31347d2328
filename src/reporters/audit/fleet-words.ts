import type { AuditResult } from '../../result/audit.ts';
import type { BaseMove, Fleet, LayerBytes, StaleBase, StaleImage } from '../../result/fleet.ts';
import { formatBytes } from '../../units.ts';
import { plural } from '../verdict.ts';

/** What all images take together, in sentences; none where it is not known of each layer. */
export function sharing({ fleet }: Pick<AuditResult, 'fleet'>): readonly string[] {
  if (fleet.images.length === 0) return [];
  const lines = (['unpackedBytes', 'pullBytes'] as const).map((kind) => {
    const [stored, shared, summed] = [fleet.stored[kind], fleet.shared[kind], fleet.summed[kind]];
    if (stored === undefined || shared === undefined || summed === undefined) return undefined;
    const where = kind === 'unpackedBytes' ? 'on disk' : 'to pull';
    const own = formatBytes(stored - shared);
    return `Distinct layers: ${formatBytes(stored)} ${where}, ${formatBytes(shared)} of it in two images or more, ${own} in one; ${formatBytes(summed)} if nothing were shared.`;
  });
  return lines.filter((line) => line !== undefined);
}

/** The figures of a move, all of one kind: of what is pulled, else of what lies on disk. */
export interface MoveFigures {
  readonly kind: 'to pull' | 'on disk';
  readonly images: number;
  readonly newBaseBytes: number;
  readonly ownBytes: number;
  readonly storedBytes: readonly [before: number, after: number];
  readonly sharedBytes: readonly [before: number, after: number];
}

/** Undefined where a layer is of unknown size. */
export function figuresOf(move: BaseMove | undefined): MoveFigures | undefined {
  if (!move) return undefined;
  for (const key of ['pullBytes', 'unpackedBytes'] as const) {
    const of = (bytes: LayerBytes): number => bytes[key] ?? NaN;
    const figures: MoveFigures = {
      kind: key === 'pullBytes' ? 'to pull' : 'on disk',
      images: move.images,
      newBaseBytes: of(move.newBase),
      ownBytes: of(move.own),
      storedBytes: [of(move.storedBefore), of(move.storedAfter)],
      sharedBytes: [of(move.sharedBefore), of(move.sharedAfter)],
    };
    const all = [figures.newBaseBytes, figures.ownBytes, ...figures.storedBytes, ...figures.sharedBytes];
    if (all.every((bytes) => !Number.isNaN(bytes))) return figures;
  }
  return undefined;
}

/** Cells of a stale base: to pull anew, stored today and afterwards, shared today and afterwards. */
export function moveCells(move: BaseMove | undefined): readonly [string, string, string, string] {
  const figures = figuresOf(move);
  if (!figures) return ['not known', 'not known', 'not known', 'not known'];
  const { newBaseBytes, ownBytes, storedBytes, sharedBytes } = figures;
  return [formatBytes(newBaseBytes), `≤ ${formatBytes(ownBytes)}`, change(storedBytes), change(sharedBytes)];
}

const change = ([before, after]: readonly [number, number]): string =>
  before === after ? formatBytes(after) : `${formatBytes(before)} → ${formatBytes(after)}`;

/** What the figures of moves are of. */
export function moveNote({ staleBases, moved }: Fleet): string {
  const { kind = 'to pull' } = figuresOf(moved) ?? {};
  const leftOut = staleBases.flatMap(({ images }) => images.filter(({ baseLayers }) => baseLayers === undefined));
  const left =
    leftOut.length === 0
      ? ''
      : ` Of ${plural(leftOut.length, 'image')} nothing tells which layers are the base’s: no figure counts ${leftOut.length === 1 ? 'it' : 'them'} as moved.`;
  return `On a node that has all audited images; bytes ${kind}. Own layers count as large as they are today: built again they are other layers, unless the build is reproducible.${left}`;
}

/** `debian:12` now leads to this. */
export function newestInWords({ newest, name }: StaleBase): string {
  const { digest, created } = newest;
  const version = newest.name === name ? '' : newest.name;
  const short = digest?.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1') ?? '';
  return [version, short, created === undefined ? '' : `of ${created}`].filter((part) => part !== '').join(' ');
}

/** How it is known that an image stands on what is stale, the end of a sentence. */
export function evidenceInWords({ by, seen, through }: StaleImage): string {
  const until = seen === undefined ? '' : `; the tag led to its layers until ${seen}`;
  const words = {
    label: 'its label names the base',
    record: 'it begins with layers of the base',
    pin: 'a Dockerfile pins what it stands on',
    version: 'it stands on the older release',
    through: `it stands on \`${through ?? ''}\``,
  };
  return `${words[by]}${until}`;
}

/** Images of which it is not known what they stand on, in a sentence; undefined for none. */
export function withoutBaseInWords({ withoutBase }: Fleet): string | undefined {
  if (withoutBase.length === 0) return undefined;
  const they = withoutBase.length === 1 ? 'it may' : 'they may';
  return `Nothing tells what ${plural(withoutBase.length, 'image')} ${withoutBase.length === 1 ? 'stands' : 'stand'} on (no label \`org.opencontainers.image.base.name\`, no audited image below), so ${they} be stale, too.`;
}
