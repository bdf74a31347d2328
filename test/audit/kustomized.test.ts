import { describe, expect, test } from 'vitest';
import { changedImage, type ImageChange } from '../../src/references/kustomize.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { auditOf, planFor } from './repository.ts';

const place = { file: 'kustomization.yaml', line: 1 };
const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];

describe('an image that is changed', () => {
  // As kustomize v5.5.0 prints them.
  test.each<readonly [string, Omit<ImageChange, 'place'>, string | undefined]>([
    ['app:1', { name: 'app', newName: 'ghcr.io/acme/app' }, 'ghcr.io/acme/app:1'],
    ['app:1', { name: 'app', newTag: 'v5' }, 'app:v5'],
    ['app', { name: 'app', newTag: 'v5' }, 'app:v5'],
    [`third:3@${one}`, { name: 'third', newTag: '4' }, 'third:4'],
    [`third:3@${one}`, { name: 'third', digest: two }, `third@${two}`],
    [`third:3@${one}`, { name: 'third', newName: 'x' }, `x:3@${one}`],
    ['other:2', { name: 'other', newTag: 'x', digest: two }, `other:x@${two}`],
    ['docker.io/library/app:1', { name: 'app', newTag: '2' }, undefined],
    ['app-two:1', { name: 'app', newTag: '2' }, undefined],
    ['r.example:5000/app:1', { name: 'r.example:5000/app', newTag: '2' }, 'r.example:5000/app:2'],
  ])('%s by %j', (written, change, expected) => {
    expect(changedImage(written, { ...change, place })).toBe(expected);
  });
});

const deployment = (...images: readonly string[]): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d }\nspec:\n  template:\n    spec:\n      containers:\n${images.map((image, index) => `      - { name: c${index}, image: "${image}" }\n`).join('')}`;
const planned = async (files: Readonly<Record<string, string>>) => {
  const { plan } = await planFor({ files });
  return {
    images: plan.targets.map(({ name, uses }) => [
      name.replace('docker.io/library/', ''),
      uses.map(
        (use) => `${use.place.file}:${use.place.line}${use.namedAt ? ` ${use.namedAt.file}:${use.namedAt.line}` : ''}`,
      ),
    ]),
    skipped: plan.skipped.map(({ use }) => use.written),
    problems: plan.problems,
  };
};

describe('kustomizations', () => {
  test('what the outermost make of a manifest is audited, level by level, with components', async () => {
    const files = {
      'base/kustomization.yaml': 'resources: [dep.yaml]\nimages:\n- name: app\n  newName: ghcr.io/acme/app\n',
      'base/dep.yaml': deployment('app:1', 'other:2'),
      'overlays/prod/kustomization.yaml':
        'resources: [../../base/]\ncomponents: [../../comp]\nimages:\n- name: ghcr.io/acme/app\n  newTag: v5\n- name: app\n  newTag: never\n',
      'overlays/dev/kustomization.yml': 'bases: [../../base]\n',
      'comp/kustomization.yaml': 'kind: Component\nimages:\n- { name: other, newName: renamed }\n',
    };
    expect(await planned(files)).toEqual({
      images: [
        // The entry that changes nothing stands for what it may change elsewhere.
        ['app:never', ['overlays/prod/kustomization.yaml:7']],
        ['other:2', ['base/dep.yaml:9']],
        ['renamed:2', ['base/dep.yaml:9 comp/kustomization.yaml:3']],
        ['ghcr.io/acme/app:1', ['base/dep.yaml:8 base/kustomization.yaml:4']],
        ['ghcr.io/acme/app:v5', ['base/dep.yaml:8 overlays/prod/kustomization.yaml:5']],
      ],
      skipped: [],
      problems: [],
    });
  });

  test('a manifest that none uses stands for itself, and a name without a tag for nothing', async () => {
    const files = {
      'kustomization.yaml':
        'resources: ["https://example.com/base", "git@example.com:a/b"]\nimages:\n- { name: x, newName: y }\n- { name: z, newTag: "3" }\n',
      'k8s/dep.yaml': deployment('x:1'),
    };
    expect(await planned(files)).toMatchObject({
      images: [
        ['x:1', ['k8s/dep.yaml:8']],
        ['z:3', ['kustomization.yaml:4']],
      ],
      skipped: ['y'],
    });
  });

  test('circles end', async () => {
    const files = {
      'a/kustomization.yaml': 'resources: [../b, dep.yaml]\nimages: [{ name: x, newTag: "2" }]\n',
      'b/kustomization.yaml': 'resources: [../a]\n',
      'a/dep.yaml': deployment('x:1'),
      'top/kustomization.yaml': 'resources: [../a]\n',
    };
    expect((await planned(files)).images).toEqual([['x:2', [expect.stringContaining('a/dep.yaml:8')]]]);
  });

  test('rules about tags stand where the tag is given, all others at the manifest', async () => {
    const record = file('app', 'x');
    const app = anOpenImage({ ...anImage('app', [record]), config: someConfig({ user: '', cmd: ['app'] }) }, [record]);
    const { images } = await auditOf({
      files: {
        'k/kustomization.yaml': 'resources: [dep.yaml]\nimages:\n- name: app\n  newTag: "2"\n',
        'k/dep.yaml': deployment('app:1'),
      },
      images: { 'app:2': app },
      config: 'policy: { rules: { manifest-pinned-image: error, manifest-non-root: error } }',
    });
    expect(images[0]?.findings.map(({ rule, location }) => `${rule} ${location?.file}:${location?.startLine}`)).toEqual(
      ['manifest-non-root k/dep.yaml:8', 'manifest-pinned-image k/kustomization.yaml:4'],
    );
  });
});
