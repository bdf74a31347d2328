import { examine } from '../check/examine.ts';
import { publishedBase } from '../check/published-base.ts';
import { readSource } from '../check/source.ts';
import { UserError } from '../errors.ts';
import { measureStated } from '../image/measure-stated.ts';
import { judge } from '../policy/judge.ts';
import type { Policy, Waiver } from '../policy/policy.ts';
import { waiversInForce } from '../policy/waiver.ts';
import { gathersOf, layersNotNeeded, needsLayers, readsOf } from '../policy/wants.ts';
import type { OpenImage, Progress, SourceReference } from '../ports.ts';
import type { AuditedImage } from '../result/audit.ts';
import type { Measurement, StatedMeasurement } from '../result/measurement.ts';
import { formatBytes } from '../units.ts';
import type { AuditRequest, AuditWorkshop } from './audit.ts';
import type { BaseLookups } from './base-lookups.ts';
import { manifestsOf, withoutWords, type Target } from './plan.ts';

/** An image's part of the result, with the waivers that spoke of it. */
export interface AuditedTarget {
  readonly image: AuditedImage;
  readonly waiversMatched: readonly Waiver[];
  /** Those of its Dockerfile. */
  readonly waivers?: readonly Waiver[];
}

/** Opens, measures and judges one image. @throws UserError of its source, `over-budget` */
export async function auditImage(
  target: Target,
  request: AuditRequest,
  today: string,
  workshop: AuditWorkshop & { readonly bases: BaseLookups },
): Promise<AuditedTarget> {
  const { images, checkout, signal, bases } = workshop;
  const { policy, budget } = request;
  const source = readSource(target.source, checkout);
  const platform = target.platform ?? request.platform;
  const opened = await images.open(request.local ? inEngine(source) : source, platform, signal);
  const isJudged = target.role === 'image';
  const rules = auditable(policy);
  if (needsLayers(rules)) refuseOverBudget(opened, budget.pullBytes);
  const wanted = isJudged ? { reads: readsOf(rules), gathers: gathersOf(rules) } : { reads: [] };
  const examined = needsLayers(rules) ? await examine(opened, wanted, signal) : unread(opened);
  const { measurement } = examined;
  const asksForBase = gathersOf(rules).some((one) => one === 'published-base' || one === 'base-proof');
  const published =
    isJudged && asksForBase ? await publishedBase(opened, { ...workshop, progress: untold }) : undefined;
  const manifests = manifestsOf(target.uses);
  const named = {
    imageName: target.name,
    measurement,
    noBaselineReason: 'An audit has no baseline.',
    waivers: waiversInForce(policy.waivers, target.name, today),
    ...(manifests.length > 0 && { manifests }),
  };
  const judged = isJudged
    ? judge(rules, { ...named, ...examined, ...(published && { publishedBase: published }) }, today)
    : undefined;
  const statedBase = await bases.ofLabel(opened.facts);
  await bases.ofPin(target, opened.facts.platform);
  return {
    waiversMatched: judged?.waiversMatched ?? [],
    image: {
      name: target.name,
      source: opened.facts.source,
      platform: measurement.platform,
      imageId: measurement.imageId,
      role: target.role,
      ...('unpackedBytes' in measurement && { unpackedBytes: measurement.unpackedBytes }),
      ...(measurement.pull && { pullBytes: measurement.pull.bytes }),
      layers: layersOf(opened, measurement),
      ...(statedBase && { statedBase }),
      uses: withoutWords(target.uses),
      findings: [...(judged?.findings ?? [])],
      notRun: [...(judged?.notRun ?? [])],
      passed: [...(judged?.passed ?? [])],
    },
  };
}

/** One line for each image's base would bury what the audit says of itself. */
const untold: Progress = { step: () => ({ update: () => undefined, done: () => undefined }), log: () => undefined };

function unread({ facts }: OpenImage) {
  return { measurement: measureStated(facts), notRead: layersNotNeeded };
}

function layersOf({ facts }: OpenImage, measurement: Measurement | StatedMeasurement): AuditedImage['layers'] {
  const read = 'perLayer' in measurement ? measurement.perLayer : undefined;
  return facts.diffIds.map((diffId, index) => {
    const unpackedBytes = read?.[index]?.unpackedBytes;
    const pullBytes = facts.blobs?.[index]?.bytes;
    return {
      diffId,
      ...(unpackedBytes !== undefined && { unpackedBytes }),
      ...(pullBytes !== undefined && { pullBytes }),
    };
  });
}

/** Rules about the building of an image, and about its growth, say nothing about one that is found: they are no part of an audit. */
function auditable(policy: Policy): Policy {
  return {
    ...policy,
    uses: policy.uses.filter(({ rule }) => !rule.needs?.some((need) => need !== 'files' && need !== 'manifest')),
  };
}

function inEngine(source: SourceReference): SourceReference {
  return source.kind === 'registry' ? { kind: 'engine', reference: source.reference } : source;
}

/** @throws UserError `over-budget`, before a layer is read */
function refuseOverBudget({ facts }: OpenImage, maxBytes: number): void {
  const bytes = facts.blobs?.reduce((sum, blob) => sum + blob.bytes, 0) ?? 0;
  if (bytes <= maxBytes) return;
  throw new UserError({
    code: 'over-budget',
    message: `Its layers are ${formatBytes(bytes)}, more than the ${formatBytes(maxBytes)} an image may take.`,
    hint: 'Give it more with --max-image-size.',
  });
}
