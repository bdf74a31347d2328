import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { runGate, type GateRequest } from '../../src/check/configured.ts';
import { UserError } from '../../src/errors.ts';
import type { CheckResult } from '../../src/result/result.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { aRemote, program, type TestClone, type TestRemote } from '../support/git.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aWorkshop, type FakeWorkshop } from '../support/workshop.ts';

let remote: TestRemote;
let clone: TestClone;
beforeEach(() => {
  remote = aRemote();
  clone = remote.clone();
});
afterEach(() => remote[Symbol.dispose]());

const config = 'version: 1\npolicy:\n  extends: []\n  rules:\n    max-growth: [error, { max: 1 kB, of: all }]\n';
const files = (bytes: number) => ({
  Dockerfile: 'FROM base\nCOPY app /app\n',
  'plimsoll.yml': config,
  size: String(bytes),
});

/** A configuration with these images, each but `api` built from a Dockerfile of its name. */
const listing = (...names: readonly string[]) =>
  config.replace(
    'policy:',
    `images:\n${names.map((name) => `  ${name}: { dockerfile: Dockerfile${name === 'api' ? '' : `.${name}`} }\n`).join('')}policy:`,
  );

/** Builds an image of as many bytes as the file `size` of the context says, whatever is asked. */
function builds(platform = 'linux/amd64'): FakeWorkshop & { readonly folders: readonly string[] } {
  const folders: string[] = [];
  const workshop = aWorkshop({});
  return {
    ...workshop,
    folders,
    builder: {
      async build({ contextDir }) {
        folders.push(contextDir);
        const text = readFileSync(join(contextDir, 'size'), 'utf8');
        if (text === 'broken') throw new UserError({ code: 'build-failed', message: 'It does not build.', hint: 'x' });
        return { reference: text };
      },
    },
    images: {
      async open(source) {
        const bytes = Number(source.kind === 'engine' ? source.reference : '');
        const { layers: _, ...facts } = anImage(`sized ${bytes}`, [file('/app', bytes)]);
        return anOpenImage({ ...facts, platform, config: someConfig({ entrypoint: ['/app'] }) }, [file('/app', bytes)]);
      },
    },
  };
}

interface Run {
  readonly at?: TestClone;
  readonly base?: string;
  readonly inputs?: RawInputs;
  readonly platform?: string;
  readonly headSha?: string;
}

async function check({ at = clone, base, inputs = {}, platform, headSha }: Run = {}) {
  const repository = await at.open();
  const sha = base === undefined ? undefined : await repository.commitOf(base);
  const workshop = builds(platform);
  const revision = headSha === undefined ? {} : { revision: { head: headSha } };
  const request: GateRequest = {
    checkout: openCheckout(at.path),
    folderName: 'app',
    inputs,
    toolVersion: '1.2.3',
    repository,
    ...revision,
    ...(sha !== undefined && {
      base: { sha, readText: (path: string, max: number) => repository.readText(sha, path, max) },
    }),
    openWorkshop: async () => ({ ...workshop, checkout: openCheckout(at.path) }),
  };
  return { ...(await runGate(request)), folders: workshop.folders };
}

const growth = ({ images }: CheckResult) =>
  images.map(({ comparisons, baseline }) => [
    comparisons.find(({ kind }) => kind === 'baseline')?.unpackedDeltaBytes,
    baseline.state === 'found' ? baseline.from : baseline.reason,
  ])[0];

/** A base on main, and a change on top of it that is checked out. */
function aChange(before: number, after: number): { readonly base: string; readonly head: string } {
  const base = clone.commit(files(before));
  clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  clone.git('checkout', '--quiet', '-b', 'change');
  const head = clone.commit(files(after));
  clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/change');
  return { base, head };
}

