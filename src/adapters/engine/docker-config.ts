import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { UserError } from '../../errors.ts';

/** The variables of the process, handed in by the composition root. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of config.json: DOCKER_CONFIG, else ~/.docker. */
export const dockerConfigDir = (environment: Environment): string =>
  environment['DOCKER_CONFIG'] || join(environment['HOME'] ?? environment['USERPROFILE'] ?? '/', '.docker');

/** A file's text; undefined when there is none. @throws UserError `broken-docker-config`. */
export function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR'))
      return undefined;
    throw brokenConfig(path, 'it cannot be read', cause);
  }
}

/** @throws UserError `broken-docker-config`. */
export function parseJson<T>(path: string, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw brokenConfig(path, 'it is not what docker writes there', cause);
  }
}

const brokenConfig = (path: string, why: string, cause: unknown): UserError =>
  new UserError(
    {
      code: 'broken-docker-config',
      message: `${path} is broken: ${why}.`,
      got: path,
      hint: 'Repair or remove the file; `docker info` reads the same one.',
    },
    { cause },
  );
