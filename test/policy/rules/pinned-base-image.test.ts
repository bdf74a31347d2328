import { pinnedBaseImage } from '../../../src/policy/rules/pinned-base-image.ts';
import { describeRule } from '../../support/rules.ts';

const digest = `sha256:${'b'.repeat(64)}`;

describeRule(pinnedBaseImage, {
  passes: {
    'a digest': { dockerfile: `FROM debian@${digest}` },
    'a tag with a digest': { dockerfile: `FROM debian:12@${digest}` },
    'files of a build context, which have no digest': {
      buildContexts: { node: './rootfs' },
      dockerfile: 'FROM node\nCOPY --from=node /a /a',
    },
    'scratch, which cannot change': { dockerfile: 'FROM scratch' },
    'a builder by tag, when only the final stage counts': {
      options: { stages: 'final' },
      dockerfile: 'FROM golang:1 AS b\nFROM scratch\nCOPY --from=b /a /a',
    },
  },
  fails: {
    'a tag alone': { dockerfile: 'FROM debian:12', messages: ['FROM debian:12 is not pinned by digest.'], lines: [1] },
    'a copy from an image by tag': {
      dockerfile: `FROM debian@${digest}\nCOPY --from=busybox:1 /bin/sh /sh`,
      messages: ['COPY --from=busybox:1 is not pinned by digest.'],
      lines: [2],
    },
    'the base of the stage it is FROM, when only the final stage counts': {
      options: { stages: 'final' },
      dockerfile: 'FROM debian:12 AS base\nFROM base',
      messages: ['FROM debian:12 is not pinned by digest.'],
    },
  },
});
