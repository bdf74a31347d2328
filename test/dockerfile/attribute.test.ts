import { describe, expect, test } from 'vitest';
import { attributeLayers, ownLayers } from '../../src/dockerfile/attribute.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import type { BuildOptions } from '../../src/dockerfile/expand.ts';
import type { HistoryEntry } from '../../src/image/image.ts';

/** History lines as `docker history` shows them, oldest first; those that made no layer begin with `- `. */
const historyOf = (lines: readonly string[]): readonly HistoryEntry[] =>
  lines.map((line) => ({ createdBy: line.replace(/^- /, ''), comment: '', emptyLayer: line.startsWith('- ') }));
const base = ['ADD rootfs.tar / # base', '- CMD ["sh"]'];
const linesOf = (dockerfile: string, history: readonly string[], options: BuildOptions = {}) =>
  attributeLayers(historyOf(history), describeDockerfile(dockerfile, 'Dockerfile', options)).map(
    (lines) => lines?.startLine,
  );
const ownOf = (dockerfile: string, history: readonly string[]) =>
  ownLayers(historyOf(history), describeDockerfile(dockerfile, 'Dockerfile'));

describe('layers find their lines', () => {
  test.each<[string, string, readonly string[], readonly (number | undefined)[]]>([
    [
      'of BuildKit',
      'FROM b\nENV A=1\nRUN x\nCOPY f /\nWORKDIR /w\nCMD ["a"]',
      [...base, '- ENV A=1', 'RUN /bin/sh -c x # buildkit', 'COPY f / # buildkit', 'WORKDIR /w', '- CMD ["a"]'],
      [1, 3, 4, 5],
    ],
    [
      'of the classic builder',
      'FROM b\nENV A=1\nRUN x\nCOPY f /\nADD g /h/\nCMD ["a"]',
      [
        ...base,
        '- /bin/sh -c #(nop)  ENV A=1',
        '/bin/sh -c x',
        '/bin/sh -c #(nop) COPY file:0a1b in / ',
        '/bin/sh -c #(nop) ADD dir:0a1b in /h/ ',
        '- /bin/sh -c #(nop)  CMD ["a"]',
      ],
      [1, 3, 4, 5],
    ],
    [
      'with ARGs in front',
      'FROM b\nARG A=1\nRUN x $A',
      [...base, '- ARG A=1', 'RUN |1 A=1 /bin/sh -c x $A # buildkit'],
      [1, 3],
    ],
    [
      'with ARGs whose values hold blanks',
      'FROM b\nARG A\nRUN x',
      [...base, '- /bin/sh -c #(nop)  ARG A', '|1 A=y /bin/sh -c z /bin/sh -c x'],
      [1, 3],
    ],
    [
      'under a shell the base image set',
      'FROM b\nRUN x',
      [...base, 'RUN /bin/bash -o pipefail -c x # buildkit'],
      [1, 2],
    ],
    ['in exec form', 'FROM b\nRUN ["a","b c"]', [...base, 'RUN a b c # buildkit'], [1, 2]],
    [
      'from a heredoc',
      'FROM b\nRUN <<E\na\nb\nE\nCOPY <<F /f\nx\nF',
      [...base, 'RUN /bin/sh -c a\nb\n # buildkit', 'COPY <<F /f # buildkit'],
      [1, 2, 6],
    ],
    [
      'from a heredoc given to a program',
      'FROM b\nRUN python3 <<E\na\nE',
      [...base, 'RUN /bin/sh -c python3 <<E\na\nE # buildkit'],
      [1, 2],
    ],
    [
      'from a heredoc with its interpreter',
      'FROM b\nRUN <<E\n#!/x\na\nE',
      [...base, 'RUN /bin/sh -c /dev/pipes/E # buildkit'],
      [1, 2],
    ],
    [
      'of two equal RUNs',
      'FROM b\nRUN x\nRUN x',
      [...base, 'RUN /bin/sh -c x # buildkit', 'RUN /bin/sh -c x # buildkit'],
      [1, 2, 3],
    ],
    [
      'with flags in front',
      'FROM b\nCOPY --chown=1:2 --link --from=c f /g',
      [...base, 'COPY --chown=1:2 f /g # buildkit'],
      [1, 2],
    ],
    ['with flags left out by old BuildKit', 'FROM b\nCOPY --chown=1:2 f /g', [...base, 'COPY f /g # buildkit'], [1, 2]],
    [
      'whose values the base image decides',
      'FROM b\nCOPY f $HOME_OF_BASE/\nWORKDIR sub',
      [...base, 'COPY f /home/x/ # buildkit', 'WORKDIR /home/x/sub'],
      [1, 2, 3],
    ],
    [
      'of stages built from each other',
      'FROM b AS s\nRUN x\nFROM c AS no\nRUN no\nFROM s\nRUN y',
      [...base, 'RUN /bin/sh -c x # buildkit', 'RUN /bin/sh -c y # buildkit'],
      [1, 2, 6],
    ],
    [
      'of ONBUILD in a stage',
      'FROM b AS s\nONBUILD RUN x\nFROM s\nRUN y',
      [...base, 'RUN /bin/sh -c x # buildkit', 'RUN /bin/sh -c y # buildkit'],
      [1, 2, 4],
    ],
    [
      'beside ONBUILD lines of the classic builder',
      'FROM b\nRUN x\nONBUILD RUN y',
      [...base, '/bin/sh -c x', '- /bin/sh -c #(nop)  ONBUILD RUN y'],
      [1, 2],
    ],
    [
      'below labels given to the build',
      'FROM b\nRUN x',
      [...base, '/bin/sh -c x', '- /bin/sh -c #(nop)  LABEL a=b'],
      [1, 2],
    ],
    ['on scratch', 'FROM scratch\nCOPY f /', ['COPY f / # buildkit'], [2]],
    ['that have none: all is base', 'FROM b\nUSER 1', [...base, '- USER 1'], [1]],
  ])('%s', (_, dockerfile, history, expected) => {
    expect(linesOf(dockerfile, history)).toEqual(expected);
  });

  test('of the stage that was built', () => {
    const text = 'FROM b AS s\nRUN x\nFROM s\nRUN y';
    expect(linesOf(text, [...base, 'RUN /bin/sh -c x # buildkit'], { target: 's' })).toEqual([1, 2]);
  });

  test('with first and last line', () => {
    const report = describeDockerfile('FROM b\nRUN <<E\nx\nE', 'D');
    const [, run] = attributeLayers(historyOf([...base, 'RUN /bin/sh -c x\n # buildkit']), report);
    expect(run).toEqual({ file: 'D', startLine: 2, endLine: 4 });
  });
});

