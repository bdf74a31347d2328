import { z } from 'zod';
import { comparison } from './comparison.ts';
import { finding, level, notRun } from './finding.ts';
import { historyPoint } from './history.ts';
import { measurement, statedMeasurement } from './measurement.ts';

export { comparison, type Comparison } from './comparison.ts';
export { appliedWaiver, finding, notRun, type Finding, type Level, type NotRun } from './finding.ts';

export const variantResult = z.object({
  name: z.string(),
  source: z.string(),
  /** Built in this run, or found. */
  built: z.boolean(),
  /** The FROM of the final stage as written and expanded; absent without a Dockerfile. */
  base: z.string().optional(),
  measurement,
});
export type VariantResult = z.infer<typeof variantResult>;

/** Ids of rules by what they said of an image; a rule that found something and had it waived is among the first. */
export const ruleOutcomes = z.object({ found: z.array(z.string()), passed: z.array(z.string()) });
export type RuleOutcomes = z.infer<typeof ruleOutcomes>;

/** Where a stored or given baseline came from, or why there is none. */
export const baselineState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('found'),
    from: z.string(),
    /** The image it stands on, as `variants[].base`; absent where that is not known. */
    base: z.string().optional(),
    /** What the policy said of it: that of its own time, of one measured in this run today's; absent where it was not judged. */
    rules: ruleOutcomes.optional(),
    /** Why it was not judged though it was measured in this run, a sentence. */
    notJudged: z.string().optional(),
    measurement,
  }),
  /** `isNew`: the base revision has no such image, so there is nothing it could have grown from. */
  z.object({ state: z.literal('none'), reason: z.string(), isNew: z.boolean().optional() }),
]);

export const imageResult = z.object({
  name: z.string(),
  platform: z.string(),
  /** The variant the policy judges. */
  gated: z.string(),
  /** Empty where nothing was built or no layer was read. */
  variants: z.array(variantResult),
  /** Why there is no image, a sentence; then only the sources were judged. */
  notBuilt: z.string().optional(),
  /** Instead of variants, where no rule looks into the layers, so that none was read. */
  stated: z.object({ source: z.string(), reason: z.string(), measurement: statedMeasurement }).optional(),
  baseline: baselineState,
  comparisons: z.array(comparison),
  /** Rules that passed at the baseline and find something now, and the reverse; absent where the baseline was not judged. */
  rulesSince: z.object({ broken: z.array(z.string()), fixed: z.array(z.string()) }).optional(),
  /** Recorded commits before this one, oldest first; absent where none were looked for or found. */
  history: z.array(historyPoint).optional(),
  /** Waivers in force for this image, those the change brings included. */
  waivers: z.int().nonnegative().optional(),
  findings: z.array(finding),
  notRun: z.array(notRun),
  /** Rules that ran and found nothing. */
  passed: z.array(z.string()),
});
export type ImageResult = z.infer<typeof imageResult>;

/** A rule of the effective policy, with the words a report needs to explain it. */
export const ruleInForce = z.object({
  id: z.string(),
  level,
  summary: z.string(),
  why: z.string(),
  howToPass: z.string(),
  /** `file:line`, or a preset's name. */
  origin: z.string(),
});
export type RuleInForce = z.infer<typeof ruleInForce>;

/** Things the report must say that are no finding: expired or unused waivers, a new policy, a removed image. */
export const notice = z.object({ level: z.enum(['warning', 'notice']), message: z.string() });
export type Notice = z.infer<typeof notice>;

/** What the policy as a pull request changes it would say of the same images. The run's own outcome does not follow it. */
export const proposal = z.object({
  outcome: z.enum(['pass', 'fail']),
  policy: z.object({ sources: z.array(z.string()), digest: z.string() }),
  images: z.array(
    z.object({
      name: z.string(),
      platform: z.string(),
      findings: z.array(finding),
      notRun: z.array(notRun),
      passed: z.array(z.string()),
    }),
  ),
});
export type Proposal = z.infer<typeof proposal>;

/** Everything a run found. Public and versioned: fields may be added, these stay. */
export const checkResult = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('plimsoll'), version: z.string() }),
  outcome: z.enum(['pass', 'fail']),
  /** 2: of several jobs that checked an image each, not all did. */
  exitStatus: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  policy: z.object({
    sources: z.array(z.string()),
    digest: z.string(),
    /** In the policy's order; absent in results of before there was such a list. */
    rules: z.array(ruleInForce).optional(),
  }),
  /** Commit under check and the one it is held against, where known. */
  revision: z
    .object({ head: z.string().optional(), base: z.string().optional(), baseName: z.string().optional() })
    .optional(),
  images: z.array(imageResult),
  /** Only where the change under check also changes the configuration, a policy or a waiver. */
  proposed: proposal.optional(),
  notices: z.array(notice),
});
export type CheckResult = z.infer<typeof checkResult>;
