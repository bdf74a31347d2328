import type { ASTNode } from '@marcbachmann/cel-js';
import { globProblem } from '../glob.ts';

/** What is wrong with an expression, and where: offsets into its text. */
export interface ExpressionProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Each level walks a list for each element of the one above. */
const maxNestedWalks = 2;
/** Functions that walk a list. */
export const walks = new Set(['exists', 'exists_one', 'all', 'filter', 'map']);

/** What the language allows and we do not: patterns of JavaScript, which can take for ever, and walks in walks in walks. */
export function problemIn(node: ASTNode, nested: number): ExpressionProblem | undefined {
  const { start, end } = node.range;
  const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined;
  if (name === 'matches')
    return { message: '`matches` is not offered: use `glob("pattern", text)` or `text.glob("pattern")`.', start, end };
  const isWalk = name !== undefined && walks.has(name);
  if (isWalk && nested === maxNestedWalks)
    return { message: `Lists are walked inside of each other at most ${maxNestedWalks} deep.`, start, end };
  const pattern = name === undefined ? undefined : patternOf(node);
  const problem = pattern?.op === 'value' && typeof pattern.args === 'string' ? globProblem(pattern.args) : undefined;
  if (problem !== undefined && pattern)
    return { message: `Expected ${problem}.`, start: pattern.range.start, end: pattern.range.end };
  for (const child of childrenOf(node)) {
    const found = problemIn(child, nested + (isWalk ? 1 : 0));
    if (found) return found;
  }
  return undefined;
}

function patternOf(node: ASTNode): ASTNode | undefined {
  if (node.op === 'call') return node.args[0] === 'glob' ? node.args[1][0] : undefined;
  if (node.op !== 'rcall') return undefined;
  return node.args[0] === 'glob' || node.args[0] === 'matching' ? node.args[2][0] : undefined;
}

/** Calls back with a node and all below it. */
export function visit(node: ASTNode, look: (node: ASTNode) => void): void {
  look(node);
  for (const child of childrenOf(node)) visit(child, look);
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  const found: ASTNode[] = [];
  const gather = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) gather(one);
    else if (isNode(part)) found.push(part);
  };
  gather(node.args);
  return found;
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part && 'args' in part;
}
