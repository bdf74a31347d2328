import type { ImageResult, RuleOutcomes } from '../result/result.ts';

interface Outcomes {
  readonly findings: readonly { readonly rule: string }[];
  readonly passed: readonly string[];
}

/** What the rules said of an image, by their ids. */
export function outcomesOf({ findings, passed }: Outcomes): RuleOutcomes {
  return { found: [...new Set(findings.map(({ rule }) => rule))].sort(), passed: [...passed].sort() };
}

/** Rules that passed before and find something now, and the reverse; one that was not judged on both sides is neither. */
export function changedRules(before: RuleOutcomes, after: RuleOutcomes): NonNullable<ImageResult['rulesSince']> {
  return { broken: inBoth(after.found, before.passed), fixed: inBoth(after.passed, before.found) };
}

function inBoth(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((rule) => other.includes(rule));
}
