import { EvaluationError } from '@marcbachmann/cel-js';
import { nearest } from '../../nearest.ts';
import { celEnvironment } from './environment.ts';
import { problemIn, visit, walks, type ExpressionProblem } from './syntax.ts';
import { viewTypes, viewVariables, type ViewVariable } from './view-types.ts';

export type { ExpressionProblem };

/** An expression that was checked: names and types are right, and it is true or false. */
export interface Expression {
  /** Variables it looks at. */
  readonly uses: ReadonlySet<ViewVariable>;
  /** @returns the reason when it cannot be said, such as a key that a map does not have. */
  evaluate(view: Readonly<Partial<Record<ViewVariable, unknown>>>): boolean | { readonly unknown: string };
}

/** The longest expression that is read. */
export const maxExpressionChars = 2_000;
/** Checks an expression against the view: what it names must be there, and its types must fit. */
export function readExpression(text: string): Expression | ExpressionProblem {
  if (text.length > maxExpressionChars)
    return { message: `An expression has at most ${maxExpressionChars} characters.`, start: 0, end: 1 };
  const cel = celEnvironment();
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
