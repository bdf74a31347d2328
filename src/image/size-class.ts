import type { ImageReference } from './reference.ts';

/** How much an image is by its name: the fact a suggestion of a smaller base starts from. `other`: an application or unknown. */
export type ImageSizeClass = 'scratch' | 'minimal' | 'distroless' | 'slim' | 'full-os' | 'ubi' | 'language' | 'other';

const operatingSystems = new Set(
  (
    'debian ubuntu centos fedora rockylinux almalinux amazonlinux oraclelinux opensuse leap tumbleweed archlinux ' +
    'clearlinux kali-rolling gentoo mageia photon sl alt linuxcontainers windows nanoserver servercore'
  ).split(' '),
);
const languages = new Set(
  (
    'node python golang go ruby php perl openjdk eclipse-temurin amazoncorretto ibmjava sapmachine java rust swift ' +
    'elixir erlang haskell julia r-base rocker gcc clojure scala groovy dart mono sdk runtime aspnet runtime-deps ' +
    'maven gradle bun deno pypy jruby crystal ocaml nim zulu-openjdk graalvm jdk jre bitnami-shell tomcat'
  ).split(' '),
);
const minimal = new Set(['alpine', 'busybox', 'wolfi-base', 'toybox', 'static-busybox', 'tinycore', 'cirros']);

/** Sorts an image by its name alone; nothing is looked up. @param reference `scratch` or a parsed name */
export function imageSizeClass(reference: ImageReference | 'scratch'): ImageSizeClass {
  if (reference === 'scratch') return 'scratch';
  const { domain, path, tag } = reference;
  const name = path.split('/').at(-1) ?? '';
  const words = (tag ?? '').toLowerCase().split(/[-_.]/);
  const says = (text: string): boolean => words.some((word) => word.startsWith(text));
  if (/distroless/.test(path) || says('distroless') || says('chiseled') || name.endsWith('-chiseled'))
    return 'distroless';
  if (minimal.has(name) || says('alpine') || says('busybox') || says('musl')) return 'minimal';
  if (domain === 'cgr.dev') return 'distroless';
  if (/(?:^|[/-])ubi\d*(?:[/-]|$)/.test(path) || says('ubi')) return 'ubi';
  if (says('slim') || name.endsWith('-slim')) return 'slim';
  if (operatingSystems.has(name) || /^(?:windows|opensuse|oraclelinux)\//.test(path)) return 'full-os';
  return languages.has(name) ? 'language' : 'other';
}
