import { describe, expect, test } from 'vitest';
import { followBuild } from '../../src/adapters/build-follower.ts';
import { readBuildEvents } from '../../src/adapters/engine/build-events.ts';
import type { Vertex } from '../../src/adapters/engine/trace.ts';
import { recordedProgress } from '../support/progress.ts';

const vertex = (name: string, more: Partial<Vertex> = {}): Vertex => ({
  digest: name,
  name,
  cached: false,
  started: true,
  completed: false,
  error: '',
  ...more,
});
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('following a build', () => {
  test('a character cut between two messages is put together', () => {
    const progress = recordedProgress();
    const follower = followBuild(progress);
    const [one, other] = [bytes('né\n').subarray(0, 2), bytes('né\n').subarray(2)];
    follower.status({ vertexes: [], logs: [{ vertex: 'a', bytes: one }] });
    follower.status({ vertexes: [], logs: [{ vertex: 'b', bytes: bytes('x\n') }] });
    follower.status({ vertexes: [], logs: [{ vertex: 'a', bytes: other }] });
    expect(progress.lines).toEqual(['x', 'né']);
  });

  test('each step is told once, however often it is sent', () => {
    const progress = recordedProgress();
    const follower = followBuild(progress);
    const ended = vertex('[1/2] RUN a', { completed: true, cached: true });
    for (const each of [vertex('[1/2] RUN a'), ended, ended]) follower.status({ vertexes: [each], logs: [] });
    expect(progress.steps).toEqual(['[1/2] RUN a', '[1/2] RUN a: cached']);
  });

  test('where the end of a build is lost, no step stays open', () => {
    const progress = recordedProgress();
    const follower = followBuild(progress);
    for (const each of [vertex('a'), vertex('a', { completed: true }), vertex('b')])
      follower.status({ vertexes: [each], logs: [] });
    follower.lost('b'.repeat(64));
    expect(progress.steps).toEqual(['a', 'a: done', 'b', 'b: its end was not told']);
    expect(follower.outcome()).toEqual({ imageId: `sha256:${'b'.repeat(64)}` });
  });

  test('a step that fetches tells how many bytes of how many', () => {
    const progress = recordedProgress();
    const follower = followBuild(progress);
    const transfer = (id: string, moved: number, totalBytes: number) => ({
      vertex: 'FROM',
      id,
      bytes: moved,
      totalBytes,
    });
    follower.status({ vertexes: [vertex('FROM')], logs: [], transfers: [transfer('a', 0, 30_000_000)] });
    follower.status({ vertexes: [], logs: [], transfers: [transfer('a', 1_000_000, 30_000_000)] });
    follower.status({ vertexes: [], logs: [], transfers: [transfer('b', 500_000, 10_000_000)] });
    follower.status({ vertexes: [], logs: [], transfers: [transfer('c', 500_000, 0)] });
    expect(progress.updates).toEqual(['FROM: 1.0 MB of 30.0 MB', 'FROM: 1.5 MB of 40.0 MB', 'FROM: 2.0 MB']);
  });

  test('the failing step is the one that was not merely cancelled, with its own last lines', () => {
    const follower = followBuild(recordedProgress());
    const logs = [
      ...Array.from({ length: 30 }, (_, index) => ({ vertex: 'bad', bytes: bytes(`line ${index}\n`) })),
      { vertex: 'other', bytes: bytes('noise\n') },
    ];
    follower.status({
      vertexes: [
        vertex('other', { error: 'context canceled' }),
        vertex('bad', { error: 'exit code: 1' }),
        vertex('third', { error: 'context canceled' }),
      ],
      logs,
    });
    follower.failed('failed to solve: exit code: 1');
    const { failure } = follower.outcome();
    expect(failure?.step).toBe('bad');
    expect(failure?.output).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index + 10}`));
  });

  test('an endless line is cut', () => {
    const follower = followBuild(recordedProgress());
    for (let part = 0; part < 100; part += 1) follower.text('x'.repeat(10_000));
    follower.failed('no');
    expect(follower.outcome().failure?.output.map((line) => line.length)).toEqual([2_000]);
  });
});

const outcomeOf = async (
  ...chunks: readonly Uint8Array[]
): Promise<ReturnType<ReturnType<typeof followBuild>['outcome']>> => {
  const follower = followBuild(recordedProgress());
  await readBuildEvents(
    (async function* () {
      yield* chunks;
    })(),
    follower,
  );
  return follower.outcome();
};

describe("the engine's events", () => {
  test.each([
    ['BuildKit', '{"id":"moby.image.id","aux":{"ID":"sha256:aa"}}\n', 'sha256:aa'],
    ['the classic builder', '{"aux":{"ID":"sha256:bb"}}\r\n', 'sha256:bb'],
    ['Podman, which leaves the algorithm out', `{"aux":{"ID":"${'c'.repeat(64)}"}}`, `sha256:${'c'.repeat(64)}`],
  ])('the image of %s', async (_what, text, imageId) => {
    expect(await outcomeOf(bytes(text))).toEqual({ imageId });
  });

  test('an error is an event like any other, even without a last line end', async () => {
    const text = '{"stream":"Step 2/3 : RUN é"}\n{"errorDetail":{"message":"boom é"},"error":"boom"}';
    const cut = Buffer.byteLength('{"stream":"Step 2/3 : RUN ') + 1;
    expect(await outcomeOf(bytes(text).subarray(0, cut), bytes(text).subarray(cut))).toEqual({
      failure: { message: 'boom é', step: 'Step 2/3 : RUN é', output: ['Step 2/3 : RUN é'] },
    });
  });

  test.each([
    ['not json\n', 'JSON'],
    ['{"stream":7}\n', 'expected string'],
  ])('%j is refused', async (text, why) => {
    await expect(outcomeOf(bytes(text))).rejects.toThrow(why);
  });
});
