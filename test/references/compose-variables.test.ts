import { describe, expect, test } from 'vitest';
import { substitute } from '../../src/references/compose-variables.ts';

const environment = { SET: 'v', EMPTY: '' };

describe('variables of compose', () => {
  test.each([
    ['plain', 'plain'],
    ['$SET', 'v'],
    ['a${SET}b', 'avb'],
    ['${MISSING}', ''],
    ['${MISSING:-x}', 'x'],
    ['${EMPTY:-x}', 'x'],
    ['${EMPTY-x}', ''],
    ['${MISSING-x}', 'x'],
    ['${SET:-x}', 'v'],
    ['${SET:+x}', 'x'],
    ['${EMPTY:+x}', ''],
    ['${EMPTY+x}', 'x'],
    ['${MISSING+x}', ''],
    ['${MISSING:-${OTHER:-y}}', 'y'],
    ['${MISSING:-a}${SET}', 'av'],
    ['${MISSING:-$SET-z}', 'v-z'],
    ['${SET:?needed}', 'v'],
    ['$$SET', '$SET'],
    ['$${SET}', '${SET}'],
    ['${toString}', ''],
    ['registry:${PORT:-5000}/app:${TAG:-1.0}', 'registry:5000/app:1.0'],
  ])('%s is %j', (text, expected) => {
    expect(substitute(text, environment)).toEqual({ text: expected });
  });

  test.each([
    ['${MISSING:?say so}', 'the variable MISSING is required and not set'],
    ['${EMPTY:?}', 'the variable EMPTY is required and not set'],
    ['${MISSING?}', 'the variable MISSING is required and not set'],
    ['${SET', 'the brace at "${SET" is not closed'],
    ['${}', '"${}" names no variable'],
    ['${SET/a/b}', '"${SET/a/b}" has no operator that compose knows'],
    ['a$', '"$" is no variable; write $$ for a dollar sign'],
    ['$1', '"$1" is no variable; write $$ for a dollar sign'],
    ['${A:-'.repeat(30) + '}'.repeat(30), 'the variables nest too deeply'],
  ])('%s is refused', (text, reason) => {
    expect(substitute(text, environment)).toEqual({ reason });
  });
});
