import { describeDockerfile } from '../dockerfile/report.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { ImageSetting } from '../settings/settings.ts';

/** A Dockerfile with its text, which a variant may have to cut. */
export interface UnderstoodDockerfile {
  readonly path: string;
  readonly text: string;
  readonly report: DockerfileReport;
}

const maxDockerfileBytes = 2 ** 20;

/**
 * Reads and understands an image's Dockerfile; undefined for an image that is not built here.
 * @throws UserError `no-dockerfile`, or the parser's with file, line and column
 */
export async function understandDockerfile(
  {
    image,
    dockerfile,
    buildArgs,
    target,
  }: Pick<ImageSetting, 'dockerfile' | 'buildArgs'> & Partial<Pick<ImageSetting, 'image' | 'target'>>,
  platform: string | undefined,
  checkout: Checkout,
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
  const options = { buildArgs, ...(target !== undefined && { target }), ...(platform !== undefined && { platform }) };
  return { path: dockerfile, text, report: describeDockerfile(text, dockerfile, options) };
}
