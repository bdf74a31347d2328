import type { Parts } from './detail.ts';
import { readFlags, switchFlag, textFlag, textsFlag } from './flags.ts';
import { isHeredocMark, readHeredocMark } from './heredoc.ts';
import type { Heredoc } from './heredoc.ts';
import type { CopyDetail } from './instruction.ts';
import { Refusal } from './refusal.ts';

/** Reads COPY and ADD: https://docs.docker.com/reference/dockerfile/#copy @throws Refusal */
export function readCopy(kind: 'COPY' | 'ADD', parts: Parts): CopyDetail {
  const { values } = parts;
  const destination = values.at(-1);
  if (destination === undefined || values.length < 2)
    throw new Refusal(`${kind} requires at least two arguments.`, `${kind} SOURCE … DESTINATION`);
  const flags = readFlags(kind, parts.flags);
  if (isHeredocMark(destination))
    throw new Refusal(`${kind} cannot take a heredoc as its destination.`, `${kind} <<NAME DESTINATION`);
  const written = values.slice(0, -1);
  // Nothing else makes a mark, and nearly no COPY has it; an array may spell it by escapes.
  const mayHoldMarks = parts.form === 'json' || parts.text.includes('<<');
  const marks: readonly string[] = mayHoldMarks ? written.filter(isHeredocMark) : none;
  return {
    kind,
    from: textFlag(flags, 'from'),
    chown: textFlag(flags, 'chown'),
    chmod: textFlag(flags, 'chmod'),
    checksum: textFlag(flags, 'checksum'),
    link: switchFlag(flags, 'link') ?? false,
    parents: switchFlag(flags, 'parents') ?? false,
    keepGitDir: switchFlag(flags, 'keep-git-dir') ?? false,
    unpack: switchFlag(flags, 'unpack'),
    excludes: textsFlag(flags, 'exclude'),
    sources: marks.length > 0 ? written.filter((source) => !marks.includes(source)) : written,
    heredocs: marks.length > 0 ? marks.flatMap((mark) => heredocOf(mark, parts.heredocs)) : none,
    destination,
  };
}

const none: readonly never[] = [];

/** The body that a mark in the arguments stands for; of several with one name the last. */
function heredocOf(source: string, heredocs: readonly Heredoc[]): readonly Heredoc[] {
  const mark = readHeredocMark(source);
  if (!mark) return [];
  const content = heredocs.findLast(({ name }) => name === mark.name)?.content ?? '';
  return [{ ...mark, content }];
}
