import { readReference } from '../../image/reference.ts';
import { parseTagVersion, type TagVersion } from '../../image/tag-version.ts';
import type { AuditedImage } from '../../result/audit.ts';
import { digestOfSource, taggedName, type CurrentBase } from './known-bases.ts';

interface Release {
  readonly image: AuditedImage;
  readonly version: TagVersion;
}

/**
 * Finds, for an audited image, the newest release of the same line that was audited as well: of the same repository and
 * platform, with as many numbers, the same words (`-slim`) and the same major version. Another major is another choice.
 */
export function newerReleases(images: readonly AuditedImage[]): (image: AuditedImage) => CurrentBase | undefined {
  const lines = new Map<string, Release[]>();
  for (const image of images) {
    const read = releaseOf(image);
    if (read) lines.set(read.line, [...(lines.get(read.line) ?? []), read]);
  }
  const newest = new Map([...lines].map(([line, releases]) => [line, releases.reduce(higher)]));
  return (image) => {
    const own = releaseOf(image);
    const found = own && newest.get(own.line);
    if (!own || !found || higher(own, found) === own || compare(own.version, found.version) === 0) return undefined;
    const digest = digestOfSource(found.image.source);
    return {
      name: taggedName(found.image) ?? found.image.name,
      diffIds: found.image.layers.map(({ diffId }) => diffId),
      ...(digest !== undefined && { digest }),
    };
  };
}

function releaseOf(image: AuditedImage): (Release & { readonly line: string }) | undefined {
  const name = taggedName(image);
  const reference = name === undefined ? '' : readReference(name);
  if (typeof reference === 'string') return undefined;
  const version = parseTagVersion(reference.tag ?? '');
  // What is not released yet is not what to move to.
  if (!version || version.prerelease !== '' || version.numbers.length < 2) return undefined;
  const { domain, path } = reference;
  const line = [domain, path, image.platform, version.numbers.length, version.numbers[0], version.words.join('-')];
  return { image, version, line: JSON.stringify(line) };
}

const higher = (one: Release, other: Release): Release => (compare(one.version, other.version) < 0 ? other : one);

function compare(one: TagVersion, other: TagVersion): number {
  const at = one.numbers.findIndex((number, index) => number !== other.numbers[index]);
  return at < 0 ? 0 : (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
}
