import { auditPlaceOf, planAuditUpdate, type AuditPlace, type AuditRecord } from './audit-record.ts';
import { pathOf, placeOf, type RecordPlace } from './place.ts';
import { renderRecord, type StoredRecord } from './record.ts';

/** A file of the branch, as far as it matters here. */
interface FileOnBranch {
  readonly path: string;
  readonly isPlain: boolean;
}

/** What stands on the branch, told apart. */
export interface BranchContents<F extends FileOnBranch> {
  readonly records: readonly { readonly place: RecordPlace; readonly file: F }[];
  readonly audits: readonly { readonly place: AuditPlace; readonly file: F }[];
  /** Paths that are none of ours: then the branch belongs to someone else. */
  readonly foreign: readonly string[];
}

/** Says whose branch it is, to people and to us. */
export const markerPath = 'plimsoll-data.json';
const readmePath = 'README.md';
const marker = `${JSON.stringify({ format: 'plimsoll-data', version: 1 })}\n`;
const readme =
  'Measurements and audits of container images, written by Plimsoll: under `records/` one file for each commit, image and platform, under `audits/` one for each audit. Nothing here is meant to be edited or merged.\n';

/** Records kept for each image and platform; the oldest commits go first. */
export const recordsKept = 500;

/** Tells records from what is not ours. A branch with files but without the marker is not ours at all. */
export function readBranch<F extends FileOnBranch>(files: readonly F[]): BranchContents<F> {
  if (!files.some(({ path, isPlain }) => path === markerPath && isPlain))
    return { records: [], audits: [], foreign: files.map(({ path }) => path) };
  const records: { readonly place: RecordPlace; readonly file: F }[] = [];
  const audits: { readonly place: AuditPlace; readonly file: F }[] = [];
  const foreign: string[] = [];
  for (const file of files) {
    const place = file.isPlain ? placeOf(file.path) : undefined;
    const audit = file.isPlain ? auditPlaceOf(file.path) : undefined;
    if (place) records.push({ place, file });
    else if (audit) audits.push({ place: audit, file });
    else if (!file.isPlain || (file.path !== markerPath && file.path !== readmePath)) foreign.push(file.path);
  }
  return { records, audits, foreign };
}

type Update = {
  readonly put: readonly { readonly path: string; readonly text: string }[];
  readonly remove: readonly string[];
};

/** What makes a branch that is not there yet ours. */
const firstFiles = (files: readonly FileOnBranch[] | undefined): Update['put'] =>
  files === undefined
    ? [
        { path: markerPath, text: marker },
        { path: readmePath, text: readme },
      ]
    : [];

/** What one more audit puts on the branch, and which old ones it takes off. */
export function planAudit(files: readonly FileOnBranch[] | undefined, record: AuditRecord): Update {
  const { put, remove } = planAuditUpdate(
    readBranch(files ?? []).audits.map(({ place }) => place),
    record,
  );
  return { put: [...firstFiles(files), ...put], remove };
}

/** What one more set of records puts on the branch, and which old ones it takes off. */
export function planUpdate(files: readonly FileOnBranch[] | undefined, added: readonly StoredRecord[]): Update {
  const put = [...firstFiles(files), ...added.map((record) => ({ path: pathOf(record), text: renderRecord(record) }))];
  const there = readBranch(files ?? []).records.map(({ place }) => place);
  const remove = added.flatMap(({ image, platform, commit }) => {
    const others = there.filter((one) => one.image === image && one.platform === platform && one.commit !== commit);
    return others
      .toSorted((a, b) => b.committedAt - a.committedAt || (a.commit < b.commit ? -1 : 1))
      .slice(recordsKept - 1)
      .map(pathOf);
  });
  return { put, remove };
}
