import type { MissingVersion } from './facts.ts';
import type { Loaded } from './search-path.ts';

/** What glibc checks once all are in memory; a library without any versions passes with a warning. */
export function missingVersions(loaded: readonly Loaded[]): readonly MissingVersion[] {
  const bySoname = new Map(loaded.map((one) => [one.elf.soname ?? one.path.slice(one.path.lastIndexOf('/') + 1), one]));
  return loaded.flatMap(({ path: neededBy, elf }) =>
    (elf.versionsNeeded ?? []).flatMap(({ library, versions }) => {
      const holder = bySoname.get(library);
      const defined = holder?.elf.versionsDefined;
      if (!holder || !defined) return [];
      const lacking = versions.filter((version) => !defined.includes(version));
      return lacking.map((version) => ({ version, library: holder.path, neededBy }));
    }),
  );
}
