import { expect, test } from 'vitest';
import { planFor } from './repository.ts';

const planned = async (files: Readonly<Record<string, string>>) => {
  const { plan } = await planFor({ files });
  return {
    images: plan.targets.map(({ name, uses }) => [
      name.replace('docker.io/library/', ''),
      uses.map(({ place }) => `${place.file}:${place.line}`).join(),
    ]),
    problems: plan.problems.map(({ code, message, place }) => `${place?.file}:${place?.line} ${code}: ${message}`),
  };
};

test('files that are included are read, whatever they are called, and each once', async () => {
  const files = {
    'compose.yaml': 'include: [services/web.yml, { path: services/db.yml }, docker-compose.more.yml]\n',
    'services/web.yml': 'include: [db.yml]\nservices: { web: { image: "web:${TAG}" } }',
    'services/.env': 'TAG=7',
    'services/db.yml': 'services: { db: { image: "db:1" } }',
    'docker-compose.more.yml': 'services: { more: { image: "more:1" } }',
  };
  expect(await planned(files)).toEqual({
    images: [
      ['db:1', 'services/db.yml:1'],
      ['more:1', 'docker-compose.more.yml:1'],
      ['web:7', 'services/web.yml:2'],
    ],
    problems: [],
  });
});

test('an image that a service inherits from another file points there', async () => {
  const files = {
    'compose.yaml': 'services: { web: { extends: { file: common.yml, service: app } } }',
    'common.yml': 'services:\n  app: { image: "app:1" }\n',
  };
  expect((await planned(files)).images).toEqual([['app:1', 'common.yml:2']]);
});

test('files that are not there, and circles, are problems: the audit is not whole', async () => {
  const files = {
    'compose.yaml':
      'include: [gone.yml, "https://example.com/x.yml"]\nservices:\n  a: { extends: { file: b.yml, service: b } }\n',
    'b.yml': 'services: { b: { extends: { file: compose.yaml, service: a } } }',
  };
  expect((await planned(files)).problems).toEqual([
    expect.stringMatching(/^b\.yml:1 compose-extends: .*extends itself by way of a/),
    'compose.yaml:1 compose-include: gone.yml, which is included, is not in the repository.',
    expect.stringMatching(/^compose\.yaml:1 compose-include: .*example\.com/),
  ]);
});

test('included files see the variables of who includes them, files of variables, and other folders', async () => {
  const files = {
    'compose.yaml':
      'include:\n  - sub/compose.yaml\n  - { path: [other/a.yml, other/b.yml], env_file: [one.env, two.env], project_directory: app }\n',
    '.env': 'TAG=1\n',
    'sub/compose.yaml': 'services: { sub: { image: "sub:${TAG}-${OWN}" } }',
    'sub/.env': 'TAG=9\nOWN=x\n',
    'one.env': 'A=1\nB=1\n',
    'two.env': 'B=2\n',
    'other/a.yml': 'services: { a: { image: "a:${A}.${B}" }, built: { build: . } }',
    'other/b.yml': 'services: { a: { image: "b:${A}.${B}" } }',
    'app/Dockerfile': 'FROM base:1\n',
  };
  expect(await planned(files)).toEqual({
    images: [
      ['b:1.2', 'other/b.yml:1'],
      ['base:1', 'app/Dockerfile:1,app/Dockerfile:1'],
      ['sub:1-x', 'sub/compose.yaml:1'],
    ],
    problems: [],
  });
});

test('a file that includes itself is a problem', async () => {
  const files = {
    'compose.yaml': 'include: [b.yml]\n',
    'b.yml': 'include: [compose.yaml]\nservices: { a: { image: a } }',
  };
  const { images, problems } = await planned(files);
  expect(images).toEqual([['a:latest', 'b.yml:2']]);
  expect(problems).toEqual(['b.yml:1 compose-include: compose.yaml includes itself by way of b.yml.']);
});

