/** Visible files of one content, each with its own bytes: names of one inode count as one. */
export interface DuplicateGroup {
  /** Of each. */
  readonly bytes: number;
  /** Absolute paths, by layer and then by path; two at least. */
  readonly files: readonly { readonly path: string; readonly layer: number }[];
}

/** What comparing the contents of files came to; what it left out has its reason. */
export interface DuplicateSearch {
  readonly groups: readonly DuplicateGroup[];
  /** Sentences: files that should have been compared and were not. */
  readonly uncompared: readonly string[];
}

/** What a rule asks to have compared. */
export interface DuplicateWish {
  readonly duplicatesFromBytes: number;
  /** `own`: one copy at least stands in an own layer. */
  readonly of: 'own' | 'all';
}
