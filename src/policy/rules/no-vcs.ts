import { z } from 'zod';
import { formatBytes } from '../../units.ts';
import { compileGlob } from '../glob.ts';
import { locationOf } from '../layers.ts';
import { globs, ownOrAll } from '../option-types.ts';
import { heapsOf, hiddenUnseen, shippedFiles } from '../own-files.ts';
import { defineRule } from '../rule.ts';

export const noVcs = defineRule({
  id: 'no-vcs',
  group: 'contents',
  summary: 'Ship no repository of version control.',
  why: 'It holds everything that was ever committed, secrets that were removed since included.',
  howToPass: 'Put `.git` into `.dockerignore`, or copy only the folders the build needs.',
  narrows: { allow: 'both-lists' },
  options: () =>
    z.strictObject({
      of: ownOrAll('own'),
      allow: globs.default([]).describe('Absolute paths of repositories that are accepted (globs).'),
    }),
  needs: ['files'],
  *check(subject, { of, allow }) {
    const matches = allow.map(compileGlob);
    yield* hiddenUnseen(subject);
    const { visible, hidden } = shippedFiles(subject, of, (path) => repositoryOf(path) !== undefined);
    for (const [files, note] of [
      [visible, ''],
      [hidden, ', deleted by a later layer but still shipped'],
    ] as const)
      for (const [root, { bytes, paths, layer }] of heapsOf(files, repositoryOf)) {
        if (matches.some((one) => one(root))) continue;
        const location = locationOf(subject.measurement, layer);
        const count = `${paths.length} ${paths.length === 1 ? 'file' : 'files'}`;
        yield {
          message: `Ships the repository ${root} (${count}, ${formatBytes(bytes)})${note}.`,
          bytes,
          paths: [root],
          ...(location && { location }),
        };
      }
  },
});

function repositoryOf(path: string): string | undefined {
  return /^.*?\/(?:\.git|\.svn|\.hg|\.bzr|_darcs)(?=\/|$)/.exec(path)?.[0];
}
