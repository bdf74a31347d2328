var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  kindOfFile: () => kindOfFile,
  kindOfFolder: () => kindOfFolder,
  kindOfPackage: () => kindOfPackage
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var packageNames = [
  // In every Debian image, and no compiler.
  [
    "compilers",
    /^(?:gcc|g\+\+|cpp|gfortran|gnat|gobjc|gdc|clang|llvm|lld|lldb|libllvm|libclang)(?!.*-(?:base|dev|devel|doc|headers)$)(?:$|[-\d.])/
  ],
  ["compilers", /^(?:gcc|g\+\+|cpp|gfortran)-[a-z].*$/],
  [
    "compilers",
    /^(?:binutils|golang|rustc|rust|cargo|ghc|cmake|automake|autoconf|gradle|maven)(?!.*-(?:dev|devel|doc)$)(?:$|[-\d.])/
  ],
  ["compilers", /^(?:openjdk|temurin|zulu|msopenjdk|default)-?\d*-(?:jdk|jmods)|^java-[^-]*-openjdk-(?:devel|jmods)/],
  [
    "compilers",
    /^(?:make|g?make-guile|ninja|ninja-build|meson|build-essential|build-base|dpkg-dev|fakeroot|libfakeroot|bison|flex|m4|gdb|nasm|yasm|go|libtool|libtool-bin|pkg-config|pkgconf|pkgconf-bin|ant|annobin|redhat-rpm-config|libcc1-0|libctf0|libctf-nobfd0|libbinutils|libgprofng0|libasan\d+|libtsan\d+|liblsan\d+|libubsan\d+|libhwasan\d+|libitm1|libisl\d+|libmpc3|libmpfr6|isl\d*|mpc1|mpfr4)$/
  ],
  ["headers", /-(?:dev|devel|headers|static|dev-bin)$|^(?:linux-libc-dev|linux-headers)|-dev-/],
  ["documentation", /-(?:doc|docs|man|help|langpack)$|^(?:man-db|manpages|locales|locales-all)|-doc-/]
];
var folders = [
  ["sources-and-vcs", /(?:^|\/)\.(?:git|hg|svn|bzr)\//],
  [
    "package-caches",
    /^var\/lib\/apt\/lists\/|^var\/cache\/(?:apt|yum|dnf|libdnf5|zypp|apk)\/|^etc\/apk\/cache\/|^var\/lib\/(?:dnf|yum)\/repos\//
  ],
  [
    "package-caches",
    /^(?:root|home\/[^/]*|var\/www|usr\/local\/share)\/(?:\.cache|\.npm|\.yarn|\.pnpm-store|\.m2|\.gradle|\.ivy2|\.sbt|\.nuget|\.composer|\.cargo\/registry|\.cargo\/git|\.bundle\/cache|\.conda\/pkgs|go\/pkg)\//
  ],
  [
    "package-caches",
    /^go\/pkg\/|^usr\/local\/cargo\/(?:registry|git)\/|^opt\/conda\/pkgs\/|(?:^|\/)node_modules\/\.cache\/|(?:^|\/)\.yarn\/cache\/|(?:^|\/)\.npm\/_cacache\//
  ],
  [
    "language-dependencies",
    /(?:^|\/)(?:node_modules|site-packages|bower_components)\/|^usr\/local\/(?:lib\/python[^/]*\/dist-packages|bundle)\/|(?:^|\/)vendor\/(?:bundle|composer|github\.com)\/|^var\/lib\/gems\/|(?:^|\/)BOOT-INF\/lib\//
  ],
  [
    "compilers",
    /^usr\/(?:lib|libexec|local\/lib|local\/libexec)\/gcc\/|^usr\/lib\/(?:llvm-[^/]*|go-[^/]*|rustlib|bfd-plugins|cmake)\/|^usr\/local\/go\/|^usr\/local\/(?:rustup|cargo\/bin)\/|^(?:root|home\/[^/]*)\/\.(?:rustup|cargo\/bin)\/|^usr\/share\/(?:cmake|automake|autoconf|aclocal)[^/]*\/|(?:^|\/)(?:ldscripts|jmods)\//
  ],
  [
    "headers",
    /^(?:usr|usr\/local|usr\/[^/]*-linux-[^/]*|opt\/[^/]*|opt\/java\/[^/]*)\/include\/|(?:^|\/)pkgconfig\/|^usr\/lib\/[^/]*\/cmake\//
  ],
  [
    "documentation",
    /^usr\/(?:share|local\/share|local)\/(?:doc|man|info|locale|gtk-doc|doc-base|lintian)\/|^usr\/lib\/locale\//
  ],
  ["sources-and-vcs", /^usr\/src\//]
];
var programs = /^usr\/(?:local\/)?bin\/(?:[^/]*-linux-[a-z0-9]*-)?(?:gcc|g\+\+|cc|c\+\+|cpp|clang|clang\+\+|gfortran|ld|ld\.bfd|ld\.gold|lld|as|ar|ranlib|objdump|objcopy|make|cmake|ninja|rustc|cargo|go|gofmt|ghc|javac)(?:-[\d.]*)?$/;
var objects = /\/lib(?:64|32)?\/(?:[^/]*\/)?[^/]*\.(?:a|la)$|\/crt[^/]*\.o$/;
var endingsOfSources = "c cc cpp cxx h hh hpp hxx go rs java kt scala swift cs fs hs zig f90".split(" ");
var byEnding = new Map([
  ...["a", "la", "o"].map((ending) => [`.${ending}`, "headers"]),
  ...endingsOfSources.map((ending) => [`.${ending}`, "sources-and-vcs"])
]);
var longestEnding = Math.max(...[...byEnding.keys()].map(({ length }) => length));
var dot = ".".charCodeAt(0);
function kindOfPackage(name) {
  return firstMatch(packageNames, name);
}
function kindOfFolder(folder) {
  return firstMatch(folders, `${folder}/`);
}
function kindOfFile(path) {
  if (isInBin(path) && programs.test(path)) return "compilers";
  const kind = byEnding.get(endingOf(path));
  return kind === "headers" && !objects.test(path) ? void 0 : kind;
}
function endingOf(path) {
  const first = path.length - longestEnding;
  for (let at = path.length - 1; at >= first; at -= 1) if (path.charCodeAt(at) === dot) return path.slice(at);
  return "";
}
var isInBin = (path) => path.startsWith("usr/bin/") || path.startsWith("usr/local/bin/");
function firstMatch(patterns, text) {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  kindOfFile,
  kindOfFolder,
  kindOfPackage
});
