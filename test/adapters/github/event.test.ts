import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { loadEvent } from '../../../src/adapters/github/event-file.ts';
import { readEvent } from '../../../src/adapters/github/event.ts';
import { refuseUnsafeEvent } from '../../../src/adapters/github/unsafe-event.ts';

const [head, base] = ['a'.repeat(40), 'b'.repeat(40)];
interface Overrides {
  readonly pull?: object;
  readonly head?: object;
  readonly base?: object;
}
const payload = (overrides: Overrides = {}): string =>
  JSON.stringify({
    action: 'synchronize',
    pull_request: {
      number: 17,
      head: { sha: head, ref: 'topic', repo: { full_name: 'acme/api' }, ...overrides.head },
      base: { sha: base, ref: 'main', repo: { full_name: 'acme/api' }, ...overrides.base },
      ...overrides.pull,
    },
  });
const env = { GITHUB_EVENT_NAME: 'pull_request' };

describe('a pull request', () => {
  test('is read with its commits', () => {
    expect(readEvent(env, payload())).toEqual({
      kind: 'pull-request',
      name: 'pull_request',
      number: 17,
      headSha: head,
      baseSha: base,
      baseRef: 'main',
      headRepo: 'acme/api',
      fork: false,
    });
  });

  test.each([
    ['another repository', { repo: { full_name: 'mallory/api' } }, true, 'mallory/api'],
    ['the same, written otherwise', { repo: { full_name: 'Acme/API' } }, false, 'Acme/API'],
    ['a fork that was deleted', { repo: null }, true, undefined],
    ['nowhere', { repo: undefined }, true, undefined],
  ])('from %s', (_, from, fork, headRepo) => {
    const event = readEvent(env, payload({ head: from }));
    expect(event).toMatchObject({ fork });
    expect(event.kind === 'pull-request' && event.headRepo).toBe(headRepo);
  });

  test('may have a base branch of any name Git allows', () => {
    const ref = 'release/1.x-`$(id)`-é';
    expect(readEvent(env, payload({ base: { ref } }))).toMatchObject({ baseRef: ref });
  });

  test.each([
    ['no number', { pull: { number: undefined } }, 'pull_request.number'],
    ['a number of text', { pull: { number: '17' } }, 'pull_request.number'],
    ['the number 0', { pull: { number: 0 } }, 'pull_request.number'],
    ['no head', { pull: { head: undefined } }, 'pull_request.head'],
    ['a short SHA', { head: { sha: 'abc1234' } }, 'pull_request.head.sha'],
    ['an option for a SHA', { head: { sha: '--upload-pack=x' } }, 'pull_request.head.sha'],
    ['a SHA with a line after it', { base: { sha: `${base}\n` } }, 'pull_request.base.sha'],
    ['a branch with a line break', { base: { ref: 'main\n::add-mask::e' } }, 'pull_request.base.ref'],
    ['a repository that leads out', { head: { repo: { full_name: '../../x' } } }, 'pull_request.head.repo.full_name'],
    ['no base repository', { base: { repo: null } }, 'pull_request.base.repo'],
  ])('with %s is refused by that field’s name', (_, overrides, field) => {
    const thrown = thrownBy(() => readEvent(env, payload(overrides)));
    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown).toHaveProperty('message', `The payload of the event pull_request lacks a usable ${field}.`);
  });

  test('with several fields missing names them all', () => {
    const thrown = thrownBy(() => readEvent(env, payload({ head: { sha: 1 }, base: { sha: 2 } })));
    expect(thrown instanceof UserError && thrown.problems.map(({ code }) => code)).toEqual([
      'broken-event',
      'broken-event',
    ]);
  });

  test.each([
    [undefined, 'came without a payload'],
    ['', 'is not JSON'],
    ['{"pull_request":', 'is not JSON'],
    ['null', 'lacks a usable body'],
    ['[]', 'lacks a usable body'],
    ['{"number":17}', 'lacks a usable pull_request.'],
    ['{"__proto__":{"pull_request":{}}}', 'lacks a usable pull_request.'],
  ])('whose payload is %j is refused', (text, message) => {
    expect(() => readEvent(env, text)).toThrow(message);
  });
});

describe('another event', () => {
  test.each(['push', 'schedule', 'workflow_dispatch', 'merge_group', 'issue_comment', 'workflow_run'])('%s', (name) => {
    expect(readEvent({ GITHUB_EVENT_NAME: name }, '{')).toEqual({ kind: 'other', name });
  });

  test.each([undefined, '', 'a\nb', 'A', 'x'.repeat(65)])('named %j is refused', (name) => {
    expect(() => readEvent({ GITHUB_EVENT_NAME: name }, '{}')).toThrow('GITHUB_EVENT_NAME does not name an event.');
  });
});

describe('the file of the payload', () => {
  test.each([
    ['is missing', '/nowhere/event.json', 'ENOENT'],
    ['is a folder', '/', 'EISDIR'],
  ])('%s', async (_, path, words) => {
    await expect(loadEvent({ ...env, GITHUB_EVENT_PATH: path })).rejects.toThrow(words);
  });

  test('is not named', async () => {
    await expect(loadEvent(env)).rejects.toThrow('came without a payload');
  });
});

describe('a build', () => {
  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])('is refused under %s', (name) => {
    expect(() => refuseUnsafeEvent(name, { builds: true })).toThrow(`A build under the event ${name} is refused`);
    expect(() => refuseUnsafeEvent(name, { builds: false })).not.toThrow();
    expect(() => refuseUnsafeEvent(name, { builds: true, evenSo: true })).not.toThrow();
  });

  test.each(['pull_request', 'push', 'merge_group', 'schedule', 'workflow_dispatch', 'toString', '__proto__'])(
    'is fine under %s',
    (name) => expect(() => refuseUnsafeEvent(name, { builds: true })).not.toThrow(),
  );
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (thrown) {
    return thrown;
  }
}
