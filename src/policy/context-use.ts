import type { DockerfileReport, InstructionReport } from '../result/dockerfile.ts';
import type { DockerfileLines } from '../result/measurement.ts';
import { linesOf } from './dockerfile-lines.ts';

/** A path of the build context that an instruction of a needed stage reads. */
export interface ContextUse {
  /** As people know the instruction: `COPY . /app`. */
  readonly words: string;
  readonly location: DockerfileLines;
  /** It takes the context whole, or everything directly in it. */
  readonly isWhole: boolean;
  /** Whether it names this very path, or something below it. */
  readonly names: (path: string) => boolean;
  /** Whether it takes the path along: it names it, or a folder above. */
  readonly takes: (path: string) => boolean;
}

/** What a Dockerfile reads of its build context: COPY, ADD, and RUN with a bind mount, without `from`. */
export function usesOfContext(dockerfile: DockerfileReport): readonly ContextUse[] {
  const needed = new Set(dockerfile.buildOrder.flat());
  return dockerfile.instructions
    .filter(({ stage }) => stage !== null && needed.has(stage))
    .map((instruction) => instruction.onbuild ?? instruction)
    .flatMap((instruction) => {
      const words = `${instruction.keyword} ${instruction.original.replace(/^\s*\S+\s+/, '').replaceAll(/\s+/g, ' ')}`;
      const common = { words: words.slice(0, 80), location: linesOf(dockerfile, instruction) };
      return sourcesOf(instruction).map((source): ContextUse => ({ ...common, ...readSource(source) }));
    });
}

function sourcesOf({ keyword, flags, arguments: words }: InstructionReport): readonly string[] {
  if (keyword === 'RUN') return flags.flatMap(bindSource);
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  if (flags.some((flag) => flag.startsWith('--from='))) return [];
  // Here-documents bring their own text, URLs and repositories are fetched.
  return words
    .slice(0, -1)
    .map((word) => word.replaceAll(/^["']|["']$/g, ''))
    .filter((word) => !/^(?:<<|https?:|git@|git:|ssh:)/.test(word));
}

/** `--mount=type=bind` is the default type, and its source the context's root. */
function bindSource(flag: string): readonly string[] {
  const options = /^--mount=(.*)$/.exec(flag)?.[1]?.split(',');
  if (!options) return [];
  const value = (...names: readonly string[]): string | undefined =>
    options.find((option) => names.some((name) => option.startsWith(`${name}=`)))?.replace(/^[^=]*=/, '');
  if ((value('type') ?? 'bind') !== 'bind' || value('from') !== undefined) return [];
  return [value('source', 'src') ?? '.'];
}

function readSource(source: string): Pick<ContextUse, 'isWhole' | 'names' | 'takes'> {
  const parts = source.split('/').filter((part) => part !== '' && part !== '.');
  const matchers = parts.map(roughly);
  const isWhole = parts.every((part) => /^\*+$/.test(part)) && parts.length < 2;
  const agrees = (path: readonly string[]): boolean =>
    matchers.every((matches, index) => index >= path.length || matches(path[index] ?? ''));
  return {
    isWhole,
    names: (path) => {
      const wanted = path.split('/');
      return !isWhole && matchers.length >= wanted.length && agrees(wanted);
    },
    takes: (path) => isWhole || agrees(path.split('/')),
  };
}

/** A name with variables and wildcards, by what stands before the first and after the last: sooner too much than too little. */
function roughly(part: string): (name: string) => boolean {
  const open = /[*?[\\$]/.exec(part);
  if (!open) return (name) => name === part;
  const start = part.slice(0, open.index);
  const end = /[^*?\]\\$}]*$/.exec(part)?.[0] ?? '';
  // What follows a bare variable may be its name.
  const tail = /\$\w*$/.test(part.slice(0, part.length - end.length) + end.replace(/\W.*$/, '')) ? '' : end;
  return (name) => name.startsWith(start) && name.endsWith(tail);
}
