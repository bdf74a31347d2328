/** Kinds of content; every visible or hidden byte of an image belongs to exactly one. */
export const contentKinds = [
  'compilers',
  'headers',
  'package-caches',
  'sources-and-vcs',
  'documentation',
  'language-dependencies',
  'base-system',
  'application',
] as const;
export type ContentKind = (typeof contentKinds)[number];
