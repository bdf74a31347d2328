import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { Interrupted } from '../../src/errors.ts';
import type { ImageSource, OpenImage } from '../../src/ports.ts';
import { anImage, anOpenImage, directory, file, someConfig } from '../support/images.ts';
import { aWorkshop } from '../support/workshop.ts';
import { planFor } from './repository.ts';

const older = [directory('etc'), file('etc/os', 10)];
const newer = [directory('etc'), file('etc/os', 20)];
const base = anOpenImage(anImage('base', older), older);
const later = anOpenImage(anImage('later', newer), newer);
const onBase = (name: string, labels: Readonly<Record<string, string>>): OpenImage => {
  const own = [file(name, 1)];
  const facts = { ...anImage(name, older, own), config: someConfig({ user: '1000', cmd: ['x'], labels }) };
  return anOpenImage({ ...facts, source: `registry:ghcr.io/${name}:1` }, older, own);
};
const baseName = 'org.opencontainers.image.base.name';
const baseDigest = 'org.opencontainers.image.base.digest';

/** What is never answered; it ends with the signal, also with one that has come already. */
function neverUntil(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error('stopped'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

const compose = (...names: readonly string[]) => ({
  'compose.yaml': `services: { ${names.map((name) => `${name}: { image: "ghcr.io/${name}:1" }`).join(', ')} }`,
});

async function auditOf(
  images: Readonly<Record<string, OpenImage>>,
  {
    local = false,
    source,
    signal = new AbortController().signal,
    seconds = 60,
    files = compose('a', 'b'),
  }: {
    readonly local?: boolean;
    readonly source?: (own: ImageSource) => ImageSource;
    readonly signal?: AbortSignal;
    readonly seconds?: number;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
) {
  const { plan, policy } = await planFor({ files });
  const workshop = aWorkshop({ files, images });
  const asked: string[] = [];
  const counted: ImageSource = {
    open(what, platform, within) {
      asked.push('reference' in what ? what.reference : what.kind);
      return workshop.images.open(what, platform, within);
    },
  };
  const result = await audit(
    {
      plan,
      policy,
      local,
      verdict: { failOn: 'error', warnOnly: false, onUnreachable: 'fail' },
      budget: { timeMs: seconds * 1000, pullBytes: 1e9 },
      runId: 'r1',
      concurrency: 3,
      toolVersion: '1',
    },
    { ...workshop, signal, images: source ? source(counted) : counted },
  );
  return { result, asked };
}

describe('bases that labels name', () => {
  const labels = { [baseName]: 'docker.io/library/debian:12' };

  test('are asked for once, however many images name them, and do not count as audited', async () => {
    const images = {
      'ghcr.io/a:1': onBase('a', labels),
      'ghcr.io/b:1': onBase('b', labels),
      'docker.io/library/debian:12': later,
    };
    const { result, asked } = await auditOf(images);
    expect(asked.filter((reference) => reference === 'docker.io/library/debian:12')).toHaveLength(1);
    expect(result).toMatchObject({ run: { planned: 2 }, bases: [{ reference: 'docker.io/library/debian:12' }] });
    expect(result.images.map(({ name }) => name)).toEqual(['ghcr.io/a:1', 'ghcr.io/b:1']);
    expect(result.fleet.staleBases[0]?.images.map(({ name }) => name)).toEqual(['ghcr.io/a:1', 'ghcr.io/b:1']);
  });

  test('are asked for by the digest beside the name, too', async () => {
    const digest = `sha256:${'d'.repeat(64)}`;
    const images = {
      'ghcr.io/a:1': onBase('a', { ...labels, [baseDigest]: digest }),
      'ghcr.io/b:1': onBase('b', {}),
      'docker.io/library/debian:12': later,
      [`docker.io/library/debian@${digest}`]: base,
    };
    const { result } = await auditOf(images);
    expect(result.fleet.staleBases[0]?.images).toEqual([{ name: 'ghcr.io/a:1', by: 'label', baseLayers: 1 }]);
    expect(result.fleet.withoutBase).toEqual(['ghcr.io/b:1']);
  });

  test('that cannot be had are told, and the audit is as it was', async () => {
    const { result } = await auditOf({ 'ghcr.io/a:1': onBase('a', labels), 'ghcr.io/b:1': onBase('b', {}) });
    expect(result.notAudited).toEqual([]);
    expect(result.fleet.unknownBases).toMatchObject([
      {
        name: 'docker.io/library/debian:12',
        reason: expect.stringContaining('could not be told'),
        images: ['ghcr.io/a:1'],
      },
    ]);
  });

  test(
    'whose registry never answers take no longer than an image may, and are told',
    { tags: 'thorough' },
    async () => {
      const stuck = (own: ImageSource): ImageSource => ({
        open: (what, platform, within) =>
          'reference' in what && what.reference.includes('debian')
            ? neverUntil(within)
            : own.open(what, platform, within),
      });
      const images = { 'ghcr.io/a:1': onBase('a', labels), 'ghcr.io/b:1': onBase('b', {}) };
      const { result } = await auditOf(images, { source: stuck, seconds: 0.2 });
      expect(JSON.stringify([result.fleet.unknownBases, result.notAudited])).toMatch(
        /did not answer in time|took longer than/,
      );
      const stop = new AbortController();
      const stopped = auditOf(images, { source: stuck, signal: stop.signal });
      setTimeout(() => stop.abort(), 50);
      await expect(stopped).rejects.toBeInstanceOf(Interrupted);
    },
  );

  test.each([
    ['127.0.0.1:5000/x:1', 'which no label may send us to'],
    ['registry.localhost/x:1', 'which no label may send us to'],
    ['No Image', 'names no image'],
  ])('%s are not asked for', async (name, why) => {
    const { result, asked } = await auditOf({
      'ghcr.io/a:1': onBase('a', { [baseName]: name }),
      'ghcr.io/b:1': onBase('b', {}),
    });
    expect(asked).toHaveLength(2);
    expect(result.fleet.unknownBases[0]?.reason).toContain(why);
  });

  test('of an audit of the local engine are left alone, and that is said', async () => {
    const images = { 'ghcr.io/a:1': onBase('a', labels), 'ghcr.io/b:1': onBase('b', {}) };
    const { result, asked } = await auditOf(images, { local: true });
    expect(asked).toHaveLength(2);
    expect(result.fleet.unknownBases[0]?.reason).toContain('asked no registry');
  });
});

test('a base that a Dockerfile pins is asked for by its tag', async () => {
  const digest = `sha256:${'d'.repeat(64)}`;
  const files = { ...compose('a'), Dockerfile: `FROM debian:12@${digest}\n` };
  const images = {
    'ghcr.io/a:1': onBase('a', {}),
    [`docker.io/library/debian:12@${digest}`]: base,
    [`debian:12@${digest}`]: base,
    'docker.io/library/debian:12': later,
  };
  const { result } = await auditOf(images, { files });
  expect(result.fleet.staleBases[0]).toMatchObject({
    name: 'docker.io/library/debian:12',
    images: [{ name: 'ghcr.io/a:1', by: 'pin', baseLayers: 1 }],
  });
});
