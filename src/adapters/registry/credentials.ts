import { UserError } from '../../errors.ts';
import type { Environment } from '../engine/docker-config.ts';
import { askHelper } from './credential-helper.ts';
import { entryOfHost, readDockerConfig, type DockerAuth, type DockerConfig } from './docker-config.ts';

/** What proves to a registry who asks; `from` names its source for messages, which never hold the rest. */
export type Credentials = { readonly from: string } & (
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** For the token server, in place of a password: https://distribution.github.io/distribution/spec/auth/oauth/ */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** For the registry itself. */
  | { readonly kind: 'registry-token'; readonly token: string }
);

const hubServer = 'https://index.docker.io/v1/';
/** The user name with which a helper marks an identity token. */
const tokenUser = '<token>';

/**
 * The user's credentials for one registry, by its host and port exactly: a helper for that host, then the store for all,
 * then the file itself, as the docker command looks.
 * @returns undefined when there are none. @throws UserError `broken-docker-config`, `credential-helper`
 */
export async function findCredentials(
  host: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<Credentials | undefined> {
  const config = readDockerConfig(environment);
  if (!config) return undefined;
  const helper = entryOfHost(config.credHelpers, host) ?? config.credsStore;
  if (helper !== undefined && helper !== '') {
    const answer = await askHelper(helper, host === 'docker.io' ? hubServer : host, environment, signal);
    const from = `the credential helper docker-credential-${helper}`;
    if (answer?.username === tokenUser) return { kind: 'identity-token', token: answer.secret, from };
    if (answer) return { kind: 'password', username: answer.username, password: answer.secret, from };
  }
  const found = entryOfHost(config.auths, host);
  return found ? readAuth(found, host, config) : undefined;
}

function readAuth(auth: DockerAuth, host: string, { path }: DockerConfig): Credentials | undefined {
  const from = `\`auths\` in ${path}`;
  if (auth.identitytoken) return { kind: 'identity-token', token: auth.identitytoken, from };
  if (auth.registrytoken) return { kind: 'registry-token', token: auth.registrytoken, from };
  if (auth.username && auth.password !== undefined)
    return { kind: 'password', username: auth.username, password: auth.password, from };
  if (!auth.auth) return undefined;
  const decoded = Buffer.from(auth.auth, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 1) {
    throw new UserError({
      code: 'broken-docker-config',
      message: `${path} is broken: \`auth\` of ${host} is not the base64 of NAME:PASSWORD.`,
      got: path,
      hint: `Log in again: docker login ${host}.`,
    });
  }
  // docker pads the password with zeros.
  const password = decoded.slice(colon + 1).replace(/\0+$/, '');
  return { kind: 'password', username: decoded.slice(0, colon), password, from };
}
