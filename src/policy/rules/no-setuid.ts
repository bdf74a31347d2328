import { z } from 'zod';
import { compileGlob } from '../glob.ts';
import { locationOf } from '../layers.ts';
import { globs, ownOrAll } from '../option-types.ts';
import { filesOf } from '../own-files.ts';
import { defineRule } from '../rule.ts';

export const noSetuid = defineRule({
  id: 'no-setuid',
  group: 'contents',
  summary: 'Ship no programs that run as their owner.',
  why: 'A setuid program is the usual way from an ordinary user to root inside the container.',
  howToPass: 'Remove the package or `chmod a-s` in the same `RUN`; run with `no-new-privileges` besides.',
  options: z.strictObject({
    of: ownOrAll('own'),
    allow: globs.default([]).describe('Absolute paths that are accepted (globs), such as `/usr/bin/sudo`.'),
    capabilities: z.boolean().default(false).describe('Whether files with capabilities count too.'),
  }),
  needs: ['files'],
  *check({ tree, measurement }, { of, allow, capabilities }) {
    const matches = allow.map(compileGlob);
    for (const node of filesOf(tree, measurement, of)) {
      const what = describeMode(node.mode) ?? (capabilities && node.hasCapabilities ? 'has capabilities' : undefined);
      const path = `/${node.path}`;
      if (what === undefined || matches.some((one) => one(path))) continue;
      const location = locationOf(measurement, node.layer);
      yield {
        message: `${path} ${what} (mode ${node.mode.toString(8)}, owner ${node.uid}:${node.gid}).`,
        paths: [path],
        ...(location && { location }),
      };
    }
  },
});

function describeMode(mode: number): string | undefined {
  if (mode & 0o4000) return 'is setuid';
  // Without the group's execute bit it means mandatory locking, not a change of group.
  return mode & 0o2000 && mode & 0o010 ? 'is setgid' : undefined;
}
