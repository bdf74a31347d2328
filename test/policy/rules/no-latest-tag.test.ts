import { noLatestTag } from '../../../src/policy/rules/no-latest-tag.ts';
import { describeRule } from '../../support/rules.ts';

const hex = 'a'.repeat(64);

describeRule(noLatestTag, {
  passes: {
    'a version': { dockerfile: 'FROM debian:bookworm' },
    scratch: { dockerfile: 'FROM scratch' },
    'a digest, with whatever tag': { dockerfile: `FROM debian:latest@sha256:${hex}` },
    'a digest without tag': { dockerfile: `FROM debian@sha256:${hex}` },
    'a stage that is called like an image': { dockerfile: 'FROM debian:12 AS base\nFROM base' },
    'a registry with a port, which is no tag': { dockerfile: 'FROM localhost:5000/app:1' },
    'a tag given by a build argument': { dockerfile: 'ARG V=latest\nFROM debian:$V', buildArgs: { V: '12' } },
    'latest in a builder, when only the final stage counts': {
      options: { stages: 'final' },
      dockerfile: 'FROM golang AS b\nFROM debian:12\nCOPY --from=b /a /a',
    },
  },
  fails: {
    latest: { dockerfile: 'FROM debian:latest', messages: ['FROM debian:latest is whatever is newest.'], lines: [1] },
    'no tag at all': {
      dockerfile: 'FROM debian',
      messages: ['FROM debian names no tag, which means latest.'],
      lines: [1],
    },
    'a registry with a port and no tag': {
      dockerfile: 'FROM localhost:5000/app',
      messages: ['FROM localhost:5000/app names no tag, which means latest.'],
    },
    'latest hidden in an argument’s default': {
      dockerfile: 'ARG V=latest\nFROM debian:$V',
      messages: ['FROM debian:latest is whatever is newest.'],
      lines: [2],
    },
    'every stage and every copy': {
      dockerfile:
        'FROM golang AS b\nFROM debian:12\nCOPY --from=composer /usr/bin/composer /\nRUN --mount=type=bind,from=node:latest,target=/n true',
      messages: [
        'FROM golang names no tag, which means latest.',
        'COPY --from=composer names no tag, which means latest.',
        'RUN --mount=from=node:latest is whatever is newest.',
      ],
      lines: [1, 3, 4],
    },
  },
});
