import { renderAudit, renderAuditCsv } from '../reporters/audit.ts';
import type { AuditResult } from '../result/audit.ts';
import type { RunOptions } from '../settings/run-options.ts';
import { asAuditFormat } from './audit-formats.ts';
import type { World } from './world.ts';

/** Writes an audit wherever it was asked for. @throws UserError `report-not-written` */
export async function reportAudit(
  result: AuditResult,
  { format, outputs }: Pick<RunOptions, 'format' | 'outputs'>,
  csv: string | undefined,
  world: Pick<World, 'stdout' | 'terminal' | 'writeReport'>,
): Promise<void> {
  for (const output of outputs) {
    const page = { columns: 120, colour: false };
    await world.writeReport(output.path, renderAudit(asAuditFormat(output.format), result, page));
  }
  if (csv !== undefined) await world.writeReport(csv, renderAuditCsv(result));
  world.stdout(renderAudit(asAuditFormat(format), result, world.terminal));
}
