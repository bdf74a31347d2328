import { verdict, type VerdictOptions } from '../policy/verdict.ts';
import { waiverNotices } from '../policy/waiver.ts';
import type { FileListing } from '../result/file-listing.ts';
import type { CheckResult, ImageResult, Notice } from '../result/result.ts';
import type { ImageSetting, Settings } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';
import type { BaselineAtHand } from './baseline-request.ts';
import { judgeImage, type Judged } from './judge-image.ts';
import { proposalNotice, proposedImage } from './proposal.ts';
import { readsRecords } from './history.ts';
import { lookAhead } from './line.ts';
import { remembering, rememberingRepository } from './remember.ts';
import { withoutSecrets } from './without-secrets.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

/** A run of the gate: what to check and how to sum it up. */
export interface CheckRequest {
  readonly settings: Settings;
  /** What the change would have it judged by from its merge on; absent when it changes nothing of that. */
  readonly proposed?: Settings;
  /** Images as the base's configuration has them. */
  readonly imagesOnBase?: readonly ImageSetting[];
  readonly verdict: VerdictOptions;
  readonly build: BuildOptions;
  readonly revisions?: Revisions;
  readonly revision?: CheckResult['revision'];
  /** Not all configured images are looked at, so that of waivers that matched none only those can be told that name an image of these. */
  readonly isPartial?: boolean;
  /** What reading the settings had to say. */
  readonly notices?: readonly Notice[];
  /** Where the files of each image are put, under its key; absent where no report shows them. */
  readonly listings?: Map<string, FileListing>;
  readonly toolVersion: string;
}

/** The whole product in one function: build, measure, compare, judge. */
export async function check(asked: CheckRequest, workshop: Workshop): Promise<CheckResult> {
  const request = withOneHistory(asked);
  const { settings, proposed, notices = [] } = request;
  const judged: Judged[] = [];
  const proposals: ImageResult[] = [];
  for (const name of namesOf(settings, proposed)) {
    // Judged by two policies, an image is still built, read and held against its baseline once.
    const shop = proposed ? remembering(workshop) : workshop;
    const baselines = new Map<string, Promise<BaselineAtHand>>();
    const base = request.revisions?.base;
    const { listings } = request;
    const judging = { request, shop, baselines, waiversOf: base, ...(listings && { listings }) };
    judged.push(await judgeImage(name, settings, judging));
    if (proposed) proposals.push(...(await judgeImage(name, proposed, { request, shop, baselines })).images);
  }
  const { policy } = settings;
  const images = judged.flatMap((one) => one.images);
  const summed = verdict(images, request.verdict);
  const proposal = proposed && {
    outcome: verdict(proposals, request.verdict).outcome,
    policy: { sources: [...proposed.policy.sources], digest: proposed.policy.digest },
    images: proposals.map(proposedImage),
  };
  const waivers = [...policy.waivers, ...judged.flatMap((one) => one.inline)];
  const matched = new Set(judged.flatMap((one) => one.waiversMatched));
  // Images that are left out may have use for what names none of those that were looked at.
  const names = namesOf(settings, proposed);
  if (request.isPartial) for (const one of waivers) if (!names.has(one.image ?? '')) matched.add(one);
  const result: CheckResult = {
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: request.toolVersion },
    ...summed,
    policy: { sources: [...policy.sources], digest: policy.digest, rules: policy.uses.map(inForce) },
    ...(request.revision && { revision: request.revision }),
    images,
    ...(proposal && { proposed: proposal }),
    notices: [
      ...(proposal ? [proposalNotice(proposal, summed.outcome, request.revisions?.base?.sha)] : []),
      ...notices,
      ...judged.flatMap((one) => one.notices),
      ...waiverNotices({ ...policy, waivers }, matched, workshop.clock.today()),
    ],
  };
  return withoutSecrets(result, [...settings.images, ...(proposed?.images ?? [])]);
}

/** Of several images, each is looked for in the same history and the same records. */
function withOneHistory(request: CheckRequest): CheckRequest {
  const { repository } = request.revisions ?? {};
  if (!repository) return request;
  const revisions = { ...request.revisions, repository: rememberingRepository(repository) };
  if (request.settings.images.some((image) => readsRecords(image, revisions))) lookAhead(revisions);
  return { ...request, revisions };
}

/** Every name once, in the order of what counts, then what the change adds. */
function namesOf(settings: Settings, proposed: Settings | undefined): ReadonlySet<string> {
  return new Set([...settings.images, ...(proposed?.images ?? [])].map(({ name }) => name));
}

/** A rule in force with its words, so that a stored report explains itself. */
function inForce({ rule, level, origin }: Settings['policy']['uses'][number]) {
  const { id, summary, why, howToPass } = rule;
  return { id, level, summary, why, howToPass, origin };
}
