import { describe, expect, test } from 'vitest';
import { mergeShards, parseAudit, type ShardFile } from '../../src/audit/merge.ts';
import { planMatrix, shardOf, targetsOf, type Plan } from '../../src/audit/plan.ts';
import { renderAudit, renderAuditCsv } from '../../src/reporters/audit.ts';
import { auditResult, type AuditResult } from '../../src/result/audit.ts';
import { anImage, anOpenImage, directory, file, someConfig } from '../support/images.ts';
import { refusalOf } from '../support/refusal.ts';
import { auditOf, planFor } from './repository.ts';

const base = [directory('etc'), file('etc/passwd', 'root:x:0:0::/:/bin/sh\n')];
const app = (name: string, user: string) =>
  anOpenImage({ ...anImage(name, base, [file(name, 10)]), config: someConfig({ user, cmd: ['x'] }) }, base, [
    file(name, 10),
  ]);
const images = {
  'web:1': app('web', '1000'),
  'root:1': app('root', ''),
  'base:1': anOpenImage(anImage('base', base), base),
};

describe('what is planned', () => {
  test('every file that refers to an image, each image once with all its uses', async () => {
    const { plan } = await planFor({
      files: {
        'deploy/compose.yaml':
          'services:\n  web: { image: "web:${TAG:-1}" }\n  api: { build: ../api, image: api:dev }\n',
        'deploy/.env': '# the tag\nTAG="2"\n',
        'k8s/web.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: c, image: "docker.io/library/web:2" }] }\n',
        'api/Dockerfile': 'FROM base:1 AS b\nFROM scratch\nCOPY --from=b /x /x\nCOPY --from=tools:3 /y /y\n',
        'docker-bake.hcl':
          'target "api" {\n  context = "api"\n  contexts = { c = "docker-image://ctx:1" }\n  tags = ["r.example/api:1"]\n}\n',
        'notes.yaml': 'image: none\n',
        'chart/templates/pod.yaml': 'kind: Pod\n{{ broken',
      },
      config: 'images: { legacy: { image: "legacy:7" } }\npolicy: { rules: { non-root: error } }',
    });
    expect(plan.problems).toEqual([]);
    expect(
      plan.targets.map(({ name, role, uses }) => [
        name,
        role,
        ...uses.map(({ place }) => `${place.file}:${place.line}`),
      ]),
    ).toEqual([
      ['docker.io/library/base:1', 'base', 'api/Dockerfile:1', 'api/Dockerfile:1'],
      ['docker.io/library/ctx:1', 'base', 'docker-bake.hcl:1'],
      ['docker.io/library/legacy:7', 'image', 'plimsoll.yml:2'],
      ['docker.io/library/tools:3', 'base', 'api/Dockerfile:4', 'api/Dockerfile:4'],
      ['docker.io/library/web:2', 'image', 'deploy/compose.yaml:2', 'k8s/web.yaml:4'],
    ]);
    expect(plan.skipped.map(({ use }) => use.written)).toEqual(['api:dev', 'r.example/api:1']);
  });

  test('a file that cannot be read is a problem with its place, not the end', async () => {
    const { plan } = await planFor({
      files: {
        'compose.yaml': 'services: [',
        'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec: { containers: [{ image: "<IMAGE>" }] }\n',
        Dockerfile: 'FROM ${NOTHING}\n',
        'other/compose.yml': 'services: { a: { image: ok } }',
      },
    });
    expect(plan.targets.map(({ name }) => name)).toEqual(['docker.io/library/ok:latest']);
    expect(plan.problems.map(({ code, place }) => `${place?.file}:${place?.line} ${code}`).sort()).toEqual([
      'Dockerfile:1 dockerfile-base',
      'compose.yaml:1 yaml-syntax',
      'pod.yaml:3 image-reference',
    ]);
  });

  test('what is left out is not read', async () => {
    const { plan } = await planFor({ files: { 'test/compose.yaml': 'services: [' }, exclude: ['test/**'] });
    expect(plan).toMatchObject({ targets: [], problems: [] });
  });

  test('a Dockerfile whose base its build names is known by that build', async () => {
    const { plan } = await planFor({
      files: {
        Dockerfile: 'ARG B\nFROM ${B}\n',
        'compose.yaml': 'services: { a: { build: { context: ., args: { B: "given:1" } } } }',
      },
    });
    expect(plan).toMatchObject({ problems: [], targets: [{ name: 'docker.io/library/given:1', role: 'base' }] });
  });
});

