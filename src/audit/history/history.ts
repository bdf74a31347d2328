import { refuseForeign } from '../../check/save-records.ts';
import { UserError } from '../../errors.ts';
import { readAuditRecord, type AuditRecord } from '../../records/audit-record.ts';
import { planAudit, readBranch } from '../../records/branch.ts';
import type { Repository } from '../../repository-port.ts';
import type { AuditResult } from '../../result/audit.ts';
import { fleetOf } from '../fleet/fleet.ts';
import type { SeenBase } from '../fleet/known-bases.ts';
import { auditRecordOf, type Recording } from './record-of.ts';
import { pointOf, sinceAudit } from './since.ts';

/** Earlier audits that are read: for a trend, and for what tags of bases led to. */
const mostRead = 30;
/** Ten thousand images have a megabyte. */
const maxAuditRecordBytes = 16 * 2 ** 20;

/** What came of it beside the result, in a sentence. */
export interface HistoryNote {
  readonly note?: string;
  readonly warning?: string;
}

/**
 * Holds a whole audit against those that were recorded before it: what is new since the last, the trend, and bases that
 * are stale because their tags led elsewhere. Where none can be read, the result is as it was.
 */
export async function withHistory(
  result: AuditResult,
  audit: string,
  repository: Pick<Repository, 'records'>,
): Promise<HistoryNote & { readonly result: AuditResult }> {
  try {
    const earlier = await readEarlier(audit, result.run.id, repository);
    const [last] = earlier;
    if (!last) return { result };
    const seen = earlier.flatMap(({ at, bases }) => bases.map((base): SeenBase => ({ ...base, day: dayOf(at) })));
    return {
      result: {
        ...result,
        fleet: fleetOf({ ...result, seen }),
        since: sinceAudit(result, last),
        history: earlier.map(pointOf).toReversed(),
      },
    };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { result, warning: `Earlier audits could not be read: ${wordsOf(thrown)}` };
  }
}

/** The newest first; this run's own record, of an attempt before, is none. */
async function readEarlier(
  audit: string,
  run: string,
  { records }: Pick<Repository, 'records'>,
): Promise<readonly AuditRecord[]> {
  const files = (await records.list()) ?? [];
  const found = readBranch(files)
    .audits.filter(({ place }) => place.audit === audit && place.run !== run)
    .toSorted((one, other) => other.place.at - one.place.at)
    .slice(0, mostRead);
  const texts = await records.readTexts(
    found.map(({ file }) => file),
    maxAuditRecordBytes,
  );
  return found.flatMap(({ place }, index): readonly AuditRecord[] => {
    const text = texts[index];
    const record = text === undefined ? undefined : readAuditRecord(text, place);
    return record ? [record] : [];
  });
}

/** Appends one small file to the branch of records. What cannot be stored is one warning. */
export async function appendAudit(
  result: AuditResult,
  recording: Omit<Recording, 'commit'>,
  repository: Repository,
): Promise<HistoryNote> {
  try {
    const record = auditRecordOf(result, { ...recording, commit: await repository.head() });
    await repository.records.update(`Record the audit ${record.run}`, (files) => {
      refuseForeign(repository.records.name, files);
      return planAudit(files, record);
    });
    return { note: `The audit is recorded on the branch ${repository.records.name}.` };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { warning: `The audit was not recorded: ${wordsOf(thrown)}` };
  }
}

const wordsOf = ({ problems }: UserError): string =>
  problems.map(({ message, hint }) => `${message} ${hint}`).join(' ');

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
