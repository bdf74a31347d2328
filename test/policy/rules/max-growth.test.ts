import { maxGrowth } from '../../../src/policy/rules/max-growth.ts';
import { describeRule } from '../../support/rules.ts';

const grown = (ownDeltaBytes: number, baseDeltaBytes = 0, beforeBytes = 100_000_000) => ({
  change: { beforeBytes, ownDeltaBytes, baseDeltaBytes, unpackedDeltaBytes: ownDeltaBytes + baseDeltaBytes },
});

describeRule(maxGrowth, {
  passes: {
    'growth at the limit in bytes': { options: { max: '5 MB' }, ...grown(5_000_000) },
    'growth at the limit in percent': { options: { or: '5 %' }, ...grown(5_000_000) },
    'an image that shrinks': { options: { max: 0 }, ...grown(-1) },
    'an image that stays the same, from nothing to nothing': { options: { or: '0 %' }, ...grown(0, 0, 0) },
    'a base image that grows, which the change did not do': { options: { max: 0 }, ...grown(0, 80_000_000) },
  },
  fails: {
    'one byte over the limit, in bytes': {
      options: { max: '5 MB' },
      ...grown(5_000_001),
      messages: ['Own layers grew by 5000001 B (5.0 %) against main, 1 B over the limit of 5000000 B.'],
      bytes: [1],
    },
    'growth over the share, though under the bytes': {
      options: { max: '50 MB', or: '5 %' },
      ...grown(8_200_000),
      messages: ['Own layers grew by 8.2 MB (8.2 %) against main, 3.2 MB over the limit of 5 % of 100.0 MB.'],
    },
    'growth over the bytes, though under the share': {
      options: { max: '5 MB', or: '50 %' },
      ...grown(8_200_000),
      messages: ['Own layers grew by 8.2 MB (8.2 %) against main, 3.2 MB over the limit of 5.0 MB.'],
    },
    'own growth that a shrinking base makes up for': {
      options: { max: '1 MB' },
      ...grown(2_000_000, -10_000_000),
      messages: [
        'Own layers grew by 2.0 MB (2.0 %) against main, 1.0 MB over the limit of 1.0 MB; the base image −10.0 MB.',
      ],
    },
    'growth from nothing, without dividing by it': {
      options: { or: '5 %' },
      ...grown(10, 0, 0),
      messages: ['Own layers grew by 10 B against main, 10 B over the limit of 5 % of 0 B.'],
    },
    'a base image that the change names instead, in whole': {
      options: { max: '1 MB' },
      change: { ...grown(0, 80_000_000).change, baseImage: { before: 'alpine:3', after: 'debian:12' } },
      messages: [
        'Grew by 80.0 MB (80.0 %) against main, 79.0 MB over the limit of 1.0 MB; it stands on `debian:12` instead of `alpine:3` (+80.0 MB).',
      ],
    },
    'a growing base, when all counts': {
      options: { max: 0, of: 'all' },
      ...grown(0, 1_000_000),
      messages: ['Grew by 1.0 MB (1.0 %) against main, 1.0 MB over the limit of 0 B.'],
    },
  },
  cannotTell: {
    'own growth when a side’s base is unknown': {
      options: { max: 0 },
      change: { unpackedDeltaBytes: 5 },
      reasons: ['Which layers are the base image’s is not known on both sides, so own growth cannot be told apart.'],
    },
  },
});
