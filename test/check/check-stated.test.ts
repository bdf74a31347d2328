import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { outputsOf } from '../../src/action/outputs.ts';
import { runGate } from '../../src/check/configured.ts';
import { rules } from '../../src/policy/rules/index.ts';
import { defineStatedRule, type AnyRule } from '../../src/policy/rule.ts';
import type { Subject } from '../../src/policy/subject.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { BaseRevision } from '../../src/repository-port.ts';
import { render } from '../../src/reporters/registry.ts';
import { checkResult } from '../../src/result/result.ts';
import { reportFormats, type RawInputs } from '../../src/settings/inputs.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aPod, aSubject } from '../support/rules.ts';
import { aWorkshop } from '../support/workshop.ts';

const config = (ofRules: string) =>
  `version: 1\npolicy: { rules: { ${ofRules} } }\nimages: { app: { image: app:1 } }\n`;
const secret = 'hunter2hunter2X9';

async function gate(plimsoll: string, inputs: RawInputs = {}, base?: BaseRevision) {
  const { layers: _, ...facts } = anImage('app', [file('/app', 10)]);
  const opened = anOpenImage(
    { ...facts, config: someConfig({ labels: { a: 'b' }, env: [`API_TOKEN=${secret}`], cmd: ['x', secret] }) },
    [file('/app', 10)],
  );
  let reads = 0;
  const image: OpenImage = {
    ...opened,
    readLayers: (signal) => {
      reads += 1;
      return opened.readLayers(signal);
    },
  };
  const workshop = aWorkshop({ files: { 'plimsoll.yml': plimsoll }, images: { 'app:1': image } });
  const { result } = await runGate({
    checkout: workshop.checkout,
    folderName: 'app',
    inputs,
    toolVersion: '1.2.3',
    ...(base && { base }),
    openWorkshop: async () => workshop,
  });
  return { reads, result };
}

describe('a check by rules that look at the configuration alone', () => {
  const stated = config('required-labels: [error, { labels: [a, c] }], healthcheck: warning, no-volumes: error');

  test('reads no layer, and says so', async () => {
    const { reads, result } = await gate(stated);
    expect(reads).toBe(0);
    expect(checkResult.safeParse(result).error).toBeUndefined();
    expect(result).toMatchObject({ outcome: 'fail', exitStatus: 1, images: [{ variants: [], notRun: [] }] });
    const [image] = result.images;
    expect(image?.findings.map(({ rule }) => rule)).toEqual(['required-labels', 'healthcheck']);
    expect(image?.passed).toEqual(['no-volumes']);
    expect(image?.stated?.measurement).toMatchObject({ layers: 1, config: { labels: { a: 'b' } } });
    for (const number of ['unpackedBytes', 'visibleBytes', 'hiddenBytes', 'entries', 'perLayer', 'packages'])
      expect(image?.stated?.measurement).not.toHaveProperty(number);
  });

  test('shows no secret of the configuration', async () => {
    const { result } = await gate(stated);
    expect(JSON.stringify(result)).toContain('API_TOKEN');
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  test.each([
    ['one rule looks into the layers', config('required-labels: [error, { labels: [a] }], no-setuid: error'), {}, 1],
    ['a rule may find it has to', config('non-root: error'), {}, 1],
    ['the measurements are kept', stated, { 'save-baseline': 'true' }, 1],
    ['it is held against another image', stated, { baseline: 'image:app:1' }, 2],
  ])('reads them where %s', async (_, plimsoll, inputs, expected) => {
    const { reads, result } = await gate(plimsoll, inputs);
    expect(reads).toBe(expected);
    expect(result.images[0]?.variants).toHaveLength(1);
  });

  test('reads them in a pull request, whose numbers people want to see', async () => {
    const base = { sha: 'a'.repeat(40), readText: async () => stated };
    expect((await gate(stated, {}, base)).reads).toBeGreaterThan(0);
  });

  test.each(reportFormats)('is told as %s', async (format) => {
    const { result } = await gate(stated);
    const text = await render(format, result, { columns: 100, colour: false });
    expect(text).toContain('The label c is missing.');
    expect(text).not.toContain('not built');
    const tellsOfImages = !['github', 'junit', 'sarif'].includes(format);
    expect(text.includes('so they were not read')).toBe(tellsOfImages);
  });

  test('is green when all is well: everything asked for was checked', async () => {
    const { result } = await gate(config('required-labels: [error, { labels: [a] }]'));
    expect(await render('table', result, { columns: 100, colour: false })).toMatch(/^Plimsoll ✓ passed\n/);
    expect(await render('markdown', result, { columns: 100, colour: false })).toMatch(
      /^### Plimsoll · ✅ passed · `app` layers not read\n/,
    );
  });

  test('leaves what only layers tell out of the outputs of a step', async () => {
    const outputs = outputsOf((await gate(stated)).result, []);
    expect(outputs.get('unpacked-bytes')).toBe('');
    expect(outputs.get('layers')).toBe(1);
    expect(outputs.get('image-id')).toMatch(/^sha256:/);
  });
});

describe('a rule that says it needs no layer', () => {
  const statedRules = rules.filter(({ withoutLayers }) => withoutLayers === true);
  const given = aSubject({
    dockerfile: 'FROM debian\nEXPOSE 22\nVOLUME /v\nCMD x\n',
    manifest: aPod('command: [x], securityContext: { runAsNonRoot: true }'),
  });
  const facts = new Set(['imageId', 'platform', 'pull', 'layers', 'baseLayers', 'baseLayersFrom', 'config']);
  const parts = new Set(['imageName', 'dockerfile', 'context', 'baseConfig', 'measurement', 'manifests']);

  /** Fails the test at any look at what only layers tell. */
  const guarded = <T extends object>(whole: T, allowed: ReadonlySet<string>): T =>
    new Proxy(whole, {
      get(target, name, receiver) {
        if (!allowed.has(String(name))) throw new Error(`looked at ${String(name)}`);
        return Reflect.get(target, name, receiver);
      },
    });
  const run = (rule: AnyRule, options: unknown): unknown => {
    // It looks into the tree where others had it read.
    const allowed = rule.id === 'manifest-command' ? new Set([...parts, 'tree']) : parts;
    const subject: Subject = guarded({ ...given, measurement: guarded(given.measurement, facts) }, allowed);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return [...rule.check(subject, rule.options.parse(options) as never)];
  };

  test('is one of these', () => {
    expect(statedRules.map(({ id }) => id)).toEqual([
      'effective-command',
      'exposed-ports',
      'healthcheck',
      'manifest-command',
      'manifest-entrypoint',
      'manifest-non-root',
      'manifest-pinned-image',
      'manifest-pull-policy',
      'manifest-run-as-non-root',
      'max-pull-size',
      'no-onbuild',
      'no-volumes',
      'one-process',
      'required-labels',
    ]);
  });

  test.each(statedRules.map((rule) => [rule.id, rule] as const))('%s never looks at one', (id, rule) => {
    const options = {
      'max-pull-size': { max: '1 MB' },
      'required-labels': { labels: ['a'] },
    };
    expect(() => run(rule, id in options ? Reflect.get(options, id) : {})).not.toThrow();
  });

  test('would be caught', () => {
    const sneaky = defineStatedRule({
      id: 'sneaky',
      group: 'size',
      summary: '',
      why: '',
      howToPass: '',
      options: () => z.strictObject({}),
      *check({ measurement }) {
        if ('unpackedBytes' in measurement && Reflect.get(measurement, 'unpackedBytes')) yield { message: '' };
      },
    });
    expect(() => run(sneaky, {})).toThrow('looked at unpackedBytes');
  });
});
