import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { presetTexts } from '../../src/policy/preset-texts.ts';
import { rules } from '../../src/policy/rules/index.ts';
import { configSchema } from '../../src/settings/config-schema.ts';
import { readYaml } from '../../src/settings/yaml-text.ts';

const schema = configSchema();
const text = JSON.stringify(schema);
const validate = new Ajv2020({ strict: true, strictTuples: false, allErrors: true }).compile(schema);
const isValid = (given: string): boolean => validate(readYaml('p.yml', given).value);

describe('the schema for editors', () => {
  test.each(Object.entries(presetTexts))('takes the preset %s', (_, preset) => {
    expect(isValid(preset)).toBe(true);
  });

  test.each([
    [
      'images and inputs of every kind',
      true,
      'version: 1\nimages: {a: {context: x, platforms: [linux/amd64], variants: {b: {target: t}}, baseline: {from: recorded}}}',
    ],
    [
      'sizes as text and as bytes',
      true,
      'version: 1\npolicy: {rules: {max-unpacked-size: [error, {max: 5 MB}], max-pull-size: [error, {max: 5}]}}',
    ],
    ['what a rule counts as', true, 'version: 1\npolicy: {rules: {non-root: [error, {when-not-run: pass}]}}'],
    ['an unknown key', false, 'version: 1\nimage: {}'],
    ['an unknown rule', false, 'version: 1\npolicy: {rules: {non-rot: error}}'],
    ['an unknown option', false, 'version: 1\npolicy: {rules: {non-root: [error, {max: 1}]}}'],
    ['an unknown level', false, 'version: 1\npolicy: {rules: {non-root: warn}}'],
    ['a missing option', false, 'version: 1\npolicy: {rules: {max-layers: [error, {}]}}'],
    ['a missing version', false, 'images: {}'],
  ])('%s: %s', (_, expected, given) => {
    expect(isValid(given)).toBe(expected);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('knows %s, which describes itself', (_, rule) => {
    const texts = [rule.summary, rule.why, rule.howToPass];
    expect(text).toContain(JSON.stringify(rule.id));
    expect(texts.every((sentence) => /^[A-Z].*\.$/s.test(sentence))).toBe(true);
  });
});
