import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArtifact } from '../../src/adapters/github/artifact.ts';
import { publishIssues } from '../../src/adapters/github/audit-issues.ts';
import { publishCheckRun } from '../../src/adapters/github/check-run.ts';
import type { GithubClient } from '../../src/adapters/github/client.ts';
import { fetchFile } from '../../src/adapters/github/fetch-file.ts';
import { findPulls } from '../../src/adapters/github/find-pulls.ts';
import { explainFailure, GithubError } from '../../src/adapters/github/github-error.ts';
import { UserError } from '../../src/errors.ts';
import type { Fault } from '../support/github/answering.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { faultsNaming } from '../support/github/faults.ts';
import { clientOf, shaOf } from '../support/github/publishing.ts';
import { zipOf } from '../support/zip.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

/** A client that gives up soon where nothing comes, and has time on a busy machine where something does. */
const patientWith = ({ delayMs, drop }: Fault): Promise<GithubClient> =>
  clientOf(fake, { timeoutMs: delayMs !== undefined || drop === 'stalls' ? 250 : 10_000 });

/** Something that is asked of GitHub or told to it: resolves with the warnings that came of it. */
type Task = (client: GithubClient) => Promise<readonly string[]>;

const checkRun: Task = async (client) => {
  const what = { name: 'image gate', conclusion: 'failure', title: '1 error', summary: 'The report.' } as const;
  const state = await publishCheckRun({ client, repository: 'acme/api', headSha: shaOf(1), ...what });
  return state.state === 'failed' ? [state.warning] : [];
};

const issueSaying =
  (outcome: 'pass' | 'fail', body: string): Task =>
  async (client) => {
    const issue = { image: 'ghcr.io/acme/api', title: 'api fails its policy', body, outcome };
    const { warnings } = await publishIssues({ client, repository: 'acme/api', label: 'plimsoll', issues: [issue] });
    return warnings;
  };

/** Each call, with what leads to it. */
const publications: readonly (readonly [operationId: string, permission: string, before: Task | undefined, Task])[] = [
  ['checks/list-for-ref', 'checks: write', undefined, checkRun],
  ['checks/create', 'checks: write', undefined, checkRun],
  ['checks/update', 'checks: write', checkRun, checkRun],
  ['issues/list-for-repo', 'issues: write', undefined, issueSaying('fail', 'One.')],
  ['users/get-authenticated', 'issues: write', undefined, issueSaying('fail', 'One.')],
  ['issues/create', 'issues: write', undefined, issueSaying('fail', 'One.')],
  ['issues/update', 'issues: write', issueSaying('fail', 'One.'), issueSaying('fail', 'Two.')],
  ['issues/create-comment', 'issues: write', issueSaying('fail', 'One.'), issueSaying('pass', 'Clean.')],
];

/** Answers that are told apart on purpose. */
function isTakenAsSaid(operationId: string, { status, headers }: Fault): boolean {
  // A bot may not ask who it is: that 403 is how GitHub tells.
  if (operationId === 'users/get-authenticated') return status === 403 && !headers;
  // A check run of another app is left alone, and ours made beside it.
  return operationId === 'checks/update' && (status === 403 || status === 404) && !headers;
}

describe.each(publications)('when %s always answers with', (operationId, permission, before, task) => {
  test.each(faultsNaming(permission))('%s, one warning says so and nothing is thrown', async (_, fault, words) => {
    await before?.(await clientOf(fake));
    fake.fault = (call) => (call.operationId === operationId ? fault : undefined);
    const warnings = await task(await patientWith(fault));
    expect(warnings.length).toBe(isTakenAsSaid(operationId, fault) ? 0 : 1);
    for (const warning of warnings) expect(warning).toMatch(words);
    expect(warnings.join('')).not.toMatch(/[\n\r]|token-of/);
  });
});

/** What a verdict or a publication stands on: where it cannot be read, that is an error, never an absence. */
const readings: readonly (readonly [operationId: string, (client: GithubClient) => Promise<unknown>])[] = [
  ...['repos/get-commit', 'git/get-tree', 'git/get-blob'].map(
    (operationId) =>
      [
        operationId,
        (client: GithubClient) => fetchFile(client, { repository: 'acme/api', path: 'a/b.yml', ref: 'main' }, 1_000),
      ] as const,
  ),
  ...['actions/list-workflow-run-artifacts', 'actions/download-artifact'].map(
    (operationId) =>
      [
        operationId,
        (client: GithubClient) =>
          readArtifact(
            client,
            { repository: 'acme/api', runId: 100, name: 'plimsoll' },
            { name: 'plimsoll.json', maxBytes: 1_000 },
          ),
      ] as const,
  ),
  ['pulls/list', (client) => findPulls(client, 'acme/api', { sha: shaOf(1), repository: 'acme/api', branch: 'topic' })],
];

/** What reaches the user of an error. */
function inWords(thrown: unknown): string {
  if (thrown instanceof GithubError) return explainFailure('The report could not be fetched', 'actions: read', thrown);
  if (!(thrown instanceof UserError)) return `no error of the user's: ${String(thrown)}`;
  return thrown.problems.map(({ code, message, hint }) => `${code}: ${message} ${hint}`).join(' ');
}

function wordsOf(operationId: string, { status }: Fault, words: RegExp): RegExp {
  if (/^(repos|git)\//.test(operationId))
    return /^unreadable-remote-file: .*(GitHub answered \d+|no good answer|cut short).*contents: read/;
  // Whatever comes with 200 for an archive is one until it is looked at.
  const isArchive = operationId === 'actions/download-artifact' && status === 200;
  return isArchive ? new RegExp(`^artifact-refused: |${words.source}`) : words;
}

describe.each(readings)('when %s always answers with', (operationId, read) => {
  beforeEach(() => {
    fake.state.refs.set('main', shaOf(9));
    fake.state.commits.set(shaOf(9), { 'a/b.yml': { content: 'rules: {}' } });
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(1), headRef: 'topic' });
    const zip = zipOf([{ name: 'plimsoll.json', body: '{}' }]);
    fake.state.artifacts.set(1, { id: 1, runId: 100, name: 'plimsoll', zip });
  });

  test('what it should, there is something to read', async () => {
    expect(await read(await clientOf(fake))).toBeTruthy();
    expect(fake.calls.map((call) => call.operationId)).toContain(operationId);
  });

  test.each(faultsNaming('actions: read'))('%s, it is an error that says so', async (_, fault, words) => {
    fake.fault = (call) => (call.operationId === operationId ? fault : undefined);
    const thrown: unknown = await read(await patientWith(fault)).catch((error: unknown) => error);
    expect(inWords(thrown)).toMatch(wordsOf(operationId, fault, words));
  });
});
