import { UserError } from '../../errors.ts';
import type { BuildRequest } from '../../ports.ts';

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageBuild; never any registry credentials. */
export function buildQuery(request: BuildRequest, tag: string, dockerfile: string): Readonly<Record<string, string>> {
  const { target, platform, network } = request;
  return {
    dockerfile,
    t: tag,
    buildargs: JSON.stringify(request.buildArgs),
    rm: '1',
    forcerm: '1',
    ...(target !== undefined && { target }),
    ...(platform !== undefined && { platform }),
    ...(network !== undefined && { networkmode: network }),
    ...(request.noCache && { nocache: '1' }),
    ...(request.pull && { pull: '1' }),
  };
}

/** @throws UserError `needs-buildx` for what the Engine API cannot do. */
export function refuseWhatNeedsBuildx(request: BuildRequest): void {
  const asked = askedOfBuildx(request);
  if (asked.length === 0) return;
  throw new UserError({
    code: 'needs-buildx',
    message: `Building with ${asked.join(' and ')} needs docker buildx, ${request.builder === 'engine' ? 'and the builder "engine" was chosen' : 'which the docker command here does not have'}.`,
    got: asked.join(', '),
    expected: 'a build without them',
    hint: 'Install buildx (https://docs.docker.com/go/buildx/) and leave the builder at "auto".',
  });
}

/** What of a request only buildx can do. */
export function askedOfBuildx(request: BuildRequest): readonly string[] {
  const lists = {
    secrets: request.secrets,
    ssh: request.ssh,
    'cache import': request.cacheFrom,
    'cache export': request.cacheTo,
  };
  const asked = Object.entries(lists).filter(([, list]) => list.length > 0);
  const contexts = Object.keys(request.buildContexts).length > 0 ? ['build contexts'] : [];
  return [...asked.map(([name]) => name), ...contexts];
}
