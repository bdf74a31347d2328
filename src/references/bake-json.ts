import { parseTemplate } from './hcl-parse.ts';
import type { Attribute, Block, Body, Expression } from './hcl-syntax.ts';
import { readYamlDocuments } from './yaml-documents.ts';
import type { YamlValue } from './yaml-value.ts';

/** Which blocks a block may hold; every other key is an attribute. */
const topBlocks = ['target', 'group', 'variable', 'function'];

/** Reads HCL's JSON syntax: https://github.com/hashicorp/hcl/blob/main/json/spec.md @throws UserError `yaml-…`, `hcl-syntax` */
export function readJsonBody(file: string, text: string): Body {
  const [root] = readYamlDocuments(file, text);
  return bodyOf(file, root, topBlocks);
}

function bodyOf(file: string, value: YamlValue | undefined, blockTypes: readonly string[]): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  if (value?.kind !== 'map') return { attributes, blocks };
  for (const [key, { keyPlace, value: inside }] of value.entries) {
    if (key === '//') continue;
    if (!blockTypes.includes(key)) attributes.set(key, { place: keyPlace, expression: expressionOf(file, inside) });
    else if (key === 'validation')
      for (const one of listed(inside))
        blocks.push({ type: key, labels: [], place: keyPlace, body: bodyOf(file, one, []) });
    else for (const one of listed(inside)) if (one.kind === 'map') blocks.push(...labelled(file, key, one));
  }
  return { attributes, blocks };
}

function labelled(file: string, type: string, map: Extract<YamlValue, { kind: 'map' }>): readonly Block[] {
  const inner = type === 'variable' ? ['validation'] : [];
  return [...map.entries].flatMap(([label, { keyPlace, value }]) =>
    listed(value).map((one): Block => ({ type, labels: [label], place: keyPlace, body: bodyOf(file, one, inner) })),
  );
}

function listed(value: YamlValue): readonly YamlValue[] {
  return value.kind === 'list' ? value.items : [value];
}

/** Texts are templates; their places are those of the whole text. */
function expressionOf(file: string, value: YamlValue): Expression {
  const { place } = value;
  if (value.kind === 'list')
    return { kind: 'tuple', items: value.items.map((item) => expressionOf(file, item)), place };
  if (value.kind === 'map') {
    const entries = [...value.entries].map(
      ([key, entry]) => [parseTemplate(file, key), expressionOf(file, entry.value)] as const,
    );
    return { kind: 'object', entries, place };
  }
  if (typeof value.value === 'string') return { ...parseTemplate(file, value.value), place };
  return { kind: 'literal', value: typeof value.value === 'bigint' ? Number(value.value) : value.value, place };
}
