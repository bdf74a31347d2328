import type { Policy, RuleUse, Waiver } from './policy.ts';

/** How two values of one option come to the stricter of them. */
export type Narrowing = 'smaller' | 'larger' | 'true-wins' | 'both-lists' | 'either-list';

/**
 * Holds a policy to an organisation's floor: what either finds is found.
 *
 * A rule that both turn on gets the stricter level, and options by how its own declaration narrows them. Options that
 * declare nothing are not guessed at: the rule then counts twice, once as each side has it. So nothing is looser than
 * the floor, whatever the rule; a floor laid twice, and two floors in either order, come to the same.
 */
export function withFloor(policy: Policy, floor: Policy): Omit<Policy, 'digest'> {
  const floors = floor.uses.map(asFloor);
  const uses = floors.reduce(hold, policy.uses);
  const waivers = [...policy.waivers, ...floor.waivers.map((waiver): Waiver => ({ ...waiver, ofFloor: true }))];
  return {
    uses: inOrder(uses),
    waivers: distinct(waivers),
    sources: [
      ...new Set([...policy.sources, ...floor.sources.map((source) => `floor ${source.replace(/^floor /, '')}`)]),
    ],
  };
}

/** Levels from the laxest. */
const levels = ['warning', 'error'] as const;
const counts = ['pass', 'warning', 'failure'] as const;

function stricter<T>(order: readonly T[], one: T, other: T): T {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

function asFloor(use: RuleUse): RuleUse {
  return { ...use, floor: use.floor ?? { isWaivable: use.waivable === true } };
}

function hold(uses: readonly RuleUse[], floor: RuleUse): readonly RuleUse[] {
  const own = uses.filter(({ rule }) => rule.id === floor.rule.id);
  if (own.length === 0) return [...uses, floor];
  const others = uses.filter(({ rule }) => rule.id !== floor.rule.id);
  // All of a rule's uses share the strictest of what is not an option.
  const all = [...own, floor];
  const shared = {
    level: all.map(({ level }) => level).reduce((a, b) => stricter(levels, a, b)),
    whenNotRun: all.map(({ whenNotRun }) => whenNotRun).reduce((a, b) => stricter(counts, a, b)),
    ...(all.some((use) => use.saysWhenNotRun) && { saysWhenNotRun: true as const }),
    floor: { isWaivable: all.every((use) => use.floor?.isWaivable !== false) },
  };
  return [...others, ...narrowed(all).map((use) => ({ ...use, ...shared }))];
}

/** One use where the options narrow to one, else each that differs; until nothing narrows any further, so that order is no matter. */
function narrowed(uses: readonly RuleUse[]): readonly RuleUse[] {
  const found: RuleUse[] = [];
  for (const use of uses) {
    const at = found.findIndex((one) => narrowOptions(one, use) !== undefined);
    const before = found[at];
    const options = before && narrowOptions(before, use);
    if (!before || options === undefined) found.push(use);
    else found[at] = { ...before, options, origin: joinOrigins(before.origin, use.origin) };
  }
  return found.length < uses.length ? narrowed(found) : found;
}

type Options = Readonly<Record<string, unknown>>;

/** Options are maps, whatever the rule. */
function asOptions(options: unknown): Options {
  return typeof options === 'object' && options !== null ? { ...options } : {};
}

/** The stricter options of both; undefined when the rule does not say how two values narrow. */
function narrowOptions(one: RuleUse, other: RuleUse): Options | undefined {
  const [a, b] = [asOptions(one.options), asOptions(other.options)];
  const narrowings = one.rule.narrows ?? {};
  const merged: Record<string, unknown> = {};
  for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
    const [left, right] = [a[key], b[key]];
    const value = asText(left) === asText(right) ? left : narrow(narrowings[key], left, right);
    if (value === refused) return undefined;
    if (value !== undefined) merged[key] = value;
  }
  return merged;
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

function joinOrigins(one: string, other: string): string {
  return [...new Set([...one.split(' + '), ...other.split(' + ')])].sort().join(' + ');
}

const keyOf = (use: RuleUse): string => `${use.rule.id} ${asText(use.options)}`;

function inOrder(uses: readonly RuleUse[]): readonly RuleUse[] {
  return uses.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function distinct(waivers: readonly Waiver[]): readonly Waiver[] {
  return [...new Map(waivers.map((waiver) => [asText(waiver), waiver])).values()];
}

/** Plain data as text that does not depend on the order of keys. */
function asText(data: unknown): string {
  return (
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ) ?? ''
  );
}
