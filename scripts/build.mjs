// Bundles the action and the command line into dist/, which is committed: a user's runner installs nothing.
//   node scripts/build.mjs            writes dist/
//   node scripts/build.mjs --check    builds in memory and compares dist/ byte for byte
import { build, transform } from 'esbuild';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const entries = {
  'action.cjs': 'src/main/action.ts',
  'audit.cjs': 'src/main/audit.ts',
  'cli.cjs': 'src/main/cli.ts',
  'comment.cjs': 'src/main/comment.ts',
  'compile-cache.cjs': 'src/main/compile-cache.ts',
  'merge.cjs': 'src/main/merge.ts',
  'plan.cjs': 'src/main/plan.ts',
  'weigh-thread.cjs': 'src/main/weigh-thread.ts',
};
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const stub = (name) => join(root, 'scripts', name);
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    // zod's error messages in fifty languages; English is imported by itself.
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
    // As one object all of zod is kept, as a namespace what is used: half of it, for every start to load.
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^import \{ z \} from 'zod';$/m, `import * as z from 'zod';`),
      loader: 'ts',
    }));
    onResolve({ filter: /^ssh2$/ }, () => ({ path: stub('ssh2-stub.cjs') }));
    onResolve({ filter: /^\.\/(session|buildkit)$/ }, ({ resolveDir }) =>
      resolveDir.endsWith(join('dockerode', 'lib')) ? { path: stub('dockerode-buildkit-stub.cjs') } : undefined,
    );
  },
};

/** The first lines of a file of dist/. */
function bannerOf(name) {
  if (name !== 'cli.cjs') return '';
  // Ahead of the parts, which the file asks for in its first lines.
  return `#!/usr/bin/env node\nrequire('./compile-cache.cjs');\n`;
}

/**
 * Bundles all entries at once, so that what they share is there once and a command loads only its own parts.
 * esbuild splits ES modules alone, so these are made first and each is then turned into a CommonJS file of the same name.
 */
async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([output, entry]) => ({ in: entry, out: output.replace(/\.cjs$/, '') })),
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'parts/[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
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
    metafile: true,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) throw new Error(`${result.warnings.length} warnings of esbuild, shown above.`);
  const files = new Map();
  for (const file of result.outputFiles) {
    const name = relative(dist, file.path);
    files.set(name, Buffer.from(bannerOf(name) + (await asCommonJs(file.text))));
  }
  return { files, metafile: result.metafile };
}

async function asCommonJs(text) {
  const usesUrl = text.includes('importMetaUrl');
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    // `import()` of a CommonJS file would go through Node's loader of ES modules, which takes longer than the file.
    supported: { 'dynamic-import': false },
    ...(usesUrl && { banner: `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;` }),
  });
  // The copy that esbuild hands out gets every name twice, the second time from a list: too slow for what is called a million times.
  return code.replace(
    /^module\.exports = __toCommonJS\((\w+)\);$/m,
    'module.exports = __defProp($1, "__esModule", { value: true });',
  );
}

/** Everything that belongs in dist/: path below it → bytes. */
async function outputs() {
  const missing = Object.values(entries).filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`Nothing to bundle: ${missing.join(', ')} is not there.`);
  const { files, metafile } = await bundle();
  files.set('third-party-notices.txt', Buffer.from(notices(root, metafile)));
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
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
