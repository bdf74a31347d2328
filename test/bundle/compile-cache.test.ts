import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { copyOfDist, expectStatus, folderOf, nodes, start } from './bundle.ts';

/** Of the help, out of a part. */
const phrase = 'An existing image to check';
const kept = ['cache', 'plimsoll', 'compiled'] as const;
/** Says at the end of how much code V8 had to make itself. */
const countRejected = `
  const vm = require('node:vm');
  let made = 0;
  vm.Script = class extends vm.Script {
    constructor(code, options) { super(code, options); if (this.cachedDataRejected !== false) made += 1; }
  };
  process.on('exit', () => process.stderr.write('compiled ' + made));`;

const oldest = nodes[0]?.path ?? '';
async function help(node: string, dist: string, folder: string, more: readonly string[] = []): Promise<string> {
  const options = { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } };
  const ended = await start(node, [...more, join(dist, 'cli.cjs'), 'inspect', '--help'], options);
  expectStatus(ended, 0);
  return more.length > 0 ? ended.stderr : ended.stdout + ended.stderr;
}

describe.each(nodes)('on Node.js $major', ({ path }) => {
  test('compiled code is kept', async () => {
    using dist = copyOfDist();
    using folder = folderOf({});
    await help(path, dist.path, folder.path);
    const where = join(folder.path, ...kept);
    expect(readdirSync(where).length).toBeGreaterThan(0);
  });

  test('a cache folder that is a file changes nothing', async () => {
    using dist = copyOfDist();
    using folder = folderOf({ cache: 'no folder' });
    expect(await help(path, dist.path, folder.path)).toContain(phrase);
  });
});

describe('on a Node.js that keeps nothing itself', () => {
  test('nothing is compiled twice', async () => {
    using dist = copyOfDist();
    using folder = folderOf({ 'count.cjs': countRejected });
    const counted = ['--require', join(folder.path, 'count.cjs')];
    expect(await help(oldest, dist.path, folder.path, counted)).not.toBe('compiled 0');
    expect(await help(oldest, dist.path, folder.path, counted)).toBe('compiled 0');
  });

  test('what the program has no more is forgotten, what another command loads is not', async () => {
    using dist = copyOfDist();
    using folder = folderOf({});
    await help(oldest, dist.path, folder.path);
    const file = join(folder.path, ...kept, readdirSync(join(folder.path, ...kept))[0] ?? '');
    const names = () =>
      readFileSync(file, 'latin1')
        .split('\n\n')[0]
        ?.match(/\S+\.cjs/g) ?? [];
    const [gone = '', ...stay] = names();
    const options = { cwd: folder.path, environment: { XDG_CACHE_HOME: join(folder.path, 'cache') } };
    const other = [join(dist.path, 'cli.cjs'), 'policy', 'explain', 'no-secrets'];
    expect(stay.length).toBeGreaterThan(3);
    const [head = '', ...code] = readFileSync(file, 'latin1').split('\n\n');
    const [maker, , ...lines] = head.replace(gone, 'x'.repeat(gone.length - 4) + '.cjs').split('\n');
    const forged = [[maker, crc32(lines.join('\n')), ...lines].join('\n'), ...code].join('\n\n');
    writeFileSync(file, forged, 'latin1');
    await start(oldest, other, options);
    expect(names()).toEqual(expect.arrayContaining(stay));
    expect(names().join(' ')).not.toContain('xxxx');
  });

  test('a damaged file is replaced', async () => {
    using dist = copyOfDist();
    using folder = folderOf({ 'count.cjs': countRejected });
    const counted = ['--require', join(folder.path, 'count.cjs')];
    await help(oldest, dist.path, folder.path);
    const file = join(folder.path, ...kept, readdirSync(join(folder.path, ...kept))[0] ?? '');
    writeFileSync(file, readFileSync(file).fill('x', 1_000));
    expect(await help(oldest, dist.path, folder.path, counted)).not.toBe('compiled 0');
    expect(await help(oldest, dist.path, folder.path, counted)).toBe('compiled 0');
  });

  test('a program that changed runs as it is now, though V8 would take it for the same', async () => {
    using dist = copyOfDist();
    using folder = folderOf({});
    await help(oldest, dist.path, folder.path);
    for (const part of readdirSync(join(dist.path, 'parts'))) {
      const path = join(dist.path, 'parts', part);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(phrase, phrase.toUpperCase()));
    }
    expect(await help(oldest, dist.path, folder.path)).toContain(phrase.toUpperCase());
  });
});
