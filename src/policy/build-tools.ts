import { kindOfPackage } from '../image/categories.ts';
import type { InstalledPackage, Measurement } from '../result/measurement.ts';
import { compileGlob } from './glob.ts';

/** Compilers, headers and build systems in an image. */
export interface BuildTools {
  /** Of packages and of files that no package owns, visible or hidden. */
  readonly bytes: number;
  /** The packages among them, largest first. */
  readonly packages: readonly InstalledPackage[];
}

/** What of an image is there to build with; packages whose name matches `allow` are left out of list and sum. */
export function buildTools(measurement: Measurement, allow: readonly string[] = []): BuildTools {
  const allowed = allow.map(compileGlob);
  const all = measurement.packages.filter(({ name }) => isBuildTool(name));
  const packages = all.filter(({ name }) => !allowed.some((matches) => matches(name)));
  const allowedBytes = sumOf(all) - sumOf(packages);
  const ofKind = measurement.byKind.filter(({ kind }) => kind === 'compilers' || kind === 'headers');
  const bytes = ofKind.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  return { bytes: Math.max(0, bytes - allowedBytes), packages: packages.toSorted((a, b) => b.bytes - a.bytes) };
}

/** The largest few in brackets, for a sentence; nothing when there are none. */
export function namesOf(packages: readonly InstalledPackage[]): string {
  if (packages.length === 0) return '';
  const shown = packages.slice(0, 4).map(({ name }) => name);
  const more = packages.length - shown.length;
  return ` (${shown.join(', ')}${more > 0 ? ` and ${more} more packages` : ''})`;
}

function isBuildTool(name: string): boolean {
  const kind = kindOfPackage(name);
  return kind === 'compilers' || kind === 'headers';
}

function sumOf(packages: readonly InstalledPackage[]): number {
  return packages.reduce((sum, { bytes }) => sum + bytes, 0);
}
