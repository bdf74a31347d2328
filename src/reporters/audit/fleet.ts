import type { AuditedImage, AuditResult } from '../../result/audit.ts';

/** An image among the others: what only it has, and what it stands on. */
export interface FleetRow {
  readonly image: AuditedImage;
  readonly errors: number;
  readonly warnings: number;
  /** Bytes of layers that no other audited image has; absent where layers were not read. */
  readonly uniqueBytes?: number;
  /** Bytes of layers that others have, too. */
  readonly sharedBytes?: number;
  /** The audited image with the most layers that this one begins with. */
  readonly base?: string;
}

/** All images together; layers are told apart by their DiffIDs. */
export interface Fleet {
  /** Worst first: by errors, then warnings, then size. */
  readonly rows: readonly FleetRow[];
  /** What the images would take without sharing, and what they take on one node; absent where layers were not read. */
  readonly summedBytes?: number;
  readonly storedBytes?: number;
  /** Names of images by their base, the largest group first. */
  readonly byBase: readonly { readonly base: string; readonly images: readonly string[] }[];
}

/** Looks at the audited images as one fleet. */
export function fleetOf({ images }: Pick<AuditResult, 'images'>): Fleet {
  const holders = new Map<string, Set<string>>();
  const bytes = new Map<string, number | undefined>();
  for (const { imageId, layers } of images)
    for (const { diffId, unpackedBytes } of layers) {
      holders.set(diffId, (holders.get(diffId) ?? new Set()).add(imageId));
      bytes.set(diffId, unpackedBytes);
    }
  const baseOf = baseFinder(images);
  const rows = images.map((image): FleetRow => {
    const unique = image.layers.filter(({ diffId }) => holders.get(diffId)?.size === 1);
    const uniqueBytes = sumOfKnown(unique.map((layer) => layer.unpackedBytes));
    const base = baseOf(image);
    return {
      image,
      ...counts(image),
      ...(image.unpackedBytes !== undefined &&
        uniqueBytes !== undefined && { uniqueBytes, sharedBytes: image.unpackedBytes - uniqueBytes }),
      ...(base !== undefined && { base }),
    };
  });
  const groups = new Map<string, readonly string[]>();
  for (const { base, image } of rows)
    if (base !== undefined) groups.set(base, [...(groups.get(base) ?? []), image.name]);
  const summedBytes = sumOfKnown(images.map(({ unpackedBytes }) => unpackedBytes));
  const storedBytes = sumOfKnown([...bytes.values()]);
  return {
    rows: rows.toSorted(worseFirst),
    ...(summedBytes !== undefined && { summedBytes }),
    ...(storedBytes !== undefined && { storedBytes }),
    byBase: [...groups]
      .map(([base, names]) => ({ base, images: names }))
      .sort((one, other) => other.images.length - one.images.length || (one.base < other.base ? -1 : 1)),
  };
}

/** Findings that count, of the policy and of what manifests say. */
function counts({ findings, notRun }: AuditedImage): Pick<FleetRow, 'errors' | 'warnings'> {
  const levels = findings.filter(({ waiver }) => waiver === null).map(({ level }) => level);
  return {
    errors:
      levels.filter((level) => level === 'error').length + notRun.filter((one) => one.counts === 'failure').length,
    warnings:
      levels.filter((level) => level === 'warning').length + notRun.filter((one) => one.counts === 'warning').length,
  };
}

function worseFirst(one: FleetRow, other: FleetRow): number {
  return (
    other.errors - one.errors ||
    other.warnings - one.warnings ||
    (other.image.unpackedBytes ?? 0) - (one.image.unpackedBytes ?? 0) ||
    (one.image.name < other.image.name ? -1 : 1)
  );
}

/** By the stack of DiffIDs, so that ten thousand images are looked up, not compared with each other. */
function baseFinder(images: readonly AuditedImage[]): (image: AuditedImage) => string | undefined {
  const byStack = new Map<string, string>();
  for (const { name, layers } of images)
    if (layers.length > 0 && !byStack.has(stack(layers))) byStack.set(stack(layers), name);
  return ({ layers }) => {
    for (let length = layers.length - 1; length > 0; length -= 1) {
      const found = byStack.get(stack(layers.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const stack = (layers: AuditedImage['layers']): string => layers.map(({ diffId }) => diffId).join(' ');

/** Undefined as soon as one of them is. */
function sumOfKnown(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (total, one) => (total === undefined || one === undefined ? undefined : total + one),
    0,
  );
}
