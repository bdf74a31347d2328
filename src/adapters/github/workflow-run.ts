import { z } from 'zod';
import type { PushedHead } from './find-pulls.ts';
import { branchName, commitSha, parsePayload, repositoryName } from './payload.ts';

/** The run that ended and so started this one, as GitHub itself tells it. */
export interface EndedRun {
  /** The commit the ended run worked on; its pull request is found by it, never by what an artifact says. */
  readonly pushed: PushedHead;
  readonly runId: number;
  readonly runAttempt: number;
  /** What started the ended run, e.g. `pull_request`. */
  readonly startedBy: string;
}

const payload = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    run_attempt: z.int().positive(),
    event: z.string().regex(/^[a-z_]{1,64}$/, 'the name of an event'),
    head_sha: commitSha,
    head_branch: branchName,
    head_repository: z.object({ full_name: repositoryName }),
  }),
});

/** Reads the payload of the event `workflow_run`. @throws UserError `broken-event` that names every field missing or malformed */
export function readEndedRun(payloadText: string | undefined): EndedRun {
  const run = parsePayload('workflow_run', payloadText, payload).workflow_run;
  return {
    pushed: { sha: run.head_sha, repository: run.head_repository.full_name, branch: run.head_branch },
    runId: run.id,
    runAttempt: run.run_attempt,
    startedBy: run.event,
  };
}
