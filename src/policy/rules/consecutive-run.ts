import { z } from 'zod';
import type { DockerfileReport, InstructionReport } from '../../result/dockerfile.ts';
import type { Measurement } from '../../result/measurement.ts';
import { formatBytes } from '../../units.ts';
import { instructionsOf } from '../dockerfile-lines.ts';
import { byteSize } from '../option-types.ts';
import { hiddenOf, hiddenUnseen } from '../own-files.ts';
import { defineRule } from '../rule.ts';

export const consecutiveRun = defineRule({
  id: 'consecutive-run',
  group: 'dockerfile',
  summary: 'Merge RUN instructions where that makes the image smaller.',
  why: 'What one RUN writes and the next deletes or rewrites is shipped all the same. Where merging saves nothing, it is no fault.',
  howToPass: 'Join the instructions with `&&`, or in one heredoc.',
  narrows: { 'min-saving': 'smaller' },
  options: () =>
    z.strictObject({
      'min-saving': byteSize.default(1).describe('The least that merging must save to be worth a finding.'),
    }),
  needs: ['dockerfile'],
  *check(subject, { 'min-saving': minSaving }) {
    const { dockerfile, measurement } = subject;
    const groups = consecutiveRuns(dockerfile);
    if (groups.length > 0 && !measurement.perLayer.some((layer) => layer.dockerfile)) {
      yield { unknown: 'Which layer each RUN made is not known, so what merging them would save is not either.' };
      return;
    }
    if (groups.length > 0) yield* hiddenUnseen(subject);
    for (const group of groups) {
      const layers = layersOf(group, measurement);
      const copies = [...hiddenOf(subject, 'all')].filter(
        ({ addedBy, hiddenBy }) => layers.has(addedBy) && layers.has(hiddenBy),
      );
      const savedBytes = copies.reduce((sum, { bytes }) => sum + bytes, 0);
      const [first, last] = [group[0], group.at(-1)];
      if (savedBytes < Math.max(1, minSaving) || !first || !last) continue;
      yield {
        message: `${group.length} consecutive RUNs (lines ${first.startLine}–${last.endLine}): merging them saves ${formatBytes(savedBytes)} (also counted as hidden bytes).`,
        bytes: savedBytes,
        location: { file: dockerfile.file, startLine: first.startLine, endLine: last.endLine },
        paths: copies.toSorted((a, b) => b.bytes - a.bytes).map(({ path }) => path),
      };
    }
  },
});

/** Two or more RUNs of one stage with no instruction between them. */
function consecutiveRuns(dockerfile: DockerfileReport): readonly (readonly InstructionReport[])[] {
  const groups: InstructionReport[][] = [];
  let current: InstructionReport[] = [];
  for (const instruction of instructionsOf(dockerfile, 'final')) {
    if (instruction.keyword === 'RUN') current.push(instruction);
    else current = [];
    if (current.length === 2) groups.push(current);
  }
  return groups;
}

function layersOf(group: readonly InstructionReport[], { perLayer }: Measurement): ReadonlySet<number> {
  const lines = new Set(group.map(({ startLine }) => startLine));
  return new Set([...perLayer.keys()].filter((index) => lines.has(perLayer[index]?.dockerfile?.startLine ?? 0)));
}
