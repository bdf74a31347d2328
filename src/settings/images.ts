import type { Problem } from '../errors.ts';
import type { BaselineSetting } from '../ports.ts';
import { asBaseline, readBaselineInput } from './baselines.ts';
import type { ConfigFile, ImageInFile } from './config-file.ts';
import type { InputValues } from './inputs.ts';
import { unknownKey } from './wording.ts';
import type { ImageSetting, VariantSetting } from './settings.ts';

/** Images with the inputs laid over them, and what does not fit. */
export interface ReadImages {
  readonly images: readonly ImageSetting[];
  readonly problems: readonly Problem[];
}

/** Inputs that speak of one image; build arguments and the platform are for all of them, as in compose. */
const imageInputs = ['image', 'dockerfile', 'context', 'target'] as const;

/**
 * Lays the inputs over the configured images; without a configured image, one is made of the inputs.
 * @param folderName the checkout's own folder, which names an image that nothing else names.
 * @param mayLack `only` may name images that are not configured here, because another revision has them.
 */
export function readImages(
  configured: ConfigFile['images'],
  inputs: InputValues,
  folderName: string,
  mayLack = false,
): ReadImages {
  const baseline = readBaselineInput(inputs.baseline);
  const problems = 'code' in baseline ? [baseline] : [];
  const given = 'code' in baseline ? undefined : baseline.setting;
  if (!configured || Object.keys(configured).length === 0) {
    if (mayLack && inputs.only) return { images: [], problems };
    const fromInputs: ImageInFile = {};
    const stranger = inputs.only?.[0];
    const onlyProblem = stranger === undefined ? [] : [unknownKey(stranger, [], undefined, 'image')];
    return {
      images: [overlay(nameOf(inputs, folderName), fromInputs, inputs, given)],
      problems: [...problems, ...onlyProblem],
    };
  }

  const names = Object.keys(configured);
  const wanted = inputs.only ?? names;
  const strangers = wanted
    .filter((name) => !mayLack && !names.includes(name))
    .map((name) => unknownKey(name, names, undefined, 'image'));
  const chosen = Object.entries(configured).filter(([name]) => wanted.includes(name));
  // What is recorded, rebuilt or in a report is found by the image's name; a published image is the past of one.
  const ofOne = [
    ...imageInputs.filter((name) => inputs[name] !== undefined),
    ...(given?.from === 'image' ? ['baseline'] : []),
  ];
  const ambiguous = chosen.length > 1 ? ofOne.map((name) => ambiguity(name, chosen.length)) : [];
  return {
    images: chosen.map(([name, image]) => overlay(name, image, inputs, given)),
    problems: [...problems, ...strangers, ...ambiguous],
  };
}

function ambiguity(name: string, count: number): Problem {
  const message = `The input \`${name}\` does not say which of ${count} images it is for.`;
  return {
    code: 'ambiguous-input',
    message,
    hint: 'Choose one image with `only`, or set it under `images:` in the configuration.',
  };
}

function overlay(
  name: string,
  image: ImageInFile,
  inputs: InputValues,
  given: BaselineSetting | undefined,
): ImageSetting {
  const target = inputs.target ?? image.target;
  // A Dockerfile or a context on the command line means a build, even of an image that is configured as existing.
  const builds = inputs.dockerfile !== undefined || inputs.context !== undefined;
  const source = inputs.image ?? (builds ? undefined : image.image);
  const variants = typeof image.variants === 'object' ? image.variants : {};
  const findVariants = inputs.variants ?? (image.variants === 'off' ? 'off' : 'auto');
  return {
    name,
    ...readPaths(inputs.dockerfile ?? image.dockerfile, inputs.context ?? image.context),
    ...(target !== undefined && { target }),
    buildArgs: { ...image['build-args'], ...inputs['build-args'] },
    platforms: inputs.platform === undefined ? (image.platforms ?? []) : [inputs.platform],
    ...(source !== undefined && { image: source }),
    variants: Object.entries(variants).map(([variantName, variant]): VariantSetting => asVariant(variantName, variant)),
    findVariants: findVariants === 'auto',
    ...(inputs['no-build'] && { noBuild: true }),
    baseline: given ?? (image.baseline === undefined ? { from: 'default' } : asBaseline(image.baseline)),
  };
}

/** A Dockerfile's context is its folder; a context's Dockerfile is in it. */
function readPaths(
  dockerfile: string | undefined,
  context: string | undefined,
): Pick<ImageSetting, 'dockerfile' | 'context'> {
  const folder = context === undefined ? undefined : tidy(context);
  if (dockerfile === undefined) {
    const within = folder ?? '.';
    return { dockerfile: within === '.' ? 'Dockerfile' : `${within.replace(/\/$/, '')}/Dockerfile`, context: within };
  }
  const file = tidy(dockerfile);
  const slash = file.lastIndexOf('/');
  return { dockerfile: file, context: folder ?? (slash < 0 ? '.' : file.slice(0, slash) || '/') };
}

/** Without `./` in front and `/` behind. */
function tidy(path: string): string {
  return path.replace(/^(\.\/)+/, '').replace(/(?<=[^/])\/+$/, '') || '.';
}

function asVariant(name: string, { context, dockerfile, target, image, ...rest }: ImageInFile): VariantSetting {
  return {
    name,
    ...(context !== undefined && { context }),
    ...(dockerfile !== undefined && { dockerfile }),
    ...(target !== undefined && { target }),
    ...(image !== undefined && { image }),
    buildArgs: rest['build-args'] ?? {},
  };
}

function nameOf({ image, context, dockerfile }: InputValues, folderName: string): string {
  if (image !== undefined) return asName(lastPart(image.replace(/@.*$/, '').replace(/:[^/:]*$/, '')));
  const beside = dockerfile?.split('/').slice(0, -1).join('/');
  return asName(lastPart(context ?? '') ?? lastPart(beside ?? '') ?? folderName);
}

function lastPart(path: string): string | undefined {
  return path.split('/').findLast((part) => part !== '' && part !== '.' && part !== '..');
}

/** Folder and image names in the alphabet of names. */
function asName(text: string | undefined): string {
  const plain = text?.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return plain?.slice(0, 128) || 'image';
}
