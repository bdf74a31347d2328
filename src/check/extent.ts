import type { Measurement } from '../result/measurement.ts';
import { formatBytes } from '../units.ts';

/** What reading an image came to, for progress: `9 layers, 117.4 MB`. */
export function extentOf({ layers, unpackedBytes }: Measurement): string {
  return `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${formatBytes(unpackedBytes)}`;
}
