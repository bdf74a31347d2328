import type { AuditResult } from '../../result/audit.ts';
import { visible } from '../../visible.ts';
import type { Annotation } from '../github.ts';
import { linesOf, lostShards } from './lines.ts';

const maxCharacters = 1_000;

/** What the lines that refer to images are annotated with, worst first: what could not be looked at, then findings. */
export function auditAnnotations(result: AuditResult): readonly Annotation[] {
  const lost = lostShards(result);
  const unknown = result.verdict.onUnreachable === 'fail' ? 'error' : 'warning';
  return [
    ...(lost === undefined ? [] : [annotation('error', 'plimsoll', lost)]),
    ...result.notAudited.map(({ name, reason, uses }) =>
      annotation(unknown, 'plimsoll', `${name} could not be audited: ${reason}`, uses[0]?.place),
    ),
    ...result.problems.map(({ code, message, place }) => annotation(unknown, code, message, place)),
    ...result.images
      .flatMap(linesOf)
      .filter(({ standing }) => standing !== 'waived')
      .map(({ image, rule, standing, message, toPass, places }) => {
        const level = standing === 'error' ? 'error' : 'warning';
        return annotation(level, rule, `${image}: ${message}${toPass === '' ? '' : ` To pass: ${toPass}`}`, places[0]);
      }),
  ];
}

function annotation(
  level: Annotation['level'],
  title: string,
  message: string,
  place?: { readonly file: string; readonly line: number },
): Annotation {
  const where = place && { file: place.file, startLine: place.line, endLine: place.line };
  return { level, title: visible(title, 100), message: visible(message, maxCharacters), ...where };
}
