import { auditRecordSchemaVersion, type AuditRecord } from '../../records/audit-record.ts';
import type { AuditResult } from '../../result/audit.ts';
import { pinnedDigest, taggedName } from '../fleet/known-bases.ts';
import { chainIdOf } from '../fleet/prefixes.ts';
import { countsOf } from './since.ts';

/** What a record says beyond the result. */
export interface Recording {
  readonly audit: string;
  /** Full SHA. */
  readonly commit: string;
  /** Seconds since 1970. */
  readonly at: number;
}

/** What is stored of an audit: what the next ones are held against, and nothing more. */
export function auditRecordOf(result: AuditResult, { audit, commit, at }: Recording): AuditRecord {
  const counts = [...countsOf(result)];
  const audited = counts.map(([name, rules]) => (Object.keys(rules).length === 0 ? { name } : { name, rules }));
  const findings = counts.flatMap(([, rules]) => Object.values(rules)).reduce((sum, count) => sum + count, 0);
  return {
    schemaVersion: auditRecordSchemaVersion,
    audit,
    at,
    run: result.run.id,
    commit,
    tool: result.tool.version,
    policy: result.policy.digest,
    outcome: result.outcome,
    images: audited.length,
    findings,
    stored: result.fleet.stored,
    audited,
    notAudited: result.notAudited.map(({ name }) => name),
    bases: [...basesOf(result)],
  };
}

/** What tags of bases lead to: of those that labels name, and of audited images that others stand on or Dockerfiles name. */
function basesOf({ images, bases, fleet }: AuditResult): Iterable<AuditRecord['bases'][number]> {
  const found = new Map<string, AuditRecord['bases'][number]>();
  const add = (name: string, platform: string, diffIds: readonly string[]): void => {
    if (diffIds.length > 0)
      found.set(`${name} ${platform}`, { name, platform, layers: diffIds.length, chainId: chainIdOf(diffIds) });
  };
  const stoodOn = new Set(fleet.byBase.map(({ base }) => base));
  for (const image of images) {
    const name = pinnedDigest(image) === undefined ? taggedName(image) : undefined;
    if (name === undefined || (image.role !== 'base' && !stoodOn.has(image.name))) continue;
    add(
      name,
      image.platform,
      image.layers.map(({ diffId }) => diffId),
    );
  }
  for (const { reference, platform, found: looked } of bases)
    if ('layers' in looked && !reference.includes('@'))
      add(
        reference,
        platform,
        looked.layers.map(({ diffId }) => diffId),
      );
  return found.values();
}
