import { describe, expect, test } from 'vitest';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import type { BuildOptions } from '../../src/dockerfile/expand.ts';
import { refusalOf } from '../support/refusal.ts';

const describeFile = (text: string, options: BuildOptions = {}) => describeDockerfile(text, 'Dockerfile', options);
const bases = (text: string, options?: BuildOptions) =>
  describeFile(text, options).stages.map(({ base }) => base.reference ?? base.stage);

describe('FROM', () => {
  test.each([
    ['an image is completed', 'FROM node', {}, ['docker.io/library/node:latest']],
    [
      'tag and digest stay together',
      `FROM a/b:1@sha256:${'0'.repeat(64)}`,
      {},
      [`docker.io/a/b:1@sha256:${'0'.repeat(64)}`],
    ],
    ['scratch is no image', 'FROM scratch', {}, ['scratch']],
    ['a stage above by name', 'FROM a AS one\nFROM one', {}, ['docker.io/library/a:latest', 0]],
    ['an ARG before it', 'ARG V=1\nFROM a:$V', {}, ['docker.io/library/a:1']],
    ['a given argument', 'ARG V=1\nFROM a:$V', { buildArgs: { V: '2' } }, ['docker.io/library/a:2']],
    ['a default beside the colon of a registry', 'ARG R\nFROM ${R:-x:5000}/a:b', {}, ['x:5000/a:b']],
    [
      'an ARG of a stage is not seen by the next FROM',
      'FROM a\nARG V=2\nFROM b:${V:-1}',
      {},
      ['docker.io/library/a:latest', 'docker.io/library/b:1'],
    ],
    ['the platform', 'FROM a:$TARGETARCH', { platform: 'linux/arm64' }, ['docker.io/library/a:arm64']],
  ])('%s', (_, text, options, expected) => {
    expect(bases(text, options)).toEqual(expected);
  });

  test.each([
    ['an image', 'FROM a', { a: 'docker-image://b:1' }, ['docker.io/library/b:1']],
    ['files', 'FROM a', { a: './dir' }, [null]],
    ['by its full name', 'FROM a:2', { 'docker.io/library/a:2': './dir' }, [null]],
    ['not another tag', 'FROM a:2', { a: './dir' }, ['docker.io/library/a:2']],
    ['a stage', 'FROM a AS s\nRUN x\nFROM s', { s: 'docker-image://b' }, ['docker.io/library/b:latest', 0]],
  ])('a build context stands in: %s', (_, text, buildContexts, expected) => {
    expect(bases(text, { buildContexts })).toEqual(expected);
  });

  test('the platform is told as written and expanded', () => {
    const [stage] = describeFile('FROM --platform=$BUILDPLATFORM a', {
      platform: 'linux/arm64',
      buildPlatform: 'linux/amd64',
    }).stages;
    expect([stage?.platform, stage?.expandedPlatform]).toEqual(['$BUILDPLATFORM', 'linux/amd64']);
  });
});

const finalOf = (body: string, options?: BuildOptions) => describeFile(`FROM base AS s\n${body}`, options).final;

const multi = `FROM golang AS build
RUN x
FROM debian AS tools
COPY --from=build /a /b
FROM alpine AS spare
FROM tools
RUN --mount=from=spare,target=/s x
COPY --from=0 /x /y
COPY --from=nginx:1 /x /y
COPY --from=build /z /z
`;

describe('stages', () => {
  test('every way content enters is told', () => {
    expect(describeFile(multi).stages[3]?.copiesFrom).toEqual([
      { stage: 2, reference: null, line: 7, via: 'mount' },
      { stage: 0, reference: null, line: 8, via: 'copy' },
      { stage: null, reference: 'docker.io/library/nginx:1', line: 9, via: 'copy' },
      { stage: 0, reference: null, line: 10, via: 'copy' },
    ]);
  });

  test('what the target does not need is unused', () => {
    const { unusedStages, buildOrder, final } = describeFile(multi, { target: 'TOOLS' });
    expect([unusedStages, buildOrder, final.stage]).toEqual([[2, 3], [[0], [1]], 1]);
  });

  test('stages that need nothing of each other stand in one step', () => {
    expect(describeFile(multi).buildOrder).toEqual([[0, 2], [1], [3]]);
  });

  test.each([
    ['none of a single stage', 'FROM a\nCOPY x y', null],
    ['none when only images are copied from', 'FROM a AS s\nFROM b\nCOPY --from=c x y', null],
    ['the stage copied from', 'FROM a AS s\nFROM b\nCOPY --from=s x y', 0],
    [
      'the one most is copied from',
      'FROM a AS s\nFROM a AS t\nFROM b\nCOPY --from=s x y\nCOPY --from=s x y\nCOPY --from=t x y',
      0,
    ],
    ['of equals the last', 'FROM a AS s\nFROM a AS t\nFROM b\nCOPY --from=s x y\nCOPY --from=t x y', 1],
    ['through the stages the target is built from', 'FROM a AS s\nFROM b AS m\nCOPY --from=s x y\nFROM m\nUSER 1', 0],
    ['a mount gives nothing to the image', 'FROM a AS s\nFROM b\nRUN --mount=from=s,target=/x y', null],
  ])('single-stage twin: %s', (_, text, expected) => {
    expect(describeFile(text).singleStage).toBe(expected);
  });
});

