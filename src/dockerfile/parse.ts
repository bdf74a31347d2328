import { UserError } from '../errors.ts';
import type { Problem } from '../errors.ts';
import { WordError } from './cursor.ts';
import { readDetail } from './detail.ts';
import { readDirectives } from './directives.ts';
import { keywords } from './instruction.ts';
import type { Instruction, Keyword } from './instruction.ts';
import { nearest } from '../nearest.ts';
import { openNodes, refused } from './nodes.ts';
import type { Node } from './nodes.ts';
import { Refusal } from './refusal.ts';
import { endOfLine, errorAt, readSource } from './source.ts';
import type { DockerfileSource } from './source.ts';

/** A Dockerfile as BuildKit reads it, nothing expanded. */
export interface ParsedDockerfile {
  readonly source: DockerfileSource;
  /** `\` or `` ` ``. */
  readonly escape: string;
  /** `syntax`, `escape`, `check`: lower-case names. */
  readonly directives: Readonly<Record<string, string>>;
  /** In their order; at least one FROM, before it nothing but ARG. */
  readonly instructions: readonly Instruction[];
  /** Empty lines inside a continuation, which BuildKit warns about. */
  readonly emptyContinuationLines: readonly number[];
}

/** More mistakes than this are not listed. */
const maxProblems = 20;

/**
 * Parses a Dockerfile as BuildKit's parser does and refuses what it refuses before a build.
 * @throws UserError with each instruction's mistake: place, the line's text, what was expected
 */
export function parseDockerfile(text: Uint8Array | string, file: string): ParsedDockerfile {
  const source = readSource(text, file);
  const directives = readDirectives(source);
  const escape = directives['escape'] ?? '\\';
  const nextNode = openNodes(source, escape);
  const instructions: Instruction[] = [];
  const problems: Problem[] = [];
  const emptyContinuationLines: number[] = [];
  for (let node = tryNext(nextNode); node && problems.length < maxProblems; node = tryNext(nextNode)) {
    if (node instanceof UserError) {
      problems.push(...node.problems);
      // What follows a line that cannot be taken apart may be the text of a heredoc that it opens.
      break;
    }
    const read = tryRead(source, node);
    if (read instanceof UserError) problems.push(...read.problems);
    else instructions.push(read);
    if (node.line.emptyLines.length > 0) emptyContinuationLines.push(...node.line.emptyLines);
  }
  const [first, ...more] = problems;
  if (first) throw new UserError([first, ...more.slice(0, maxProblems - 1)]);
  checkOrder(source, instructions);
  return { source, escape, directives, instructions, emptyContinuationLines };
}

/**
 * Reads a single instruction, as an image's ONBUILD trigger states it.
 * @throws UserError when it is not exactly one instruction
 */
export function parseTrigger(text: string, file: string): Instruction {
  const source = readSource(text, file);
  const nextNode = openNodes(source, '\\');
  const node = nextNode();
  const read = node && !nextNode() ? tryRead(source, node) : undefined;
  if (read instanceof UserError) throw read;
  if (read) return read;
  const hint = 'Look at the ONBUILD triggers of the base image.';
  const message = 'An ONBUILD trigger must be a single instruction.';
  throw errorAt(source, { line: 1 }, { code: 'dockerfile-onbuild', message, expected: 'one instruction', hint });
}

function tryRead(source: DockerfileSource, node: Node): Instruction | UserError {
  try {
    return readInstruction(source, node);
  } catch (error) {
    return asRefusal(error);
  }
}

function tryNext(nextNode: () => Node | undefined): Node | UserError | undefined {
  try {
    return nextNode();
  } catch (error) {
    return asRefusal(error);
  }
}

function asRefusal(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

function readInstruction(source: DockerfileSource, node: Node): Instruction {
  const { line, endLine } = node;
  if (!isKnown(node)) throw unknownKeyword(source, node);
  const onbuild = node.onbuild && readInstruction(source, node.onbuild);
  try {
    return {
      keyword: node.keyword,
      written: node.written,
      startLine: line.startLine,
      startColumn: line.startColumn,
      endLine,
      endColumn: Math.max(1, endOfLine(source, endLine) - (source.lineStarts[endLine - 1] ?? 0)),
      flags: node.flags,
      form: node.form,
      arguments: node.values,
      heredocs: node.heredocs,
      onbuild,
      original: node.text,
      comments: line.comments,
      detail: readDetail(node, onbuild),
    };
  } catch (error) {
    if (error instanceof Refusal) throw refused(source, line, error.message, error.expected);
    if (error instanceof WordError)
      throw refused(source, line, `${error.message}.`, 'options as --mount=type=bind,target=/x');
    throw error;
  }
}

const isKnown = (node: Node): node is Node & { readonly keyword: Keyword } => node.keyword !== undefined;

function unknownKeyword(source: DockerfileSource, { written, line }: Node): UserError {
  const meant = nearest(written, keywords);
  return errorAt(
    source,
    { line: line.startLine, column: line.startColumn },
    {
      code: 'dockerfile-unknown-instruction',
      message: `There is no instruction ${JSON.stringify(written)}.`,
      expected: meant ?? `one of ${keywords.join(', ')}`,
      hint: meant
        ? `Did you mean ${meant}?`
        : 'See https://docs.docker.com/reference/dockerfile/ for the instructions.',
    },
  );
}

function checkOrder(source: DockerfileSource, instructions: readonly Instruction[]): void {
  const early = instructions.find(({ keyword }) => keyword !== 'ARG');
  if (early?.keyword === 'FROM') return;
  const first = early ?? instructions[0];
  const spot = { line: first?.startLine ?? 1, ...(first && { column: first.startColumn }) };
  const code = first ? 'dockerfile-no-stage' : 'dockerfile-empty';
  const missing = first ? 'has no FROM, so there is nothing to build' : 'has no instructions';
  throw errorAt(source, spot, {
    code,
    message: early ? `${early.keyword} stands before the first FROM.` : `${source.file} ${missing}.`,
    expected: 'FROM, before it nothing but ARG',
    hint: 'Begin the Dockerfile with FROM and the name of a base image, or with FROM scratch.',
  });
}
