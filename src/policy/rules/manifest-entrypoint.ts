import { z } from 'zod';
import { shellCommand } from '../../image/effective-command.ts';
import { defineManifestRule, lineOf } from '../manifest-rule.ts';

const nameOf = (word: string): string => word.slice(word.lastIndexOf('/') + 1);
const words = (list: readonly string[]): string => JSON.stringify(list).slice(0, 120);

export const manifestEntrypoint = defineManifestRule({
  id: 'manifest-entrypoint',
  summary: 'Let a manifest’s `command` and `args` fit the image’s ENTRYPOINT.',
  why: 'In a manifest `command` takes the place of ENTRYPOINT and drops CMD, `args` takes that of CMD: what then runs may not be what either file seems to say.',
  howToPass: 'Give in `args` what the ENTRYPOINT takes, or say in `command` the whole of what is to run.',
  narrows: { 'keep-entrypoint': 'true-wins' },
  options: z.strictObject({
    'keep-entrypoint': z
      .boolean()
      .default(false)
      .describe(
        'Whether `command` may not take the place of an ENTRYPOINT that runs something else, such as an entry script.',
      ),
  }),
  /** https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#notes */
  *check({ says: { command, args }, role }, { measurement }, options) {
    const { entrypoint = [], cmd = [] } = measurement.config;
    if (role !== 'container' || entrypoint.length === 0) return;
    if (command) {
      if (options['keep-entrypoint'] && nameOf(command.value[0] ?? '') !== nameOf(entrypoint[0] ?? ''))
        yield {
          message: `\`command\` replaces the image’s ENTRYPOINT ${words(entrypoint)}${cmd.length > 0 ? ` and drops its CMD ${words(cmd)}` : ''}.`,
          howToPass: 'Use `args` alone where the ENTRYPOINT is meant to run.',
          location: lineOf(command.place),
        };
      return;
    }
    if (!args) return;
    const location = lineOf(args.place);
    const shell = shellCommand(entrypoint);
    const [first = ''] = args.value;
    const last = entrypoint.at(-1) ?? '';
    if (shell && !/\$(?:[@*\d#]|\{[@*\d#])/.test(shell.script))
      yield {
        message: `\`args\` has no effect: ENTRYPOINT is a shell whose script ignores its arguments (${words(entrypoint)}).`,
        howToPass: 'Write ENTRYPOINT in the Dockerfile as a JSON list, or set `command`.',
        location,
      };
    else if (!shell && first !== '' && !last.startsWith('-') && nameOf(first) === nameOf(last))
      yield {
        message: `\`args\` begins with ${first}, which ENTRYPOINT ${words(entrypoint)} runs already: it gets its own name as its first argument.`,
        howToPass: 'Leave the program out of `args`, or name it in `command`.',
        location,
      };
  },
});
