import validRange from 'semver/ranges/valid.js';
import type { ImageReference } from '../image/reference.ts';
import { tagSatisfies } from '../image/tag-version.ts';
import { compileGlob, globProblem } from './glob.ts';

/** What an allow-list says about images: a pattern over the name, perhaps with tag, digest or range of versions. */
export interface ImagePattern {
  readonly image: string;
  /** Semver ranges over the tag, or patterns of it; one must fit. */
  readonly tags?: string | readonly string[] | undefined;
}

/** A pattern of a tag: its own characters, `*` and `?`. What has others is meant as a range. */
const tagPattern = /^[\w.*?-]{1,128}$/;

const isTagPattern = (text: string): boolean => tagPattern.test(text) && globProblem(text) === undefined;

/** A range of versions; node-semver also takes a comparison without its version, which then means any. */
const isRange = (text: string): boolean =>
  validRange(text, { loose: true }) !== null && !/[<>=~^]\s*(?:$|\|\||\s[<>=~^])/.test(text.trim());

/** Whether a text can be asked of a tag: a range such as `>=20 <25`, or a pattern such as `bookworm-*`. */
export function isTagTest(text: string): boolean {
  return text !== '' && (isTagPattern(text) || isRange(text));
}

/** Makes a matcher of one or several tests; what is both a range and a pattern may fit as either. */
export function compileTags(tags: string | readonly string[]): (tag: string) => boolean {
  const tests = [tags].flat().map((text) => {
    const matches = isTagPattern(text) ? compileGlob(text) : undefined;
    const isVersions = isRange(text);
    return (tag: string): boolean => matches?.(tag) === true || (isVersions && tagSatisfies(tag, text));
  });
  return (tag) => tests.some((fits) => fits(tag));
}

/**
 * Makes a matcher of `node`, `node:22-*`, `gcr.io/distroless/*`, `ghcr.io/acme/**` or `NAME@sha256:…`.
 * A name without registry is Docker Hub's, as in FROM; `**` alone means any registry.
 */
export function compileImagePattern({ image, tags }: ImagePattern): (reference: ImageReference) => boolean {
  const [named = '', digest] = image.split('@');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const matchesName = compileGlob(completeName(hasTag ? named.slice(0, colon) : named));
  const matchesTag = hasTag ? compileGlob(named.slice(colon + 1)) : undefined;
  const matchesTags = tags === undefined ? undefined : compileTags(tags);
  return (reference) => {
    if (!matchesName(`${reference.domain}/${reference.path}`)) return false;
    if (digest !== undefined && reference.digest !== digest) return false;
    if (matchesTag && !matchesTag(reference.tag ?? 'latest')) return false;
    return matchesTags === undefined || (reference.tag !== null && matchesTags(reference.tag));
  };
}

/** The name as references carry it: with registry, and `library/` on Docker Hub. */
export function completeName(pattern: string): string {
  if (pattern === '**') return pattern;
  const slash = pattern.indexOf('/');
  if (slash < 0) return `docker.io/library/${pattern}`;
  const first = pattern.slice(0, slash);
  const isRegistry = first === 'localhost' || /[.:*?]/.test(first);
  return isRegistry ? pattern.replace(/^index\.docker\.io\//, 'docker.io/') : `docker.io/${pattern}`;
}
