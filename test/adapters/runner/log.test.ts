import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printUntrusted, untrustedLog } from '../../../src/adapters/runner/log.ts';
import { obeyedCommands } from '../../support/runner.ts';

const printed = (text: string): string => {
  let log = '';
  printUntrusted((part) => (log += part), text);
  return log;
};
const namesOf = (log: string): readonly string[] => obeyedCommands(log).map(({ name }) => name);

describe('the emulator of the runner obeys', () => {
  test.each([
    ['::set-output name=passed::true', 'set-output', { name: 'passed' }, 'true'],
    ['  \t::SET-OUTPUT name=a::b', 'set-output', { name: 'a' }, 'b'],
    ['#5 0.050 ##[add-mask]e', 'add-mask', {}, 'e'],
    ['foo\r::add-mask::bar', 'add-mask', {}, 'bar'],
    ['::error file=a%2Cb,line=3::50%25%0Aof it', 'error', { file: 'a,b', line: '3' }, '50%\nof it'],
    ['::nothing:: ##[warning]w', 'warning', {}, 'w'],
  ])('%j', (line, name, properties, data) => {
    expect(obeyedCommands(line)).toEqual([{ name, properties, data }]);
  });

  test.each(['Step 2/3 : RUN echo ::set-output name=a::b', '::no-such-command::x', '##[do-something]', '::error'])(
    'nothing in %j',
    (line) => expect(obeyedCommands(line)).toEqual([]),
  );
});

describe('untrusted text in the log', () => {
  test.each([
    '::set-output name=passed::true',
    '#5 0.050 ##[add-mask]e',
    'foo\r::add-mask::bar',
    '\r\n::save-state name=x::y',
    '::stop-commands::guessed\n::guessed::\n::add-mask::e',
    '####[group]##[##[error]',
    '##[',
    '',
  ])('%j gives the runner no command', (text) => {
    expect(namesOf(printed(text)).filter((name) => name !== 'stop-commands')).toEqual([]);
  });

  test('is obeyed by nobody even where the runner ignored stop-commands in its old form', () => {
    expect(printed('a ##[add-mask]e')).toContain('a ## [add-mask]e\n');
  });

  test('leaves commands of ours obeyed afterwards', () => {
    expect(namesOf(`${printed('x\n::add-mask::e')}::notice::ours\n`)).toEqual(['stop-commands', 'notice']);
  });

  test('leaves them obeyed when printing fails', () => {
    let log = '';
    const write = (part: string): void => {
      log += part;
      if (part.includes('boom')) throw new Error('full');
    };
    expect(() => printUntrusted(write, 'boom')).toThrow('full');
    expect(namesOf(`${log}::notice::ours\n`)).toEqual(['stop-commands', 'notice']);
  });

  test('opens one stretch for many prints, with a new 128-bit token each time', () => {
    let text = '';
    const log = untrustedLog((part) => (text += part));
    log.print('one');
    log.print('two\n');
    log.end();
    log.print('three');
    log.end();
    const tokens = obeyedCommands(text).map(({ data }) => data);
    expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(new Set(tokens).size).toBe(2);
    expect(text.replace(/[0-9a-f]{32}/g, 'T')).toBe(
      '\n::stop-commands::T\none\ntwo\n::T::\n\n::stop-commands::T\nthree\n::T::\n',
    );
  });

  test('a chunk boundary cannot join a command together', () => {
    let text = '';
    const log = untrustedLog((part) => (text += part));
    for (const part of ['##', '[add-mask]e', ':', ':add-mask::e']) log.print(part);
    log.end();
    expect(namesOf(text)).toEqual(['stop-commands']);
    expect(text).not.toContain('##[');
  });

  test('after an unfinished line of somebody else still starts its own', () => {
    expect(namesOf(`progress 50 %${printed('::add-mask::e')}`)).toEqual(['stop-commands']);
  });

  test('no text of these parts, in any order, is ever obeyed', { tags: 'thorough' }, () => {
    const part = constantFrom('::', '##[', ']', 'add-mask', 'stop-commands', 'SET-ENV', ' ', '\r', '\n', 'e', '#', '[');
    assert(
      property(array(part, { maxLength: 30 }), (parts) => {
        const log = printed(parts.join(''));
        expect(obeyedCommands(log)).toHaveLength(parts.length === 0 || parts.join('') === '' ? 0 : 1);
        expect(log).not.toMatch(/##\[|\r/);
      }),
      { numRuns: 2_000 },
    );
  });
});
