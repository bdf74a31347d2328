import { checkImage } from '../check/check-image.ts';
import { inlineWaivers } from '../check/inline-waivers.ts';
import type { BuildOptions, Workshop } from '../check/workshop.ts';
import type { Policy, Waiver } from '../policy/policy.ts';
import { waiversInForce } from '../policy/waiver.ts';
import type { Progress } from '../ports.ts';
import type { AuditedImage } from '../result/audit.ts';
import type { ImageResult } from '../result/result.ts';
import type { AuditedTarget } from './audit-image.ts';
import type { AuditRequest } from './audit.ts';
import { withoutWords, type PlannedBuild, type Target } from './plan.ts';

const noBaseline = 'An audit has no baseline.';

/** How audits build unless they are told: nothing of a cache that others may have filled. */
const usual: BuildOptions = {
  builder: 'auto',
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  buildContexts: {},
  noCache: true,
  pull: false,
};

/** Builds a Dockerfile of the repository as a check would, or looks at its sources alone, and judges it. @throws UserError of the Dockerfile and the builder */
export async function auditBuild(
  target: Target & { readonly build: PlannedBuild },
  { policy, platform: wanted, build = usual }: Pick<AuditRequest, 'policy' | 'platform' | 'build'>,
  today: string,
  workshop: Workshop,
): Promise<AuditedTarget> {
  const { mode, setting, contexts } = target.build;
  const { waivers: inline } = await inlineWaivers(setting, workshop.checkout, undefined);
  const waivers: readonly Waiver[] = [...policy.waivers, ...inline];
  const { result, waiversMatched } = await checkImage(
    {
      image: mode === 'sources' ? { ...setting, noBuild: true } : setting,
      platform: target.platform ?? wanted,
      policy: { ...withoutPast(policy), waivers },
      build: { ...build, buildContexts: { ...build.buildContexts, ...contexts } },
      today,
      waivers: waiversInForce(waivers, setting.name, today),
      findHistory: async () => undefined,
      isMeasured: false,
      findBaseline: async () => ({ baseline: { state: 'none', reason: noBaseline } }),
    },
    { ...workshop, progress: untold },
  );
  return { image: asAudited(target, result), waiversMatched, waivers: inline };
}

/** Growth is the matter of checks. */
function withoutPast(policy: Policy): Policy {
  return { ...policy, uses: policy.uses.filter(({ rule }) => !rule.needs?.includes('baseline')) };
}

/** One line for each build's steps would bury what the audit says of itself. */
const untold: Progress = { step: () => ({ update: () => undefined, done: () => undefined }), log: () => undefined };

function asAudited(target: Target, result: ImageResult): AuditedImage {
  const { gated, variants, stated, platform, notBuilt, findings, notRun, passed } = result;
  const variant = variants.find(({ name }) => name === gated);
  const measurement = variant?.measurement;
  return {
    name: target.name,
    source: variant?.source ?? stated?.source ?? target.source,
    platform,
    imageId: measurement?.imageId ?? stated?.measurement.imageId ?? '',
    role: target.role,
    ...(notBuilt !== undefined && { notBuilt }),
    ...(measurement && { unpackedBytes: measurement.unpackedBytes }),
    ...(measurement?.pull && { pullBytes: measurement.pull.bytes }),
    layers: (measurement?.perLayer ?? []).map(({ diffId, unpackedBytes }) => ({ diffId, unpackedBytes })),
    uses: withoutWords(target.uses),
    findings,
    notRun,
    passed,
  };
}
