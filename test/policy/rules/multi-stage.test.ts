import { multiStage } from '../../../src/policy/rules/multi-stage.ts';
import { describeRule } from '../../support/rules.ts';

const tools = (bytes: number) => ({
  byKind: [
    { kind: 'compilers' as const, unpackedBytes: bytes },
    { kind: 'headers' as const, unpackedBytes: 1000 },
    { kind: 'application' as const, unpackedBytes: 9e9 },
  ],
  packages: ['gcc-12', 'g++-12', 'make', 'cpp-12', 'libc6-dev', 'bash'].map((name, index) => ({
    manager: 'dpkg' as const,
    name,
    version: '1',
    bytes: 100 - index,
    layer: 1,
  })),
});
const single = 'FROM debian:12\nRUN make';
const multi = 'FROM debian:12 AS b\nRUN make\nFROM debian:12\nCOPY --from=b /a /a';

describeRule(multiStage, {
  passes: {
    'a single stage without build tools': { dockerfile: single, measurement: tools(0) },
    'build tools at the limit': { dockerfile: single, measurement: tools(999_000) },
    'a multi-stage build, whatever it ships': { dockerfile: multi, measurement: tools(310_000_000) },
    'a saving at the limit': {
      options: { 'min-saving': '50 %' },
      dockerfile: multi,
      stages: { beforeBytes: 1000, afterBytes: 500 },
    },
  },
  fails: {
    'build tools one byte over the limit': {
      dockerfile: single,
      measurement: tools(999_001),
      messages: [
        'The only stage ships 1.0 MB of compilers and headers (gcc-12, g++-12, make, cpp-12 and 1 more packages) (also counted as build tools).',
      ],
      bytes: [1_000_001],
    },
    'a single stage with a compiler': {
      dockerfile: single,
      measurement: tools(310_000_000),
      messages: [
        'The only stage ships 310.0 MB of compilers and headers (gcc-12, g++-12, make, cpp-12 and 1 more packages) (also counted as build tools).',
      ],
      lines: [1],
      bytes: [310_001_000],
    },
    'a multi-stage build that saves too little': {
      options: { 'min-saving': '50 %' },
      dockerfile: multi,
      stages: { beforeBytes: 1000, afterBytes: 700 },
      messages: ['The multi-stage build saves 300 B (30.0 %) of 1.0 kB, less than 50 %.'],
      lines: [3],
    },
    'one that is larger': {
      options: { 'min-saving': '1 %' },
      dockerfile: multi,
      stages: { beforeBytes: 1000, afterBytes: 1200 },
      messages: ['The multi-stage build is 200 B larger than its single stage of 1.0 kB.'],
    },
  },
  cannotTell: {
    'what is saved when the single stage was not built': {
      options: { 'min-saving': '1 %' },
      dockerfile: multi,
      reasons: ['The single stage was not built, so what the multi-stage build saves is not known.'],
    },
  },
});
