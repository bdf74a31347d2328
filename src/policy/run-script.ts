import { shellCommand } from '../image/effective-command.ts';
import type { InstructionReport } from '../result/dockerfile.ts';
import type { ShellCommandWords } from './shell-script.ts';
import { readShellScript } from './shell-script.ts';

/** The commands a RUN runs: of its shell form, its JSON form, or its heredoc when a shell reads that. */
export function commandsOf(run: InstructionReport): readonly ShellCommandWords[] {
  const [first = ''] = run.arguments;
  if (run.form === 'json') {
    const shell = shellCommand(run.arguments);
    return shell ? readShellScript(shell.script) : [{ words: run.arguments, isBackground: false }];
  }
  const own = readShellScript(first.replace(/<<-?\s*["']?[A-Za-z_]\w*["']?/g, ' '));
  // `RUN <<EOF` is a script; of `RUN python3 <<EOF` the body is another language's.
  const bodyIsShell = /^\s*<</.test(first) || /^\s*(?:ba|da|a)?sh\b[^&|;]*<</.test(first);
  const bodies = bodyIsShell ? run.heredocs.filter(({ content }) => !/^#!(?!.*\bsh\b)/.test(content)) : [];
  return [...own, ...bodies.flatMap(({ content }) => readShellScript(content))];
}

/** Folders of a RUN's cache and tmpfs mounts, without trailing slash: what is written there is in no layer. */
export function unshippedFolders(run: InstructionReport): readonly string[] {
  return run.flags.flatMap((flag) => {
    if (!/^--mount=(?:.*,)?type=(?:cache|tmpfs)(?:,|$)/.test(flag)) return [];
    const target = /(?:=|,)(?:target|dst|destination)=([^,]+)/.exec(flag)?.[1];
    return target === undefined ? [] : [target.replace(/\/+$/, '')];
  });
}
