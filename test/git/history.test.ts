import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { runGate, type GateRequest } from '../../src/check/configured.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { aRemote, type TestClone, type TestRemote } from '../support/git.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aWorkshop, type FakeWorkshop } from '../support/workshop.ts';

let remote: TestRemote;
let clone: TestClone;
beforeEach(() => {
  remote = aRemote();
  clone = remote.clone();
});
afterEach(() => remote[Symbol.dispose]());

const policy = (rules: string, waivers = ''): string =>
  `version: 1\npolicy:\n  extends: []\n  rules: { ${rules} }\n${waivers}`;
const files = (bytes: number, rules: string) => ({
  Dockerfile: 'FROM scratch\nCOPY app /app\n',
  'plimsoll.yml': policy(rules),
  size: String(bytes),
});
const anyRule = 'no-setuid: warning';
const save = { 'save-baseline': 'true' };

/** Builds an image of as many bytes as the file `size` of the context says. */
function builds(until?: Promise<void>): FakeWorkshop {
  return {
    ...aWorkshop({}),
    builder: {
      async build({ contextDir }) {
        await until;
        return { reference: readFileSync(join(contextDir, 'size'), 'utf8') };
      },
    },
    images: {
      async open(source) {
        const bytes = Number(source.kind === 'engine' ? source.reference : '');
        const { layers: _, ...facts } = anImage(`sized ${bytes}`, [file('/app', bytes)]);
        return anOpenImage({ ...facts, config: someConfig({ entrypoint: ['/app'] }) }, [file('/app', bytes)]);
      },
    },
  };
}

async function check(inputs: RawInputs = {}, base?: string, at = clone, built?: Promise<void>) {
  const repository = await at.open();
  const sha = base === undefined ? undefined : await repository.commitOf(base);
  const request: GateRequest = {
    checkout: openCheckout(at.path),
    folderName: 'app',
    inputs,
    toolVersion: '1.2.3',
    repository,
    ...(sha !== undefined && {
      base: { sha, readText: (path: string, max: number) => repository.readText(sha, path, max) },
    }),
    openWorkshop: async () => ({ ...builds(built), checkout: openCheckout(at.path) }),
  };
  const { result } = await runGate(request);
  const [image] = result.images;
  return {
    outcome: result.outcome,
    sizes: image?.history?.map(({ unpackedBytes }) => unpackedBytes),
    said: [
      ...(image?.findings ?? []).map(({ message }) => message),
      ...(image?.notRun ?? []).map(({ reason }) => reason),
    ],
    proposed: result.proposed?.outcome,
    result,
  };
}

/** Commits on main, each of its size and recorded. */
async function recorded(sizes: readonly number[], rules = anyRule): Promise<readonly string[]> {
  const commits: string[] = [];
  for (const bytes of sizes) {
    commits.push(clone.commit(files(bytes, rules)));
    clone.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/main');
    await check(save);
  }
  return commits;
}

describe('the history of an image', () => {
  test('is of recorded commits before the change, oldest first, without the change’s own', async () => {
    await recorded([1000, 1100, 1050]);
    clone.commit(files(1200, anyRule));
    expect((await check({}, 'HEAD~1')).sizes).toEqual([1000, 1100, 1050]);
    // On the branch itself: what was before it.
    clone.git('checkout', '--quiet', 'HEAD~1');
    expect((await check({ baseline: 'recorded' })).sizes).toEqual([1000, 1100]);
  });

  test('says which rules find what the recorded commit passed, and the reverse', async () => {
    const rules = 'max-unpacked-size: [warning, { max: 1050 B }], max-layers: [warning, { max: 1 }]';
    await recorded([1000], rules);
    clone.commit(files(1100, rules));
    const worse = await check({}, 'HEAD~1');
    expect(worse.result.images[0]?.rulesSince).toEqual({ broken: ['max-unpacked-size'], fixed: [] });
    await recorded([1100], rules);
    clone.commit(files(900, rules));
    const better = await check({}, 'HEAD~1');
    expect(better.result.images[0]?.rulesSince).toEqual({ broken: [], fixed: ['max-unpacked-size'] });
  });

  test('is looked for while the image is being built', async () => {
    await recorded([1000]);
    clone.commit(files(1100, anyRule));
    const opened = await clone.open();
    let tell = (): void => {};
    const asked = new Promise<void>((resolve) => (tell = resolve));
    const records = {
      ...opened.records,
      list: () => {
        tell();
        return opened.records.list();
      },
    };
    // A build that ends only once the records were asked for: without that it would never.
    expect((await check({}, 'HEAD~1', { ...clone, open: async () => ({ ...opened, records }) }, asked)).sizes).toEqual([
      1000,
    ]);
  });

  test('is not asked for where nothing needs the records', async () => {
    await recorded([1000]);
    clone.commit(files(1100, anyRule));
    expect((await check({ baseline: 'rebuild' }, 'HEAD~1')).result.images[0]).not.toHaveProperty('history');
    expect((await check()).result.images[0]).not.toHaveProperty('history');
  });

  test('is had in a clone of depth 1 too', async () => {
    await recorded([1000, 1100]);
    clone.commit(files(1200, anyRule));
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/change');
    const shallow = remote.clone('--depth=1', '--branch=change');
    expect((await check({}, 'main', shallow)).sizes).toEqual([1000, 1100]);
  });

  test('leaves out what a force-push took off the branch', async () => {
    const [first = ''] = await recorded([1000, 9000]);
    clone.git('reset', '--quiet', '--hard', first);
    await recorded([1010]);
    clone.commit(files(1020, anyRule));
    expect((await check({}, 'HEAD~1')).sizes).toEqual([1000, 1010]);
  });

  test('leaves out records that are broken or of something else', async () => {
    await recorded([1000, 1100, 1200]);
    const { records } = await clone.open();
    const paths = ((await records.list()) ?? []).filter(({ path }) => path.startsWith('records/'));
    const [oldest, middle] = paths;
    const text = (oldest && (await records.readText(oldest, 100_000))) ?? '';
    await records.update('hostile', () => ({
      put: [
        { path: oldest?.path ?? '', text: `\uFFFD"${'x'.repeat(20)}` },
        { path: middle?.path ?? '', text },
      ],
      remove: [],
    }));
    clone.commit(files(1300, anyRule));
    expect((await check({}, 'HEAD~1')).sizes).toEqual([1200]);
  });
});

