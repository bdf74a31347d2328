import { describe, expect, test } from 'vitest';
import { inputSpecs, type InputSpec } from '../../src/settings/inputs.ts';
import { settingsOf } from '../support/settings.ts';

const specs: readonly InputSpec[] = inputSpecs;

describe('the table of inputs', () => {
  test('has each name, flag and short flag once', () => {
    const flags = specs.map(({ name, flag }) => flag ?? name);
    const shorts = specs.flatMap(({ short }) => short ?? []);
    expect(new Set(specs.map(({ name }) => name)).size).toBe(specs.length);
    expect(new Set(flags).size).toBe(flags.length);
    expect(new Set(shorts).size).toBe(shorts.length);
  });

  test.each(specs.map((spec) => [spec.name, spec] as const))(
    '%s can take its own default',
    (_, { kind, choices, default: fallback }) => {
      expect(kind === 'choice').toBe(choices !== undefined);
      expect(fallback === undefined || !choices || choices.includes(fallback)).toBe(true);
      expect(kind !== 'boolean' || fallback === 'true' || fallback === 'false').toBe(true);
    },
  );

  test.each(specs.map(({ name, description }) => [name, description]))(
    '%s is described in a sentence',
    (_, description) => {
      expect(description).toMatch(/^[A-Z].*\.$/);
    },
  );
});

describe('options of a run', () => {
  test('are quiet by default', async () => {
    const { options } = await settingsOf(undefined);
    expect(options).toEqual({
      verdict: { failOn: 'error', warnOnly: false },
      build: {
        builder: 'auto',
        secrets: [],
        ssh: [],
        cacheFrom: [],
        cacheTo: [],
        buildContexts: {},
        noCache: false,
        pull: false,
      },
      format: 'table',
      outputs: [],
      progress: 'auto',
      comment: { mode: 'always', id: 'default' },
      summary: true,
      annotations: true,
      insecureRegistries: [],
      layerReading: { isCacheOff: false, mode: 'auto' },
      saveBaseline: false,
    });
  });

  test('follow the inputs', async () => {
    const { options } = await settingsOf(undefined, {
      inputs: {
        'fail-on': 'warning',
        'warn-only': 'TRUE',
        builder: 'buildx',
        secrets: 'id=npm,src=.npmrc\nid=key,env=KEY',
        ssh: ['default'],
        'cache-from': 'type=gha',
        'cache-to': 'type=gha,mode=max',
        'build-contexts': 'base=docker-image://debian:12',
        network: 'none',
        'no-cache': 'true',
        pull: 'true',
        output: 'json=out/report.json\nsarif=out/a=b.sarif',
        format: 'markdown',
        comment: 'on-change',
        'comment-id': 'nightly',
        'github-token': 'token',
        summary: 'false',
      },
    });
    expect(options).toMatchObject({
      verdict: { failOn: 'warning', warnOnly: true },
      build: {
        builder: 'buildx',
        secrets: ['id=npm,src=.npmrc', 'id=key,env=KEY'],
        ssh: ['default'],
        cacheFrom: ['type=gha'],
        cacheTo: ['type=gha,mode=max'],
        buildContexts: { base: 'docker-image://debian:12' },
        network: 'none',
        noCache: true,
        pull: true,
      },
      format: 'markdown',
      outputs: [
        { format: 'json', path: 'out/report.json' },
        { format: 'sarif', path: 'out/a=b.sarif' },
      ],
      comment: { mode: 'on-change', id: 'nightly' },
      githubToken: 'token',
      summary: false,
    });
  });
});
