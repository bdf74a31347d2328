import type { AuditResult } from '../../result/audit.ts';
import type { AuditSince } from '../../result/audit-history.ts';
import { formatBytes } from '../../units.ts';
import { sparkline } from '../trend.ts';
import { plural } from '../verdict.ts';

/** What differs from the audit before, in sentences; none where no earlier audit is known. */
export function sinceInWords({ since, fleet }: AuditResult): readonly string[] {
  if (!since) return [];
  const { before, samePolicy, compared, newFindings, goneFindings, newImages, goneImages } = since;
  const changes = [
    `${plural(countOf(newFindings), 'new finding')}, ${countOf(goneFindings)} gone`,
    ...(newImages.length > 0 ? [plural(newImages.length, 'new image')] : []),
    ...(goneImages.length > 0 ? [`${plural(goneImages.length, 'image')} not audited any more`] : []),
    ...storedInWords(before.stored, fleet.stored),
  ];
  const partly =
    before.outcome === 'incomplete'
      ? ` That audit was incomplete: findings are compared of the ${plural(compared, 'image')} that both looked at.`
      : '';
  const policy = samePolicy ? '' : ' The policy is another than then, so new findings may be the policy’s doing.';
  return [`Since the audit of ${dayOf(before.at)}: ${changes.join('; ')}.${partly}${policy}`];
}

const countOf = (changed: AuditSince['newFindings']): number => changed.reduce((sum, { count }) => sum + count, 0);

function storedInWords(then: AuditSince['before']['stored'], now: AuditResult['fleet']['stored']): readonly string[] {
  for (const [key, where] of [
    ['unpackedBytes', 'on disk'],
    ['pullBytes', 'to pull'],
  ] as const) {
    const [before, after] = [then[key], now[key]];
    if (before === undefined || after === undefined) continue;
    return [
      before === after
        ? `distinct layers as before (${formatBytes(after)} ${where})`
        : `distinct layers ${formatBytes(before)} → ${formatBytes(after)} ${where}`,
    ];
  }
  return [];
}

/** Figures over the recorded audits up to this one. */
export interface AuditTrend {
  readonly what: string;
  /** `▁▂▃▅█` */
  readonly spark: string;
  readonly words: string;
}

/** How findings and bytes went; none with less than two audits that were whole. Incomplete ones would be dips that never were. */
export function trendsOf(result: AuditResult): readonly AuditTrend[] {
  const { history = [], images, fleet, outcome } = result;
  const whole = history.filter((point) => point.outcome !== 'incomplete');
  const [first] = whole;
  if (!first || outcome === 'incomplete' || whole.length + 1 < 3) return [];
  const leftOut = history.length - whole.length;
  const over = `over ${plural(whole.length + 1, 'audit')} since ${dayOf(first.at)}${leftOut === 0 ? '' : ` (${leftOut} incomplete left out)`}`;
  const findings = images.reduce(
    (sum, image) => sum + image.findings.filter(({ waiver }) => waiver === null).length,
    0,
  );
  const counts = [...whole.map((point) => point.findings), findings];
  const lines: AuditTrend[] = [trend('Findings', counts, String, over)];
  for (const [key, where] of [
    ['unpackedBytes', 'on disk'],
    ['pullBytes', 'to pull'],
  ] as const) {
    const bytes = [...whole.map(({ stored }) => stored[key]), fleet.stored[key]];
    const known = bytes.filter((one) => one !== undefined);
    if (known.length < bytes.length) continue;
    lines.push(trend(`Distinct layers ${where}`, known, formatBytes, over));
    break;
  }
  return lines;
}

function trend(what: string, values: readonly number[], show: (value: number) => string, over: string): AuditTrend {
  const [from = 0, to = 0] = [values[0], values.at(-1)];
  const words = from === to ? `${show(to)}, as it was, ${over}` : `${show(from)} → ${show(to)} ${over}`;
  return { what, spark: sparkline(values), words };
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** What is new or gone, one line a rule of an image. */
export function changedFindings({ since }: AuditResult): readonly {
  readonly image: string;
  readonly rule: string;
  readonly count: number;
  readonly isNew: boolean;
}[] {
  if (!since) return [];
  return [
    ...since.newFindings.map((one) => ({ ...one, isNew: true })),
    ...since.goneFindings.map((one) => ({ ...one, isNew: false })),
  ];
}
