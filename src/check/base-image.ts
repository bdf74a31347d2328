import { UserError } from '../errors.ts';
import type { ImageSource, OpenImage, SourceReference } from '../ports.ts';
import type { Digest } from '../result/measurement.ts';
import type { UnderstoodDockerfile } from './understand.ts';
import type { Workshop } from './workshop.ts';

/** The image that the final stage's outermost FROM names, where it is none of our stages. */
export function finalBase({ report }: UnderstoodDockerfile): string | undefined {
  let stage = report.stages[report.final.stage];
  while (stage && stage.base.stage !== null) stage = report.stages[stage.base.stage];
  return stage?.base.reference ?? undefined;
}

/** DiffIDs of the base image when the engine has it and the built image really stands on it. */
export async function diffIdsOfBase(
  understood: UnderstoodDockerfile,
  built: OpenImage,
  { images, signal }: Workshop,
): Promise<readonly Digest[] | undefined> {
  const reference = finalBase(understood);
  if (reference === undefined) return undefined;
  if (reference === 'scratch') return [];
  const base = await openIfThere(images, { kind: 'engine', reference }, built.facts.platform, signal);
  const diffIds = base?.facts.diffIds;
  // A tag that moved since the build no longer tells what the image stands on.
  return diffIds?.every((diffId, index) => built.facts.diffIds[index] === diffId) ? diffIds : undefined;
}

async function openIfThere(
  images: ImageSource,
  source: SourceReference,
  platform: string,
  signal: AbortSignal,
): Promise<OpenImage | undefined> {
  try {
    return await images.open(source, platform, signal);
  } catch (thrown) {
    if (
      thrown instanceof UserError &&
      thrown.problems.every(({ code }) => code === 'no-such-image' || code === 'no-such-platform')
    )
      return undefined;
    throw thrown;
  }
}
