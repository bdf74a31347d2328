import type { AuditResult } from '../../result/audit.ts';
import { visible } from '../../visible.ts';
import { rowsOf, type FleetRow } from './rows.ts';

type Cells = Readonly<Record<string, string | number | undefined>>;

/** By their names; figures under `move_` are those of the stale base with all of its images. */
const columns = [
  'image',
  'status',
  'role',
  'errors',
  'warnings',
  'unpacked_bytes',
  'unique_bytes',
  'shared_bytes',
  'pull_bytes',
  'unique_pull_bytes',
  'shared_pull_bytes',
  'base',
  'stale_base',
  'newest_base',
  'stale_known_by',
  'move_base_pull_bytes',
  'move_own_pull_bytes',
  'move_stored_pull_bytes_before',
  'move_stored_pull_bytes_after',
  'platform',
  'source',
  'places',
  'reason',
] as const;

/** One line an image, worst first, then those that could not be audited: RFC 4180. */
export function renderAuditCsv(result: AuditResult): string {
  const audited = rowsOf(result).map((row): Cells => ({ ...cellsOf(row), ...staleCells(row) }));
  const others = result.notAudited.map(({ name, uses, reason }): Cells => ({
    image: name,
    status: 'not audited',
    places: placesOf(uses),
    reason,
  }));
  const rows = [...audited, ...others].map((cells) => columns.map((column) => cells[column] ?? ''));
  return [columns, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cellsOf({ image, errors, warnings, unique, shared, base }: FleetRow): Cells {
  return {
    image: image.name,
    status: 'audited',
    role: image.role,
    errors,
    warnings,
    unpacked_bytes: image.unpackedBytes,
    unique_bytes: unique.unpackedBytes,
    shared_bytes: shared.unpackedBytes,
    pull_bytes: image.pullBytes,
    unique_pull_bytes: unique.pullBytes,
    shared_pull_bytes: shared.pullBytes,
    base,
    platform: image.platform,
    source: image.source,
    places: placesOf(image.uses),
  };
}

function staleCells({ stale }: FleetRow): Cells {
  if (!stale) return {};
  const { name, newest, move } = stale.base;
  return {
    stale_base: name,
    newest_base: newest.digest === undefined ? newest.name : `${newest.name}@${newest.digest}`,
    stale_known_by: stale.image.by,
    move_base_pull_bytes: move?.newBase.pullBytes,
    move_own_pull_bytes: move?.own.pullBytes,
    move_stored_pull_bytes_before: move?.storedBefore.pullBytes,
    move_stored_pull_bytes_after: move?.storedAfter.pullBytes,
  };
}

function placesOf(uses: AuditResult['notAudited'][number]['uses']): string {
  return uses.map(({ place }) => `${place.file}:${place.line}`).join(' ');
}

/** A text that a spreadsheet would take for a formula begins with a quote. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const shown = visible(value, 2_000);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
