import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { Waiver } from './policy.ts';
import { rules } from './rules/index.ts';

/** A comment that wants to be a waiver, with the lines it stands above. */
export interface WaiverComment {
  /** Without `#`. */
  readonly text: string;
  /** Its own, counted from 1. */
  readonly line: number;
  readonly startLine: number;
  readonly endLine: number;
}

const shape = /^plimsoll ignore=([a-z0-9-]+) reason="([^"]+)" expires=(\d{4}-\d{2}-\d{2})$/;

/** Whether a comment, without its `#`, wants to be a waiver. */
export function isWaiverComment(text: string): boolean {
  return /^plimsoll\b[\s:]*ignore\b/i.test(text);
}

/** The waiver a comment states. @throws UserError `inline-waiver` for one that has not the form, `unknown-rule` */
export function waiverOf({ text, line, startLine, endLine }: WaiverComment, file: string, image?: string): Waiver {
  const [, rule, reason, expires] = shape.exec(text) ?? [];
  const place = { file, line };
  if (rule === undefined || reason === undefined || expires === undefined || !isDay(expires))
    throw new UserError({
      code: 'inline-waiver',
      message: 'This comment is no waiver.',
      place,
      expected: '# plimsoll ignore=RULE reason="WHY" expires=YYYY-MM-DD',
      got: `# ${text}`,
      hint: 'Write it as expected, above what it is for.',
    });
  const ids = rules.map(({ id }) => id);
  if (!ids.includes(rule)) {
    const meant = nearest(rule, ids);
    const hint = meant === undefined ? 'policies/README.md describes every rule.' : `Did you mean ${meant}?`;
    throw new UserError({ code: 'unknown-rule', message: `There is no rule "${rule}".`, place, got: rule, hint });
  }
  const owner = `those who keep ${file}`;
  const lines = { file, startLine, endLine };
  return { rule, ...(image !== undefined && { image }), lines, reason, owner, expires, origin: `${file}:${line}` };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
