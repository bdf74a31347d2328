import type { ContentKind } from '../result/measurement.ts';

type NamedKind = Exclude<ContentKind, 'base-system' | 'application'>;
type Patterns = readonly (readonly [kind: NamedKind, pattern: RegExp])[];

// Every pattern is linear: no repetition inside another, no alternatives that overlap under one.
const packageNames: Patterns = [
  // In every Debian image, and no compiler.
  [
    'compilers',
    /^(?:gcc|g\+\+|cpp|gfortran|gnat|gobjc|gdc|clang|llvm|lld|lldb|libllvm|libclang)(?!.*-(?:base|dev|devel|doc|headers)$)(?:$|[-\d.])/,
  ],
  ['compilers', /^(?:gcc|g\+\+|cpp|gfortran)-[a-z].*$/],
  [
    'compilers',
    /^(?:binutils|golang|rustc|rust|cargo|ghc|cmake|automake|autoconf|gradle|maven)(?!.*-(?:dev|devel|doc)$)(?:$|[-\d.])/,
  ],
  ['compilers', /^(?:openjdk|temurin|zulu|msopenjdk|default)-?\d*-(?:jdk|jmods)|^java-[^-]*-openjdk-(?:devel|jmods)/],
  [
    'compilers',
    /^(?:make|g?make-guile|ninja|ninja-build|meson|build-essential|build-base|dpkg-dev|fakeroot|libfakeroot|bison|flex|m4|gdb|nasm|yasm|go|libtool|libtool-bin|pkg-config|pkgconf|pkgconf-bin|ant|annobin|redhat-rpm-config|libcc1-0|libctf0|libctf-nobfd0|libbinutils|libgprofng0|libasan\d+|libtsan\d+|liblsan\d+|libubsan\d+|libhwasan\d+|libitm1|libisl\d+|libmpc3|libmpfr6|isl\d*|mpc1|mpfr4)$/,
  ],
  ['headers', /-(?:dev|devel|headers|static|dev-bin)$|^(?:linux-libc-dev|linux-headers)|-dev-/],
  ['documentation', /-(?:doc|docs|man|help|langpack)$|^(?:man-db|manpages|locales|locales-all)|-doc-/],
];

const folders: Patterns = [
  ['sources-and-vcs', /(?:^|\/)\.(?:git|hg|svn|bzr)\//],
  [
    'package-caches',
    /^var\/lib\/apt\/lists\/|^var\/cache\/(?:apt|yum|dnf|libdnf5|zypp|apk)\/|^etc\/apk\/cache\/|^var\/lib\/(?:dnf|yum)\/repos\//,
  ],
  [
    'package-caches',
    /^(?:root|home\/[^/]*|var\/www|usr\/local\/share)\/(?:\.cache|\.npm|\.yarn|\.pnpm-store|\.m2|\.gradle|\.ivy2|\.sbt|\.nuget|\.composer|\.cargo\/registry|\.cargo\/git|\.bundle\/cache|\.conda\/pkgs|go\/pkg)\//,
  ],
  [
    'package-caches',
    /^go\/pkg\/|^usr\/local\/cargo\/(?:registry|git)\/|^opt\/conda\/pkgs\/|(?:^|\/)node_modules\/\.cache\/|(?:^|\/)\.yarn\/cache\/|(?:^|\/)\.npm\/_cacache\//,
  ],
  [
    'language-dependencies',
    /(?:^|\/)(?:node_modules|site-packages|bower_components)\/|^usr\/local\/(?:lib\/python[^/]*\/dist-packages|bundle)\/|(?:^|\/)vendor\/(?:bundle|composer|github\.com)\/|^var\/lib\/gems\/|(?:^|\/)BOOT-INF\/lib\//,
  ],
  [
    'compilers',
    /^usr\/(?:lib|libexec|local\/lib|local\/libexec)\/gcc\/|^usr\/lib\/(?:llvm-[^/]*|go-[^/]*|rustlib|bfd-plugins|cmake)\/|^usr\/local\/go\/|^usr\/local\/(?:rustup|cargo\/bin)\/|^(?:root|home\/[^/]*)\/\.(?:rustup|cargo\/bin)\/|^usr\/share\/(?:cmake|automake|autoconf|aclocal)[^/]*\/|(?:^|\/)(?:ldscripts|jmods)\//,
  ],
  [
    'headers',
    /^(?:usr|usr\/local|usr\/[^/]*-linux-[^/]*|opt\/[^/]*|opt\/java\/[^/]*)\/include\/|(?:^|\/)pkgconfig\/|^usr\/lib\/[^/]*\/cmake\//,
  ],
  [
    'documentation',
    /^usr\/(?:share|local\/share|local)\/(?:doc|man|info|locale|gtk-doc|doc-base|lintian)\/|^usr\/lib\/locale\//,
  ],
  ['sources-and-vcs', /^usr\/src\//],
];

const programs =
  /^usr\/(?:local\/)?bin\/(?:[^/]*-linux-[a-z0-9]*-)?(?:gcc|g\+\+|cc|c\+\+|cpp|clang|clang\+\+|gfortran|ld|ld\.bfd|ld\.gold|lld|as|ar|ranlib|objdump|objcopy|make|cmake|ninja|rustc|cargo|go|gofmt|ghc|javac)(?:-[\d.]*)?$/;
const objects = /\/lib(?:64|32)?\/(?:[^/]*\/)?[^/]*\.(?:a|la)$|\/crt[^/]*\.o$/;
const endingsOfSources = 'c cc cpp cxx h hh hpp hxx go rs java kt scala swift cs fs hs zig f90'.split(' ');
/** By what a name ends in from its last dot on. */
const byEnding: ReadonlyMap<string, NamedKind> = new Map([
  ...['a', 'la', 'o'].map((ending) => [`.${ending}`, 'headers'] as const),
  ...endingsOfSources.map((ending) => [`.${ending}`, 'sources-and-vcs'] as const),
]);

const longestEnding = Math.max(...[...byEnding.keys()].map(({ length }) => length));
const dot = '.'.charCodeAt(0);

/** The kind all files of an operating system's package are, judged by its name; undefined = by their paths. */
export function kindOfPackage(name: string): ContentKind | undefined {
  return firstMatch(packageNames, name);
}

/** The kind of everything in a folder, given without leading slash; undefined = look at the file. */
export function kindOfFolder(folder: string): ContentKind | undefined {
  return firstMatch(folders, `${folder}/`);
}

/** The kind of a file by its path without leading slash, its folder included; undefined = base system or application. */
export function kindOfPath(path: string): ContentKind | undefined {
  return kindOfFolder(path.slice(0, Math.max(path.lastIndexOf('/'), 0))) ?? kindOfFile(path);
}

/** The kind of a file whose folder says nothing. */
export function kindOfFile(path: string): ContentKind | undefined {
  if (isInBin(path) && programs.test(path)) return 'compilers';
  const kind = byEnding.get(endingOf(path));
  return kind === 'headers' && !objects.test(path) ? undefined : kind;
}

/** A name from its last dot on; nothing where that is longer than any ending that is known, for this runs for every file. */
function endingOf(path: string): string {
  const first = path.length - longestEnding;
  for (let at = path.length - 1; at >= first; at -= 1) if (path.charCodeAt(at) === dot) return path.slice(at);
  return '';
}

/** This runs for every file: the patterns, of which there are few to fit, come last. */
const isInBin = (path: string): boolean => path.startsWith('usr/bin/') || path.startsWith('usr/local/bin/');

function firstMatch(patterns: Patterns, text: string): ContentKind | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}
