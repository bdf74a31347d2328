// Bundles the action and the command line into dist/, which is committed: a user's runner installs nothing.
//   node scripts/build.mjs            writes dist/
//   node scripts/build.mjs --check    builds in memory and compares dist/ byte for byte
import { build } from 'esbuild';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const entries = { 'action.cjs': 'src/main/action.ts', 'cli.cjs': 'src/main/cli.ts' };
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const stub = (name) => join(root, 'scripts', name);
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    // zod's error messages in fifty languages; English is imported by itself.
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
    onResolve({ filter: /^ssh2$/ }, () => ({ path: stub('ssh2-stub.cjs') }));
    onResolve({ filter: /^\.\/(session|buildkit)$/ }, ({ resolveDir }) =>
      resolveDir.endsWith(join('dockerode', 'lib')) ? { path: stub('dockerode-buildkit-stub.cjs') } : undefined,
    );
  },
};

/** One bundle as bytes, with what went into it. */
async function bundle(output, entry) {
  const source = readFileSync(join(root, entry), 'utf8');
  const shebang = output === 'cli.cjs' && !source.startsWith('#!') ? '#!/usr/bin/env node\n' : '';
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join('dist', output),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    external: ['cpu-features'],
    plugins: [leaveOut],
    define: {
      PLIMSOLL_VERSION: JSON.stringify(version),
      'import.meta.url': 'importMetaUrl',
      'import.meta.dirname': '__dirname',
    },
    banner: { js: `${shebang}const importMetaUrl = require('node:url').pathToFileURL(__filename).href;` },
    metafile: true,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0)
    throw new Error(`${output}: ${result.warnings.length} warnings of esbuild, shown above.`);
  return { bytes: Buffer.from(result.outputFiles[0].contents), metafile: result.metafile };
}

/** Everything that belongs in dist/: path below it → bytes. */
async function outputs() {
  const missing = Object.values(entries).filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`Nothing to bundle: ${missing.join(', ')} is not there.`);
  const files = new Map();
  const metafile = { outputs: {} };
  for (const [output, entry] of Object.entries(entries)) {
    const made = await bundle(output, entry);
    files.set(output, made.bytes);
    Object.assign(metafile.outputs, made.metafile.outputs);
  }
  files.set('third-party-notices.txt', Buffer.from(notices(root, metafile)));
  return files;
}

function present(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function check(files) {
  const stale = [...files].filter(
    ([name, bytes]) => !existsSync(join(dist, name)) || !bytes.equals(readFileSync(join(dist, name))),
  );
  const extra = present(dist).filter((name) => !files.has(name));
  const wrong = [
    ...stale.map(([name]) => `dist/${name} is not what the sources give`),
    ...extra.map((name) => `dist/${name} does not belong there`),
  ];
  if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\nRun \`npm run build\` and commit dist/.`);
}

function write(files) {
  rmSync(dist, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), bytes);
  }
  chmodSync(join(dist, 'cli.cjs'), 0o755);
}

try {
  const files = await outputs();
  const checking = process.argv.includes('--check');
  (checking ? check : write)(files);
  for (const [name, bytes] of files) console.log(`dist/${name}\t${bytes.length} bytes${checking ? ', fresh' : ''}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
