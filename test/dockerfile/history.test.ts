import { expect, test } from 'vitest';
import { describeDockerfile } from '../../src/dockerfile/report.ts';

// Lines as BuildKit 0.2x writes them.
test.each([
  ['ARG', 'ARG A=1 B', ['- ARG A=1 B']],
  ['ENV', 'ENV A="b c" D=$HOME', ['- ENV A=b c D=']],
  [
    'RUN with the ARGs declared so far',
    'ARG A=1\nARG B\nRUN x $A',
    ['- ARG A=1', '- ARG B', 'RUN |2 A=1 B= /bin/sh -c x $A # buildkit'],
  ],
  [
    'COPY',
    'ARG S=f\nCOPY --chmod=755 --parents $S g /d/',
    ['- ARG S=f', 'COPY --parents --chmod=755 f g /d/ # buildkit'],
  ],
  ['WORKDIR', 'WORKDIR /\nWORKDIR a', ['- WORKDIR /', 'WORKDIR /a']],
  ['CMD', 'CMD a "b"', ['- CMD ["/bin/sh" "-c" "a \\"b\\""]']],
  ['control characters', 'CMD ["\\u0007\\u0001"]', ['- CMD ["\\a\\x01"]']],
  ['EXPOSE', 'EXPOSE 80 53/udp', ['- EXPOSE [53/udp 80/tcp]']],
  ['VOLUME', 'VOLUME ["/a b", "/c"]', ['- VOLUME [/a b /c]']],
  [
    'HEALTHCHECK',
    'HEALTHCHECK --interval=90s --timeout=500ms --start-period=1h --retries=2 CMD a b',
    ['- HEALTHCHECK {Test:[CMD-SHELL a b] Interval:1m30s Timeout:500ms StartPeriod:1h0m0s StartInterval:0s Retries:2}'],
  ],
  [
    'USER, STOPSIGNAL, SHELL, MAINTAINER',
    'USER a\nSTOPSIGNAL 9\nSHELL ["b","-c"]\nMAINTAINER c d',
    ['- USER a', '- STOPSIGNAL 9', '- SHELL [b -c]', '- MAINTAINER c d'],
  ],
  ['ONBUILD leaves none', 'ONBUILD RUN x', []],
])('the history says of %s what BuildKit does', (_, body, expected) => {
  const { history } = describeDockerfile(`FROM b\n${body}`, 'D');
  expect(history.map(({ createdBy, emptyLayer }) => `${emptyLayer ? '- ' : ''}${createdBy}`)).toEqual(expected);
});
