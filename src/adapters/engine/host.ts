import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { dockerConfigDir, parseJson, readOptional, type Environment } from './docker-config.ts';

export type { Environment };

/** Certificates of a TLS connection, as PEM text. */
export interface EngineTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** False where `DOCKER_TLS` without `_VERIFY`, or the context, says so. */
  readonly verify: boolean;
}

/** Where the Docker Engine listens, and what said so. */
export interface EngineHost {
  /** As a person would write it: `unix:///var/run/docker.sock`, `tcp://10.0.0.5:2376`. */
  readonly name: string;
  /** `DOCKER_HOST`, `the context NAME`, or `the default`. */
  readonly saidBy: string;
  readonly address: { readonly socketPath: string } | { readonly host: string; readonly port: number };
  readonly tls?: EngineTls;
}

const defaultSocket = 'unix:///var/run/docker.sock';
const dockerConfig = z.object({ currentContext: z.string().optional() });
const contextMeta = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string(), SkipTLSVerify: z.boolean().optional() }) }),
});

/**
 * Finds the engine as the docker command does: DOCKER_HOST, then DOCKER_CONTEXT, then the current context of
 * ~/.docker/config.json, then the default socket.
 * @throws UserError `bad-docker-host`, `ssh-host-unsupported`, `no-docker-context`, `broken-docker-config`.
 */
export function findEngineHost(environment: Environment): EngineHost {
  const configDir = dockerConfigDir(environment);
  const fromEnvironment = environment['DOCKER_HOST'];
  if (fromEnvironment) return parseHost(fromEnvironment, 'DOCKER_HOST', tlsOfEnvironment(environment, configDir));
  const context = environment['DOCKER_CONTEXT'] || currentContext(configDir);
  if (context && context !== 'default') return hostOfContext(context, configDir);
  return parseHost(defaultSocket, 'the default', undefined);
}

function currentContext(configDir: string): string | undefined {
  const path = join(configDir, 'config.json');
  const text = readOptional(path);
  return text === undefined ? undefined : parseJson(path, text, dockerConfig).currentContext;
}

function hostOfContext(name: string, configDir: string): EngineHost {
  const id = createHash('sha256').update(name).digest('hex');
  const path = join(configDir, 'contexts', 'meta', id, 'meta.json');
  const text = readOptional(path);
  if (text === undefined) {
    throw new UserError({
      code: 'no-docker-context',
      message: `The docker context "${name}" does not exist.`,
      got: name,
      expected: 'a name that `docker context ls` shows',
      hint: 'Choose another with `docker context use`, or set DOCKER_HOST.',
    });
  }
  const { Host: host, SkipTLSVerify: skipVerify } = parseJson(path, text, contextMeta).Endpoints.docker;
  const pem = (file: string): string | undefined =>
    readOptional(join(configDir, 'contexts', 'tls', id, 'docker', file));
  const [ca, cert, key] = [pem('ca.pem'), pem('cert.pem'), pem('key.pem')];
  const tls = ca || cert || skipVerify ? readTls(ca, cert, key, skipVerify !== true) : undefined;
  return parseHost(host, `the context ${name}`, tls);
}

function tlsOfEnvironment(environment: Environment, configDir: string): EngineTls | undefined {
  const verify = Boolean(environment['DOCKER_TLS_VERIFY']);
  if (!verify && !environment['DOCKER_TLS']) return undefined;
  const dir = environment['DOCKER_CERT_PATH'] || configDir;
  const pem = (file: string): string | undefined => readOptional(join(dir, file));
  return readTls(pem('ca.pem'), pem('cert.pem'), pem('key.pem'), verify);
}

const readTls = (
  ca: string | undefined,
  cert: string | undefined,
  key: string | undefined,
  verify: boolean,
): EngineTls => ({
  ...(ca !== undefined && { ca }),
  ...(cert !== undefined && { cert }),
  ...(key !== undefined && { key }),
  verify,
});

function parseHost(text: string, saidBy: string, tls: EngineTls | undefined): EngineHost {
  const [scheme, rest] = text.includes('://')
    ? [text.slice(0, text.indexOf('://')), text.slice(text.indexOf('://') + 3)]
    : ['tcp', text];
  if (scheme === 'unix' && rest.startsWith('/')) return { name: text, saidBy, address: { socketPath: rest } };
  if (scheme === 'npipe') return { name: text, saidBy, address: { socketPath: rest || '//./pipe/docker_engine' } };
  if (scheme === 'ssh') throw sshUnsupported(text, saidBy);
  const url = scheme === 'tcp' && rest && URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : undefined;
  if (!url || url.username || url.search || !['', '/'].includes(url.pathname)) throw badHost(text, saidBy);
  // URL drops port 80 as http's default; whoever wrote it means it.
  const port = Number(url.port || (/:80\/?$/.test(rest) ? 80 : tls ? 2376 : 2375));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { name: `tcp://${url.hostname}:${port}`, saidBy, address: { host, port }, ...(tls && { tls }) };
}

const badHost = (text: string, saidBy: string): UserError =>
  new UserError({
    code: 'bad-docker-host',
    message: `${saidBy} names "${text}", which is no address of a Docker Engine.`,
    got: text,
    expected: 'unix:///PATH or tcp://HOST:PORT',
    hint: 'Correct it, or unset it to use the default socket.',
  });

const sshUnsupported = (text: string, saidBy: string): UserError =>
  new UserError({
    code: 'ssh-host-unsupported',
    message: `${saidBy} names "${text}", and engines over ssh are not supported.`,
    got: text,
    expected: 'unix:///PATH or tcp://HOST:PORT',
    hint: 'Forward the socket: ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock HOST, and set DOCKER_HOST=unix:///tmp/docker.sock.',
  });
