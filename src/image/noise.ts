import { perFolder, type Tally } from './shipped.ts';
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

/** Files below a folder, given with its slash; with a pattern those whose path from there it fits. Every pattern is linear. */
type Noise = readonly [cause: NoiseCause, below: string, rest?: RegExp];

/** By the first letters of a path. */
const byTop: Readonly<Record<string, readonly Noise[]>> = {
  var: [
    ['logs', 'var/log/'],
    ['loader-cache', 'var/cache/ldconfig/'],
    ['font-and-manual-caches', 'var/cache/fontconfig/'],
    ['font-and-manual-caches', 'var/cache/man/'],
    ['package-manager', 'var/lib/dpkg/', /^[^/]*-old$/],
    ['package-manager', 'var/lib/apt/', /^(?:lists\/|extended_states$)/],
    ['package-manager', 'var/cache/apt/', /^[^/]*\.bin$/],
    ['package-manager', 'var/cache/', /^(?:debconf|dnf|yum|libdnf5)\//],
    ['package-manager', 'var/lib/', /^(?:rpm|dnf|yum)\//],
    ['host-identity', 'var/lib/dbus/', /^machine-id$/],
    ['host-identity', 'var/lib/systemd/', /^random-seed$/],
    ['temporary-files', 'var/tmp/'],
  ],
  etc: [
    ['loader-cache', 'etc/', /^ld\.so\.cache$/],
    // The day of a password's last change, and the copies that useradd keeps.
    ['account-files', 'etc/', /^(?:(?:passwd|group|shadow|gshadow|subuid|subgid)-|shadow)$/],
    ['host-identity', 'etc/', /^(?:machine-id|hostname|hosts|resolv\.conf)$|^ssh\/ssh_host_/],
  ],
  tmp: [['temporary-files', 'tmp/']],
  usr: [['package-manager', 'usr/lib/sysimage/rpm/']],
};
const nothing: readonly Noise[] = [];

/** What makes a file differ between two builds of one source; undefined where nothing is known to. Without leading slash. */
export function noiseCause(path: string): NoiseCause | undefined {
  return isBytecode(path) ? 'python-bytecode' : causeAmong(noiseIn(path), path);
}

const isBytecode = (path: string): boolean => path.endsWith('.pyc');

/** What may hold for a path as it begins. */
function noiseIn(path: string): readonly Noise[] {
  const top = byTop[path.slice(0, 3)]?.filter(([, below]) => path.startsWith(below)) ?? nothing;
  return top.length === 0 ? nothing : top;
}

function causeAmong(noise: readonly Noise[], path: string): NoiseCause | undefined {
  return noise.find(([, below, rest]) => rest?.test(path.slice(below.length)) ?? true)?.[0];
}

/** Unpacked bytes, visible or hidden, of all files that are known to differ from build to build. */
export function tallyNoise(squashed: Squashed): Tally<number> {
  let sum = 0;
  // Most folders have nothing of it, and so no file in them is looked at.
  const noiseOf = perFolder(squashed, (folder) => noiseIn(`${folder}/`));
  return {
    take(shipped) {
      const { path, bytes } = shipped;
      const noise = noiseOf(shipped);
      if (isBytecode(path) || (noise !== nothing && causeAmong(noise, path) !== undefined)) sum += bytes;
    },
    sum: () => sum,
  };
}
