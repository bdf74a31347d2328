import type { Digest, DockerfileLines, HiddenCopy, LayerMeasurement, Measurement } from '../result/measurement.ts';
import { at, atCount, atSize } from './at.ts';
import { diveFigures } from './dive.ts';
import { tallyFolders } from './folders.ts';
import { historyOfLayers } from './history.ts';
import type { Snapshot } from './image.ts';
import { tallyKinds } from './kinds.ts';
import { measureStated, type StatedExtras } from './measure-stated.ts';
import { tallyNoise } from './noise.ts';
import { ownRecords, type Ownership } from './packages/owners.ts';
import { noPackages } from './packages/package.ts';
import type { PackageListing } from './packages/package.ts';
import { pathOf } from './records.ts';
import { forEachShipped } from './shipped.ts';
import { squash } from './squash.ts';
import type { Squashed } from './squash.ts';
import type { HiddenRecord } from './stacking.ts';

/** Rows kept of the hidden copies and of the largest folders. */
export const measurementLimits = { hidden: 200, largest: 200, largestOfBase: 50 } as const;

/** What a measurement can use beyond the image itself. */
export interface Extras extends StatedExtras {
  /** The stacked layers, where the caller has them already. */
  readonly squashed?: Squashed;
  readonly packages?: PackageListing;
  /** Dockerfile lines by layer index. */
  readonly dockerfile?: ReadonlyMap<number, DockerfileLines>;
}

/** All numbers of one snapshot, as docs/measurement.md defines them. */
export function measure(snapshot: Snapshot, extras: Extras = {}): Measurement {
  if (snapshot.layers.length !== snapshot.diffIds.length)
    throw new Error(`${snapshot.layers.length} layers were read of an image with ${snapshot.diffIds.length}.`);
  const squashed = extras.squashed ?? squash(snapshot.layers);
  const known = measureStated(snapshot, extras);
  const listing = extras.packages ?? noPackages;
  const ownership = ownRecords(squashed, listing);
  const unpackedBytes = squashed.layers.reduce((sum, layer) => sum + layer.unpackedBytes, 0);
  const visibleBytes = squashed.layers.reduce((sum, layer) => sum + layer.visibleBytes, 0);
  return {
    ...known,
    unpackedBytes,
    visibleBytes,
    hiddenBytes: unpackedBytes - visibleBytes,
    emptyLayers: squashed.layers.filter(({ isEmpty }) => isEmpty).length,
    entries: squashed.records.count,
    dive: diveFigures(squashed),
    perLayer: perLayer(snapshot, squashed, extras.dockerfile),
    ...hiddenCopies(squashed, known.baseLayers),
    packages: [...ownership.packages],
    ...(listing.unread.length > 0 && {
      packagesUnread: listing.unread.map(({ path, reason }) => ({ path: `/${path}`, reason })),
    }),
    ...tallies(squashed, ownership, known.baseLayers),
  };
}

/** What is summed up over all records that have bytes, in one pass. */
function tallies(
  squashed: Squashed,
  ownership: Ownership,
  baseLayers: number | undefined,
): Pick<Measurement, 'byKind' | 'noisyBytes' | 'largest' | 'largestOfBase'> {
  const { largest, largestOfBase } = measurementLimits;
  const kinds = tallyKinds(squashed, ownership, baseLayers);
  const noise = tallyNoise(squashed);
  const own = tallyFolders(squashed, [baseLayers ?? 0, Infinity], largest);
  const ofBase = tallyFolders(squashed, [0, baseLayers ?? 0], largestOfBase);
  forEachShipped(squashed, (shipped) => {
    kinds.take(shipped);
    noise.take(shipped);
    own.take(shipped);
    ofBase.take(shipped);
  });
  return {
    byKind: kinds.sum(),
    noisyBytes: noise.sum(),
    largest: own.sum(),
    // Only where it is known which layers are the base image's.
    ...(baseLayers !== undefined && { largestOfBase: ofBase.sum() }),
  };
}

function perLayer(snapshot: Snapshot, squashed: Squashed, dockerfile: Extras['dockerfile']): LayerMeasurement[] {
  const history = historyOfLayers(snapshot.history, snapshot.diffIds.length);
  return snapshot.diffIds.map((diffId: Digest, layer) => {
    const { unpackedBytes, visibleBytes } = at(squashed.layers, layer);
    const blob = snapshot.blobs?.[layer];
    const lines = dockerfile?.get(layer);
    return {
      diffId,
      unpackedBytes,
      visibleBytes,
      entries: at(snapshot.layers, layer).count,
      createdBy: history?.[layer]?.createdBy ?? '',
      ...(lines && { dockerfile: lines }),
      ...(blob && { blob: { digest: blob.digest, bytes: blob.bytes, mediaType: blob.mediaType } }),
    };
  });
}

function hiddenCopies(
  { records, hidden }: Squashed,
  baseLayers: number | undefined,
): Pick<Measurement, 'hidden' | 'hiddenTotal'> {
  const bytesOf = ({ record }: HiddenRecord): number => atSize(records.bytes, record);
  const copies = hidden.filter((copy) => bytesOf(copy) > 0);
  const sum = (list: readonly HiddenRecord[]): number => list.reduce((bytes, copy) => bytes + bytesOf(copy), 0);
  // Sorting numbers is quick; sorting all copies for a few hundred of them is not.
  const least = new Float64Array(copies.map(bytesOf)).toSorted().at(-measurementLimits.hidden) ?? 0;
  const largest = copies
    .filter((copy) => bytesOf(copy) >= least)
    .toSorted((a, b) => bytesOf(b) - bytesOf(a) || a.record - b.record)
    .slice(0, measurementLimits.hidden)
    .map((copy): HiddenCopy => ({
      path: `/${pathOf(records, copy.record)}`,
      bytes: bytesOf(copy),
      addedBy: atCount(records.layerOf, copy.record),
      hiddenBy: copy.hiddenBy,
      how: copy.how,
    }));
  const byBase = baseLayers === undefined ? undefined : copies.filter(({ hiddenBy }) => hiddenBy < baseLayers);
  return {
    hidden: largest,
    hiddenTotal: { copies: copies.length, bytes: sum(copies), ...(byBase && { byBaseLayersBytes: sum(byBase) }) },
  };
}
