import type { Document, Node, Pair, Scalar } from 'yaml';
import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Place, Problem } from '../errors.ts';
import { UserError } from '../errors.ts';
import { beforeParsing, maxDepth, tooDeep } from './yaml-limits.ts';

/** A YAML text as plain data, and where each part of it stands. */
export interface YamlText {
  readonly file: string;
  readonly value: unknown;
  /** Place of the value at a path, or of its key; the nearest place above it when there is no such value. */
  placeOf(path: readonly PropertyKey[], part?: 'key' | 'value'): Place;
}

const syntaxHints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  BAD_SCALAR_START: 'Put the text in quotes, such as `"@acme/platform"`.',
  TAB_AS_INDENT: 'Indent with spaces.',
};
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const maxAliases = 10;
const maxSyntaxProblems = 10;

/**
 * Reads YAML 1.2 with the core schema: no custom tags, no merge keys, unique keys, few aliases, bounded size and depth.
 * @throws UserError with every problem of the text.
 */
export function readYaml(file: string, text: string): YamlText {
  const early = beforeParsing(file, text);
  if (early) throw new UserError(early);

  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, prettyErrors: false, lineCounter: lines });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // One stray bracket can make a hundred errors; the first few say where it is.
  const syntax = [...document.errors, ...document.warnings]
    .slice(0, maxSyntaxProblems)
    .map(({ code, message, pos }) => ({
      code: 'yaml-syntax',
      message: code === 'DUPLICATE_KEY' ? 'The key stands twice in one map.' : message.replace(/\.?$/, '.'),
      place: placeAt(pos[0]),
      hint: syntaxHints[code] ?? 'Repair the YAML; an editor with YAML support shows where it breaks.',
    }));
  const [first, ...others] = syntax.length > 0 ? syntax : nodeProblems(document, placeAt);
  if (first) throw new UserError([first, ...others]);

  return {
    file,
    value: document.toJS({ maxAliasCount: maxAliases }) as unknown,
    placeOf: (path, part = 'value') => placeAt(offsetOf(document, path, part)),
  };
}

function nodeProblems(document: Document, placeAt: (offset: number) => Place): readonly Problem[] {
  const problems: Problem[] = [];
  let aliases = 0;
  const report = (node: Node | undefined, problem: Omit<Problem, 'place'>): void => {
    problems.push({ ...problem, place: placeAt(node?.range?.[0] ?? 0) });
  };
  visit(document, {
    Alias(_, node, path) {
      aliases += 1;
      if (aliases === maxAliases + 1)
        report(node, {
          code: 'yaml-aliases',
          message: 'The file uses too many aliases.',
          expected: `at most ${maxAliases}`,
          hint: 'Write the value out.',
        });
      const target = node.resolve(document);
      if (target && !path.includes(target)) return;
      const message = target
        ? `The alias *${node.source} stands in what it names.`
        : `There is no anchor &${node.source}.`;
      report(node, { code: 'yaml-alias', message, hint: 'Define the anchor above, or write the value out.' });
    },
    Pair(_, pair) {
      const problem = keyProblem(pair);
      if (problem) report(problem.node, problem);
    },
    Collection(_, node, path) {
      const depth = path.filter((above) => !isPair(above)).length;
      if (depth <= maxDepth) return undefined;
      const { line, column } = placeAt(node.range?.[0] ?? 0);
      problems.push(tooDeep(placeAt(0).file, line, column));
      return visit.BREAK;
    },
    Scalar(_, node) {
      if (typeof node.value === 'number' && !isPlainNumber(node))
        report(node, {
          code: 'odd-number',
          message: `\`${node.source ?? ''}\` is no plain number.`,
          expected: 'decimal digits, such as `16` or `1.5`',
          got: node.source ?? '',
          hint: 'Write it in decimal digits, or in quotes when it is meant as text.',
        });
    },
  });
  return problems;
}

function isPlainNumber(node: Scalar): boolean {
  return /^-?\d+(\.\d+)?$/.test(node.source ?? '') && Number.isFinite(node.value);
}

function keyProblem({ key }: Pair): (Omit<Problem, 'place'> & { readonly node: Node | undefined }) | undefined {
  if (!isScalar(key) || (typeof key.value !== 'string' && typeof key.value !== 'number')) {
    return {
      node: isNode(key) ? key : undefined,
      code: 'yaml-key',
      message: 'A key must be plain text.',
      hint: 'Write the key as text, in quotes if need be.',
    };
  }
  if (!forbiddenKeys.has(String(key.value))) return undefined;
  const message = `The key \`${String(key.value)}\` is not allowed.`;
  return { node: key, code: 'forbidden-key', message, hint: 'Use another name.' };
}

function offsetOf(document: Document, path: readonly PropertyKey[], part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) node = node.items[Number(step)];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      const wantsKey = part === 'key' && index === path.length - 1;
      const value = isNode(pair?.value) ? pair.value : undefined;
      // An empty value has a range of its own behind the colon; its key is the better place to look at.
      node = wantsKey || !value || value.range?.[0] === value.range?.[1] ? pair?.key : value;
    } else return offset;
    const range = isNode(node) ? node.range : undefined;
    if (!range) return offset;
    offset = range[0];
  }
  return offset;
}
