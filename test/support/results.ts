import { createHash } from 'node:crypto';
import type { Digest, LayerMeasurement, Measurement } from '../../src/result/measurement.ts';
import type { CheckResult, Comparison, Finding, ImageResult } from '../../src/result/result.ts';

/** A digest that depends on its name only. */
export function aDigest(name: string): Digest {
  return `sha256:${createHash('sha256').update(name).digest('hex')}`;
}

/** A measurement of a small image, with anything a test wants to say otherwise. */
export function aMeasurement(details: Partial<Measurement> = {}): Measurement {
  return {
    imageId: aDigest('image'),
    platform: 'linux/amd64',
    unpackedBytes: 1000,
    visibleBytes: 1000,
    hiddenBytes: 0,
    layers: 1,
    emptyLayers: 0,
    entries: 1,
    dive: { efficiencyRatio: null, wastedBytes: 0, userWastedRatio: null },
    perLayer: [
      { diffId: aDigest('layer'), unpackedBytes: 1000, visibleBytes: 1000, entries: 1, createdBy: 'COPY app /app' },
    ],
    hidden: [],
    hiddenTotal: { copies: 0, bytes: 0 },
    packages: [],
    byKind: [{ kind: 'application', unpackedBytes: 1000 }],
    largest: [],
    config: { user: '', workingDir: '', env: [], exposedPorts: [], volumes: [], labels: {} },
    effectiveCommand: { argv: ['/app'], pid1: '/app', explanation: 'ENTRYPOINT runs as it stands.' },
    ...details,
  };
}

/** A result of one image that passes. */
export function anImageResult(details: Partial<ImageResult> = {}): ImageResult {
  return {
    name: 'app',
    platform: 'linux/amd64',
    gated: 'multi-stage',
    variants: [{ name: 'multi-stage', source: 'engine:app', built: true, measurement: aMeasurement() }],
    baseline: { state: 'none', reason: 'the configuration names none' },
    comparisons: [],
    findings: [],
    notRun: [],
    passed: ['max-unpacked-size'],
    ...details,
  };
}

/** A finding of an error without a place. */
export function aFinding(details: Partial<Finding> = {}): Finding {
  return {
    rule: 'max-unpacked-size',
    level: 'error',
    message: 'Takes 117.4 MB, 17.4 MB over the limit of 100.0 MB.',
    howToPass: 'Copy only the build output into a small final stage, or raise `max` in the policy and say why.',
    waiver: null,
    ...details,
  };
}

/** A run over these images. */
export function aResult(images: readonly ImageResult[], details: Partial<CheckResult> = {}): CheckResult {
  const fails = images.some(({ findings }) => findings.some(({ level, waiver }) => level === 'error' && !waiver));
  return {
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: '0.1.0' },
    outcome: fails ? 'fail' : 'pass',
    exitStatus: fails ? 1 : 0,
    policy: { sources: ['.plimsoll.yml'], digest: aDigest('policy') },
    images: [...images],
    notices: [],
    ...details,
  };
}

const dockerfile = (startLine: number, endLine = startLine) => ({
  file: 'services/api/Dockerfile',
  startLine,
  endLine,
});

function layer(
  name: string,
  unpackedBytes: number,
  visibleBytes: number,
  createdBy: string,
  lines?: readonly [number, number],
): LayerMeasurement {
  return {
    diffId: aDigest(name),
    unpackedBytes,
    visibleBytes,
    entries: Math.ceil(unpackedBytes / 40_000),
    createdBy,
    ...(lines && { dockerfile: dockerfile(...lines) }),
  };
}

const baseLayers = [
  layer(
    'debian',
    74_800_000,
    74_800_000,
    '/bin/sh -c #(nop) ADD file:4b1be1de1a1e5aa608c688cad2824587262081866180d7368feb79d33ca05953 in / ',
  ),
  layer(
    'ca-certificates',
    9_200_000,
    9_200_000,
    '/bin/sh -c apt-get update && apt-get install -y --no-install-recommends ca-certificates',
  ),
  layer('tzdata', 2_100_000, 2_100_000, '/bin/sh -c apt-get install -y tzdata'),
  layer('passwd', 4_000, 4_000, 'RUN /bin/sh -c groupadd -r app && useradd -r -g app app # buildkit'),
  layer('marker', 0, 0, 'WORKDIR /srv'),
];

const ownLayers = [
  layer(
    'lists',
    19_400_000,
    7_300_000,
    'RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends curl libpq5 # buildkit',
    [9, 11],
  ),
  layer('server', 9_800_000, 9_800_000, 'COPY /src/build/server /usr/local/bin/server # buildkit', [12, 12]),
  layer('assets', 2_096_000, 2_096_000, 'COPY assets/ /srv/assets/ # buildkit', [13, 13]),
  layer('clean', 0, 0, 'RUN /bin/sh -c rm -f /var/cache/apt/*.bin /usr/share/doc -r # buildkit', [14, 14]),
];

