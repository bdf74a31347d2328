import type { BuildOptions as DockerfileOptions } from '../dockerfile/expand.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

/** A Dockerfile with its text, which a variant may have to cut. */
export interface UnderstoodDockerfile {
  readonly path: string;
  readonly text: string;
  readonly report: DockerfileReport;
  /** What it was understood with, to read it again. */
  readonly options?: DockerfileOptions;
}

type Named = Pick<ImageSetting, 'dockerfile' | 'buildArgs'> & Partial<Pick<ImageSetting, 'image' | 'target'>>;

const maxDockerfileBytes = 2 ** 20;

/**
 * Reads and understands an image's Dockerfile; undefined for an image that is not built here.
 * @throws UserError `no-dockerfile`, or the parser's with file, line and column
 */
export async function understandDockerfile(
  { image, dockerfile, buildArgs, target }: Named,
  platform: string | undefined,
  checkout: Checkout,
  more: Pick<DockerfileOptions, 'buildPlatform' | 'buildContexts'> = {},
): Promise<UnderstoodDockerfile | undefined> {
  if (image !== undefined) return undefined;
  const text = await checkout.readText(dockerfile, maxDockerfileBytes);
  if (text === undefined) {
    throw new UserError({
      code: 'no-dockerfile',
      message: `There is no Dockerfile at ${dockerfile}.`,
      expected: 'a Dockerfile, or an image to check',
      hint: 'Name it with --file, or under `images:` in the configuration; an image that exists is checked by its name.',
    });
  }
  const options = {
    ...more,
    buildArgs,
    ...(target !== undefined && { target }),
    ...(platform !== undefined && { platform }),
  };
  // Loaded when there is one: most images that exist are checked without.
  const { describeDockerfile } = await import('../dockerfile/report.ts');
  return { path: dockerfile, text, options, report: describeDockerfile(text, dockerfile, options) };
}

/** As {@link understandDockerfile}, with what the builder adds: its own platform and the build contexts. */
export async function understandBuild(
  image: Named,
  platform: string | undefined,
  { buildContexts }: BuildOptions,
  { checkout, builderPlatform }: Workshop,
): Promise<UnderstoodDockerfile | undefined> {
  if (image.image !== undefined) return undefined;
  const buildPlatform = await builderPlatform();
  return understandDockerfile(image, platform ?? buildPlatform, checkout, { buildPlatform, buildContexts });
}
