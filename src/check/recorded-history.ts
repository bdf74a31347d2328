import { numbersOf } from '../compare/numbers.ts';
import { UserError } from '../errors.ts';
import type { BranchFile, Repository } from '../repository-port.ts';
import { readBranch } from '../records/branch.ts';
import { readPast } from '../records/past.ts';
import type { RecordPlace } from '../records/place.ts';
import type { HistoryPoint } from '../result/history.ts';
import { maxRecordBytes } from './baseline-recorded.ts';
import { noRepository } from './baseline-request.ts';
import type { History, HistoryRequest } from './history.ts';
import { lineOf } from './line.ts';

/** Recorded commits that a history holds; a release before them comes on top. */
const historyLength = 50;

/** What is recorded of an image's past. Where it cannot be had, the reason is the answer. */
export async function recordedHistory(request: HistoryRequest): Promise<History> {
  const { repository } = request.revisions;
  if (!repository) return { points: [], reason: noRepository.reason };
  try {
    return await historyIn(repository, request);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { points: [], reason: `The recorded history could not be had: ${thrown.message.replaceAll('\n', ' ')}` };
  }
}

async function historyIn(repository: Repository, request: HistoryRequest): Promise<History> {
  const { image, platform, revisions, withReleases } = request;
  const { name } = repository.records;
  const files = await repository.records.list();
  if (!files) return { points: [], reason: `There is no branch ${name} with recorded measurements.` };
  const { commits } = await lineOf(repository, revisions);
  const places = new Map(
    readBranch(files)
      .records.filter(({ place }) => place.image === image && place.platform === platform)
      .map((record) => [record.place.commit, record]),
  );
  const recorded = commits.flatMap((commit) => places.get(commit) ?? []);
  const release = withReleases ? await lastRelease(repository, commits, recorded) : undefined;
  const newest = recorded.slice(0, historyLength);
  const asked = release && !newest.includes(release.record) ? [...newest, release.record] : newest;
  const points = await readPoints(repository, asked);
  if (points.length === 0)
    return {
      points,
      reason: `${image} has no usable record for ${platform} among the ${commits.length} commits before this one.`,
    };
  const marked = points.map((point) =>
    point.commit === release?.record.place.commit ? { ...point, release: release.tag } : point,
  );
  return { points: marked };
}

type Recorded = { readonly place: RecordPlace; readonly file: BranchFile };

async function readPoints(repository: Repository, records: readonly Recorded[]): Promise<readonly HistoryPoint[]> {
  const texts = await repository.records.readTexts(
    records.map(({ file }) => file),
    maxRecordBytes,
  );
  const points = records.flatMap(({ place }, index): readonly HistoryPoint[] => {
    const past = readPast(texts[index] ?? '', place);
    if (!past) return [];
    const { base, waivers } = past;
    const about = { ...(base !== undefined && { base }), ...(waivers !== undefined && { waivers }) };
    return [{ commit: place.commit, committedAt: place.committedAt, ...numbersOf(past.measurement, about) }];
  });
  return points.toReversed();
}

/** `1.2.3`, `v1.2`, `api/v1.2.3`: not a release candidate. */
const releaseTag = /(?:^|[-/@])v?\d+(?:\.\d+)+$/;

/** The newest release before this change, and the nearest record of what it held. */
async function lastRelease(
  repository: Repository,
  commits: readonly string[],
  recorded: readonly Recorded[],
): Promise<{ readonly tag: string; readonly record: Recorded } | undefined> {
  const tags = await repository.tags();
  const tagsOf = (commit: string): readonly string[] => (tags.get(commit) ?? []).filter((tag) => releaseTag.test(tag));
  const at = commits.findIndex((commit) => tagsOf(commit).length > 0);
  const tag = tagsOf(commits[at] ?? '')
    .toSorted()
    .at(-1);
  const before = new Set(commits.slice(at));
  const record = recorded.find(({ place }) => before.has(place.commit));
  return tag !== undefined && record ? { tag, record } : undefined;
}
