import { originOfContext, readBase, readPlatform } from './bases.ts';
import type { GlobalScope } from './expand.ts';
import type { Instruction } from './instruction.ts';
import { parseTrigger, type ParsedDockerfile } from './parse.ts';
import { readUses } from './uses.ts';

/**
 * Where content comes from: a stage of this Dockerfile, an image by its normalised name (or `scratch`),
 * or neither: files of a build context.
 */
export type Origin =
  | { readonly stage: number; readonly reference: null }
  | { readonly stage: null; readonly reference: string | null };

/** An instruction as a stage runs it. */
export interface Step {
  readonly instruction: Instruction;
  /** It is an ONBUILD of the stage this one is built from. */
  readonly triggered: boolean;
  /** COPY --from and RUN --mount=from, in their order. */
  readonly uses: readonly Use[];
}

export type Use = Origin & { readonly via: 'copy' | 'mount'; readonly written: string; readonly line: number };

export interface Stage {
  readonly index: number;
  /** Lower case, as BuildKit compares; null when unnamed. */
  readonly name: string | null;
  readonly from: Instruction;
  readonly base: Origin & { readonly written: string };
  /** As written, and expanded. */
  readonly platform: { readonly written: string; readonly name: string } | null;
  readonly startLine: number;
  readonly endLine: number;
  readonly steps: readonly Step[];
  /** Those of all steps, in their order. */
  readonly uses: readonly Use[];
}

interface Declared {
  readonly from: Instruction;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/**
 * The stages in their order, every name they use resolved.
 * @throws UserError for a name that is neither a stage nor an image
 */
export function readStages(parsed: ParsedDockerfile, scope: GlobalScope): readonly Stage[] {
  const declared = declare(parsed.instructions);
  // COPY and mounts see the names of all stages, FROM only those above it; of equal names the last counts.
  const indexOf = new Map(declared.flatMap(({ name }, index) => (name === null ? [] : [[name, index] as const])));
  const stages: Stage[] = [];
  const above = new Map<string, number>();
  for (const [index, { from, name, instructions }] of declared.entries()) {
    // A build context of its name takes a stage's place.
    const context = name === null ? undefined : scope.buildContexts.get(name);
    const resolved = readBase(parsed, scope, from, above);
    const base = context === undefined ? resolved : { ...originOfContext(context), written: resolved.written };
    if (name !== null) above.set(name, index);
    const triggers =
      base.stage === null
        ? triggersOf(parsed, scope, from, base.reference)
        : (declared[base.stage]?.instructions ?? []).flatMap(({ onbuild }) => onbuild ?? []);
    const step = (instruction: Instruction, triggered: boolean): Step => ({
      instruction,
      triggered,
      uses: readUses(parsed, scope, instruction, indexOf, declared.length),
    });
    const steps =
      context !== undefined
        ? []
        : [...triggers.map((trigger) => step(trigger, true)), ...instructions.map((own) => step(own, false))];
    stages.push({
      index,
      name,
      from,
      base,
      platform: readPlatform(parsed, scope, from),
      startLine: from.startLine,
      endLine: instructions.at(-1)?.endLine ?? from.endLine,
      steps,
      uses: steps.flatMap(({ uses }) => uses),
    });
  }
  return stages;
}

/** What an image's ONBUILD makes this build run; it stands on the line of the FROM that brings it in. */
function triggersOf(
  { source }: ParsedDockerfile,
  { baseTriggers }: GlobalScope,
  { startLine, startColumn, endLine, endColumn }: Instruction,
  reference: string | null,
): readonly Instruction[] {
  const texts = reference === null ? undefined : baseTriggers.get(reference);
  return (texts ?? []).map((text) => ({
    ...parseTrigger(text, source.file),
    startLine,
    startColumn,
    endLine,
    endColumn,
  }));
}

function declare(instructions: readonly Instruction[]): readonly Declared[] {
  const starts = instructions.flatMap(({ keyword }, at) => (keyword === 'FROM' ? [at] : []));
  return starts.flatMap((start, nth) => {
    const from = instructions[start];
    if (from?.detail.kind !== 'FROM') return [];
    return [{ from, name: from.detail.name, instructions: instructions.slice(start + 1, starts[nth + 1]) }];
  });
}
