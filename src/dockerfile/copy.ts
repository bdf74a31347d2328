import type { Parts } from './detail.ts';
import { readFlags } from './flags.ts';
import { isHeredocMark, readHeredocMark } from './heredoc.ts';
import type { Heredoc } from './heredoc.ts';
import type { CopyDetail } from './instruction.ts';
import { Refusal } from './refusal.ts';

/** Reads COPY and ADD: https://docs.docker.com/reference/dockerfile/#copy @throws Refusal */
export function readCopy(kind: 'COPY' | 'ADD', parts: Parts): CopyDetail {
  const destination = parts.values.at(-1);
  const written = parts.values.slice(0, -1);
  if (destination === undefined || written.length === 0)
    throw new Refusal(`${kind} requires at least two arguments.`, `${kind} SOURCE … DESTINATION`);
  const flags = readFlags(kind, parts.flags);
  if (isHeredocMark(destination))
    throw new Refusal(`${kind} cannot take a heredoc as its destination.`, `${kind} <<NAME DESTINATION`);
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
    sources: written.filter((source) => !isHeredocMark(source)),
    heredocs: written.filter(isHeredocMark).flatMap((source) => heredocOf(source, parts.heredocs)),
    destination,
  };
}

/** The body that a mark in the arguments stands for; of several with one name the last. */
function heredocOf(source: string, heredocs: readonly Heredoc[]): readonly Heredoc[] {
  const mark = readHeredocMark(source);
  if (!mark) return [];
  const content = heredocs.findLast(({ name }) => name === mark.name)?.content ?? '';
  return [{ ...mark, content }];
}
