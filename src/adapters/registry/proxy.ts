import * as http from 'node:http';
import * as https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { PassThrough, type Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { UserError } from '../../errors.ts';
import type { Environment } from '../engine/docker-config.ts';
import { reachOfHost } from './address.ts';

/**
 * The proxy for a URL: HTTPS_PROXY or HTTP_PROXY by its scheme, unless NO_PROXY names the host; read as Go's programs
 * read them (https://pkg.go.dev/golang.org/x/net/http/httpproxy). This machine is never asked for through a proxy.
 * @throws UserError `bad-proxy`
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const text = environment[name] || environment[name.toLowerCase()];
  if (!text || reachOfHost(url.hostname) === 'local') return undefined;
  if (isExempt(url, environment['NO_PROXY'] || environment['no_proxy'] || '')) return undefined;
  const written = text.includes('://') ? text : `http://${text}`;
  const proxy = URL.canParse(written) ? new URL(written) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname !== '') return proxy;
  throw new UserError({
    code: 'bad-proxy',
    message: `${name} names no proxy this tool can use.`,
    expected: 'http://HOST:PORT or https://HOST:PORT',
    hint: `Correct ${name}, or name the registry in NO_PROXY.`,
  });
}

function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(',').some((entry) => {
    const text = entry.trim().toLowerCase();
    if (text === '' || text === '*') return text === '*';
    const [, network = '', bits] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? [];
    if (isIP(network) !== 0 && isIP(host) === isIP(network)) return isWithin(host, network, Number(bits));
    const [, name = text, ofPort] = /^(.*[^:]):(\d+)$/.exec(text) ?? [];
    if (ofPort !== undefined && isIP(text) === 0 && ofPort !== port) return false;
    const bare = (isIP(text) === 0 ? name : text).replace(/^\[|\]$/g, '').replace(/^\*(?=\.)/, '');
    return bare.startsWith('.') ? host.endsWith(bare) : host === bare || host.endsWith(`.${bare}`);
  });
}

function isWithin(host: string, network: string, bits: number): boolean {
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (bits > (family === 'ipv6' ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(host, family);
}

/** Where a proxy listens; its credentials apart, for Node would send those as the request's own. */
export function proxyAddress({ protocol, hostname, port }: URL): URL {
  return new URL(`${protocol}//${hostname}${port === '' ? '' : `:${port}`}`);
}

/** What a proxy wants to see of the credentials in its own URL. */
export function proxyAuthorization(proxy: URL): Readonly<Record<string, string>> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Keeps TLS connections that were opened through a proxy's CONNECT. */
export class TunnelAgent extends https.Agent {
  readonly #proxy: URL;
  readonly #timeoutMs: number;

  constructor(proxy: URL, timeoutMs: number) {
    super({ keepAlive: true });
    this.#proxy = proxy;
    this.#timeoutMs = timeoutMs;
  }

  override createConnection(
    options: https.RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const host = options.host ?? '';
    const target = `${host.includes(':') ? `[${host}]` : host}:${options.port ?? 443}`;
    const request = (this.#proxy.protocol === 'https:' ? https : http).request(proxyAddress(this.#proxy), {
      method: 'CONNECT',
      path: target,
      agent: false,
      timeout: this.#timeoutMs,
      headers: { host: target, ...proxyAuthorization(this.#proxy) },
    });
    // Node looks at the error alone; the type wants a stream beside it.
    const fail = (error: Error): void => callback?.(error, new PassThrough());
    request.on('timeout', () => request.destroy(new Error('the proxy does not answer')));
    request.on('error', fail);
    request.on('response', ({ statusCode }) => request.destroy(new Error(`the proxy answers ${statusCode}`)));
    request.on('connect', ({ statusCode }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        return fail(new Error(`the proxy answers ${statusCode}`));
      }
      socket.setTimeout(0);
      const servername = options.servername || (isIP(host) === 0 ? host : '');
      return callback?.(null, tls.connect({ socket, servername, host, ALPNProtocols: ['http/1.1'] }));
    });
    request.end();
    return undefined;
  }
}