describe('an audit', () => {
  const compose = (text: string) => ({ files: { 'compose.yaml': `services: { ${text} }` }, images });

  test('passes what passes, and says what fails where it is used', async () => {
    expect(await auditOf(compose('a: { image: "web:1" }'))).toMatchObject({ outcome: 'pass', exitStatus: 0 });
    const failed = await auditOf(compose('a: { image: "root:1" }, b: { image: "root:1" }'));
    expect(failed).toMatchObject({
      outcome: 'fail',
      exitStatus: 1,
      images: [
        {
          name: 'docker.io/library/root:1',
          findings: [{ rule: 'non-root', level: 'error' }],
          uses: [{ what: 'service a' }, { what: 'service b' }],
        },
      ],
    });
    expect(auditResult.parse(failed)).toEqual(failed);
  });

  test('reads no layer when no rule looks into one, and tells no size then', async () => {
    const unread = anOpenImage(anImage('app', base), base);
    const unreadable = { ...unread, readLayers: async () => Promise.reject(new Error('a layer was asked for')) };
    const result = await auditOf({
      ...compose('a: { image: "unread:1" }'),
      images: { 'unread:1': unreadable },
      config: 'policy: { rules: { healthcheck: error, no-onbuild: error } }',
    });
    expect(auditResult.parse(result)).toEqual(result);
    const [image] = result.images;
    expect(image).toMatchObject({ layers: [{}], findings: [{ rule: 'healthcheck' }], notRun: [] });
    expect(image).not.toHaveProperty('unpackedBytes');
    expect(image?.layers[0]).not.toHaveProperty('unpackedBytes');
    const page = { columns: 100, colour: false };
    const rendered = (['table', 'markdown', 'html'] as const).map((format) => renderAudit(format, result, page));
    for (const text of [...rendered, renderAuditCsv(result)]) {
      expect(text).toContain('unread:1');
      expect(text).not.toMatch(/\b0 B\b|NaN|undefined/);
    }
  });

  test('what could not be looked at is named, and never green, whatever the rest says', async () => {
    for (const [others, outcome] of [
      ['', 'pass'],
      [', r: { image: "root:1" }', 'fail'],
    ] as const) {
      const repository = compose(`a: { image: "web:1" }, gone: { image: "gone:1" }${others}`);
      const result = await auditOf(repository);
      expect(result).toMatchObject({
        outcome: 'incomplete',
        exitStatus: 2,
        notAudited: [{ name: 'docker.io/library/gone:1', code: 'no-such-image', uses: [{ what: 'service gone' }] }],
      });
      const verdict = { failOn: 'error', warnOnly: false, onUnreachable: 'warn' } as const;
      expect(await auditOf(repository, { verdict })).toMatchObject({
        outcome,
        notAudited: [{ code: 'no-such-image' }],
      });
    }
    expect(await auditOf({ files: { 'compose.yaml': 'services: [' } })).toMatchObject({
      outcome: 'incomplete',
      exitStatus: 2,
    });
  });

  test('a base image is measured, not judged, unless it is run as well', async () => {
    const files = { Dockerfile: 'FROM root:1\n' };
    expect(await auditOf({ files, images })).toMatchObject({
      outcome: 'pass',
      images: [{ role: 'base', findings: [], unpackedBytes: expect.any(Number) }],
    });
    const run = { ...files, 'compose.yaml': 'services: { a: { image: "root:1" } }' };
    expect(await auditOf({ files: run, images })).toMatchObject({ outcome: 'fail', images: [{ role: 'image' }] });
  });

  test('an image over the budget is not audited', async () => {
    const heavy = { ...anImage('web', base), blobs: [{ digest: anImage('x').imageId, bytes: 2000, mediaType: '' }] };
    const repository = { ...compose('a: { image: "heavy:1" }'), images: { 'heavy:1': anOpenImage(heavy, base) } };
    const result = await auditOf(repository, { budget: { timeMs: 60_000, pullBytes: 1999 } });
    expect(result.notAudited).toMatchObject([
      { code: 'over-budget', reason: 'Its layers are 2.0 kB, more than the 2.0 kB an image may take.' },
    ]);
    expect((await auditOf(repository, { budget: { timeMs: 60_000, pullBytes: 2000 } })).notAudited).toEqual([]);
  });

  test('an image that never ends is not audited', async () => {
    const stuck = {
      ...app('web', '1000'),
      readLayers: (signal: AbortSignal) =>
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    };
    const repository = { ...compose('a: { image: "stuck:1" }'), images: { 'stuck:1': stuck } };
    expect((await auditOf(repository, { budget: { timeMs: 1, pullBytes: 1e9 } })).notAudited).toMatchObject([
      { code: 'over-budget' },
    ]);
  });

  test('a bug of ours is no finding', async () => {
    const broken = { ...app('web', '1'), readLayers: () => Promise.reject(new Error('a bug')) };
    await expect(auditOf({ ...compose('a: { image: "b:1" }'), images: { 'b:1': broken } })).rejects.toThrow('a bug');
  });
});

