import type { Measurement } from '../../result/measurement.ts';
import { commandOfLayer } from '../facts.ts';

/** A share of a layer's bytes with the name of what they are. */
export interface Share {
  /** A path or a package. Untrusted. */
  readonly name: string;
  readonly kind: 'package' | 'folder' | 'hidden' | 'rest';
  readonly bytes: number;
}

/** A layer and what its bytes are; the shares sum to `bytes`. */
export interface LayerShares {
  readonly index: number;
  readonly isBase: boolean;
  /** Untrusted. */
  readonly name: string;
  readonly bytes: number;
  readonly shares: readonly Share[];
}

const maxShares = 150;

/** What each layer's bytes are, as far as the measurement names them; layers without bytes are left out. */
export function layerShares(measurement: Measurement): readonly LayerShares[] {
  const { perLayer, baseLayers = 0 } = measurement;
  return perLayer
    .map((layer, index): LayerShares => {
      const isBase = index < baseLayers;
      const shares = sharesOf(measurement, index, layer.visibleBytes, layer.unpackedBytes - layer.visibleBytes);
      return { index, isBase, name: commandOfLayer(layer), bytes: layer.unpackedBytes, shares };
    })
    .filter(({ bytes }) => bytes > 0);
}

function sharesOf(
  measurement: Measurement,
  index: number,
  visibleBytes: number,
  hiddenBytes: number,
): readonly Share[] {
  const folders = disjointFolders(measurement, index);
  // Folders and packages name the same files: the map shows those that name more bytes.
  const packages = packagesOf(measurement, index);
  const named = sumOf(packages) > sumOf(folders) ? packages : folders;
  const hidden = measurement.hidden
    .filter(({ addedBy }) => addedBy === index)
    .map(({ path, bytes }): Share => ({ name: path, kind: 'hidden', bytes }));
  return [
    ...within(named, visibleBytes, 'other visible files', 'rest'),
    ...within(hidden, hiddenBytes, 'other hidden files', 'hidden'),
  ].sort((one, other) => other.bytes - one.bytes);
}

function packagesOf({ packages }: Measurement, index: number): readonly Share[] {
  return packages
    .filter(({ layer }) => layer === index)
    .map(({ name, version, bytes }): Share => ({ name: `${name} ${version}`, kind: 'package', bytes }));
}

/** Folders of a layer without those below another one that is listed. */
function disjointFolders({ largest }: Measurement, index: number): readonly Share[] {
  const mine = largest.filter(({ layer }) => layer === index);
  return mine
    .filter(({ path }) => !mine.some((other) => other.path !== path && path.startsWith(`${other.path}/`)))
    .map(({ path, bytes }): Share => ({ name: path, kind: 'folder', bytes }));
}

/** The largest shares that fit into so many bytes, and one for what is left. */
function within(shares: readonly Share[], bytes: number, restName: string, restKind: Share['kind']): readonly Share[] {
  const kept: Share[] = [];
  let left = bytes;
  for (const share of shares.toSorted((one, other) => other.bytes - one.bytes).slice(0, maxShares)) {
    if (share.bytes <= 0 || share.bytes > left) continue;
    kept.push(share);
    left -= share.bytes;
  }
  return left > 0 ? [...kept, { name: restName, kind: restKind, bytes: left }] : kept;
}

function sumOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { bytes }) => sum + bytes, 0);
}
