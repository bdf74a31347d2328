import type { RuleUse } from './policy.ts';

/** How two values of one option come to the stricter of them. */
export type Narrowing = 'smaller' | 'larger' | 'true-wins' | 'both-lists' | 'either-list';

type Options = Readonly<Record<string, unknown>>;

/** Options are maps, whatever the rule. */
function asOptions(options: unknown): Options {
  return typeof options === 'object' && options !== null ? { ...options } : {};
}

/**
 * The stricter options of both; undefined when the rule does not say how two values narrow.
 *
 * What two lists both allow is known without guessing only where one has all of the other, and then only the side that
 * is the stricter in everything stands for both: to meet in one option and not in another would hang on the order.
 */
export function narrowOptions(one: RuleUse, other: RuleUse): Options | undefined {
  const [a, b] = [asOptions(one.options), asOptions(other.options)];
  const narrowings = one.rule.narrows ?? {};
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const hasLists = keys.some(
    (key) => narrowings[key] === 'both-lists' && Array.isArray(a[key]) && Array.isArray(b[key]),
  );
  const merged: Record<string, unknown> = {};
  for (const key of keys) {
    const [left, right] = [a[key], b[key]];
    const value = asText(left) === asText(right) ? left : narrow(narrowings[key], left, right);
    if (value === refused) return undefined;
    if (value !== undefined) merged[key] = value;
  }
  return !hasLists || isSame(merged, a) || isSame(merged, b) ? merged : undefined;
}

/** Lists that narrow hold the same whatever their order. */
function isSame(one: Options, other: Options): boolean {
  const ordered = (options: Options): string =>
    asText(
      Object.fromEntries(
        Object.entries(options).map(([key, value]) => [key, Array.isArray(value) ? sorted(value) : value]),
      ),
    );
  return ordered(one) === ordered(other);
}

const refused = Symbol('refused');

function narrow(how: Narrowing | undefined, one: unknown, other: unknown): unknown {
  if (how === 'smaller' || how === 'larger') {
    // No limit is the laxest.
    if (one === undefined || other === undefined) return one ?? other;
    if (typeof one !== 'number' || typeof other !== 'number') return refused;
    return how === 'smaller' ? Math.min(one, other) : Math.max(one, other);
  }
  if (how === 'true-wins') return one === true || other === true;
  if (!Array.isArray(one) || !Array.isArray(other)) return refused;
  const [left, right]: readonly [readonly unknown[], readonly unknown[]] = [one, other];
  // What both allow is known without guessing only where one list has all of the other; else each has its say.
  if (how === 'both-lists') {
    if (left.every((value) => isIn(right, value))) return sorted(left);
    return right.every((value) => isIn(left, value)) ? sorted(right) : refused;
  }
  if (how === 'either-list') return sorted([...left, ...right.filter((value) => !isIn(left, value))]);
  return refused;
}

const isIn = (list: readonly unknown[], value: unknown): boolean => list.some((each) => asText(each) === asText(value));

function sorted(list: readonly unknown[]): readonly unknown[] {
  return list.toSorted((a, b) => (asText(a) < asText(b) ? -1 : 1));
}

/** Plain data as text that does not depend on the order of keys. */
export function asText(data: unknown): string {
  return (
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ) ?? ''
  );
}
