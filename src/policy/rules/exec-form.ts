import { z } from 'zod';
import { shellCommand } from '../../image/effective-command.ts';
import { endOfScript, type EntryScript } from '../../image/entry-script.ts';
import { instructionAt, linesOfField } from '../dockerfile-lines.ts';
import { defineEitherRule } from '../rule.ts';
import type { MaybeBuiltSubject } from '../subject.ts';
import { notKnownUnbuilt, runningOf } from '../running.ts';

export const execForm = defineEitherRule({
  id: 'exec-form',
  group: 'running',
  summary: 'Start the program itself, not a shell that starts it.',
  why: 'The shell form makes /bin/sh process 1; it passes no signals on, so `docker stop` waits ten seconds and kills.',
  howToPass: 'Write `ENTRYPOINT ["program", "argument"]`, or begin the shell’s last command with `exec`.',
  options: () => z.strictObject({}),
  gathers: ['entry-script'],
  *check(subject) {
    const { entrypoint = [], cmd = [] } = runningOf(subject);
    const shell = shellCommand(entrypoint);
    if (shell) {
      // Such a shell ignores CMD, so its form does not matter.
      if (!endsInExec(shell.script)) yield violation(subject, 'entrypoint', shell.script);
      return;
    }
    // `ENTRYPOINT ["/bin/sh", "-c"]` takes its script from CMD; any other program gets CMD as its arguments, which
    // an entrypoint script runs in its place with `exec "$@"`.
    const second = shellCommand([...entrypoint, ...cmd]) ?? shellCommand(cmd);
    const { entryScript } = subject;
    if (entryScript && !second) yield* inScript(subject, entryScript);
    if (second && !endsInExec(second.script))
      yield violation(subject, cmd.length > 0 ? 'cmd' : 'entrypoint', second.script);
    else yield* notKnownUnbuilt(subject, 'scripts and what the base image runs were not looked at');
  },
});

/** A script without `exec` at its end stays process 1, and what it started gets no signals. */
function* inScript(subject: MaybeBuiltSubject, { path, from, text }: EntryScript) {
  const end = endOfScript(text);
  if (end.replaced || end.last === '') return;
  const location = linesOfField(subject, from);
  const shown = end.last.length > 120 ? `${end.last.slice(0, 119)}…` : end.last;
  yield {
    message: `The script ${path} ends in \`${shown}\` without \`exec\`: process 1 stays the shell, and it passes no signals on.`,
    paths: [path],
    ...(location && { location }),
    howToPass: `End ${path} in \`exec "$@"\`, or put \`exec\` before its last command.`,
  };
}

/** Whether the last command of a script replaces the shell, so that the program gets PID 1 and the signals. */
function endsInExec(script: string): boolean {
  const last = script.split(/&&|\|\||;|\n/).findLast((part) => part.trim() !== '') ?? '';
  return /^\s*(?:[A-Za-z_]\w*=\S*\s+)*exec\s/.test(last);
}

function violation(subject: MaybeBuiltSubject, field: 'entrypoint' | 'cmd', script: string) {
  const location = linesOfField(subject, field);
  const form = instructionAt(subject, field)?.form === 'shell' ? 'in shell form' : 'a shell with -c';
  const shown = script.length > 120 ? `${script.slice(0, 119)}…` : script;
  return {
    message: `${field.toUpperCase()} is ${form}: process 1 is the shell, and it passes no signals on to \`${shown}\`.`,
    ...(location && { location }),
  };
}
