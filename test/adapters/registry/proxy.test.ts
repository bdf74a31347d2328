import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { proxyFor } from '../../../src/adapters/registry/proxy.ts';
import { fakeRegistry, never } from '../../support/registry/fake-registry.ts';

const both = { HTTPS_PROXY: 'http://secure.proxy:1', HTTP_PROXY: 'plain.proxy:2' };

describe('the proxy for a URL', () => {
  test.each([
    ['https://reg.example/', both, 'http://secure.proxy:1/'],
    ['http://reg.example/', both, 'http://plain.proxy:2/'],
    ['https://reg.example/', { https_proxy: 'http://lower.proxy' }, 'http://lower.proxy/'],
    ['https://reg.example/', {}, undefined],
    ['https://reg.example/', { HTTP_PROXY: 'http://plain.proxy' }, undefined],
    ['http://localhost:5000/', both, undefined],
    ['http://127.0.0.1:5000/', both, undefined],
    ['http://[::1]:5000/', both, undefined],
    ['https://reg.example/', { ...both, NO_PROXY: '*' }, undefined],
    ['https://reg.example/', { ...both, NO_PROXY: 'other, reg.example' }, undefined],
    ['https://a.reg.example/', { ...both, NO_PROXY: 'reg.example' }, undefined],
    ['https://areg.example/', { ...both, NO_PROXY: 'reg.example' }, 'http://secure.proxy:1/'],
    ['https://a.reg.example/', { ...both, NO_PROXY: '.reg.example' }, undefined],
    ['https://reg.example/', { ...both, NO_PROXY: '.reg.example' }, 'http://secure.proxy:1/'],
    ['https://a.reg.example/', { ...both, no_proxy: '*.reg.example' }, undefined],
    ['https://reg.example:8443/', { ...both, NO_PROXY: 'reg.example:8443' }, undefined],
    ['https://reg.example/', { ...both, NO_PROXY: 'reg.example:8443' }, 'http://secure.proxy:1/'],
    ['https://reg.example/', { ...both, NO_PROXY: 'reg.example:443' }, undefined],
    ['https://10.1.2.3/', { ...both, NO_PROXY: '10.0.0.0/8' }, undefined],
    ['https://11.1.2.3/', { ...both, NO_PROXY: '10.0.0.0/8' }, 'http://secure.proxy:1/'],
    ['https://10.1.2.3/', { ...both, NO_PROXY: '10.1.2.3' }, undefined],
    ['https://[fd00::1]/', { ...both, NO_PROXY: 'fd00::/8' }, undefined],
    ['https://[fd00::1]/', { ...both, NO_PROXY: 'fd00::1' }, undefined],
  ])('%s with %o: %s', (url, environment, expected) => {
    expect(proxyFor(new URL(url), environment)?.href).toBe(expected);
  });

  test.each(['socks5://proxy:1', 'http://', 'http://a b'])('%s is none', (text) => {
    expect(() => proxyFor(new URL('https://reg.example/'), { HTTPS_PROXY: text })).toThrow(
      /HTTPS_PROXY names no proxy/,
    );
  });
});

describe('a registry behind a proxy, in https', () => {
  const opening = (proxy: string) =>
    fakeRegistry().then((fake) =>
      fake
        .source({ HTTPS_PROXY: `http://me:word@${proxy}` })
        .open({ kind: 'registry', reference: 'reg.example:8443/app' }, undefined, never),
    );

  test.each([
    ['refuses', 'HTTP/1.1 407 No\r\n\r\n', /the proxy answers 407/],
    ['hangs up', '', /could not be read/],
    ['connects to what speaks no TLS', 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 400 Bad\r\n\r\n', /does not speak TLS|cut/],
  ])('is asked for by its name, with what is the proxy’s; a proxy that %s is told', async (_what, answer, message) => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (bytes) => {
        heard.push(bytes.toString());
        socket.end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(opening(`127.0.0.1:${port}`)).rejects.toThrow(message);
    expect(heard[0]).toMatch(/^CONNECT reg\.example:8443 HTTP\/1\.1\r\n/);
    expect(heard[0]).toContain(`proxy-authorization: Basic ${btoa('me:word')}`);
    expect(heard[0]?.toLowerCase()).not.toContain('\r\nauthorization');
  });
});
