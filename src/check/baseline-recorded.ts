import type { BranchFile, Repository } from '../repository-port.ts';
import { readBranch } from '../records/branch.ts';
import { isOf, type RecordPlace } from '../records/place.ts';
import { readRecord, type StoredRecord } from '../records/record.ts';
import { shortSha } from './baseline-commit.ts';
import { noBaseline, noRepository, type Baseline, type BaselineRequest } from './baseline-request.ts';
import { lineOf, type Line } from './line.ts';
import { isNewSince } from './rebuild.ts';
import type { Workshop } from './workshop.ts';

/** A record with all packages of a large distribution has half a megabyte. */
export const maxRecordBytes = 4 * 2 ** 20;
const maxDockerfileBytes = 2 ** 20;

/**
 * The stored measurement of the commit the change left the base branch at, else of its nearest ancestor that has one.
 * @throws UserError `git-failed`
 */
export async function recordedBaseline(request: BaselineRequest, { progress }: Workshop): Promise<Baseline> {
  const { image, measurement, revisions } = request;
  const { repository } = revisions;
  if (!repository) return noRepository;
  const files = await repository.records.list();
  const { name } = repository.records;
  if (!files) return noBaseline(`There is no branch ${name} with recorded measurements.`);
  const { records, foreign } = readBranch(files);
  if (records.length === 0 && foreign.length > 0)
    return noBaseline(`The branch ${name} was not written by Plimsoll, so nothing of it is read.`);

  const line = await lineOf(repository, revisions);
  const start = line.commits[0];
  if (start === undefined) return noBaseline('There is no earlier commit to hold the change against.');
  const isBuilt = image.image === undefined && revisions.base !== undefined;
  const before = request.onBase ?? image;
  const same = records.filter(({ place }) => place.image === image.name);
  const fit = same.filter(({ place }) => place.platform === measurement.platform);
  // Asked side by side: each question starts processes of Git, and those are what a recorded baseline costs.
  const [committed, found] = await Promise.all([
    isBuilt ? repository.readText(start, before.dockerfile, maxDockerfileBytes) : '',
    nearest(line.commits, fit, repository, (text) => progress.log(text)),
  ]);
  if (committed === undefined) return isNewSince(before.dockerfile, start);
  if (!found) return noBaseline(whyNone(request, start, line, same, fit.length));
  const far = found.commit === start ? '' : `, the nearest recorded ancestor of ${line.name} ${shortSha(start)}`;
  const from = `commit ${shortSha(found.commit)}, recorded${far}`;
  const { base, rules, measurement: stored } = found;
  return { state: 'found', from, ...(base !== undefined && { base }), ...(rules && { rules }), measurement: stored };
}

type Candidate = { readonly place: RecordPlace; readonly file: BranchFile };

async function nearest(
  commits: readonly string[],
  candidates: readonly Candidate[],
  repository: Repository,
  note: (text: string) => void,
): Promise<StoredRecord | undefined> {
  for (const commit of commits) {
    const candidate = candidates.find(({ place }) => place.commit === commit);
    if (!candidate) continue;
    const { file, place } = candidate;
    const text = await repository.records.readText(file, maxRecordBytes);
    const read = text === undefined ? { unfit: 'it is too large, or no text' } : readRecord(text);
    const unfit =
      'unfit' in read
        ? read.unfit
        : isOf(read.record, place)
          ? undefined
          : 'it is of something else than its name says';
    if (unfit === undefined && 'record' in read) return read.record;
    note(`The record ${file.path} is not used: ${unfit}.\n`);
  }
  return undefined;
}

function whyNone(
  { image, measurement: { platform } }: BaselineRequest,
  start: string,
  { name, commits }: Line,
  same: readonly Candidate[],
  fitting: number,
): string {
  const others = [...new Set(same.map(({ place }) => place.platform))].join(', ');
  if (same.length > 0 && fitting === 0)
    return `${image.name} is recorded for ${others} but not for ${platform}; platforms are not compared with each other.`;
  return `Neither ${name} ${shortSha(start)} nor the ${commits.length - 1} commits before it have a usable record of ${image.name} for ${platform}.`;
}