const multiStage = aMeasurement({
  imageId: aDigest('api multi-stage'),
  unpackedBytes: 117_400_000,
  visibleBytes: 105_300_000,
  hiddenBytes: 12_100_000,
  pull: { bytes: 42_100_000, exact: false },
  layers: 9,
  emptyLayers: 2,
  baseLayers: 5,
  baseLayersFrom: 'base-image',
  entries: 2936,
  perLayer: [...baseLayers, ...ownLayers],
  hidden: [
    { path: '/var/cache/apt/pkgcache.bin', bytes: 6_100_000, addedBy: 5, hiddenBy: 8, how: 'deleted' },
    { path: '/var/cache/apt/srcpkgcache.bin', bytes: 5_900_000, addedBy: 5, hiddenBy: 8, how: 'deleted' },
    { path: '/usr/share/doc/curl/changelog.gz', bytes: 100_000, addedBy: 5, hiddenBy: 8, how: 'directory-deleted' },
  ],
  hiddenTotal: { copies: 3, bytes: 12_100_000, byBaseLayersBytes: 0 },
  packages: [
    { manager: 'dpkg', name: 'libc6', version: '2.36-9+deb12u10', architecture: 'amd64', bytes: 12_986_000, layer: 0 },
    {
      manager: 'dpkg',
      name: 'perl-base',
      version: '5.36.0-7+deb12u2',
      architecture: 'amd64',
      bytes: 7_842_000,
      layer: 0,
    },
    { manager: 'dpkg', name: 'libpq5', version: '15.12-0+deb12u2', architecture: 'amd64', bytes: 889_000, layer: 5 },
    { manager: 'dpkg', name: 'curl', version: '7.88.1-10+deb12u12', architecture: 'amd64', bytes: 501_000, layer: 5 },
  ],
  byKind: [
    { kind: 'base-system', unpackedBytes: 78_900_000, ownBytes: 0 },
    { kind: 'package-caches', unpackedBytes: 19_400_000, ownBytes: 19_400_000 },
    { kind: 'application', unpackedBytes: 11_896_000, ownBytes: 11_896_000 },
    { kind: 'documentation', unpackedBytes: 7_204_000, ownBytes: 100_000 },
  ],
  largest: [
    { path: '/usr/local/bin', bytes: 9_800_000, layer: 6 },
    { path: '/var/lib/apt/lists', bytes: 7_200_000, layer: 5 },
    { path: '/srv/assets', bytes: 2_096_000, layer: 7 },
  ],
  config: {
    user: '',
    entrypoint: ['/usr/local/bin/server'],
    cmd: ['--listen', ':8080'],
    workingDir: '/srv',
    env: ['PATH=/usr/local/bin:/usr/bin:/bin'],
    exposedPorts: ['8080/tcp'],
    volumes: [],
    labels: { 'org.opencontainers.image.title': 'api' },
  },
  effectiveCommand: {
    argv: ['/usr/local/bin/server', '--listen', ':8080'],
    pid1: '/usr/local/bin/server',
    explanation: '`ENTRYPOINT` is in exec form, so `CMD` is appended as its arguments and signals reach the server.',
  },
});

const singleStage = aMeasurement({
  imageId: aDigest('api single-stage'),
  unpackedBytes: 543_300_000,
  visibleBytes: 540_100_000,
  hiddenBytes: 3_200_000,
  layers: 8,
  baseLayers: 5,
  byKind: [{ kind: 'compilers', unpackedBytes: 543_300_000 }],
});

const baseline = aMeasurement({
  imageId: aDigest('api at main'),
  unpackedBytes: 109_200_000,
  visibleBytes: 109_200_000,
  pull: { bytes: 39_900_000, exact: false },
  layers: 8,
  baseLayers: 5,
});

const noDifference = { packages: [], grew: [], config: [] } as const;

const againstBaseline: Comparison = {
  kind: 'baseline',
  before: 'main@a1b2c3d',
  after: 'multi-stage',
  beforeBytes: 109_200_000,
  afterBytes: 117_400_000,
  unpackedDeltaBytes: 8_200_000,
  hiddenDeltaBytes: 12_100_000,
  layersDelta: 1,
  ownDeltaBytes: 8_200_000,
  baseDeltaBytes: 0,
  pullDelta: { bytes: 2_200_000, exact: false },
  deltaPullBytes: 2_200_000,
  byKind: [
    { kind: 'package-caches', deltaBytes: 7_300_000 },
    { kind: 'application', deltaBytes: 900_000 },
  ],
  packages: [
    { manager: 'dpkg', name: 'libpq5', after: '15.12-0+deb12u2', deltaBytes: 889_000 },
    { manager: 'dpkg', name: 'curl', before: '7.88.1-10+deb12u8', after: '7.88.1-10+deb12u12', deltaBytes: 2_000 },
  ],
  grew: [
    { path: '/var/lib/apt/lists', deltaBytes: 7_200_000 },
    { path: '/usr/local/bin/server', deltaBytes: 900_000 },
  ],
  config: [
    { field: 'user', before: 'app' },
    { field: 'exposedPorts', before: '8080/tcp', after: '8080/tcp, 9090/tcp' },
  ],
};

