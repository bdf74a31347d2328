// Cuts what our fake GitHub serves out of GitHub's published OpenAPI description.
//
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
//   node scripts/extract-openapi.mjs package/generated/api.github.com.json 23.0.2
//
// The whole is 13 MB; the cut is committed, so that tests need neither the package nor the network.
import { readFileSync, writeFileSync } from 'node:fs';

const operations = {
  '/user': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['patch'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
  '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts': ['get'],
  '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}': ['get'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
};
/** Prose, examples and vendor extensions prove nothing about a request. */
const dropped = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'x-github', 'tags', 'title']);

const [file, version] = process.argv.slice(2);
if (!file || !version) throw new Error('usage: extract-openapi.mjs api.github.com.json VERSION');
const whole = JSON.parse(readFileSync(file, 'utf8'));

const paths = {};
for (const [path, methods] of Object.entries(operations)) {
  const item = whole.paths[path];
  if (!item) throw new Error(`GitHub no longer describes ${path}.`);
  paths[path] = Object.fromEntries(
    methods.map((method) => {
      if (!item[method]) throw new Error(`GitHub no longer describes ${method} ${path}.`);
      return [method, strip(item[method])];
    }),
  );
}

const components = {};
const waiting = referencesIn(paths);
for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
  const [, , section, name] = reference.split('/');
  components[section] ??= {};
  if (components[section][name]) continue;
  components[section][name] = strip(whole.components[section][name]);
  waiting.push(...referencesIn(components[section][name]));
}

const cut = {
  openapi: whole.openapi,
  info: { title: 'GitHub REST API, what Plimsoll calls', version, license: whole.info.license },
  paths,
  components: sorted(Object.fromEntries(Object.entries(components).map(([name, section]) => [name, sorted(section)]))),
};
writeFileSync(new URL('../test/fixtures/github/openapi.json', import.meta.url), `${JSON.stringify(cut, null, 1)}\n`);

/** Drops prose; under `properties` every key is a name and stays. */
function strip(value, isNames = false) {
  if (Array.isArray(value)) return value.map((item) => strip(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !dropped.has(key));
  const stripped = kept.map(([key, item]) => [
    key,
    key === 'enum' ? item : strip(item, !isNames && key === 'properties'),
  ]);
  return isNames ? Object.fromEntries(stripped) : spellOutNull(Object.fromEntries(stripped));
}

/** Validators take `nullable` beside a type alone: in a choice or an enumeration null must be one of them. */
function spellOutNull(schema) {
  if (schema.nullable !== true) return schema;
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...new Set([...schema.enum, null])] };
  const choice = ['oneOf', 'anyOf'].find((key) => Array.isArray(schema[key]));
  if (schema.type !== undefined || !choice) return schema;
  const { nullable: _, ...rest } = schema;
  return { ...rest, [choice]: [...schema[choice], { enum: [null] }] };
}

function referencesIn(value) {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : referencesIn(item),
  );
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
