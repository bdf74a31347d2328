import { describe, expect, test } from 'vitest';
import { manifestFindings } from '../../src/audit/manifest-rules.ts';
import type { PlannedUse } from '../../src/audit/plan.ts';
import { readManifests } from '../../src/references/kubernetes.ts';
import type { ImageConfig } from '../../src/result/measurement.ts';
import { usesOfManifests } from '../../src/audit/uses.ts';
import { someConfig } from '../support/images.ts';

const digest = `a@sha256:${'0'.repeat(64)}`;
const useOf = (container: string, image = digest): PlannedUse => {
  const [found] = usesOfManifests(
    readManifests('p.yaml', `kind: Pod\nspec: { containers: [{ image: "${image}", ${container} }] }`).images,
  );
  if (!found) throw new Error('No image.');
  return found.use;
};
const found = (container: string, config: Partial<ImageConfig>, image?: string) =>
  [...manifestFindings(useOf(container, image), someConfig({ user: '1000', cmd: ['x'], ...config }))].map(
    ({ rule, level }) => `${level} ${rule}`,
  );
const context = (text: string) => `securityContext: { ${text} }`;

describe('the user', () => {
  test.each([
    [context('runAsNonRoot: true'), '', ['error manifest-run-as-non-root']],
    [context('runAsNonRoot: true'), '0:1000', ['error manifest-run-as-non-root']],
    [context('runAsNonRoot: true'), 'app', ['error manifest-run-as-non-root']],
    [context('runAsNonRoot: true'), '1000:1000', []],
    [context('runAsNonRoot: true, runAsUser: 5'), 'root', []],
    [context('runAsNonRoot: true, runAsUser: 0'), '1000', ['error manifest-run-as-non-root']],
    [context('runAsUser: 0'), '1000', ['warning manifest-run-as-non-root']],
    [context('runAsUser: 7'), '', []],
    ['name: c', '', ['warning manifest-run-as-non-root']],
    ['name: c', '1000', []],
  ])('%s over an image with USER "%s"', (container, user, expected) => {
    expect(found(container, { user })).toEqual(expected);
  });
});

describe('the command', () => {
  test.each([
    ['name: c', { cmd: [] }, ['error manifest-command']],
    ['args: [a]', { cmd: [] }, []],
    ['args: [a]', { entrypoint: ['/bin/sh', '-c', 'x'] }, ['warning manifest-command']],
    ['command: [a]', { entrypoint: ['/bin/sh', '-c', 'x'] }, ['warning manifest-command']],
    ['command: [tini, --, a]', { entrypoint: ['tini', '--'] }, []],
    ['command: [a]', {}, []],
    ['args: [a]', { entrypoint: ['app'] }, []],
  ])('%s over an image with %j', (container, config, expected) => {
    expect(found(container, config)).toEqual(expected);
  });
});

describe('the tag', () => {
  test.each([
    ['name: c', digest, []],
    ['name: c', 'a:1.2.3', ['warning manifest-pinned-image']],
    ['imagePullPolicy: IfNotPresent', 'a', ['warning manifest-pinned-image', 'warning manifest-pull-policy']],
    ['imagePullPolicy: Never', 'a:1.2', ['warning manifest-pinned-image', 'warning manifest-pull-policy']],
    ['imagePullPolicy: IfNotPresent', 'a:1.2.3-alpine', ['warning manifest-pinned-image']],
    ['imagePullPolicy: Always', 'a:latest', ['warning manifest-pinned-image']],
    ['imagePullPolicy: IfNotPresent', digest, []],
  ])('%s with %s', (container, image, expected) => {
    expect(found(container, {}, image)).toEqual(expected);
  });
});
