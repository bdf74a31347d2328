import { describe, expect, test } from 'vitest';
import { reachOfAddress } from '../../../src/adapters/registry/address.ts';
import { redirected } from '../../../src/adapters/registry/redirects.ts';
import {
  allowedAddresses,
  mayHoldCredentials,
  refuseTarget,
  type Endpoint,
} from '../../../src/adapters/registry/target.ts';

const endpoint = (name: string, isPlainAllowed = false): Endpoint => ({
  name,
  origin: new URL(`${isPlainAllowed ? 'http' : 'https'}://${name === 'docker.io' ? 'registry-1.docker.io' : name}`),
  isPlainAllowed,
});

test.each([
  ['8.8.8.8', 'public'],
  ['172.15.255.255', 'public'],
  ['2606:4700::1', 'public'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['100.64.0.1', 'private'],
  ['fd00::1', 'private'],
  ['127.255.0.1', 'local'],
  ['0.0.0.0', 'local'],
  ['169.254.169.254', 'local'],
  ['::', 'local'],
  ['::1', 'local'],
  ['fe80::1', 'local'],
  ['::ffff:127.0.0.1', 'local'],
  ['::ffff:10.0.0.1', 'private'],
  ['64:ff9b::7f00:1', 'local'],
])('the address %s is %s', (address, reach) => {
  expect(reachOfAddress(address)).toBe(reach);
});

describe('where a registry may send us', () => {
  test.each([
    ['reg.example', false, 'https://cdn.example/x', true],
    ['reg.example', false, 'https://8.8.8.8/x', true],
    ['reg.example', false, 'http://cdn.example/x', false],
    ['reg.example', false, 'file:///etc/passwd', false],
    ['reg.example', false, 'ftp://cdn.example/x', false],
    ['reg.example', false, 'https://user:secret@cdn.example/x', false],
    ['reg.example', false, 'https://127.0.0.1/x', false],
    ['reg.example', false, 'https://0x7f.1/x', false],
    ['reg.example', false, 'https://2130706433/x', false],
    ['reg.example', false, 'https://[::ffff:7f00:1]/x', false],
    ['reg.example', false, 'https://localhost/x', false],
    ['reg.example', false, 'https://a.localhost./x', false],
    ['reg.example', false, 'https://169.254.169.254/latest', false],
    ['reg.example', false, 'https://192.168.1.1/x', false],
    ['10.0.0.1', false, 'https://10.0.0.1:443/x', true],
    ['10.0.0.1', false, 'https://10.0.0.1:8443/x', false],
    ['10.0.0.1', false, 'https://10.0.0.2/x', false],
    ['127.0.0.1:5000', true, 'http://127.0.0.1:5000/x', true],
    ['127.0.0.1:5000', true, 'http://127.0.0.1:5001/x', false],
    ['reg.example:5000', true, 'http://cdn.example/x', true],
  ])('%s (plain http: %s) to %s: %s', (name, plain, url, may) => {
    expect(refuseTarget(new URL(url), endpoint(name, plain)) === undefined).toBe(may);
  });

  test.each([
    ['https://reg.example/x', 'public', 'any'],
    ['https://cdn.example/x', 'public', 'public'],
    ['https://cdn.example/x', undefined, 'public'],
    ['https://cdn.example/x', 'local', 'public'],
    ['https://cdn.example/x', 'private', 'private-or-public'],
  ] as const)('the name in %s from a registry that is %s may lead to %s addresses', (url, reach, allowed) => {
    expect(allowedAddresses(new URL(url), endpoint('reg.example'), reach)).toBe(allowed);
  });
});

test.each([
  ['docker.io', 'https://auth.docker.io/token', true],
  ['docker.io', 'https://registry-1.docker.io/token', false],
  ['ghcr.io', 'https://ghcr.io/token', true],
  ['ghcr.io', 'https://evil.io/token', false],
  ['registry.gitlab.com', 'https://gitlab.com/jwt/auth', true],
  ['registry.example.com:5000', 'https://auth.example.com/token', true],
  ['registry.example.com', 'https://example.com.evil.org/token', false],
  ['registry.example.com', 'https://evilexample.com/token', false],
  ['registry.co.uk', 'https://evil.co.uk/token', false],
  ['example.com', 'https://evil.com/token', false],
  ['one.azurecr.io', 'https://two.azurecr.io/token', false],
  ['10.0.0.1', 'https://10.0.0.1:8443/token', false],
])('credentials for %s go to %s: %s', (name, realm, may) => {
  expect(mayHoldCredentials(new URL(realm), endpoint(name))).toBe(may);
});

describe('a redirect', () => {
  const from = (url: string) => ({ url: new URL(url), headers: { authorization: 'Bearer t', accept: 'a' } });

  test.each([
    ['https://reg.example/a', '/b', true],
    ['https://reg.example/a', 'https://reg.example:443/b', true],
    ['https://reg.example/a', 'https://reg.example:8443/b', false],
    ['https://reg.example/a', 'https://cdn.example/b', false],
    ['https://reg.example/a', 'https://sub.reg.example/b', false],
  ])('from %s to %s keeps Authorization: %s', (url, location, keeps) => {
    const { headers } = redirected(from(url), location, endpoint('reg.example'));
    expect(headers).toEqual(keeps ? { authorization: 'Bearer t', accept: 'a' } : { accept: 'a' });
  });

  test('from http to https drops it too', () => {
    const { headers } = redirected(
      from('http://reg.example/a'),
      'https://reg.example/b',
      endpoint('reg.example', true),
    );
    expect(headers).toEqual({ accept: 'a' });
  });

  test.each([
    ['https://reg.example/a', 'http://reg.example/b'],
    ['https://reg.example/a', 'http://cdn.example/b'],
    ['https://reg.example/a', 'https://127.0.0.1/b'],
    ['https://reg.example/a', 'https://['],
  ])('from %s to %s is refused, even where plain http is allowed', (url, location) => {
    expect(() => redirected(from(url), location, endpoint('reg.example', true))).toThrow(/redirect/);
  });
});
