import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditResult, type AuditResult } from '../../src/result/audit.ts';
import { startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { pushImage } from '../support/registry/push.ts';
import { startTokenServer, type TokenServer } from '../support/registry/token-server.ts';
import { copyOfDist, folderOf, start, type Ended } from './bundle.ts';

const password = 'right-horse-42';
let issuer: TokenServer;
let registry: RealRegistry;
let dist: ReturnType<typeof copyOfDist>;
let repository: ReturnType<typeof folderOf>;

beforeAll(async () => {
  dist = copyOfDist();
  issuer = await startTokenServer('me', password);
  registry = await startRegistry({ token: issuer });
  issuer.behind = registry.host;
  for (const [name, tag] of [
    ['private/app', '1.0.0'],
    ['private/app', '1.1.0'],
    ['open/app', '1.0.0'],
  ] as const) {
    const scope = `repository:${name}:pull,push`;
    const answer = await fetch(`${issuer.realm}?service=${issuer.service}&scope=${scope}`, {
      headers: { authorization: `Basic ${auth}` },
    });
    const token = /"token":"([^"]+)"/.exec(await answer.text())?.[1] ?? '';
    await pushImage(registry.host, name, tag, {}, { authorization: `Bearer ${token}` });
  }
  repository = folderOf({
    'compose.yaml': `services:\n  a: { image: "${issuer.host}/private/app:1.0.0" }\n  b: { image: "${issuer.host}/open/app:1.0.0" }\n`,
    'plimsoll.yml': `version: 1\naudit: { images: [{ image: "${issuer.host}/private/app", tags: ["1.1.x"] }] }\npolicy: { rules: { non-root: error } }\n`,
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
  registry.close();
  issuer.close();
  dist[Symbol.dispose]();
});
beforeEach(() => {
  issuer.asked.length = 0;
});

const auth = Buffer.from(`me:${password}`).toString('base64');
const configOf = (config: object) => folderOf({ 'config.json': JSON.stringify(config) });
const audit = (dockerConfig: string, ...more: readonly string[]): Promise<Ended> =>
  start(
    process.execPath,
    [join(dist.path, 'cli.cjs'), 'audit', '--no-layer-cache', '--no-progress', '--output', 'json=audit.json', ...more],
    {
      cwd: repository.path,
      environment: { DOCKER_CONFIG: dockerConfig },
    },
  );
const result = (): AuditResult =>
  auditResult.parse(JSON.parse(readFileSync(join(repository.path, 'audit.json'), 'utf8')));
const names = ({ images }: AuditResult): readonly string[] =>
  images.map(({ name }) => name.replace(`${issuer.host}/`, ''));

describe('a private repository of a registry that believes tokens', () => {
  test('is named without credentials, and nothing of it is green', async () => {
    const end = await audit('/nonexistent');
    expect(end.exitStatus).toBe(2);
    const { outcome, notAudited, problems, images } = result();
    expect(outcome).toBe('incomplete');
    expect(names(result())).toEqual(['open/app:1.0.0']);
    expect(images).toHaveLength(1);
    expect(notAudited).toMatchObject([
      { code: 'registry-denied', uses: [{ place: { file: 'compose.yaml', line: 2 } }] },
    ]);
    // Its list of tags is as private: what would have been chosen of it is a problem, not nothing.
    expect(problems).toMatchObject([{ code: 'registry-denied', place: { file: 'plimsoll.yml', line: 2 } }]);
    expect(end.stdout).toContain('1 of 2 images audited, 1 could not be, 1 problem in files');
    expect(end.stdout.replace(/\s+/g, ' ')).toMatch(/no credentials/);
    expect(issuer.asked).toContain('- repository:private/app:pull');
  });

  test('passes without credentials only where the run was told that this is a warning, and is named all the same', async () => {
    const end = await audit('/nonexistent', '--on-unreachable', 'warn');
    expect(end.exitStatus).toBe(0);
    expect(end.stdout).toContain('passed: 1 of 2 images audited, 1 could not be');
  });

  test('is read with the credentials of Docker’s configuration, by tokens for each repository and no password beside them', async () => {
    using config = configOf({ auths: { [issuer.host]: { auth } } });
    const end = await audit(config.path);
    expect([end.exitStatus, end.stderr]).toEqual([0, '']);
    expect(names(result())).toEqual(['open/app:1.0.0', 'private/app:1.0.0', 'private/app:1.1.0']);
    expect(issuer.asked.toSorted()).toEqual(['me repository:open/app:pull', 'me repository:private/app:pull']);
    for (const secret of [password, auth]) expect(end.stdout + JSON.stringify(result())).not.toContain(secret);
  });

  test('is read with what docker login keeps', async () => {
    using config = folderOf({});
    // Not waited for in this thread, which has the token server to run.
    const login = ['--config', config.path, 'login', issuer.host, '--username', 'me', '--password-stdin'];
    const child = spawn('docker', login, { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.end(password);
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect((await audit(config.path)).exitStatus).toBe(0);
    expect(names(result())).toHaveLength(3);
  });

  test('is not read with a password that is wrong', async () => {
    using config = configOf({ auths: { [issuer.host]: { auth: Buffer.from('me:wrong').toString('base64') } } });
    const end = await audit(config.path);
    expect(end.exitStatus).toBe(2);
    // Neither is what everybody may read: who offers a password wants it to be believed.
    expect(names(result())).toEqual([]);
    expect(result().notAudited.map(({ code }) => code)).toEqual(['registry-denied', 'registry-denied']);
    expect(end.stdout + end.stderr).not.toContain(Buffer.from('me:wrong').toString('base64'));
  });
});
