import { describe, expect, test } from 'vitest';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { problemsOf } from '../support/settings.ts';
import { auditOf, planFor } from './repository.ts';

const tags = {
  'ghcr.io/acme/api': [
    '1.0.0',
    '1.9.0',
    '1.10.0',
    '2.0.0-rc.1',
    '2.0.0',
    'latest',
    'main',
    `sha256-${'a'.repeat(64)}.sig`,
  ],
};
const config = (audit: string): string => `audit:\n  images:\n    - ${audit}\npolicy: { rules: { non-root: error } }`;
const planned = async (audit: string) => (await planFor({ files: {}, config: config(audit), tags })).plan;
const names = async (audit: string): Promise<readonly string[]> =>
  (await planned(audit)).targets.map(({ name }) => name.replace('ghcr.io/acme/api:', ''));

describe('images that the configuration names for audits', () => {
  test.each<readonly [string, readonly string[]]>([
    ['{ image: ghcr.io/acme/api, tags: ">=1.5 <2" }', ['1.10.0', '1.9.0']],
    ['{ image: ghcr.io/acme/api, tags: ">=1", newest: 2 }', ['1.10.0', '2.0.0']],
    ['{ image: ghcr.io/acme/api, tags: "1.?.0" }', ['1.0.0', '1.9.0']],
    ['{ image: ghcr.io/acme/api, tags: [main, 1.0.0] }', ['1.0.0', 'main']],
    ['{ image: ghcr.io/acme/api, tags: "*" }', ['1.0.0', '1.10.0', '1.9.0', '2.0.0', '2.0.0-rc.1', 'latest', 'main']],
    ['{ image: ghcr.io/acme/api }', ['latest']],
    ['{ image: "ghcr.io/acme/api:9", platforms: [linux/arm64] }', ['9 linux/arm64']],
  ])('%s is %j', async (audit, expected) => {
    expect(await names(audit)).toEqual(expected);
  });

  test.each([
    [
      '{ image: ghcr.io/acme/api, tags: ">=3" }',
      /^no-such-tag: None of the 8 tags of ghcr.io\/acme\/api fits `>=3`\.$/,
    ],
    ['{ image: "ghcr.io/acme/api:1", tags: ">=3" }', /^image-reference: ghcr.io\/acme\/api:1 names a tag already/],
    ['{ image: ghcr.io/acme/gone, tags: "*" }', /^no-such-image: There is no repository ghcr.io\/acme\/gone/],
  ])('%s is a problem at its line', async (audit, message) => {
    const { problems } = await planned(audit);
    expect(problems.map(({ code, message: said }) => `${code}: ${said}`)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]?.place).toEqual({ file: 'plimsoll.yml', line: 4, column: expect.any(Number) });
    const result = await auditOf({ files: {}, config: config(audit), tags });
    expect(result.exitStatus).toBe(2);
  });

  test('an image whose list grows between two shards is no other run; another pattern is', async () => {
    const digest = async (audit: string, more: readonly string[] = []): Promise<string> => {
      const all = { 'ghcr.io/acme/api': [...tags['ghcr.io/acme/api'], ...more] };
      return (await planFor({ files: {}, config: config(audit), tags: all })).plan.digest;
    };
    const first = await digest('{ image: ghcr.io/acme/api, tags: ">=1" }');
    expect(await digest('{ image: ghcr.io/acme/api, tags: ">=1" }', ['1.11.0'])).toBe(first);
    expect(await digest('{ image: ghcr.io/acme/api, tags: ">=2" }')).not.toBe(first);
  });

  test('what is wrong with them is told with its place', async () => {
    const text = `version: 1\n${config('{ image: a, tags: "=>x y", newest: 0 }')}`;
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(/^plimsoll\.yml:4:\d+ invalid-value: `tags` cannot be/),
      expect.stringMatching(/^plimsoll\.yml:4:\d+ invalid-value: `newest` cannot be 0/),
    ]);
  });

  test('a section in a policy that is extended would be read by nobody', async () => {
    const files = { 'org.yml': 'version: 1\naudit: { exclude: [x] }\n' };
    const text = 'version: 1\npolicy: { extends: ./org.yml, rules: { non-root: error } }\n';
    expect(await problemsOf(text, { files })).toEqual([
      'org.yml:2:1 audit-in-policy: A policy that is extended says nothing of audits.',
    ]);
  });
});