describe('a rule over the history', () => {
  const creep = 'max-growth: [error, { or: 2 % }], max-creep: [error, { or: 5 % }]';

  test('finds ten changes of one percent that a limit of two percent let pass, one by one', async () => {
    const sizes = Array.from({ length: 11 }, (_, step) => Math.round(100_000 * 1.01 ** step));
    const outcomes: string[] = [];
    for (const bytes of sizes) {
      clone.commit(files(bytes, 'max-growth: [error, { or: 2 %, when-not-run: pass }]'));
      outcomes.push((await check({ ...save, baseline: 'recorded' })).outcome);
    }
    expect(new Set(outcomes)).toEqual(new Set(['pass']));
    // One more of the same; only the policy is another.
    clone.commit({ 'plimsoll.yml': policy(creep) });
    const { said, outcome } = await check({ baseline: 'recorded' });
    expect(outcome).toBe('fail');
    expect(said).toEqual([
      expect.stringMatching(
        /^Own layers grew by 9\.\d kB \(9\.\d %\) over the last 10 recorded commits, since `[0-9a-f]{12}` of 2023-11-\d\d, /,
      ),
    ]);
  });

  test('counts since the last release, an annotated tag that only the remote has', async () => {
    const [released = ''] = await recorded([1000, 1100, 1200]);
    const other = remote.clone();
    other.git('tag', '-a', '-m', 'x', 'v1.2.0', released);
    other.git('tag', 'v1.3.0-rc.1', released);
    other.git('tag', 'nightly', 'origin/main');
    other.git('push', '--quiet', '--tags');
    clone.commit(files(1200, 'max-creep: [error, { max: 50 B, since: last-release }]'));
    const { said } = await check({ baseline: 'recorded' });
    expect(said).toEqual([expect.stringContaining('grew by 200 B (20.0 %) since the release v1.2.0, recorded at')]);
  });

  const ratchet = 'max-unpacked-size: [error, { max: 1 MB, ratchet: true }]';

  test('as a ratchet fails what is over the least on record and passes what is not', async () => {
    await recorded([1000, 900, 1000], ratchet);
    clone.commit(files(950, ratchet));
    expect((await check({}, 'HEAD~1')).said).toEqual([expect.stringMatching(/^Takes 50 B more on disk than /)]);
    clone.commit(files(900, ratchet));
    expect((await check({}, 'HEAD~2')).outcome).toBe('pass');
  });

  test('of a first run, without any record, could not be checked; of a new image there is nothing to check', async () => {
    clone.commit(files(1000, ratchet));
    const first = await check();
    expect([first.outcome, first.said]).toEqual([
      'fail',
      ['There is nothing the ratchet could hold it to. There is no branch plimsoll-data with recorded measurements.'],
    ]);
    clone.commit({ Dockerfile: null });
    clone.commit(files(1000, ratchet));
    expect((await check({}, 'HEAD~1')).outcome).toBe('pass');
  });

  test('about waivers counts those that the change brings, though they do not count yet', async () => {
    const rules = 'max-waivers: [error, { max: 5, ratchet: true }], non-root: error';
    const waiver =
      'waivers:\n  - { rule: non-root, reason: legacy, owner: "@acme", expires: 2027-01-31, image: "ap*" }\n';
    await recorded([1000], rules);
    clone.commit({ 'plimsoll.yml': policy(rules, waiver) });
    const { said, result } = await check({}, 'HEAD~1');
    expect(said).toContainEqual(expect.stringMatching(/^Has 1 more waiver than `[0-9a-f]{12}` of /));
    expect(result.images[0]?.waivers).toBe(1);
  });
});
