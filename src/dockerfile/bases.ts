import { formatReference, readReference, withDefaultTag } from '../image/reference.ts';
import { expandIn, instructionError } from './expand.ts';
import type { GlobalScope } from './expand.ts';
import type { Instruction } from './instruction.ts';
import type { ParsedDockerfile } from './parse.ts';
import { formatPlatform, parsePlatform } from './platform.ts';
import type { Origin, Stage } from './stages.ts';

/** What FROM names: a stage above, an image, or scratch. @throws UserError when it is none */
export function readBase(
  parsed: ParsedDockerfile,
  scope: GlobalScope,
  from: Instruction,
  above: ReadonlyMap<string, number>,
): Stage['base'] {
  const written = from.detail.kind === 'FROM' ? from.detail.image : '';
  const { text, unmatched } = expandIn(parsed, from, written, scope);
  if (text === '') {
    const missing = unmatched.size > 0 ? ` ${[...unmatched].join(', ')} has no value.` : '';
    const message = `The base name ${JSON.stringify(written)} is blank.${missing}`;
    throw instructionError(parsed, from, 'dockerfile-base', message, 'an image, a stage above, or scratch');
  }
  const stage = above.get(text);
  return stage === undefined
    ? { ...imageOrigin(parsed, scope, from, text), written }
    : { stage, reference: null, written };
}

/** An image that an instruction names. @throws UserError when the name is none */
export function imageOrigin(
  parsed: ParsedDockerfile,
  scope: GlobalScope,
  instruction: Instruction,
  name: string,
): Origin {
  if (name === 'scratch') return { stage: null, reference: name };
  const reference = readReference(name);
  if (typeof reference !== 'string') {
    const full = formatReference(withDefaultTag(reference));
    return contextOrigin(scope, full) ?? { stage: null, reference: full };
  }
  const message = `${JSON.stringify(name)} is no stage and names no image: ${reference}.`;
  throw instructionError(
    parsed,
    instruction,
    'dockerfile-base',
    message,
    '[REGISTRY/]REPOSITORY[:TAG][@DIGEST], or a stage',
  );
}

/** FROM's platform, expanded. @throws UserError when it is none */
export function readPlatform(parsed: ParsedDockerfile, scope: GlobalScope, from: Instruction): Stage['platform'] {
  const written = from.detail.kind === 'FROM' ? from.detail.platform : null;
  if (written === null) return null;
  const { text } = expandIn(parsed, from, written, scope);
  const platform = parsePlatform(text);
  if (platform) return { written, name: formatPlatform(platform) };
  const message = `${JSON.stringify(written)} is no platform${text === written ? '' : `; its value is ${JSON.stringify(text)}`}.`;
  throw instructionError(
    parsed,
    from,
    'dockerfile-platform',
    message,
    'os/architecture[/variant], such as linux/arm64',
  );
}

/** What a build context of this name stands for: an image, or files of no image. @param full a normalised reference */
function contextOrigin({ buildContexts }: GlobalScope, full: string): Origin | undefined {
  const found = [...buildContexts].find(([name]) => normalised(name) === full);
  return found && originOfContext(found[1]);
}

/** @param value as `--build-context` takes it */
export function originOfContext(value: string): Origin {
  const image = /^docker-image:\/\/(.*)$/.exec(value)?.[1];
  return { stage: null, reference: image === undefined ? null : (normalised(image) ?? null) };
}

function normalised(name: string): string | undefined {
  const reference = readReference(name);
  return typeof reference === 'string' ? undefined : formatReference(withDefaultTag(reference));
}
