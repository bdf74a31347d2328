import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendAudit, withHistory } from '../../src/audit/history/history.ts';
import { anAudit, image, layers } from '../support/audits.ts';
import { aDigest } from '../support/results.ts';
import { aRemote, program, type TestClone, type TestRemote } from '../support/git.ts';

let remote: TestRemote;
let clone: TestClone;
beforeEach(() => {
  remote = aRemote();
  clone = remote.clone();
  clone.commit({ file: 'x' });
  clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
});
afterEach(() => remote[Symbol.dispose]());

const week = 7 * 86_400;
const start = Date.UTC(2026, 10, 1) / 1000;
const debian = (letters: string) =>
  image('docker.io/library/debian:12', { role: 'base', layers: layers(...letters.split('')) });
const run = (id: string, ...images: readonly ReturnType<typeof image>[]) =>
  anAudit({ run: { id, plan: aDigest('p'), day: '2026-11-01', planned: images.length }, images: [...images] });
const files = (): readonly string[] => remote.git('ls-tree', '-r', '--name-only', 'plimsoll-data').split('\n');

test('an audit is held against the one before, and a base whose tag moved in between is stale', async () => {
  const repository = await clone.open();
  const app = image('ghcr.io/app:1', { layers: layers('a', 'own') });
  const first = run('1', app, debian('a'));
  expect(await withHistory(first, 'plimsoll', repository)).toEqual({ result: first });
  expect(await appendAudit(first, { audit: 'plimsoll', at: start }, repository)).toMatchObject({
    note: expect.stringContaining('plimsoll-data'),
  });
  const { result } = await withHistory(run('2', app, debian('n')), 'plimsoll', repository);
  expect(result.since).toMatchObject({ compared: 2, newFindings: [] });
  expect(result.fleet.staleBases).toMatchObject([
    {
      name: 'docker.io/library/debian:12',
      images: [{ name: 'ghcr.io/app:1', by: 'record', baseLayers: 1, seen: '2026-11-01' }],
    },
  ]);
  // Another audit of this repository has a history of its own.
  expect((await withHistory(run('2', app, debian('n')), 'other', repository)).result).not.toHaveProperty('since');
  // What an earlier attempt of the same run recorded is not the audit before.
  expect((await withHistory(run('1', app), 'plimsoll', repository)).result).not.toHaveProperty('since');
});

test('what several runs append at once all stays, beside each other and the measurements', async () => {
  const clones = [remote.clone(), remote.clone('--depth=1'), remote.clone(), clone];
  const opened = await Promise.all(clones.map((one) => one.open()));
  const told = await Promise.all(
    opened.map((repository, index) =>
      appendAudit(run(`r${index}`), { audit: 'plimsoll', at: start + index }, repository),
    ),
  );
  expect(told.filter(({ warning }) => warning !== undefined)).toEqual([]);
  expect(files().filter((path) => path.startsWith('audits/'))).toHaveLength(4);
});

test('without the right to push there is one warning that names it', async () => {
  program(join(remote.folder, 'remote.git/hooks/pre-receive'), '#!/bin/sh\necho not allowed >&2\nexit 1\n');
  const told = await appendAudit(run('1'), { audit: 'plimsoll', at: start }, await clone.open());
  expect(told).toEqual({ warning: expect.stringMatching(/^The audit was not recorded: .*contents: write/s) });
});

test('a branch of somebody else’s is left alone', async () => {
  const other = remote.clone();
  other.git('checkout', '--quiet', '--orphan', 'theirs');
  other.git('rm', '--quiet', '-rf', '.');
  other.commit({ theirs: 'x' });
  other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/plimsoll-data');
  const told = await appendAudit(run('1'), { audit: 'plimsoll', at: start }, await clone.open());
  expect(told.warning).toContain('holds what Plimsoll did not write');
  expect(files()).toEqual(['theirs']);
});

test('records that are none are passed over', async () => {
  const repository = await clone.open();
  await appendAudit(run('1', debian('a')), { audit: 'plimsoll', at: start }, repository);
  await repository.records.update('broken', () => ({
    put: [{ path: `audits/plimsoll/${start + week}-2.json`, text: '{"schemaVersion":1}' }],
    remove: [],
  }));
  const { result, warning } = await withHistory(run('3', debian('a')), 'plimsoll', repository);
  expect([result.since?.before.run, warning]).toEqual(['1', undefined]);
});

test('where the remote does not answer the audit is as it was, with a warning', async () => {
  clone.git('remote', 'set-url', 'origin', 'file:///nonexistent');
  const first = run('1', debian('a'));
  expect(await withHistory(first, 'plimsoll', await clone.open())).toEqual({
    result: first,
    warning: expect.stringContaining('Earlier audits could not be read'),
  });
});