describe('shards', () => {
  const many = {
    files: {
      'compose.yaml': `services: { ${Array.from({ length: 9 }, (_, index) => `s${index}: { image: "i${index}:1" }`).join(', ')}, gone: { image: "gone:1" } }`,
    },
    images: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`i${index}:1`, app(`i${index}`, '')])),
  };
  const shardFiles = async (count: number): Promise<ShardFile[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => ({
        path: `s${index + 1}.json`,
        result: parseAudit('s.json', JSON.stringify(await auditOf(many, { shard: { index: index + 1, count } }))),
      })),
    );
  const merged = ([first, ...others]: readonly ShardFile[]): AuditResult => {
    if (!first) throw new Error('Nothing to merge.');
    return mergeShards([first, ...others]);
  };
  const codesOf = (files: readonly ShardFile[]) =>
    refusalOf(() => merged(files)).problems.map(({ code, message }) => `${code}: ${message}`);

  test('joined, they say what the whole says', async () => {
    const whole = await auditOf(many);
    expect(whole).toMatchObject({ exitStatus: 2, run: { planned: 10 } });
    expect(merged((await shardFiles(3)).toReversed())).toEqual(whole);
  });

  test('others and doubles are refused by name', async () => {
    const [one, two, three] = await shardFiles(3);
    if (!one || !two || !three) throw new Error('Three shards were made.');
    expect(codesOf([one, two, { ...one, path: 'again.json' }, three])).toEqual([
      'same-shard: again.json and s1.json are the same shard 1/3.',
    ]);
    const later = { ...two, result: { ...two.result, run: { ...two.result.run, id: 'r2' } } };
    expect(codesOf([one, later, three])).toEqual([
      'other-run: s2.json is of another run than s1.json: the run differs.',
    ]);
    const swapped = { ...two, result: { ...two.result, images: three.result.images } };
    expect(codesOf([one, swapped, three])[0]).toMatch(/^wrong-shard: s2\.json holds/);
    const emptied = { ...two, result: { ...two.result, images: [], notAudited: [] } };
    expect(codesOf([one, emptied, three])[0]).toMatch(/^wrong-shard: s2\.json holds 0 images, but its shard had \d\.$/);
    expect(codesOf([{ path: 'whole.json', result: await auditOf(many) }])[0]).toBe(
      'no-shard: whole.json is no shard: it holds a whole audit.',
    );
  });

  test('one that died is named, and the results of the others are kept', async () => {
    const [one, two, three] = await shardFiles(3);
    if (!one || !two || !three) throw new Error('Three shards were made.');
    const left = [...two.result.images, ...two.result.notAudited].length;
    const warned = [one, three].map((shard) => ({
      ...shard,
      result: { ...shard.result, verdict: { ...shard.result.verdict, onUnreachable: 'warn' as const } },
    }));
    const result = merged(warned);
    expect(result).toMatchObject({
      outcome: 'incomplete',
      exitStatus: 2,
      run: { lost: { shards: ['2/3'], images: left } },
    });
    expect(result.images).toHaveLength(one.result.images.length + three.result.images.length);
    for (const format of ['table', 'markdown', 'html', 'sarif'] as const)
      expect(renderAudit(format, result, { columns: 120, colour: false })).toContain(
        `Shard 2/3 left no result, so ${left} images were not looked at`,
      );
  });

  test('that ran over midnight are of one run; two days apart they are not', async () => {
    const [one, two, three] = await shardFiles(3);
    if (!one || !two || !three) throw new Error('Three shards were made.');
    const on = (day: string): ShardFile => ({
      ...two,
      result: { ...two.result, run: { ...two.result.run, day } },
    });
    const next = (days: number): string =>
      new Date(Date.parse(one.result.run.day) + days * 86_400_000).toISOString().slice(0, 10);
    expect(merged([one, on(next(1)), three]).run.day).toBe(next(1));
    expect(codesOf([one, on(next(2)), three])).toEqual([
      'other-run: s2.json is of another run than s1.json: the day differs.',
    ]);
  });

  test.each(['{', '[]', '{"schemaVersion":2}'])('%s is no shard', (text) => {
    expect(refusalOf(() => parseAudit('s.json', text)).problems[0]?.code).toBe('bad-audit-file');
  });

  test('ten thousand images are split evenly, and stay where they are when others come', { tags: 'thorough' }, () => {
    const targets = Array.from({ length: 10_000 }, (_, index) => ({
      name: `r.example/app-${index}:1`,
      source: '',
      role: 'image' as const,
      uses: [],
    }));
    const plan: Plan = { targets, problems: [], skipped: [], notices: [], waivers: [], digest: '' };
    const { include } = planMatrix(plan, 8);
    expect(include.map(({ shard }) => shard)).toEqual(['1/8', '2/8', '3/8', '4/8', '5/8', '6/8', '7/8', '8/8']);
    expect(include.reduce((sum, { images: count }) => sum + count, 0)).toBe(10_000);
    for (const { images: count } of include) expect(Math.abs(count - 1250)).toBeLessThan(150);
    expect(targetsOf(plan, { index: 3, count: 8 })).toHaveLength(include[2]?.images ?? -1);
    expect(shardOf('docker.io/library/debian:12', 8)).toBe(shardOf('docker.io/library/debian:12', 8));
  });

  test('no more jobs than images, but one', () => {
    expect(planMatrix({ targets: [], problems: [], skipped: [], notices: [], waivers: [], digest: '' }, 8)).toEqual({
      include: [{ shard: '1/1', images: 0 }],
    });
  });
});
