import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** Values by context: `github`, `inputs`, `needs`… */
export type Contexts = Readonly<Record<string, unknown>>;

/** How things stand where an `if` is asked. */
export interface Standing {
  readonly failed: boolean;
  readonly cancelled: boolean;
}

const statusFunctions = ['success', 'failure', 'cancelled', 'always'] as const;
const toData = (value: unknown): data.ExpressionData => JSON.parse(JSON.stringify(value ?? null), data.reviver);
const fromData = (value: data.ExpressionData): unknown => JSON.parse(JSON.stringify(value, data.replacer));

/** Evaluates one expression, without its `${{ }}`, by the library GitHub's own editor uses. @throws Error */
export function evaluate(
  text: string,
  contexts: Contexts,
  standing: Standing = { failed: false, cancelled: false },
): unknown {
  const says = {
    success: !standing.failed && !standing.cancelled,
    failure: standing.failed && !standing.cancelled,
    cancelled: standing.cancelled,
    always: true,
  };
  const functions = statusFunctions.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(says[name]),
  }));
  const { tokens } = new Lexer(text).lex();
  const expression = new Parser(tokens, Object.keys(contexts), functions).parse();
  const values = Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) }));
  const byName = new Map(functions.map((one) => [one.name, one]));
  return fromData(new Evaluator(expression, new data.Dictionary(...values), byName).evaluate());
}

const holes = /\$\{\{(.*?)\}\}/gs;

/** Fills in a value of a workflow: one expression alone keeps its type, others become text. */
export function fill(value: unknown, contexts: Contexts, standing?: Standing): unknown {
  if (typeof value !== 'string') return value;
  const [whole] = value.matchAll(holes);
  if (whole && whole[0] === value.trim()) return evaluate(whole[1] ?? '', contexts, standing);
  return value.replace(holes, (_, text: string) => asText(evaluate(text, contexts, standing)));
}

/** As the runner writes a value into an input or a variable. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a job or a step runs: without a status function only where nothing failed before. */
export function isMet(condition: string | boolean | undefined, contexts: Contexts, standing: Standing): boolean {
  const text = condition === undefined ? 'success()' : String(condition).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const asked = statusFunctions.some((name) => new RegExp(`\\b${name}\\s*\\(`).test(text));
  const value = evaluate(asked ? text : `success() && (${text})`, contexts, standing);
  return value !== false && value !== 0 && value !== '' && value !== null;
}
