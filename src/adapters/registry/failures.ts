import { UserError } from '../../errors.ts';
import { ForbiddenAddress } from './dialer.ts';
import { Dropped, TlsFailed } from './exchange.ts';
import { UnsafeRedirect } from './redirects.ts';

/** What was asked of which registry, for messages. */
export interface Asked {
  readonly registry: string;
  /** `the manifest of org/app:1`. */
  readonly what: string;
}

/** A refused answer: its status, and what the server said, untrusted. */
export interface Refusal {
  readonly status: number;
  readonly output: readonly string[];
}

/** 401 and 403. @param tried which credentials were sent, by their source; never the secret. */
export function denied({ registry, what }: Asked, { status, output }: Refusal, tried: string): UserError {
  return new UserError({
    code: 'registry-denied',
    message: `${registry} denies ${what} (${status}); asked with ${tried}.`,
    got: `${status}, with ${tried}`,
    ...withOutput(output),
    hint: `Check the name; if the image is private, log in first: docker login ${registry}, with an account that may read it.`,
  });
}

/** Any other status that is no success. */
export function refused(asked: Asked, refusal: Refusal): UserError {
  const { registry, what } = asked;
  const { status, output } = refusal;
  const got = { got: `${status}`, ...withOutput(output) };
  if (status === 404) {
    return new UserError({
      code: 'no-such-image',
      message: `${registry} does not have ${what}.`,
      ...got,
      hint: 'Check the name and the tag; some registries also answer so when they want a login.',
    });
  }
  if (status === 429) {
    return new UserError({
      code: 'registry-rate-limit',
      message: `${registry} asks to come back later: too many requests (429), while reading ${what}.`,
      ...got,
      hint: `Run it again later, or log in (docker login ${registry}): limits are higher with an account.`,
    });
  }
  const isTrouble = status >= 500 || status === 408;
  return new UserError({
    code: isTrouble ? 'registry-unavailable' : 'registry-answer',
    message: `${registry} answers ${status} to the request for ${what}.`,
    ...got,
    hint: isTrouble
      ? 'The registry has trouble of its own: run it again later.'
      : 'Check that the address is that of a container registry, and the name that of an image in it.',
  });
}

/** A registry that answers what no registry may. */
export function badAnswer({ registry, what }: Asked, why: string, options?: { readonly cause?: unknown }): UserError {
  return new UserError(
    {
      code: 'registry-answer',
      message: `${registry} gave an answer to the request for ${what} that cannot be used: ${why}.`,
      hint: 'Check that the address is that of a container registry, and that nothing between rewrites its answers.',
    },
    options,
  );
}

/** Puts what the network did into the user's words; anything else is passed on as it is. */
export function explain(asked: Asked, thrown: unknown): unknown {
  const { registry, what } = asked;
  if (thrown instanceof UnsafeRedirect || thrown instanceof ForbiddenAddress) {
    const message = `${registry} leads elsewhere for ${what}, where this tool does not go: ${thrown.message}.`;
    const hint =
      'Redirects and token servers must use https and public addresses; only the registry itself may be on a closed network.';
    return new UserError({ code: 'unsafe-redirect', message, got: thrown.message, hint }, { cause: thrown });
  }
  if (thrown instanceof TlsFailed) {
    return new UserError(
      {
        code: 'registry-tls',
        message: `The connection to ${registry} is not secure: ${tlsReasons[thrown.message] ?? thrown.message}.`,
        got: thrown.message,
        hint:
          thrown.message === 'EPROTO'
            ? `If it speaks plain http and you trust the network, name it: insecure-registries: ${registry}.`
            : 'Correct its certificate, or name the authority that signed it in NODE_EXTRA_CA_CERTS.',
      },
      { cause: thrown },
    );
  }
  if (!(thrown instanceof Dropped)) return thrown;
  return new UserError(
    {
      code: 'registry-unavailable',
      message: `${registry} could not be read while asking for ${what}: ${dropReasons[thrown.message] ?? thrown.message}.`,
      got: thrown.message,
      hint: 'Check the address and the network (HTTPS_PROXY, NO_PROXY), and run it again.',
    },
    { cause: thrown },
  );
}

const tlsReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority this machine does not know',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  EPROTO: 'it does not speak TLS',
};

const dropReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection was cut (ECONNRESET)',
  ENOTFOUND: 'there is no host of that name (ENOTFOUND)',
  EAI_AGAIN: 'its name could not be looked up (EAI_AGAIN)',
};

function withOutput(output: readonly string[]): { readonly output?: readonly string[] } {
  return output.length === 0 ? {} : { output };
}
