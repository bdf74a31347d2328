import type { GateRequest, OpenWorkshop } from '../check/configured.ts';
import { findConfig } from '../check/find-config.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { AuditResult } from '../result/audit.ts';
import { readAuditOptions, type AuditOptions } from '../settings/audit-options.ts';
import type { RawInputs } from '../settings/inputs.ts';
import { readInputs } from '../settings/read-inputs.ts';
import { readSettings, type RunSettings, type SettingsRequest } from '../settings/read-settings.ts';
import { audit } from './audit.ts';
import { makePlan } from './make-plan.ts';
import type { Plan } from './plan.ts';

/** An audit to plan: what both shells, the command line and the action, ask for. */
export interface AuditAsked {
  readonly checkout: Checkout;
  /** Paths from the checkout's root. */
  readonly files: readonly string[];
  readonly folderName: string;
  readonly inputs: RawInputs;
  readonly fetchPolicy?: SettingsRequest['fetchPolicy'];
  /** Called once the settings are known to be sound; nothing was contacted before. */
  readonly openWorkshop: GateRequest['openWorkshop'];
}

/** What is audited, by which policy and how; of registries only lists of tags were read. */
export interface SettledAudit {
  readonly plan: Plan;
  readonly settings: RunSettings['settings'];
  readonly options: RunSettings['options'];
  readonly auditOptions: AuditOptions;
  readonly platform?: string;
}

/**
 * Reads settings, plans by them, and hands both on; the workshop is closed whatever happens.
 * @throws UserError with every problem of the configuration and the inputs
 */
export async function withAudit<T>(
  asked: AuditAsked,
  then: (settled: SettledAudit, workshop: OpenWorkshop) => Promise<T>,
): Promise<T> {
  const { checkout, files, folderName, inputs, fetchPolicy } = asked;
  const { values } = readInputs(inputs);
  const { options: auditOptions, problems } = readAuditOptions(values);
  const [first, ...others] = problems;
  if (first) throw new UserError([first, ...others]);
  const config = await findConfig(checkout, values.config);
  const more = fetchPolicy ? { fetchPolicy } : {};
  const { settings, options } = await readSettings({ ...config, checkout, inputs, folderName, ...more });
  const workshop = await asked.openWorkshop(options.progress, options.insecureRegistries, options.layerReading);
  try {
    const { configFile: file, configText: text } = config;
    const { exclude, variables, local, dockerfiles } = auditOptions;
    const plan = await makePlan({
      ...settings,
      files,
      checkout,
      exclude,
      variables,
      ...(dockerfiles && { dockerfiles }),
      tags: (name) => (local ? noList(name) : workshop.registries.tags(name, workshop.signal)),
      ...(file !== undefined && text !== undefined && { config: { file, text } }),
    });
    const { platform } = values;
    return await then({ plan, settings, options, auditOptions, ...(platform !== undefined && { platform }) }, workshop);
  } finally {
    await workshop.close();
  }
}

async function noList(name: string): Promise<never> {
  throw new UserError({
    code: 'no-tag-list',
    message: `An engine has no list of the tags of ${name}.`,
    hint: 'Name the tags, or audit without --local.',
  });
}

/** Audits what was planned. @throws Interrupted */
export function runSettled(
  { plan, settings, options, auditOptions, platform }: SettledAudit,
  toolVersion: string,
  workshop: OpenWorkshop,
): Promise<AuditResult> {
  const { shard, runId, local, concurrency, budget, onUnreachable } = auditOptions;
  return audit(
    {
      plan,
      runId,
      local,
      concurrency,
      budget,
      toolVersion,
      policy: settings.policy,
      // Caches that others may have filled prove nothing about the sources.
      build: { ...options.build, noCache: true, pull: !local },
      verdict: { ...options.verdict, onUnreachable },
      ...(shard && { shard }),
      ...(platform !== undefined && { platform }),
    },
    workshop,
  );
}
