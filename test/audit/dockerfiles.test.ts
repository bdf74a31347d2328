import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { auditResult } from '../../src/result/audit.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aWorkshop } from '../support/workshop.ts';
import { planFor, type FakeRepository } from './repository.ts';

const record = file('bin/app', 'x', { mode: 0o755 });
const image = (user: string) =>
  anOpenImage({ ...anImage('app', [record]), config: someConfig({ user, cmd: ['/bin/app'] }) }, [record]);
const built = { '': image('1000'), dev: image('') };

/** Bases are there, so that all that is told is about the Dockerfiles. */
async function audited(repository: FakeRepository) {
  const { plan, policy } = await planFor(repository);
  const workshop = aWorkshop({ files: repository.files, built, images: { 'base:1': image('1000') } });
  const verdict = { failOn: 'error', warnOnly: false, onUnreachable: 'fail' } as const;
  const budget = { timeMs: 60_000, pullBytes: 1e9 };
  const request = { plan, policy, verdict, budget, runId: 'r', local: true, concurrency: 2, toolVersion: '1' };
  const result = await audit(request, workshop);
  expect(auditResult.parse(result)).toEqual(result);
  const found = result.images.filter(({ role }) => role === 'image');
  return {
    result,
    builds: workshop.builds,
    found,
    lines: found.map((one) => [one.name, one.findings.map(({ rule }) => rule)]),
  };
}

const files = {
  'api/Dockerfile': 'FROM base:1\nADD x /x\nUSER 1\nCMD ["/bin/app"]\n',
  'web/Dockerfile': 'FROM base:1 AS dev\nFROM base:1\n',
  'compose.yaml':
    'services:\n  web: { build: { context: web, target: dev, args: { A: "1" } }, image: web:1 }\n  own: { build: { dockerfile_inline: "FROM base:1" } }\n',
};
const config = (mode: string, more = '') =>
  `audit: { dockerfiles: ${mode} }\npolicy: { rules: { no-add: error, non-root: error, max-growth: [error, { or: 1 % }] } }${more}`;

describe('Dockerfiles in an audit', () => {
  test('are looked at for their bases alone, unless more is asked for', async () => {
    const { found, builds } = await audited({ files, config: config('bases') });
    expect([found, builds]).toEqual([[], []]);
  });

  test('are held to the rules that need no image', async () => {
    const { result, lines, builds, found } = await audited({ files, config: config('sources') });
    expect(builds).toEqual([]);
    expect(lines).toEqual([
      ['api/Dockerfile', ['no-add']],
      ['compose.yaml#web', []],
    ]);
    expect(found[0]).toMatchObject({
      imageId: '',
      notBuilt: expect.stringContaining('not built'),
      findings: [{ location: { file: 'api/Dockerfile', startLine: 2 } }],
      uses: [{ from: 'dockerfile', place: { file: 'api/Dockerfile', line: 1 } }],
    });
    expect(result).toMatchObject({ outcome: 'fail', notAudited: [], problems: [] });
  });

  test('are built as compose builds them, without a cache, and judged whole but for growth', async () => {
    const { result, lines, builds, found } = await audited({ files, config: config('build') });
    expect(
      builds.map(({ dockerfile, target, buildArgs, noCache }) => [dockerfile, target, buildArgs, noCache]),
    ).toEqual(
      expect.arrayContaining([
        ['/checkout/api/Dockerfile', undefined, {}, true],
        ['/checkout/web/Dockerfile', 'dev', { A: '1' }, true],
      ]),
    );
    expect(builds).toHaveLength(2);
    expect(lines).toEqual([
      ['api/Dockerfile', ['no-add']],
      ['compose.yaml#web', ['non-root']],
    ]);
    expect(found.every(({ unpackedBytes, layers }) => unpackedBytes !== undefined && layers.length > 0)).toBe(true);
    expect(found.flatMap(({ notRun }) => notRun)).toEqual([]);
    expect(result.skipped.map(({ use, reason }) => `${use.what}: ${reason}`)).toContainEqual(
      expect.stringMatching(/^service own: .*not built/),
    );
  });

  test('have their names in the configuration, their waivers, and what does not build is no pass', async () => {
    const waived = '# plimsoll ignore=no-add reason="unpacks" expires=2099-01-01\nADD x /x\n';
    const repository = {
      files: { 'api/Dockerfile': `FROM base:1\n${waived}USER 1\n`, 'broken/Dockerfile': 'FROM base:1\nCOPY\n' },
      config: config('build', '\nimages: { api: { dockerfile: api/Dockerfile } }'),
    };
    const { result, lines, found } = await audited(repository);
    expect(lines).toEqual([['api', ['no-add']]]);
    expect(found[0]).toMatchObject({
      findings: [{ waiver: { reason: 'unpacks' } }],
      uses: [{ from: 'configuration', place: { file: 'plimsoll.yml' } }],
    });
    expect(result.notices).toEqual([]);
    expect(result).toMatchObject({ outcome: 'incomplete', exitStatus: 2 });
  });
});
