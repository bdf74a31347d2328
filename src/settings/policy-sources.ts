import type { Place, Problem } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import { presetTexts } from '../policy/preset-texts.ts';
import { nearest } from '../nearest.ts';
import { show } from './wording.ts';
import { maxConfigBytes } from './config-size.ts';

/** A policy named by `extends`, told apart by how it is had. */
export type PolicySource =
  | { readonly kind: 'preset'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'remote'; readonly repository: string; readonly path: string; readonly ref: string };

/** Where texts of policies come from. */
export interface PolicyTexts {
  readonly checkout: Pick<Checkout, 'readText'>;
  /** Reads a file of another repository at a ref; undefined when it is not there. Absent: this run cannot. */
  readonly fetchPolicy?: (source: Extract<PolicySource, { kind: 'remote' }>) => Promise<string | undefined>;
}

/** One spelling for each source: what cycles are found by, and what reports show. */
export function sourceName(source: PolicySource): string {
  if (source.kind === 'preset') return `preset ${source.name}`;
  return source.kind === 'file' ? source.path : `${source.repository}/${source.path}@${source.ref}`;
}

/** Reads a name under `extends`; a `./path` is looked for beside the file that names it. */
export function readSource(
  text: string,
  from: PolicySource | undefined,
  place: Place | undefined,
): PolicySource | Problem {
  if (Object.hasOwn(presetTexts, text)) return { kind: 'preset', name: text };
  if (/^\.\.?\//.test(text)) return besides(text, from, place);
  const remote = /^([A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100})\/([^@\s]+)@([^@\s]{1,250})$/.exec(text);
  const [, repository, path, ref] = remote ?? [];
  if (repository && path && ref && !path.split('/').some((part) => part === '..' || part === ''))
    return { kind: 'remote', repository, path, ref };
  const names = Object.keys(presetTexts);
  const meant = nearest(text, names);
  return {
    code: 'unknown-policy',
    message: `There is no policy ${show(text)}.`,
    ...(place && { place }),
    expected: `${names.map((name) => `\`${name}\``).join(', ')}, \`./path.yml\` or \`OWNER/REPO/PATH@REF\``,
    got: text,
    hint: meant === undefined ? 'A file of this repository begins with `./`.' : `Did you mean \`${meant}\`?`,
  };
}

function besides(text: string, from: PolicySource | undefined, place: Place | undefined): PolicySource | Problem {
  const base = from && from.kind !== 'preset' ? from.path.split('/').slice(0, -1) : [];
  const parts: string[] = [...base];
  for (const part of text.split('/')) {
    if (part === '..' && parts.length === 0)
      return {
        code: 'policy-outside',
        message: `The policy ${show(text)} lies outside the repository.`,
        ...(place && { place }),
        got: text,
        hint: 'Name a file inside the repository.',
      };
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return from?.kind === 'remote' ? { ...from, path } : { kind: 'file', path };
}

/** The text of a policy, or why it cannot be had. */
export async function readPolicyText(
  source: PolicySource,
  texts: PolicyTexts,
  place: Place | undefined,
): Promise<string | Problem> {
  const name = sourceName(source);
  if (source.kind === 'preset') return presetTexts[source.name] ?? '';
  if (source.kind === 'file') {
    const text = await texts.checkout.readText(source.path, maxConfigBytes);
    return (
      text ?? {
        code: 'no-policy-file',
        message: `There is no policy file ${name}.`,
        ...(place && { place }),
        got: name,
        hint: 'Create it, or correct the path: it is relative to the file that names it.',
      }
    );
  }
  if (!texts.fetchPolicy)
    return {
      code: 'policy-not-reachable',
      message: `The policy ${name} cannot be reached: there is no token to read other repositories with.`,
      ...(place && { place }),
      got: name,
      hint: 'Set GITHUB_TOKEN (in the action: `github-token`), or copy the policy into this repository and name it by `./path.yml`.',
    };
  const text = await texts.fetchPolicy(source);
  return (
    text ?? {
      code: 'no-policy-file',
      message: `${source.repository} has no ${source.path} at ${source.ref}.`,
      ...(place && { place }),
      got: name,
      hint: 'Check the repository, the path, the ref, and that the token may read it.',
    }
  );
}
