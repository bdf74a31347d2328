import { z } from 'zod';
import { defineManifestRule, lineOf } from '../manifest-rule.ts';

export const manifestNonRoot = defineManifestRule({
  id: 'manifest-non-root',
  summary: 'Let no manifest run an image as root.',
  why: 'A manifest may undo the user that the image states, and where neither names one the process is root.',
  howToPass: 'Set `runAsNonRoot: true` and `runAsUser` to a number above 0.',
  narrows: { 'ask-run-as-non-root': 'true-wins' },
  options: z.strictObject({
    'ask-run-as-non-root': z
      .boolean()
      .default(false)
      .describe(
        'Whether every container must state `runAsNonRoot: true`, so that an image that changes cannot run as root.',
      ),
  }),
  *check({ says, role, place }, { measurement }, options) {
    if (role === 'named' || !measurement.platform.startsWith('linux/')) return;
    const { runAsNonRoot, runAsUser } = says;
    const { user } = measurement.config;
    const isRoot = /^(?:|root|[+-]?0+)$/.test(user.split(':')[0] ?? '');
    // With `runAsNonRoot: true` it does not start at all, which is another rule's to say.
    if (runAsNonRoot?.value === true) return;
    if (runAsUser?.value === 0)
      yield {
        message: isRoot
          ? '`runAsUser` 0 makes the process root.'
          : `\`runAsUser\` 0 makes the process root, although the image has USER ${user}.`,
        howToPass: isRoot ? 'Set `runAsUser` to a number above 0.' : 'Leave `runAsUser` out.',
        location: lineOf(runAsUser.place),
      };
    else if (!runAsUser && isRoot)
      yield {
        message: `The manifest names no user and the image ${user === '' ? 'none either' : `has USER ${user}`}: the process runs as root.`,
        location: lineOf(place),
      };
    else if (options['ask-run-as-non-root'])
      yield {
        message: runAsNonRoot ? '`runAsNonRoot` is false.' : '`runAsNonRoot: true` is not stated.',
        howToPass: 'Set `runAsNonRoot: true`.',
        location: lineOf(runAsNonRoot?.place ?? place),
      };
  },
});