describe('refused', () => {
  test.each([
    ['an unknown target', 'FROM a AS build', { target: 'bild' }, 1, 'no stage "bild"'],
    ['a blank base', 'ARG X\nFROM $X', {}, 2, 'X has no value'],
    ['a base that is no name', 'FROM Node', {}, 1, 'must be lower case'],
    ['a stage by another case', 'FROM a AS One\nFROM One', {}, 2, 'must be lower case'],
    ['an index there is not', 'FROM a\nCOPY --from=3 x y', {}, 2, 'no stage 3'],
    ['a variable in --from', 'FROM a\nCOPY --from=$x a b', {}, 2, 'cannot hold a variable'],
    ['a stage that copies from itself', 'FROM a AS s\nCOPY --from=s x y', {}, 2, 'circle'],
    ['stages in a circle', 'FROM a AS s\nCOPY --from=t x y\nFROM a AS t\nCOPY --from=s x y', {}, 4, 'circle'],
    ['a stage below', 'FROM a AS s\nCOPY --from=t x y\nFROM a AS t\nFROM s', {}, 2, 'before it is defined'],
    ['no platform', 'FROM --platform=pdp11 a', {}, 1, 'no platform'],
    ['a port there is not', 'FROM a\nEXPOSE 65536', {}, 2, 'no port'],
    ['a signal there is not', 'FROM a\nSTOPSIGNAL SIGNOPE', {}, 2, 'no signal'],
    ['a required variable', 'FROM a\nUSER ${U:?who}', {}, 2, 'U: who'],
    ['a mount type there is not', 'FROM a\nRUN --mount=type=disk,target=/x y', {}, 2, 'mount type disk'],
    [
      'an unknown option of a mount',
      'FROM scratch\nRUN --mount=type=bind,constructor=x,target=/x y',
      {},
      2,
      'unexpected key constructor',
    ],
    ['an option without value of a mount', 'FROM scratch\nRUN --mount=target y', {}, 2, 'target lacks a value'],
    [
      'a switch that is none of a mount',
      'FROM scratch\nRUN --mount=target=/x,ro=maybe y',
      {},
      2,
      'invalid value for ro: maybe',
    ],
    [
      'a size before the type that takes it of a mount',
      'FROM scratch\nRUN --mount=size=1m,type=tmpfs,target=/x y',
      {},
      2,
      'size has no meaning for a bind mount',
    ],
    [
      'a size that is none of a mount',
      'FROM scratch\nRUN --mount=type=tmpfs,target=/x,size=abc y',
      {},
      2,
      'invalid value for size',
    ],
    [
      'required before the type that takes it of a mount',
      'FROM scratch\nRUN --mount=required,type=secret,id=a y',
      {},
      2,
      'required has no meaning for a bind mount',
    ],
    [
      'a mode that is not octal of a mount',
      'FROM scratch\nRUN --mount=type=cache,target=/x,mode=999 y',
      {},
      2,
      'invalid value for mode',
    ],
    [
      'a user that is no number of a mount',
      'FROM scratch\nRUN --mount=type=cache,target=/x,uid=a y',
      {},
      2,
      'invalid value for uid',
    ],
    [
      'a group beyond 32 bits of a mount',
      'FROM scratch\nRUN --mount=type=cache,target=/x,gid=99999999999 y',
      {},
      2,
      'invalid value for gid',
    ],
    [
      'an owner of a bind mount of a mount',
      'FROM scratch\nRUN --mount=target=/x,uid=1 y',
      {},
      2,
      'uid has no meaning for a bind mount',
    ],
    [
      'a secret known by its variable alone of a mount',
      'FROM scratch\nRUN --mount=type=secret,env=A y',
      {},
      2,
      'needs an id, a source or a target',
    ],
    [
      'all of the file system of a mount',
      'FROM scratch\nRUN --mount=type=cache,target=/ y',
      {},
      2,
      'target other than /',
    ],
    ['no target where the folder is known', 'FROM scratch\nRUN --mount=type=cache y', {}, 2, 'target other than /'],
    ['a mode there is not', 'FROM a\nCOPY --chmod=9 a b', {}, 2, '--chmod cannot be 9'],
    ['a mode with too many bits', 'FROM a\nCOPY --chmod=10000 a b', {}, 2, '--chmod cannot be 10000'],
    ['a symbolic mode that is none', 'FROM a\nADD --chmod=u+q a b', {}, 2, '--chmod cannot be u+q'],
    ['a checksum of a file of the context', 'FROM a\nADD --checksum=sha256:ab a b', {}, 2, 'fetched by HTTP(S) or Git'],
    ['a checksum that is none', 'FROM a\nADD --checksum=abc https://x/y b', {}, 2, '--checksum cannot be abc'],
    ['variables that double', `FROM a\nENV A=xx\n${'ENV A=$A$A\n'.repeat(60)}`, {}, 23, 'too much text'],
    ['ports without end', `FROM a\n${'EXPOSE 1-65535\n'.repeat(60)}`, {}, 7, 'too much text'],
  ])('%s', (_, text, options, line, message) => {
    const { problems } = refusalOf(() => describeFile(text, options));
    expect(problems[0]).toMatchObject({ place: { line }, message: expect.stringContaining(message) });
  });

  test('a platform that is none, given to the build', () => {
    expect(refusalOf(() => describeFile('FROM a', { platform: 'x/y/z/w' })).problems[0]?.code).toBe('platform');
  });

  test.each(['EXPOSE nope', 'RUN --mount=constructor=x y', 'COPY --chmod=foo a b'])(
    'a mistake in a stage nobody needs is not met, as in the build: %s',
    (line) => {
      expect(describeFile(`FROM a AS s\n${line}\nFROM b`).unusedStages).toEqual([0]);
    },
  );

  test.each([
    'RUN --mount=type=cache,target=/x,mode=0755,uid=0,ro=T y',
    'RUN --mount=type=tmpfs,target=/x,size=1.5g y',
    'RUN --mount=type=secret,id=a,required y',
    'RUN --mount=type=ssh,required=false y',
    'RUN --mount=type=cache,target=/x,uid=$UID_OF_THE_BASE y',
    'RUN --mount=type=cache,target=$FOLDER_OF_THE_BASE y',
    'COPY --chmod=u+x,go=r,+X a b',
    'COPY --chmod=$MODE_OF_THE_BASE a b',
    `ADD --checksum=sha256:${'a'.repeat(64)} https://x/y b`,
    'ADD --checksum=0123abc https://x/y.git b',
    'ADD --checksum=abc $URL_OF_THE_BASE b',
  ])('is no mistake: %s', (line) => {
    expect(describeFile(`FROM a\n${line}`).stages).toHaveLength(1);
  });
});

