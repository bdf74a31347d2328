import { z } from 'zod';
import { shellCommand } from '../../image/effective-command.ts';
import type { InstructionReport } from '../../result/dockerfile.ts';
import { instructionsOf, linesOf, linesOfField } from '../dockerfile-lines.ts';
import { defineEitherRule, type Violation } from '../rule.ts';
import type { MaybeBuiltSubject } from '../subject.ts';
import { notKnownUnbuilt, runningOf } from '../running.ts';

export const effectiveCommand = defineEitherRule({
  withoutLayers: true,
  id: 'effective-command',
  group: 'running',
  summary: 'Say once, and so that it takes effect, what the image runs.',
  why: 'ENTRYPOINT and CMD override, ignore and reset each other; what a container runs is then not what the file seems to say.',
  howToPass: 'Write one ENTRYPOINT in exec form, and one CMD for its default arguments if there are any.',
  options: () => z.strictObject({}),
  *check(subject) {
    const running = runningOf(subject);
    const { entrypoint = [], cmd = [] } = running;
    const [ofEntrypoint, ofCmd] = [linesOfField(subject, 'entrypoint'), linesOfField(subject, 'cmd')];
    if (!running.entrypoint && !running.cmd) yield* notKnownUnbuilt(subject, 'what the base image runs is not known');
    else if (running.entrypoint?.length === 0 && running.cmd?.length === 0)
      yield {
        message: 'There is nothing to run: neither ENTRYPOINT nor CMD is set.',
        ...(ofCmd && { location: ofCmd }),
      };
    const shell = shellCommand(entrypoint);
    if (shell && cmd.length > 0 && !/\$(?:[@*\d#]|\{[@*\d#])/.test(shell.script))
      yield {
        message: `CMD has no effect: ENTRYPOINT is a shell whose script ignores its arguments (${JSON.stringify(cmd).slice(0, 120)}).`,
        ...(ofCmd && { location: ofCmd }),
      };
    const dropped = running.cmd?.length === 0 ? droppedCmd(subject) : undefined;
    if (dropped !== undefined)
      yield {
        message: `The ENTRYPOINT drops the CMD of line ${dropped}, which a stage below states.`,
        ...(ofEntrypoint && { location: ofEntrypoint }),
        howToPass: 'Repeat the CMD you want below the ENTRYPOINT, or write `CMD []` to say that none is wanted.',
      };
    yield* droppedOfBase(subject);
    yield* overridden(subject);
  },
});

/** A new ENTRYPOINT resets the CMD of the base image: https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact */
function* droppedOfBase(subject: MaybeBuiltSubject): Iterable<Violation> {
  const { baseConfig, dockerfile } = subject;
  const lost = baseConfig?.cmd ?? [];
  const { cmd = [], entrypoint = [] } = runningOf(subject);
  if (!dockerfile || isNoLoss(lost, entrypoint) || cmd.length > 0 || entrypoint.length === 0) return;
  const words = instructionsOf(dockerfile, 'final').filter(({ keyword }) => keyword === 'CMD');
  const location = linesOfField(subject, 'entrypoint');
  // A CMD of the Dockerfile, also an empty one, says what is meant; its own loss is told above.
  if (words.length > 0 || !dockerfile.final.lines.entrypoint) return;
  yield {
    message: `The ENTRYPOINT drops the CMD of the base image, ${JSON.stringify(lost).slice(0, 120)}: nothing takes its place.`,
    ...(location && { location }),
    howToPass: 'Repeat the CMD you want below the ENTRYPOINT, or write `CMD []` to say that none is wanted.',
  };
}

const nameOf = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

/** A shell or an interpreter alone is what bare images start with, and a program that the new ENTRYPOINT names is not lost. */
function isNoLoss(lost: readonly string[], entrypoint: readonly string[]): boolean {
  const [first = ''] = lost;
  const isBare =
    /^(?:(?:ba|da|a|z|k|fi)?sh|node|python[\d.]*|pypy3?|ruby|irb|php|perl[\d.]*|jshell|ghci|julia|R|lua[\d.]*|iex|erl|scala|clj|deno|bun)$/;
  if (lost.length === 0 || (isBare.test(nameOf(first)) && lost.length < 3)) return true;
  return entrypoint.some((word) => nameOf(word) === nameOf(first));
}

/** The line of a CMD that a later stage's ENTRYPOINT resets. */
function droppedCmd({ dockerfile }: MaybeBuiltSubject): number | undefined {
  if (!dockerfile) return undefined;
  const stated = instructionsOf(dockerfile, 'final').filter(
    ({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT',
  );
  const [command, entrypoint] = stated.slice(-2);
  if (command?.keyword !== 'CMD' || entrypoint?.keyword !== 'ENTRYPOINT') return undefined;
  return command.stage === entrypoint.stage || command.arguments.length === 0 ? undefined : command.startLine;
}

/** Instructions of one stage that a later one of the same kind replaces. */
function* overridden({ dockerfile }: MaybeBuiltSubject) {
  if (!dockerfile) return;
  const last = new Map<string, InstructionReport>();
  for (const instruction of instructionsOf(dockerfile, 'final')) {
    const { keyword, stage } = instruction;
    if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT') continue;
    const key = `${keyword} ${stage}`;
    const earlier = last.get(key);
    if (earlier)
      yield {
        message: `This ${keyword} has no effect: line ${instruction.startLine} replaces it.`,
        location: linesOf(dockerfile, earlier),
      };
    last.set(key, instruction);
  }
}
