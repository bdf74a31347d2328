import { readArguments } from './arguments.ts';
import { WordError } from './cursor.ts';
import { endsHeredoc, heredocMarksOf } from './heredoc.ts';
import type { Heredoc } from './heredoc.ts';
import { newLineReader } from './lines.ts';
import type { LineReader, LogicalLine } from './lines.ts';
import { Refusal } from './refusal.ts';
import { errorAt } from './source.ts';
import type { DockerfileSource } from './source.ts';
import { splitInstruction } from './split.ts';

/** An instruction taken apart, its keyword not yet known to be one. */
export interface Node {
  readonly line: LogicalLine;
  readonly text: string;
  /** As written. */
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly form: 'shell' | 'json';
  readonly values: readonly string[];
  readonly heredocs: readonly Heredoc[];
  /** What ONBUILD defers. */
  readonly onbuild: Node | null;
  readonly endLine: number;
}

/**
 * Takes a Dockerfile apart into its instructions, heredocs included.
 * @throws UserError at the first one that cannot be read: what follows it could be anything
 */
export function readNodes(source: DockerfileSource, escape: string): readonly Node[] {
  const reader = newLineReader(source, escape);
  const nodes: Node[] = [];
  for (let line = reader.nextLogical(); line; line = reader.nextLogical()) {
    const node = readNode(source, line, escape);
    const heredocs = mayHoldHeredocs(node) ? readHeredocs(source, line, reader) : [];
    if (heredocs.length === 0) {
      nodes.push(node);
      continue;
    }
    const endLine = line.endLine + heredocs.reduce((sum, { lines }) => sum + lines, 0);
    nodes.push(
      withHeredocs(
        node,
        heredocs.map(({ heredoc }) => heredoc),
        endLine,
      ),
    );
  }
  return nodes;
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

function takeApart(line: LogicalLine, text: string, escape: string): Node {
  const { keyword, flags, rest } = splitInstruction(text);
  const upper = keyword.toUpperCase();
  const { form, values } = readArguments(upper, rest, escape);
  const defers = upper === 'ONBUILD' && rest !== '';
  if (defers && /^onbuild(?:\s|$)/i.test(rest))
    throw new Refusal('ONBUILD cannot be chained.', 'ONBUILD with another instruction');
  const onbuild = defers ? takeApart(line, rest, escape) : null;
  return { line, text, keyword, flags, form, values, heredocs: noHeredocs, onbuild, endLine: line.endLine };
}

function mayHoldHeredocs({ keyword, form, onbuild, text }: Node): boolean {
  if (onbuild) return mayHoldHeredocs(onbuild);
  return form === 'shell' && text.includes('<<') && ['ADD', 'COPY', 'RUN'].includes(keyword.toUpperCase());
}

function withHeredocs(node: Node, heredocs: readonly Heredoc[], endLine: number): Node {
  return { ...node, heredocs, endLine, onbuild: node.onbuild && withHeredocs(node.onbuild, heredocs, endLine) };
}

interface ReadHeredoc {
  readonly heredoc: Heredoc;
  /** Lines of the body and the one that ends it. */
  readonly lines: number;
}

function readHeredocs(source: DockerfileSource, line: LogicalLine, reader: LineReader): readonly ReadHeredoc[] {
  try {
    return heredocMarksOf(line.text).map((mark) => {
      const body: string[] = [];
      for (let raw = reader.nextRaw(); raw; raw = reader.nextRaw()) {
        if (endsHeredoc(raw.text, mark))
          return { heredoc: { ...mark, content: body.join('') }, lines: body.length + 1 };
        body.push(raw.text);
      }
      throw refused(
        source,
        line,
        `The heredoc ${mark.name} never ends.`,
        `a line that is ${mark.name} and nothing else`,
      );
    });
  } catch (error) {
    if (error instanceof WordError)
      throw refused(source, line, `${error.message}.`, 'a heredoc such as <<EOF or <<"EOF"');
    throw error;
  }
}

/** The error for an instruction that cannot be read or has no meaning. */
export function refused(source: DockerfileSource, line: LogicalLine, message: string, expected: string): Error {
  const hint = 'See https://docs.docker.com/reference/dockerfile/ for the forms of each instruction.';
  const spot = { line: line.startLine, column: line.startColumn };
  return errorAt(source, spot, { code: 'dockerfile-instruction', message, expected, hint });
}
