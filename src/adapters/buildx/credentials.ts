import { UserError } from '../../errors.ts';
import type { BuildRequest } from '../../ports.ts';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import { readDockerfile } from '../engine/context-files.ts';
import type { Environment } from '../engine/docker-config.ts';
import { hostOfServer, readDockerConfig } from '../registry/docker-config.ts';

/** Whether the user has credentials for a registry that the Dockerfile takes images from; only the docker command may use them. */
export async function needsCredentials(request: BuildRequest, environment: Environment): Promise<boolean> {
  const config = readDockerConfig(environment);
  if (!config) return false;
  const known = new Set([...Object.keys(config.auths), ...Object.keys(config.credHelpers)].map(hostOfServer));
  if (known.size === 0) return false;
  const dockerfile = (await readDockerfile(request.dockerfile)).toString('utf8');
  return hostsOfDockerfile(dockerfile).some((host) => host === undefined || known.has(host));
}

/** Registries of all images a Dockerfile names; undefined where a variable stands in for it. */
function hostsOfDockerfile(text: string): readonly (string | undefined)[] {
  const stages = new Set<string>();
  const images: string[] = [];
  for (const { detail } of instructionsOf(text)) {
    if (detail.kind === 'FROM') {
      if (!stages.has(detail.image.toLowerCase())) images.push(detail.image);
      if (detail.name !== null) stages.add(detail.name.toLowerCase());
    } else if (
      detail.kind === 'COPY' &&
      detail.from !== null &&
      !/^\d+$/.test(detail.from) &&
      !stages.has(detail.from.toLowerCase())
    )
      images.push(detail.from);
  }
  return images.filter((image) => image !== 'scratch').map(hostOfImage);
}

/** A Dockerfile that does not parse fails in whichever builder, with its words. */
function instructionsOf(text: string): ReturnType<typeof parseDockerfile>['instructions'] {
  try {
    return parseDockerfile(text, 'Dockerfile').instructions;
  } catch (thrown) {
    if (thrown instanceof UserError) return [];
    throw thrown;
  }
}

function hostOfImage(image: string): string | undefined {
  const [first = ''] = image.split('/');
  if (first.includes('$')) return undefined;
  const isHost = image.includes('/') && (/[.:]/.test(first) || first === 'localhost');
  return isHost ? hostOfServer(first) : 'docker.io';
}
