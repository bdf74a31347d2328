import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findEngineHost } from '../../../src/adapters/engine/host.ts';
import { UserError } from '../../../src/errors.ts';

const home = mkdtempSync(join(tmpdir(), 'plimsoll-host-'));
afterAll(() => rmSync(home, { recursive: true }));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
const contextId = (name: string): string => createHash('sha256').update(name).digest('hex');
const context = (name: string, host: string): void =>
  put(
    `.docker/contexts/meta/${contextId(name)}/meta.json`,
    JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
  );

context('remote', 'tcp://10.0.0.5:2376');
put(`.docker/contexts/tls/${contextId('remote')}/docker/ca.pem`, 'CA');
context('desktop', 'unix:///home/me/.docker/desktop/docker.sock');
put('.docker/config.json', JSON.stringify({ currentContext: 'desktop', auths: {} }));
put('other/config.json', '{}');
put('broken/config.json', '{');
put('certs/cert.pem', 'CERT');

describe('which engine is meant', () => {
  const other = { DOCKER_CONFIG: join(home, 'other') };
  test.each([
    ['the default socket', other, 'unix:///var/run/docker.sock', 'the default'],
    ['DOCKER_HOST with a socket', { ...other, DOCKER_HOST: 'unix:///x.sock' }, 'unix:///x.sock', 'DOCKER_HOST'],
    ['DOCKER_HOST by TCP', { ...other, DOCKER_HOST: 'tcp://h' }, 'tcp://h:2375', 'DOCKER_HOST'],
    ['DOCKER_HOST without a scheme', { ...other, DOCKER_HOST: 'h:80' }, 'tcp://h:80', 'DOCKER_HOST'],
    ['an IPv6 address', { ...other, DOCKER_HOST: 'tcp://[::1]:5000' }, 'tcp://[::1]:5000', 'DOCKER_HOST'],
    [
      'TLS changes the default port',
      { ...other, DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1' },
      'tcp://h:2376',
      'DOCKER_HOST',
    ],
    [
      'a pipe',
      { ...other, DOCKER_HOST: 'npipe:////./pipe/docker_engine' },
      'npipe:////./pipe/docker_engine',
      'DOCKER_HOST',
    ],
    ['the current context', { HOME: home }, 'unix:///home/me/.docker/desktop/docker.sock', 'the context desktop'],
    [
      'DOCKER_CONTEXT over the current one',
      { HOME: home, DOCKER_CONTEXT: 'remote' },
      'tcp://10.0.0.5:2376',
      'the context remote',
    ],
    ['DOCKER_CONTEXT=default', { HOME: home, DOCKER_CONTEXT: 'default' }, 'unix:///var/run/docker.sock', 'the default'],
    [
      'DOCKER_HOST over any context',
      { HOME: home, DOCKER_CONTEXT: 'remote', DOCKER_HOST: 'unix:///x' },
      'unix:///x',
      'DOCKER_HOST',
    ],
  ])('%s', (_what, environment, name, saidBy) => {
    expect(findEngineHost(environment)).toMatchObject({ name, saidBy });
  });

  test('the certificates of a context are used', () => {
    expect(findEngineHost({ HOME: home, DOCKER_CONTEXT: 'remote' }).tls).toEqual({ ca: 'CA', verify: true });
  });

  test('DOCKER_TLS without VERIFY does not verify', () => {
    const environment = { DOCKER_HOST: 'tcp://h', DOCKER_TLS: '1', DOCKER_CERT_PATH: join(home, 'certs') };
    expect(findEngineHost(environment).tls).toEqual({ cert: 'CERT', verify: false });
  });
});

test.each([
  ['ssh://me@host', 'ssh-host-unsupported'],
  ['tcp://', 'bad-docker-host'],
  ['tcp://h/path', 'bad-docker-host'],
  ['ftp://h', 'bad-docker-host'],
  ['unix://relative', 'bad-docker-host'],
])('DOCKER_HOST=%s is refused', (host, code) => {
  expect(codeOf({ DOCKER_HOST: host })).toBe(code);
});

test.each([
  ['a context that is not there', { HOME: home, DOCKER_CONTEXT: 'gone' }, 'no-docker-context'],
  ['a config.json that is no JSON', { DOCKER_CONFIG: join(home, 'broken') }, 'broken-docker-config'],
])('%s is refused', (_what, environment, code) => {
  expect(codeOf(environment)).toBe(code);
});

function codeOf(environment: Readonly<Record<string, string>>): string | undefined {
  try {
    findEngineHost(environment);
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.problems[0]?.code;
    throw thrown;
  }
  return undefined;
}
