import { describe, expect, test } from 'vitest';
import { isCommentId, isLaterRun, markBody, readMarker } from '../../../src/adapters/github/comment-marker.ts';
import type { CommentMarker } from '../../../src/adapters/github/comment-marker.ts';

const sha = 'f'.repeat(40);
const marker = (overrides: Partial<CommentMarker> = {}): CommentMarker => ({
  commentId: 'default',
  headSha: sha,
  runId: 17,
  runAttempt: 2,
  ...overrides,
});

describe('a marker', () => {
  test('is read as it was written, with the body after it', () => {
    const body = '### Plimsoll\n<!-- plimsoll:comment id=x head=y run=1 attempt=1 -->\n';
    expect(readMarker(markBody(marker(), body))).toEqual({ marker: marker(), body });
  });

  test('is read after an edit on the web site, which makes line ends \\r\\n', () => {
    expect(readMarker(markBody(marker(), 'a\nb').replaceAll('\n', '\r\n'))).toEqual({ marker: marker(), body: 'a\nb' });
  });

  test.each([
    ['behind text', `x${markBody(marker(), '')}`],
    ['behind a line', `\n${markBody(marker(), '')}`],
    ['without an end of line', markBody(marker(), '').trimEnd()],
    ['with more in it', markBody(marker(), '').replace(' -->', ' x=1 -->')],
    ['with a short SHA', markBody(marker({ headSha: 'abc' }), '')],
    ['with a run that is no number', markBody(marker(), '').replace('run=17', 'run=1e3')],
    ['with a run beyond whole numbers', markBody(marker(), '').replace('run=17', `run=${'9'.repeat(16)}`)],
    ['of nothing', ''],
  ])('%s is none', (_, body) => {
    expect(readMarker(body)).toBeUndefined();
  });
});

test.each(['default', 'a', 'api.images_2', 'x'.repeat(64)])('%s may name a comment', (id) => {
  expect(isCommentId(id)).toBe(true);
});

test.each(['', 'a b', 'a--b', '--', 'a>b', 'é', 'x'.repeat(65), 'a\n'])('%j may not name a comment', (id) => {
  expect(isCommentId(id)).toBe(false);
  expect(() => markBody(marker({ commentId: id }), '')).toThrow('cannot name a comment');
});

test.each([
  [{ runId: 18, runAttempt: 1 }, true],
  [{ runId: 17, runAttempt: 3 }, true],
  [{ runId: 17, runAttempt: 2 }, false],
  [{ runId: 16, runAttempt: 9 }, false],
])('%j is later than run 17, attempt 2: %s', (run, later) => {
  expect(isLaterRun(marker(run), marker())).toBe(later);
});
