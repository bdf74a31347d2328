import { describe, expect, test } from 'vitest';
import { readManifests } from '../../src/references/kubernetes.ts';

const read = (text: string, file = 'k8s.yaml') => readManifests(file, text).images;
const pod = '{ containers: [{ name: c, image: "app:1" }] }';
const found = (text: string, file?: string) => read(text, file).map(({ pointer, value }) => `${pointer} ${value}`);

describe('images of workloads', () => {
  test.each([
    ['Pod', `spec: ${pod}`, '/spec'],
    ['PodTemplate', `template: { spec: ${pod} }`, '/template/spec'],
    ['Deployment', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    ['StatefulSet', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    ['DaemonSet', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    ['ReplicaSet', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    ['ReplicationController', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    ['Job', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    [
      'CronJob',
      `spec: { jobTemplate: { spec: { template: { spec: ${pod} } } } }`,
      '/spec/jobTemplate/spec/template/spec',
    ],
    ['Rollout', `spec: { template: { spec: ${pod} } }`, '/spec/template/spec'],
    ['Task', 'spec: { steps: [{ image: "app:1" }] }', '/spec'],
    ['Workflow', 'spec: { templates: [{ container: { image: "app:1" } }] }', '/spec/templates/0'],
  ])('%s', (kind, body, path) => {
    const [image] = read(`kind: ${kind}\nmetadata: { name: n }\n${body}\n`);
    expect(image).toMatchObject({ kind, name: 'n', value: 'app:1', document: 0, place: { file: 'k8s.yaml', line: 3 } });
    expect(image?.pointer.startsWith(`${path}/`)).toBe(true);
  });

  test('all kinds of containers and image volumes', () => {
    const text =
      'kind: Pod\nspec: { initContainers: [{ image: i }], containers: [{ image: c }], ephemeralContainers: [{ image: e }], volumes: [{ image: { reference: v } }, { rbd: { image: block } }] }';
    expect(found(text)).toEqual([
      '/spec/initContainers/0/image i',
      '/spec/containers/0/image c',
      '/spec/ephemeralContainers/0/image e',
      '/spec/volumes/0/image/reference v',
    ]);
  });

  test('several documents, lists within lists, and JSON', () => {
    const one = `{ kind: Pod, spec: ${pod} }`;
    expect(
      found(`${one}\n---\n# empty\n---\nkind: List\nitems: [${one}, { kind: PodList, items: [${one}] }]\n`),
    ).toEqual([
      '/spec/containers/0/image app:1',
      '/items/0/spec/containers/0/image app:1',
      '/items/1/items/0/spec/containers/0/image app:1',
    ]);
    expect(found('{"kind":"Pod","spec":{"containers":[{"image":"j"}]}}')).toEqual(['/spec/containers/0/image j']);
  });

  test.each([
    ['a schema', 'kind: CustomResourceDefinition\nspec: { containers: [{ image: x }] }'],
    ['a config map', 'kind: ConfigMap\ndata: { containers: [{ image: x }] }'],
    ['a file of another kind', 'image: x\ncontainers: [{ image: x }]'],
    [
      'an image that is no text',
      'kind: Pod\nspec: { containers: [{ image: { type: string } }, { image: 1 }, { image: "" }] }',
    ],
    ['a workload without a pod', 'kind: Deployment\nspec: 1'],
    ['nothing', ''],
  ])('%s has none', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  test('the last of two equal keys counts, as in the cluster', () => {
    expect(found('kind: Pod\nspec: { containers: [{ image: a, image: b }] }')).toEqual(['/spec/containers/0/image b']);
  });

  test('aliases that multiply are searched only so far, and that is said', () => {
    const bombs = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    ).join('\n');
    expect(readManifests('f.yaml', `kind: Odd\na0: &a0 [x]\n${bombs}\n`).problems).toMatchObject([
      { code: 'manifest-too-large' },
    ]);
  });
});

describe('what a manifest says about its image', () => {
  test('the container’s word before the pod’s', () => {
    const text = [
      'kind: Pod',
      'spec:',
      '  securityContext: { runAsNonRoot: true, runAsUser: 1000 }',
      '  containers:',
      '  - image: a',
      '    command: [sh, -c]',
      '    args: ["1", 2]',
      '    imagePullPolicy: IfNotPresent',
      '  - image: b',
      '    securityContext: { runAsNonRoot: no, runAsUser: 0 }',
    ].join('\n');
    expect(read(text).map(({ says }) => says)).toMatchObject([
      {
        runAsNonRoot: { value: true, place: { line: 3 } },
        runAsUser: { value: 1000 },
        command: { value: ['sh', '-c'], place: { line: 6 } },
        args: { value: ['1', '2'] },
        imagePullPolicy: { value: 'IfNotPresent' },
      },
      { runAsNonRoot: { value: false, place: { line: 10 } }, runAsUser: { value: 0 } },
    ]);
  });

  test('nothing said is nothing said', () => {
    expect(read(`kind: Pod\nspec: ${pod}`)[0]?.says).toEqual({});
  });
});

describe('kustomize', () => {
  test.each([
    ['{ name: a, newTag: "1.10" }', 'a:1.10'],
    ['{ name: a, newTag: 1.10 }', 'a:1.1'],
    ['{ name: a, newName: b }', 'b'],
    ['{ name: a, newName: r.example/b, newTag: "2" }', 'r.example/b:2'],
    ['{ name: a, newTag: v1, digest: "sha256:00" }', 'a:v1@sha256:00'],
    ['{ name: a, digest: "sha256:00" }', 'a@sha256:00'],
  ])('%s is %s', (item, expected) => {
    const [image] = read(`images: [${item}]`, 'overlays/prod/kustomization.yaml');
    expect(image).toMatchObject({ value: expected, replaces: 'a', kind: 'Kustomization', pointer: '/images/0' });
  });
});
