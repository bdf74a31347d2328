import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError, type Problem } from '../errors.ts';
import { redactor } from '../known-secrets.ts';
import type { Builder, BuildRequest, Progress } from '../ports.ts';
import { isSecret, looksRandom } from '../secrets.ts';
import { readDockerConfig } from './registry/docker-config.ts';
import type { Environment } from './engine/docker-config.ts';

const maxSecretBytes = 64 * 1024;

/**
 * Builds without a secret in progress, log or error: BuildKit shows build arguments where a RUN uses them, and a step
 * prints what it likes.
 */
export function discreetBuilder(
  environment: Environment,
  progress: Progress,
  builderFor: (progress: Progress) => Promise<Builder>,
): Builder {
  return {
    async build(request, signal) {
      const { secrets, declared } = knownSecrets(request, environment);
      const redact = redactor(secrets, declared);
      const builder = await builderFor(discreet(progress, redact));
      try {
        return await builder.build(request, signal);
      } catch (thrown) {
        throw withoutSecrets(thrown, redact);
      }
    },
  };
}

/** Values that this build or its surroundings hold for secrets, and those that somebody gave it as such. */
function knownSecrets(request: BuildRequest, environment: Environment) {
  const named = Object.entries(environment);
  const given = Object.entries(request.buildArgs);
  return {
    secrets: [
      ...named.flatMap(([name, value]) => (value !== undefined && isSecret(name, value) ? [value] : [])),
      ...given.flatMap(([, value]) => (looksRandom(value) ? [value] : [])),
      ...registryPasswords(environment),
    ],
    declared: [
      ...given.flatMap(([name, value]) => (isSecret(name, value) ? [value] : [])),
      ...request.secrets.flatMap((secret) => valueOf(secret, request, environment)),
    ],
  };
}

/** `id=ID,src=FILE` or `id=ID,env=NAME`; without either, the variable or else the file called ID. */
function valueOf(secret: string, { contextDir }: BuildRequest, environment: Environment): readonly string[] {
  const fields = new Map(
    secret.split(',').map((field) => [field.split('=')[0] ?? '', field.slice(field.indexOf('=') + 1)]),
  );
  const variable = environment[fields.get('env') ?? fields.get('id') ?? ''];
  const file = fields.get('src') ?? fields.get('source');
  if (variable !== undefined && file === undefined) return [variable];
  const text = file === undefined ? undefined : (beginningOf(resolve(contextDir, file)) ?? beginningOf(resolve(file)));
  return text === undefined ? [] : [text];
}

/** A file that is not there is the builder's to complain of. */
function beginningOf(path: string): string | undefined {
  try {
    const descriptor = openSync(path, 'r');
    const bytes = Buffer.alloc(maxSecretBytes);
    const count = readSync(descriptor, bytes);
    closeSync(descriptor);
    return bytes.toString('utf8', 0, count);
  } catch {
    return undefined;
  }
}

function registryPasswords(environment: Environment): readonly string[] {
  const auths = Object.values(readDockerConfig(environment)?.auths ?? {});
  return auths.flatMap((one) => {
    const { auth = '', password = '', identitytoken = '', registrytoken = '' } = one ?? {};
    const decoded = Buffer.from(auth, 'base64').toString('utf8');
    return [auth, decoded.slice(decoded.indexOf(':') + 1).replace(/\0+$/, ''), password, identitytoken, registrytoken];
  });
}

function discreet(progress: Progress, redact: (text: string) => string): Progress {
  // A secret that the program broke into lines goes on where the line before ended.
  let before = '';
  return {
    step(text) {
      const step = progress.step(redact(text));
      return {
        update: (detail) => step.update(redact(detail)),
        done: (detail) => step.done(detail === undefined ? undefined : redact(detail)),
      };
    },
    log(text) {
      const lines = before.split('\n').length;
      const shown = redact(`${before}\n${text}`).split('\n').slice(lines).join('\n');
      before = text.trimEnd().split('\n').at(-1) ?? '';
      progress.log(shown);
    },
  };
}

function withoutSecrets(thrown: unknown, redact: (text: string) => string): unknown {
  if (thrown instanceof UserError) {
    const [first, ...others] = thrown.problems.map((problem) => problemWithout(problem, redact));
    return first ? new UserError([first, ...others]) : thrown;
  }
  if (!(thrown instanceof Error)) return thrown;
  // A bug shows its stack and its causes, so that they must hold none either; what kind of error it is stays.
  thrown.message = redact(thrown.message);
  if (thrown.stack !== undefined) thrown.stack = redact(thrown.stack);
  if (thrown.cause !== undefined) thrown.cause = withoutSecrets(thrown.cause, redact);
  return thrown;
}

function problemWithout(problem: Problem, redact: (text: string) => string): Problem {
  const { message, expected, got, output, hint } = problem;
  return {
    ...problem,
    message: redact(message),
    hint: redact(hint),
    ...(expected !== undefined && { expected: redact(expected) }),
    ...(got !== undefined && { got: redact(got) }),
    ...(output && { output: redact(output.join('\n')).split('\n') }),
  };
}
