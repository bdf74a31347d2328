import type { ImageResult, Notice, Proposal } from '../result/result.ts';
import { shortSha } from './baseline-commit.ts';

/** An image's part of what the proposed policy says. */
export function proposedImage({ name, platform, findings, notRun, passed }: ImageResult): Proposal['images'][number] {
  return { name, platform, findings, notRun, passed };
}

/** The proposal in one sentence, for reports that show notices only. */
export function proposalNotice(proposed: Proposal, outcome: Proposal['outcome'], baseSha: string | undefined): Notice {
  const open = proposed.images.flatMap(({ name, findings }) =>
    findings.filter(({ waiver }) => waiver === null).map(({ rule, level }) => `${level} ${rule} of ${name}`),
  );
  const waived = proposed.images.reduce(
    (sum, { findings }) => sum + findings.filter(({ waiver }) => waiver !== null).length,
    0,
  );
  const found = open.length === 0 ? 'no open finding' : listed(open);
  const base = baseSha === undefined ? 'the base revision' : `the base revision ${shortSha(baseSha)}`;
  return {
    level: proposed.outcome === outcome ? 'notice' : 'warning',
    message: `This change also changes what it is judged by. With the proposed policy: ${proposed.outcome}, ${found}${waived > 0 ? `, ${waived} waived` : ''}. The outcome, ${outcome}, follows ${base}.`,
  };
}

const maxListed = 10;

function listed(all: readonly string[]): string {
  const more = all.length > maxListed ? ` and ${all.length - maxListed} more` : '';
  return `${all.slice(0, maxListed).join(', ')}${more}`;
}
