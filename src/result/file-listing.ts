import type { HiddenCopy } from './measurement.ts';

/** Files of one layer that belong together: a package's, those of no package, or those one layer hid in one way. */
export interface FileGroup {
  readonly kind: 'package' | 'other' | 'hidden';
  /** Of a package, its name and version. Untrusted. */
  readonly package?: string;
  /** Of hidden files, the layer that hid them, and how. */
  readonly hidden?: { readonly by: number; readonly how: HiddenCopy['how'] };
  /** Absolute, untrusted, in the order of their UTF-16 units, so that the files below a folder stand together. */
  readonly paths: readonly string[];
  /** By path: what each takes on disk, by the unpacked rule. */
  readonly bytes: readonly number[];
}

/** What one layer ships, file by file. What has no bytes is not listed. */
export interface LayerFiles {
  readonly groups: readonly FileGroup[];
  /** What the listing leaves out, the smallest files of the image; 0 where it has all. */
  readonly rest: { readonly files: number; readonly visibleBytes: number; readonly hiddenBytes: number };
}

/** The files of an image by layer index, for reports that show them; too much for a result. */
export type FileListing = readonly LayerFiles[];

/** What images were given to {@link keyOfImage} for: their listings. */
export type FileListings = ReadonlyMap<string, FileListing>;

/** The key of an image on a platform among listings. */
export function keyOfImage({ name, platform }: { readonly name: string; readonly platform: string }): string {
  return `${platform}\n${name}`;
}
