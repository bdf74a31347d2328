import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Problem } from '../../errors.ts';
import { isRepositoryName } from '../runner/environment.ts';
import type { Environment } from '../runner/environment.ts';

/** A whole commit SHA, of either of Git's hashes. */
export const commitSha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a full commit SHA');
/** `owner/name` */
export const repositoryName = z.string().refine(isRepositoryName, 'OWNER/NAME');
/** A branch's name without `refs/heads/`; no control characters, which Git forbids and a log must not get. */
// oxlint-disable-next-line no-control-regex -- those are the ones to keep out
export const branchName = z.string().regex(/^[^\u0000-\u0020\u007f]{1,255}$/, 'a branch name');

/** GitHub's name of the event that started the workflow. @throws UserError `broken-event` */
export function readEventName(env: Environment): string {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  if (!/^[a-z_]{1,64}$/.test(name)) throw broken('GITHUB_EVENT_NAME does not name an event.', name.slice(0, 64));
  return name;
}

/** Reads an event's payload. @throws UserError `broken-event` that names every field missing or malformed */
export function parsePayload<T>(event: string, text: string | undefined, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(event, text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue): Problem => {
    const field = issue.path.join('.') || 'body';
    return problem(`The payload of the event ${event} lacks a usable ${field}.`, { expected: issue.message });
  });
  const [first, ...others] = problems;
  throw first ? new UserError([first, ...others]) : broken(`The payload of the event ${event} is unusable.`);
}

function parseJson(event: string, text: string | undefined): unknown {
  if (text === undefined) throw broken(`The event ${event} came without a payload: GITHUB_EVENT_PATH is not set.`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken(`The payload of the event ${event} is not JSON.`, text.slice(0, 80), cause);
  }
}

function broken(message: string, got?: string, cause?: unknown): UserError {
  return new UserError(problem(message, got === undefined ? {} : { got }), { cause });
}

function problem(message: string, details: Pick<Problem, 'expected' | 'got'>): Problem {
  return {
    code: 'broken-event',
    message,
    hint: 'Run the action in a workflow that GitHub started, under the events its README names, or use the command line.',
    ...details,
  };
}
