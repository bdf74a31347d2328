import type { SecretLintCoreConfig } from '@secretlint/types';
import { secretIn } from '../secrets.ts';

/** A secret in a file's content: what it is and where, never the value. */
export interface FoundSecret {
  /** Absolute path in the image. */
  readonly path: string;
  /** `a private key`. */
  readonly what: string;
  /** Of the file, from 1. */
  readonly line: number;
  /** The layer that ships it. */
  readonly layer: number;
  /** The layer that deletes or overwrites it; absent for what a container sees. */
  readonly hiddenBy?: number;
}

/** What a search of the files came to; what it left out has its reason. */
export interface SecretSearch {
  readonly found: readonly FoundSecret[];
  /** Sentences: files that should have been searched and were not. */
  readonly unsearched: readonly string[];
}

/** Texts without any of these have nothing that a closer look would find: most files end here. */
const telltales =
  /PRIVATE KEY|AKIA|ASIA|aws|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]|hooks\.slack|npm_|_auth|pypi-|dckr_pat_|sk[_-]|AIza|hf_|SG\.|shp|lin_api|ops_|"auth"|:\/\/[^\s/:@]{1,100}:[^\s/@]{1,200}@|password|client_secret|private_key/i;

/** Searches one file. Nothing of the content is in the answer. */
export async function searchBody(path: string, body: Uint8Array): Promise<readonly { what: string; line: number }[]> {
  const text = asText(body);
  if (text === undefined || !telltales.test(text)) return [];
  const found = new Map<string, { what: string; line: number }>();
  for (const one of [...(await lint(path, text)), ...byForm(text), ...byFile(path, text)])
    if (!found.has(one.what)) found.set(one.what, one);
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** Text of any encoding; undefined for binary content. */
function asText(body: Uint8Array): string | undefined {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  return text.slice(0, 8192).includes('\0') ? undefined : text;
}

function byForm(text: string): readonly { what: string; line: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const what = line.length < 4096 ? secretIn(line) : undefined;
    return what === undefined ? [] : [{ what, line: index + 1 }];
  });
}

/** Credentials that only their file tells: registries', package managers', hosts'. */
const byFileName: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /\/\.docker\/config\.json$|\/\.dockercfg$/,
    /"(?:auth|identitytoken|password)"\s*:\s*"[^"]+"/,
    'a registry’s credentials',
  ],
  [/\/[._]netrc$/, /\bpassword\s+\S+/, 'a password'],
  [/\/\.pypirc$|\/pip\.conf$/, /\bpassword\s*[=:]\s*\S+/, 'a package index’s password'],
  [
    /\/\.npmrc$|\/\.yarnrc(?:\.yml)?$/,
    /_(?:auth|authToken|password)\s*=\s*(?!\$\{)\S+|npmAuth(?:Token|Ident):\s*(?!["']?\$\{)\S+/,
    'a package registry’s token',
  ],
  [/\/\.cargo\/credentials(?:\.toml)?$/, /\btoken\s*=\s*"[^"]+"/, 'a package registry’s token'],
  [/\/\.m2\/settings\.xml$/, /<password>(?!\$\{|\{)[^<]+<\/password>/, 'a package registry’s password'],
  [/\/(?:nuget\.config)$/i, /ClearTextPassword"\s+value="[^"]+"/, 'a package registry’s password'],
  [
    /\/\.composer\/auth\.json$|\/auth\.json$/,
    /"(?:password|github\.com|gitlab\.com)"\s*:\s*"[^"]+"/,
    'a package registry’s credentials',
  ],
  [/\/\.kube\/config$/, /\b(?:token|client-key-data|password):\s*\S+/, 'a cluster’s credentials'],
];

function byFile(path: string, text: string): readonly { what: string; line: number }[] {
  return byFileName.flatMap(([file, form, what]) => {
    const at = file.test(path) ? text.search(form) : -1;
    return at < 0 ? [] : [{ what, line: text.slice(0, at).split('\n').length }];
  });
}

/** What secretlint's rules are called in a sentence. */
const kinds: Readonly<Record<string, string>> = {
  aws: 'AWS credentials',
  gcp: 'a Google Cloud key',
  privatekey: 'a private key',
  npm: 'an npm token',
  basicauth: 'a URL with a password',
  slack: 'a Slack token',
  sendgrid: 'a SendGrid key',
  shopify: 'a Shopify key',
  github: 'a GitHub token',
  openai: 'an OpenAI key',
  anthropic: 'an Anthropic key',
  linear: 'a Linear key',
  '1password': 'a 1Password token',
  'database-connection-string': 'a URL with a password',
};

let rules: Promise<SecretLintCoreConfig['rules']> | undefined;

/** Without the rule that lets a comment in the file silence the others: whoever wrote the file is not asked. */
async function loadRules(): Promise<SecretLintCoreConfig['rules']> {
  const preset = await import('@secretlint/secretlint-rule-preset-recommend');
  return preset.rules
    .filter(({ meta }) => !meta.id.endsWith('filter-comments'))
    .map((rule) => ({ id: rule.meta.id, rule }));
}

async function lint(path: string, text: string): Promise<readonly { what: string; line: number }[]> {
  const { lintSource } = await import('@secretlint/core');
  const { messages } = await lintSource({
    source: { filePath: path, content: text, contentType: 'text' },
    options: { maskSecrets: true, config: { rules: await (rules ??= loadRules()) } },
  });
  return messages.map(({ ruleId, loc }) => ({
    what: kinds[ruleId.replace(/^.*secretlint-rule-/, '')] ?? 'a secret',
    line: loc.start.line,
  }));
}
