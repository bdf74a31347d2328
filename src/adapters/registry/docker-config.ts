import { join } from 'node:path';
import { z } from 'zod';
import { dockerConfigDir, parseJson, readOptional, type Environment } from '../engine/docker-config.ts';

const text = z.string().optional();
const entry = z.object({ auth: text, username: text, password: text, identitytoken: text, registrytoken: text });
const schema = z.object({
  auths: z.record(z.string(), entry.nullable()).optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
  credsStore: text,
});

/** What ~/.docker/config.json says about registries: https://docs.docker.com/reference/cli/docker/#configuration-files */
export interface DockerConfig {
  readonly path: string;
  readonly auths: Readonly<Record<string, DockerAuth | null>>;
  readonly credHelpers: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

/** One registry's entry under `auths`. */
export type DockerAuth = Readonly<z.infer<typeof entry>>;

const dockerHub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/** The user's own file; undefined when there is none. @throws UserError `broken-docker-config` */
export function readDockerConfig(environment: Environment): DockerConfig | undefined {
  const path = join(dockerConfigDir(environment), 'config.json');
  const found = readOptional(path);
  if (found === undefined) return undefined;
  const { auths = {}, credHelpers = {}, credsStore } = parseJson(path, found, schema);
  return { path, auths, credHelpers, ...(credsStore && { credsStore }) };
}

/** The registry's host with its port that a key of the file means: keys look like `ghcr.io` or `https://index.docker.io/v1/`. */
export function hostOfServer(server: string): string {
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
  return dockerHub.has(host) ? 'docker.io' : host;
}

/** The entry for a host: the very key first, else one that means the host. */
export function entryOfHost<T>(entries: Readonly<Record<string, T>>, host: string): T | undefined {
  if (Object.hasOwn(entries, host)) return entries[host];
  return Object.entries(entries).find(([server]) => hostOfServer(server) === host)?.[1];
}
