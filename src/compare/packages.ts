import type { Measurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';

interface Installed {
  readonly manager: string;
  readonly name: string;
  /** Several where a package is installed in several versions or for several architectures. */
  readonly versions: readonly string[];
  readonly bytes: number;
  /** All of it lies in layers of the base image. */
  readonly isOfBase: boolean;
}

type Counted = Pick<Measurement, 'packages' | 'baseLayers'>;

/** Packages added, removed and upgraded, the largest difference first; a side with an unread database is no ground for any. */
export function changedPackages(
  before: Measurement,
  after: Measurement,
): Pick<Comparison, 'packages' | 'packagesUnknown'> {
  if (before.packagesUnread?.length || after.packagesUnread?.length) return { packages: [], packagesUnknown: true };
  const [old, now] = [byName(before), byName(after)];
  const changes: Comparison['packages'] = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [one, other] = [old.get(key), now.get(key)];
    const known = other ?? one;
    const [from, to] = [one?.versions.join(', '), other?.versions.join(', ')];
    if (!known || from === to) continue;
    changes.push({
      manager: known.manager,
      name: known.name,
      ...(from !== undefined && { before: from }),
      ...(to !== undefined && { after: to }),
      ...((one?.isOfBase ?? true) && (other?.isOfBase ?? true) && { ofBase: true }),
      deltaBytes: (other?.bytes ?? 0) - (one?.bytes ?? 0),
    });
  }
  const order = (a: (typeof changes)[number], b: (typeof changes)[number]): number =>
    Math.abs(b.deltaBytes) - Math.abs(a.deltaBytes) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return { packages: changes.sort(order) };
}

function byName({ packages, baseLayers = 0 }: Counted): ReadonlyMap<string, Installed> {
  const found = new Map<string, Installed>();
  for (const { manager, name, version, bytes, layer } of packages) {
    const key = `${manager} ${name}`;
    const known = found.get(key);
    const versions = [...new Set([...(known?.versions ?? []), version])].toSorted();
    const isOfBase = layer < baseLayers && known?.isOfBase !== false;
    found.set(key, { manager, name, versions, isOfBase, bytes: (known?.bytes ?? 0) + bytes });
  }
  return found;
}
