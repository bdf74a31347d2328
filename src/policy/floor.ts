import { asText, narrowOptions } from './narrow.ts';
import type { Policy, RuleUse, Waiver } from './policy.ts';

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
