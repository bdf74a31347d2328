import { nameOfLines } from '../links.ts';
import type { Words } from '../words.ts';
import { type Html, markup } from './html.ts';

/** A phrase with its places and names as code. */
export function phrase(words: Words): readonly Html[] {
  return words.map((word, index) => {
    const space = index > 0 ? ' ' : '';
    if (typeof word === 'string') return markup`${space}${word}`;
    return markup`${space}<code>${'lines' in word ? nameOfLines(word.lines) : word.name}</code>`;
  });
}

/** A sentence of a rule: names in backticks become code. */
export function prose(untrusted: string): readonly Html[] {
  return untrusted
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`));
}
