import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { copyOfDist, expectStatus, folderOf, nodes, start } from './bundle.ts';

const loadedFiles = z.array(z.string());
/** Says at the end which files were loaded. */
const listLoaded = `process.on('exit', () => process.stderr.write(JSON.stringify(Object.keys(require.cache))));`;

// What a start costs is what it loads: counted in bytes, for a clock would tell how busy the machine is.
test.each([
  ['--version', 45_000],
  ['--help', 45_000],
  ['inspect --help', 80_000],
])('`plimsoll %s` loads less than %d bytes of the program', async (args, mostBytes) => {
  using dist = copyOfDist();
  using folder = folderOf({ 'list.cjs': listLoaded });
  const options = ['--require', join(folder.path, 'list.cjs'), join(dist.path, 'cli.cjs'), ...args.split(' ')];
  const ended = await start(nodes[0]?.path ?? '', options, { cwd: folder.path });
  expectStatus(ended, 0);
  const loaded = loadedFiles.parse(JSON.parse(ended.stderr)).filter((path) => path.startsWith(dist.path));
  expect(loaded).toContain(join(dist.path, 'cli.cjs'));
  expect(loaded.reduce((bytes, path) => bytes + statSync(path).size, 0)).toBeLessThan(mostBytes);
});

// To make a program of every schema takes longer than to go through it the few times that a run does.
test('no code is made while it runs', async () => {
  using dist = copyOfDist();
  const countMade = `
    let made = 0;
    globalThis.Function = new Proxy(Function, { construct: (...all) => ((made += 1), Reflect.construct(...all)) });
    process.on('exit', () => process.stderr.write(String(made)));`;
  using folder = folderOf({ 'count.cjs': countMade, Dockerfile: 'FROM scratch\nCOPY a /a\n', a: '' });
  const options = ['--require', join(folder.path, 'count.cjs'), join(dist.path, 'cli.cjs')];
  const wanted = ['check', '--no-build', '--warn-only', '--no-progress', '--format', 'json'];
  const ended = await start(nodes[0]?.path ?? '', [...options, ...wanted], { cwd: folder.path });
  expectStatus(ended, 0);
  expect(ended.stdout).toContain('"schemaVersion"');
  expect(ended.stderr).toMatch(/^0$|\n0$/);
});

// What an image states is asked of the engine in a sentence of HTTP: no layer is read, nothing built, no other format written.
test('a check that reads no layer loads no more than that takes', async () => {
  using dist = copyOfDist();
  using folder = folderOf({
    'list.cjs': listLoaded,
    'plimsoll.yml': 'version: 1\npolicy:\n  rules:\n    no-volumes: error\n    exposed-ports: error\n',
  });
  const options = ['--require', join(folder.path, 'list.cjs'), join(dist.path, 'cli.cjs'), 'check', '--no-progress'];
  const ended = await start(nodes[0]?.path ?? '', [...options, 'plimsoll-base:busybox'], { cwd: folder.path });
  expectStatus(ended, 0);
  expect(ended.stdout).toContain('layers not read');
  const loaded = loadedFiles.parse(JSON.parse(ended.stderr)).filter((path) => path.startsWith(dist.path));
  const text = loaded.map((path) => readFileSync(path, 'utf8')).join('\n');
  expect(Buffer.byteLength(text)).toBeLessThan(1_070_000);
  const packages = new Set(Array.from(text.matchAll(/"node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g), ([, name]) => name));
  expect(packages).toEqual(new Set(['semver', 'yaml']));
});
