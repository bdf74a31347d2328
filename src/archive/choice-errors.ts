import { UserError } from '../errors.ts';

/** The error for a name that is not there. */
export function noSuchImage(where: string, name: string | undefined, names: readonly string[]): UserError {
  const got = names.length > 0 ? names.join(', ') : 'images without a name';
  return new UserError({
    code: 'no-such-image',
    message: name === undefined ? `${where} holds no image.` : `${where} holds no image \`${name}\`.`,
    got: name === undefined ? 'none' : got,
    hint: name === undefined ? 'Save an image into it first.' : 'Name one of those it holds, or its image ID.',
  });
}

/** The error for a platform that is not there. */
export function noSuchPlatform(where: string, platform: string, platforms: readonly string[]): UserError {
  const list = [...new Set(platforms)].join(', ');
  return new UserError({
    code: 'no-such-platform',
    message: `${where} holds no image for ${platform}, only for ${list}.`,
    expected: platform,
    got: list,
    hint: 'Build it for that platform, or ask for one that is there.',
  });
}

/** The error for a choice that is left open. */
export function ambiguousImage(where: string, choices: readonly string[]): UserError {
  return new UserError({
    code: 'ambiguous-image',
    message: `${where} holds several images that fit: ${choices.join(', ')}.`,
    got: choices.join(', '),
    hint: 'Say which one by its tag, its image ID, or its platform.',
  });
}

/** The error for a manifest of something else. */
export function notAnImage(where: string, mediaType: string): UserError {
  return new UserError({
    code: 'not-an-image',
    message: `${where} holds something else than a container image: ${mediaType}.`,
    got: mediaType,
    hint: 'Name an image; artifacts such as signatures and bills of materials have no layers to measure.',
  });
}
