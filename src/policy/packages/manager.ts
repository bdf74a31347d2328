/** What a package manager keeps on disk once it has installed. */
export interface ManagerCache {
  /** As in `… keeps ITS CACHE`. */
  readonly name: string;
  /** Where it lies by default, for mounts and `rm`; below `/root` also below any other home. */
  readonly folders: readonly string[];
  /** Its files in an image, by absolute path. */
  readonly paths: RegExp;
  /** An option of the command that leaves none behind. */
  readonly without?: RegExp;
  /** A command of the same RUN, its options left out, that empties it. */
  readonly emptiedBy?: RegExp;
  /** The text cannot tell whether anything stays: only a measured layer does. */
  readonly isOnlyMeasured?: true;
  readonly howToPass: string;
}

/** How the commands of a package manager are told apart. Verbs are matched against the words without options. */
export interface PackageManager {
  readonly name: string;
  readonly programs: RegExp;
  /** Verbs that fetch packages, and by that fill the cache. */
  readonly install: RegExp;
  /** Verbs that only fetch lists of packages. */
  readonly update?: RegExp;
  readonly upgrade?: RegExp;
  readonly howToUpgrade?: string;
  readonly caches: readonly ManagerCache[];
}
