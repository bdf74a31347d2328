import { splitSpaces } from './whitespace.ts';

/** Collects the words of a text while it is read. */
export interface WordList {
  /** Adds text whose blanks end words. */
  split(text: string): void;
  /** Adds text whose blanks were protected. */
  join(text: string): void;
  all(): readonly string[];
}

export function newWordList(): WordList {
  const words: string[] = [];
  let word = '';
  return {
    split: (text) => {
      const [first = '', ...more] = splitSpaces(text);
      word += first;
      for (const next of more) {
        if (word) words.push(word);
        word = next;
      }
    },
    join: (text) => {
      word += text;
    },
    all: () => (word ? [...words, word] : words),
  };
}
