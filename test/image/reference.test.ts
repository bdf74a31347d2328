import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  familiarReference,
  formatReference,
  parseReference,
  readReference,
  splitReference,
  withDefaultTag,
} from '../../src/image/reference.ts';
import { imageSizeClass } from '../../src/image/size-class.ts';
import type { ImageSizeClass } from '../../src/image/size-class.ts';

const hex = '0123456789abcdef'.repeat(4);

test.each([
  ['debian', 'docker.io/library/debian', 'debian'],
  ['debian:12', 'docker.io/library/debian:12', 'debian:12'],
  ['grafana/grafana', 'docker.io/grafana/grafana', 'grafana/grafana'],
  ['index.docker.io/debian', 'docker.io/library/debian', 'debian'],
  ['docker.io/library/debian', 'docker.io/library/debian', 'debian'],
  ['localhost/a', 'localhost/a', 'localhost/a'],
  ['registry:5000/a/b:c', 'registry:5000/a/b:c', 'registry:5000/a/b:c'],
  ['[2001:db8::1]:5000/a', '[2001:db8::1]:5000/a', '[2001:db8::1]:5000/a'],
  ['example:8080', 'docker.io/library/example:8080', 'example:8080'],
  ['Registry/a', 'Registry/a', 'Registry/a'],
  ['a__b--c.d_e', 'docker.io/library/a__b--c.d_e', 'a__b--c.d_e'],
  [`a:1@sha256:${hex}`, `docker.io/library/a:1@sha256:${hex}`, `a:1@sha256:${hex}`],
  [`ghcr.io/a/b@sha512:${hex}${hex}`, `ghcr.io/a/b@sha512:${hex}${hex}`, `ghcr.io/a/b@sha512:${hex}${hex}`],
])('%s is %s in full and %s in short', (text, full, familiar) => {
  const reference = parseReference(text);
  expect([formatReference(reference), familiarReference(reference)]).toEqual([full, familiar]);
});

test.each([
  ['nothing', '', 'empty'],
  ['capitals in the path', 'example.com/A', 'lower case'],
  ['capitals in the name', 'Debian', 'lower case'],
  ['an image ID', hex, 'image ID'],
  ['two separators in a row', 'a..b', 'form'],
  ['a trailing colon', 'a:', 'form'],
  ['a slash at the end', 'a/', 'form'],
  ['a short digest', 'a@sha256:abc', 'form'],
  ['a digest of the wrong length', `a@sha256:${hex}ff`, '64 hexadecimal digits, not 66'],
  ['an algorithm nobody checks', `a@md5:${hex}`, 'md5 is not supported'],
  ['a digest in capitals', `a@sha256:${hex.toUpperCase()}`, 'lower case'],
  ['a tag of 129 characters', `a:${'b'.repeat(129)}`, 'form'],
  ['a path of 256 characters', `x/${'b'.repeat(254)}`, 'longer than 255'],
  ['a name without end', 'a-'.repeat(100_000), 'form'],
])('%s is refused', (_, text, reason) => {
  expect(readReference(text)).toEqual(expect.stringContaining(reason));
  expect(() => parseReference(text)).toThrow(UserError);
});

describe('what is missing', () => {
  test('is not added by the grammar', () => {
    expect(splitReference('a:b')).toEqual({ domain: '', path: 'a', tag: 'b', digest: null });
  });

  test.each([
    ['a', 'docker.io/library/a:latest'],
    ['a:b', 'docker.io/library/a:b'],
    [`a@sha256:${hex}`, `docker.io/library/a@sha256:${hex}`],
  ])('%s is pulled as %s', (text, expected) => {
    expect(formatReference(withDefaultTag(parseReference(text)))).toBe(expected);
  });
});

test.each<[string, ImageSizeClass]>([
  ['alpine:3.20', 'minimal'],
  ['busybox', 'minimal'],
  ['node:22-alpine3.20', 'minimal'],
  ['gcr.io/distroless/static-debian12:nonroot', 'distroless'],
  ['mcr.microsoft.com/dotnet/runtime:8.0-jammy-chiseled', 'distroless'],
  ['cgr.dev/chainguard/node:latest', 'distroless'],
  ['cgr.dev/chainguard/wolfi-base', 'minimal'],
  ['python:3.12-slim-bookworm', 'slim'],
  ['debian:bookworm-slim', 'slim'],
  ['debian:12', 'full-os'],
  ['mcr.microsoft.com/windows/servercore:ltsc2022', 'full-os'],
  ['registry.access.redhat.com/ubi9/ubi-minimal:9.4', 'ubi'],
  ['redhat/ubi8', 'ubi'],
  ['node:22', 'language'],
  ['maven:3-eclipse-temurin-21', 'language'],
  ['nginx:1.27', 'other'],
  ['example.com/team/app:1', 'other'],
])('%s is %s', (text, expected) => {
  expect(imageSizeClass(parseReference(text))).toBe(expected);
});

test('scratch is a class of its own', () => {
  expect(imageSizeClass('scratch')).toBe('scratch');
});
