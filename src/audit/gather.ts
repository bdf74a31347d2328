import { familiarReference, formatReference, readReference, withDefaultTag } from '../image/reference.ts';
import type { Waiver } from '../policy/policy.ts';
import type { AuditProblem, AuditResult } from '../result/audit.ts';
import type { Notice } from '../result/result.ts';
import type { Build } from './builds.ts';
import type { PlannedUse, Target } from './plan.ts';

/** Something that refers to an image: a line of a file, and how. */
export interface FoundUse {
  readonly use: PlannedUse;
  readonly role: Target['role'];
  /** A SOURCE of the configuration; read as it stands. */
  readonly source?: string;
  /** `all`: each that the image has. */
  readonly platform?: string;
  /** Chosen among the tags of a registry, which may have others by the time another shard asks. */
  readonly listed?: true;
}

/** What was found in a repository. */
export interface Gathered {
  readonly found: FoundUse[];
  readonly problems: AuditProblem[];
  readonly skipped: AuditResult['skipped'];
  readonly notices: readonly Notice[];
  /** Those that stand in manifests. */
  readonly waivers: readonly Waiver[];
  /** Every Dockerfile, and each way it is built. */
  readonly builds: readonly Build[];
}

/** A use whose image has a name in full. */
interface Named {
  readonly one: FoundUse;
  readonly full: string;
  readonly source: string;
  readonly platform: string | undefined;
}

/**
 * Puts uses of one image together. A base that is also run somewhere is judged like every image that runs.
 * @param platforms of an image of which nothing says its platform; none: that of the machine
 */
export function asTargets(
  found: readonly FoundUse[],
  platforms: 'all' | readonly string[] = [],
): {
  readonly targets: readonly Target[];
  readonly problems: readonly AuditProblem[];
} {
  const problems: AuditProblem[] = [];
  const otherwise = platforms === 'all' ? ['all'] : platforms.length > 0 ? platforms : [undefined];
  const named = found.flatMap((one): readonly Named[] => {
    const { use, source, platform } = one;
    const reference = source === undefined ? readReference(use.written) : undefined;
    if (typeof reference === 'string') {
      problems.push({
        code: 'image-reference',
        message: `${use.what} names no image: ${reference} (${use.written}).`,
        place: use.place,
        hint: 'Correct the name of the image; a placeholder must be filled in before it can be audited.',
      });
      return [];
    }
    const tagged = reference && withDefaultTag(reference);
    const full = tagged ? formatReference(tagged) : (source ?? '');
    const from = source ?? `registry:${tagged ? familiarReference(tagged) : ''}`;
    const wanted = platform === undefined ? otherwise : [platform];
    return wanted.map((each) => ({ one, full, source: from, platform: each }));
  });
  // One platform of an image that is audited on all of them is not looked at twice.
  const whole = new Set(named.filter(({ platform }) => platform === 'all').map(({ full }) => full));
  const targets = new Map<string, Target>();
  for (const each of named) add(targets, whole.has(each.full) ? { ...each, platform: 'all' } : each);
  return { targets: [...targets.values()].sort((one, other) => (one.name < other.name ? -1 : 1)), problems };
}

function add(targets: Map<string, Target>, { one: { use, role, listed }, full, source, platform }: Named): void {
  const name = platform === undefined || platform === 'all' ? full : `${full} ${platform}`;
  const before = targets.get(name);
  targets.set(name, {
    name,
    source,
    ...(platform !== undefined && { platform }),
    ...(listed && (before === undefined || before.listed) && { listed }),
    role: before?.role === 'image' ? 'image' : role,
    uses: before ? [...before.uses, use] : [use],
  });
}
