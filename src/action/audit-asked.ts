import { strangeFormats } from '../cli/audit-formats.ts';
import { UserError } from '../errors.ts';
import { readAuditOptions, type AuditOptions } from '../settings/audit-options.ts';
import { readAuditActionOptions, type AuditActionOptions } from '../settings/inputs-audit-action.ts';
import { readInputs } from '../settings/read-inputs.ts';
import { readRunOptions, type RunOptions } from '../settings/run-options.ts';

/** How a run of the action was asked for. */
export interface Asked {
  readonly action: AuditActionOptions;
  readonly audit: AuditOptions;
  readonly options: RunOptions;
  /** Inputs as text, without the action's own. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** @throws UserError with every input that is wrong */
export function readAsked(given: ReadonlyMap<string, string>): Asked {
  const { options: action, others: inputs, problems } = readAuditActionOptions(given);
  const { values, problems: unread } = readInputs(inputs);
  const { options, problems: runProblems } = readRunOptions(values);
  const { options: audit, problems: auditProblems } = readAuditOptions(values);
  const [first, ...others] = [...problems, ...unread, ...runProblems, ...auditProblems, ...strangeFormats(options)];
  if (first) throw new UserError([first, ...others]);
  return { action, audit, options, inputs };
}
