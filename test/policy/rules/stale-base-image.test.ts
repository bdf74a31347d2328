import { expect, test } from 'vitest';
import type { PublishedBase, PublishedImage } from '../../../src/policy/published-base.ts';
import { staleBaseImage } from '../../../src/policy/rules/stale-base-image.ts';
import { aDigest } from '../../support/results.ts';
import { describeRule } from '../../support/rules.ts';

const now = (details: Partial<PublishedImage> = {}): PublishedImage => ({
  digest: aDigest('now'),
  layers: 5,
  sharedLayers: 5,
  created: '2026-11-20',
  ageDays: 8,
  ...details,
});
const base = (details: Partial<PublishedBase> = {}): PublishedBase => ({
  saidBy: 'dockerfile',
  name: 'node:22',
  now: now(),
  ...details,
});
const pinned = (digest: string, details: Partial<PublishedImage> = {}) => ({ digest, image: now(details) });
const dockerfile = 'FROM node:22 AS base\nRUN a\nFROM base\nCOPY a b';
const moved = now({ sharedLayers: 2 });

describeRule(staleBaseImage, {
  passes: {
    'an image that stands on what the tag leads to': { dockerfile, publishedBase: base() },
    'scratch, which no tag leads to': { dockerfile: 'FROM scratch\nCOPY a b' },
    'the digest the tag has now, whatever the layers': {
      dockerfile,
      publishedBase: base({ now: moved, pinned: pinned(aDigest('now')) }),
    },
    'another digest of the same layers': { dockerfile, publishedBase: base({ pinned: pinned(aDigest('old')) }) },
    'a newer image within the days of grace': {
      dockerfile,
      options: { 'grace-days': 9 },
      publishedBase: base({ now: moved }),
    },
    'a label that is still true': { publishedBase: base({ saidBy: 'label' }) },
  },
  fails: {
    'a tag that has moved': {
      dockerfile,
      publishedBase: base({ now: moved }),
      messages: [
        'node:22 has moved: 3 of its 5 layers are not those this image stands on. node:22 was made on 2026-11-20 (8 days ago).',
      ],
      lines: [1],
    },
    'a newer image on the day the grace ends': {
      dockerfile,
      options: { 'grace-days': 8 },
      publishedBase: base({ now: moved, standsOnCreated: '2026-08-01' }),
      messages: [
        'node:22 has moved: 3 of its 5 layers are not those this image stands on. node:22 was made on 2026-11-20 (8 days ago); the image below this one was made on 2026-08-01.',
      ],
    },
    'a newer image that does not say when it was made, grace or none': {
      dockerfile,
      options: { 'grace-days': 3650 },
      publishedBase: base({ now: { digest: aDigest('now'), layers: 5, sharedLayers: 0 } }),
      messages: ['node:22 has moved: 5 of its 5 layers are not those this image stands on.'],
    },
    'a newer image without a day, above one with': {
      dockerfile,
      publishedBase: base({
        now: { digest: aDigest('now'), layers: 5, sharedLayers: 0 },
        standsOnCreated: '2026-08-01',
      }),
      messages: [
        'node:22 has moved: 5 of its 5 layers are not those this image stands on. The image below this one was made on 2026-08-01.',
      ],
    },
    'a newer image that lost its last layers': {
      dockerfile,
      measurement: { baseLayers: 6, baseLayersFrom: 'base-image' },
      publishedBase: base(),
      messages: [
        'node:22 has moved: it has fewer layers than what this image stands on. node:22 was made on 2026-11-20 (8 days ago).',
      ],
    },
    'a pinned image that the tag has fewer layers than': {
      dockerfile,
      publishedBase: base({ pinned: pinned(aDigest('old'), { layers: 6, sharedLayers: 6 }) }),
      messages: [
        'node:22 has moved: it has fewer layers than what this image stands on. node:22 was made on 2026-11-20 (8 days ago).',
      ],
    },
    'a digest that is not the tag’s any more': {
      dockerfile,
      publishedBase: base({ now: now({ sharedLayers: 4, ageDays: 1 }), pinned: pinned(aDigest('old')) }),
      messages: [
        'node:22 has moved: 1 of its 5 layers are not those this image stands on. node:22 was made on 2026-11-20 (yesterday).',
      ],
    },
    'what a label says, which may be old or untrue': {
      publishedBase: base({ saidBy: 'label', now: now({ sharedLayers: 0, ageDays: 0 }) }),
      messages: [
        'node:22, which the image’s label names, is not what is below it: 5 of its 5 layers are not those this image stands on. node:22 was made on 2026-11-20 (today).',
      ],
      lines: [undefined],
    },
  },
  cannotTell: {
    'when the registry does not answer': {
      dockerfile,
      publishedBase: base({ now: { unknown: 'What node:22 is in its registry could not be told: it is away.' } }),
      reasons: ['What node:22 is in its registry could not be told: it is away.'],
    },
    'of an image without layers': {
      dockerfile,
      publishedBase: base({ now: now({ layers: 0, sharedLayers: 0 }) }),
      reasons: ['node:22 has no layers, so nothing tells whether the image stands on it.'],
    },
    'when nothing says what the image stands on': {
      reasons: ['Neither a Dockerfile nor the label org.opencontainers.image.base.name says what the image stands on.'],
    },
    'when the label names no image': {
      config: { labels: { 'org.opencontainers.image.base.name': 'Not An Image' } },
      reasons: ['The label org.opencontainers.image.base.name names no image of a registry.'],
    },
    'of files of a build context': {
      dockerfile: 'FROM files',
      buildContexts: { files: './rootfs' },
      reasons: ['FROM files names no image of a registry.'],
    },
  },
});

test.each<[string, PublishedBase, string]>([
  ['a tag', base({ now: moved }), 'Build again with `--pull`.'],
  [
    'a digest',
    base({ now: moved, pinned: pinned(aDigest('old')) }),
    `Write \`FROM node:22@${aDigest('now')}\` once it is tested.`,
  ],
  ['a label', base({ now: moved, saidBy: 'label' }), 'Build the image again on node:22, and publish it.'],
])('how to pass is told for %s', (_, publishedBase, expected) => {
  const measurement = { perLayer: [], config: { labels: {} } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const subject = { measurement, publishedBase } as never;
  expect([...staleBaseImage.check(subject, staleBaseImage.options.parse({}))]).toMatchObject([{ howToPass: expected }]);
});