describe('the final config', () => {
  test.each([
    ['shell form', 'CMD a b', { cmd: ['/bin/sh', '-c', 'a b'] }],
    ['with SHELL', 'SHELL ["bash", "-ec"]\nENTRYPOINT a', { entrypoint: ['bash', '-ec', 'a'], shell: ['bash', '-ec'] }],
    ['a CMD before ENTRYPOINT stays', 'CMD ["a"]\nENTRYPOINT ["b"]', { cmd: ['a'], entrypoint: ['b'], emptied: [] }],
    ['an ENTRYPOINT drops the CMD below', 'ENTRYPOINT ["b"]', { cmd: null, emptied: ['cmd'] }],
    ['an ENTRYPOINT drops the CMD of a stage', 'CMD ["a"]\nFROM s\nENTRYPOINT ["b"]', { cmd: null, entrypoint: ['b'] }],
    ['an empty CMD empties', 'CMD []', { cmd: null, emptied: ['cmd'] }],
    ['USER expands', 'ARG U=7\nUSER $U:${G:-8}', { user: '7:8' }],
    ['an empty USER empties', 'USER 5\nUSER $none', { user: null, emptied: ['user'] }],
    ['WORKDIR is resolved', 'WORKDIR /a\nWORKDIR b/../c', { workingDir: '/a/c' }],
    ['an absolute WORKDIR stays as written', 'WORKDIR /a/', { workingDir: '/a/' }],
    ['ENV sees what stood before its instruction', 'ENV A=1\nENV A=2 B=$A', { env: ['A=2', 'B=1'] }],
    ['ENV of old', 'ENV A b  c', { env: ['A=b  c'] }],
    ['ARG is not kept', 'ARG A=1\nENV B=$A', { env: ['B=1'] }],
    [
      'PATH has its default',
      'ENV PATH=/x:$PATH',
      { env: ['PATH=/x:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] },
    ],
    ['labels', 'LABEL a=b "c d"="e f"\nLABEL a=g', { labels: { a: 'g', 'c d': 'e f' } }],
    ['ports', 'EXPOSE 80 53/UDP 8000-8001', { exposedPorts: ['53/udp', '80/tcp', '8000/tcp', '8001/tcp'] }],
    ['volumes', 'VOLUME /a ["/b"]\nVOLUME ["/c d"]', { volumes: ['/a', '[/b]', '/c d'] }],
    ['HEALTHCHECK', 'HEALTHCHECK CMD ["a"]', { healthcheck: { test: ['CMD', 'a'] } }],
    ['HEALTHCHECK NONE', 'HEALTHCHECK CMD a\nHEALTHCHECK none', { healthcheck: { test: ['NONE'] } }],
    ['STOPSIGNAL', 'STOPSIGNAL SIGRTMIN+3', { stopSignal: 'SIGRTMIN+3' }],
    ['ONBUILD is kept as text', 'ONBUILD RUN  a \\\n b', { onBuild: ['RUN  a  b'] }],
    ['ONBUILD runs in the next stage and is gone', 'ONBUILD USER 9\nFROM s', { user: '9', onBuild: [] }],
    ['ARGs reach stages built from theirs', 'ARG A=1\nFROM s\nUSER $A', { user: '1' }],
    ['a global ARG is seen once it is declared', 'ARG TARGETARCH\nUSER $TARGETARCH$TARGETOS', { user: 'amd64' }],
  ])('%s', (_, body, expected) => {
    expect(finalOf(body)).toMatchObject(expected);
  });

  test('each field names its lines', () => {
    expect(finalOf('USER 1\nUSER \\\n2\nWORKDIR /x').lines).toEqual({
      user: { startLine: 3, endLine: 4 },
      workingDir: { startLine: 5, endLine: 5 },
    });
  });

  test('Windows has another shell and other paths', () => {
    const { cmd, workingDir } = finalOf('WORKDIR C:\\a\nWORKDIR b\nCMD x', { platform: 'windows/amd64' });
    expect([cmd, workingDir]).toEqual([['cmd', '/S', '/C', 'x'], '\\a\\b']);
  });
});

describe('ONBUILD of a base image that is at hand', () => {
  const baseTriggers = { 'docker.io/library/b:1': ['ARG V=1', 'USER u$V', 'COPY --from=c:2 /x /x'] };

  test('runs first, on the line of the FROM', () => {
    const report = describeFile('ARG X\nFROM b:1 AS s\nRUN y', { baseTriggers });
    expect(report.final.user).toBe('u1');
    expect(report.final.lines.user).toEqual({ startLine: 2, endLine: 2 });
    expect(report.stages[0]).toMatchObject({
      baseTriggers: ['ARG V=1', 'USER u$V', 'COPY --from=c:2 /x /x'],
      copiesFrom: [{ reference: 'docker.io/library/c:2', line: 2, via: 'copy' }],
    });
    expect(report.history.map(({ keyword, startLine }) => [keyword, startLine])).toEqual([
      ['ARG', 2],
      ['USER', 2],
      ['COPY', 2],
      ['RUN', 3],
    ]);
  });

  test('does not run again in a stage built from that one', () => {
    const report = describeFile('FROM b:1 AS s\nFROM s', { baseTriggers });
    expect(report.stages.map((stage) => stage.baseTriggers?.length)).toEqual([3, undefined]);
    expect(report.history).toHaveLength(3);
  });

  test('is not known of an image that is not at hand', () => {
    expect(describeFile('FROM b:2', { baseTriggers }).stages[0]).not.toHaveProperty('baseTriggers');
  });
});
