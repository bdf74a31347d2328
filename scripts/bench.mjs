// What reading images costs, against the tools that only move the bytes: whole processes, pairs run in turn, medians.
//   npm run bench -- [--shapes dev,many,blob,whiteouts] [--scale 1] [--runs 5] [--folder DIR] [--no-engine]
// Needs `npm run build` before. Images are made in --folder (default: a folder in the temporary one) and removed at the end.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeShape, shapes } from './bench-shapes.mjs';

const { values } = parseArgs({
  options: {
    shapes: { type: 'string', default: Object.keys(shapes).join(',') },
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    folder: { type: 'string' },
    'no-engine': { type: 'boolean', default: false },
  },
});
const cli = resolve(import.meta.dirname, '../dist/cli.cjs');
const runs = Number(values.runs);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
mkdirSync(folder, { recursive: true });
const usage = join(folder, 'usage.json');
const probe = join(folder, 'probe.cjs');
// What the kernel calls the process's high-water mark; resourceUsage() would tell that of whoever started it, if higher.
writeFileSync(
  probe,
  `process.on('exit', () => {
    const { readFileSync, writeFileSync } = require('node:fs');
    const peakKilobytes = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
    writeFileSync(${JSON.stringify(usage)}, JSON.stringify({ ...process.resourceUsage(), peakKilobytes }));
  });`,
);
writeFileSync(join(folder, 'empty.cjs'), '');

const hasEngine = !values['no-engine'] && spawnSync('docker', ['version']).status === 0;
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const shell = (command) => () => timed('sh', ['-c', command]);
const node =
  (...args) =>
  () => {
    const seconds = timed(process.execPath, ['--require', probe, ...args]);
    const { userCPUTime, systemCPUTime, peakKilobytes } = JSON.parse(readFileSync(usage, 'utf8'));
    return { ...seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peakBytes: peakKilobytes * 1024 };
  };
const inspect = (source, ...more) => node(cli, 'inspect', source, '--format', 'json', '--no-progress', ...more);

function timed(program, args) {
  const startMs = performance.now();
  const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall: (performance.now() - startMs) / 1000 };
}

/** Runs both in turn, so that a busy moment hits both. */
function pair(what, ours, against, theirs) {
  const [own, other] = [[], []];
  ours();
  theirs();
  for (let run = 0; run < runs; run += 1) {
    own.push(ours());
    other.push(theirs());
  }
  const wall = median(own.map((one) => one.wall));
  const base = median(other.map((one) => one.wall));
  const cells = [
    what,
    `${wall.toFixed(2)} s`,
    `${median(own.map((one) => one.cpu)).toFixed(2)} s`,
    `${(Math.max(...own.map((one) => one.peakBytes)) / 1e6).toFixed(0)} MB`,
    against,
    `${base.toFixed(2)} s`,
    (wall / base).toFixed(3),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

console.log(
  `Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0].toFixed(1)} at the start, medians of ${runs}, scale ${values.scale}\n`,
);
console.log('| what | wall | own CPU | peak | against | wall | ratio |\n|---|--:|--:|--:|---|--:|--:|');
const tags = [];
try {
  const empty = ['an empty program', node(join(folder, 'empty.cjs'))];
  pair('--version', node(cli, '--version'), ...empty);
  pair('--help', node(cli, '--help'), ...empty);
  for (const name of values.shapes.split(',')) {
    const { tar, layout, tag } = await makeShape(folder, name, Number(values.scale));
    pair(
      `${name}: archive`,
      inspect(`docker-archive:${tar}`, '--no-layer-cache'),
      '`cat`',
      shell(`cat ${tar} >/dev/null`),
    );
    pair(
      `${name}: gzip layers`,
      inspect(`oci:${layout}`, '--no-layer-cache'),
      '`gzip -dc`',
      shell(`for blob in ${layout}/blobs/sha256/*; do gzip -dcf $blob; done >/dev/null`),
    );
    const cache = join(folder, 'cache');
    pair(`${name}: gzip layers, all cached`, inspect(`oci:${layout}`, '--cache-dir', cache), ...empty);
    if (hasEngine) {
      execFileSync('docker', ['load', '--quiet', '--input', tar]);
      tags.push(tag);
      pair(
        `${name}: engine`,
        inspect(tag, '--no-layer-cache'),
        '`docker save`',
        shell(`docker save ${tag} >/dev/null`),
      );
      pair(`${name}: engine, all cached`, inspect(tag, '--cache-dir', cache), ...empty);
    }
    rmSync(tar);
    rmSync(layout, { recursive: true });
  }
  console.log(`\nLoad ${loadavg()[0].toFixed(1)} at the end.`);
} finally {
  for (const tag of tags) spawnSync('docker', ['rmi', tag]);
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
