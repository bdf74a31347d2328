import type { HiddenCopy, LayerMeasurement, Measurement } from '../result/measurement.ts';
import type { Comparison, ImageResult, VariantResult } from '../result/result.ts';
import { formatBytes } from '../units.ts';

/** The variant the policy judges, with the comparison that tells what this change did to it. */
export interface Gated {
  readonly variant: VariantResult;
  readonly measurement: Measurement;
  /** The baseline's numbers, where there is one. */
  readonly base?: Measurement;
  readonly change?: Comparison;
}

/** Whether there are numbers to tell of; else only its sources, or what it states of itself, was judged: {@link whyUnmeasured}. */
export function isMeasured({ variants }: ImageResult): boolean {
  return variants.length > 0;
}

/** What stands in the place of the size of an image without numbers. */
export function unmeasuredInWords({ stated }: ImageResult): 'layers not read' | 'not built' {
  return stated ? 'layers not read' : 'not built';
}

/** Why an image has no numbers, in sentences. */
export function whyUnmeasured({ notBuilt, stated }: ImageResult): string {
  if (!stated) return notBuilt ?? 'There is no image.';
  const { layers, pull } = stated.measurement;
  const toPull = pull ? `, ${pull.exact ? '' : '≈ '}${formatBytes(pull.bytes)} to pull` : '';
  return `${stated.reason} It has ${layers} ${layers === 1 ? 'layer' : 'layers'}${toPull}.`;
}

/** @throws Error when the result names a variant it does not hold, which only a bug can do. */
export function gatedOf(image: ImageResult): Gated {
  const variant = image.variants.find(({ name }) => name === image.gated) ?? image.variants[0];
  if (!variant) throw new Error(`The result of image ${JSON.stringify(image.name)} holds no variant.`);
  const change = image.comparisons.find(({ kind }) => kind === 'baseline');
  return {
    variant,
    measurement: variant.measurement,
    ...(image.baseline.state === 'found' && { base: image.baseline.measurement }),
    ...(change && { change }),
  };
}

/** Comparisons between ways of building: what stays behind, largest first. */
export function variantComparisons(image: ImageResult): readonly Comparison[] {
  return image.comparisons
    .filter(({ kind }) => kind === 'variant')
    .toSorted((one, other) => one.unpackedDeltaBytes - other.unpackedDeltaBytes);
}

type Kind = Comparison['byKind'][number]['kind'];

/** What readers call each kind of content. */
export const kindNames: Readonly<Record<Kind, string>> = {
  compilers: 'compilers',
  headers: 'headers',
  'package-caches': 'package lists and caches',
  'sources-and-vcs': 'sources and version control',
  documentation: 'documentation',
  'language-dependencies': 'language dependencies',
  'base-system': 'system files',
  application: 'application files',
  'base-image': 'base image difference',
};

/** The kinds that changed, largest change first. */
export function changedKinds({ byKind }: Comparison): Comparison['byKind'] {
  return byKind
    .filter(({ deltaBytes }) => deltaBytes !== 0)
    .toSorted((one, other) => Math.abs(other.deltaBytes) - Math.abs(one.deltaBytes));
}

/** The kinds a comparison leaves behind and those it adds: `compilers 163.9 MB, headers 34.8 MB; added: application files 6.3 MB`. */
export function kindsInWords(comparison: Comparison): string {
  const kinds = changedKinds(comparison);
  const named = (some: typeof kinds): string =>
    some.map(({ kind, deltaBytes }) => `${kindNames[kind]} ${formatBytes(Math.abs(deltaBytes))}`).join(', ');
  const left = named(kinds.filter(({ deltaBytes }) => deltaBytes < 0));
  const added = named(kinds.filter(({ deltaBytes }) => deltaBytes > 0));
  return [left, ...(added === '' ? [] : [`added: ${added}`])].filter((part) => part !== '').join('; ');
}

/** One layer hides what another wrote: all such copies together. */
export interface HiddenPair {
  readonly bytes: number;
  readonly copies: number;
  readonly addedBy: number;
  readonly hiddenBy: number;
  readonly how: HiddenCopy['how'];
}

/** Hidden copies by the two layers that take part, largest first; only the listed copies, which may be capped. */
export function hiddenPairs({ hidden }: Measurement): readonly HiddenPair[] {
  const pairs = new Map<string, HiddenPair>();
  for (const { addedBy, hiddenBy, bytes, how } of hidden) {
    const key = `${addedBy} ${hiddenBy}`;
    const known = pairs.get(key) ?? { bytes: 0, copies: 0, addedBy, hiddenBy, how };
    pairs.set(key, { ...known, bytes: known.bytes + bytes, copies: known.copies + 1 });
  }
  return [...pairs.values()].sort((one, other) => other.bytes - one.bytes);
}

/** What the later layer did to the earlier one's files: "`later` deletes what `earlier` wrote". */
export const hidingVerbs: Readonly<Record<HiddenCopy['how'], string>> = {
  deleted: 'deletes what',
  'directory-deleted': 'deletes what',
  opaque: 'replaces folders that',
  overwritten: 'overwrites what',
  'metadata-only': 'changes only mode, owner or time of what',
};

/** The builder's command without the shell in front of it, as it stands in the Dockerfile. */
export function commandOfLayer({ createdBy }: LayerMeasurement): string {
  return createdBy
    .replace(/^\|\d+ .*?(?=\/bin\/sh -c )/, '')
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/^(?:RUN )?\/bin\/sh -c /, 'RUN ')
    .replace(/\s*# buildkit$/, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
    .trim();
}
