import { outcomesOf } from '../compare/rules.ts';
import { UserError } from '../errors.ts';
import { checkResult, type CheckResult } from '../result/result.ts';
import type { Baseline } from './baseline-request.ts';

/** A stored report with all its lists; larger is none of ours. */
export const maxReportBytes = 64 * 2 ** 20;

/** The measurement of the same image on the same platform in a stored report. @throws UserError `no-baseline-file`, `bad-baseline-file` */
export function fromReport(
  path: string,
  image: { readonly name: string; readonly platform: string },
  text: string | undefined,
): Baseline {
  if (text === undefined) {
    throw new UserError({
      code: 'no-baseline-file',
      message: `The baseline ${path} of the image ${image.name} does not exist.`,
      expected: 'a report written by --output json=FILE',
      hint: 'Write one on the base branch, or use `baseline: none`.',
    });
  }
  const stored = parseReport(path, text);
  const same = stored.images.filter(({ name }) => name === image.name);
  const found = same.find(({ platform }) => platform === image.platform);
  const gated = found?.variants.find(({ name }) => name === found.gated);
  if (found && gated) {
    const { base, measurement } = gated;
    const rules = outcomesOf(found);
    return { state: 'found', from: path, ...(base !== undefined && { base }), rules, measurement };
  }
  if (found?.notBuilt !== undefined)
    return { state: 'none', reason: `${path} holds no measurement of ${image.name}: it was not built in that run.` };
  if (same.length === 0)
    return { state: 'none', reason: `${path} holds no image ${image.name}: it is new.`, isNew: true };
  return {
    state: 'none',
    reason: `${path} holds ${image.name} for ${same.map(({ platform }) => platform).join(', ')} but not for ${image.platform}; platforms are not compared with each other.`,
  };
}

/** Reads a stored report. @throws UserError `bad-baseline-file` saying where it departs from the schema. */
export function parseReport(path: string, text: string): CheckResult {
  const data = parseJson(path, text);
  const parsed = checkResult.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badReport(path, issue ? `${issue.path.join('.') || 'the document'}: ${issue.message}` : 'not a report');
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badReport(path, cause instanceof Error ? cause.message : 'not JSON');
  }
}

function badReport(path: string, got: string): UserError {
  return new UserError({
    code: 'bad-baseline-file',
    message: `${path} is not a report of schema version 1: ${got}.`,
    place: { file: path, line: 1 },
    expected: 'JSON written by --output json=FILE',
    got,
    hint: 'Write the report again with this version.',
  });
}
