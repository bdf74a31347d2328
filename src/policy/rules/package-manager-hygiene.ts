import { z } from 'zod';
import type { InstructionReport } from '../../result/dockerfile.ts';
import { instructionsOf, linesOf } from '../dockerfile-lines.ts';
import { whichStages } from '../option-types.ts';
import { defineSourceRule } from '../rule.ts';
import { commandsOf, unshippedFolders } from '../run-script.ts';
import type { ShellCommandWords } from '../shell-script.ts';
import { programOf } from '../shell-script.ts';

export const packageManagerHygiene = defineSourceRule({
  id: 'package-manager-hygiene',
  group: 'dockerfile',
  summary: 'Use package managers so that builds repeat and layers stay small.',
  why: 'An update in a layer of its own is cached and goes stale; upgrades and recommended packages are bytes nobody chose.',
  howToPass: 'See each finding.',
  options: z.strictObject({ stages: whichStages('final') }),
  needs: ['dockerfile'],
  *check({ dockerfile }, { stages }) {
    let withoutPipCache = false;
    for (const instruction of instructionsOf(dockerfile, stages)) {
      if (instruction.keyword === 'FROM') withoutPipCache = false;
      if (instruction.keyword === 'ENV') withoutPipCache = turnsPipCacheOff(instruction) ?? withoutPipCache;
      if (instruction.keyword !== 'RUN') continue;
      const location = linesOf(dockerfile, instruction);
      const pipIsFine = turnsPipCacheOff(instruction) ?? withoutPipCache;
      for (const [message, howToPass] of new Map(complaints(instruction, pipIsFine)))
        yield { message, howToPass, location };
    }
  },
});

/** What ENV, or an assignment within RUN, says of pip's cache; undefined when nothing. */
function turnsPipCacheOff({ original }: InstructionReport): boolean | undefined {
  const value = /\bPIP_NO_CACHE_DIR[= ]["']?(\w*)/.exec(original)?.[1];
  return value === undefined ? undefined : /^(?:1|y|yes|on|t|true)$/i.test(value);
}

type Complaint = readonly [message: string, howToPass: string];

function* complaints(run: InstructionReport, pipIsFine: boolean): Iterable<Complaint> {
  const commands = commandsOf(run).map(readManager);
  const mounts = unshippedFolders(run);
  const isMounted = (...folders: readonly string[]): boolean =>
    folders.some((folder) => mounts.some((mount) => folder === mount || folder.startsWith(`${mount}/`)));
  const installs = new Set(commands.filter(({ action }) => action === 'install').map(({ manager }) => manager));
  for (const { manager, action, words } of commands) {
    const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
    if (action === 'upgrade')
      yield [
        `\`${words.slice(0, 3).join(' ')}\` upgrades whatever is newest today.`,
        'Take a newer base image instead, and install the versions you need.',
      ];
    if (action === 'update' && manager === 'apt' && !installs.has('apt') && !isMounted('/var/lib/apt/lists'))
      yield [
        '`apt-get update` stands alone: its cached lists go stale for the install that follows.',
        'Update and install in one RUN: `apt-get update && apt-get install …`.',
      ];
    if (action !== 'install') continue;
    if (manager === 'apt' && !has(/^--no-install-recommends$|^(?:-o)?APT::Install-Recommends=(?:0|false|no)$/i))
      yield ['`apt-get install` takes recommended packages along.', 'Add `--no-install-recommends`.'];
    if (manager === 'apk' && !has(/^--no-cache$/) && !isMounted('/var/cache/apk', '/etc/apk/cache'))
      yield ['`apk add` keeps its index in the layer.', 'Use `apk add --no-cache`.'];
    if (manager === 'pip' && !pipIsFine && !has(/^--no-cache(?:-dir)?$/) && !isMounted('/root/.cache/pip'))
      yield [
        '`pip install` keeps what it downloads.',
        'Use `pip install --no-cache-dir`, or a cache mount on /root/.cache/pip.',
      ];
  }
}

interface ManagerCommand {
  readonly manager?: 'apt' | 'apk' | 'pip' | 'rpm';
  readonly action?: 'install' | 'update' | 'upgrade';
  readonly words: readonly string[];
}

function readManager(command: ShellCommandWords): ManagerCommand {
  const words = command.words;
  const program = programOf(command);
  if (/^python[\d.]*$/.test(program) && words[1] === '-m' && /^pip[\d.]*$/.test(words[2] ?? ''))
    return asPip(words, words.slice(3));
  if (/^pip[\d.]*$/.test(program)) return asPip(words, words.slice(1));
  const verb = verbOf(words);
  if (/^(?:apt|apt-get|aptitude)$/.test(program))
    return { manager: 'apt', words, ...actionOf(verb, /^install$/, /^update$/, /^(?:dist-|full-|safe-)?upgrade$/) };
  if (program === 'apk') return { manager: 'apk', words, ...actionOf(verb, /^add$/, /^update$/, /^upgrade$/) };
  // Of dnf and yum, `update` is the upgrade; naming packages is a choice somebody made.
  if (/^(?:dnf|microdnf|yum|tdnf)$/.test(program) && words.filter((word) => !word.startsWith('-')).length === 2)
    return { manager: 'rpm', words, ...actionOf(verb, /^$/, /^$/, /^(?:update|upgrade|distro-sync)$/) };
  return { words };
}

function asPip(words: readonly string[], rest: readonly string[]): ManagerCommand {
  return {
    manager: 'pip',
    words,
    ...(rest.find((word) => !word.startsWith('-')) === 'install' && { action: 'install' as const }),
  };
}

function actionOf(verb: string, install: RegExp, update: RegExp, upgrade: RegExp): Pick<ManagerCommand, 'action'> {
  if (install.test(verb)) return { action: 'install' };
  if (update.test(verb)) return { action: 'update' };
  return upgrade.test(verb) ? { action: 'upgrade' } : {};
}

/** The first word that is neither an option nor an option's value. */
function verbOf(words: readonly string[]): string {
  return (
    words.find((word, index) => index > 0 && !word.startsWith('-') && !/^-[ot]$/.test(words[index - 1] ?? '')) ?? ''
  );
}
