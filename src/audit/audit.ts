import type { BuildOptions, Workshop } from '../check/workshop.ts';
import { Interrupted, UserError } from '../errors.ts';
import type { Policy, Waiver } from '../policy/policy.ts';
import { waiverNotices } from '../policy/waiver.ts';
import type { AuditedImage, AuditResult, NotAudited } from '../result/audit.ts';
import { auditBuild } from './audit-build.ts';
import { auditImage, type AuditedTarget } from './audit-image.ts';
import { baseLookups, type BaseLookups } from './base-lookups.ts';
import { targetsOf, withoutWords, type Plan, type Shard, type Target } from './plan.ts';
import { pool } from './pool.ts';
import { sumUp } from './sum-up.ts';
import { timeoutSignal } from '../deadline.ts';

/** How much one image may take. */
export interface Budget {
  readonly timeMs: number;
  /** Compressed layers, where the source says how large they are. */
  readonly pullBytes: number;
}

/** An audit, or a shard of one. */
export interface AuditRequest {
  readonly plan: Plan;
  readonly shard?: Shard;
  readonly policy: Policy;
  readonly verdict: AuditResult['verdict'];
  readonly runId: string;
  /** References are looked up in the engine instead of a registry. */
  readonly local: boolean;
  readonly platform?: string;
  /** How Dockerfiles are built, where the plan has any to build. */
  readonly build?: BuildOptions;
  readonly concurrency: number;
  readonly budget: Budget;
  readonly toolVersion: string;
}

/** What audits need of the world. */
export type AuditWorkshop = Workshop;

/** Audits the images of a plan; one that cannot be audited is named and never a pass. @throws Interrupted */
export async function audit(asked: AuditRequest, world: AuditWorkshop): Promise<AuditResult> {
  const { plan, shard, verdict, runId, toolVersion } = asked;
  const policy = { ...asked.policy, waivers: [...asked.policy.waivers, ...plan.waivers] };
  const request = { ...asked, policy };
  const targets = targetsOf(plan, shard);
  const workshop = { ...world, bases: baseLookups(request, world) };
  const today = workshop.clock.today();
  const what = `Auditing ${targets.length === 1 ? 'one image' : `${targets.length} images`}`;
  const step = workshop.progress.step(what);
  let done = 0;
  const perTarget = await pool(targets, request.concurrency, async (target) => {
    const outcome = await onItsPlatforms(target, request, today, workshop);
    done += 1;
    step.update(`${what}: ${done} done`);
    return outcome;
  });
  step.done();
  const outcomes = perTarget.flat().sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const audited = outcomes.filter((one): one is AuditedTarget => 'image' in one);
  const matched = new Set<Waiver>(audited.flatMap(({ waiversMatched }) => [...waiversMatched]));
  const all = [...policy.waivers, ...new Set(audited.flatMap(({ waivers = [] }) => waivers))];
  return sumUp({
    schemaVersion: 1,
    kind: 'audit',
    tool: { name: 'plimsoll', version: toolVersion },
    run: {
      id: runId,
      plan: plan.digest,
      day: today,
      planned: plan.targets.length,
      ...(shard && { shard: { ...shard, planned: targets.length } }),
    },
    verdict,
    policy: { sources: [...policy.sources], digest: policy.digest },
    images: audited.map(({ image }): AuditedImage => image),
    notAudited: outcomes.filter((one): one is NotAudited => !('image' in one)),
    problems: [...plan.problems],
    skipped: [...plan.skipped],
    notices: [...plan.notices, ...waiverNotices({ ...policy, waivers: all }, matched, today)],
    bases: [...(await workshop.bases.found())],
  });
}

/** With what all images of an audit ask for together. */
type SharedWorkshop = AuditWorkshop & { readonly bases: BaseLookups };

const nameOf = (outcome: AuditedTarget | NotAudited): string =>
  'image' in outcome ? outcome.image.name : outcome.name;

/** An image of several platforms is several images, each named with its own. */
async function onItsPlatforms(
  target: Target,
  request: AuditRequest,
  today: string,
  workshop: SharedWorkshop,
): Promise<readonly (AuditedTarget | NotAudited)[]> {
  const { platform: wanted, ...image } = target;
  if (wanted !== 'all') return [await attempt(target, request, today, workshop)];
  const reference = /^registry:(.*)/s.exec(target.source)?.[1];
  // A platform that the run was told, the local engine and archives leave no choice.
  if (reference === undefined || request.local || request.platform !== undefined)
    return [await attempt(image, request, today, workshop)];
  const platforms = await within(target, request, workshop, (signal) =>
    workshop.registries.platforms(reference, signal),
  );
  if ('reason' in platforms) return [platforms];
  if (platforms.length < 2) return [await attempt(image, request, today, workshop)];
  const outcomes: (AuditedTarget | NotAudited)[] = [];
  for (const platform of platforms)
    outcomes.push(await attempt({ ...image, name: `${target.name} ${platform}`, platform }, request, today, workshop));
  return outcomes;
}

function attempt(
  target: Target,
  request: AuditRequest,
  today: string,
  workshop: SharedWorkshop,
): Promise<AuditedTarget | NotAudited> {
  const { build } = target;
  return within(target, request, workshop, (signal) =>
    build
      ? auditBuild({ ...target, build }, request, today, { ...workshop, signal })
      : auditImage(target, request, today, { ...workshop, signal }),
  );
}

/** Does a part of the work on one image in the time an image may take; what goes wrong is told of the image. @throws Interrupted */
async function within<T>(
  target: Target,
  request: AuditRequest,
  { signal }: AuditWorkshop,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | NotAudited> {
  const deadline = timeoutSignal(request.budget.timeMs);
  const uses = withoutWords(target.uses);
  try {
    return await work(AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof Interrupted ? thrown : new Interrupted('The audit was interrupted.');
    if (deadline.aborted) {
      const reason = `It took longer than ${request.budget.timeMs / 1000} s.`;
      return { name: target.name, code: 'over-budget', reason, hint: 'Give it more with --max-seconds.', uses };
    }
    if (!(thrown instanceof UserError)) throw thrown;
    const [{ code, hint } = { code: 'unknown', hint: '' }] = thrown.problems;
    return { name: target.name, code, reason: thrown.message, hint, uses };
  }
}
