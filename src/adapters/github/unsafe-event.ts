import { UserError } from '../../errors.ts';

/** Events that run with the base repository's rights while a stranger decides what is checked out. */
const privileged: Readonly<Record<string, string>> = {
  pull_request_target: 'a token that may write and the secrets of the base repository',
  workflow_run: 'a token that may write, the secrets and the caches of the default branch',
  issue_comment: 'a token that may write and the secrets, whoever wrote the comment',
};

/**
 * Refuses to build under an event that lends a stranger's code the repository's rights.
 * @param what.builds whether any image is built in this run; gating what is built already is safe.
 * @param what.evenSo the user said, by an input named like the hazard, that nothing of a pull request is checked out.
 * @throws UserError `unsafe-event`
 * @see https://docs.github.com/actions/reference/security/securely-using-pull_request_target
 */
export function refuseUnsafeEvent(
  eventName: string,
  what: { readonly builds: boolean; readonly evenSo?: boolean },
): void {
  const lends = Object.hasOwn(privileged, eventName) ? privileged[eventName] : undefined;
  if (lends === undefined || !what.builds || what.evenSo) return;
  throw new UserError({
    code: 'unsafe-event',
    message: `A build under the event ${eventName} is refused: it would run the pull request's code with ${lends}.`,
    expected: 'on: pull_request',
    got: eventName,
    hint: 'Build and check under `on: pull_request`, which needs no rights; let the comment action publish the result under `on: workflow_run`.',
  });
}
