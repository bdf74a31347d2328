import { describe, expect, test } from 'vitest';
import { oneLine } from '../../../src/adapters/github/github-error.ts';
import { nextPage } from '../../../src/adapters/github/pages.ts';
import { afterFailure } from '../../../src/adapters/github/retry.ts';
import type { Failure, NextStep } from '../../../src/adapters/github/retry.ts';

const policy = { maxRetries: 3, baseMs: 1_000, maxWaitMs: 90_000 };
const failure = (status: number | undefined, headers: Failure['headers'] = {}, message = ''): Failure => ({
  status,
  headers,
  message,
});
const decide = (failed: Failure, method = 'GET', tries = 1): NextStep =>
  afterFailure(failed, { method, tries }, policy);

describe('is tried again:', () => {
  test.each([
    ['a read after a server fault', failure(503), 'GET', 1, 1_000],
    ['a read after no answer', failure(undefined), 'GET', 2, 2_000],
    ['an update after a server fault', failure(500), 'PATCH', 3, 4_000],
    ['a deletion after no answer', failure(undefined), 'DELETE', 1, 1_000],
    ['a post that a limit turned away', failure(429, { 'retry-after': '2' }), 'POST', 1, 2_000],
    ['a limit without a time, longer each time', failure(429), 'GET', 1, 60_000],
    ['a limit that is over already', failure(429, { 'retry-after': '0' }), 'GET', 1, 0],
    [
      'a 403 that says it is one',
      failure(403, {}, 'You have triggered an abuse detection mechanism'),
      'GET',
      1,
      60_000,
    ],
    ['a limit with a broken time', failure(429, { 'retry-after': 'soon' }), 'GET', 1, 60_000],
  ])('%s', (_, failed, method, tries, ms) => {
    expect(decide(failed, method, tries)).toEqual({ do: 'wait', ms });
  });
});

describe('is not tried again:', () => {
  test.each([
    ['a post after a server fault', failure(502), 'POST', 1, 'it may have been carried out'],
    ['a post after no answer', failure(undefined), 'POST', 1, 'it may have been carried out'],
    ['a refusal', failure(403, {}, 'Resource not accessible by integration'), 'GET', 1, 'the answer is final'],
    [
      'a refusal with the limit far away',
      failure(403, { 'x-ratelimit-remaining': '4999' }),
      'GET',
      1,
      'the answer is final',
    ],
    ['what is not there', failure(404), 'GET', 1, 'the answer is final'],
    ['what is wrong', failure(422), 'PATCH', 1, 'the answer is final'],
    ['the fourth time', failure(500), 'GET', 4, 'it was tried 4 times'],
    ['a limit of two minutes', failure(429), 'GET', 2, 'the rate limit lasts another 120 s'],
    ['a limit of an hour', failure(403, { 'retry-after': '3600' }), 'GET', 1, 'the rate limit lasts another 3600 s'],
  ])('%s', (_, failed, method, tries, why) => {
    expect(decide(failed, method, tries)).toEqual({ do: 'give-up', why });
  });
});

describe('the next page', () => {
  const api = 'https://api.github.com';
  test.each([
    [undefined, undefined],
    ['', undefined],
    [`<${api}/x?page=2>; rel="next", <${api}/x?page=9>; rel="last"`, `${api}/x?page=2`],
    [`<${api}/x?page=1>; rel="prev", <${api}/x?page=3>; rel="next"`, `${api}/x?page=3`],
    [`<${api}/x?page=1>; rel="prev"`, undefined],
    [`<${api}/x?page=2>;rel=next`, `${api}/x?page=2`],
    ['<https://github.com/a>; rel="deprecation"', undefined],
  ])('of %j', (link, expected) => {
    expect(nextPage(link, api)).toBe(expected);
  });

  test.each(['https://evil.example/x', 'http://api.github.com/x', 'https://api.github.com:8443/x'])(
    'is not taken from %s: the token would go there',
    (url) => expect(() => nextPage(`<${url}>; rel="next"`, api)).toThrow('another host'),
  );
});

test.each([
  ['<!DOCTYPE html><h1>502', 'its answer was a web page'],
  ['a\r\n::add-mask::b\u001b[31m', 'a ::add-mask::b [31m'],
  ['x'.repeat(300), `${'x'.repeat(199)}…`],
])('%j is told as %j', (text, told) => expect(oneLine(text)).toBe(told));
