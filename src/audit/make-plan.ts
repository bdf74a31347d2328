import type { Policy } from '../policy/policy.ts';
import { compileGlob } from '../policy/glob.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { configuredUses } from './configured.ts';
import { discover, type Search } from './discover.ts';
import { asTargets } from './gather.ts';
import { planDigest, type Plan } from './plan.ts';

/** What an audit is planned from. */
export interface PlanRequest extends Search {
  readonly images: readonly ImageSetting[];
  readonly policy: Policy;
  readonly config?: { readonly file: string; readonly text: string };
  /** Globs over paths that are left out. */
  readonly exclude: readonly string[];
}

/** Finds everything there is to audit; nothing is opened yet. @throws UserError for a glob that is none */
export async function makePlan(request: PlanRequest): Promise<Plan> {
  const excluded = request.exclude.map((pattern) => compileGlob(pattern));
  const files = request.files.filter((path) => !excluded.some((matches) => matches(path)));
  const gathered = await discover({ ...request, files });
  const { targets, problems } = asTargets([...configuredUses(request.images, request.config), ...gathered.found]);
  return {
    targets,
    problems: [...gathered.problems, ...problems],
    skipped: gathered.skipped,
    digest: planDigest(targets, request.policy.digest),
  };
}
