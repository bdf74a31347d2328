import type { DockerfileReport, FinalConfigReport, InstructionReport } from '../result/dockerfile.ts';
import type { DockerfileLines } from '../result/measurement.ts';
import { shippingStages } from './bases.ts';
import type { SourceSubject } from './subject.ts';

/** Fields of the final config whose instruction is known. */
export type ConfigField = keyof FinalConfigReport['lines'];

/** Lines of the instruction that set a field of the image's config; those of the final FROM when the base image did. */
export function linesOfField(
  { dockerfile }: Pick<SourceSubject, 'dockerfile'>,
  field: ConfigField,
): DockerfileLines | undefined {
  if (!dockerfile) return undefined;
  const lines = dockerfile.final.lines[field];
  return lines ? { file: dockerfile.file, ...lines } : finalFrom(dockerfile);
}

/** The line of the final stage's FROM: where something is said that no instruction says. */
export function finalFrom({ file, stages, final }: DockerfileReport): DockerfileLines | undefined {
  const line = stages[final.stage]?.startLine;
  return line === undefined ? undefined : { file, startLine: line, endLine: line };
}

/** The instruction that set a field of the image's config. */
export function instructionAt(
  { dockerfile }: Pick<SourceSubject, 'dockerfile'>,
  field: ConfigField,
): InstructionReport | undefined {
  const line = dockerfile?.final.lines[field]?.startLine;
  return dockerfile?.instructions.find(({ startLine }) => startLine === line);
}

/** Lines of an instruction. */
export function linesOf({ file }: DockerfileReport, { startLine, endLine }: InstructionReport): DockerfileLines {
  return { file, startLine, endLine };
}

/** Instructions of the stages that ship, or of all stages, in the order of the file. */
export function instructionsOf(dockerfile: DockerfileReport, which: 'final' | 'all'): readonly InstructionReport[] {
  const stages = new Set(shippingStages(dockerfile).map(({ index }) => index));
  return dockerfile.instructions.filter(({ stage }) => stage !== null && (which === 'all' || stages.has(stage)));
}
