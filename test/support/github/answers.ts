import { z } from 'zod';
import { merge } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Account, CheckRun, Comment, Issue, Pull } from './state.ts';

const pullSample = z.looseObject({ head: z.looseObject({}), base: z.looseObject({ repo: z.looseObject({}) }) });

/** What GitHub says of an account. */
export function accountAnswer(account: Account): unknown {
  const urls = [
    'avatar',
    'events',
    'followers',
    'following',
    'gists',
    'html',
    'organizations',
    'received_events',
    'repos',
    'starred',
    'subscriptions',
  ];
  const links = Object.fromEntries(urls.map((name) => [`${name}_url`, 'https://github.example/u']));
  return { ...links, ...account, node_id: 'x', gravatar_id: null, url: 'https://github.example/u', site_admin: false };
}

/** What GitHub says of it. */
export function commentAnswer({ contract, state }: Asked, { id, pull, user, body }: Comment): unknown {
  return merge(contract.sample('issues/create-comment', 201), {
    id,
    body,
    user: accountAnswer(user),
    html_url: `https://github.example/${state.name}/pull/${pull}#issuecomment-${id}`,
  });
}

/** `owner:branch`, as GitHub's list of pull requests takes it. */
export function labelOf({ state }: Pick<Asked, 'state'>, { headRepo = state.name, headRef = 'topic' }: Pull): string {
  return `${headRepo.split('/')[0] ?? ''}:${headRef}`;
}

/** What GitHub says of it. */
export function pullAnswer({ contract, state }: Asked, pull: Pull): unknown {
  const { number, headSha, headRepo = state.name, headRef = 'topic', open = true } = pull;
  const { head, base, ...sample } = pullSample.parse(contract.sample('pulls/get', 200));
  const repo = (name: string): unknown => merge(base.repo, { full_name: name });
  return merge(sample, {
    number,
    state: open ? 'open' : 'closed',
    head: merge(head, { sha: headSha, ref: headRef, label: labelOf({ state }, pull), repo: repo(headRepo) }),
    base: merge(base, { repo: repo(state.name) }),
    user: accountAnswer({ id: 5, login: 'author', type: 'User' }),
    _links: Object.fromEntries(
      ['comments', 'commits', 'statuses', 'html', 'issue', 'review_comments', 'review_comment', 'self'].map((name) => [
        name,
        { href: 'https://github.example/l' },
      ]),
    ),
  });
}

/** What GitHub says of it. */
export function checkRunAnswer(
  { contract, state }: Asked,
  { id, name, headSha, status, conclusion, title, summary, externalId }: CheckRun,
): unknown {
  const output = { title, summary, text: null, annotations_count: 0, annotations_url: 'https://github.example/a' };
  return merge(contract.sample('checks/create', 201), {
    id,
    name,
    head_sha: headSha,
    external_id: externalId,
    status,
    conclusion,
    output,
    html_url: `https://github.example/${state.name}/runs/${id}`,
  });
}

/** What GitHub says of it. */
export function issueAnswer({ contract, state }: Asked, issue: Issue): unknown {
  return merge(contract.sample('issues/create', 201), {
    ...issue,
    user: accountAnswer(issue.user),
    html_url: `https://github.example/${state.name}/issues/${issue.number}`,
  });
}
