import { array, assert, constantFrom, property, stringMatching, tuple, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { keywords } from '../../src/dockerfile/instruction.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import { UserError } from '../../src/errors.ts';

/** Anything but a UserError is our bug. */
function understand(text: Uint8Array | string): boolean {
  try {
    describeDockerfile(text, 'Dockerfile');
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

const piece = constantFrom(
  ...keywords,
  ' ',
  '\n',
  '\\\n',
  '\r\n',
  '\t',
  '#',
  '<<',
  'EOF',
  '-',
  '--',
  '=',
  '"',
  "'",
  '\\',
  '`',
  '$',
  '${',
  '}',
  ':-',
  ':?',
  '%',
  '##',
  '/',
  '[',
  ']',
  '{"',
  ',',
  '\u0085',
  '\uFEFF',
  '\u0000',
  'é',
  '💥',
  '0',
  '80/tcp',
  'a',
  'x y',
  'AS',
  'scratch',
  '--from=',
  '--mount=type=',
  '@sha256:',
  '.',
);

test('no bytes crash it', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (bytes) => {
      expect(understand(bytes)).toBeTypeOf('boolean');
    }),
    { numRuns: 300 },
  );
});

test('nor does anything that looks like a Dockerfile', () => {
  assert(
    property(array(piece, { maxLength: 60 }), (pieces) => {
      expect(understand(`FROM a\n${pieces.join('')}`)).toBeTypeOf('boolean');
    }),
    { numRuns: 800 },
  );
});

test('an instruction printed again reads the same', () => {
  const line = tuple(
    constantFrom('RUN', 'USER', 'CMD', 'ENV a=', 'LABEL x ', 'COPY a '),
    stringMatching(/^[\w$./"'-]{1,20}$/),
  );
  assert(
    property(array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const text = `FROM a\n${lines.map(([head, tail]) => `${head} ${tail}`).join('\n')}\n`;
      const [once, twice] = [text, `# c\n\n${text.replaceAll('\n', '\n\n  ')}`].map(shape);
      expect(twice).toEqual(once);
    }),
    { numRuns: 200 },
  );
});

function shape(text: string): readonly unknown[] | string {
  try {
    return parseDockerfile(text, 'D').instructions.map(({ keyword, arguments: words, flags }) => [
      keyword,
      flags,
      words,
    ]);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

test('ten thousand lines are read line by line: every line costs one instruction', () => {
  const text = `FROM a\n${'RUN x && \\\n  y\n'.repeat(5000)}`;
  expect(parseDockerfile(text, 'D').instructions).toHaveLength(5001);
});
