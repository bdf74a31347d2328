import * as fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { examine } from '../../src/check/examine.ts';
import { archiveOf, oldDockerFiles } from '../support/archives.ts';
import { docker, exportOf, seen, type ToldTree } from '../support/container-tree.ts';
import { openBench, type Bench } from '../support/engine.ts';
import { record, tarOf } from '../support/tar.ts';

const never = new AbortController().signal;
const layerCount = 5;
const stackCount = 300;

let bench: Bench;
let folder: string;
beforeAll(async () => {
  bench = await openBench();
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-random-layers-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

type Kind = 'file' | 'directory' | 'symlink' | 'hardlink' | 'whiteout' | 'opaque';
const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const wish = fc.record({
  kind: fc.constantFrom<Kind>('file', 'file', 'directory', 'symlink', 'hardlink', 'whiteout', 'whiteout', 'opaque'),
  path,
  target: path,
  mode: fc.constantFrom(0o644, 0o755, 0o4755, 0o700),
  uid: fc.constantFrom(0, 7),
  bytes: fc.nat(300),
});
type Wish = ReturnType<typeof wish.generate>['value'];
const stack = fc.array(fc.array(wish, { maxLength: 9 }), { minLength: layerCount, maxLength: layerCount });

/** The records of a layer that no engine refuses: each path once, in folders that were brought, links to files that were. */
function recordsOf(prefix: string, wishes: readonly Wish[]): readonly Buffer[] {
  const brought = new Map<string, Kind>();
  const records: Buffer[] = [];
  for (const { kind, path: at, target, mode, uid, bytes } of wishes) {
    const parents = at
      .split('/')
      .map((_, depth, names) => names.slice(0, depth).join('/'))
      .slice(1);
    const folders = kind === 'opaque' ? [...parents, at] : parents;
    if (folders.some((one) => (brought.get(one) ?? 'directory') !== 'directory')) continue;
    if (kind === 'opaque' ? brought.has(`${at}/opaque`) : brought.has(at)) continue;
    if (kind === 'hardlink' && brought.get(target) !== 'file') continue;
    for (const one of folders.filter((each) => !brought.has(each))) {
      brought.set(one, 'directory');
      records.push(record({ name: `${prefix}/${one}/`, type: '5', mode: 0o755 }));
    }
    brought.set(kind === 'opaque' ? `${at}/opaque` : at, kind);
    const name = `${prefix}/${at}`;
    const fields = { name, mode, uid };
    if (kind === 'file') records.push(record(fields, 'x'.repeat(bytes)));
    else if (kind === 'directory') records.push(record({ ...fields, name: `${name}/`, type: '5' }));
    else if (kind === 'symlink') records.push(record({ ...fields, type: '2', linkName: target, mode: 0o777 }));
    else if (kind === 'hardlink') records.push(record({ ...fields, type: '1', linkName: `${prefix}/${target}` }));
    else if (kind === 'opaque') records.push(record({ name: `${name}/.wh..wh..opq` }));
    else records.push(record({ name: name.replace(/([^/]*)$/, '.wh.$1') }));
  }
  return records;
}

test('layers of any records stack in a container as they do here', async () => {
  const seed = Date.now() % 2 ** 31;
  const stacks = fc.sample(stack, { numRuns: stackCount, seed });
  const layers = Array.from({ length: layerCount }, (_, layer) =>
    tarOf(...stacks.flatMap((wishes, nth) => recordsOf(`stack${nth}`, wishes[layer] ?? []))),
  );
  const tag = `plimsoll-${bench.run.runId}:random`;
  writeFileSync(join(folder, 'random.tar'), archiveOf(oldDockerFiles({ tags: [tag], layers })));
  docker('load', '-q', '-i', join(folder, 'random.tar'));
  const opened = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference: tag }, undefined, never);
  const ours = await examine(opened, { reads: [] }, never);
  const ofStacks = (tree: ToldTree): ToldTree =>
    Object.fromEntries(Object.entries(tree).filter(([name]) => name.startsWith('stack')));
  expect(ofStacks(seen(ours)), `with the seed ${seed}`).toEqual(ofStacks(exportOf(tag, folder)));
  expect(Object.keys(seen(ours)).length).toBeGreaterThan(stackCount);
  expect(ours.measurement.unpackedBytes).toBe(Number(docker('image', 'inspect', '--format', '{{.Size}}', tag)));
});
