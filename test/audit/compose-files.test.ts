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
