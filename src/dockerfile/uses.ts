import { imageOrigin } from './bases.ts';
import { expandIn, instructionError } from './expand.ts';
import type { GlobalScope } from './expand.ts';
import type { Detail, Instruction } from './instruction.ts';
import type { ParsedDockerfile } from './parse.ts';
import type { Use } from './stages.ts';

const noUses: readonly Use[] = [];

/** Most instructions take nothing from elsewhere. */
function mayUse(detail: Detail): boolean {
  return detail.kind === 'RUN' ? detail.mounts.length > 0 : detail.kind === 'COPY' && detail.from !== null;
}

/** What an instruction takes from stages and images. @throws UserError when it names none */
export function readUses(
  parsed: ParsedDockerfile,
  scope: GlobalScope,
  instruction: Instruction,
  indexOf: ReadonlyMap<string, number>,
  stageCount: number,
): readonly Use[] {
  const { detail, startLine: line } = instruction;
  if (!mayUse(detail)) return noUses;
  const resolve = (written: string, via: Use['via'], stage: number | undefined): Use => {
    const origin =
      stage === undefined ? imageOrigin(parsed, scope, instruction, written) : ({ stage, reference: null } as const);
    return { ...origin, via, written, line };
  };
  if (detail.kind === 'RUN')
    return detail.mounts.flatMap(({ from }) =>
      from === null ? [] : [resolve(from, 'mount', indexOf.get(from.toLowerCase()))],
    );
  if (detail.kind !== 'COPY' || detail.from === null) return noUses;
  const { from } = detail;
  if (!/^[+-]?\d+$/.test(from)) {
    const { text } = expandIn(parsed, instruction, from, { variables: new Map(), meter: scope.meter });
    const message = '--from cannot hold a variable: name a stage with FROM that uses the variable instead.';
    if (text !== from)
      throw instructionError(parsed, instruction, 'dockerfile-copy-from', message, 'a stage or an image');
    return [resolve(from, 'copy', indexOf.get(from.toLowerCase()))];
  }
  const index = Number(from);
  if (index >= 0 && index < stageCount) return [resolve(from, 'copy', index)];
  const message = `There is no stage ${from}; the stages are 0 to ${stageCount - 1}.`;
  throw instructionError(
    parsed,
    instruction,
    'dockerfile-copy-from',
    message,
    'the name or the index of a stage above',
  );
}
