import { z } from 'zod';
import type { FileNode } from '../../image/tree.ts';
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
  narrows: { allow: 'both-lists' },
  options: () =>
    z.strictObject({
      of: ownOrAll('own'),
      allow: globs.default([]).describe('Absolute paths that are accepted (globs), such as `/usr/bin/sudo`.'),
      capabilities: z.boolean().default(false).describe('Whether files with capabilities count too.'),
    }),
  needs: ['files'],
  *check({ tree, measurement }, { of, allow, capabilities }) {
    const matches = allow.map(compileGlob);
    const byLayer = new Map<number, FileNode[]>();
    const hasRights = (node: FileNode): boolean =>
      describeMode(node) !== undefined || (capabilities && node.hasCapabilities);
    for (const node of filesOf(tree, measurement, of, hasRights)) {
      if (matches.some((one) => one(`/${node.path}`))) continue;
      byLayer.set(node.layer, [...(byLayer.get(node.layer) ?? []), node]);
    }
    for (const [layer, nodes] of [...byLayer].sort(([a], [b]) => a - b)) {
      const location = locationOf(measurement, layer);
      const shown = nodes.slice(0, 3).map((node) => `/${node.path} (${describeMode(node) ?? 'capabilities'})`);
      const more = nodes.length > shown.length ? ` and ${nodes.length - shown.length} more` : '';
      yield {
        message: `${nodes.length === 1 ? 'A program runs with more rights than its' : `${nodes.length} programs run with more rights than their`} caller: ${shown.join(', ')}${more}.`,
        paths: nodes.map(({ path }) => `/${path}`),
        ...(location && { location }),
      };
    }
  },
});

function describeMode({ mode, uid, gid }: FileNode): string | undefined {
  if (mode & 0o4000) return `setuid of ${uid === 0 ? 'root' : uid}`;
  // Without the group's execute bit it means mandatory locking, not a change of group.
  return mode & 0o2000 && mode & 0o010 ? `setgid of ${gid === 0 ? 'root' : gid}` : undefined;
}