describe('a rebuild', () => {
  test('holds the change against where it left the base branch, and leaves no worktree', async () => {
    const { base } = aChange(1000, 5000);
    clone.git('checkout', '--quiet', 'main');
    clone.commit({ size: '9000' });
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    clone.git('checkout', '--quiet', 'change');
    const { result, folders } = await check({ base: 'main', inputs: { baseline: 'rebuild' } });
    expect(growth(result)).toEqual([4000, `commit ${base.slice(0, 12)}, rebuilt`]);
    expect([result.outcome, folders.length]).toEqual(['fail', 2]);
    expect(clone.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  test('of a merge that GitHub checks out is of its first parent, also in a clone of depth 1', async () => {
    const { base, head } = aChange(1000, 5000);
    clone.git('checkout', '--quiet', 'main');
    const main = clone.commit({ other: 'from someone else' });
    clone.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'change');
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/merged', `${main}:refs/heads/main`);
    const shallow = remote.clone('--depth=1', '--branch=merged');
    // The event's base may be older than the merge: what came to main in between is not this change's.
    const { result } = await check({ at: shallow, base, headSha: head, inputs: { baseline: 'rebuild' } });
    expect(growth(result)).toEqual([4000, `commit ${main.slice(0, 12)}, rebuilt`]);
  });

  test('where the Dockerfile was not yet there: the image is new, and has no growth', async () => {
    clone.commit({ readme: 'x' });
    clone.git('checkout', '--quiet', '-b', 'change');
    clone.commit(files(9000));
    const { result } = await check({ base: 'HEAD~1', inputs: { baseline: 'rebuild' } });
    expect(growth(result)?.[1]).toMatch(/^Dockerfile does not exist at [0-9a-f]{12}: the image is new\.$/);
    expect(result.outcome).toBe('pass');
  });

  test('of an image that the change takes off the list is made all the same, and so it is still checked', async () => {
    const web = { 'Dockerfile.web': 'FROM base\nCOPY app /app\n' };
    const base = clone.commit({ ...files(1000), ...web, 'plimsoll.yml': listing('api', 'web') });
    clone.git('checkout', '--quiet', '-b', 'change');
    clone.commit({ size: '5000', 'plimsoll.yml': listing('api') });
    const { result, folders } = await check({ base, inputs: { baseline: 'rebuild' } });
    expect(result.images.map(({ name }) => name)).toEqual(['api', 'web']);
    expect(result.images.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['max-growth'],
      ['max-growth'],
    ]);
    expect(folders).toHaveLength(4);
    expect(result.notices.map(({ message }) => message)).toContain(
      'This change takes the image web off the list of images; as it can still be made, it is checked this once more.',
    );
  });

  test('of an image whose Dockerfile went with it is not made, which is said', async () => {
    const base = clone.commit({
      ...files(1000),
      'Dockerfile.web': 'FROM base\nCOPY app /app\n',
      'plimsoll.yml': listing('api', 'web'),
    });
    clone.git('checkout', '--quiet', '-b', 'change');
    clone.git('rm', '--quiet', 'Dockerfile.web');
    clone.commit({ 'plimsoll.yml': listing('api') });
    const { result, folders } = await check({ base, inputs: { baseline: 'rebuild' } });
    expect([result.outcome, result.images.map(({ name }) => name), folders.length]).toEqual(['pass', ['api'], 2]);
    expect(result.notices.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      'This change takes the image web off the list of images; what it was made from is gone, so it is not checked.',
    ]);
  });

  test('follows a Dockerfile that was renamed with its configuration', async () => {
    const images = (path: string) => config.replace('policy:', `images: { api: { dockerfile: ${path} } }\npolicy:`);
    clone.commit({ ...files(1000), 'plimsoll.yml': images('Dockerfile') });
    clone.git('mv', 'Dockerfile', 'Containerfile');
    clone.commit({ size: '1500', 'plimsoll.yml': images('Containerfile') });
    const { result } = await check({ base: 'HEAD~1', inputs: { baseline: 'rebuild' } });
    expect(growth(result)?.[0]).toBe(500);
  });

  test.each([
    ['what it passed and the change does not', 1000, 9000, { broken: ['max-unpacked-size'], fixed: [] }],
    ['what the change mends', 9000, 1000, { broken: [], fixed: ['max-unpacked-size'] }],
    ['nothing where both fail', 9000, 9001, { broken: [], fixed: [] }],
  ])('is judged by the same policy, which tells %s', async (_, before, after, since) => {
    const limited = config.replace('rules:', 'rules:\n    max-unpacked-size: [error, { max: 5 kB }]');
    const base = clone.commit({ ...files(before), 'plimsoll.yml': limited });
    clone.commit({ size: String(after) });
    const { result } = await check({ base, inputs: { baseline: 'rebuild' } });
    expect(result.images[0]?.rulesSince).toEqual(since);
    // What needs a baseline has none there: it is on neither list.
    const { found = [], passed = [] } =
      result.images[0]?.baseline.state === 'found' ? (result.images[0].baseline.rules ?? {}) : {};
    expect([...found, ...passed]).toEqual(['max-unpacked-size']);
  });

  test('is judged once by each of two policies, and built once', async () => {
    const limited = config.replace('rules:', 'rules:\n    max-unpacked-size: [error, { max: 5 kB }]');
    const base = clone.commit({ ...files(9000), 'plimsoll.yml': limited });
    clone.commit({ size: '9001', 'plimsoll.yml': limited.replace('5 kB', '50 kB') });
    const { result, folders } = await check({ base, inputs: { baseline: 'rebuild' } });
    expect([result.images[0]?.rulesSince, folders.length]).toEqual([{ broken: [], fixed: [] }, 2]);
  });

  test.each([
    ['does not build', { size: 'broken' }, 'The baseline could not be had: It does not build.'],
    ['has filtered files', { '.gitattributes': '*.bin filter=lfs\n' }, 'Git LFS'],
  ])('of a base that %s is none, which fails the rule that needs it', async (_, more, reason) => {
    clone.commit({ ...files(1000), ...more });
    clone.commit(files(1000));
    const { result } = await check({ base: 'HEAD~1', inputs: { baseline: 'rebuild' } });
    expect(growth(result)).toEqual([undefined, expect.stringContaining(reason)]);
    expect([result.outcome, result.images[0]?.notRun[0]?.counts]).toEqual(['fail', 'failure']);
  });

  test('of histories that share nothing is none', async () => {
    clone.commit(files(1000));
    clone.git('checkout', '--quiet', '--orphan', 'elsewhere');
    clone.commit(files(2000));
    const { result } = await check({ base: 'main', inputs: { baseline: 'rebuild' } });
    expect(growth(result)?.[1]).toContain('have no common history.');
  });
});

