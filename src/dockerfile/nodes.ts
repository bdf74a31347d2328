import { readArguments } from './arguments.ts';
import { WordError } from './cursor.ts';
import { endsHeredoc, heredocMarksOf } from './heredoc.ts';
import type { Heredoc, HeredocMark } from './heredoc.ts';
import { keywords } from './instruction.ts';
import type { Keyword } from './instruction.ts';
import { newLineReader } from './lines.ts';
import type { LineReader, LogicalLine } from './lines.ts';
import { Refusal } from './refusal.ts';
import { withoutRoom } from './room.ts';
import { errorAt, textOfLines } from './source.ts';
import type { DockerfileSource } from './source.ts';
import { splitInstruction } from './split.ts';

/** An instruction taken apart, before its arguments are given a meaning. */
export interface Node {
  readonly line: LogicalLine;
  readonly text: string;
  /** The keyword in the author's letter case. */
  readonly written: string;
  /** Undefined when there is no such instruction. */
  readonly keyword: Keyword | undefined;
  readonly flags: readonly string[];
  readonly form: 'shell' | 'json';
  readonly values: readonly string[];
  readonly heredocs: readonly Heredoc[];
  /** What ONBUILD defers. */
  readonly onbuild: Node | null;
  readonly endLine: number;
}

/**
 * Takes a Dockerfile apart into its instructions, heredocs included, one with each call; undefined at the end.
 * @throws UserError (from each call) at the first one that cannot be read: what follows it could be anything
 */
export function openNodes(source: DockerfileSource, escape: string): () => Node | undefined {
  const reader = newLineReader(source, escape);
  return () => {
    const line = reader.nextLogical();
    if (!line) return undefined;
    const node = readNode(source, line, escape);
    const heredocs = mayHoldHeredocs(node) ? readHeredocs(source, line, reader) : noHeredocs;
    return heredocs.length === 0 ? node : withHeredocs(node, heredocs, reader.readLines());
  };
}

function readNode(source: DockerfileSource, line: LogicalLine, escape: string): Node {
  try {
    return takeApart(line, line.text, escape);
  } catch (error) {
    if (error instanceof Refusal) throw refused(source, line, error.message, error.expected);
    throw error;
  }
}

const noHeredocs: readonly Heredoc[] = [];
const keywordOf: ReadonlyMap<string, Keyword> = new Map(keywords.map((keyword) => [keyword, keyword]));

function takeApart(line: LogicalLine, text: string, escape: string): Node {
  const { keyword: written, flags, rest } = splitInstruction(text);
  const keyword = keywordOf.get(written) ?? keywordOf.get(written.toUpperCase());
  const { form, values } = readArguments(keyword, rest, escape);
  const defers = keyword === 'ONBUILD' && rest !== '';
  if (defers && /^onbuild(?:\s|$)/i.test(rest))
    throw new Refusal('ONBUILD cannot be chained.', 'ONBUILD with another instruction');
  const onbuild = defers ? takeApart(line, rest, escape) : null;
  return { line, text, written, keyword, flags, form, values, heredocs: noHeredocs, onbuild, endLine: line.endLine };
}

function mayHoldHeredocs({ keyword, form, onbuild, text }: Node): boolean {
  if (onbuild) return mayHoldHeredocs(onbuild);
  const takes = keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD';
  return takes && form === 'shell' && text.includes('<<');
}

function withHeredocs(node: Node, heredocs: readonly Heredoc[], endLine: number): Node {
  return { ...node, heredocs, endLine, onbuild: node.onbuild && withHeredocs(node.onbuild, heredocs, endLine) };
}

function readHeredocs(source: DockerfileSource, line: LogicalLine, reader: LineReader): readonly Heredoc[] {
  try {
    const heredocs: Heredoc[] = [];
    for (const mark of heredocMarksOf(line.text)) heredocs.push(readHeredoc(source, line, reader, mark));
    return withoutRoom(heredocs);
  } catch (error) {
    if (error instanceof WordError)
      throw refused(source, line, `${error.message}.`, 'a heredoc such as <<EOF or <<"EOF"');
    throw error;
  }
}

function readHeredoc(source: DockerfileSource, line: LogicalLine, reader: LineReader, mark: HeredocMark): Heredoc {
  const first = reader.readLines() + 1;
  for (let raw = reader.nextRaw(); raw !== undefined; raw = reader.nextRaw())
    if (endsHeredoc(raw, mark)) return { ...mark, content: textOfLines(source, first, reader.readLines()) };
  const expected = `a line that is ${mark.name} and nothing else`;
  throw refused(source, line, `The heredoc ${mark.name} never ends.`, expected);
}

/** The error for an instruction that cannot be read or has no meaning. */
export function refused(source: DockerfileSource, line: LogicalLine, message: string, expected: string): Error {
  const hint = 'See https://docs.docker.com/reference/dockerfile/ for the forms of each instruction.';
  const spot = { line: line.startLine, column: line.startColumn };
  return errorAt(source, spot, { code: 'dockerfile-instruction', message, expected, hint });
}
