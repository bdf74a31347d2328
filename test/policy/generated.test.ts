import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { presetTexts } from '../../src/policy/preset-texts.ts';
import { rules } from '../../src/policy/rules/index.ts';
import { inputSpecs, type InputSpec } from '../../src/settings/inputs.ts';
import { auditActionInputSpecs } from '../../src/settings/inputs-audit-action.ts';
import { commentInputSpecs } from '../../src/settings/inputs-comment.ts';
import { mergeInputSpecs, planInputSpecs } from '../../src/settings/inputs-jobs.ts';
import { configSchema } from '../../src/settings/config-schema.ts';
import { ruleReference } from '../../src/settings/rule-reference.ts';

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() })),
});
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const list = (path: string, end: string) =>
  readdirSync(new URL(`../../${path}`, import.meta.url))
    .filter((file) => file.endsWith(end) && file !== 'index.ts')
    .map((file) => file.slice(0, -end.length))
    .sort();

describe('what is generated is fresh', () => {
  test('the registry holds every rule file, and each rule is named as its file', () => {
    expect(rules.map(({ id }) => id)).toEqual(list('src/policy/rules', '.ts'));
  });

  test('every rule has its test', () => {
    expect(list('test/policy/rules', '.test.ts')).toEqual(list('src/policy/rules', '.ts'));
  });

  test('the presets stand in the code as in their files', () => {
    const files = list('policies', '.yml');
    expect(presetTexts).toEqual(Object.fromEntries(files.map((name) => [name, read(`policies/${name}.yml`)])));
  });

  test('the rule reference', () => {
    expect(read('policies/README.md')).toBe(ruleReference());
  });

  test('the schema', () => {
    expect(read('policies/policy.schema.json')).toBe(`${JSON.stringify(configSchema(), undefined, 2)}\n`);
  });

  test.each<readonly [string, readonly InputSpec[]]>([
    ['action.yml', inputSpecs],
    ['comment/action.yml', commentInputSpecs],
    ['audit/action.yml', auditActionInputSpecs],
    ['plan/action.yml', planInputSpecs],
    ['merge/action.yml', mergeInputSpecs],
  ])('the inputs of %s are those that are read', (file, all) => {
    const { inputs } = actionFile.parse(parse(read(file)));
    const specs = all.filter(({ on }) => on.includes('action'));
    const expected = specs.map((spec) => [spec.name, spec.description, spec.default]);
    const given = Object.entries(inputs).map(([name, input]) => [name, input.description, input.default]);
    expect(given).toEqual(expected);
  });
});
