import type { ServerResponse } from 'node:http';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { defaultPatience } from '../../../src/adapters/registry/retry.ts';
import { Interrupted } from '../../../src/errors.ts';
import type { ImageSource } from '../../../src/ports.ts';
import { fakeRegistry, never, type FakeRegistry } from '../../support/registry/fake-registry.ts';
import { anImage } from '../../support/registry/image.ts';

/** A registry whose images want one token; the token server's first answers are held back. */
async function guarded(held: ServerResponse[], holds: number): Promise<FakeRegistry> {
  const fake = await fakeRegistry();
  fake.keep(anImage(), '1');
  fake.trick = (request, response) => {
    if (request.url?.startsWith('/token') === true) {
      if (tokenAsks(fake) <= holds) held.push(response);
      else response.end('{"token":"t"}');
      return true;
    }
    if (request.headers.authorization === 'Bearer t') return false;
    response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${fake.host}/token"` }).end();
    return true;
  };
  return fake;
}

const tokenAsks = ({ requests }: FakeRegistry): number => requests.filter(({ line }) => line.includes('/token')).length;
const opening = (fake: FakeRegistry, source: ImageSource, signal: AbortSignal) =>
  source.open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, signal);
/** Long enough for one that was started to wait for what is under way. */
const aWhile = (): Promise<void> => sleep(50);

test(
  'an image whose time runs out while it gets the token for others ends nothing for them',
  { tags: 'thorough' },
  async () => {
    const held: ServerResponse[] = [];
    const fake = await guarded(held, 1);
    const source = fake.source({}, { patience: defaultPatience });
    const stop = new AbortController();
    const late = opening(fake, source, stop.signal);
    await expect.poll(() => held.length).toBe(1);
    const waits = opening(fake, source, never);
    await aWhile();
    stop.abort();
    await expect(late).rejects.toBeInstanceOf(Interrupted);
    expect((await waits).facts.platform).toBe('linux/amd64');
    expect(tokenAsks(fake)).toBe(2);
  },
);

test('nor one whose time runs out while a credential helper is asked', { tags: 'thorough' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-helper-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const asked = join(folder, 'asked');
  mkdirSync(asked);
  const script = `#!/bin/sh\nmkdir ${asked}/1 2>/dev/null && exec sleep 30\nmkdir ${asked}/2\nprintf '{"Username":"u","Secret":"s"}'\n`;
  writeFileSync(join(folder, 'docker-credential-slow'), script);
  chmodSync(join(folder, 'docker-credential-slow'), 0o755);
  writeFileSync(join(folder, 'config.json'), '{"credsStore":"slow"}');
  const fake = await guarded([], 0);
  const environment = { DOCKER_CONFIG: folder, PATH: `${folder}:/usr/bin:/bin` };
  const source = fake.source(environment, { patience: defaultPatience });
  const stop = new AbortController();
  const late = opening(fake, source, stop.signal);
  const waits = opening(fake, source, never);
  await expect.poll(() => existsSync(join(asked, '1'))).toBe(true);
  await aWhile();
  stop.abort();
  await expect(late).rejects.toBeInstanceOf(Interrupted);
  expect((await waits).facts.platform).toBe('linux/amd64');
  expect(existsSync(join(asked, '2'))).toBe(true);
});
