import { maxHiddenBytes } from '../../src/policy/rules/max-hidden-bytes.ts';
import { maxLayers } from '../../src/policy/rules/max-layers.ts';
import { maxUnpackedSize } from '../../src/policy/rules/max-unpacked-size.ts';
import type { LayerMeasurement, Measurement } from '../../src/result/measurement.ts';
import { aPoint } from '../support/history.ts';
import { aDigest } from '../support/results.ts';
import { describeRule } from '../support/rules.ts';

const layer = (unpackedBytes: number): LayerMeasurement => ({
  diffId: aDigest(String(unpackedBytes)),
  unpackedBytes,
  visibleBytes: unpackedBytes,
  entries: 1,
  createdBy: '',
});
const image = (own: number, base = 100, details: Partial<Measurement> = {}) => ({
  measurement: { unpackedBytes: base + own, layers: 2, baseLayers: 1, perLayer: [layer(base), layer(own)], ...details },
});
const least = 'than `000000000000` of 2023-11-02 did, the least on record: with `ratchet` it may only go down.';
const unrecorded = 'There is no branch plimsoll-data with recorded measurements.';
const history = [aPoint(1, 1300), aPoint(2, 1100), aPoint(3, 1200)];

describeRule(maxUnpackedSize, {
  passes: {
    'as much as the least on record': { options: { max: 9000, ratchet: true }, history, ...image(1000) },
    'less than ever': { options: { max: 9000, ratchet: true }, history, ...image(10) },
    'more by no more than the slack': { options: { max: 9000, ratchet: true, slack: 50 }, history, ...image(1050) },
    'a base image that was built anew and is larger': {
      options: { max: 9000, ratchet: true },
      history,
      ...image(1000, 5000),
    },
    'a new image': { options: { max: 9000, ratchet: true }, isNew: true, ...image(1000) },
    'more than on record where it is no ratchet': { options: { max: 9000 }, history, ...image(2000) },
  },
  fails: {
    'one byte more than the least on record, though less than the last': {
      options: { max: 9000, ratchet: true },
      history,
      ...image(1001),
      messages: [`Takes 1 B more on disk ${least}`],
      bytes: [1],
    },
    'both limits, each for itself': {
      options: { max: 1000, ratchet: true },
      history,
      ...image(1500),
      messages: ['Takes 1.6 kB on disk, 600 B over the limit of 1.0 kB.', `Takes 500 B more on disk ${least}`],
    },
    'a larger base image that the Dockerfile names instead': {
      options: { max: 9000, ratchet: true },
      history: [aPoint(2, 1100, { base: 'alpine:3' })],
      base: 'debian:12',
      ...image(1000, 150),
      messages: [`Takes 50 B more on disk ${least}`],
    },
  },
  cannotTell: {
    'without records': {
      options: { max: 9000, ratchet: true },
      noHistoryReason: unrecorded,
      reasons: [`There is nothing the ratchet could hold it to. ${unrecorded}`],
    },
    'where no record tells its base': {
      options: { max: 9000, ratchet: true },
      history: [{ commit: aPoint(1, 1).commit, committedAt: 0, unpackedBytes: 10, hiddenBytes: 0, layers: 1 }],
      ...image(1000),
      reasons: ['No record tells own layers from the base image’s, so there is nothing the ratchet could hold it to.'],
    },
  },
});

describeRule(maxLayers, {
  passes: {
    'one base layer more': {
      options: { max: 99, ratchet: true },
      history,
      ...image(1, 1, { layers: 3, baseLayers: 2 }),
    },
  },
  fails: {
    'two own layers more': {
      options: { max: 99, ratchet: true },
      history: [aPoint(2, 1100)],
      ...image(1, 1, { layers: 4, baseLayers: 1 }),
      messages: [`Has 2 more layers ${least}`],
    },
  },
});

describeRule(maxHiddenBytes, {
  passes: {
    'what the base image hides': {
      options: { max: '9 kB', ratchet: true },
      history,
      ...image(1, 1, { hiddenBytes: 70, hiddenTotal: { copies: 1, bytes: 70, byBaseLayersBytes: 70 } }),
    },
  },
  fails: {
    'what own layers hide': {
      options: { max: '9 kB', ratchet: true },
      history: [aPoint(2, 1100, { hiddenBytes: 30 })],
      ...image(1, 1, { hiddenBytes: 70, hiddenTotal: { copies: 1, bytes: 70, byBaseLayersBytes: 0 } }),
      messages: [`Hides 40 B more in lower layers ${least}`],
      bytes: [40],
    },
  },
});
