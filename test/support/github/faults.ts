import type { Fault } from './answering.ts';

/** What GitHub says to a token that may only read. */
export const denied = '{"message":"Resource not accessible by integration"}';

/**
 * What can come for an answer to any call: its name, the fault, and what the warning that comes of it must say.
 * @param permission the one that is missing where GitHub refuses, as a workflow grants it: `checks: write`
 */
export function faultsNaming(permission: string): readonly (readonly [string, Fault, RegExp])[] {
  return [
    ['401', { status: 401, body: '{"message":"Bad credentials"}' }, /401 .*Bad credentials.*`github-token`/],
    [
      '403 of a token that may only read',
      { status: 403, body: denied },
      new RegExp(`403 .*\`permissions: ${permission}\`.*forks`),
    ],
    [
      '403 of a secondary limit',
      { status: 403, body: '{"message":"You have exceeded a secondary rate limit"}', headers: { 'retry-after': '7' } },
      /403 .*tried 4 times.*limits how often/,
    ],
    ['403 of a locked conversation', { status: 403, body: '{"message":"Issue is locked."}' }, /conversation is locked/],
    ['404', { status: 404, body: '{"message":"Not Found"}' }, new RegExp(`404 .*may not see it.*${permission}`)],
    ['409', { status: 409, body: '{"message":"Conflict"}' }, /409/],
    ['410', { status: 410, body: '{"message":"Gone"}' }, /410/],
    [
      '422',
      { status: 422, body: '{"message":"Validation Failed","errors":[{"code":"x"}]}' },
      /422 .*Validation Failed/,
    ],
    ['429', { status: 429, body: '{}', headers: { 'retry-after': '1' } }, /429 .*limits how often/],
    ['500', { status: 500, body: '{}' }, /500/],
    ['500 without a body', { status: 500, body: '', headers: { 'content-type': 'text/plain' } }, /500/],
    [
      '502 with a web page',
      { status: 502, body: '<html>Unicorn!', headers: { 'content-type': 'text/html' } },
      /502 .*a web page/,
    ],
    ['503', { status: 503, body: '{}' }, /503/],
    ['a dropped connection', { drop: 'at-once' }, /no good answer/],
    [
      'a body cut in the middle',
      { drop: 'in-body', status: 200, body: '[{"id":1,"body":"x"}]' },
      /no good answer|cut short/,
    ],
    [
      'a body that stalls in the middle',
      { drop: 'stalls', status: 200, body: '[{"id":1,"body":"x"}]' },
      /no good answer|cut short/,
    ],
    ['an empty body', { status: 200, body: '' }, /no good answer|cut short/],
    ['a web page with 200', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }, /cut short/],
    ['JSON of another shape', { status: 200, body: '{"message":"hello"}' }, /cut short or is not/],
    ['an answer slower than the deadline', { delayMs: 60_000 }, /no good answer/],
    [
      'a redirect to nowhere',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
      /no good answer/,
    ],
  ];
}