const againstSingleStage: Comparison = {
  ...noDifference,
  kind: 'variant',
  before: 'single-stage',
  after: 'multi-stage',
  beforeBytes: 543_300_000,
  afterBytes: 117_400_000,
  unpackedDeltaBytes: -425_900_000,
  hiddenDeltaBytes: 8_900_000,
  layersDelta: 1,
  byKind: [
    { kind: 'compilers', deltaBytes: -268_000_000 },
    { kind: 'headers', deltaBytes: -42_000_000 },
    { kind: 'package-caches', deltaBytes: -42_100_000 },
    { kind: 'base-image', deltaBytes: -73_800_000 },
  ],
  packages: [],
  grew: [],
  config: [],
};

const findings: readonly Finding[] = [
  aFinding({
    bytes: 17_400_000,
    origin: '.plimsoll.yml:4',
    howToPass: 'Lose the 12.1 MB hidden by `Dockerfile:14` and 5.3 MB more, or raise `max`.',
  }),
  aFinding({
    rule: 'no-package-cache',
    level: 'warning',
    message: '7.2 MB of apt lists stay in the image.',
    bytes: 7_200_000,
    location: dockerfile(9, 11),
    paths: ['/var/lib/apt/lists'],
    howToPass: 'End the same `RUN` with `rm -rf /var/lib/apt/lists/*`.',
    origin: 'preset recommended',
  }),
  aFinding({
    rule: 'non-root',
    message: 'Runs as root: no `USER` in the final stage.',
    location: dockerfile(8),
    howToPass: 'Add `USER app` to the final stage.',
    waiver: {
      reason: 'the port is below 1024 until the proxy is in place',
      owner: '@acme/platform',
      expires: '2027-01-31',
      place: '.plimsoll.yml:19',
    },
    origin: 'preset recommended',
  }),
];

const rulesInForce: CheckResult['policy']['rules'] = [
  {
    id: 'max-unpacked-size',
    level: 'error',
    summary: 'Limit what the image takes on disk.',
    why: 'Every byte is stored, unpacked and scanned on every node.',
    howToPass: 'Copy only the build output into a small final stage, or raise `max` in the policy and say why.',
    origin: '.plimsoll.yml:4',
  },
  {
    id: 'no-package-cache',
    level: 'warning',
    summary: 'Leave package lists and caches out of the image.',
    why: 'They are stale the next day and are downloaded by every node.',
    howToPass: 'Remove them in the `RUN` that fetched them.',
    origin: 'preset recommended',
  },
  {
    id: 'non-root',
    level: 'error',
    summary: 'Run as another user than root.',
    why: 'A process that breaks out of its container keeps its user.',
    howToPass: 'Create a user and name it with `USER`.',
    origin: 'preset recommended',
  },
];

/** The image of the documentation: grown by an apt cache, one error, one warning, one waiver. */
export const apiImage: ImageResult = {
  name: 'api',
  platform: 'linux/amd64',
  gated: 'multi-stage',
  variants: [
    {
      name: 'multi-stage',
      source: 'engine:plimsoll-api',
      built: true,
      base: 'debian:12-slim',
      measurement: multiStage,
    },
    {
      name: 'single-stage',
      source: 'engine:plimsoll-api-build',
      built: true,
      base: 'gcc:13',
      measurement: singleStage,
    },
  ],
  baseline: { state: 'found', from: 'main@a1b2c3d', measurement: baseline },
  comparisons: [againstBaseline, againstSingleStage],
  findings: [...findings],
  notRun: [
    {
      rule: 'max-pull-size',
      level: 'warning',
      reason: 'the engine keeps no compressed layers; set `pull-size: exact`',
      counts: 'pass',
    },
  ],
  passed: ['exec-form', 'max-layers', 'no-latest-tag'],
};

const revision = {
  head: '9f3c2d1e5b7a4c6d8e0f1a2b3c4d5e6f7a8b9c0d',
  base: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  baseName: 'main',
};

/** The pull request of the documentation. */
export const apiResult: CheckResult = aResult([apiImage], {
  revision,
  policy: { sources: ['.plimsoll.yml', 'preset recommended'], digest: aDigest('policy'), rules: rulesInForce },
});

/** Three images: one fails, one could not be checked in full, one passes. */
export const severalImages: CheckResult = aResult(
  [
    anImageResult({ name: 'worker' }),
    apiImage,
    anImageResult({
      name: 'migrations',
      notRun: [{ rule: 'max-growth', level: 'error', reason: 'there is no baseline', counts: 'warning' }],
    }),
  ],
  {
    revision,
    notices: [
      { level: 'warning', message: 'The waiver of `no-latest-tag` expired on 2026-10-01 and no longer counts.' },
    ],
  },
);
