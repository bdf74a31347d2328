import { UserError } from '../errors.ts';

/** An image's name in full, as distribution normalises it: https://github.com/distribution/reference */
export interface ImageReference {
  /** Registry with its port; `docker.io` when none is written. */
  readonly domain: string;
  /** Repository; on Docker Hub with `library/` when no user is written. */
  readonly path: string;
  readonly tag: string | null;
  /** `algorithm:hex`. */
  readonly digest: string | null;
}

const defaultDomain = 'docker.io';
const maxPathCharacters = 255;
const hexCharacters: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathPart = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const grammar = new RegExp(
  `^(?:(${domain})/)?(${pathPart}(?:/${pathPart})*)(?::(\\w[\\w.-]{0,127}))?(?:@(${digest}))?$`,
);
/** Longer names cannot be valid, and are not matched: the grammar backtracks. */
const maxCharacters = 1024;

/** A reference cut by the grammar alone, nothing completed; domain '' when none is written. @returns the reason when it is none */
export function splitReference(text: string): ImageReference | string {
  if (text === '') return 'the name is empty';
  const match = text.length <= maxCharacters ? grammar.exec(text) : null;
  if (!match) {
    const lower = text.length <= maxCharacters && grammar.test(text.toLowerCase());
    return lower ? 'the repository name must be lower case' : 'the name has not the form of an image reference';
  }
  const [, domainText = '', path = '', tag = null, digestText = null] = match;
  if (path.length > maxPathCharacters) return `the repository name is longer than ${maxPathCharacters} characters`;
  const wrong = digestText === null ? undefined : checkDigest(digestText);
  return wrong ?? { domain: domainText, path, tag, digest: digestText };
}

function checkDigest(text: string): string | undefined {
  const [algorithm = '', hex = ''] = text.split(':');
  const length = Object.hasOwn(hexCharacters, algorithm) ? hexCharacters[algorithm] : undefined;
  if (length === undefined) return `the digest algorithm ${algorithm} is not supported`;
  if (hex.length !== length) return `a ${algorithm} digest has ${length} hexadecimal digits, not ${hex.length}`;
  return /^[a-f0-9]+$/.test(hex) ? undefined : 'a digest is written in lower case';
}

/** Reads and completes a reference (`docker.io`, `library/`); a missing tag stays missing. @returns the reason when it is none */
export function readReference(text: string): ImageReference | string {
  if (/^[a-f0-9]{64}$/.test(text)) return 'a name cannot be 64 hexadecimal digits, which is an image ID';
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const isDomain = first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
  const written = isDomain ? first : defaultDomain;
  const known = written === 'index.docker.io' ? defaultDomain : written;
  const rest = isDomain ? text.slice(slash + 1) : text;
  const remote = known === defaultDomain && !rest.includes('/') ? `library/${rest}` : rest;
  const name = /^[^:@]*/.exec(remote)?.[0] ?? '';
  if (name !== name.toLowerCase()) return `the repository name ${name} must be lower case`;
  const split = splitReference(`${known}/${remote}`);
  if (typeof split === 'string') return text === '' ? 'the name is empty' : split;
  return split.domain === '' ? 'the name has not the form of an image reference' : split;
}

/** As {@link readReference}. @throws UserError `image-reference` */
export function parseReference(text: string): ImageReference {
  const reference = readReference(text);
  if (typeof reference !== 'string') return reference;
  throw new UserError({
    code: 'image-reference',
    message: `${JSON.stringify(text)} names no image: ${reference}.`,
    expected: '[REGISTRY/]REPOSITORY[:TAG][@DIGEST]',
    got: text,
    hint: 'Correct the name of the image.',
  });
}

/** The reference in full: `docker.io/library/debian:bookworm@sha256:…`. */
export function formatReference(reference: ImageReference): string {
  return suffixed(`${reference.domain}/${reference.path}`, reference);
}

/** The reference as people write it: `debian:bookworm`. */
export function familiarReference(reference: ImageReference): string {
  const { domain: registry, path } = reference;
  if (registry !== defaultDomain) return suffixed(`${registry}/${path}`, reference);
  const official = /^library\/([^/]+)$/.exec(path)?.[1];
  return suffixed(official ?? path, reference);
}

function suffixed(name: string, { tag, digest: digestText }: ImageReference): string {
  return `${name}${tag === null ? '' : `:${tag}`}${digestText === null ? '' : `@${digestText}`}`;
}

/** With `latest` where neither tag nor digest is written: what is pulled. */
export function withDefaultTag(reference: ImageReference): ImageReference {
  return reference.tag === null && reference.digest === null ? { ...reference, tag: 'latest' } : reference;
}
