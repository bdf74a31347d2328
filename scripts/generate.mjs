// Writes what follows from the rules and presets: the registry of rules, the presets as text, the rule reference and
// the schema of the configuration. `--check` writes nothing and ends with 1 when a file is stale.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { actionYml, auditActionYml, commentActionYml, mergeActionYml, planActionYml } from './action-yml.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const isCheck = process.argv.includes('--check');
const stale = [];

async function put(file, text) {
  const target = path.join(root, file);
  const before = await readFile(target, 'utf8').catch(() => undefined);
  if (before === text) return;
  stale.push(file);
  if (isCheck) return;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

const literal = (text) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;
const camel = (id) => id.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const head = '// Written by scripts/generate.mjs; change the files it is made of and run that again.\n';

async function ruleIds() {
  const files = await readdir(path.join(root, 'src/policy/rules'));
  return files
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort();
}

async function writeRegistry() {
  const ids = await ruleIds();
  const imports = ids.map((id) => `import { ${camel(id)} } from './${id}.ts';\n`).join('');
  const list = ids.map((id) => `  ${camel(id)},\n`).join('');
  const text = `${head}import type { AnyRule } from '../rule.ts';\n${imports}\n/** Every rule there is, by id. */\nexport const rules: readonly AnyRule[] = [\n${list}];\n`;
  await put('src/policy/rules/index.ts', text);
}

async function writePresets() {
  const files = (await readdir(path.join(root, 'policies'))).filter((file) => file.endsWith('.yml')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, 'policies', file), 'utf8')));
  const entries = files.map(
    (file, index) => `  ${JSON.stringify(file.slice(0, -4)).replaceAll('"', "'")}: ${literal(texts[index])},\n`,
  );
  const body = entries.join('').replaceAll(/^ {2}'([a-z]+)':/gm, '  $1:');
  const doc = '/** The presets of `policies/` by name, as they stand there. */\n';
  await put(
    'src/policy/preset-texts.ts',
    `${head}\n${doc}export const presetTexts: Readonly<Record<string, string>> = {\n${body}};\n`,
  );
}

/** TypeScript of ours as modules that node can run. */
async function load(entries) {
  const folder = await mkdtemp(path.join(root, 'node_modules/.generate-'));
  try {
    const entryPoints = entries.map((entry) => path.join(root, entry));
    await build({
      entryPoints,
      outdir: folder,
      outbase: root,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
    return await Promise.all(
      entries.map((entry) => import(pathToFileURL(path.join(folder, entry.replace(/\.ts$/, '.mjs'))).href)),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The functions of ours that the HTML report calls by itself, as one script. */
async function writePageFunctions() {
  const licence = await readFile(path.join(root, 'node_modules/d3-hierarchy/LICENSE'), 'utf8');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src/reporters/html/page-functions.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ours',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    banner: { js: `/*\nWith parts of d3-hierarchy:\n\n${licence.trim()}\n*/` },
    logLevel: 'warning',
  });
  const doc = '/** What `page-functions.ts` exports, for a browser: the properties of `ours`. */\n';
  const text = literal(outputFiles[0].text.trim());
  await put('src/reporters/html/page-functions-text.ts', `${head}\n${doc}export const pageFunctions = ${text};\n`);
}

await writeRegistry();
await writePageFunctions();
await writePresets();
const [
  { configSchema },
  { ruleReference },
  { inputSpecs },
  { outputNames },
  { commentInputSpecs },
  { commentOutputNames },
  { auditActionInputSpecs },
  { auditOutputNames },
  { planInputSpecs, mergeInputSpecs },
  { planOutputNames },
  { resultSchemas },
] = await load([
  'src/settings/config-schema.ts',
  'src/settings/rule-reference.ts',
  'src/settings/inputs.ts',
  'src/action/outputs.ts',
  'src/settings/inputs-comment.ts',
  'src/action/comment.ts',
  'src/settings/inputs-audit-action.ts',
  'src/action/audit-outputs.ts',
  'src/settings/inputs-jobs.ts',
  'src/action/plan.ts',
  'src/result/json-schema.ts',
]);
await put('policies/policy.schema.json', `${JSON.stringify(configSchema(), undefined, 2)}\n`);
for (const [command, schema] of Object.entries(resultSchemas()))
  await put(`docs/schemas/${command}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
await put('policies/README.md', ruleReference());
await put('action.yml', actionYml(inputSpecs, outputNames));
await put('comment/action.yml', commentActionYml(commentInputSpecs, commentOutputNames));
await put('audit/action.yml', auditActionYml(auditActionInputSpecs, auditOutputNames));
await put('plan/action.yml', planActionYml(planInputSpecs, planOutputNames));
await put('merge/action.yml', mergeActionYml(mergeInputSpecs, outputNames));

for (const file of stale) console.log(isCheck ? `stale: ${file}` : `wrote ${file}`);
if (isCheck && stale.length > 0) {
  console.log('Run `node scripts/generate.mjs`.');
  process.exitCode = 1;
}
