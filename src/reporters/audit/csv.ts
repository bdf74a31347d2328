import type { AuditResult } from '../../result/audit.ts';
import { visible } from '../../visible.ts';
import { fleetOf } from './fleet.ts';

const columns = [
  'image',
  'status',
  'role',
  'errors',
  'warnings',
  'unpacked_bytes',
  'unique_bytes',
  'pull_bytes',
  'base',
  'platform',
  'source',
  'places',
  'reason',
];

/** One line an image, worst first, then those that could not be audited: RFC 4180. */
export function renderAuditCsv(result: AuditResult): string {
  const audited = fleetOf(result).rows.map(({ image, errors, warnings, uniqueBytes, base = '' }) => [
    image.name,
    'audited',
    image.role,
    errors,
    warnings,
    image.unpackedBytes ?? '',
    uniqueBytes ?? '',
    image.pullBytes ?? '',
    base,
    image.platform,
    image.source,
    placesOf(image.uses),
    '',
  ]);
  const others = result.notAudited.map(({ name, uses, reason }) => [
    name,
    'not audited',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    placesOf(uses),
    reason,
  ]);
  return [columns, ...audited, ...others].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
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
