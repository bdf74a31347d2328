import type { Measurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';
import { formatBytes, formatDelta, formatPair, formatRatio } from '../units.ts';
import { type Gated, hiddenPairs, hidingVerbs } from './facts.ts';
import { placeOfLayer, type Words } from './words.ts';

/** A line of the table every report begins with. */
export interface NumberRow {
  readonly label: 'On disk' | 'To pull' | 'Hidden' | 'Layers';
  /** Absent without a baseline, or where the baseline does not know. */
  readonly before?: string;
  readonly after: string;
  readonly notes: readonly Words[];
}

/** The four numbers, each with its base and what there is to say about the difference. A number nobody knows has no row. */
export function numberRows({ measurement, base, change }: Gated): readonly NumberRow[] {
  const rows = [onDisk(measurement, base, change), toPull(measurement, base, change), hidden(measurement, base)];
  return [...rows.filter((row) => row !== undefined), layers(measurement, base)];
}

function onDisk(after: Measurement, before?: Measurement, change?: Comparison): NumberRow {
  if (!before) return { label: 'On disk', after: formatBytes(after.unpackedBytes), notes: [] };
  const delta = after.unpackedBytes - before.unpackedBytes;
  const share = before.unpackedBytes > 0 && delta !== 0 ? ` (${signedRatio(delta / before.unpackedBytes)})` : '';
  const parts =
    change?.ownDeltaBytes !== undefined && change.baseDeltaBytes !== undefined
      ? [
          [
            `${formatDelta(change.ownDeltaBytes)} yours, ${formatDelta(change.baseDeltaBytes)} base image`,
            ...otherBase(change),
          ],
        ]
      : [];
  return {
    label: 'On disk',
    ...pair(before.unpackedBytes, after.unpackedBytes),
    notes: [[`${formatDelta(delta)}${share}`], ...(change?.isNoise ? [['build noise: logs and caches']] : parts)],
  };
}

/** Naming another base image is the change's doing; a reader must see which. */
function otherBase({ baseImage }: Comparison): Words {
  return baseImage ? ['from', { name: baseImage.before }, 'to', { name: baseImage.after }] : [];
}

function toPull(after: Measurement, before?: Measurement, change?: Comparison): NumberRow | undefined {
  if (!after.pull) return undefined;
  const notes = [
    ...(change?.pullDelta ? [[`${change.pullDelta.exact ? '' : '≈ '}${formatDelta(change.pullDelta.bytes)}`]] : []),
    ...(change?.deltaPullBytes === undefined
      ? []
      : [[`${formatBytes(change.deltaPullBytes)} for a node that has the baseline`]]),
  ];
  const row = { label: 'To pull', after: pullText(after.pull), notes } as const;
  return before?.pull ? { ...row, before: pullText(before.pull) } : row;
}

function hidden(after: Measurement, before?: Measurement): NumberRow {
  const pairs = hiddenPairs(after);
  const worst = pairs[0];
  const cause: Words =
    worst && after.hiddenBytes > 0
      ? [placeOfLayer(after, worst.hiddenBy), hidingVerbs[worst.how], placeOfLayer(after, worst.addedBy), 'wrote']
      : [];
  const rest = pairs.length > 1 ? [[`${pairs.length - 1} more below`]] : [];
  const notes = cause.length > 0 ? [cause, ...rest] : [];
  if (!before) return { label: 'Hidden', after: formatBytes(after.hiddenBytes), notes };
  return { label: 'Hidden', ...pair(before.hiddenBytes, after.hiddenBytes), notes };
}

function layers(after: Measurement, before?: Measurement): NumberRow {
  const { baseLayers, emptyLayers } = after;
  const split = baseLayers === undefined ? [] : [`${after.layers - baseLayers} own, ${baseLayers} base`];
  const words = [...split, ...(emptyLayers > 0 ? [`${emptyLayers} empty`] : [])].join(', ');
  const row = { label: 'Layers', after: String(after.layers), notes: words === '' ? [] : [[words]] } as const;
  return before ? { ...row, before: String(before.layers) } : row;
}

/** `39.9 MB`, with `≈` where the figure is estimated. */
export function pullText({ bytes, exact }: { readonly bytes: number; readonly exact: boolean }): string {
  return exact ? formatBytes(bytes) : `≈ ${formatBytes(bytes)}`;
}

function signedRatio(ratio: number): string {
  return ratio < 0 ? `−${formatRatio(-ratio)}` : `+${formatRatio(ratio)}`;
}

function pair(before: number, after: number): { readonly before: string; readonly after: string } {
  const [one, other] = formatPair(before, after);
  return { before: one, after: other };
}

/** Why there is nothing to compare with; the reason often says itself that there is no baseline. */
export function baselineWords(reason: string): string {
  return /\bno baseline\b/i.test(reason) ? reason : `No baseline: ${reason}`;
}
