import { createHash } from 'node:crypto';
import type { ManifestRole, ManifestUse, ManifestWords } from '../policy/manifest-use.ts';
import type { Waiver } from '../policy/policy.ts';
import type { AuditProblem, AuditResult, ImageUse } from '../result/audit.ts';
import type { Notice } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';

/** A use of an image, with what a manifest says about it. */
export interface PlannedUse extends ImageUse {
  readonly says?: ManifestWords;
  readonly role?: ManifestRole;
  /** Where a kustomization gives the image its name, tag or digest. */
  readonly namedAt?: ImageUse['place'];
  /** Of a kustomization's own word: the name it is about, and whether it says which tag or digest. */
  readonly replaces?: string;
  readonly isWhole?: boolean;
}

/** A Dockerfile of the repository that is an image of its own. */
export interface PlannedBuild {
  readonly mode: 'sources' | 'build';
  readonly setting: ImageSetting;
  /** Named contexts. */
  readonly contexts: Readonly<Record<string, string>>;
}

/** An image to audit, once however often it is referred to. */
export interface Target {
  /** Full reference, and the platform where one is asked for; what tells targets apart. */
  readonly name: string;
  /** A SOURCE for configured images, else a registry's reference. */
  readonly source: string;
  /** `all`: each that the image has. */
  readonly platform?: string;
  readonly role: 'image' | 'base';
  /** Known only from a registry's list of tags. */
  readonly listed?: true;
  readonly build?: PlannedBuild;
  readonly uses: readonly PlannedUse[];
}

/** Everything there is to audit, in the order of names. */
export interface Plan {
  readonly targets: readonly Target[];
  readonly problems: readonly AuditProblem[];
  readonly skipped: AuditResult['skipped'];
  readonly notices: readonly Notice[];
  /** Those that stand in manifests. */
  readonly waivers: readonly Waiver[];
  /** sha256 over the targets and the policy. */
  readonly digest: string;
}

/** A part of a plan: `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The shard an image belongs to, with all its platforms; it stays there whatever else is audited. */
export function shardOf(name: string, count: number): number {
  const [image = ''] = name.split(' ');
  return (createHash('sha256').update(image).digest().readUIntBE(0, 6) % count) + 1;
}

/** What a shard audits. */
export function targetsOf({ targets }: Plan, shard: Shard | undefined): readonly Target[] {
  return shard ? targets.filter(({ name }) => shardOf(name, shard.count) === shard.index) : targets;
}

/** What manifests say of an image. */
export function manifestsOf(uses: readonly PlannedUse[]): readonly ManifestUse[] {
  return uses.flatMap(({ says, role, written, place, namedAt }) =>
    says && role ? [{ says, role, written, place, ...(namedAt && { namedAt }) }] : [],
  );
}

/** Uses as the result shows them. */
export function withoutWords(uses: readonly PlannedUse[]): ImageUse[] {
  return uses.map(({ from, what, written, place, pointer }) => ({
    from,
    what,
    written,
    place,
    ...(pointer !== undefined && { pointer }),
  }));
}

/**
 * One name for what a run audits and by what; equal in all of its shards. Which tags a registry had is left out: somebody
 * may push one between two shards.
 */
export function planDigest(targets: readonly Target[], policyDigest: string, listing: readonly unknown[] = []): string {
  const hash = createHash('sha256').update(policyDigest).update(JSON.stringify(listing));
  for (const { name, source, role, uses, listed, build } of targets)
    if (!listed)
      hash.update(
        JSON.stringify([name, source, role, uses.map(({ place, what }) => [place.file, place.line, what]), build]),
      );
  return `sha256:${hash.digest('hex')}`;
}

/** Jobs for a matrix: `{"include":[{"shard":"1/4","images":12},…]}`. Not more jobs than images, and at least one. */
export function planMatrix(
  plan: Plan,
  shards: number,
): { readonly include: readonly { readonly shard: string; readonly images: number }[] } {
  const count = Math.max(1, Math.min(shards, plan.targets.length));
  const sizes = Array.from({ length: count }, () => 0);
  for (const { name } of plan.targets) {
    const index = shardOf(name, count) - 1;
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return { include: sizes.map((images, index) => ({ shard: `${index + 1}/${count}`, images })) };
}
