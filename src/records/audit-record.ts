import { z } from 'zod';
import { auditPoint } from '../result/audit-history.ts';

/** Raised when what a record means changes; records of another version are not read. */
export const auditRecordSchemaVersion = 1;

const auditRecord = z.object({
  ...auditPoint.shape,
  schemaVersion: z.literal(auditRecordSchemaVersion),
  /** Tells several audits of one repository apart. */
  audit: z.string().min(1).max(100),
  run: z.string().regex(/^[\w.-]{1,100}$/),
  /** Version of Plimsoll. */
  tool: z.string(),
  /** Digest of the policy. */
  policy: z.string(),
  /** By name, with the number of findings of each rule that has any. */
  audited: z.array(z.object({ name: z.string(), rules: z.record(z.string(), z.int().positive()).optional() })),
  notAudited: z.array(z.string()),
  /** What tags of bases led to. */
  bases: z.array(z.object({ name: z.string(), platform: z.string(), layers: z.int().positive(), chainId: z.string() })),
});

/** One audit of the default branch, as it is stored: what the next one is held against. */
export type AuditRecord = z.infer<typeof auditRecord>;

/** Where on the branch it is: one file for each audit that ran. */
export interface AuditPlace {
  readonly audit: string;
  /** Seconds since 1970, so that a list of names is in order of time. */
  readonly at: number;
  readonly run: string;
}

const shape = /^audits\/([^/]+)\/(\d{10})-([\w.-]{1,100})\.json$/;

export function auditPathOf({ audit, at, run }: AuditPlace): string {
  return `audits/${encodeURIComponent(audit)}/${String(at).padStart(10, '0')}-${run}.json`;
}

/** The place a path names; undefined when no record of an audit is called so. */
export function auditPlaceOf(path: string): AuditPlace | undefined {
  const [, audit, at, run] = shape.exec(path) ?? [];
  if (audit === undefined || run === undefined) return undefined;
  try {
    const place = { audit: decodeURIComponent(audit), at: Number(at), run };
    return auditPathOf(place) === path ? place : undefined;
  } catch (thrown) {
    if (thrown instanceof URIError) return undefined;
    throw thrown;
  }
}

/** The JSON of a record: one line, its keys in order. */
export function renderAuditRecord(record: AuditRecord): string {
  return `${JSON.stringify(auditRecord.parse(record))}\n`;
}

/** Reads a record; undefined where it is none, is of something else than its name says, or does not add up. */
export function readAuditRecord(text: string, place: AuditPlace): AuditRecord | undefined {
  const parsed = auditRecord.safeParse(parse(text)).data;
  if (!parsed || auditPathOf(parsed) !== auditPathOf(place) || parsed.images !== parsed.audited.length)
    return undefined;
  const findings = parsed.audited.flatMap(({ rules = {} }) => Object.values(rules));
  const sum: number = findings.reduce((total, one) => total + one, 0);
  return sum === parsed.findings ? parsed : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The schema then says that it is no record.
    return undefined;
  }
}

/** Records kept of each audit; the oldest go first. */
export const auditsKept = 200;

/** What one more audit puts on the branch, and which old ones it takes off. A run that is told again replaces what it told. */
export function planAuditUpdate(
  there: readonly AuditPlace[],
  record: AuditRecord,
): { readonly put: readonly { readonly path: string; readonly text: string }[]; readonly remove: readonly string[] } {
  const path = auditPathOf(record);
  const same = there.filter(({ audit }) => audit === record.audit);
  const again = same.filter(({ run }) => run === record.run);
  const others = same.filter(({ run }) => run !== record.run).toSorted((one, other) => other.at - one.at);
  return {
    put: [{ path, text: renderAuditRecord(record) }],
    remove: [...again, ...others.slice(auditsKept - 1)].map(auditPathOf).filter((old) => old !== path),
  };
}
