import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { root } from '../support/source-files.ts';

type Lines = readonly (readonly [keyword: string, startLine: number, endLine: number])[];

const ours = (text: string): Lines =>
  parseDockerfile(text, 'Dockerfile').instructions.map(({ keyword, startLine, endLine }) => [
    keyword,
    startLine,
    endLine,
  ]);

/** A second parser, written by others. Heredocs and comments after a continuation are left out: it misreads them. */
const theirs = (text: string): Lines =>
  DockerfileParser.parse(text)
    .getInstructions()
    .map((one) => [one.getKeyword(), one.getRange().start.line + 1, one.getRange().end.line + 1]);

describe('a second parser sees the same instructions on the same lines', () => {
  test.each([
    'c-hello/Dockerfile',
    'c-hello/Dockerfile.single',
    'c-hello/Dockerfile.scratch-static',
    'c-hello/Dockerfile.scratch-dynamic',
    'go-http/Dockerfile',
    'go-http/Dockerfile.single',
    'java-four-ways/Dockerfile',
    'java-four-ways/Dockerfile.full-jdk',
    'node-service/Dockerfile',
    'node-service/Dockerfile.single',
  ])('examples/%s', (path) => {
    const text = readFileSync(join(root, 'examples', path), 'utf8');
    expect(ours(text)).toEqual(theirs(text));
  });

  const line = constantFrom(
    'RUN make \\\n  && make install\n',
    'run ["sh", "-c", "x"]\n',
    'ENV A=1 B="two words" \\\n    C=3\n',
    'COPY --chown=1:1 a b c/\n',
    '# a comment\n',
    '\n',
    'LABEL a="x\\\ny"\n',
    'HEALTHCHECK --interval=5s CMD true\n',
    'ONBUILD RUN echo hi\n',
    '  USER 1000  \n',
    'EXPOSE 80/tcp 443\n',
    'ENTRYPOINT ["/app"]\n',
  );
  test('and of any instructions one below the other', () => {
    assert(
      property(array(line, { maxLength: 20 }), (lines) => {
        const text = `FROM a AS b\n${lines.join('')}FROM c\n`;
        expect(ours(text)).toEqual(theirs(text));
      }),
      { numRuns: 100 },
    );
  });
});
