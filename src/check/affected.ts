import { contextSources, isReadBy } from '../dockerfile/context-sources.ts';
import { cleanPath, parseIgnoreFile, type IgnoreRules } from '../dockerfile/ignore.ts';
import { readDockerfile } from '../dockerfile/report.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { Changes } from '../repository-port.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { planVariants } from './variants.ts';

/** One build of an image: its own, or a variant's. */
type Build = Pick<ImageSetting, 'context' | 'dockerfile' | 'target' | 'buildArgs'>;

/** What is looked at. */
export interface Look {
  readonly changes: Changes;
  /** A rule that can fail weighs all of the build context, read by the build or not. */
  readonly isContextJudged: boolean;
}

const maxFileBytes = 2 ** 20;

/**
 * Why a change may alter an image: its Dockerfile, its ignore file, or what the build reads of its context. Where that
 * cannot be told, it may. @returns undefined when the change cannot alter it
 */
export async function whyAffected(image: ImageSetting, look: Look, checkout: Checkout): Promise<string | undefined> {
  for (const build of buildsOf(image)) {
    const why = await whyBuildDiffers(build, look, checkout);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The single-stage twin needs no more than the whole, so that the Dockerfile need not be read for this. */
function buildsOf(image: ImageSetting): readonly Build[] {
  return planVariants(image, undefined).flatMap((variant) => ('image' in variant ? [] : [variant]));
}

async function whyBuildDiffers(
  build: Build,
  { changes, isContextJudged }: Look,
  checkout: Checkout,
): Promise<string | undefined> {
  const dockerfile = cleanPath(build.dockerfile);
  if (changes.links.includes(dockerfile))
    return `${dockerfile} is a symbolic link, so what it leads to may have changed.`;
  const own = new Set([dockerfile, `${dockerfile}.dockerignore`, inContext(build.context, '.dockerignore')]);
  const touched = changes.paths.find((path) => own.has(path));
  if (touched !== undefined) return `${touched} changed.`;
  const context = cleanPath(build.context);
  const below = (paths: readonly string[]) => paths.flatMap((path) => pathBelow(context, path) ?? []);
  const ignored = await ignoreRulesOf(build, checkout);
  // A link that is copied brings what it leads to, wherever in the context that is.
  const isWhole = isContextJudged || below(changes.links).length > 0;
  const sources = isWhole ? undefined : await sourcesOf(build, checkout);
  const found = below(changes.paths).find(
    (path) =>
      path === '.' ||
      (ignored?.match(path).ignored !== true && (sources?.some((source) => isReadBy(source, path)) ?? true)),
  );
  if (found === undefined) return undefined;
  const what = sources === undefined ? 'is in its build context' : 'is read by its build';
  return `${inContext(context, found)} changed, which ${what}.`;
}

/** @returns undefined where all of the context may be read, also for a Dockerfile that cannot be understood */
async function sourcesOf(build: Build, checkout: Checkout): Promise<readonly string[] | undefined> {
  return orUnknown(async () => {
    const text = await checkout.readText(build.dockerfile, maxFileBytes);
    const { dockerfile, buildArgs, target } = build;
    const options = { buildArgs, ...(target !== undefined && { target }) };
    return text === undefined ? undefined : contextSources(readDockerfile(text, dockerfile, options));
  });
}

/** The Dockerfile's own ignore file, else the context's; unreadable ones leave nothing out. */
async function ignoreRulesOf(build: Build, checkout: Checkout): Promise<IgnoreRules | undefined> {
  return orUnknown(async () => {
    for (const path of [`${build.dockerfile}.dockerignore`, inContext(build.context, '.dockerignore')]) {
      const text = await checkout.readText(path, maxFileBytes);
      if (text !== undefined) return parseIgnoreFile(text, path);
    }
    return undefined;
  });
}

/** The job that checks the image says what is wrong with its files; here they only mean that nothing is known. */
async function orUnknown<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

const inContext = (context: string, path: string): string => cleanPath(`${context}/${path}`);

/** A path as seen from a folder; '.' for a submodule that holds the folder; undefined when it is elsewhere. */
function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '.') return path;
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  return folder === path || folder.startsWith(`${path}/`) ? '.' : undefined;
}
