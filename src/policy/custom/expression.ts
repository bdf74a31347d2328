import { Environment, EvaluationError } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import { nearest } from '../../nearest.ts';
import { compileGlob, globProblem } from '../glob.ts';
import { Files, viewTypes, viewVariables } from './view.ts';
import type { ViewVariable } from './view.ts';

/** What is wrong with an expression, and where: offsets into its text. */
export interface ExpressionProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** An expression that was checked: names and types are right, and it is true or false. */
export interface Expression {
  /** Variables it looks at. */
  readonly uses: ReadonlySet<ViewVariable>;
  /** @returns the reason when it cannot be said, such as a key that a map does not have. */
  evaluate(view: Readonly<Partial<Record<ViewVariable, unknown>>>): boolean | { readonly unknown: string };
}

/** The longest expression that is read. */
export const maxExpressionChars = 2_000;
const limits = { maxAstNodes: 500, maxDepth: 30, maxListElements: 100, maxMapEntries: 100, maxCallArguments: 8 };
/** Each level walks a list for each element of the one above. */
const maxNestedWalks = 2;
const walks = new Set(['exists', 'exists_one', 'all', 'filter', 'map']);

let environment: Environment | undefined;

function makeEnvironment(): Environment {
  const made = new Environment({ unlistedVariablesAreDyn: false, limits });
  // Types that others are made of come first.
  const order = ['PackageChange', ...Object.keys(viewTypes).filter((name) => name !== 'PackageChange')];
  for (const name of order) {
    const fields = (viewTypes as Readonly<Record<string, Readonly<Record<string, string>>>>)[name];
    made.registerType(name, { fields: { ...fields } });
  }
  made.registerType('Files', Files);
  made.registerFunction('Files.matching(string): list<File>', (files: Files, pattern: string) =>
    files.matching(pattern),
  );
  made.registerFunction('string.glob(string): bool', (text: string, pattern: string) => fits(pattern, text));
  made.registerFunction('glob(string, string): bool', (pattern: string, text: string) => fits(pattern, text));
  for (const [name, type] of Object.entries(viewVariables)) made.registerVariable(name, type);
  return made;
}

/** Checks an expression against the view: what it names must be there, and its types must fit. */
export function readExpression(text: string): Expression | ExpressionProblem {
  if (text.length > maxExpressionChars)
    return { message: `An expression has at most ${maxExpressionChars} characters.`, start: 0, end: 1 };
  const cel = (environment ??= makeEnvironment());
  const { valid, type, error } = cel.check(text);
  if (!valid) {
    const summary = error?.summary ?? 'It is no expression';
    return { message: `${sentence(summary)}${guess(summary)}`, ...rangeOf(error, text) };
  }
  const program = cel.parse(text);
  const problem = problemIn(program.ast, 0);
  if (problem) return problem;
  if (type !== 'bool') return { message: `It is ${type}, not true or false.`, start: 0, end: text.length };
  const uses = new Set<ViewVariable>();
  visit(program.ast, (node) => {
    if (node.op === 'id' && isVariable(node.args)) uses.add(node.args);
  });
  return {
    uses,
    evaluate: (view) => {
      try {
        return program(view) === true;
      } catch (thrown) {
        // What the image lacks is no mistake of the expression's: the rule could not be run.
        const reason =
          thrown instanceof EvaluationError ? thrown.summary : thrown instanceof Error ? thrown.message : '';
        return { unknown: `\`${text}\` cannot be said of this image: ${sentence(reason)}` };
      }
    },
  };
}

/** The name that was probably meant: of a variable, a field, or a function. */
function guess(summary: string): string {
  const unknown =
    /^Unknown variable: (\w+)/.exec(summary)?.[1] ??
    /^No such key: (\w+)/.exec(summary)?.[1] ??
    /\b(\w+)\(/.exec(summary)?.[1];
  const meant = unknown === undefined ? undefined : nearest(unknown, names);
  return meant === undefined || meant === unknown ? '' : ` Did you mean \`${meant}\`?`;
}

/** Everything an expression can name. */
const names: readonly string[] = [
  ...Object.keys(viewVariables),
  ...Object.values(viewTypes).flatMap((fields) => Object.keys(fields)),
  ...walks,
  'startsWith',
  'endsWith',
  'contains',
  'size',
  'glob',
  'matching',
];

function isVariable(name: string): name is ViewVariable {
  return Object.hasOwn(viewVariables, name);
}

function fits(pattern: string, text: string): boolean {
  const problem = globProblem(pattern);
  if (problem !== undefined) throw new Error(`\`${pattern}\` is not ${problem}`);
  return compileGlob(pattern)(text);
}

/** What the language allows and we do not: patterns of JavaScript, which can take for ever, and walks in walks in walks. */
function problemIn(node: ASTNode, nested: number): ExpressionProblem | undefined {
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

function visit(node: ASTNode, look: (node: ASTNode) => void): void {
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

function rangeOf(
  error: { readonly range?: { readonly start: number; readonly end: number } } | undefined,
  text: string,
) {
  const { start, end } = error?.range ?? { start: 0, end: text.length };
  return { start: Math.min(start, text.length), end: Math.max(end, start + 1) };
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return start.endsWith('.') ? start : `${start}.`;
}
