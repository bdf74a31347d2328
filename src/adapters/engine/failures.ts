import { Interrupted, UserError } from '../../errors.ts';
import type { EngineHost } from './host.ts';

/** The engine answered with an HTTP status that says no; `message` is its own text, untrusted. */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What was asked for did not come in time. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

const absent = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTDIR', 'ENOTSOCK']);
const unreachable = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);
const cut = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'HPE_INVALID_EOF_STATE', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * Puts what went wrong between us and the engine into the user's words.
 * @param what the step in progress, as in `while it was building`, e.g. `building the image`.
 */
export function explainEngineFailure(thrown: unknown, host: EngineHost, what: string, signal: AbortSignal): Error {
  if (thrown instanceof UserError || thrown instanceof Interrupted || thrown instanceof EngineRefused) return thrown;
  if (signal.aborted) return new Interrupted(`Cancelled while ${what}.`, { cause: thrown });
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const at = `${host.name} (from ${host.saidBy})`;
  const problem = (code_: string, message: string, hint: string): UserError =>
    new UserError(
      { code: code_, message, got: text, expected: 'a Docker Engine that answers', hint },
      { cause: thrown },
    );

  if (thrown instanceof DeadlinePassed)
    return problem(
      'docker-unavailable',
      `The Docker Engine at ${at} did not answer in time while ${what}.`,
      'Look at its log, or restart it.',
    );
  if (absent.has(code))
    return problem(
      'docker-unavailable',
      `No Docker Engine answers at ${at}.`,
      'Start it (`sudo systemctl start docker`, or Docker Desktop), set DOCKER_HOST to the one you mean, or install it: https://docs.docker.com/engine/install/.',
    );
  if (code === 'EACCES' || code === 'EPERM')
    return problem(
      'docker-permission',
      `This user may not use the Docker Engine at ${at}.`,
      'Add the user to the group "docker" and log in again, or run with rights to the socket; both are as good as root on this machine.',
    );
  if (unreachable.has(code))
    return problem(
      'docker-unavailable',
      `The host of the Docker Engine at ${at} cannot be reached.`,
      'Check the address and the network.',
    );
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code) || /HTTPS server/.test(text))
    return problem(
      'docker-tls',
      `The TLS connection to the Docker Engine at ${at} failed.`,
      'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem of that engine.',
    );
  if (cut.has(code) || /socket hang up|aborted/.test(text)) return engineDied(host, what, thrown);
  return thrown instanceof Error ? thrown : new Error(text, { cause: thrown });
}

/** What came ended before it was whole, as when the engine goes away; said in the user's words by {@link explainEngineFailure}. */
export const cutOff = (what: string): Error =>
  Object.assign(new Error(`${what} was cut off: it ended too early`), { code: 'ECONNRESET' });

/** The engine went away in the middle of a step. */
export function engineDied(host: EngineHost, what: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'engine-died',
      message: `The Docker Engine at ${host.name} closed the connection while ${what}.`,
      expected: 'an answer to its end',
      hint: 'It crashed, was stopped or ran out of memory or disk: look at its log (`journalctl -u docker`), and run again.',
    },
    { cause },
  );
}

const diskFullText = /no space left on device|ResourceExhausted|disk quota exceeded/i;

/** Whether a builder's or engine's text says that its disk is full. */
export const saysDiskFull = (text: string): boolean => diskFullText.test(text);

/** The disk the engine works on is full. @param text the engine's own words, untrusted. */
export function diskFull(what: string, text: string): UserError {
  return new UserError({
    code: 'disk-full',
    message: `The disk was full while ${what}.`,
    got: text,
    expected: 'free space for the build context, the layers and the cache',
    hint: 'Free some: `docker system df` shows what Docker holds, `docker builder prune` empties the build cache.',
  });
}
