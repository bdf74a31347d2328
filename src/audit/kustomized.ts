import { changedImage, type ImageChange, type Kustomization } from '../references/kustomize.ts';
import type { AuditResult } from '../result/audit.ts';
import type { FoundUse } from './gather.ts';

const maxChains = 20_000;

/** Uses as they are once kustomizations have put other images in place of those that manifests name. */
export interface Kustomized {
  readonly found: readonly FoundUse[];
  readonly skipped: AuditResult['skipped'];
}

const unknownTag = 'Only the name is changed here, and no manifest of this repository says which tag it has.';

/**
 * Puts images in place as kustomize would: a manifest that kustomizations use is what the outermost of them make of it,
 * one use each; by itself it is applied nowhere. What they change elsewhere, in remote bases, stands for itself.
 */
export function kustomized(found: readonly FoundUse[], kustomizations: readonly Kustomization[]): Kustomized {
  if (kustomizations.length === 0) return { found, skipped: [] };
  const chains = chainsByFile(kustomizations);
  const used = new Set<ImageChange['place']>();
  const uses = found.flatMap((one): readonly FoundUse[] => {
    const { use } = one;
    const ways = use.from === 'kubernetes' && use.replaces === undefined ? chains.get(use.place.file) : undefined;
    if (!ways || (use.role === 'named' && use.replaces === undefined)) return [one];
    const made = ways.map(({ folder, changes }): FoundUse => {
      const { written, namedAt } = changed(use.written, changes, used);
      if (written === use.written) return one;
      return {
        ...one,
        use: { ...use, written, what: `${use.what}, as ${folder} has it`, ...(namedAt && { namedAt }) },
      };
    });
    // Overlays that change nothing say the same thing.
    return [...new Map(made.map((each) => [JSON.stringify([each.use.written, each.use.namedAt]), each])).values()];
  });
  const skipped: AuditResult['skipped'] = [];
  const rest = uses.filter(({ use }) => {
    if (use.replaces === undefined) return true;
    if ([...used].some((place) => samePlace(place, use.place))) return false;
    if (use.isWhole === true) return true;
    const { says: _says, role: _role, replaces: _replaces, isWhole: _isWhole, ...shown } = use;
    skipped.push({ use: shown, reason: unknownTag });
    return false;
  });
  return { found: rest, skipped };
}

type PlaceOfUse = FoundUse['use']['place'];

const samePlace = (one: PlaceOfUse, other: PlaceOfUse): boolean =>
  one.file === other.file && one.line === other.line && one.column === other.column;

function changed(
  start: string,
  changes: readonly ImageChange[],
  used: Set<ImageChange['place']>,
): { readonly written: string; readonly namedAt?: ImageChange['place'] } {
  let written = start;
  let namedAt: ImageChange['place'] | undefined;
  for (const change of changes) {
    const next = changedImage(written, change);
    if (next === undefined) continue;
    used.add(change.place);
    if (next !== written) namedAt = change.place;
    written = next;
  }
  return { written, ...(namedAt && { namedAt }) };
}

/** A way to a manifest: the outermost kustomization, and what is changed on it, the innermost change first. */
interface Chain {
  readonly folder: string;
  readonly changes: readonly ImageChange[];
}

function chainsByFile(kustomizations: readonly Kustomization[]): ReadonlyMap<string, readonly Chain[]> {
  const byFolder = new Map(kustomizations.map((one) => [one.folder, one]));
  const within = new Set(kustomizations.flatMap(({ resources, components }) => [...resources, ...components]));
  const found = new Map<string, Chain[]>();
  let count = 0;
  const filesOf = (
    folder: string,
    above: readonly string[],
  ): readonly (readonly [string, readonly ImageChange[]])[] => {
    const one = byFolder.get(folder);
    if (!one || above.includes(folder) || count > maxChains) return [];
    let files = one.resources.flatMap((path): readonly (readonly [string, readonly ImageChange[]])[] =>
      byFolder.has(path) ? filesOf(path, [...above, folder]) : [[path, []]],
    );
    for (const path of one.components) {
      // A component changes what is there before it.
      const component = byFolder.get(path);
      files = [...files, ...filesOf(path, [...above, folder])].map(([file, changes], index) =>
        index < files.length ? [file, [...changes, ...(component?.images ?? [])]] : [file, changes],
      );
    }
    count += files.length;
    return files.map(([file, changes]) => [file, [...changes, ...one.images]]);
  };
  for (const { folder } of kustomizations)
    if (!within.has(folder))
      for (const [file, changes] of filesOf(folder, []))
        found.set(file, [...(found.get(file) ?? []), { folder, changes }]);
  return found;
}
