import { describe, expect, test } from 'vitest';
import { publishedBase, type BaseQuestion } from '../../src/check/published-base.ts';
import { runGate } from '../../src/check/configured.ts';
import { Interrupted, UserError } from '../../src/errors.ts';
import type { ImageFacts } from '../../src/image/image.ts';
import type { OpenImage, SourceReference } from '../../src/ports.ts';
import { anImage, anOpenImage, digestOf, file, someConfig, someFacts } from '../support/images.ts';
import { aWorkshop } from '../support/workshop.ts';

const layers = (...names: readonly string[]) => names.map(digestOf);
const judged = someFacts({ diffIds: layers('a', 'b', 'own') });
const labelled = (name: string, digest?: string): ImageFacts => ({
  ...judged,
  config: someConfig({
    labels: {
      'org.opencontainers.image.base.name': name,
      ...(digest !== undefined && { 'org.opencontainers.image.base.digest': digest }),
    },
  }),
});
const index = digestOf('index');

/** A registry by full reference; the answers carry the digest of what a tag leads to, as the real one's do. */
function asked(question: BaseQuestion, registry: Readonly<Record<string, Partial<ImageFacts> | Error>>) {
  const opened: string[] = [];
  const open = async (source: SourceReference, platform: string | undefined) => {
    if (source.kind !== 'registry') throw new Error('only the registry is asked');
    opened.push(`${source.reference} ${platform}`);
    const found = registry[source.reference];
    if (found instanceof Error) throw found;
    if (!found) throw new UserError({ code: 'no-such-image', message: 'It is not there.', hint: '' });
    return anOpenImage(someFacts({ source: `registry:node@${index}`, ...found }));
  };
  const answer = publishedBase(question, { ...aWorkshop({ today: '2026-11-28' }), images: { open } });
  return answer.then((base) => ({ base, opened }));
}

describe('the base image is asked of the registry', () => {
  test('by its tag, for the platform of the image', async () => {
    const created = '2026-11-20T23:59:59.123456789Z';
    const { base, opened } = await asked(
      { facts: judged, from: 'docker.io/library/node:22', standsOnCreated: '2026-08-01T10:00:00Z' },
      { 'docker.io/library/node:22': { diffIds: layers('a', 'b'), created } },
    );
    expect(opened).toEqual(['docker.io/library/node:22 linux/amd64']);
    expect(base).toEqual({
      saidBy: 'dockerfile',
      name: 'node:22',
      now: { digest: index, layers: 2, sharedLayers: 2, created: '2026-11-20', ageDays: 8 },
      standsOnCreated: '2026-08-01',
    });
  });

  test('by the tag and by the digest that is pinned', async () => {
    const { base } = await asked(
      { facts: judged, from: `node:22@${digestOf('old')}` },
      {
        'docker.io/library/node:22': { diffIds: layers('x', 'y'), created: '1970-01-01T00:00:00Z' },
        [`docker.io/library/node@${digestOf('old')}`]: { diffIds: layers('a'), created: '2026-08-01T10:00:00Z' },
      },
    );
    expect(base).toEqual({
      saidBy: 'dockerfile',
      name: 'node:22',
      now: { digest: index, layers: 2, sharedLayers: 0 },
      pinned: {
        digest: digestOf('old'),
        image: { digest: index, layers: 1, sharedLayers: 1, created: '2026-08-01', ageDays: 119 },
      },
      standsOnCreated: '2026-08-01',
    });
  });

  test('as `latest`, where no tag is written', async () => {
    expect((await asked({ facts: judged, from: 'node' }, {})).opened).toEqual([
      'docker.io/library/node:latest linux/amd64',
    ]);
  });

  test('by a digest alone: no tag tells what is newer', async () => {
    const { base, opened } = await asked({ facts: judged, from: `node@${digestOf('old')}` }, {});
    expect(opened).toEqual([`docker.io/library/node@${digestOf('old')} linux/amd64`]);
    expect(base?.now).toEqual({
      unknown: `node@${digestOf('old')} names no tag, so nothing says what is newer.`,
    });
  });

  test('and an answer that it has none is told', async () => {
    const { base } = await asked({ facts: judged, from: 'node:22' }, {});
    expect(base?.now).toEqual({ unknown: 'What node:22 is in its registry could not be told: It is not there.' });
  });

  test('and a cancelled run ends', async () => {
    const away = { 'docker.io/library/node:22': new Interrupted('stop') };
    await expect(asked({ facts: judged, from: 'node:22' }, away)).rejects.toThrow('stop');
  });
});

