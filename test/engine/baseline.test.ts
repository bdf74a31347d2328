import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { noProgress } from '../../src/adapters/progress.ts';
import { runGate } from '../../src/check/configured.ts';
import { openWorkshop } from '../../src/main/workshop.ts';
import { aRemote, type TestRemote } from '../support/git.ts';
import { openBench, type Bench } from '../support/engine.ts';

let bench: Bench;
let remote: TestRemote;
beforeAll(async () => {
  bench = await openBench();
  remote = aRemote();
});
afterAll(async () => {
  remote[Symbol.dispose]();
  await bench.close();
});

test('a change is held against the merge base, built by the same engine, to the byte', async () => {
  const clone = remote.clone();
  const dockerfile = (more = ''): string => `FROM ${bench.base}\nCOPY app /app\n${more}`;
  const policy = 'version: 1\npolicy:\n  extends: []\n  rules:\n    max-growth: [error, { max: 1 kB }]\n';
  const base = clone.commit({ Dockerfile: dockerfile(), app: 'a'.repeat(1000), 'plimsoll.yml': policy });
  clone.commit({
    Dockerfile: dockerfile('RUN echo more >/more\n'),
    app: 'b'.repeat(3000),
    'plimsoll.yml': policy.replace('1 kB', '1 MB'),
  });
  const repository = await clone.open();
  const signal = new AbortController().signal;
  const checkout = openCheckout(clone.path);
  const { result } = await runGate({
    checkout,
    folderName: 'app',
    inputs: {},
    toolVersion: '1.2.3',
    repository,
    base: { sha: base, readText: (path, maxBytes) => repository.readText(base, path, maxBytes) },
    openWorkshop: async () =>
      openWorkshop({
        environment: process.env,
        checkout,
        progress: noProgress,
        signal,
        insecureRegistries: [],
        warn: () => {},
      }),
  });
  const [image] = result.images;
  expect(image?.baseline).toMatchObject({ state: 'found', from: `commit ${base.slice(0, 12)}, rebuilt` });
  expect(image?.comparisons[0]).toMatchObject({ unpackedDeltaBytes: 2005, ownDeltaBytes: 2005, baseDeltaBytes: 0 });
  expect([result.outcome, result.proposed?.outcome]).toEqual(['fail', 'pass']);
  expect(clone.git('worktree', 'list').split('\n')).toHaveLength(1);
});
