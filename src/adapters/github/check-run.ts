import { z } from 'zod';
import { Interrupted } from '../../errors.ts';
import type { GithubClient } from './client.ts';
import { explainFailure, GithubError } from './github-error.ts';
import { repositoryOf } from './own-comments.ts';
import type { Parameters } from './transport.ts';

/** A check with a name of its own, which a branch protection can require. */
export interface CheckRunRequest {
  readonly client: GithubClient;
  /** `owner/name` */
  readonly repository: string;
  readonly headSha: string;
  readonly name: string;
  /** Nothing to measure is `success`: path filters must not block a pull request. */
  readonly conclusion: 'success' | 'failure';
  /** One line of plain text. */
  readonly title: string;
  /** Markdown, safe to post; cut to what GitHub takes. */
  readonly summary: string;
}

/** What came of it. A failure is one warning and never changes the verdict. */
export type CheckRunState =
  | { readonly state: 'created' | 'updated'; readonly url: string }
  | { readonly state: 'failed'; readonly warning: string };

const maxSummaryChars = 65_535;
/** Tells our check runs from a job's own, which may have the same name and must not be touched. */
const externalId = 'plimsoll';
const checkRun = z.object({ id: z.int(), html_url: z.string().nullable(), external_id: z.string().nullish() });

/** Tells the outcome in a check run; a re-run updates the one of its commit. @throws Interrupted */
export async function publishCheckRun(request: CheckRunRequest): Promise<CheckRunState> {
  try {
    const { client, headSha, name, conclusion } = request;
    const where = repositoryOf(request.repository);
    const output = { title: request.title, summary: request.summary.slice(0, maxSummaryChars) };
    const list = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
    const known = await client.call(
      list,
      { ...where, ref: headSha, check_name: name, filter: 'latest' },
      z.object({ check_runs: z.array(checkRun) }),
    );
    const mine = known.check_runs.find((run) => run.external_id === externalId);
    const facts = { ...where, conclusion, output };
    const updated = mine && (await update(client, { ...facts, check_run_id: mine.id }));
    const create = 'POST /repos/{owner}/{repo}/check-runs';
    const run =
      updated ?? (await client.call(create, { ...facts, name, head_sha: headSha, external_id: externalId }, checkRun));
    return { state: updated ? 'updated' : 'created', url: run.html_url ?? '' };
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { state: 'failed', warning: explainFailure('The check run was not published', 'checks: write', thrown) };
  }
}

/** @returns undefined when the check run is another app's, which ours may not change */
async function update(client: GithubClient, facts: Parameters): Promise<z.infer<typeof checkRun> | undefined> {
  try {
    return await client.call('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', facts, checkRun);
  } catch (thrown) {
    const isRefused = thrown instanceof GithubError && [403, 404].includes(thrown.status ?? 0) && !thrown.rateLimited;
    if (isRefused) return undefined;
    throw thrown;
  }
}
