// What reading images costs, against the tools that only move the bytes: whole processes, pairs run in turn, medians.
//   npm run bench -- [--shapes dev,many,blob,whiteouts] [--scale 1] [--runs 5] [--folder DIR] [--no-engine] [--no-growth]
//     [--images NAME,NAME]  images that the engine has already, measured in place of the shapes
// Needs `npm run build` before. Images are made in --folder (default: a folder in the temporary one) and removed at the end.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { growth, makeShape, shapes } from './bench-shapes.mjs';

const { values } = parseArgs({
  options: {
    shapes: { type: 'string', default: Object.keys(shapes).join(',') },
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    folder: { type: 'string' },
    images: { type: 'string' },
    'no-engine': { type: 'boolean', default: false },
    'no-growth': { type: 'boolean', default: false },
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
/** A policy of what an image states. */
const stated = join(folder, 'stated.yml');
writeFileSync(stated, 'version: 1\npolicy:\n  rules:\n    no-volumes: error\n    exposed-ports: error\n');

const hasEngine = !values['no-engine'] && spawnSync('docker', ['version']).status === 0;
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const shell = (command) => () => timed('sh', ['-c', command]);
const node = (args) => () => {
  const seconds = timed(process.execPath, ['--require', probe, ...args]);
  const { userCPUTime, systemCPUTime, peakKilobytes } = JSON.parse(readFileSync(usage, 'utf8'));
  return { ...seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peakBytes: peakKilobytes * 1024 };
};
const inspect = (source, more) => node([cli, 'inspect', source, '--format', 'json', '--no-progress', ...more]);
const unread = ['--no-layer-cache'];

function timed(program, args) {
  const startMs = performance.now();
  const options = { stdio: ['ignore', 'ignore', 'pipe'] };
  const { status, stderr } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall: (performance.now() - startMs) / 1000 };
}

/** Runs both in turn, so that a busy moment hits both; `before` is done ahead of each. */
function pair(what, ours, against, theirs, before = () => {}) {
  const [own, other] = [[], []];
  ours();
  theirs();
  for (let run = 0; run < runs; run += 1) {
    before();
    own.push(ours());
    before();
    other.push(theirs());
  }
  const base = median(other.map((one) => one.wall));
  console.log(`| ${[...cellsOf(what, own), against, `${base.toFixed(2)} s`, ratio(own, base)].join(' | ')} |`);
}

const ratio = (own, base) => (median(own.map((one) => one.wall)) / base).toFixed(3);
const cellsOf = (what, own) => [
  what,
  `${median(own.map((one) => one.wall)).toFixed(2)} s`,
  `${median(own.map((one) => one.cpu)).toFixed(2)} s`,
  `${(Math.max(...own.map((one) => one.peakBytes)) / 1e6).toFixed(0)} MB`,
];

/** Makes the kernel forget what it holds of a file. */
const forget = (file) => () =>
  execFileSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' });

/** An image of the engine: from what it keeps of the layers, from its export, and with all layers known. */
function measureEngine(name, reference, cache) {
  const save = `docker save ${reference} >/dev/null`;
  pair(`${name}: engine`, inspect(reference, unread), '`docker save`', shell(save));
  pair(`${name}: export`, inspect(reference, [...unread, '--source-mode', 'stream']), '`docker save`', shell(save));
  pair(`${name}: engine, all cached`, inspect(reference, ['--cache-dir', cache]), ...empty);
  // With the default policy, which searches files, hidden ones too.
  const check = [cli, 'check', reference, '--warn-only', '--no-progress', '--format', 'json'];
  pair(`${name}: check`, node([...check, ...unread]), '`docker save`', shell(save));
  pair(`${name}: check that reads no layer`, node([...check, '--config', stated]), ...empty);
}

async function measureGrowth() {
  console.log('\n| what grows | | wall | own CPU | peak | against the first |\n|---|--:|--:|--:|--:|--:|');
  for (const [what, steps] of Object.entries(growth)) {
    let first;
    for (const step of steps) {
      const scaled = { ...step, [what]: Math.ceil(step[what] * (what === 'layers' ? 1 : Number(values.scale))) };
      const { tar } = await makeShape(folder, 'growth', 1, scaled);
      const own = Array.from({ length: runs }, inspect(`docker-archive:${tar}`, unread));
      first ??= median(own.map((one) => one.wall));
      console.log(`| ${[what, scaled[what], ...cellsOf('', own).slice(1), ratio(own, first)].join(' | ')} |`);
      rmSync(tar);
    }
  }
}

console.log(
  `Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0].toFixed(1)} at the start, medians of ${runs}, scale ${values.scale}\n`,
);
console.log('| what | wall | own CPU | peak | against | wall | ratio |\n|---|--:|--:|--:|---|--:|--:|');
const tags = [];
const empty = ['an empty program', node([join(folder, 'empty.cjs')])];
try {
  pair('--version', node([cli, '--version']), ...empty);
  pair('--help', node([cli, '--help']), ...empty);
  for (const reference of values.images?.split(',') ?? []) measureEngine(reference, reference, join(folder, 'cache'));
  for (const name of values.images === undefined ? values.shapes.split(',') : []) {
    const { tar, layout, tag } = await makeShape(folder, name, Number(values.scale));
    const cat = ['`cat`', shell(`cat ${tar} >/dev/null`)];
    pair(`${name}: archive`, inspect(`docker-archive:${tar}`, unread), ...cat);
    pair(`${name}: archive, cold`, inspect(`docker-archive:${tar}`, unread), ...cat, forget(tar));
    pair(
      `${name}: gzip layers`,
      inspect(`oci:${layout}`, unread),
      '`gzip -dc`',
      shell(`for blob in ${layout}/blobs/sha256/*; do gzip -dcf $blob; done >/dev/null`),
    );
    const cache = join(folder, 'cache');
    pair(`${name}: gzip layers, all cached`, inspect(`oci:${layout}`, ['--cache-dir', cache]), ...empty);
    if (hasEngine) {
      execFileSync('docker', ['load', '--quiet', '--input', tar]);
      tags.push(tag);
      measureEngine(name, tag, cache);
    }
    rmSync(tar);
    rmSync(layout, { recursive: true });
  }
  if (!values['no-growth']) await measureGrowth();
  console.log(`\nLoad ${loadavg()[0].toFixed(1)} at the end.`);
} finally {
  for (const tag of tags) spawnSync('docker', ['rmi', tag]);
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
