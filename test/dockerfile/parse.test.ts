import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { refusalOf } from '../support/refusal.ts';

const parse = (text: string) => parseDockerfile(text, 'Dockerfile').instructions;
/** Keyword, first and last line, arguments. */
const brief = (text: string) =>
  parse(text).map(({ keyword, startLine, endLine, arguments: words }): readonly (string | number)[] => {
    const place: readonly (string | number)[] = [keyword, startLine, endLine];
    return place.concat(words);
  });
const bodyOf = (text: string) => parse(text).slice(1);

const heredocs = (text: string) =>
  bodyOf(text).map((instruction) =>
    instruction.heredocs.map(({ name, content, expand, chomp, fileDescriptor }) => [
      name,
      content,
      expand,
      chomp,
      fileDescriptor,
    ]),
  );

describe('lines are joined', () => {
  test.each([
    ['by a backslash', 'FROM a\nRUN x \\\n  y\n', ['RUN', 2, 3, 'x   y']],
    ['over comments and empty lines', 'FROM a\nRUN x \\\n# no\n\n  # no\n y\n', ['RUN', 2, 6, 'x  y']],
    ['with blanks behind the backslash', 'FROM a\nRUN x \\ \t\ny\n', ['RUN', 2, 3, 'x y']],
    ['not by two backslashes', 'FROM a\nRUN x \\\\\nUSER b\n', ['RUN', 2, 2, 'x \\\\'], ['USER', 3, 3, 'b']],
    ['up to the end of the file', 'FROM a\nRUN x \\', ['RUN', 2, 2, 'x']],
    ['with CRLF', 'FROM a\r\nRUN x \\\r\ny\r\n', ['RUN', 2, 3, 'x y']],
    ['by the escape directive', '# escape=`\nFROM a\nRUN x\\ `\ny', ['RUN', 3, 4, 'x\\ y']],
  ])('%s', (_, text, ...expected) => {
    expect(brief(text).slice(1)).toEqual(expected);
  });

  test('columns count from 1 and are inclusive', () => {
    const [, run] = parse('FROM a\n  RUN x \\\n   yz\n');
    expect([run?.startColumn, run?.endColumn]).toEqual([3, 5]);
  });

  test('empty lines inside are told, BuildKit warns about them', () => {
    expect(parseDockerfile('FROM a\nRUN x \\\n\n y\n', 'f').emptyContinuationLines).toEqual([3]);
  });

  test('comments stay with the instruction below', () => {
    const [, user] = parse('FROM a\n# plimsoll ignore=x\n\n#two\nUSER b\n');
    expect(user?.comments).toEqual([
      { line: 2, text: 'plimsoll ignore=x' },
      { line: 4, text: 'two' },
    ]);
  });
});

describe('directives', () => {
  test.each([
    [
      'several',
      '# syntax=docker/dockerfile:1\n#check=skip=all\n# ESCAPE = `\nFROM a',
      { syntax: 'docker/dockerfile:1', check: 'skip=all', escape: '`' },
    ],
    ['none after a comment', '# hello\n# syntax=x\nFROM a', {}],
    ['none after an empty line', '\n# syntax=x\nFROM a', {}],
    ['an unknown one ends them', '# foo=bar\n# syntax=x\nFROM a', {}],
    ['behind a byte-order mark', '\uFEFF# syntax=x\nFROM a', { syntax: 'x' }],
    ['syntax, but not escape, behind a shebang', '#!/bin/x\n# syntax=x\n# escape=`\nFROM a', { syntax: 'x' }],
  ])('%s', (_, text, expected) => {
    expect(parseDockerfile(text, 'f').directives).toEqual(expected);
  });
});

describe('heredocs', () => {
  test.each([
    ['plain', 'RUN <<EOF\na\nEOF', ['EOF', 'a\n', true, false, 0]],
    ['with tabs to drop', 'RUN <<-EOF\n\ta\n\t\tEOF', ['EOF', '\ta\n', true, true, 0]],
    ['quoted', 'RUN <<"EOF"\n$a\nEOF', ['EOF', '$a\n', false, false, 0]],
    ['with a name of two words', "COPY <<'two words' /x\na\ntwo words", ['two words', 'a\n', false, false, 0]],
    ['with a file descriptor', 'RUN 3<<EOF cat\na\nEOF', ['EOF', 'a\n', true, false, 3]],
    ['with blanks before the name', 'RUN cat << EOF\na\nEOF', ['EOF', 'a\n', true, false, 0]],
    ['several', 'COPY <<A <<B /x/\na\nA\nb\nB', ['A', 'a\n', true, false, 0], ['B', 'b\n', true, false, 0]],
    ['with CRLF kept', 'RUN <<EOF\r\na\r\nEOF\r\n', ['EOF', 'a\r\n', true, false, 0]],
    ['deferred', 'ONBUILD RUN <<EOF\na\nEOF', ['EOF', 'a\n', true, false, 0]],
    ['a here-string is none', 'RUN cat <<<EOF'],
    ['nor is one in JSON', 'RUN ["cat", "<<EOF"]'],
    ['nor in CMD', 'CMD cat <<EOF'],
  ])('%s', (_, text, ...expected) => {
    expect(heredocs(`FROM a\n${text}`)).toEqual([expected]);
  });

  test('a USER in a body is text, whatever the name', () => {
    expect(brief('FROM a\nRUN 3<<"A B"\nUSER 1000\nA B\nRUN x').map(([keyword]) => keyword)).toEqual([
      'FROM',
      'RUN',
      'RUN',
    ]);
  });

  test('one that never ends is refused at its instruction', () => {
    expect(() => parse('FROM a\nRUN <<EOF\nx\n')).toThrow('EOF never ends');
  });
});

