import { maxUnpackedSize } from '../../../src/policy/rules/max-unpacked-size.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(maxUnpackedSize, {
  passes: {
    'an image exactly at the limit': { options: { max: '1 kB' }, measurement: { unpackedBytes: 1000 } },
    'a limit in binary units, which are larger': {
      options: { max: '1 MiB' },
      measurement: { unpackedBytes: 1_048_576 },
    },
    'a limit in plain bytes': { options: { max: 5 }, measurement: { unpackedBytes: 5 } },
  },
  fails: {
    'an image one byte over, in bytes where the rounded figures are equal': {
      options: { max: '100 MB' },
      measurement: { unpackedBytes: 100_000_001 },
      messages: ['Takes 100000001 B on disk, 1 B over the limit of 100000000 B.'],
      bytes: [1],
    },
    'an image well over': {
      options: { max: '100 MB' },
      measurement: { unpackedBytes: 117_400_000 },
      messages: ['Takes 117.4 MB on disk, 17.4 MB over the limit of 100.0 MB.'],
      howToPass: [undefined],
    },
    'an image that hides bytes, which are the first to lose': {
      options: { max: '100 MB' },
      measurement: {
        unpackedBytes: 117_400_000,
        hiddenBytes: 14_100_000,
        hiddenTotal: { copies: 3, bytes: 14_100_000, byBaseLayersBytes: 2_000_000 },
      },
      messages: ['Takes 117.4 MB on disk, 17.4 MB over the limit of 100.0 MB.'],
      howToPass: [
        'Stop shipping the 12.1 MB that later layers delete or replace (see what is hidden). Copy only the build output into a small final stage, or raise `max` in the policy and say why.',
      ],
    },
    'an image whose base alone hides bytes, which is not for its author to mend': {
      options: { max: '100 MB' },
      measurement: {
        unpackedBytes: 117_400_000,
        hiddenBytes: 2_000_000,
        hiddenTotal: { copies: 1, bytes: 2_000_000, byBaseLayersBytes: 2_000_000 },
      },
      messages: ['Takes 117.4 MB on disk, 17.4 MB over the limit of 100.0 MB.'],
      howToPass: [undefined],
    },
    'anything but nothing, when nothing is allowed': {
      options: { max: 0 },
      measurement: { unpackedBytes: 1 },
      messages: ['Takes 1 B on disk, 1 B over the limit of 0 B.'],
    },
  },
});
