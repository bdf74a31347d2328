import type { InstalledPackage } from '../../result/measurement.ts';

/** A package as its manager's database in the image describes it. */
export interface PackageFiles {
  readonly manager: InstalledPackage['manager'];
  readonly name: string;
  readonly version: string;
  readonly architecture?: string;
  /** As listed, without leading slash, those that were diverted where they are; directories among them, and paths that are no longer there. */
  readonly files: readonly string[];
}

/** All packages, and the databases that are there but could not be read. */
export interface PackageListing {
  readonly packages: readonly PackageFiles[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** The listing of an image whose package databases were not looked at, or that has none. */
export const noPackages: PackageListing = { packages: [], unread: [] };
