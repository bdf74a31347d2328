import { z } from 'zod';
import { instructionsOf, linesOf, linesOfField } from '../dockerfile-lines.ts';
import { defineStatedRule } from '../rule.ts';

export const healthcheck = defineStatedRule({
  id: 'healthcheck',
  group: 'running',
  summary: 'Say how the engine can tell that the program works.',
  why: 'Without HEALTHCHECK a hung process counts as healthy; Kubernetes has probes of its own and ignores it.',
  howToPass: 'Add `HEALTHCHECK CMD ["/app", "health"]`, or turn the rule off where only Kubernetes runs the image.',
  options: () => z.strictObject({}),
  *check(subject) {
    const test = subject.measurement.config.healthcheck?.test;
    const location = linesOfField(subject, 'healthcheck');
    const place = location && { location };
    if (test?.[0] === 'NONE') yield { message: 'HEALTHCHECK NONE turns the health check off.', ...place };
    else if (!test || test.length === 0) yield { message: 'There is no HEALTHCHECK.', ...place };
    const { dockerfile } = subject;
    if (!dockerfile) return;
    const own = instructionsOf(dockerfile, 'final').filter(
      ({ keyword, stage }) => keyword === 'HEALTHCHECK' && stage === dockerfile.final.stage,
    );
    for (const earlier of own.slice(0, -1))
      yield {
        message: 'This HEALTHCHECK has no effect: a later one replaces it.',
        location: linesOf(dockerfile, earlier),
      };
  },
});