describe('what is not certain is left out', () => {
  test.each<[string, string, readonly string[], readonly (number | undefined)[]]>([
    [
      'below a RUN of another Dockerfile',
      'FROM b\nRUN x\nRUN y',
      [...base, 'RUN /bin/sh -c other # buildkit', 'RUN /bin/sh -c y # buildkit'],
      [undefined, undefined, 3],
    ],
    [
      'when a command only ends alike',
      'FROM b\nRUN x',
      [...base, 'RUN /bin/sh -c y && x # buildkit'],
      [undefined, undefined],
    ],
    ['when a COPY names other files', 'FROM b\nCOPY a /', [...base, 'COPY b / # buildkit'], [undefined, undefined]],
    [
      'when the classic builder copied elsewhere',
      'FROM b\nCOPY a /x',
      [...base, '/bin/sh -c #(nop) COPY file:0a in /y '],
      [undefined, undefined],
    ],
    ['when the history is shorter', 'FROM b\nRUN x\nRUN y', ['RUN /bin/sh -c y # buildkit'], [3]],
    ['when scratch has layers', 'FROM scratch\nCOPY f /', [...base, 'COPY f / # buildkit'], [undefined, 2]],
    [
      'when a committed container lies on top',
      'FROM b\nRUN x',
      [...base, 'RUN /bin/sh -c x # buildkit', 'sh'],
      [undefined, undefined, undefined],
    ],
    [
      'when all layers are lumped into the last line',
      'FROM b\nRUN x\nCMD ["a"]',
      [...base, '- /bin/sh -c x', '/bin/sh -c #(nop) CMD ["a"]'],
      [1, undefined],
    ],
  ])('%s', (_, dockerfile, history, expected) => {
    expect(linesOf(dockerfile, history)).toEqual(expected);
  });

  test('a squashed layer belongs to no line', () => {
    const history = [
      ...historyOf([...base, '- /bin/sh -c x', '- /bin/sh -c y']),
      { createdBy: '', comment: 'merge sha256:a to sha256:b', emptyLayer: false },
    ];
    expect(
      attributeLayers(history, describeDockerfile('FROM b\nRUN x\nRUN y', 'D')).map((lines) => lines?.startLine),
    ).toEqual([1, undefined]);
  });
});

test.each<[string, string, readonly string[], number | undefined]>([
  [
    'layers above the base',
    'FROM b\nRUN x\nCOPY f /',
    [...base, 'RUN /bin/sh -c x # buildkit', 'COPY f / # buildkit'],
    2,
  ],
  ['a RUN that changed nothing is none', 'FROM b\nRUN x\nRUN y', [...base, '/bin/sh -c x', '- /bin/sh -c y'], 1],
  ['unknown when history and Dockerfile differ', 'FROM b\nRUN x', [...base, 'RUN /bin/sh -c z # buildkit'], undefined],
])('own layers: %s', (_, dockerfile, history, expected) => {
  expect(ownOf(dockerfile, history)).toBe(expected);
});
