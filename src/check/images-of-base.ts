import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { Notice } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { understandDockerfile } from './understand.ts';

/** Images to check, and what is to be said about how the change treats them. */
export interface ImagesToCheck {
  readonly images: readonly ImageSetting[];
  readonly notices: readonly Notice[];
}

/**
 * What is checked when base and change name different images. The base's word counts as long as the change's files allow
 * it: an image that is taken off the list is still checked while its Dockerfile is there, and a setting that changed is
 * that of the base unless what it names is gone. New images are checked as the change has them.
 */
export async function imagesOfBase(
  base: readonly ImageSetting[],
  head: readonly ImageSetting[],
  files: Checkout,
): Promise<ImagesToCheck> {
  const kept: Settled[] = [];
  for (const was of base) {
    const now = head.find(({ name }) => name === was.name);
    kept.push(await (now ? settled(was, now, files) : removed(was, files)));
  }
  const added = head.filter(({ name }) => !base.some((was) => was.name === name));
  return {
    images: [...kept.flatMap(({ image }) => (image ? [image] : [])), ...added],
    notices: [
      ...kept.flatMap(({ notice }) => (notice === undefined ? [] : [notice])),
      ...added.map(({ name }) => say('notice', `The image ${name} is new in this change.`)),
    ],
  };
}

interface Settled {
  readonly image?: ImageSetting;
  readonly notice?: Notice;
}

async function removed(was: ImageSetting, files: Checkout): Promise<Settled> {
  const gone = `This change takes the image ${was.name} off the list of images`;
  return (await canBeMade(was, files))
    ? { image: was, notice: say('warning', `${gone}; as it can still be made, it is checked this once more.`) }
    : { notice: say('warning', `${gone}; what it was made from is gone, so it is not checked.`) };
}

async function settled(was: ImageSetting, now: ImageSetting, files: Checkout): Promise<Settled> {
  const keys = changedKeys(was, now);
  if (keys.length === 0) return { image: was };
  const what = `This change sets ${keys.join(', ')} of the image ${was.name} anew`;
  if (!(await canBeMade(was, files))) {
    const image = { ...now, baseline: was.baseline };
    const notice = say('warning', `${what}; what the base names is gone, so it is checked as this change has it.`);
    return { image, notice };
  }
  const variants = was.variants.filter(
    ({ image, dockerfile }) => image !== undefined || dockerfile === undefined || files.kindOf(dockerfile) === 'file',
  );
  // What the base leaves open, the Dockerfile of this very change could say as well.
  const image = { ...was, variants, buildArgs: { ...now.buildArgs, ...was.buildArgs } };
  return { image, notice: say('notice', `${what}; it is checked as the base has it.`) };
}

const keysToCompare = [
  'dockerfile',
  'context',
  'target',
  'buildArgs',
  'platforms',
  'image',
  'variants',
  'findVariants',
  'baseline',
] as const;

function changedKeys(was: ImageSetting, now: ImageSetting): readonly string[] {
  return keysToCompare.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key])).map(asWritten);
}

const asWritten = (key: string): string => ({ buildArgs: 'build-args', findVariants: 'variants' })[key] ?? key;

/** Whether the change still has what an image is made from: Dockerfile, target and context. */
async function canBeMade(image: ImageSetting, files: Checkout): Promise<boolean> {
  if (image.image !== undefined) return true;
  if (files.kindOf(image.context) !== 'folder') return false;
  try {
    await understandDockerfile(image, undefined, files);
    return true;
  } catch (thrown) {
    if (thrown instanceof UserError) return false;
    throw thrown;
  }
}

const say = (level: Notice['level'], message: string): Notice => ({ level, message });