test('compose.override.yaml is laid over compose.yaml, and is no file of its own', async () => {
  const files = {
    'compose.yaml': 'services: { web: { image: "web:1", build: . }, db: { image: "db:1" } }',
    'compose.override.yaml': 'services: { web: { build: !reset null }, db: { image: "db:2" }, x: { environment: {} } }',
    Dockerfile: 'FROM scratch\n',
    'lone/docker-compose.override.yml': 'services: { y: { image: "y:1" } }',
  };
  expect(await planned(files)).toEqual({
    images: [
      ['db:2', 'compose.override.yaml:1'],
      ['web:1', 'compose.yaml:1'],
      ['y:1', 'lone/docker-compose.override.yml:1'],
    ],
    problems: [],
  });
});

test('a service is audited on the platform it names, and its profiles are said', async () => {
  const text = 'services: { a: { image: "a:1", platform: linux/arm64, profiles: [dev] }, b: { image: "b:1" } }';
  const { plan } = await planFor({ files: { 'compose.yaml': text } });
  expect(plan.targets).toMatchObject([
    { name: 'docker.io/library/a:1 linux/arm64', platform: 'linux/arm64', uses: [{ what: 'service a (profile dev)' }] },
    { name: 'docker.io/library/b:1' },
  ]);
  const config = 'audit: { profiles: [prod] }\npolicy: { rules: { non-root: error } }';
  const { plan: less } = await planFor({ files: { 'compose.yaml': text }, config });
  expect(less.targets.map(({ name }) => name)).toEqual(['docker.io/library/b:1']);
  expect(less.skipped).toMatchObject([{ use: { written: 'a:1' }, reason: expect.stringContaining('profiles') }]);
});

test('named contexts take the place of bases, and are bases themselves; what is built elsewhere is said', async () => {
  const files = {
    'compose.yaml':
      'services:\n  a: { build: { context: ., additional_contexts: { base: "docker-image://real:1", lib: "service:b" } } }\n  b: { build: "https://example.com/x.git" }\n',
    'docker-bake.hcl':
      'target "c" {\n  contexts = { base = "target:d", lib = "target:d" }\n  tags = ["c:1"]\n}\ntarget "d" {\n  dockerfile = "D"\n  tags = ["d:1"]\n}\n',
    Dockerfile: 'FROM base\nCOPY --from=lib /x /x\n',
    D: 'FROM deep:1\n',
  };
  const { plan } = await planFor({ files });
  expect(plan.problems).toEqual([]);
  expect(plan.targets.map(({ name }) => name)).toEqual(['docker.io/library/deep:1', 'docker.io/library/real:1']);
  expect(plan.skipped).toContainEqual(
    expect.objectContaining({ use: expect.objectContaining({ written: 'https://example.com/x.git' }) }),
  );
});

test('bake files are laid over each other', async () => {
  const files = {
    'docker-bake.hcl':
      'variable "V" { default = "1" }\ntarget "a" {\n  args = { B = "base:${V}" }\n  tags = ["a"]\n}\n',
    'docker-bake.override.hcl': 'variable "V" { default = "2" }\ntarget "b" { inherits = ["a"] }\n',
    Dockerfile: 'ARG B\nFROM ${B}\n',
  };
  expect(await planned(files)).toMatchObject({ images: [['base:2', expect.anything()]], problems: [] });
});

test('templates of charts are named as unread; other folders of that name, and JSON, are read', async () => {
  const pod = (image: string) =>
    `{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": [{ "image": "${image}" }] } }`;
  const files = {
    'charts/app/Chart.yaml': 'name: app\n',
    'charts/app/templates/pod.yaml': 'kind: Pod\n{{ broken',
    'k8s/templates/pod.yaml': pod('plain:1'),
    'k8s/pod.json': pod('json:1'),
    'data.json': '{ broken',
    'k8s/unrendered.yaml': 'apiVersion: v1\nkind: Pod\nspec: {{ .Values.x }}\n  y\n',
  };
  const { plan } = await planFor({ files });
  expect(plan.targets.map(({ name }) => name)).toEqual(['docker.io/library/json:1', 'docker.io/library/plain:1']);
  expect(plan.notices).toMatchObject([{ message: expect.stringContaining('Helm chart charts/app are not read') }]);
  expect(plan.problems[0]).toMatchObject({
    code: 'yaml-syntax',
    place: { file: 'k8s/unrendered.yaml', line: expect.any(Number) },
    hint: expect.stringContaining('rendered'),
  });
});
