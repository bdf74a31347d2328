import { EntryType } from './entries.ts';
import { originOf } from './records.ts';
import type { Records } from './records.ts';
import { targetOf } from './walk.ts';

/** Whether two records surely have the same content; false where no checksums that can be compared were read. */
export function sameContent(records: Records, one: number, other: number): boolean {
  const type = records.types[one];
  if (type !== records.types[other] || records.bytes[one] !== records.bytes[other]) return false;
  if (type === EntryType.symlink) return targetOf(records, one) === targetOf(records, other);
  const a = originOf(records, one);
  const b = originOf(records, other);
  const sums = a.entries.contentSums;
  const others = b.entries.contentSums;
  return (
    type === EntryType.file &&
    sums?.algorithm === others?.algorithm &&
    sums?.values[a.index] === others?.values[b.index] &&
    sums !== undefined
  );
}

/** Whether two records agree in permission bits, uid and gid. */
export function sameOwnerAndMode(records: Records, one: number, other: number): boolean {
  const a = originOf(records, one);
  const b = originOf(records, other);
  return (
    a.entries.modes[a.index] === b.entries.modes[b.index] &&
    a.entries.uids[a.index] === b.entries.uids[b.index] &&
    a.entries.gids[a.index] === b.entries.gids[b.index]
  );
}

/** As {@link sameOwnerAndMode}, and whether both carry file capabilities or neither does. */
export function sameMetadata(records: Records, one: number, other: number): boolean {
  const a = originOf(records, one);
  const b = originOf(records, other);
  return (
    a.entries.withCapabilities.has(a.index) === b.entries.withCapabilities.has(b.index) &&
    sameOwnerAndMode(records, one, other)
  );
}
