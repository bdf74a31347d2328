import type { Problem } from '../errors.ts';
import type { BaselineSetting } from '../ports.ts';
import { baselineWord } from './baseline-word.ts';
import type { BaselineInFile } from './config-file.ts';

import { show } from './wording.ts';

/** A baseline as the file writes it. */
export function asBaseline(given: BaselineInFile): BaselineSetting {
  if (typeof given === 'object' && 'image' in given) return { from: 'image', reference: given.image };
  if (typeof given === 'object' && 'file' in given) return { from: 'file', path: given.file };
  return fromWord(typeof given === 'string' ? given : given.from);
}

function fromWord(word: string): BaselineSetting {
  if (word === 'none' || word === 'recorded' || word === 'rebuild') return { from: word };
  const rest = word.slice(word.indexOf(':') + 1);
  return word.startsWith('image:') ? { from: 'image', reference: rest } : { from: 'file', path: rest };
}

/** A baseline as an input writes it. */
export function readBaselineInput(text: string | undefined): { readonly setting?: BaselineSetting } | Problem {
  if (text === undefined) return {};
  if (baselineWord.test(text)) return { setting: fromWord(text) };
  const expected = '`image:REF`, `file:PATH`, `recorded`, `rebuild` or `none`';
  return {
    code: 'invalid-input',
    message: `The input \`baseline\` cannot be ${show(text)}.`,
    expected,
    got: show(text),
    hint: `Give ${expected}.`,
  };
}
