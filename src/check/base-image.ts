import { UserError, type Problem } from '../errors.ts';
import type { ImageFacts } from '../image/image.ts';
import type { ImageSource, SourceReference } from '../ports.ts';
import type { Digest, ImageConfig } from '../result/measurement.ts';
import type { UnderstoodDockerfile } from './understand.ts';
import type { Workshop } from './workshop.ts';

/** What is known of the image that a built one stands on. */
export interface KnownBase {
  /** As the Dockerfile comes to it: a normalised reference, or `scratch`. */
  readonly reference: string;
  readonly diffIds: readonly Digest[];
  /** Absent of `scratch`, which has none. */
  readonly config?: ImageConfig;
  /** When it says it was made. */
  readonly created?: string;
}

/** The image that the final stage's outermost FROM names, where it is none of our stages. */
export function finalBase({ report }: UnderstoodDockerfile): string | undefined {
  let stage = report.stages[report.final.stage];
  while (stage && stage.base.stage !== null) stage = report.stages[stage.base.stage];
  return stage?.base.reference ?? undefined;
}

/**
 * The base image, when the engine has it and the built image really stands on it.
 * @param asksRegistry whether a rule wants it from the registry where the engine does not have it; only its configuration is fetched
 */
export async function baseOf(
  understood: UnderstoodDockerfile,
  built: ImageFacts,
  { images, progress, signal }: Pick<Workshop, 'images' | 'progress' | 'signal'>,
  asksRegistry = false,
): Promise<KnownBase | undefined> {
  const reference = finalBase(understood);
  if (reference === undefined) return undefined;
  if (reference === 'scratch') return { reference, diffIds: [] };
  const own = await factsIfThere(images, { kind: 'engine', reference }, built.platform, signal);
  const facts =
    own ?? (asksRegistry ? await factsOfRegistry(reference, built, { images, progress, signal }) : undefined);
  // A tag that moved since the build no longer tells what the image stands on.
  if (!facts?.diffIds.every((diffId, index) => built.diffIds[index] === diffId)) return undefined;
  const { diffIds, config, created } = facts;
  return { reference, diffIds, config, ...(created !== undefined && { created }) };
}

/** A registry that does not answer leaves the question open, and the rule that asked says so. */
async function factsOfRegistry(
  reference: string,
  { platform }: ImageFacts,
  { images, progress, signal }: Pick<Workshop, 'images' | 'progress' | 'signal'>,
): Promise<ImageFacts | undefined> {
  const step = progress.step(`Asking the registry for ${reference}`);
  try {
    return (await images.open({ kind: 'registry', reference }, platform, signal)).facts;
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  } finally {
    step.done();
  }
}

const isAbsent = ({ code }: Pick<Problem, 'code'>): boolean => code === 'no-such-image' || code === 'no-such-platform';

async function factsIfThere(
  images: ImageSource,
  source: SourceReference,
  platform: string,
  signal: AbortSignal,
): Promise<ImageFacts | undefined> {
  try {
    return (await images.open(source, platform, signal)).facts;
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.problems.every(isAbsent)) return undefined;
    throw thrown;
  }
}