describe('recorded measurements', () => {
  const save = { 'save-baseline': 'true' };

  test('of the merge base are what the change is held against, without a build', async () => {
    const base = clone.commit(files(1000));
    const saved = await check({ inputs: save });
    expect([saved.warnings, saved.notes]).toEqual([
      [],
      [`One measurement of ${base} stored on the branch plimsoll-data.`],
    ]);
    clone.commit(files(1200));
    const { result, folders } = await check({ base, inputs: { baseline: 'recorded' } });
    expect(growth(result)).toEqual([200, `commit ${base.slice(0, 12)}, recorded`]);
    expect(folders).toHaveLength(1);
  });

  test('of the nearest ancestor stand in, which is said; in a clone of depth 1 too', async () => {
    const recorded = clone.commit(files(1000));
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    await check({ inputs: save });
    clone.commit({ other: '1' });
    const { base } = aChange(1000, 1200);
    const shallow = remote.clone('--depth=1', '--branch=change');
    const { result } = await check({ at: shallow, base, inputs: { baseline: 'recorded' } });
    const words = `commit ${recorded.slice(0, 12)}, recorded, the nearest recorded ancestor of the merge base ${base.slice(0, 12)}`;
    expect(growth(result)).toEqual([200, words]);
  });

  test('are what a pull request is held against by default, else a rebuild', async () => {
    const { base } = aChange(1000, 1200);
    const first = await check({ base });
    expect([growth(first.result)?.[1], first.folders.length]).toEqual([`commit ${base.slice(0, 12)}, rebuilt`, 2]);
    clone.git('checkout', '--quiet', 'main');
    await check({ inputs: save });
    clone.git('checkout', '--quiet', 'change');
    const second = await check({ base });
    expect([growth(second.result)?.[1], second.folders.length]).toEqual([`commit ${base.slice(0, 12)}, recorded`, 1]);
  });

  test('of another platform, or of no such image, are none', async () => {
    clone.commit(files(1000));
    await check({ inputs: save });
    clone.commit(files(1200));
    const how = { base: 'HEAD~1', inputs: { baseline: 'recorded' } };
    expect(growth((await check({ ...how, platform: 'linux/arm64' })).result)?.[1]).toBe(
      'app is recorded for linux/amd64 but not for linux/arm64; platforms are not compared with each other.',
    );
  });

  test('that are corrupt are not used', async () => {
    const base = clone.commit(files(1000));
    await check({ inputs: save });
    const repository = await clone.open();
    const path = (await repository.records.list())?.find((one) => one.path.startsWith('records/'))?.path ?? '';
    await repository.records.update('corrupt', () => ({ put: [{ path, text: '{"schemaVersion":1' }], remove: [] }));
    clone.commit(files(1200));
    const { result } = await check({ base, inputs: { baseline: 'recorded' } });
    expect(growth(result)).toEqual([
      undefined,
      expect.stringContaining('have a usable record of app for linux/amd64.'),
    ]);
    expect(result.outcome).toBe('fail');
  });

  test('of a branch that is not ours are neither read nor written', async () => {
    const base = clone.commit(files(1000));
    const { records } = await clone.open();
    await records.update('theirs', () => ({ put: [{ path: 'index.html', text: 'x' }], remove: [] }));
    const saved = await check({ inputs: save });
    expect(saved.warnings).toEqual([expect.stringContaining('holds what Plimsoll did not write')]);
    expect((await records.list())?.map(({ path }) => path)).toEqual(['index.html']);
    clone.commit(files(1200));
    const { result } = await check({ base, inputs: { baseline: 'recorded' } });
    expect(growth(result)?.[1]).toContain('was not written by Plimsoll');
  });

  test('are not stored of a change, nor of files that are not committed', async () => {
    clone.commit(files(1000));
    clone.commit(files(1100));
    expect((await check({ base: 'HEAD~1', inputs: save })).notes).toEqual([expect.stringContaining('not stored')]);
    writeFileSync(join(clone.path, 'size'), '1200');
    expect((await check({ inputs: save })).warnings).toEqual([expect.stringContaining('files differ from the commit')]);
    expect(await (await clone.open()).records.list()).toBeUndefined();
  });

  test('that may not be pushed are one warning that names the permission, and change no verdict', async () => {
    clone.commit(files(1000));
    program(join(remote.folder, 'remote.git/hooks/pre-receive'), '#!/bin/sh\necho not allowed >&2\nexit 1\n');
    const { warnings, notes, result } = await check({ inputs: { ...save, baseline: 'none', 'warn-only': 'true' } });
    expect([result.outcome, notes]).toEqual(['pass', []]);
    expect(warnings).toEqual([
      expect.stringMatching(/^The measurements could not be stored .*`permissions: contents: write`/),
    ]);
  });

  test('are held against on a detached head too', async () => {
    const base = clone.commit(files(1000));
    await check({ inputs: save });
    clone.git('checkout', '--quiet', '--detach');
    clone.commit(files(1200));
    const { result } = await check({ base, inputs: { baseline: 'recorded' } });
    expect(growth(result)).toEqual([200, `commit ${base.slice(0, 12)}, recorded`]);
  });

  test('on a branch itself are those of an earlier commit, not its own', async () => {
    clone.commit(files(1000));
    const first = await check({ inputs: { ...save, baseline: 'recorded' } });
    expect(growth(first.result)?.[1]).toBe('There is no branch plimsoll-data with recorded measurements.');
    clone.commit(files(1300));
    await check({ inputs: save });
    const again = await check({ inputs: { baseline: 'recorded' } });
    expect(growth(again.result)?.[0]).toBe(300);
  });
});

test('the policy of a pull request is read from Git: what stands in the folder does not count', async () => {
  clone.commit(files(1000));
  clone.commit({
    ...files(9000),
    'plimsoll.yml': config.replace('max: 1 kB', 'max: 1 MB'),
  });
  const { result } = await check({ base: 'HEAD~1', inputs: { baseline: 'rebuild' } });
  expect([result.outcome, result.proposed?.outcome]).toEqual(['fail', 'pass']);
  expect(result.policy.sources).toEqual([`plimsoll.yml@${clone.git('rev-parse', 'HEAD~1')}`]);
});
