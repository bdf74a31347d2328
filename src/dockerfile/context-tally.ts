import { kindOf } from './context-kinds.ts';
import { firstNames, type Linked } from './context-links.ts';
import type { ContextHeap, WeighedContext } from './context.ts';

/** What a folder's files are added to; plain, so that another thread can go on below it. */
export interface Place {
  /** The folder directly below the context; undefined for the context itself. */
  readonly top: string | undefined;
  readonly heap: HeapFacts | undefined;
}

type HeapFacts = Pick<ContextHeap, 'kind' | 'path' | 'isGitIgnored'>;

interface Sum {
  readonly path: string;
  bytes: number;
  files: number;
}

type OpenHeap = Sum & HeapFacts;

/** What is known of a path besides its name. */
export interface PathFacts {
  readonly isGitIgnored: boolean;
  /** The ignore file names it with a `!`, or leaves it out but for something below: it is meant to be sent. */
  readonly isMeant: boolean;
  /** Which inode it is, where it has several names: its bytes count once, for the first name by code units. */
  readonly inode?: string;
}

/** What one of several threads has summed up. */
export interface TallyShare {
  readonly bytes: number;
  readonly files: number;
  readonly tops: readonly Sum[];
  readonly heaps: readonly OpenHeap[];
  readonly linked: readonly Linked[];
}

/** Sums up what is sent while somebody else walks the folders, parents first. */
export interface ContextTally {
  /** A folder of that path below one that was told before. */
  folder(above: Place, path: string, name: string, facts: PathFacts): Place;
  /** A file that is sent. */
  file(above: Place, path: string, name: string, bytes: number, facts: PathFacts): void;
  share(): TallyShare;
  /** Takes in what another has summed up. */
  add(share: TallyShare): void;
  /** The whole; once, at the end. */
  sums(): Pick<WeighedContext, 'bytes' | 'files' | 'topFolders' | 'heaps'>;
}

/** The context itself. */
export const rootPlace: Place = { top: undefined, heap: undefined };

const maxTopFolders = 100;
const maxHeaps = 1000;

/** @param isSecretFile whether a path, with `/` in front, is that of a file for secrets */
export function newTally(isSecretFile: (path: string) => boolean): ContextTally {
  const tops = new Map<string, Sum>();
  const heaps = new Map<string, OpenHeap>();
  const linked: Linked[] = [];
  const total: Sum = { path: '', bytes: 0, files: 0 };
  const topOf = (path: string): Sum => existing(tops, path, () => ({ path, bytes: 0, files: 0 }));
  const heapOf = (facts: HeapFacts): OpenHeap => existing(heaps, facts.path, () => ({ ...facts, bytes: 0, files: 0 }));
  // Files come folder by folder: the sums of the last one are at hand.
  let place = rootPlace;
  let top = topOf('.');
  let heap: OpenHeap | undefined;
  return {
    folder(above, path, name, { isGitIgnored, isMeant }) {
      const kind = above.heap || isMeant ? undefined : kindOf(name, isGitIgnored);
      return { top: above.top ?? name, heap: kind === undefined ? above.heap : { kind, path, isGitIgnored } };
    },
    file(above, path, name, bytes, { isGitIgnored, isMeant, inode }) {
      if (above !== place) {
        place = above;
        top = topOf(above.top ?? '.');
        heap = above.heap && heapOf(above.heap);
      }
      const isOpen = heap === undefined || heap.kind === 'git-ignored';
      const kind =
        isOpen && isSecretFile(`/${path}`) ? 'secret' : heap || isMeant ? undefined : kindOf(name, isGitIgnored);
      const own = kind === undefined ? heap : heapOf({ kind, path, isGitIgnored: isGitIgnored || heap !== undefined });
      if (inode !== undefined) linked.push({ path, inode, bytes, top: top.path, heap: own?.path });
      const counted = inode === undefined ? bytes : 0;
      add(total, counted, 1);
      add(top, counted, 1);
      if (own) add(own, counted, 1);
    },
    share: () => ({
      bytes: total.bytes,
      files: total.files,
      tops: [...tops.values()],
      heaps: [...heaps.values()],
      linked,
    }),
    add(share) {
      add(total, share.bytes, share.files);
      for (const { path, bytes, files } of share.tops) add(topOf(path), bytes, files);
      for (const other of share.heaps) add(heapOf(other), other.bytes, other.files);
      for (const one of share.linked) linked.push(one);
    },
    sums() {
      for (const one of firstNames(linked)) {
        add(total, one.bytes, 0);
        add(topOf(one.top), one.bytes, 0);
        const own = one.heap === undefined ? undefined : heaps.get(one.heap);
        if (own) add(own, one.bytes, 0);
      }
      return {
        bytes: total.bytes,
        files: total.files,
        topFolders: [...tops.values()].filter(hasFiles).sort(byBytes).slice(0, maxTopFolders),
        heaps: [...heaps.values()].filter(hasFiles).sort(bySecretsAndBytes).slice(0, maxHeaps),
      };
    },
  };
}

function existing<T>(known: Map<string, T>, path: string, open: () => T): T {
  const found = known.get(path);
  if (found) return found;
  const opened = open();
  known.set(path, opened);
  return opened;
}

function add(sum: Sum, bytes: number, files: number): void {
  sum.bytes += bytes;
  sum.files += files;
}

const hasFiles = ({ files }: Sum): boolean => files > 0;

function byBytes(one: Sum, other: Sum): number {
  return other.bytes - one.bytes || (one.path < other.path ? -1 : 1);
}

function bySecretsAndBytes(one: OpenHeap, other: OpenHeap): number {
  return Number(other.kind === 'secret') - Number(one.kind === 'secret') || byBytes(one, other);
}
