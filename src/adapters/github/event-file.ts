import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Environment } from '../runner/environment.ts';
import { readEvent } from './event.ts';
import type { GithubEvent } from './event.ts';

/** GitHub caps a webhook's payload at 25 MB. */
const maxPayloadBytes = 32 * 2 ** 20;

/** Reads the event from the file the runner wrote; see {@link readEvent}. @throws UserError `broken-event` */
export async function loadEvent(env: Environment): Promise<GithubEvent> {
  return readEvent(env, await readPayload(env));
}

/** The text of the event's payload; undefined when the runner named no file. @throws UserError `broken-event` */
export async function readPayload(env: Environment): Promise<string | undefined> {
  const path = env['GITHUB_EVENT_PATH'];
  if (!path) return undefined;
  try {
    const { size } = await stat(path);
    if (size > maxPayloadBytes) throw new Error(`it has ${size} bytes, ${maxPayloadBytes} are read at most`);
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      {
        code: 'broken-event',
        message: `The event's payload could not be read: ${reason}.`,
        hint: 'GitHub Actions writes the file that GITHUB_EVENT_PATH names; leave both as they are.',
      },
      { cause },
    );
  }
}

const withDefault = z.object({ repository: z.object({ default_branch: z.string().min(1) }) });

/**
 * Whether the run is of the repository's default branch, of which scheduled runs always are; undefined where the event
 * does not say which that is. @throws UserError `broken-event`
 */
export async function isOnDefaultBranch(env: Environment): Promise<boolean | undefined> {
  if (env['GITHUB_EVENT_NAME'] === 'schedule') return true;
  const payload = withDefault.safeParse(asJson(await readPayload(env))).data;
  return payload && env['GITHUB_REF'] === `refs/heads/${payload.repository.default_branch}`;
}

function asJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    // Then it says nothing about the branch; who needs the event itself says that it is broken.
    return undefined;
  }
}
