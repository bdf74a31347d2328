import { forEachShipped, perFolder } from './shipped.ts';
import type { Squashed } from './squash.ts';

/** Why a file differs from build to build although its source did not change. */
export type NoiseCause =
  | 'logs'
  | 'python-bytecode'
  | 'loader-cache'
  | 'package-manager'
  | 'font-and-manual-caches'
  | 'account-files'
  | 'host-identity'
  | 'temporary-files';

type Patterns = readonly (readonly [cause: NoiseCause, pattern: RegExp])[];

/** By the folder a path begins with; every pattern is linear. */
const byTop: Readonly<Record<string, Patterns>> = {
  var: [
    ['logs', /^var\/log\//],
    ['loader-cache', /^var\/cache\/ldconfig\//],
    ['font-and-manual-caches', /^var\/cache\/(?:fontconfig|man)\//],
    [
      'package-manager',
      /^var\/lib\/dpkg\/[^/]*-old$|^var\/cache\/debconf\/|^var\/cache\/apt\/[^/]*\.bin$|^var\/lib\/apt\/(?:lists\/|extended_states$)|^var\/lib\/(?:rpm|dnf|yum)\/|^var\/cache\/(?:dnf|yum|libdnf5)\//,
    ],
    ['host-identity', /^var\/lib\/dbus\/machine-id$|^var\/lib\/systemd\/random-seed$/],
    ['temporary-files', /^var\/tmp\//],
  ],
  etc: [
    ['loader-cache', /^etc\/ld\.so\.cache$/],
    // The day of a password's last change, and the copies that useradd keeps.
    ['account-files', /^etc\/(?:(?:passwd|group|shadow|gshadow|subuid|subgid)-|shadow)$/],
    ['host-identity', /^etc\/(?:machine-id|hostname|hosts|resolv\.conf)$|^etc\/ssh\/ssh_host_/],
  ],
  tmp: [['temporary-files', /^tmp\//]],
  usr: [['package-manager', /^usr\/lib\/sysimage\/rpm\//]],
};

/** What makes a file differ between two builds of one source; undefined where nothing is known to. Without leading slash. */
export function noiseCause(path: string): NoiseCause | undefined {
  return isBytecode(path) ? 'python-bytecode' : patternsOf(path)?.find(([, pattern]) => pattern.test(path))?.[0];
}

const isBytecode = (path: string): boolean => path.endsWith('.pyc');
const patternsOf = (path: string): Patterns | undefined => byTop[path.slice(0, 3)];

/** Unpacked bytes, visible or hidden, of all files that are known to differ from build to build. */
export function noisyBytes(squashed: Squashed): number {
  let sum = 0;
  const hasPatterns = perFolder(squashed, (folder) => patternsOf(folder) !== undefined);
  forEachShipped(squashed, 0, (shipped) => {
    const { path, bytes } = shipped;
    // Most records are decided by these two; all patterns are of files in a folder.
    if (isBytecode(path) || (hasPatterns(shipped) && noiseCause(path) !== undefined)) sum += bytes;
  });
  return sum;
}
