import type { DockerfileReport, HistoryReport, InstructionReport, StageReport } from '../result/dockerfile.ts';
import { evaluate } from './evaluate.ts';
import { readGlobalScope } from './expand.ts';
import type { BuildOptions, GlobalScope } from './expand.ts';
import { finalConfig } from './final-config.ts';
import { readGraph } from './graph.ts';
import type { StageGraph } from './graph.ts';
import { historyOf } from './history.ts';
import type { Instruction } from './instruction.ts';
import { parseDockerfile } from './parse.ts';
import type { ParsedDockerfile } from './parse.ts';
import { readStages } from './stages.ts';
import type { Stage } from './stages.ts';
import type { StageState } from './state.ts';

/** A Dockerfile understood: parsed, its stages resolved, the needed ones gone through. Rules and attribution start here. */
export interface DockerfileModel {
  readonly parsed: ParsedDockerfile;
  readonly scope: GlobalScope;
  readonly graph: StageGraph;
  /** What each needed stage comes to, by its index. */
  readonly states: ReadonlyMap<number, StageState>;
  /** What the image's history will say above the base image, the base's side first. */
  readonly history: readonly HistoryReport[];
}

/** Characters of ARG values in the whole history: they stand in front of every RUN, so they could grow with its square. */
const maxArgsCharacters = 2 ** 20;

/** @throws UserError for everything BuildKit would refuse before it runs the first instruction */
export function readDockerfile(text: Uint8Array | string, file: string, options: BuildOptions = {}): DockerfileModel {
  const parsed = parseDockerfile(text, file);
  const scope = readGlobalScope(parsed, options);
  const graph = readGraph(parsed, readStages(parsed, scope), options);
  const entries = new Map(graph.chain.map((stage) => [stage, [] as HistoryReport[]]));
  let budget = maxArgsCharacters;
  const states = evaluate(parsed, scope, graph, (stage, applied, state) => {
    const entry = entries.has(stage.index) ? historyOf(applied, state, budget) : undefined;
    if (!entry) return;
    if (entry.keyword === 'RUN' && state.declaredArgs.size > 0)
      // Once they do not fit they are not put together again: that alone would take the square of the lines.
      budget = entry.createdBy.startsWith('RUN |') ? budget - entry.createdBy.length + entry.text.length : 0;
    entries.get(stage.index)?.push(entry);
  });
  return { parsed, scope, graph, states, history: graph.chain.flatMap((stage) => entries.get(stage) ?? []) };
}

/** What `plimsoll dockerfile` prints. @throws UserError as {@link readDockerfile} */
export function describeDockerfile(
  text: Uint8Array | string,
  file: string,
  options: BuildOptions = {},
): DockerfileReport {
  return reportDockerfile(readDockerfile(text, file, options));
}

/** The model as public JSON. */
export function reportDockerfile({ parsed, scope, graph, states, history }: DockerfileModel): DockerfileReport {
  const state = states.get(graph.target);
  if (!state) throw new Error('The target was not gone through.');
  return {
    schemaVersion: 1,
    file: parsed.source.file,
    directives: parsed.directives,
    globalArgs: scope.args,
    instructions: reportInstructions(parsed.instructions),
    stages: graph.stages.map(reportStage),
    final: finalConfig(graph.target, state),
    singleStage: graph.singleStage,
    target: graph.target,
    unusedStages: graph.unused,
    buildOrder: graph.waves,
    history,
  };
}

function reportInstructions(instructions: readonly Instruction[]): readonly InstructionReport[] {
  let stage: number | null = null;
  return instructions.map((instruction) => {
    if (instruction.keyword === 'FROM') stage = (stage ?? -1) + 1;
    return reportInstruction(instruction, stage);
  });
}

function reportInstruction(instruction: Instruction, stage: number | null): InstructionReport {
  return {
    keyword: instruction.keyword,
    startLine: instruction.startLine,
    startColumn: instruction.startColumn,
    endLine: instruction.endLine,
    endColumn: instruction.endColumn,
    flags: instruction.flags,
    form: instruction.form,
    arguments: instruction.arguments,
    heredocs: instruction.heredocs.map(({ name, content }) => ({ name, content })),
    onbuild: instruction.onbuild && reportInstruction(instruction.onbuild, stage),
    stage,
    original: instruction.original,
  };
}

function reportStage({ index, name, base, platform, startLine, endLine, steps, uses }: Stage): StageReport {
  const baseTriggers = steps
    .filter(({ triggered }) => triggered && base.stage === null)
    .map(({ instruction }) => instruction.original);
  return {
    index,
    name,
    base: { reference: base.reference, stage: base.stage, written: base.written },
    platform: platform?.written ?? null,
    expandedPlatform: platform?.name ?? null,
    startLine,
    endLine,
    ...(baseTriggers.length > 0 && { baseTriggers }),
    copiesFrom: uses.map(({ stage, reference, line, via }) => ({ stage, reference, line, via })),
  };
}
