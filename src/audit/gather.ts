import { familiarReference, formatReference, readReference, withDefaultTag } from '../image/reference.ts';
import type { AuditProblem, AuditResult } from '../result/audit.ts';
import type { PlannedUse, Target } from './plan.ts';

/** Something that refers to an image: a line of a file, and how. */
export interface FoundUse {
  readonly use: PlannedUse;
  readonly role: Target['role'];
  /** A SOURCE of the configuration; read as it stands. */
  readonly source?: string;
  readonly platform?: string;
}

/** What was found in a repository. */
export interface Gathered {
  readonly found: FoundUse[];
  readonly problems: AuditProblem[];
  readonly skipped: AuditResult['skipped'];
}

/** Puts uses of one image together. A base that is also run somewhere is judged like every image that runs. */
export function asTargets(found: readonly FoundUse[]): {
  readonly targets: readonly Target[];
  readonly problems: readonly AuditProblem[];
} {
  const targets = new Map<string, Target>();
  const problems: AuditProblem[] = [];
  for (const { use, role, source, platform } of found) {
    const reference = source === undefined ? readReference(use.written) : undefined;
    if (typeof reference === 'string') {
      problems.push({
        code: 'image-reference',
        message: `${use.what} names no image: ${reference} (${use.written}).`,
        place: use.place,
        hint: 'Correct the name of the image; a placeholder must be filled in before it can be audited.',
      });
      continue;
    }
    const full = reference ? formatReference(withDefaultTag(reference)) : (source ?? '');
    const name = platform === undefined ? full : `${full} ${platform}`;
    const before = targets.get(name);
    targets.set(name, {
      name,
      source: source ?? `registry:${reference ? familiarReference(withDefaultTag(reference)) : ''}`,
      ...(platform !== undefined && { platform }),
      role: before?.role === 'image' ? 'image' : role,
      uses: before ? [...before.uses, use] : [use],
    });
  }
  const sorted = [...targets.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return { targets: sorted, problems };
}