describe('arguments', () => {
  test.each([
    ['ENV with =', 'ENV a=b "c d"=e f=\'g h\'', ['a', 'b', '=', '"c d"', 'e', '=', 'f', "'g h'", '=']],
    ['ENV without', 'ENV a  b  c', ['a', 'b  c', '']],
    ['JSON', 'CMD [ "a", "b\\u00e9" ]', ['a', 'bé']],
    ['broken JSON is shell form', "CMD ['a']", ["['a']"]],
    ['COPY splits at blanks', 'COPY a  b /c', ['a', 'b', '/c']],
    ['ARG keeps quotes', 'ARG a="b c" d', ['a="b c"', 'd']],
    ['HEALTHCHECK', 'HEALTHCHECK CMD a  b', ['CMD', 'a  b']],
    ['lower case', 'run  x', ['x']],
  ])('%s', (_, text, expected) => {
    expect(bodyOf(`FROM a\n${text}`)[0]?.arguments).toEqual(expected);
  });

  test.each([
    ['plain', 'COPY --from=b --chown="a b" x y', ['--from=b', '--chown=a b'], ['x', 'y']],
    ['up to --', 'CMD -- --x', [], ['--x']],
    ['an escaped quote', 'COPY --chown=\\"a x y', ['--chown="a'], ['x', 'y']],
    ['bytes taken for characters', 'COPY --chown=é x y', ['--chown=Ã©'], ['x', 'y']],
    ['of ARG the builder looks at none', 'ARG --foo --foo X=1', ['--foo', '--foo'], ['X=1']],
    ['nor of STOPSIGNAL', 'STOPSIGNAL --foo 9', ['--foo'], ['9']],
    ['nor of HEALTHCHECK NONE', 'HEALTHCHECK --foo NONE', ['--foo'], ['NONE']],
  ])('flags: %s', (_, text, flags, words) => {
    const [instruction] = bodyOf(`FROM a\n${text}`);
    expect([instruction?.flags, instruction?.arguments]).toEqual([flags, words]);
  });

  test('a COPY is known in its parts', () => {
    const [copy] = bodyOf('FROM a\nCOPY --from=b --link --exclude=*.md --exclude=x f <<X /d/\nbody\nX\n');
    expect(copy?.detail).toMatchObject({
      kind: 'COPY',
      from: 'b',
      link: true,
      excludes: ['*.md', 'x'],
      sources: ['f'],
      heredocs: [{ name: 'X', content: 'body\n' }],
      destination: '/d/',
    });
  });

  test('a heredoc in an array, spelled by escapes, is one that has no body', () => {
    const [copy] = bodyOf('FROM a\nCOPY ["\\u003c<X", "f", "/d/"]\n');
    expect(copy?.detail).toMatchObject({ sources: ['f'], heredocs: [{ name: 'X', content: '' }] });
  });

  test('mounts are known in their options', () => {
    const [run] = bodyOf('FROM a\nRUN --mount=type=cache,target=/c,sharing=locked --mount=from=b,src=/x,dst=/y,rw x');
    expect(run?.detail).toMatchObject({
      mounts: [
        { type: 'cache', target: '/c', sharing: 'locked', readOnly: false, from: null },
        { type: 'bind', source: '/x', target: '/y', readOnly: false, from: 'b' },
      ],
    });
  });

  test('HEALTHCHECK reads durations', () => {
    const [check] = bodyOf('FROM a\nHEALTHCHECK --interval=1m30s --timeout=1.5s --retries=4 CMD x');
    expect(check?.detail).toMatchObject({ intervalNs: 90e9, timeoutNs: 1.5e9, retries: 4, test: ['CMD-SHELL', 'x'] });
  });
});

