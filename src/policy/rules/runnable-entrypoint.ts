import { z } from 'zod';
import { describeObstacle } from '../obstacles.ts';
import { linesOfField } from '../dockerfile-lines.ts';
import { defineRule } from '../rule.ts';

export const runnableEntrypoint = defineRule({
  id: 'runnable-entrypoint',
  group: 'running',
  summary: 'Ship what the command needs to start: the program, its interpreter or loader, its libraries.',
  why: 'A binary without its loader builds, is pushed, and then `exec /app: no such file or directory` is all the cluster says.',
  howToPass:
    'Build a static binary, copy the loader and libraries beside the program, or start from a base image that has them.',
  options: () => z.strictObject({}),
  needs: ['files'],
  gathers: ['executable'],
  *check(subject) {
    const { executable, measurement } = subject;
    const { entrypoint = [], cmd = [] } = measurement.config;
    // Nothing to run: the rule effective-command says so.
    if (entrypoint.length + cmd.length === 0) return;
    if (!executable) {
      yield { unknown: 'What the image runs was not looked into.' };
      return;
    }
    const location = linesOfField(subject, executable.from);
    for (const obstacle of executable.obstacles) yield { ...describeObstacle(obstacle), ...(location && { location }) };
    for (const unknown of executable.unchecked) yield { unknown };
  },
});
