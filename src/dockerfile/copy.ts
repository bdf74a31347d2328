import type { Parts } from './detail.ts';
import { readFlags } from './flags.ts';
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
  const marks = written.filter(isHeredocMark);
  return {
    kind,
    from: flags.text('from'),
    chown: flags.text('chown'),
    chmod: flags.text('chmod'),
    checksum: flags.text('checksum'),
    link: flags.isSet('link') ?? false,
    parents: flags.isSet('parents') ?? false,
    keepGitDir: flags.isSet('keep-git-dir') ?? false,
    unpack: flags.isSet('unpack'),
    excludes: flags.texts('exclude'),
    sources: marks.length > 0 ? written.filter((source) => !marks.includes(source)) : written,
    heredocs: marks.length > 0 ? marks.flatMap((mark) => heredocOf(mark, parts.heredocs)) : noHeredocs,
    destination,
  };
}

const noHeredocs: readonly Heredoc[] = [];

/** The body that a mark in the arguments stands for; of several with one name the last. */
function heredocOf(source: string, heredocs: readonly Heredoc[]): readonly Heredoc[] {
  const mark = readHeredocMark(source);
  if (!mark) return [];
  const content = heredocs.findLast(({ name }) => name === mark.name)?.content ?? '';
  return [{ ...mark, content }];
}
