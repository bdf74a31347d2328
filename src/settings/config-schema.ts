import { z } from 'zod';
import type { AnyRule } from '../policy/rule.ts';
import { rules } from '../policy/rules/index.ts';
import { configFile } from './config-file.ts';
import { commonOptions } from './policy-parts.ts';
import { level } from './policy-parts.ts';

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema of the configuration file, for editors: the shape, with each rule's own options. */
export function configSchema(): Schema {
  const file = schemaOf(configFile);
  const { $schema, ...shape } = file;
  const policy = at(at(shape, 'properties'), 'policy');
  const ruleUses = {
    type: 'object',
    description: 'Rules by id: a level, or a level with options.',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleUse(rule)])),
    additionalProperties: false,
  };
  return {
    $schema,
    title: 'Plimsoll configuration',
    ...shape,
    properties: {
      ...at(shape, 'properties'),
      policy: { ...policy, properties: { ...at(policy, 'properties'), rules: ruleUses } },
    },
  };
}

/** JSON Schema of what a person may write as a rule's options. */
export function optionsSchema(rule: AnyRule): Schema {
  const { $schema: _, ...schema } = schemaOf(rule.options);
  return schema;
}

function ruleUse(rule: AnyRule): Schema {
  const own = optionsSchema(rule);
  const common = at(schemaOf(commonOptions), 'properties');
  const options = { ...own, properties: { ...at(own, 'properties'), ...common } };
  const levels = { enum: level.options };
  return {
    description: rule.summary,
    anyOf: [levels, { type: 'array', prefixItems: [levels, options], items: false, minItems: 1, maxItems: 2 }],
  };
}

function schemaOf(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input' });
}

function at(schema: Schema, key: string): Schema {
  const value = schema[key];
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
