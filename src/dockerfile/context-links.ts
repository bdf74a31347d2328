/** A file that has other names, whose bytes are not counted yet. */
export interface Linked {
  readonly path: string;
  readonly inode: string;
  readonly bytes: number;
  readonly top: string;
  /** The heap's path. */
  readonly heap: string | undefined;
}

/** Of the names of each inode the first, whoever met it when. */
export function firstNames(linked: readonly Linked[]): readonly Linked[] {
  const first = new Map<string, Linked>();
  for (const one of linked) {
    const known = first.get(one.inode);
    if (!known || one.path < known.path) first.set(one.inode, one);
  }
  return [...first.values()];
}