describe('a label says what an image stands on that was not built here', () => {
  test('with its digest', async () => {
    const { base, opened } = await asked({ facts: labelled('ghcr.io/acme/base:1', digestOf('old')) }, {});
    expect([base?.saidBy, base?.name]).toEqual(['label', 'ghcr.io/acme/base:1']);
    expect(opened).toEqual([`ghcr.io/acme/base@${digestOf('old')} linux/amd64`, 'ghcr.io/acme/base:1 linux/amd64']);
  });

  test('and the registry the image came from may be asked, wherever it is', async () => {
    const facts = { ...labelled('127.0.0.1:5000/base:1'), source: `registry:127.0.0.1:5000/app@${digestOf('app')}` };
    expect((await asked({ facts }, {})).opened).toEqual(['127.0.0.1:5000/base:1 linux/amd64']);
  });

  test.each<[string, BaseQuestion]>([
    ['nothing', { facts: judged }],
    ['scratch', { facts: labelled('scratch') }],
    ['what is no reference', { facts: labelled('Not An Image') }],
    ['this machine', { facts: labelled('localhost:5000/base:1') }],
    ['another name of this machine', { facts: labelled('registry.localhost/base:1') }],
    ['a bare address', { facts: labelled('169.254.169.254/latest/meta-data:1') }],
    ['an address of version 6', { facts: labelled('[::1]:5000/base:1') }],
    ['a Dockerfile that stands on scratch, whatever the label', { facts: labelled('node:22'), from: 'scratch' }],
    ['a Dockerfile that stands on a build context', { facts: labelled('node:22'), from: '' }],
  ])('and nobody is asked for %s', async (_, question) => {
    expect(await asked(question, {})).toEqual({ base: undefined, opened: [] });
  });
});

describe('a proof of the base image', () => {
  const dockerfile = 'FROM node:22\nRUN make\n';
  const policy = 'version: 1\npolicy: { rules: { allowed-base-images: [error, { allow: [node], prove: true }] } }\n';
  async function gate(images: Readonly<Record<string, OpenImage>>) {
    const { layers: _, ...built } = anImage('app', [file('etc/os-release', 10)], [file('app', 10)]);
    const workshop = aWorkshop({
      images,
      built: { '': anOpenImage(built, [file('etc/os-release', 10)], [file('app', 10)]) },
      files: { 'plimsoll.yml': policy, Dockerfile: dockerfile },
    });
    const request = { checkout: workshop.checkout, folderName: 'app', toolVersion: '1.2.3' };
    const { result } = await runGate({ ...request, inputs: {}, openWorkshop: async () => workshop });
    const { passed = [], notRun = [] } = result.images[0] ?? {};
    return { passed, reasons: notRun.map(({ reason }) => reason), opened: workshop.opened };
  }

  test('is the engine’s where it has the image, and no registry is asked', async () => {
    const { layers: _, ...facts } = anImage('node', [file('etc/os-release', 10)]);
    const { passed, opened } = await gate({ 'docker.io/library/node:22': anOpenImage(facts) });
    expect(passed).toEqual(['allowed-base-images']);
    expect(opened).not.toContain('registry');
  });

  test('is asked of the registry else, and what it does not prove is not green', async () => {
    const { passed, reasons, opened } = await gate({});
    expect(passed).toEqual([]);
    expect(opened).toContain('registry');
    expect(reasons).toEqual([
      'That the image stands on docker.io/library/node:22 could not be proved: what node:22 is in its registry could not be told: There is no image registry.',
    ]);
  });
});

describe('what a base image runs in a build', () => {
  async function gate(images: Readonly<Record<string, OpenImage>>, options: string) {
    const { layers: _, ...built } = anImage('app', [file('etc/os-release', 10)], [file('app', 10)]);
    const workshop = aWorkshop({
      images,
      built: { '': anOpenImage(built, [file('etc/os-release', 10)], [file('app', 10)]) },
      files: {
        'plimsoll.yml': `version: 1\npolicy: { rules: { no-onbuild: [error, ${options}] } }\n`,
        Dockerfile: 'FROM node:22\nRUN make\n',
      },
    });
    const request = { checkout: workshop.checkout, folderName: 'app', toolVersion: '1.2.3' };
    const { result } = await runGate({ ...request, inputs: {}, openWorkshop: async () => workshop });
    const { findings = [], notRun = [] } = result.images[0] ?? {};
    const texts = [...findings.map(({ message }) => message), ...notRun.map(({ reason }) => reason)];
    return { texts, isAsked: workshop.opened.includes('registry') };
  }
  const { layers: _, ...node } = anImage('node', [file('etc/os-release', 10)]);
  const withTrigger = { ...node, config: { ...node.config, onBuild: ['COPY . /src'] } };
  const published = anOpenImage(withTrigger, [file('etc/os-release', 10)]);
  const found = 'The base image node:22 runs an instruction of its own here (ONBUILD): `COPY . /src`.';
  const open = 'Whether the base image node:22 has ONBUILD triggers is not known:';

  test.each([
    ['the engine’s', { 'docker.io/library/node:22': published }, '{}', [found], false],
    [
      'open without being asked to look',
      { registry: published },
      '{}',
      [`${open} the engine does not have it by that name.`],
      false,
    ],
    ['the registry’s when asked to look', { registry: published }, '{ look-up: true }', [found], true],
    [
      'open where neither tells',
      {},
      '{ look-up: true }',
      [`${open} neither the engine nor its registry has the one this image stands on.`],
      true,
    ],
    [
      'open of a tag that has moved on',
      { registry: anOpenImage({ ...withTrigger, diffIds: [digestOf('other')] }, [file('x', 1)]) },
      '{ look-up: true }',
      [`${open} neither the engine nor its registry has the one this image stands on.`],
      true,
    ],
  ])('is %s', async (__, images, options, texts, isAsked) => {
    expect(await gate(images, options)).toEqual({ texts, isAsked });
  });
});
