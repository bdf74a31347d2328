import parseRange from 'semver/ranges/valid.js';
import satisfies from 'semver/functions/satisfies.js';
import subset from 'semver/ranges/subset.js';
import { UserError } from '../errors.ts';

/** What an image tag says about a version. */
export interface TagVersion {
  /** One to three numbers, as many as the tag states: `22` is [22], every 22.x.y. */
  readonly numbers: readonly number[];
  /** `rc.1`, `beta2`; empty for a release. */
  readonly prerelease: string;
  /** The other words of the tag: `['alpine3.19']`, `['jre', 'slim']`. */
  readonly words: readonly string[];
}

const loose = { loose: true };
const version = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:[._+][\w.+]*)?$/;
const withPrerelease = /^(v?\d+(?:\.\d+)*)[._]?((?:alpha|beta|rc|pre|preview|dev|m|ea|a|b)\.?\d*(?:\.\d+)*)$/i;

/**
 * Reads a tag as a version, where a part of it is one: `20.11.1-alpine3.19`, `1.22-bookworm`, `v3`, `16beta1`, `24.0.2_12-jdk`.
 * @returns undefined for code names, dates (`bookworm-20240110`, `2024-01-15`) and digests' hexadecimal
 */
export function parseTagVersion(tag: string): TagVersion | undefined {
  if (isDate(tag)) return undefined;
  const parts = tag.split('-');
  const at = parts.findIndex((part) => !isDate(part) && (version.test(part) || withPrerelease.test(part)));
  const part = parts[at];
  if (part === undefined) return undefined;
  const joined = withPrerelease.exec(part);
  const numbers = version.exec(joined?.[1] ?? part)?.slice(1, 4);
  if (!numbers) return undefined;
  const next = joined ? undefined : /^(?:alpha|beta|rc|pre|preview|ea)[.\d]*$/i.exec(parts[at + 1] ?? '')?.[0];
  return {
    numbers: numbers.filter((text) => text !== undefined).map(Number),
    prerelease: joined?.[2] ?? next ?? '',
    words: parts.filter((_, index) => index !== at && !(next !== undefined && index === at + 1)),
  };
}

/**
 * Whether a tag is likely to be given to another image later: none, `latest`, `stable`, `1.27`. Whole versions, days and
 * commits are meant to stay.
 */
export function mayMove(tag: string | null): boolean {
  if (tag === null) return true;
  if (isDate(tag) || tag.split(/[-_.]/).some((part) => isDate(part) || isCommit(part))) return false;
  return (parseTagVersion(tag)?.numbers.length ?? 0) < 3;
}

/** Hexadecimal digits of an abbreviated or whole commit. */
const isCommit = (part: string): boolean => /^(?:g|sha)?(?=[0-9a-f]*\d)[0-9a-f]{7,64}$/.test(part);

/** Days as tags write them: `20240115`, `20240115.1`, `2024-01-15`, `2024.01.15`; `24.04` is a version. */
function isDate(text: string): boolean {
  return /^(?:19|20)\d{2}(?:(?:[-.](?:0[1-9]|1[0-2])[-.](?:0[1-9]|[12]\d|3[01]))|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:[.T_]\w*)?$/.test(
    text,
  );
}

/**
 * Whether every version the tag can stand for lies in the range: `22` is in `>=20`, but not in `>=22.4`.
 * A tag that says no version is in no range, and a pre-release only where the range names one of the same version.
 * @throws UserError `version-range` when the range is none
 */
export function tagSatisfies(tag: string, range: string): boolean {
  if (parseRange(range, loose) === null)
    throw new UserError({
      code: 'version-range',
      message: `${JSON.stringify(range)} is not a range of versions.`,
      expected: 'a semver range such as ^22, >=3.19 <4 or 20.x',
      got: range,
      hint: 'Correct the range; see https://github.com/npm/node-semver#ranges.',
    });
  const read = parseTagVersion(tag);
  if (!read) return false;
  const [major = 0, minor, patch] = read.numbers;
  if (minor !== undefined && patch !== undefined) return satisfies(exact(major, minor, patch, read), range, loose);
  if (read.prerelease) return satisfies(exact(major, minor ?? 0, 0, read), range, loose);
  return subset(minor === undefined ? `${major}.x` : `${major}.${minor}.x`, range, loose);
}

function exact(major: number, minor: number, patch: number, { prerelease }: TagVersion): string {
  return `${major}.${minor}.${patch}${prerelease ? `-${prerelease.toLowerCase()}` : ''}`;
}

/** Tags by version, the highest first and a release before what led to it; those that say no version come last, by name. */
export function newestFirst(tags: readonly string[]): readonly string[] {
  const read = tags.map((tag) => ({ tag, version: parseTagVersion(tag) }));
  return read
    .sort((one, other) => {
      if (!one.version || !other.version) return Number(!one.version) - Number(!other.version) || later(one, other);
      const [a, b] = [one.version, other.version];
      const higher = [0, 1, 2].map((at) => (b.numbers[at] ?? 0) - (a.numbers[at] ?? 0)).find((by) => by !== 0);
      return higher ?? (Number(a.prerelease !== '') - Number(b.prerelease !== '') || later(one, other));
    })
    .map(({ tag }) => tag);
}

function later(one: { readonly tag: string }, other: { readonly tag: string }): number {
  return one.tag === other.tag ? 0 : one.tag > other.tag ? -1 : 1;
}
