import type { AuditedImage } from '../../result/audit.ts';
import type { StaleImage } from '../../result/fleet.ts';
import type { currentBases, CurrentBase } from './known-bases.ts';

/** What is known of the base of one image. */
export type Standing =
  | { readonly kind: 'stale'; readonly name: string; readonly newest: CurrentBase; readonly image: StaleImage }
  | { readonly kind: 'current' }
  | { readonly kind: 'unknown'; readonly name: string; readonly reason: string }
  | { readonly kind: 'none' };

/** Tells what a base is today. */
export type Current = ReturnType<typeof currentBases>;

export const none: Standing = { kind: 'none' };
export const isCurrent: Standing = { kind: 'current' };

/** Whether an image's first layers are these; no layers prove nothing. */
export function beginsWith({ layers }: AuditedImage, diffIds: readonly string[]): boolean {
  return diffIds.length > 0 && diffIds.every((diffId, index) => layers[index]?.diffId === diffId);
}
