import { type CheckResult, checkResult } from '../result/result.ts';

/**
 * The result as JSON with its keys in the schema's order, so that equal results give equal bytes.
 * @throws when the result does not fit its own published schema, which only a bug can do.
 */
export function renderJson(result: CheckResult): string {
  return toJson(checkResult.parse(result));
}

/** Two-space JSON with a line end; bytes that were no UTF-8 stay lone surrogates, which JSON escapes. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
