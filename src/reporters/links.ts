import type { DockerfileLines } from '../result/measurement.ts';

/** Where lines of the checkout can be looked at. */
export interface SourceLinks {
  /** `https://github.com/acme/api`: from the runner's environment or the API, never from a result. */
  readonly repositoryUrl: string;
  /** The full commit. */
  readonly commit: string;
}

/** @returns links when both the address and the commit look like what they should be, else undefined. */
export function sourceLinks(repositoryUrl: string | undefined, commit: string | undefined): SourceLinks | undefined {
  if (repositoryUrl === undefined || commit === undefined) return undefined;
  const isSafe = /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(repositoryUrl) && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit);
  return isSafe ? { repositoryUrl: repositoryUrl.replace(/\/+$/, ''), commit } : undefined;
}

/** The page of these lines; undefined for a path that would leave the repository. */
export function urlOfLines(links: SourceLinks, { file, startLine, endLine }: DockerfileLines): string | undefined {
  const path = file.replace(/^\.\//, '');
  if (path.split('/').some((segment) => /^\.{0,2}$/.test(segment))) return undefined;
  const lines = endLine > startLine ? `#L${startLine}-L${endLine}` : `#L${startLine}`;
  return `${links.repositoryUrl}/blob/${links.commit}/${encodePath(path)}${lines}`;
}

/** A path as the path of a URI; bytes that were no UTF-8 (lone surrogates U+DC80–DCFF) become `%NN` again. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => Array.from(segment, encodePoint).join(''))
    .join('/');
}

function encodePoint(point: string): string {
  const value = point.codePointAt(0) ?? 0;
  if (value >= 0xdc80 && value <= 0xdcff) return `%${(value - 0xdc00).toString(16).toUpperCase()}`;
  return value >= 0xd800 && value <= 0xdfff ? '%EF%BF%BD' : encodeURIComponent(point);
}

/** `Dockerfile:9` or `Dockerfile:9-11`. Untrusted. */
export function nameOfLines({ file, startLine, endLine }: DockerfileLines): string {
  return endLine > startLine ? `${file}:${startLine}-${endLine}` : `${file}:${startLine}`;
}
