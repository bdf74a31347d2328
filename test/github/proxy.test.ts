import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf } from '../support/github/publishing.ts';

const tunnels: string[] = [];
const proxy = createServer();
let fake: FakeGithub;

beforeAll(async () => {
  fake = await startFakeGithub();
  proxy.on('connect', (request, client) => {
    tunnels.push(request.url ?? '');
    const upstream = connect(Number(new URL(fake.apiUrl).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  // @actions/github reads these when it is loaded, which is at the first client of this file.
  process.env['GITHUB_API_URL'] = 'http://github.acme.test/api/v3';
  process.env['http_proxy'] = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  delete process.env['GITHUB_API_URL'];
  delete process.env['http_proxy'];
  proxy.closeAllConnections();
  proxy.close();
  await fake.close().catch(() => undefined);
});

test('calls to a server that only the proxy can reach go through the proxy', async () => {
  const client = await clientOf(fake, { apiUrl: 'http://github.acme.test', token: 'token-of-a-user' });
  await expect(client.call('GET /user', {}, z.object({ login: z.string() }))).resolves.toEqual({ login: 'mallory' });
  expect(tunnels).toEqual(['github.acme.test:80']);
});
