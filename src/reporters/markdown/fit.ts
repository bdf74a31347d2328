import type { Block } from './blocks.ts';

/** A part of a page that can be given up, or said in fewer words, when there is no room for it. */
export interface Part {
  /** The forms it can take, longest first; made when they are wanted. */
  readonly forms: readonly (() => Block)[];
  /** Parts with the highest rank give way first; within a rank the lowest on the page. Rank 0 stays as it is. */
  readonly rank: number;
  /** Whether it goes altogether once its forms are used up. */
  readonly droppable: boolean;
  /** What the note calls it. */
  readonly name: string;
}

/** How long a text is for the place it goes to: characters for a comment, bytes for a summary. */
export type Measure = (source: string) => number;

/** Characters as UTF-16 counts them, which is never less than the number of code points. */
export const characters: Measure = (source) => source.length;

/** GitHub cuts a summary by bytes of UTF-8. */
export const utf8Bytes: Measure = (source) => new TextEncoder().encode(source).length;

/** What fits: one form for each part that is left, and the names of those that were given up. */
export interface Fitted {
  readonly blocks: readonly Block[];
  readonly dropped: readonly string[];
  readonly fits: boolean;
}

/** Gives up parts from the bottom, then words, until the page is at most `limit` long. */
export function fit(parts: readonly Part[], measure: Measure, limit: number): Fitted {
  const separator = 2;
  const chosen = parts.map(({ forms }) => forms[0]?.());
  const lengthOf = (block: Block | undefined): number => (block ? measure(block.source) + separator : 0);
  let length = chosen.reduce((sum, block) => sum + lengthOf(block), 0);
  const shortened = new Set<number>();
  for (const { part, form } of sacrifices(parts)) {
    if (length <= limit) break;
    const shorter = form === undefined ? undefined : parts[part]?.forms[form]?.();
    length -= lengthOf(chosen[part]) - lengthOf(shorter);
    chosen[part] = shorter;
    shortened.add(part);
  }
  return {
    blocks: chosen.filter((block) => block !== undefined),
    dropped: [...shortened].sort((one, other) => one - other).map((part) => parts[part]?.name ?? ''),
    fits: length <= limit,
  };
}

interface Sacrifice {
  readonly part: number;
  /** The shorter form it takes; undefined when it goes. */
  readonly form: number | undefined;
}

/** The order in which things are given up: rank by rank, all shorter forms of a rank before the next. */
function sacrifices(parts: readonly Part[]): readonly Sacrifice[] {
  const ranks = [...new Set(parts.map(({ rank }) => rank))].filter((rank) => rank > 0).sort((a, b) => b - a);
  return ranks.flatMap((rank) => {
    const members = parts.flatMap((part, index) => (part.rank === rank ? [{ part, index }] : [])).toReversed();
    const mostForms = Math.max(...members.map(({ part }) => part.forms.length));
    const shorter: readonly Sacrifice[] = Array.from({ length: mostForms - 1 }, (_, step) =>
      members.filter(({ part }) => part.forms.length > step + 1).map(({ index }) => ({ part: index, form: step + 1 })),
    ).flat();
    const gone: readonly Sacrifice[] = members
      .filter(({ part }) => part.droppable)
      .map(({ index }) => ({ part: index, form: undefined }));
    return shorter.concat(gone);
  });
}
