import type { UserError } from '../errors.ts';
import { problemsResult } from '../result/problems.ts';
import { toJson } from './json.ts';

/** What must be fixed first, as the JSON that stands in place of a result. */
export function renderProblems({ problems }: UserError, toolVersion: string): string {
  const tool = { name: 'plimsoll', version: toolVersion };
  return toJson(problemsResult.parse({ schemaVersion: 1, tool, outcome: 'error', exitStatus: 2, problems }));
}
