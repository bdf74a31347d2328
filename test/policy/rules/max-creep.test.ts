import { maxCreep } from '../../../src/policy/rules/max-creep.ts';
import type { LayerMeasurement } from '../../../src/result/measurement.ts';
import { aPoint } from '../../support/history.ts';
import { aDigest } from '../../support/results.ts';
import { describeRule } from '../../support/rules.ts';

const layer = (unpackedBytes: number): LayerMeasurement => ({
  diffId: aDigest(String(unpackedBytes)),
  unpackedBytes,
  visibleBytes: unpackedBytes,
  entries: 1,
  createdBy: '',
});
/** An image of a base and own layers. */
const sized = (own: number, base = 100) => ({
  measurement: { unpackedBytes: base + own, layers: 2, baseLayers: 1, perLayer: [layer(base), layer(own)] },
});

/** Eleven records, each one percent larger than the one before, as a limit of two percent a change lets pass. */
const creeping = Array.from({ length: 11 }, (_, step) => aPoint(step + 1, Math.round(100 + 1000 * 1.01 ** step)));

describeRule(maxCreep, {
  passes: {
    'growth at the limit': { options: { max: 50 }, history: [aPoint(1, 1100)], ...sized(1050) },
    'growth before the window': {
      options: { max: 0, over: 1 },
      history: [aPoint(1, 200), aPoint(2, 1100)],
      ...sized(1000),
    },
    'a base image that grew under an unchanged FROM': {
      options: { max: 0 },
      history: [aPoint(1, 1100, { base: 'debian:12@sha256:aa' })],
      base: 'debian:12@sha256:bb',
      ...sized(1000, 900),
    },
    'an image that is new': { options: { max: 0 }, isNew: true, ...sized(1000) },
    'growth since an older release than the last': {
      options: { max: 0, since: 'last-release' },
      history: [aPoint(1, 200), aPoint(2, 1100, { release: 'v2.0.0' })],
      ...sized(1000),
    },
  },
  fails: {
    'ten changes of one percent each': {
      options: { or: '5 %' },
      history: creeping.slice(0, 10),
      ...sized(1105),
      messages: [
        'Own layers grew by 105 B (9.5 %) over the last 10 recorded commits, since `000000000000` of 2023-11-01, 50 B over the limit of 5 % of 1.1 kB. The largest step, +11 B, is `000000000000` of 2023-11-05.',
      ],
      bytes: [50],
    },
    'growth over fewer records than asked for': {
      options: { max: 10 },
      history: [aPoint(1, 1100)],
      ...sized(1020),
      messages: [
        'Own layers grew by 20 B (1.8 %) over the last recorded commit, since `000000000000` of 2023-11-01, 10 B over the limit of 10 B.',
      ],
    },
    'growth since the last release': {
      options: { max: 10, since: 'last-release' },
      history: [aPoint(1, 1100, { release: 'v1.0.0' }), aPoint(2, 1119), aPoint(3, 1119)],
      ...sized(1020),
      messages: [
        'Own layers grew by 20 B (1.8 %) since the release v1.0.0, recorded at `000000000000` of 2023-11-01, 10 B over the limit of 10 B. The largest step, +19 B, is `000000000000` of 2023-11-02.',
      ],
    },
    'a larger base image that the Dockerfile names instead': {
      options: { max: 10 },
      history: [aPoint(1, 1100, { base: 'alpine:3' })],
      base: 'debian:12',
      ...sized(1000, 900),
      messages: [
        'Grew by 800 B (72.7 %) over the last recorded commit, since `000000000000` of 2023-11-01, 790 B over the limit of 10 B.',
      ],
    },
    'a base image that grew, when all counts': {
      options: { max: 10, of: 'all' },
      history: [aPoint(1, 1100)],
      ...sized(1000, 200),
      messages: [
        'Grew by 100 B (9.1 %) over the last recorded commit, since `000000000000` of 2023-11-01, 90 B over the limit of 10 B.',
      ],
    },
  },
  cannotTell: {
    'without records': {
      options: { max: 0 },
      noHistoryReason: 'There is no branch plimsoll-data with recorded measurements.',
      reasons: ['There is no branch plimsoll-data with recorded measurements.'],
    },
    'without a release': {
      options: { max: 0, since: 'last-release' },
      history: [aPoint(1, 1100)],
      reasons: ['No release tag among the commits before this one has a record at or before it.'],
    },
    'own growth where the base is unknown': {
      options: { max: 0 },
      history: [aPoint(1, 900)],
      reasons: ['Which layers are the base image’s is not known both now and at `000000000000` of 2023-11-01.'],
    },
  },
});
