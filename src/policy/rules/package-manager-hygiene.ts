import { z } from 'zod';
import type { InstructionReport } from '../../result/dockerfile.ts';
import { formatBytes } from '../../units.ts';
import { instructionsOf, linesOf } from '../dockerfile-lines.ts';
import { byteSize, whichStages } from '../option-types.ts';
import { isEmptied, isMounted } from '../packages/cleaning.ts';
import { evidenceOf, type Evidence } from '../packages/evidence.ts';
import { languageManagers } from '../packages/language-managers.ts';
import type { ManagerCache } from '../packages/manager.ts';
import { readManagerCommand, type ManagerCommand } from '../packages/read-command.ts';
import { aptArchives, aptLists, systemManagers } from '../packages/system-managers.ts';
import { noSettings, settingsBy, type CacheSettings } from '../packages/settings.ts';
import { defineSourceRule, type Violation } from '../rule.ts';
import { commandsOf, unshippedFolders } from '../run-script.ts';

const allCaches = [aptLists, aptArchives, ...[...systemManagers, ...languageManagers].flatMap(({ caches }) => caches)];

export const packageManagerHygiene = defineSourceRule({
  id: 'package-manager-hygiene',
  group: 'dockerfile',
  summary: 'Use package managers so that builds repeat and layers stay small.',
  why: 'An update in a layer of its own is cached and goes stale; upgrades, recommended packages and caches are bytes nobody chose.',
  howToPass: 'See each finding.',
  narrows: { 'min-saving': 'smaller' },
  options: () =>
    z.strictObject({
      stages: whichStages('final'),
      'min-saving': byteSize
        .default(1)
        .describe(
          'The least that a cache must hold in the layer to be worth a finding; where nothing was built, each is.',
        ),
    }),
  needs: ['dockerfile'],
  *check(subject, { stages, 'min-saving': minSaving }) {
    const { dockerfile } = subject;
    const evidence = evidenceOf(subject, (path) => allCaches.some(({ paths }) => paths.test(path)), minSaving);
    const settings = new Map<number | null, CacheSettings>();
    for (const instruction of instructionsOf(dockerfile, stages)) {
      const stage = instruction.stage ?? 0;
      const before = settings.get(stage) ?? settings.get(dockerfile.stages[stage]?.base.stage ?? null) ?? noSettings;
      // What ONBUILD defers is run in the builds of others, and leaves the same behind there.
      const run = instruction.onbuild ?? instruction;
      const { within, behind } = settingsBy(run, before);
      settings.set(stage, behind);
      if (run.keyword !== 'RUN') continue;
      const location = linesOf(dockerfile, instruction);
      const found = [...complaints(run, within, evidence)];
      yield* new Map(found.map((one) => [one.message, { ...one, location }])).values();
    }
  },
});

function* complaints(run: InstructionReport, settings: CacheSettings, evidence: Evidence): Iterable<Violation> {
  const commands = commandsOf(run);
  const read = commands.map(readManagerCommand);
  const installs = new Set(read.flatMap((one) => (one?.action === 'install' ? one.manager.name : [])));
  const mounts = unshippedFolders(run);
  for (const [index, command] of read.entries()) {
    if (!command) continue;
    const { action, manager } = command;
    if (action === 'upgrade') yield* upgrade(command, evidence, run);
    const caches = cachesOf(command, settings).filter((cache) => !isMounted(cache, manager.name, mounts));
    const isAlone = action === 'update' && caches.length > 0 && !installs.has(manager.name);
    if (isAlone) yield alone(command);
    if (action === 'install' && manager.name === 'apt') yield* recommended(command);
    // Lists that stand alone are the next RUN's; merging the two is the first thing to do.
    for (const cache of isAlone ? [] : caches)
      if (!isEmptied(cache, commands.slice(index + 1))) yield* kept(cache, command, evidence, run);
  }
}

/** The caches that a command fills and no option or setting turns off. */
function cachesOf({ manager, action, words }: ManagerCommand, settings: CacheSettings): readonly ManagerCache[] {
  const archives = settings.keepsArchives ? aptArchives : { ...aptArchives, isOnlyMeasured: true as const };
  const apt = action === 'update' ? [aptLists] : [archives];
  return (manager.name === 'apt' ? apt : manager.caches).filter(
    ({ without }) => !settings.turnedOff.has(manager.name) && !words.some((word) => without?.test(word)),
  );
}

function* upgrade({ manager, words, named }: ManagerCommand, evidence: Evidence, run: InstructionReport) {
  // Naming packages is a choice somebody made; apt-get upgrades everything all the same.
  if (named.length > 0 && manager.name !== 'apt') return;
  const layer = evidence.layerOf(run);
  const bytes = layer === undefined ? 0 : evidence.replacedBytes(layer);
  const replaced = bytes > 0 ? `, and its layer ships ${formatBytes(bytes)} of lower layers anew` : '';
  yield {
    message: `\`${words.slice(0, 3).join(' ')}\` upgrades whatever is newest today${replaced}.`,
    ...(bytes > 0 && { bytes }),
    howToPass: manager.howToUpgrade ?? '',
  };
}

function alone({ manager, spoken }: ManagerCommand): Violation {
  const install = { apt: 'apt-get install', apk: 'apk add' }[manager.name] ?? `${manager.name} install`;
  return {
    message: `\`${spoken}\` stands alone: its cached lists go stale for the install that follows.`,
    howToPass: `Update and install in one RUN: \`${spoken} && ${install} …\`.`,
  };
}

function* recommended({ words }: ManagerCommand): Iterable<Violation> {
  const isTold = /^--no-install-recommends$|^(?:-o)?APT::Install-Recommends=(?:0|false|no)$/i;
  if (words.some((word) => isTold.test(word))) return;
  yield { message: '`apt-get install` takes recommended packages along.', howToPass: 'Add `--no-install-recommends`.' };
}

function* kept(cache: ManagerCache, { spoken }: ManagerCommand, evidence: Evidence, run: InstructionReport) {
  const layer = evidence.layerOf(run);
  const bytes = layer === undefined ? undefined : evidence.bytesAt(layer, cache.paths);
  // The layer knows better than the text: a base image may have turned the cache off.
  if (bytes === undefined ? cache.isOnlyMeasured === true : bytes < evidence.leastBytes) return;
  const measured = bytes === undefined ? '' : `: ${formatBytes(bytes)} (also counted as package caches)`;
  yield {
    message: `\`${spoken}\` keeps ${cache.name} in the layer${measured}.`,
    ...(bytes !== undefined && { bytes }),
    howToPass: cache.howToPass,
  };
}
