import { array, assert, constantFrom, nat, property, stringMatching, tuple, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { keywords } from '../../src/dockerfile/instruction.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import { UserError } from '../../src/errors.ts';
import { judge } from '../../src/policy/judge.ts';
import { rules } from '../../src/policy/rules/index.ts';

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

test('nor does anything that looks like a Dockerfile', { tags: 'thorough' }, () => {
  assert(
    property(array(piece, { maxLength: 60 }), (pieces) => {
      expect(understand(`FROM a\n${pieces.join('')}`)).toBeTypeOf('boolean');
    }),
    { numRuns: 800 },
  );
});

const wellFormed = `# escape=\\
ARG V=1
FROM debian:\${V:-12} AS build
ENV A="b c" D=\${A#b}
RUN --mount=type=cache,target=/var/cache/apt apt-get update && \\
    # why
    apt-get install -y gcc
COPY <<-"EOF" /x
	hello
	EOF
FROM scratch
COPY --from=build --chown=1:1 /x /x
ONBUILD RUN pip install x
HEALTHCHECK --interval=5s CMD ["/x", "ok"]
ENTRYPOINT exec /x
CMD ["a"]
`;

test('nor do small changes to a sound one, nor the rules that read it', { tags: 'thorough' }, () => {
  const change = tuple(nat(), constantFrom('insert', 'remove', 'repeat'), piece, nat(20));
  expect(understand(wellFormed)).toBe(true);
  const readers = rules.filter(({ withoutImage, alsoUnbuilt }) => withoutImage === true || alsoUnbuilt === true);
  assert(
    property(array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = changes.reduce((before, [place, what, added, length]) => {
        const at = place % (before.length + 1);
        const own = before.slice(at, at + length);
        const middle = { insert: added + own, remove: '', repeat: own + own }[what];
        return before.slice(0, at) + middle + before.slice(at + length);
      }, wellFormed);
      if (!understand(text)) return;
      const subject = { imageName: 'app', notBuilt: 'No.', dockerfile: describeDockerfile(text, 'Dockerfile') };
      const uses = readers.flatMap((rule) => {
        const options = rule.options.safeParse({});
        return options.success
          ? [{ rule, level: 'error', options: options.data, origin: 'a test', whenNotRun: 'pass' } as const]
          : [];
      });
      expect(judge({ uses, waivers: [], sources: [], digest: '' }, subject, '2026-01-01').passed).toBeInstanceOf(Array);
    }),
    { numRuns: 1500, seed: 4 },
  );
});

test('an instruction printed again reads the same', { tags: 'thorough' }, () => {
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
