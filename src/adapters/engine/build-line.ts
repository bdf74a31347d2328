import { UserError } from '../../errors.ts';
import type { Instruction } from '../../dockerfile/instruction.ts';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import type { BuildFailure } from '../build-follower.ts';

/**
 * The Dockerfile's line that failed: from the step's number within its stage, its image, or the parser's own words.
 * Absent when none of them tells for certain. A step's text comes last: it is the pull request's and may say anything.
 */
export function locateFailure({ message, step }: BuildFailure, dockerfileText: string): number | undefined {
  const name =
    step === undefined || /^\[internal\] load (remote build context|build definition)/.test(step) ? undefined : step;
  if (name === undefined) return parserLine(message);
  const stages = readStages(dockerfileText);
  const numbered = /^\[(?:(\S+\/\S+) )?(?:(\S+) )?(\d+)\/(\d+)\]/.exec(name);
  if (numbered) return lineOfStep(stages, numbered[2], Number(numbered[3]), Number(numbered[4]));
  const image = /^\[internal\] load metadata for (\S+)$/.exec(name)?.[1] ?? /^FROM (\S+)/.exec(name)?.[1];
  if (image !== undefined) return lineOfImage(stages, image);
  // The classic builder counts every instruction.
  const classic = /^(?:Step|STEP) (\d+)\/\d+ ?:/.exec(name);
  return classic ? readInstructions(dockerfileText)[Number(classic[1]) - 1]?.startLine : undefined;
}

const parserLine = (message: string): number | undefined => {
  const said = /dockerfile parse error (?:on )?line (\d+):/i.exec(message);
  return said ? Number(said[1]) : undefined;
};

interface Stage {
  readonly from: Instruction;
  readonly name: string;
  readonly body: readonly Instruction[];
}

function readStages(text: string): readonly Stage[] {
  const stages: { from: Instruction; name: string; body: Instruction[] }[] = [];
  for (const instruction of readInstructions(text)) {
    const { detail } = instruction;
    if (detail.kind === 'FROM')
      stages.push({ from: instruction, name: detail.name?.toLowerCase() ?? `stage-${stages.length}`, body: [] });
    else stages.at(-1)?.body.push(instruction);
  }
  return stages;
}

/** None where our parser refuses what a newer builder took: then no line is known, and the build's error is still shown. */
function readInstructions(text: string): readonly Instruction[] {
  try {
    return parseDockerfile(text, 'Dockerfile').instructions;
  } catch (thrown) {
    if (thrown instanceof UserError) return [];
    throw thrown;
  }
}

/** BuildKit numbers what makes a layer: RUN, COPY, ADD, WORKDIR, and FROM where it names an image. */
function lineOfStep(
  stages: readonly Stage[],
  name: string | undefined,
  index: number,
  total: number,
): number | undefined {
  const stage =
    stages.find((each) => each.name === name?.toLowerCase()) ?? (stages.length === 1 ? stages[0] : undefined);
  if (!stage) return undefined;
  const numbered = stage.body.filter(({ keyword }) => ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword));
  const withFrom = numbered.length + 1 === total ? [stage.from, ...numbered] : numbered;
  // ONBUILD triggers of the base count too; then the numbers are not those of the file.
  return withFrom.length === total ? withFrom[index - 1]?.startLine : undefined;
}

function lineOfImage(stages: readonly Stage[], image: string): number | undefined {
  const written = stages.flatMap(({ from, body }) => [from, ...body]).filter((each) => each.startLine > 0);
  const mentions = written.filter(({ detail }) => {
    const reference = detail.kind === 'FROM' ? detail.image : detail.kind === 'COPY' ? detail.from : null;
    return reference !== null && fullName(reference) === image;
  });
  const names = new Set(stages.map((stage) => stage.name));
  const variable = stages.filter(
    ({ from: { detail } }) => detail.kind === 'FROM' && detail.image.includes('$') && !names.has(detail.image),
  );
  const found = mentions.length > 0 ? mentions : variable.length === 1 ? variable.map(({ from }) => from) : [];
  return found[0]?.startLine;
}

/** `docker.io/library/NAME:latest`, as BuildKit prints what a Dockerfile calls NAME. */
function fullName(reference: string): string {
  const [first = ''] = reference.split('/');
  const hasHost = reference.includes('/') && (/[.:]/.test(first) || first === 'localhost');
  const path = hasHost ? reference : `docker.io/${reference.includes('/') ? '' : 'library/'}${reference}`;
  return /[:@][^/]*$/.test(path) ? path : `${path}:latest`;
}
