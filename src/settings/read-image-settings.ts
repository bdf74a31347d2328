import { UserError } from '../errors.ts';
import { readImages } from './images.ts';
import { readConfig } from './policy-chain.ts';
import { readInputs } from './read-inputs.ts';
import type { SettingsRequest } from './read-settings.ts';
import type { ImageSetting } from './settings.ts';

/**
 * The images of a configuration with the inputs laid over them, for what judges nothing: no policy is fetched or read.
 * @throws UserError with everything that is wrong with the file's shape, the images and the inputs.
 */
export function readImageSettings({
  configText,
  configFile = 'plimsoll.yml',
  inputs,
  folderName,
}: Pick<SettingsRequest, 'configText' | 'configFile' | 'inputs' | 'folderName'>): readonly ImageSetting[] {
  const { values, problems: inputProblems } = readInputs(inputs);
  const read = configText === undefined ? undefined : readConfig(configFile, configText);
  const file = read && 'yaml' in read ? read : undefined;
  const shape = read && 'problems' in read ? read.problems : [];
  const { images, problems } = readImages(file?.config.images, values, folderName);
  // Of a broken file nothing is known, so that no name is a strange one.
  const [first, ...others] = shape.length > 0 ? [...shape, ...inputProblems] : [...inputProblems, ...problems];
  if (first) throw new UserError([first, ...others]);
  return images;
}
