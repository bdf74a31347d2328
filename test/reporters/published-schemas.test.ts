import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import { renderJson } from '../../src/reporters/json.ts';
import { resultSchemas } from '../../src/result/json-schema.ts';
import { renderAudit } from '../../src/reporters/audit.ts';
import { anAudit, image, use } from '../support/audits.ts';
import { aFinding, apiResult, severalImages } from '../support/results.ts';

const page = { columns: 100, colour: false };

const folder = resolve(import.meta.dirname, '../../docs/schemas');

type Command = keyof ReturnType<typeof resultSchemas>;

/** The published file of a command's schema, made to check documents. */
const published = (command: Command): ValidateFunction =>
  new Ajv2020({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(join(folder, `${command}.schema.json`), 'utf8')),
  );
const compiled = new Map<Command, ValidateFunction>();

/** What it has to say against a document. */
function complaints(command: Command, document: unknown): readonly string[] {
  const validate = compiled.get(command) ?? published(command);
  compiled.set(command, validate);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const asRead = (text: string): Record<string, unknown> => JSON.parse(text);

describe('the published schemas', () => {
  test.each([
    ['one image', apiResult],
    ['several', severalImages],
  ])('take a result of %s', (_what, result) => {
    expect(complaints('check', asRead(renderJson(result)))).toEqual([]);
  });

  test('take fields that are added later', () => {
    expect(complaints('check', { ...asRead(renderJson(apiResult)), novelty: { of: 'a later version' } })).toEqual([]);
  });

  test.each([
    ['a required field is missing', { outcome: undefined }, " must have required property 'outcome'"],
    ['an exit status is none of a verdict', { exitStatus: 7 }, '/exitStatus must be equal to constant'],
    ['bytes are text', { images: [{ name: 1 }] }, '/images/0/name must be string'],
  ])('refuse a result of which %s', (_what, wrong, words) => {
    const document = JSON.parse(JSON.stringify({ ...apiResult, ...wrong }));
    expect(complaints('check', document).join('\n')).toContain(words);
  });

  const failed = {
    name: 'gone',
    code: 'no-such-image',
    reason: 'There is none.',
    hint: 'Push it.',
    uses: [use('k.yml', 7)],
  };
  const audits = {
    'in which all went well': anAudit({ images: [image('app')] }),
    'with findings, and images that could not be looked at': anAudit({
      outcome: 'incomplete',
      exitStatus: 2,
      images: [image('app', { findings: [aFinding({ bytes: 1, paths: ['/a'] })], notRun: [], passed: ['non-root'] })],
      notAudited: [failed],
    }),
    'of a shard': anAudit({ run: { ...anAudit({}).run, shard: { index: 2, count: 3, planned: 4 } } }),
    'of which a shard was lost': anAudit({ run: { ...anAudit({}).run, lost: { shards: ['3/8'], images: 12 } } }),
  };
  test.each(Object.entries(audits))('take an audit %s', (_what, audit) => {
    expect(complaints('audit', asRead(renderAudit('json', audit, page)))).toEqual([]);
  });

  test.each([
    ['its kind is missing', { kind: undefined }, " must have required property 'kind'"],
    ['its outcome is none', { outcome: 'good' }, '/outcome must be equal to one of the allowed values'],
    ['an image has no name', { images: [{}] }, "/images/0 must have required property 'name'"],
  ])('refuse an audit of which %s', (_what, wrong, words) => {
    const document = JSON.parse(JSON.stringify({ ...anAudit({}), ...wrong }));
    expect(complaints('audit', document).join('\n')).toContain(words);
  });

  test('take what is understood of a Dockerfile', () => {
    const text =
      '# escape=`\nARG A=1\nFROM debian:$A AS build\nRUN <<EOF\nmake\nEOF\nONBUILD RUN x\nFROM scratch\nUSER 7\nCOPY --from=build /a /b\n';
    expect(complaints('dockerfile', asRead(JSON.stringify(describeDockerfile(text, 'Dockerfile'))))).toEqual([]);
    expect(complaints('dockerfile', { schemaVersion: 1 })).not.toEqual([]);
  });

  test('are the ones the code states', () => {
    for (const [command, schema] of Object.entries(resultSchemas()))
      expect(JSON.parse(readFileSync(join(folder, `${command}.schema.json`), 'utf8'))).toEqual(schema);
  });
});
