import { describe, expect, test } from 'vitest';
import { factsOfInspect, imageInspect } from '../../../src/adapters/engine/facts.ts';

const id = `sha256:${'a'.repeat(64)}`;
const layer = (digit: string): string => `sha256:${digit.repeat(64)}`;
const inspect = (layers: readonly string[], more: object = {}): ReturnType<typeof imageInspect.parse> =>
  imageInspect.parse({
    Id: id,
    Os: 'linux',
    Architecture: 'arm64',
    Variant: 'v8',
    RootFS: { Layers: layers },
    ...more,
  });
const step = (CreatedBy: string, Size: number): { CreatedBy: string; Comment: string; Size: number } => ({
  CreatedBy,
  Comment: '',
  Size,
});

describe('which history entries made a layer', () => {
  // Newest first, as the engine answers.
  test.each([
    [
      'those with bytes, when that is as many as there are layers',
      [step('CMD x', 0), step('RUN a', 5), step('WORKDIR /', 0), step('ADD', 9)],
      2,
      [false, true, false, true],
    ],
    [
      'those that could and must have, even without bytes',
      [step('ENV a=b', 0), step('RUN true', 0), step('ADD', 9)],
      2,
      [false, false, true],
    ],
    [
      'the classic builder’s spelling of nothing',
      [step('/bin/sh -c #(nop)  CMD ["x"]', 0), step('/bin/sh -c true', 0), step('/bin/sh -c #(nop) ADD file', 9)],
      2,
      [false, false, true],
    ],
    [
      'nothing can be said when some did and some did not',
      [step('RUN true', 0), step('WORKDIR /', 0), step('ADD', 9)],
      2,
      undefined,
    ],
    ['nothing can be said of a squashed image', [step('RUN a', 4), step('RUN b', 5)], 1, undefined],
    ['an image without layers', [step('CMD x', 0)], 0, [true]],
  ])('%s', (_what, history, layers, emptyOldestFirst) => {
    const facts = factsOfInspect(inspect(Array.from({ length: layers }, (_, index) => layer(String(index)))), history);
    expect(facts?.history.map(({ emptyLayer }) => emptyLayer)).toEqual(emptyOldestFirst);
  });
});

test('the configuration is read as the image states it', () => {
  const config = {
    User: '1000',
    Entrypoint: ['/a'],
    Cmd: null,
    WorkingDir: '/w',
    Env: ['A=b'],
    ExposedPorts: { '80/tcp': {} },
    Volumes: null,
    Labels: { l: 'v' },
    Healthcheck: { Test: ['NONE'], Interval: 5 },
    OnBuild: null,
    StopSignal: 'SIGINT',
  };
  expect(factsOfInspect(inspect([], { Config: config }), [])).toMatchObject({
    imageId: id,
    platform: 'linux/arm64/v8',
    config: {
      user: '1000',
      entrypoint: ['/a'],
      workingDir: '/w',
      env: ['A=b'],
      exposedPorts: ['80/tcp'],
      volumes: [],
      labels: { l: 'v' },
      healthcheck: { test: ['NONE'], intervalNs: 5 },
      stopSignal: 'SIGINT',
    },
  });
});

test.each([
  ['an ID that is no digest', { Id: 'sha256:short' }, 'a digest'],
  ['no architecture', { Architecture: undefined }, 'expected string'],
])('%s is refused', (_what, more, why) => {
  expect(() => inspect([], more)).toThrow(why);
});
