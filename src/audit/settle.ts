import { findConfig } from '../check/find-config.ts';
import type { OpenWorkshop } from '../check/configured.ts';
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
}

/** What is audited, by which policy and how; nothing of a registry was opened. */
export interface SettledAudit {
  readonly plan: Plan;
  readonly settings: RunSettings['settings'];
  readonly options: RunSettings['options'];
  readonly auditOptions: AuditOptions;
  readonly platform?: string;
}

/** Reads settings and plans by them. @throws UserError with every problem of the configuration and the inputs */
export async function settleAudit(asked: AuditAsked): Promise<SettledAudit> {
  const { checkout, files, folderName, inputs, fetchPolicy } = asked;
  const { values } = readInputs(inputs);
  const { options: auditOptions, problems } = readAuditOptions(values);
  const [first, ...others] = problems;
  if (first) throw new UserError([first, ...others]);
  const config = await findConfig(checkout, values.config);
  const { settings, options } = await readSettings({
    ...config,
    checkout,
    inputs,
    folderName,
    ...(fetchPolicy && { fetchPolicy }),
  });
  const { configFile: file, configText: text } = config;
  const { images, policy } = settings;
  const { exclude, variables } = auditOptions;
  const where = file !== undefined && text !== undefined ? { config: { file, text } } : {};
  const plan = await makePlan({ files, checkout, images, policy, exclude, variables, ...where });
  return { plan, settings, options, auditOptions, ...(values.platform !== undefined && { platform: values.platform }) };
}

/** Audits what was planned; the workshop is closed whatever happens. */
export async function runSettled(
  { plan, settings, options, auditOptions, platform }: SettledAudit,
  toolVersion: string,
  workshop: OpenWorkshop,
): Promise<AuditResult> {
  const { shard, runId, local, concurrency, budget, onUnreachable } = auditOptions;
  try {
    return await audit(
      {
        plan,
        runId,
        local,
        concurrency,
        budget,
        toolVersion,
        policy: settings.policy,
        verdict: { ...options.verdict, onUnreachable },
        ...(shard && { shard }),
        ...(platform !== undefined && { platform }),
      },
      workshop,
    );
  } finally {
    await workshop.close();
  }
}
