import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

const root = resolve(import.meta.dirname, '../..');

/** A YAML block of a document, and the line it begins at. */
export interface YamlBlock {
  readonly place: string;
  readonly text: string;
}

/** The YAML blocks of a document of ours. */
export function yamlBlocks(file: string): readonly YamlBlock[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map((match) => ({
    place: `${file}:${text.slice(0, match.index).split('\n').length}`,
    text: match[1] ?? '',
  }));
}

/** Parts of a configuration become a whole one by its version; undefined for what is none, such as a workflow. */
export function asConfiguration(text: string): string | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents) || !['version', 'images', 'policy', 'waivers', 'audit'].some((key) => contents.has(key)))
    return undefined;
  return contents.has('version') ? text : `version: 1\n${text}`;
}

/** A workflow, or steps with a workflow around them; undefined for what is neither. */
export function asWorkflow(text: string): string | undefined {
  const { contents } = parseDocument(text);
  if (isMap(contents)) return contents.has('jobs') ? text : undefined;
  if (!isSeq(contents)) return undefined;
  const steps = text.replace(/^ */gm, (indent) => `      ${indent}`);
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
}
