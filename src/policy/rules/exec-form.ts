import { z } from 'zod';
import type { DockerfileLines } from '../../result/measurement.ts';
import type { Subject } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { endsInExec, shellScript } from '../shell-form.ts';

export const execForm = defineRule({
  id: 'exec-form',
  group: 'running',
  summary: 'Start the program itself, not a shell that starts it.',
  why: 'The shell form makes /bin/sh process 1; it passes no signals on, so `docker stop` waits ten seconds and kills.',
  howToPass: 'Write `ENTRYPOINT ["program", "argument"]`, or begin the shell’s last command with `exec`.',
  options: z.strictObject({}),
  *check(subject) {
    const { entrypoint = [], cmd = [] } = subject.measurement.config;
    const script = shellScript(entrypoint);
    if (script !== undefined && !endsInExec(script)) yield violation(subject, 'entrypoint', script);
    // A shell as entrypoint without `-c`'s script takes it from CMD; with one, it ignores CMD.
    const [command, from] =
      entrypoint.length > 0 && isBareShell(entrypoint) ? [[...entrypoint, ...cmd], cmd] : [cmd, cmd];
    const second = script === undefined && from.length > 0 ? shellScript(command) : undefined;
    if (second !== undefined && !endsInExec(second)) yield violation(subject, 'cmd', second);
  },
});

function isBareShell(entrypoint: readonly string[]): boolean {
  return shellScript([...entrypoint, 'x']) === 'x' || shellScript([...entrypoint, '-c', 'x']) === 'x';
}

function violation(subject: Subject, field: 'entrypoint' | 'cmd', script: string) {
  const location = linesOf(subject, field);
  const written = isShellForm(subject, field) ? 'the shell form' : 'a shell with -c';
  return {
    message: `${field.toUpperCase()} is ${written}: process 1 is the shell, and it passes no signals to \`${script.slice(0, 120)}\`.`,
    ...(location && { location }),
  };
}

function isShellForm({ dockerfile }: Subject, field: 'entrypoint' | 'cmd'): boolean {
  const line = dockerfile?.final.lines[field]?.startLine;
  return dockerfile?.instructions.some(({ startLine, form }) => startLine === line && form === 'shell') ?? false;
}

/** The instruction's lines; those of FROM when the base image says it. */
function linesOf({ dockerfile }: Subject, field: 'entrypoint' | 'cmd'): DockerfileLines | undefined {
  if (!dockerfile) return undefined;
  const lines = dockerfile.final.lines[field] ?? fromLines(dockerfile);
  return lines && { file: dockerfile.file, ...lines };
}

function fromLines({ stages, final }: NonNullable<Subject['dockerfile']>) {
  const line = stages[final.stage]?.startLine;
  return line === undefined ? undefined : { startLine: line, endLine: line };
}
