import type { Policy } from '../policy/policy.ts';
import { compileGlob } from '../policy/glob.ts';
import type { AuditSetting, ImageSetting } from '../settings/settings.ts';
import { buildTargets, type DockerfileMode } from './build-targets.ts';
import { configuredUses } from './configured.ts';
import { discover, type Search } from './discover.ts';
import { asTargets } from './gather.ts';
import { listedUses } from './listed.ts';
import { planDigest, type Plan } from './plan.ts';

/** What an audit is planned from. */
export interface PlanRequest extends Search {
  readonly images: readonly ImageSetting[];
  readonly policy: Policy;
  readonly config?: { readonly file: string; readonly text: string };
  /** Globs over paths that are left out. */
  readonly exclude: readonly string[];
  /** The section `audit` of the configuration. */
  readonly audit: AuditSetting;
  /** In place of what the configuration says. */
  readonly dockerfiles?: DockerfileMode;
  /** The tags a registry has of an image. */
  readonly tags: (name: string) => Promise<readonly string[]>;
}

/** Finds everything there is to audit; no image is opened yet. @throws UserError for a glob that is none */
export async function makePlan(request: PlanRequest): Promise<Plan> {
  const { audit, config } = request;
  const excluded = [...request.exclude, ...audit.exclude].map((pattern) => compileGlob(pattern));
  const files = request.files.filter((path) => !excluded.some((matches) => matches(path)));
  const gathered = await discover({ ...request, files, ...(audit.profiles && { profiles: audit.profiles }) });
  const listed = await listedUses(audit.images, config, request.tags);
  const uses = [...configuredUses(request.images, config), ...listed.found, ...gathered.found];
  const { targets: named, problems } = asTargets(uses, audit.platforms);
  const mode = request.dockerfiles ?? audit.dockerfiles ?? 'bases';
  const built = buildTargets({ mode, builds: gathered.builds, images: request.images, ...(config && { config }) });
  const targets = [...named, ...built.targets].sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    targets,
    problems: [...listed.problems, ...gathered.problems, ...problems],
    skipped: [...gathered.skipped, ...built.skipped],
    notices: gathered.notices,
    waivers: gathered.waivers,
    digest: planDigest(targets, request.policy.digest, [audit.platforms, audit.images, gathered.waivers]),
  };
}
