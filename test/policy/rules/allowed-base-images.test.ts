import { expect, test } from 'vitest';
import { allowedBaseImages } from '../../../src/policy/rules/allowed-base-images.ts';
import type { PublishedImage } from '../../../src/policy/published-base.ts';
import { aDigest } from '../../support/results.ts';
import { describeRule, type RuleCase } from '../../support/rules.ts';

const allow = [{ image: 'node', tags: '>=20 <25' }, 'gcr.io/distroless/*', 'ghcr.io/acme/**', 'scratch', 'debian:12-*'];
const options = { allow };
const list = 'node >=20 <25, gcr.io/distroless/*, ghcr.io/acme/**, scratch, debian:12-*';
const digest = `sha256:${'c'.repeat(64)}`;

const published = (details: Partial<PublishedImage> = {}): PublishedImage => ({
  digest: aDigest('now'),
  layers: 3,
  sharedLayers: 3,
  ...details,
});
const pinned = (details: Partial<PublishedImage> = {}) => ({ digest: aDigest('node'), image: published(details) });
const proved: RuleCase = {
  options: { allow: ['node'], prove: true },
  dockerfile: 'FROM node:22 AS a\nFROM a',
  measurement: { baseLayers: 1, baseLayersFrom: 'history' },
};

describeRule(allowedBaseImages, {
  passes: {
    'layers that are the allowed image’s': {
      options: { allow: ['node'], prove: true },
      dockerfile: 'FROM node:22',
      measurement: { baseLayers: 1, baseLayersFrom: 'base-image' },
    },
    'layers that the registry has under that name, where the engine has no such image': {
      ...proved,
      publishedBase: { saidBy: 'dockerfile', name: 'node:22', now: published() },
    },
    'layers of the digest that FROM pins, although the tag has moved': {
      ...proved,
      publishedBase: { saidBy: 'dockerfile', name: 'node:22', now: published({ sharedLayers: 0 }), pinned: pinned() },
    },
    'an image without Dockerfile whose label is proved': {
      options: { allow: ['node'], prove: true },
      publishedBase: { saidBy: 'label', name: 'node:22', now: published() },
    },
    'a label’s digest that is proved, when pinning is asked': {
      options: { allow: ['node'], prove: true, pinned: 'digest' },
      publishedBase: { saidBy: 'label', name: 'node:22', now: published(), pinned: pinned() },
    },
    'copies from files of a build context, as from the main one': {
      options,
      buildContexts: { shared: '../shared' },
      dockerfile: 'FROM node:22\nCOPY --from=shared /a /a',
    },
    'a version in the range': { options, dockerfile: 'FROM node:22' },
    'a version in the range with a distribution behind it': { options, dockerfile: 'FROM node:22.4.1-alpine3.20' },
    'the same image by its full name': { options, dockerfile: 'FROM docker.io/library/node:20-slim' },
    'a pattern over a registry': { options, dockerfile: 'FROM gcr.io/distroless/static:nonroot' },
    'a pattern over folders': { options, dockerfile: 'FROM ghcr.io/acme/base/java:17' },
    'scratch, when it is listed': { options, dockerfile: 'FROM scratch' },
    'a tag of the pattern': { options, dockerfile: 'FROM debian:12-slim' },
    'any builder, when only what ships counts': {
      options,
      dockerfile: 'FROM evil/builder AS b\nFROM scratch\nCOPY --from=b /a /a',
    },
    'a stage that stands on an allowed image': { options, dockerfile: 'FROM node:22 AS base\nFROM base' },
    'the real build argument, not the default': {
      options,
      dockerfile: 'ARG BASE=evil/base\nFROM $BASE',
      buildArgs: { BASE: 'node:22' },
    },
    'a digest, when pinning is asked': {
      options: { allow: ['node'], pinned: 'digest' },
      dockerfile: `FROM node@${digest}`,
    },
    'that very digest': { options: { allow: [`node@${digest}`] }, dockerfile: `FROM node@${digest}` },
    'a tag by its name, where it states no version': {
      options: { allow: [{ image: 'debian', tags: 'bookworm-slim' }] },
      dockerfile: 'FROM debian:bookworm-slim',
    },
    'a tag of a list of ranges and patterns': {
      options: { allow: [{ image: 'debian', tags: ['>=13', 'bookworm-*'] }] },
      dockerfile: 'FROM debian:bookworm-20240110-slim',
    },
    'a version of such a list': {
      options: { allow: [{ image: 'debian', tags: ['>=13', 'bookworm-*'] }] },
      dockerfile: 'FROM debian:13.1-slim',
    },
    'a tag that reads as a version too': {
      options: { allow: [{ image: 'alpine', tags: '3.20.1-alpine' }] },
      dockerfile: 'FROM alpine:3.20.1-alpine',
    },
    'everything, when everything is allowed': { options: { allow: ['**'] }, dockerfile: 'FROM quay.io/x/y' },
  },
  cannotTell: {
    'on whose layers the image stands, when that is to be proved': {
      options: { allow: ['node'], prove: true },
      dockerfile: 'FROM node:22 AS a\nFROM a',
      measurement: { baseLayers: 1, baseLayersFrom: 'history' },
      reasons: [
        'That the image stands on docker.io/library/node:22 could not be proved: neither the engine nor a registry has it with these layers.',
      ],
    },
    'on what the image stands, when the registry has other layers under the tag': {
      ...proved,
      publishedBase: { saidBy: 'dockerfile', name: 'node:22', now: published({ sharedLayers: 1 }) },
      reasons: [
        'That the image stands on docker.io/library/node:22 could not be proved: its first layers are not those the registry has under that name, so the tag has moved since, or the word is not true.',
      ],
    },
    'on what the image stands, when the registry cannot be asked': {
      ...proved,
      publishedBase: {
        saidBy: 'dockerfile',
        name: 'node:22',
        now: { unknown: 'What node:22 is in its registry could not be told: it is away.' },
      },
      reasons: [
        'That the image stands on docker.io/library/node:22 could not be proved: what node:22 is in its registry could not be told: it is away.',
      ],
    },
    'on what the image stands, when the named image has no layers to hold it against': {
      ...proved,
      publishedBase: { saidBy: 'dockerfile', name: 'node:22', now: published({ layers: 0, sharedLayers: 0 }) },
      reasons: ['That the image stands on docker.io/library/node:22 could not be proved: that image has no layers.'],
    },
    'whether a label lies about the base: its word is no proof': {
      options: { allow: ['node'], prove: true },
      publishedBase: { saidBy: 'label', name: 'node:22', now: published({ sharedLayers: 0 }) },
      reasons: [
        'That the image stands on node:22, as its label says, could not be proved: its first layers are not those the registry has under that name, so the tag has moved since, or the word is not true.',
      ],
    },
    'what an image stands on that nothing is said of': {
      options: { allow: ['node'], prove: true },
      reasons: ['There is no Dockerfile: the image was not built here.'],
    },
    'what a label says, unless it is to be proved': {
      options: { allow: ['node'] },
      publishedBase: { saidBy: 'label', name: 'node:22', now: published() },
      reasons: ['There is no Dockerfile: the image was not built here.'],
    },
  },
  fails: {
    'an image whose first layers are not those of the digest that FROM pins': {
      ...proved,
      publishedBase: {
        saidBy: 'dockerfile',
        name: 'node:22',
        now: published(),
        pinned: pinned({ sharedLayers: 1 }),
      },
      messages: [
        `The image does not stand on node:22@${aDigest('node')}: 2 of the 3 layers of that image are not its own first ones.`,
      ],
      lines: [1],
    },
    'a label that lies about the digest of its base': {
      options: { allow: ['node'], prove: true },
      publishedBase: {
        saidBy: 'label',
        name: 'node:22',
        now: published({ sharedLayers: 0 }),
        pinned: pinned({ sharedLayers: 0 }),
      },
      messages: [
        `The image does not stand on node:22@${aDigest('node')}: 3 of the 3 layers of that image are not its own first ones.`,
      ],
    },
    'a proved label that names what is not on the list': {
      options: { allow: ['debian'], prove: true },
      publishedBase: { saidBy: 'label', name: 'node:22', now: published() },
      messages: ['node:22, by the label org.opencontainers.image.base.name, is not allowed; allowed: debian.'],
    },
    'what is not on the list, proved or not': {
      options: { allow: ['node'], prove: true },
      dockerfile: 'FROM evil',
      measurement: { baseLayers: 1, baseLayersFrom: 'base-image' },
      messages: ['FROM evil is not allowed; allowed: node.'],
    },
    'a version out of the range': {
      options,
      dockerfile: 'FROM node:18-slim',
      messages: [`FROM node:18-slim is not allowed; allowed: ${list}.`],
      lines: [1],
    },
    'a moving tag, of which nobody knows the version': {
      options,
      dockerfile: 'FROM node:lts',
      messages: [`FROM node:lts is not allowed; allowed: ${list}.`],
    },
    'a tag that none of a list fits': {
      options: { allow: [{ image: 'debian', tags: ['>=13', 'bookworm-*'] }] },
      dockerfile: 'FROM debian:bullseye-slim',
      messages: ['FROM debian:bullseye-slim is not allowed; allowed: debian >=13 or bookworm-*.'],
    },
    'no tag where a range is asked': {
      options,
      dockerfile: 'FROM node',
      messages: [`FROM node is not allowed; allowed: ${list}.`],
    },
    'somebody else’s image of the same name': {
      options: { allow: ['node'] },
      dockerfile: 'FROM evil/node:22',
      messages: ['FROM evil/node:22 is not allowed; allowed: node.'],
    },
    'the same name on another registry': {
      options: { allow: ['node'] },
      dockerfile: 'FROM evil.example/library/node:22',
      messages: ['FROM evil.example/library/node:22 is not allowed; allowed: node.'],
    },
    'a folder deeper than the pattern': {
      options: { allow: ['gcr.io/distroless/*'] },
      dockerfile: 'FROM gcr.io/distroless/a/b',
      messages: ['FROM gcr.io/distroless/a/b is not allowed; allowed: gcr.io/distroless/*.'],
    },
    'scratch, when it is not listed': {
      options: { allow: ['node'] },
      dockerfile: 'FROM scratch',
      messages: ['FROM scratch is not allowed; allowed: node.'],
    },
    'a forbidden image that comes in by COPY and by mount': {
      options,
      dockerfile: 'FROM node:22\nCOPY --from=evil/tools /bin/x /x\nRUN --mount=from=evil/more,target=/m cp /m/x /',
      messages: [
        `COPY --from=evil/tools is not allowed; allowed: ${list}.`,
        `RUN --mount=from=evil/more is not allowed; allowed: ${list}.`,
      ],
      lines: [2, 3],
    },
    'a builder, when all stages count': {
      options: { ...options, stages: 'all' },
      dockerfile: 'FROM evil/builder AS b\nFROM scratch\nCOPY --from=b /a /a',
      messages: [`FROM evil/builder is not allowed; allowed: ${list}.`],
    },
    'the base under the stage that ships': {
      options,
      dockerfile: 'FROM evil/base AS base\nFROM base',
      messages: [`FROM evil/base is not allowed; allowed: ${list}.`],
      lines: [1],
    },
    'an allowed image without digest, when pinning is asked': {
      options: { allow: ['node'], pinned: 'digest' },
      dockerfile: 'FROM node:22',
      messages: ['FROM node:22 is not pinned by digest.'],
    },
    'standing on files of a build context, which are no image': {
      options,
      buildContexts: { node: './rootfs', 'docker.io/library/evil': 'docker-image://node:22' },
      dockerfile: 'FROM evil AS fine\nFROM node\nCOPY --from=fine /a /a',
      messages: ['FROM node is no image but the files of a build context, so no list can allow it.'],
      lines: [2],
    },
    'an image when the list is empty': {
      options: { allow: [] },
      dockerfile: 'FROM node:22',
      messages: ['FROM node:22 is not allowed; allowed: none.'],
    },
  },
});

test.each([
  ['no list', {}],
  ['a range without its second version', { allow: [{ image: 'node', tags: '>=20 <' }] }],
  ['a range without a version', { allow: [{ image: 'node', tags: '>= || 5' }] }],
  ['a range that is none', { allow: [{ image: 'node', tags: '>newest' }] }],
  ['a tag pattern of another language', { allow: [{ image: 'node', tags: ['>=20', '22-{a,b}'] }] }],
  ['a pattern of another language', { allow: ['{node,deno}'] }],
  ['a misspelt key', { allow: [{ image: 'node', tag: '>=20' }] }],
])('options with %s are refused', (_, given) => {
  expect(allowedBaseImages.options.safeParse(given).success).toBe(false);
});
