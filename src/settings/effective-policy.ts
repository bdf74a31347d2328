import { createHash } from 'node:crypto';
import type { Problem } from '../errors.ts';
import type { Policy, RuleUse, Waiver } from '../policy/policy.ts';
import type { Chain } from './policy-chain.ts';
import type { RuleEntry } from './policy-parts.ts';

/** Lays the parts over each other: a later level wins; options stay unless the later entry brings its own. */
export function mergeParts({ parts, sources }: Chain): {
  readonly policy: Policy;
  readonly problems: readonly Problem[];
} {
  const merged = new Map<string, RuleEntry>();
  for (const entry of parts.flatMap(({ entries }) => entries)) {
    const before = merged.get(entry.rule.id);
    merged.set(
      entry.rule.id,
      'options' in entry || !before
        ? entry
        : { ...before, level: entry.level, origin: entry.origin, place: entry.place },
    );
  }
  const uses = [...merged.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)).flatMap(asUse);
  const waivers = parts.flatMap((part) => part.waivers);
  const inForce = uses.flatMap((use) => ('code' in use ? [] : [use]));
  const policy = { uses: inForce, waivers, sources, digest: digestOf(inForce, waivers) };
  return { policy, problems: uses.flatMap((use) => ('code' in use ? [use] : [])) };
}

function asUse(entry: RuleEntry): readonly (RuleUse | Problem)[] {
  const { rule, level, origin, place } = entry;
  if (level === 'off') return [];
  const options = 'options' in entry ? entry.options : undefined;
  const parsed = options === undefined ? rule.options.safeParse({}) : { success: true as const, data: options };
  if (!parsed.success) {
    const wants = parsed.error.issues
      .map(({ path, message }) => (path.length > 0 ? `\`${path.join('.')}\`` : message))
      .join(', ');
    return [
      {
        code: 'missing-options',
        message: `The rule \`${rule.id}\` needs options.`,
        place,
        expected: wants,
        hint: `Give them after the level: \`${rule.id}: [${level}, { … }]\`.`,
      },
    ];
  }
  const whenNotRun = entry.whenNotRun ?? (level === 'error' ? 'failure' : 'warning');
  return [
    {
      rule,
      level,
      options: parsed.data,
      origin,
      whenNotRun,
      ...(entry.waivable && { waivable: true }),
      // A preset speaks of images that could not be read, not of runs that were told not to build.
      ...(entry.whenNotRun !== undefined && !origin.startsWith('preset ') && { saysWhenNotRun: true }),
    },
  ];
}

/** Tells policies apart by what they judge, not by where it is said. */
export function digestOf(uses: readonly RuleUse[], waivers: readonly Waiver[]): string {
  const rules = uses.map(({ rule, level, options, whenNotRun }) => [rule.id, level, options, whenNotRun]);
  const floors = uses.flatMap(({ rule, floor }) => (floor ? [[rule.id, floor.isWaivable]] : []));
  const text = JSON.stringify(
    [rules, waivers.map((waiver) => ({ ...waiver, origin: undefined })), ...(floors.length > 0 ? [floors] : [])],
    (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
