import { UserError } from '../errors.ts';
import type { Repository } from '../repository-port.ts';
import { readBranch } from '../records/branch.ts';
import { readRecord, type StoredRecord } from '../records/record.ts';
import { maxRecordBytes } from './baseline-recorded.ts';

/** The newest records of each image and platform, and files that are none. */
export interface ListedRecords {
  readonly records: readonly StoredRecord[];
  /** Paths with the reason they are not used. */
  readonly unfit: readonly { readonly path: string; readonly reason: string }[];
}

/** How many of each image and platform are shown. */
const newest = 20;

/** Reads what is recorded, newest first. @throws UserError `no-records`, `git-failed` */
export async function listRecords(repository: Repository, image: string | undefined): Promise<ListedRecords> {
  const { name } = repository.records;
  const files = await repository.records.list();
  const { records: all, foreign } = readBranch(files ?? []);
  const wanted = all.filter(({ place }) => image === undefined || place.image === image);
  if (wanted.length === 0) throw nothing(name, image);
  const records: StoredRecord[] = [];
  const unfit = foreign.map((path) => ({ path, reason: 'it is none of ours' }));
  const seen = new Map<string, number>();
  for (const { place, file } of wanted.toSorted((a, b) => b.place.committedAt - a.place.committedAt)) {
    const key = JSON.stringify([place.image, place.platform]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > newest) continue;
    const text = await repository.records.readText(file, maxRecordBytes);
    const read = text === undefined ? { unfit: 'it is too large, or no text' } : readRecord(text);
    if ('record' in read) records.push(read.record);
    else unfit.push({ path: file.path, reason: read.unfit });
  }
  return { records, unfit };
}

function nothing(branch: string, image: string | undefined): UserError {
  return new UserError({
    code: 'no-records',
    message: `The branch ${branch} of the remote has no records${image === undefined ? '' : ` of ${image}`}.`,
    hint: 'Store some: `plimsoll check --save-baseline` on the default branch, or `save-baseline: true` in the action.',
  });
}
