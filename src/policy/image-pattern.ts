import type { ImageReference } from '../image/reference.ts';
import { tagSatisfies } from '../image/tag-version.ts';
import { compileGlob } from './glob.ts';

/** What an allow-list says about images: a pattern over the name, perhaps with tag, digest or range of versions. */
export interface ImagePattern {
  readonly image: string;
  /** A semver range over the tag. */
  readonly tags?: string | undefined;
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
  return (reference) => {
    if (!matchesName(`${reference.domain}/${reference.path}`)) return false;
    if (digest !== undefined && reference.digest !== digest) return false;
    if (matchesTag && !matchesTag(reference.tag ?? 'latest')) return false;
    return tags === undefined || (reference.tag !== null && tagSatisfies(reference.tag, tags));
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
