import { EntryType } from '../entries.ts';
import { resolveUser } from '../passwd.ts';
import type { AccountFiles } from '../passwd.ts';
import type { FileNode } from '../tree.ts';

/** What the kernel asks for when it permits: the user and all groups of a process. */
export interface Credentials {
  readonly uid: number;
  readonly groups: readonly number[];
}

export const right = { execute: 1, read: 4 } as const;

/**
 * The process's user and groups as the runtime sets them; supplementary groups come from /etc/group, and only
 * when USER names no group itself.
 * @returns a string, the reason, when the runtime refuses to start.
 */
export function credentialsOf(user: string, files: AccountFiles): Credentials | string {
  const resolved = resolveUser(user, files);
  if ('error' in resolved) return resolved.error;
  const { uid, gid } = resolved;
  return { uid, groups: [gid, ...(user.includes(':') ? [] : groupsOf(uid, user, files))] };
}

function groupsOf(uid: number, user: string, { passwd = '', group = '' }: AccountFiles): readonly number[] {
  const accounts = passwd.split('\n').map((line) => line.trim().split(':'));
  const byName = accounts.find(([name]) => name === user && !/^[+-]?\d+$/.test(user));
  const account = byName ?? accounts.find((line) => line.length > 2 && Number(line[2]) === uid);
  const name = account?.[0];
  if (name === undefined) return [];
  const groups = group.split('\n').map((line) => line.trim().split(':'));
  return groups.flatMap((line) => (line[3]?.split(',').includes(name) ? [Number(line[2])] : []));
}

/**
 * Whether mode bits permit it. Root passes all but the execution of a file nobody may execute: containers get
 * CAP_DAC_OVERRIDE unless it is taken from them.
 */
export function isPermitted({ mode, uid, gid, type }: FileNode, wanted: 1 | 4, who: Credentials): boolean {
  if (who.uid === 0) return wanted !== right.execute || type === EntryType.directory || (mode & 0o111) !== 0;
  const shift = who.uid === uid ? 6 : who.groups.includes(gid) ? 3 : 0;
  return ((mode >> shift) & wanted) !== 0;
}
