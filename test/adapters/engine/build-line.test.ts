import { describe, expect, test } from 'vitest';
import { locateFailure } from '../../../src/adapters/engine/build-line.ts';

const dockerfile = `ARG BASE=debian
FROM \${BASE} AS build
ENV A=b
RUN one

RUN two \\
  && three
FROM scratch
COPY --from=build /a /b
FROM build AS last
WORKDIR /x
COPY --from=busybox:1 /bin/sh /sh
`;

describe("the failing line, from the engine's words", () => {
  test.each([
    ['a step of a named stage', '[build 2/3] RUN one', 4],
    ['the first line of a long instruction', '[build 3/3] RUN two && three', 6],
    ['the base of a stage', '[build 1/3] FROM docker.io/library/debian', 2],
    ['a stage without a name or a counted base', '[stage-1 1/1] COPY --from=build /a /b', 9],
    ['a stage on another one', '[last 2/2] COPY --from=busybox:1 /bin/sh /sh', 12],
    ['with a platform', '[linux/arm64 build 2/3] RUN one', 4],
    ['an image that a COPY names', '[internal] load metadata for docker.io/library/busybox:1', 12],
    ['an image behind the only variable', '[internal] load metadata for docker.io/library/debian:latest', 2],
    ['the classic builder, which counts all', 'Step 5/9 : RUN two', 6],
    ['numbers that are not the file’s (ONBUILD)', '[build 2/5] RUN one', undefined],
    ['a stage that is not there', '[other 2/3] RUN one', undefined],
    ['a step that is no instruction', 'exporting to image', undefined],
  ])('%s', (_what, step, line) => {
    expect(locateFailure({ message: 'x', step, output: [] }, dockerfile)).toBe(line);
  });

  test.each([
    ['dockerfile parse error line 3: unknown instruction: FOO', 3],
    ['failed to solve: dockerfile parse error on line 12: unknown instruction', 12],
    ['target stage x could not be found', undefined],
  ])('%s', (message, line) => {
    expect(locateFailure({ message, output: [] }, dockerfile)).toBe(line);
  });

  test("a step's own text names no line", () => {
    const message = 'process "echo dockerfile parse error line 9: x" did not complete';
    expect(locateFailure({ message, step: '[build 2/3] RUN echo', output: [] }, dockerfile)).toBe(4);
  });

  test('a Dockerfile we cannot parse has no line but what the engine says', () => {
    expect(locateFailure({ message: 'x', step: '[1/2] RUN a', output: [] }, 'NOT A DOCKERFILE')).toBeUndefined();
  });
});
