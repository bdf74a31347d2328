import { UserError } from '../errors.ts';
import type { Waiver } from '../policy/policy.ts';
import { rules } from '../policy/rules/index.ts';
import { isWaiverComment, waiverOf } from '../policy/waiver-comment.ts';
import { commentsOf } from '../references/yaml-comments.ts';
import type { AuditProblem } from '../result/audit.ts';

/** Waivers that stand in a manifest, `# plimsoll ignore=RULE reason="…" expires=YYYY-MM-DD`; a comment that is none is a problem. */
export function manifestWaivers(
  file: string,
  text: string,
): { readonly waivers: readonly Waiver[]; readonly problems: readonly AuditProblem[] } {
  if (!text.includes('plimsoll')) return { waivers: [], problems: [] };
  const waivers: Waiver[] = [];
  const problems: AuditProblem[] = [];
  for (const comment of commentsOf(text)) {
    const words = comment.text.replaceAll(/\s+/g, ' ');
    if (!isWaiverComment(words)) continue;
    try {
      const waiver = waiverOf({ ...comment, text: words }, file);
      if (ofManifests.has(waiver.rule)) waivers.push(waiver);
      else problems.push(ofImage(waiver.rule, file, comment.line));
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      for (const { code, message, place, hint } of thrown.problems)
        problems.push({ code, message, ...(place && { place }), hint });
    }
  }
  return { waivers, problems };
}

const ofManifests = new Set(rules.flatMap(({ id, group }) => (group === 'manifests' ? [id] : [])));

/** An image is judged once, whoever refers to it: one manifest cannot waive for the others. */
function ofImage(rule: string, file: string, line: number): AuditProblem {
  return {
    code: 'inline-waiver',
    message: `${rule} judges the image, which a manifest cannot waive for all that refer to it.`,
    place: { file, line },
    hint: 'Write it under `waivers:` in the configuration, with the image it is for.',
  };
}
