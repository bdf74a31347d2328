import { describe, expect, test } from 'vitest';
import { decodeStatus } from '../../../src/adapters/engine/trace.ts';

// Sent by Docker Engine 20.10 for a RUN that failed; the expected values are those of protobufjs.
const captured =
  'CrYCCkdzaGEyNTY6MDNhMTYyODc5M2E5YzgwYmJhYjlkYmJjN2JiNmM5MWU2YWQ2Y2Q0NDU1MzE1OGFmMjljNTRjNGEyYjYzMTZlNxJHc2hhMjU2OmVkNTEwOTM3ZjcyZjA3NWQ4N2M2ZjgzOWNhMGE4ZDdkMDhlNDMwZmJhMDFkNGZiMjI4NWY1MmJhODg5ZTQ3ZjEaMVtidWlsZCAzLzNdIFJVTiBlY2hvIG9uZSAgICYmIGVjaG8gdHdvICAmJiBleGl0IDcqDAimp4XYBhDAtMW+AzILCKenhdgGEL3lg0U6VGV4ZWN1dG9yIGZhaWxlZCBydW5uaW5nIFsvYmluL3NoIC1jIGVjaG8gb25lICAgJiYgZWNobyB0d28gICYmIGV4aXQgN106IGV4aXQgY29kZTogNw==';

describe('a status message of BuildKit', () => {
  test('a failed step', () => {
    expect(decodeStatus(Buffer.from(captured, 'base64'))).toEqual({
      vertexes: [
        {
          digest: 'sha256:03a1628793a9c80bbab9dbbc7bb6c91e6ad6cd44553158af29c54c4a2b6316e7',
          name: '[build 3/3] RUN echo one   && echo two  && exit 7',
          cached: false,
          started: true,
          completed: true,
          error: 'executor failed running [/bin/sh -c echo one   && echo two  && exit 7]: exit code: 7',
        },
      ],
      logs: [],
    });
  });

  test('output of a step, between fields that are not known', () => {
    // VertexLog{vertex: "v", timestamp, stream: 1, msg: "hi\n"} with a fixed64 and a fixed32 field around.
    const log = [0x0a, 1, 0x76, 0x12, 2, 8, 1, 0x18, 1, 0x79, 0, 0, 0, 0, 0, 0, 0, 0, 0x22, 3, 0x68, 0x69, 0x0a];
    const message = [0x7d, 0, 0, 0, 0, 0x1a, log.length, ...log, 0x50, 0xff, 1];
    expect(decodeStatus(Uint8Array.from(message))).toEqual({
      vertexes: [],
      logs: [{ vertex: 'v', bytes: Uint8Array.from(Buffer.from('hi\n')) }],
    });
  });

  test('how far a step is with moving bytes', () => {
    // VertexStatus{ID: "l", vertex: "v", current: 300, total: 70000}
    const moved = [0x0a, 1, 0x6c, 0x12, 1, 0x76, 0x20, 0xac, 2, 0x28, 0xf0, 0xa2, 4];
    expect(decodeStatus(Uint8Array.from([0x12, moved.length, ...moved]))).toEqual({
      vertexes: [],
      logs: [],
      transfers: [{ vertex: 'v', id: 'l', bytes: 300, totalBytes: 70_000 }],
    });
  });

  test('an empty message', () => {
    expect(decodeStatus(new Uint8Array())).toEqual({ vertexes: [], logs: [] });
  });

  test.each([
    ['cut in a length', [0x0a, 0x80]],
    ['cut in a body', [0x0a, 5, 1]],
    ['a group, which protobuf 3 does not have', [0x0b]],
    ['an endless number', Array.from({ length: 30 }, () => 0xff)],
  ])('%s is refused', (_what, bytes) => {
    expect(() => decodeStatus(Uint8Array.from(bytes))).toThrow(/no protobuf message/);
  });
});
