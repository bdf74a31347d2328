import { z } from 'zod';
import { formatBytes } from '../../units.ts';
import type { DuplicateGroup } from '../duplicates.ts';
import { compileGlob } from '../glob.ts';
import { describeLayer, firstOwnLayer, locationOf } from '../layers.ts';
import { byteSize, globs, ownOrAll } from '../option-types.ts';
import { defineRule } from '../rule.ts';

const maxGroupsShown = 20;

export const noDuplicateFiles = defineRule({
  id: 'no-duplicate-files',
  group: 'contents',
  summary: 'Ship no content twice under different names.',
  why: 'A layer stores every file by itself: the second copy is pulled, unpacked and kept like the first.',
  howToPass: 'Keep one copy and make the others links to it (`ln`, `ln -s`), or copy the folder only once.',
  narrows: { 'min-size': 'smaller', allow: 'both-lists' },
  options: () =>
    z.strictObject({
      'min-size': byteSize
        .refine((bytes) => bytes > 0, 'a size above 0')
        .default(100_000)
        .describe(
          'Smaller files are not compared. The contents of larger ones of one size are read, which takes time.',
        ),
      allow: globs.default([]).describe('Absolute paths that are accepted (globs).'),
      of: ownOrAll('own'),
    }),
  needs: ['files'],
  gathersFor: ({ 'min-size': duplicatesFromBytes, of }) => [{ duplicatesFromBytes, of }],
  *check({ duplicates, measurement }, { 'min-size': minBytes, allow, of }) {
    if (!duplicates) {
      yield { unknown: 'The contents of the image’s files were not compared.' };
      return;
    }
    for (const unknown of duplicates.uncompared) yield { unknown };
    const matches = allow.map(compileGlob);
    const first = firstOwnLayer(measurement, of);
    const wasteful = duplicates.groups
      .filter(({ bytes }) => bytes >= minBytes)
      .map((group) => without(group, (path) => matches.some((one) => one(path))))
      .map((group) => ({ ...group, savedBytes: savedBytes(group, first) }))
      .filter((group) => group.savedBytes > 0)
      .sort((a, b) => b.savedBytes - a.savedBytes);
    for (const { bytes, files, savedBytes: saved } of wasteful.slice(0, maxGroupsShown)) {
      const location = locationOf(measurement, files.at(-1)?.layer ?? -1);
      const shown = files.slice(0, 3).map(({ path, layer }) => `${path} (${describeLayer(measurement, layer)})`);
      const more = files.length > shown.length ? ` and ${files.length - shown.length} more` : '';
      yield {
        message: `The same ${formatBytes(bytes)} are there ${files.length} times: ${shown.join(', ')}${more}; ${formatBytes(saved)} could be saved.`,
        bytes: saved,
        paths: files.map(({ path }) => path),
        ...(location && { location }),
      };
    }
    const rest = wasteful.slice(maxGroupsShown);
    const restBytes = rest.reduce((sum, group) => sum + group.savedBytes, 0);
    if (rest.length > 0)
      yield {
        message: `${rest.length} more contents are there several times; ${formatBytes(restBytes)} could be saved.`,
        bytes: restBytes,
        paths: rest.flatMap(({ files }) => files.map(({ path }) => path)),
      };
  },
});

function without({ bytes, files }: DuplicateGroup, isAllowed: (path: string) => boolean): DuplicateGroup {
  return { bytes, files: files.filter(({ path }) => !isAllowed(path)) };
}

/** All copies but one; what the base image holds twice is not the Dockerfile's to save. */
function savedBytes({ bytes, files }: DuplicateGroup, firstLayer: number): number {
  const own = files.filter(({ layer }) => layer >= firstLayer).length;
  return bytes * Math.max(0, Math.min(own, files.length - 1));
}
