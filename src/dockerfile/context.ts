/** What stands in a context that a build seldom reads: what to look at twice. */
export type HeapKind = 'version-control' | 'dependencies' | 'cache' | 'secret' | 'git-ignored';

/** A folder with all below it, or a file, that is sent to the builder and perhaps should not be. */
export interface ContextHeap {
  readonly kind: HeapKind;
  /** Relative to the context, with `/`; untrusted. */
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  readonly isGitIgnored: boolean;
}

/** What of a folder is sent to the builder, as its ignore file decides. */
export interface WeighedContext {
  /** Of regular files, each hard-linked inode once; symbolic links are files of no bytes. */
  readonly bytes: number;
  readonly files: number;
  /** Folders directly below the context, largest first, at most a hundred; files beside them stand under `.`. */
  readonly topFolders: readonly { readonly path: string; readonly bytes: number; readonly files: number }[];
  /** The ignore file that decided, as a name to show; absent when there is none. */
  readonly ignoreFile?: string;
  /** Secrets first, then by bytes, at most a thousand. */
  readonly heaps: readonly ContextHeap[];
  /** Why it is not known what git ignores, where the context is in a checkout; a sentence. */
  readonly gitUnknown?: string;
}

/** The sums of a folder on the way down. */
export interface Place {
  readonly top: Sum | undefined;
  readonly heap: OpenHeap | undefined;
}

interface Sum {
  readonly path: string;
  bytes: number;
  files: number;
}

type OpenHeap = Sum & Pick<ContextHeap, 'kind' | 'isGitIgnored'>;

/** What is known of a path besides its name. */
export interface PathFacts {
  readonly isGitIgnored: boolean;
  /** The ignore file names it with a `!`, or leaves it out but for something below: it is meant to be sent. */
  readonly isMeant: boolean;
}

/** Sums up what is sent while somebody else walks the folders, parents first. */
export interface ContextTally {
  /** The context itself. */
  readonly root: Place;
  /** A folder of that path below one that was told before. */
  folder(above: Place, path: string, name: string, facts: PathFacts): Place;
  /** A file that is sent. */
  file(above: Place, path: string, name: string, bytes: number, facts: PathFacts): void;
  sums(): Pick<WeighedContext, 'bytes' | 'files' | 'topFolders' | 'heaps'>;
}

const kinds = new Map<string, HeapKind>([
  ...['.git', '.svn', '.hg', '.bzr', '_darcs', '.jj'].map((name) => [name, 'version-control'] as const),
  ...['node_modules', 'bower_components', 'jspm_packages', '.venv', '.terraform', '.bundle'].map(
    (name) => [name, 'dependencies'] as const,
  ),
  ...[
    '__pycache__',
    '.pytest_cache',
    '.mypy_cache',
    '.ruff_cache',
    '.tox',
    '.nox',
    '.gradle',
    '.parcel-cache',
    '.turbo',
    '.nyc_output',
    '.sass-cache',
    '.eslintcache',
    '.DS_Store',
  ].map((name) => [name, 'cache'] as const),
]);

const maxTopFolders = 100;
const maxHeaps = 1000;

/** @param isSecretFile whether a path, with `/` in front, is that of a file for secrets */
export function newTally(isSecretFile: (path: string) => boolean): ContextTally {
  const tops = new Map<string, Sum>();
  const heaps: OpenHeap[] = [];
  const total: Sum = { path: '', bytes: 0, files: 0 };
  const topOf = (path: string): Sum => {
    const known = tops.get(path) ?? { path, bytes: 0, files: 0 };
    tops.set(path, known);
    return known;
  };
  const open = (kind: HeapKind, path: string, isGitIgnored: boolean): OpenHeap => {
    const heap = { kind, path, bytes: 0, files: 0, isGitIgnored };
    heaps.push(heap);
    return heap;
  };
  return {
    root: { top: undefined, heap: undefined },
    folder(above, path, name, { isGitIgnored, isMeant }) {
      const kind = above.heap || isMeant ? undefined : kindOf(name, isGitIgnored);
      return {
        top: above.top ?? topOf(name),
        heap: kind === undefined ? above.heap : open(kind, path, isGitIgnored),
      };
    },
    file(above, path, name, bytes, { isGitIgnored, isMeant }) {
      const isOpen = above.heap === undefined || above.heap.kind === 'git-ignored';
      const kind =
        isOpen && isSecretFile(`/${path}`) ? 'secret' : above.heap || isMeant ? undefined : kindOf(name, isGitIgnored);
      const heap = kind === undefined ? above.heap : open(kind, path, isGitIgnored || above.heap !== undefined);
      add(total, bytes);
      add(above.top ?? topOf('.'), bytes);
      if (heap) add(heap, bytes);
    },
    sums: () => ({
      bytes: total.bytes,
      files: total.files,
      topFolders: [...tops.values()]
        .filter(({ files }) => files > 0)
        .sort(byBytes)
        .slice(0, maxTopFolders),
      heaps: heaps
        .filter(({ files }) => files > 0)
        .sort((one, other) => Number(other.kind === 'secret') - Number(one.kind === 'secret') || byBytes(one, other))
        .slice(0, maxHeaps),
    }),
  };
}

function add(sum: Sum, bytes: number): void {
  sum.bytes += bytes;
  sum.files += 1;
}

function byBytes(one: Sum, other: Sum): number {
  return other.bytes - one.bytes || (one.path < other.path ? -1 : 1);
}

function kindOf(name: string, isGitIgnored: boolean): HeapKind | undefined {
  return kinds.get(name) ?? (isGitIgnored ? 'git-ignored' : undefined);
}
