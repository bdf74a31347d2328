import { Interrupted } from '../../errors.ts';
import type { BuildRequest } from '../../ports.ts';
import type { Environment } from '../engine/host.ts';
import { builderEnvironment, ProcessFailed, runProcess } from '../process.ts';
import { timeoutSignal } from '../../deadline.ts';

/** What of docker's command line this machine has. */
export type BuildCommand =
  | { readonly kind: 'buildx'; readonly statusAsJson: boolean }
  /** `docker build` with the BuildKit client of the docker command itself: 18.09 to 22. */
  | { readonly kind: 'docker-build' };

/** Looks for `docker buildx`, then for a docker command that speaks BuildKit on its own. @returns undefined where there is neither. */
export async function findBuildCommand(
  environment: Environment,
  signal: AbortSignal,
): Promise<BuildCommand | undefined> {
  const buildx = await versionOf(environment, ['buildx', 'version'], signal);
  // Distributions append `+ds1`; a development build has no number and is taken as new.
  const [, major = '1', minor = '0'] = /\bv?(\d+)\.(\d+)\.\d+/.exec(buildx ?? '') ?? [];
  if (buildx !== undefined) return { kind: 'buildx', statusAsJson: Number(major) > 0 || Number(minor) >= 13 };
  const docker = await versionOf(environment, ['--version'], signal);
  const dockerMajor = Number(/version (\d+)\./.exec(docker ?? '')?.[1] ?? Number.NaN);
  return dockerMajor >= 18 && dockerMajor < 23 ? { kind: 'docker-build' } : undefined;
}

async function versionOf(
  environment: Environment,
  args: readonly string[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const deadline = timeoutSignal(10_000);
  try {
    const both = AbortSignal.any([signal, deadline]);
    return await runProcess({ program: 'docker', args, environment: builderEnvironment(environment), signal: both });
  } catch (thrown) {
    if (thrown instanceof ProcessFailed || (thrown instanceof Interrupted && !signal.aborted)) return undefined;
    throw thrown;
  }
}

const list = (flag: string, values: readonly string[]): readonly string[] =>
  values.map((value) => `--${flag}=${value}`);

/** Arguments for a build. Every value is glued to its flag, so that none can be taken for another flag. */
export function buildArguments(
  command: BuildCommand,
  request: BuildRequest,
  tag: string,
  idFile: string,
): readonly string[] {
  const pairs = (flag: string, record: Readonly<Record<string, string>>): readonly string[] =>
    list(
      flag,
      Object.entries(record).map(([key, value]) => `${key}=${value}`),
    );
  const one = (flag: string, value: string | undefined): readonly string[] =>
    list(flag, value === undefined ? [] : [value]);
  const isBuildx = command.kind === 'buildx';
  return [
    ...(isBuildx ? ['buildx', 'build', '--load'] : ['build']),
    `--progress=${isBuildx && command.statusAsJson ? 'rawjson' : 'plain'}`,
    `--iidfile=${idFile}`,
    `--file=${request.dockerfile}`,
    `--tag=${tag}`,
    ...pairs('build-arg', request.buildArgs),
    ...one('target', request.target),
    ...one('platform', request.platform),
    ...one('network', request.network),
    ...list('secret', request.secrets),
    ...list('ssh', request.ssh),
    ...list('cache-from', request.cacheFrom),
    ...list('cache-to', request.cacheTo),
    ...pairs('build-context', request.buildContexts),
    ...(request.noCache ? ['--no-cache'] : []),
    ...(request.pull ? ['--pull'] : []),
    '--',
    request.contextDir,
  ];
}

/** The environment the builder sees: ours cleaned, with the variables that `--secret id=X,env=NAME` names. */
export function buildEnvironment(environment: Environment, request: BuildRequest): Environment {
  const asked = request.secrets.flatMap((secret) =>
    secret.split(',').flatMap((part) => (part.startsWith('env=') ? [part.slice(4)] : [])),
  );
  // No attestations: they would make an index of the image, and the Engine API makes none either.
  return { ...builderEnvironment(environment, asked), DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' };
}
