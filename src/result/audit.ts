import { z } from 'zod';
import { auditPoint, auditSince } from './audit-history.ts';
import { fleet, lookedUpBase } from './fleet.ts';
import { finding, notice, notRun } from './result.ts';

const bytes = z.int().nonnegative();
const place = z.object({ file: z.string(), line: z.int().positive(), column: z.int().positive().optional() });

/** Something the user should know or fix, with its place. */
export const auditProblem = z.object({
  code: z.string(),
  message: z.string(),
  place: place.optional(),
  hint: z.string(),
});
export type AuditProblem = z.infer<typeof auditProblem>;

/** Where a repository refers to an image, and as what. */
export const imageUse = z.object({
  from: z.enum(['configuration', 'compose', 'kubernetes', 'bake', 'dockerfile']),
  /** `service web`, `Deployment api, container app`. Untrusted. */
  what: z.string(),
  /** As it is written there. Untrusted. */
  written: z.string(),
  place,
  /** Of a manifest: RFC 6901. */
  pointer: z.string().optional(),
});
export type ImageUse = z.infer<typeof imageUse>;

/** An image that was audited. */
export const auditedImage = z.object({
  /** Full reference; what tells images apart. */
  name: z.string(),
  /** What was read, with the digest the tag stood for. */
  source: z.string(),
  platform: z.string(),
  imageId: z.string(),
  /** `image`: the policy judges it; `base`: it is only built upon, and only measured. */
  role: z.enum(['image', 'base']),
  /** Why there is no image, a sentence: only the sources of a Dockerfile were judged, and `imageId` is empty. */
  notBuilt: z.string().optional(),
  /** Absent when no rule looked into the layers, so that none was read. */
  unpackedBytes: bytes.optional(),
  pullBytes: bytes.optional(),
  /** Base layer first. */
  layers: z.array(
    z.object({
      diffId: z.string(),
      unpackedBytes: bytes.optional(),
      /** Of its blob, where the source stores blobs. */
      pullBytes: bytes.optional(),
    }),
  ),
  /** What its label says it was built on, in full; it is not proved. Untrusted. */
  statedBase: z
    .object({
      /** By tag, in full. */
      name: z.string(),
      digest: z.string().optional(),
      /** Why its registry was not asked for it, a sentence. */
      unasked: z.string().optional(),
    })
    .optional(),
  uses: z.array(imageUse),
  /** Those about what a manifest says have its line as their location. */
  findings: z.array(finding),
  notRun: z.array(notRun),
  passed: z.array(z.string()),
});
export type AuditedImage = z.infer<typeof auditedImage>;

/** An image that could not be audited: never a pass. */
export const notAudited = z.object({
  name: z.string(),
  code: z.string(),
  reason: z.string(),
  hint: z.string(),
  uses: z.array(imageUse),
});
export type NotAudited = z.infer<typeof notAudited>;

/** Everything an audit found, or one of its shards. Public and versioned: fields may be added, these stay. */
export const auditResult = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal('audit'),
  tool: z.object({ name: z.literal('plimsoll'), version: z.string() }),
  outcome: z.enum(['pass', 'fail', 'incomplete']),
  exitStatus: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  run: z.object({
    /** Given by who started the run; tells two runs of one plan apart. */
    id: z.string(),
    /** sha256 over what is audited and by which policy: equal for all shards of a run. */
    plan: z.string(),
    /** `YYYY-MM-DD`, UTC. */
    day: z.string(),
    /** Images, each counted once on however many platforms. */
    planned: z.int().nonnegative(),
    /** Its own part of them. Absent when the result is whole. */
    shard: z
      .object({ index: z.int().positive(), count: z.int().positive(), planned: z.int().nonnegative() })
      .optional(),
    /** Shards that left no result, such as `3/8`, and how many images were theirs. */
    lost: z.object({ shards: z.array(z.string()), images: z.int().nonnegative() }).optional(),
  }),
  verdict: z.object({
    failOn: z.enum(['error', 'warning']),
    warnOnly: z.boolean(),
    onUnreachable: z.enum(['fail', 'warn']),
  }),
  policy: z.object({ sources: z.array(z.string()), digest: z.string() }),
  images: z.array(auditedImage),
  notAudited: z.array(notAudited),
  /** Files that could not be read, and parts of them that could not be known. */
  problems: z.array(auditProblem),
  /** Images that are built here, and so are no image to audit. */
  skipped: z.array(z.object({ use: imageUse, reason: z.string() })),
  notices: z.array(notice),
  /** Bases that images name by their labels, as their registries have them. */
  bases: z.array(lookedUpBase),
  /** The audited images together; of a shard, its own. */
  fleet,
  /** Against the audit before, where earlier ones are recorded and were read. */
  since: auditSince.optional(),
  /** Earlier audits, the oldest first. */
  history: z.array(auditPoint).optional(),
});
export type AuditResult = z.infer<typeof auditResult>;
