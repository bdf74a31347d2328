import { z } from 'zod';
import type { DockerfileReport } from '../../result/dockerfile.ts';
import { linesOf } from '../dockerfile-lines.ts';
import { defineSourceRule } from '../rule.ts';

export const absoluteWorkdir = defineSourceRule({
  id: 'absolute-workdir',
  group: 'dockerfile',
  summary: 'Begin with an absolute WORKDIR.',
  why: 'A relative one is seen from the base image’s, which can change under you.',
  howToPass: 'Write the path from the root: `WORKDIR /app`.',
  options: () =>
    z.strictObject({
      always: z
        .boolean()
        .default(false)
        .describe('Also refuse a relative WORKDIR below an absolute one of the same Dockerfile.'),
    }),
  needs: ['dockerfile'],
  *check({ dockerfile }, { always }) {
    const known = new Set<number>();
    for (const instruction of dockerfile.instructions) {
      const { keyword, stage } = instruction;
      if (stage === null) continue;
      if (keyword === 'FROM' && isKnown(dockerfile, stage, known)) known.add(stage);
      if (keyword !== 'WORKDIR') continue;
      const path = (instruction.arguments[0] ?? '').replace(/^["']/, '');
      if (/^(?:[/\\$]|[A-Za-z]:)/.test(path)) known.add(stage);
      else if (always || !known.has(stage))
        yield { message: `WORKDIR ${path.slice(0, 120)} is relative.`, location: linesOf(dockerfile, instruction) };
    }
  },
});

/** A stage inherits the folder of the stage it is FROM; scratch has the root. */
function isKnown({ stages }: DockerfileReport, stage: number, known: ReadonlySet<number>): boolean {
  const base = stages[stage]?.base;
  return base !== undefined && (base.reference === 'scratch' || (base.stage !== null && known.has(base.stage)));
}
