import { heredocBody, isHeredocMark } from './heredoc.ts';
import type { CommandLine, Instruction } from './instruction.ts';
import { shellOf } from './state.ts';
import type { StageState } from './state.ts';

/** The words a CMD, ENTRYPOINT or RUN comes to; in shell form the shell in front. */
export function commandWords(state: StageState, { form, words }: CommandLine): readonly string[] {
  return form === 'json' ? words : [...shellOf(state), words.join(' ')];
}

/**
 * A RUN's command with its heredocs put in their place, as BuildKit hands it to the shell.
 *
 * A RUN that is one heredoc and nothing else is its body, or the script it holds when that begins with `#!`.
 */
export function runCommand(command: CommandLine, { heredocs }: Instruction, os: string): CommandLine {
  const [first, ...more] = heredocs;
  const [written = ''] = command.words;
  if (!first || command.form === 'json') return command;
  if (!isHeredocMark(written)) {
    const bodies = [first, ...more].map(({ content, name }) => `\n${content}${name}`);
    return { form: 'shell', words: [written + bodies.join('')] };
  }
  const body = heredocBody(first);
  return { form: 'shell', words: [os !== 'windows' && body.startsWith('#!') ? `/dev/pipes/${first.name}` : body] };
}
