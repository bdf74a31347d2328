import { audit, type AuditRequest } from '../../src/audit/audit.ts';
import { makePlan } from '../../src/audit/make-plan.ts';
import type { Plan, Shard } from '../../src/audit/plan.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { AuditResult } from '../../src/result/audit.ts';
import { settingsOf } from '../support/settings.ts';
import { aCheckout, aWorkshop } from '../support/workshop.ts';

/** A repository in memory and the images there are. */
export interface FakeRepository {
  readonly files: Readonly<Record<string, string>>;
  readonly images?: Readonly<Record<string, OpenImage>>;
  readonly config?: string;
  readonly exclude?: readonly string[];
  /** By repository, with its registry. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  /** By reference, as it is opened. */
  readonly platforms?: Readonly<Record<string, readonly string[]>>;
}

/** The plan of a repository, and the policy it is judged by. */
export async function planFor({
  files,
  config = '',
  exclude = [],
  tags = {},
}: FakeRepository): Promise<{ readonly plan: Plan; readonly policy: Policy }> {
  const text = `version: 1\n${config || 'policy: { rules: { non-root: error } }'}\n`;
  const { settings } = await settingsOf(text);
  const plan = await makePlan({
    files: Object.keys(files).sort(),
    checkout: aCheckout(files),
    images: settings.images,
    policy: settings.policy,
    config: { file: 'plimsoll.yml', text },
    variables: {},
    exclude,
    audit: settings.audit,
    tags: (name) => aWorkshop({ tags }).registries.tags(name, new AbortController().signal),
  });
  return { plan, policy: settings.policy };
}

/** Audits a repository in memory; references are those of the fake engine. */
export async function auditOf(
  repository: FakeRepository,
  more: Partial<AuditRequest> & { readonly shard?: Shard } = {},
): Promise<AuditResult> {
  const { plan, policy } = await planFor(repository);
  const { files, images = {}, platforms = {} } = repository;
  const workshop = aWorkshop({ files, images, platforms });
  const verdict = { failOn: 'error', warnOnly: false, onUnreachable: 'fail' } as const;
  const budget = { timeMs: 60_000, pullBytes: 1e9 };
  return audit(
    { plan, policy, verdict, budget, runId: 'r1', local: true, concurrency: 3, toolVersion: '1', ...more },
    workshop,
  );
}