describe('platforms', () => {
  const on = (platform: string, user: string) =>
    anOpenImage({ ...anImage('a', [file('x')]), platform, config: someConfig({ user, cmd: ['x'] }) }, [file('x')]);
  const images = {
    'a:1 linux/amd64': on('linux/amd64', '1000'),
    'a:1 linux/arm64': on('linux/arm64', 'root'),
    'b:1': on('linux/amd64', '1'),
  };
  const platforms = { 'a:1': ['linux/amd64', 'linux/arm64', 'linux/s390x'] };
  const files = { 'compose.yaml': 'services: { a: { image: "a:1" }, b: { image: "b:1" } }' };
  const rules = 'policy: { rules: { non-root: error } }';

  test('all of an index are images of their own, and one that cannot be read is named', async () => {
    const all = `audit: { platforms: all }\n${rules}`;
    const result = await auditOf({ files, images, platforms, config: all }, { local: false });
    expect(result.images.map(({ name, findings }) => [name, findings.length])).toEqual([
      ['docker.io/library/a:1 linux/amd64', 0],
      ['docker.io/library/a:1 linux/arm64', 1],
      ['docker.io/library/b:1', 0],
    ]);
    expect(result.notAudited.map(({ name }) => name)).toEqual(['docker.io/library/a:1 linux/s390x']);
    expect(result).toMatchObject({ exitStatus: 2, run: { planned: 2 } });
  });

  test('a list of them is asked for of every image, and a platform that the run is told counts alone', async () => {
    const two = `audit: { platforms: [linux/amd64, linux/arm64] }\n${rules}`;
    const { plan } = await planFor({ files, config: two });
    expect(plan.targets.map(({ name }) => name.replace('docker.io/library/', ''))).toEqual([
      'a:1 linux/amd64',
      'a:1 linux/arm64',
      'b:1 linux/amd64',
      'b:1 linux/arm64',
    ]);
    const all = `audit: { platforms: all }\n${rules}`;
    const told = await auditOf({ files, images, platforms, config: all }, { local: false, platform: 'linux/arm64' });
    expect(told.images.map(({ name, platform }) => [name, platform])).toEqual([
      ['docker.io/library/a:1', 'linux/arm64'],
      ['docker.io/library/b:1', 'linux/amd64'],
    ]);
  });
});

test('an image whose label names its base is held against what the base’s tag leads to today', async () => {
  const labels = { 'org.opencontainers.image.base.name': 'ghcr.io/acme/base:1' };
  const on = (base: string) =>
    anOpenImage(
      { ...anImage('a', [file(base)], [file('own')]), config: someConfig({ labels, user: '1', cmd: ['x'] }) },
      [file(base)],
      [file('own')],
    );
  const base = anOpenImage({ ...anImage('base', [file('new')]), config: someConfig({}) }, [file('new')]);
  const images = { 'old:1': on('old-files'), 'new:1': on('new'), 'ghcr.io/acme/base:1': base };
  const files = { 'compose.yaml': 'services: { a: { image: "old:1" }, b: { image: "new:1" } }' };
  const stale = 'policy: { rules: { stale-base-image: error } }';
  const result = await auditOf({ files, images, config: stale }, { local: false });
  expect(result.images.map(({ name, findings }) => [name, findings.map(({ rule }) => rule)])).toEqual([
    ['docker.io/library/new:1', []],
    ['docker.io/library/old:1', ['stale-base-image']],
  ]);
});
