import type { ImageResult } from '../result/result.ts';

/** What became of rules since the baseline: a label of ours and ids. */
export interface RulesLine {
  readonly label: 'New since the baseline' | 'Fixed since the baseline';
  readonly rules: readonly string[];
}

/** Why nothing can be said of rules since the baseline; undefined where something can, and where nobody asked. */
export function notJudged({ baseline }: ImageResult): string | undefined {
  if (baseline.state === 'none' || baseline.notJudged === undefined) return undefined;
  return `What the rules found before is not known: ${baseline.notJudged}`;
}

/** Rules that find something the baseline passed, and those that no longer do; none where nothing changed or is known. */
export function rulesSince({ rulesSince: since }: ImageResult): readonly RulesLine[] {
  const lines: readonly RulesLine[] = [
    { label: 'New since the baseline', rules: since?.broken ?? [] },
    { label: 'Fixed since the baseline', rules: since?.fixed ?? [] },
  ];
  return lines.filter(({ rules }) => rules.length > 0);
}
