import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishIssues } from '../../src/adapters/github/audit-issues.ts';
import { auditIssues } from '../../src/reporters/audit.ts';
import type { AuditResult } from '../../src/result/audit.ts';
import { auditOf } from '../audit/repository.ts';
import { startFakeGithub, type FakeGithub } from '../support/github/fake-github.ts';
import { clientOf } from '../support/github/publishing.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

const files = { 'compose.yaml': 'services: { a: { image: "a:1" }, b: { image: "b:1" } }' };
const withUser = (user: string) =>
  anOpenImage({ ...anImage('a', [file('x')]), config: someConfig({ user, cmd: ['x'] }) }, [file('x')]);
const auditWith = (a: string | undefined): Promise<AuditResult> =>
  auditOf({ files, images: { 'b:1': withUser('1000'), ...(a !== undefined && { 'a:1': withUser(a) }) } });

test('the issue of an image follows five audits; one that could not look changes nothing', async () => {
  const client = await clientOf(fake, { token: 'token-of-the-job' });
  const states: string[] = [];
  for (const user of ['root', 'root', undefined, '1000', 'root']) {
    const issues = auditIssues(await auditWith(user));
    const { states: all } = await publishIssues({ client, repository: 'acme/api', label: 'plimsoll', issues });
    states.push(all.find(({ image }) => image.includes('/a:'))?.state ?? 'not audited');
  }
  expect(states).toEqual(['created', 'unchanged', 'not audited', 'closed', 'reopened']);
  const [issue] = fake.state.issues.values();
  expect(issue?.title).toBe('docker.io/library/a:1 fails its policy');
  expect(issue?.body).toContain('compose.yaml:1');
});
