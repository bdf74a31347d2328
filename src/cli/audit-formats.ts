import type { Problem } from '../errors.ts';
import { auditFormats, type AuditFormat } from '../reporters/audit.ts';
import type { RunOptions } from '../settings/run-options.ts';

const isAuditFormat = (format: string): format is AuditFormat => auditFormats.some((one) => one === format);

/** A format that {@link strangeFormats} has let through. */
export function asAuditFormat(format: string): AuditFormat {
  if (!isAuditFormat(format)) throw new Error(`An audit has no format ${format}.`);
  return format;
}

/** Formats that were asked for and that audits do not have. */
export function strangeFormats({ format, outputs }: RunOptions): readonly Problem[] {
  return [format, ...outputs.map((output) => output.format)]
    .filter((one) => !isAuditFormat(one))
    .map((one) => ({
      code: 'invalid-input',
      message: `An audit has no format ${one}.`,
      expected: auditFormats.join(', '),
      got: one,
      hint: 'Use one of these, or --csv FILE.',
    }));
}
