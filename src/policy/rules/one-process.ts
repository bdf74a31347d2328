import { z } from 'zod';
import { shellCommand } from '../../image/effective-command.ts';
import { linesOfField } from '../dockerfile-lines.ts';
import { globs } from '../option-types.ts';
import { compileGlob } from '../glob.ts';
import { defineEitherRule } from '../rule.ts';
import { notKnownUnbuilt, runningOf } from '../running.ts';
import type { ShellCommandWords } from '../shell-script.ts';
import { programOf, readShellScript } from '../shell-script.ts';

const supervisors = new Set([
  'supervisord',
  'systemd',
  'init',
  'runit',
  'runsvdir',
  'runsvdir-start',
  's6-svscan',
  'circusd',
  'monit',
  'god',
  'pm2',
  'pm2-runtime',
  'forego',
  'foreman',
  'honcho',
  'goreman',
  'overmind',
  'hivemind',
  'my_init',
]);

export const oneProcess = defineEitherRule({
  withoutLayers: true,
  id: 'one-process',
  group: 'running',
  summary: 'Run one program in a container.',
  why: 'An orchestrator restarts, scales and reads the logs of one process; what runs beside it dies unseen.',
  howToPass: 'Put each program into an image of its own, and let the orchestrator start them together.',
  options: () =>
    z.strictObject({
      allow: globs.default([]).describe('Names of supervisors that are accepted (globs), such as `s6-svscan`.'),
    }),
  *check(subject, { allow }) {
    const running = runningOf(subject);
    const { entrypoint = [], cmd = [] } = running;
    const field = entrypoint.length > 0 ? 'entrypoint' : 'cmd';
    const location = linesOfField(subject, field);
    const matches = allow.map(compileGlob);
    for (const message of complaints(commandsOf([...entrypoint, ...cmd]), (name) => matches.some((one) => one(name))))
      yield { message, ...(location && { location }) };
    if (!running.entrypoint && !running.cmd) yield* notKnownUnbuilt(subject, 'what the base image runs is not known');
  },
});

/** Commands of the effective command line: a shell's script cut up, small init programs looked through. */
function commandsOf(argv: readonly string[]): readonly ShellCommandWords[] {
  const shell = shellCommand(argv);
  if (shell) return readShellScript(shell.script);
  const command = { words: argv, isBackground: false };
  if (!/^(?:tini|dumb-init|docker-init|catatonit)$/.test(programOf(command))) return [command];
  const next = argv.findIndex((word, index) => index > 0 && !word.startsWith('-'));
  return next < 0 ? [command] : commandsOf(argv.slice(next));
}

function* complaints(commands: readonly ShellCommandWords[], isAllowed: (name: string) => boolean): Iterable<string> {
  for (const command of commands) {
    const program = programOf(command);
    const text = command.words.join(' ').slice(0, 120);
    const isService =
      (program === 'service' && command.words.at(-1) === 'start') ||
      (program === 'systemctl' && command.words.includes('start')) ||
      (command.words[0] ?? '').startsWith('/etc/init.d/');
    if (supervisors.has(program) && !isAllowed(program)) yield `Runs a supervisor of several processes: \`${text}\`.`;
    else if (isService) yield `Starts a service beside the program: \`${text}\`.`;
    else if (command.isBackground) yield `Starts a process in the background: \`${text} &\`.`;
  }
}
