import { z } from 'zod';
import { Interrupted, UserError } from '../../errors.ts';
import type { Environment } from '../engine/docker-config.ts';
import { ProcessFailed, runProcess } from '../process.ts';
import { timeoutSignal } from '../../deadline.ts';

const answer = z.object({ Username: z.string(), Secret: z.string() });
const deadlineMs = 15_000;

/**
 * Asks a credential helper for a server's credentials: https://github.com/docker/docker-credential-helpers#usage
 * @returns undefined when it has none. @throws UserError `credential-helper`
 */
export async function askHelper(
  helper: string,
  server: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<{ readonly username: string; readonly secret: string } | undefined> {
  // The name becomes part of a program's name, so nothing in it may lead elsewhere.
  if (!/^[a-z0-9-]+$/.test(helper)) throw broken(helper, 'that is no name of a helper');
  const deadline = timeoutSignal(deadlineMs);
  const call = {
    program: `docker-credential-${helper}`,
    args: ['get'],
    environment,
    signal: AbortSignal.any([signal, deadline]),
    input: server,
    maxOutputChars: 65_536,
  };
  try {
    const { data } = answer.safeParse(parse(await runProcess(call)));
    if (!data) throw broken(helper, 'its answer is not what helpers print');
    return { username: data.Username, secret: data.Secret };
  } catch (thrown) {
    if (thrown instanceof Interrupted && !signal.aborted)
      throw broken(helper, `it did not answer within ${deadlineMs / 1000} s`);
    if (!(thrown instanceof ProcessFailed)) throw thrown;
    // Helpers say it on standard output, with this sentence of the protocol's own library.
    if (/credentials not found/i.test(`${thrown.stdout}${thrown.stderr}`)) return undefined;
    throw broken(helper, thrown.status === undefined ? 'it could not be run' : `it ended with ${thrown.status}`);
  }
}

/** @returns undefined where it is no JSON; the text may be a secret and goes into no message. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function broken(helper: string, why: string): UserError {
  return new UserError({
    code: 'credential-helper',
    message: `The credential helper ${JSON.stringify(helper)} of docker's config.json failed: ${why}.`,
    got: helper,
    expected: 'a program docker-credential-NAME on the PATH that knows `get`',
    hint: 'Install or repair the helper, or log in without it: remove it from config.json and run `docker login`.',
  });
}
