import type { Policy, Waiver } from '../policy/policy.ts';
import { verdict, type VerdictOptions } from '../policy/verdict.ts';
import { waiverNotices, waiversInForce } from '../policy/waiver.ts';
import type { FileListing } from '../result/file-listing.ts';
import type { CheckResult, ImageResult, Notice } from '../result/result.ts';
import type { ImageSetting, Settings } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';
import { findBaseline, isHeldAgainst } from './baseline.ts';
import type { Baseline } from './baseline-request.ts';
import { checkImage, type ImageCheck } from './check-image.ts';
import { inlineWaivers } from './inline-waivers.ts';
import { proposalNotice, proposedImage } from './proposal.ts';
import { historyOf, readsRecords } from './history.ts';
import { lookAhead } from './line.ts';
import { once, remembering, rememberingRepository } from './remember.ts';
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
  /** Not all configured images are looked at, so that nothing can be said of waivers that matched none. */
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
    const baselines = new Map<string, Promise<Baseline>>();
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
  const matched = new Set(request.isPartial ? waivers : judged.flatMap((one) => one.waiversMatched));
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

interface Judged {
  readonly images: readonly ImageResult[];
  readonly inline: readonly Waiver[];
  readonly waiversMatched: readonly Waiver[];
  readonly notices: readonly Notice[];
}

interface Judging {
  readonly request: CheckRequest;
  readonly shop: Workshop;
  readonly baselines: Map<string, Promise<Baseline>>;
  /** The revision whose inline waivers count; absent: all of the checkout's. */
  readonly waiversOf?: Revisions['base'];
  readonly listings?: CheckRequest['listings'];
}

/** One image on all its platforms; nothing when these settings do not have it. */
async function judgeImage(name: string, { images, policy }: Settings, judging: Judging): Promise<Judged> {
  const { request, shop, baselines, waiversOf, listings } = judging;
  const image = images.find((one) => one.name === name);
  if (!image) return { images: [], inline: [], waiversMatched: [], notices: [] };
  const { waivers: inline, all, notices } = await inlineWaivers(image, shop.checkout, waiversOf);
  const onBase = request.imagesOnBase?.find((one) => one.name === name);
  const { revisions = {} } = request;
  const baselineOf: ImageCheck['findBaseline'] = (measured) => {
    const key = JSON.stringify([measured.image.baseline, measured.platform, measured.measurement.imageId]);
    return once(baselines, key, () => findBaseline({ ...measured, revisions, ...(onBase && { onBase }) }, shop));
  };
  // A change answers for the waivers it brings, though they do not count yet.
  const brought = [...(request.proposed ?? { policy }).policy.waivers, ...all];
  const withInline: Policy = { ...policy, waivers: [...policy.waivers, ...inline] };
  const today = shop.clock.today();
  const isMeasured = revisions.areStored === true || isHeldAgainst(image, revisions);
  const checked = [];
  for (const platform of image.platforms.length > 0 ? image.platforms : [undefined]) {
    const how: ImageCheck = {
      image,
      platform,
      policy: withInline,
      build: request.build,
      today,
      waivers: waiversInForce(brought, name, today),
      findHistory: (measured, gathers) => historyOf(image, measured, gathers, revisions),
      isMeasured,
      findBaseline: baselineOf,
      ...(listings && { listings }),
    };
    checked.push(await checkImage(how, shop));
  }
  return {
    images: checked.map(({ result }) => result),
    inline,
    waiversMatched: checked.flatMap(({ waiversMatched }) => waiversMatched),
    notices: [...notices, ...checked.flatMap((one) => one.notices ?? [])],
  };
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
