import { createGithubClient, type GithubClient } from '../adapters/github/client.ts';
import { fetchFile } from '../adapters/github/fetch-file.ts';
import { UserError } from '../errors.ts';
import type { BaseRevision, Repository } from '../repository-port.ts';
import type { SettingsRequest } from '../settings/read-settings.ts';
import { maxConfigBytes } from '../settings/config-size.ts';

type FetchPolicy = NonNullable<SettingsRequest['fetchPolicy']>;

/** Reads `OWNER/REPO/PATH@REF` through GitHub's API, each once. */
export function remotePolicies(github: () => Promise<GithubClient>): FetchPolicy {
  const known = new Map<string, Promise<string | undefined>>();
  return (source) => {
    const key = JSON.stringify([source.repository, source.path, source.ref]);
    const text =
      known.get(key) ?? github().then(async (client) => (await fetchFile(client, source, maxConfigBytes))?.text);
    known.set(key, text);
    return text;
  };
}

/** The command line's token, as GitHub's own command takes it. */
export function policiesByToken(
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): { readonly fetchPolicy?: FetchPolicy } {
  const token = environment['GH_TOKEN'] || environment['GITHUB_TOKEN'];
  if (!token) return {};
  const apiUrl = environment['GITHUB_API_URL'] || 'https://api.github.com';
  return {
    fetchPolicy: remotePolicies(() => createGithubClient({ token, apiUrl: apiUrl.replace(/\/+$/, ''), signal })),
  };
}

/**
 * A pull request's base revision: by Git's objects where the checkout has them, else by the API, else fetched.
 * @throws UserError `no-base`
 */
export async function openBase(
  sha: string,
  repository: Repository | undefined,
  name: string,
  github: (() => Promise<GithubClient>) | undefined,
): Promise<BaseRevision> {
  if (repository && ((await repository.has(sha)) || !github)) {
    const commit = await repository.commitOf(sha);
    return { sha, readText: (path, maxBytes) => repository.readText(commit, path, maxBytes) };
  }
  if (!github)
    throw new UserError({
      code: 'no-base',
      message: `The base revision ${sha} cannot be read: the workspace is no Git checkout, and there is no token.`,
      expected: 'the policy as it is on the base branch',
      hint: 'Run actions/checkout before, or give `github-token` with `permissions: contents: read`.',
    });
  const client = await github();
  return {
    sha,
    readText: async (path, maxBytes) => (await fetchFile(client, { repository: name, path, ref: sha }, maxBytes))?.text,
  };
}