describe('refused, with the line', () => {
  test.each([
    ['an unknown instruction', 'FROM a\nRUNN x', 2, 'no instruction "RUNN"'],
    ['nothing', '', 1, 'no instructions'],
    ['comments only', '# a\n\n', 1, 'no instructions'],
    ['no FROM', 'ARG a\n', 1, 'no FROM'],
    ['something before FROM', 'ARG a\nRUN x\nFROM a', 2, 'before the first FROM'],
    ['FROM with two arguments', 'FROM a b', 1, 'one or three'],
    ['a stage name that begins with a digit', 'FROM a AS 1b', 1, 'cannot name a stage'],
    ['ENV without value', 'FROM a\nENV X', 2, 'two arguments'],
    ['ENV with a word without =', 'FROM a\nENV a=b c', 2, 'no = in "c"'],
    ['COPY without destination', 'FROM a\nCOPY x', 2, 'at least two'],
    ['COPY to a heredoc', 'FROM a\nCOPY x <<E\nE', 2, 'heredoc as its destination'],
    ['nested JSON', 'FROM a\nCMD ["a", ["b"]]', 2, 'strings only'],
    ['an unknown flag', 'FROM a\nCOPY --form=x a b', 2, 'no flag --form'],
    ['a flag on an instruction that takes none', 'FROM a\nENV --x=y a=b', 2, 'no flag --x'],
    ['a flag that begins like one there is', 'FROM a\nCOPY --fromage=x a b', 2, 'no flag --fromage'],
    ['a flag twice', 'FROM a\nCOPY --from=x --from=y a b', 2, 'given twice'],
    ['a flag without value', 'FROM a\nCOPY --from a b', 2, 'lacks a value'],
    ['a switch that is neither true nor false', 'FROM a\nCOPY --link=1 a b', 2, 'true or false'],
    ['WORKDIR without argument', 'FROM a\nWORKDIR', 2, 'exactly one'],
    ['SHELL in shell form', 'FROM a\nSHELL sh -c', 2, 'JSON array only'],
    ['ONBUILD ONBUILD', 'FROM a\nONBUILD ONBUILD RUN x', 2, 'chained'],
    ['ONBUILD FROM', 'FROM a\nONBUILD FROM b', 2, 'cannot trigger FROM'],
    ['HEALTHCHECK of no type', 'FROM a\nHEALTHCHECK x', 2, 'no type "x"'],
    ['HEALTHCHECK NONE with more', 'FROM a\nHEALTHCHECK NONE x', 2, 'takes no arguments'],
    ['an interval below a millisecond', 'FROM a\nHEALTHCHECK --interval=1us CMD x', 2, '--interval cannot be 1us'],
    ['no network mode', 'FROM a\nRUN --network= x', 2, 'no network mode ""'],
    ['a device of no name', 'FROM a\nRUN --device= x', 2, '--device lacks a value'],
    ['a check option there is not', '#!/x\n# check=skip=all;x=y\nFROM a', 2, 'no option "x=y"'],
    ['a check option that is neither true nor false', '# check=error=maybe\nFROM a', 1, 'no option "error=maybe"'],
    ['a mount from a variable', 'FROM a\nRUN --mount=from=$x,target=/y x', 2, 'cannot hold a variable'],
    ['an escape that is none', '# escape=x\nFROM a', 1, 'cannot be x'],
    ['a directive twice', '# syntax=a\n# syntax=b\nFROM a', 2, 'given twice'],
    ['a line longer than BuildKit reads', `FROM a\nRUN ${'x'.repeat(65_536)}`, 2, 'longer than Docker reads'],
  ])('%s', (_, text, line, message) => {
    const shown = text.split('\n')[line - 1]?.slice(0, 20) ?? '';
    const thrown = refusalOf(() => parse(text));
    expect([thrown.problems[0]?.place?.line, thrown.message]).toEqual([line, expect.stringContaining(message)]);
    expect(thrown.problems[0]).toMatchObject({
      expected: expect.any(String),
      got: expect.stringContaining(shown),
    });
  });

  test('no secret of the line is shown', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const { problems } = refusalOf(() => parse(`FROM a\nENV DB_PASSWORD=hunter2 ${token}\n`));
    expect(problems[0]?.got).toBe('ENV DB_PASSWORD=(7 characters, not shown) (40 characters, not shown)');
    expect(problems[0]?.message).toBe('There is no = in "(40 characters, not shown)".');
  });

  test('the nearest instruction is named', () => {
    expect(refusalOf(() => parse('FROM a\nENTRYPONT x')).problems[0]).toMatchObject({ expected: 'ENTRYPOINT' });
  });

  test.each([
    ['FROM a\nFOO\nUSER\nUSER b\nBAR', [2, 3, 5]],
    ['FROM a\nUSER\nRUN --x=y z\nONBUILD ONBUILD RUN <<EOF\necho\nEOF', [2, 3, 4]],
    ['FROM a\nUSER\nRUN <<EOF\nBAR\n', [2, 3]],
  ])('every mistake of %j is told at once, but none of what may be no instruction', (text, expected) => {
    const lines = refusalOf(() => parse(text)).problems.map(({ place }) => place?.line);
    expect(lines).toEqual(expected);
  });
});
