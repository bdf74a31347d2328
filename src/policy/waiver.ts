import type { DockerfileLines } from '../result/measurement.ts';
import type { Finding, Notice } from '../result/result.ts';
import { compileGlob } from './glob.ts';
import type { Policy, RuleUse, Waiver } from './policy.ts';

const noticeDays = 14;

/** Days from one calendar day to another, both `YYYY-MM-DD` in UTC; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A waiver works until 00:00 UTC of the day it expires on. */
export function isExpired(waiver: Waiver, today: string): boolean {
  return daysBetween(today, waiver.expires) <= 0;
}

/** Whether a waiver may count for a rule: of what a floor asks, only its own do, unless it permits others. */
export function isPermitted(waiver: Waiver, use: Pick<RuleUse, 'floor'>): boolean {
  return waiver.ofFloor === true || use.floor?.isWaivable !== false;
}

/** How many waivers an image has in force; those an organisation states are not its own. */
export function waiversInForce(waivers: readonly Waiver[], imageName: string, today: string): number {
  return waivers.filter(
    (waiver) =>
      waiver.ofFloor !== true &&
      !isExpired(waiver, today) &&
      (waiver.image === undefined || compileGlob(waiver.image)(imageName)),
  ).length;
}

/** Whether a waiver, expired or not, speaks of this finding. A path pattern must cover every path that shows the finding. */
export function covers(waiver: Waiver, imageName: string, finding: Omit<Finding, 'waiver'>): boolean {
  if (waiver.rule !== finding.rule) return false;
  if (waiver.image !== undefined && !compileGlob(waiver.image)(imageName)) return false;
  if (waiver.lines && !overlap(waiver.lines, finding.location)) return false;
  if (waiver.path === undefined) return true;
  const matches = compileGlob(waiver.path);
  if (finding.paths && finding.paths.length > 0) return finding.paths.every((path) => matches(path));
  const location = finding.location;
  return location !== undefined && [location.file, `${location.file}:${location.startLine}`].some(matches);
}

function overlap(lines: DockerfileLines, location: Finding['location']): boolean {
  if (location?.file !== lines.file) return false;
  return location.startLine <= lines.endLine && location.endLine >= lines.startLine;
}

/** A waiver as a finding carries it. */
export function asApplied({ reason, owner, expires, origin }: Waiver): NonNullable<Finding['waiver']> {
  return { reason, owner, expires, place: origin };
}

/**
 * What the report says about the waivers themselves: expired, about to expire, or never needed.
 * @param matched every waiver that spoke of a finding of this run, whether it worked or had expired.
 */
export function waiverNotices(policy: Policy, matched: ReadonlySet<Waiver>, today: string): readonly Notice[] {
  return policy.waivers.flatMap((waiver): readonly Notice[] => {
    const name = `The waiver of ${waiver.rule}${waiver.image === undefined ? '' : ` for ${waiver.image}`} (${waiver.origin})`;
    const days = daysBetween(today, waiver.expires);
    if (days <= 0)
      return [
        { level: 'warning', message: `${name} expired on ${waiver.expires} and no longer works; ask ${waiver.owner}.` },
      ];
    if (policy.uses.some((use) => use.rule.id === waiver.rule && !isPermitted(waiver, use)))
      return [
        {
          level: 'warning',
          message: `${name} does not count: the organisation’s policy does not let this rule be waived.`,
        },
      ];
    if (!matched.has(waiver))
      return [{ level: 'warning', message: `${name} matches no finding: remove it, or look at its rule and pattern.` }];
    if (days > noticeDays) return [];
    const left = days === 1 ? 'tomorrow' : `in ${days} days`;
    return [{ level: 'notice', message: `${name} stops working ${left}, on ${waiver.expires}; ask ${waiver.owner}.` }];
  });
}
