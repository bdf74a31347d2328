import type { HistoryEntry } from '../image/image.ts';
import { keywords } from './instruction.ts';
import type { Keyword } from './instruction.ts';

/** What a history line says, whichever builder wrote it. */
export interface Made {
  readonly keyword: Keyword;
  /** The rest of the line without the builder's marks; of a RUN with its ARGs and shell in front. */
  readonly text: string;
  readonly by: 'buildkit' | 'classic';
}

/** The classic builder's mark for instructions that run nothing: `/bin/sh -c #(nop)  CMD ["sh"]`. */
const nop = '#(nop) ';

/** Reads a history line of BuildKit, the classic builder, Buildah or kaniko; undefined for imports, commits and merges. */
export function readCreatedBy({ createdBy }: HistoryEntry): Made | undefined {
  const mark = createdBy.indexOf(nop);
  if (mark >= 0) return readInstruction(createdBy.slice(mark + nop.length).trim(), 'classic');
  const instruction = readInstruction(createdBy.replace(/ # buildkit$/, ''), 'buildkit');
  if (instruction || createdBy === '') return instruction;
  return { keyword: 'RUN', text: createdBy, by: 'classic' };
}

function readInstruction(line: string, by: Made['by']): Made | undefined {
  const space = line.indexOf(' ');
  const word = space < 0 ? line : line.slice(0, space);
  const keyword = keywords.find((known) => known === word);
  return keyword && { keyword, text: space < 0 ? '' : line.slice(space + 1), by };
}
