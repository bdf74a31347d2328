import { z } from 'zod';
import { pathOf } from '../../image/executable/environment.ts';
import { searchProgram, type Searched } from '../../image/executable/look-up.ts';
import { defineManifestRule, lineOf, type ManifestSubject } from '../manifest-rule.ts';
import type { ManifestUse, Stated } from '../manifest-use.ts';

export const manifestCommand = defineManifestRule({
  id: 'manifest-command',
  summary: 'Let a manifest start a program that its image has.',
  why: 'A pod whose command is not in the image is accepted and scheduled, and then `executable file not found in $PATH` is all it says.',
  howToPass: 'Name a program of the image in `command`, or choose an image that has it.',
  options: z.strictObject({}),
  *check(use, subject) {
    const { entrypoint = [], cmd = [] } = subject.measurement.config;
    const { command, args } = use.says;
    if (use.role !== 'container') return;
    if (!command && !args && entrypoint.length + cmd.length === 0) {
      yield {
        message: 'Neither the image nor the manifest says what to run: the container does not start.',
        howToPass: 'Set `command`.',
        location: lineOf(use.place),
      };
      return;
    }
    // What the image itself runs is the matter of runnable-entrypoint.
    const stated = command ?? (entrypoint.length === 0 ? args : undefined);
    if (stated) yield* held(stated, command ? 'command' : 'args', use, subject);
  },
});

/** Holds the first word of what the manifest runs against the files of the image. */
function* held(
  { value: [word = ''], place }: Stated<readonly string[]>,
  key: 'command' | 'args',
  { says }: ManifestUse,
  { tree, measurement: { platform, config } }: ManifestSubject,
) {
  const location = lineOf(place);
  const named =
    key === 'command' ? `\`command\` runs ${word}` : `The image has no ENTRYPOINT, so \`args\` runs ${word}`;
  if (word.startsWith('-')) {
    yield {
      message: `${named}, which is an option and no program: the container does not start.`,
      howToPass: 'Name the program in `command`.',
      location,
    };
    return;
  }
  const where = says.path === undefined ? pathOf(config.env) : says.path === null ? undefined : says.path.split(':');
  const unknown = whyUnknown(word, platform, where, says.mounts ?? []);
  if (unknown !== undefined || !tree || !where) {
    yield { unknown: `Whether ${word} can be run is not known: ${unknown ?? 'the layers were not read.'}` };
    return;
  }
  // Root may do whatever anybody may: what is refused to it is refused to every user.
  const who = { uid: 0, groups: [0] };
  const found = searchProgram({ tree, workingDir: says.workingDir ?? config.workingDir, who }, word, where);
  const wrong = wrongWith(found, word, where);
  if (wrong !== undefined) yield { message: `${named}, ${wrong}: the container does not start.`, location };
}

function whyUnknown(
  word: string,
  platform: string,
  directories: readonly string[] | undefined,
  mounts: readonly string[],
): string | undefined {
  if (!platform.startsWith('linux/')) return `the image is for ${platform}; only programs of Linux are looked into.`;
  if (word.includes('$(')) return 'it holds a variable of the container.';
  if (directories === undefined) return 'the manifest takes PATH from elsewhere.';
  const places = word.includes('/') ? [word] : directories;
  const mount = mounts.find((path) => places.some((one) => `${one}/`.startsWith(`${path.replace(/\/+$/, '')}/`)));
  return mount === undefined ? undefined : `a volume is mounted at ${mount}.`;
}

function wrongWith(found: Searched, word: string, directories: readonly string[]): string | undefined {
  switch (found.state) {
    case 'found':
    case 'denied':
      return undefined;
    case 'directory':
      return 'which is a directory';
    case 'not-executable':
      return `and ${found.path} may not be executed by anybody`;
    case 'missing':
      if (found.link) return `which leads through the link /${found.link.path} to nothing`;
      return word.includes('/')
        ? 'which the image does not have'
        : `which no directory of PATH has (${directories.join(':')})`;
  }
}
