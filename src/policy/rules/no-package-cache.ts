import { z } from 'zod';
import { kindOfFolder } from '../../image/categories.ts';
import { formatBytes } from '../../units.ts';
import { locationOf } from '../layers.ts';
import { byteSize, ownOrAll } from '../option-types.ts';
import { heapsOf, hiddenUnseen, shippedFiles } from '../own-files.ts';
import { defineRule } from '../rule.ts';

/** Folders by what fills them, first match first; the last line takes what is left. */
const caches: readonly (readonly [RegExp, string, string])[] = [
  [
    /^\/var\/lib\/apt\/lists\//,
    'apt lists',
    '`rm -rf /var/lib/apt/lists/*` in the same `RUN`, or a cache mount on /var/lib/apt',
  ],
  [
    /^\/var\/cache\/(?:apt|debconf-apt)\//,
    'the apt cache',
    '`apt-get clean` in the same `RUN`, or a cache mount on /var/cache/apt',
  ],
  [
    /^\/var\/(?:cache|lib)\/(?:yum|dnf|libdnf5)\//,
    'the dnf or yum cache',
    '`dnf clean all` in the same `RUN`, or a cache mount',
  ],
  [/^\/var\/cache\/zypp\//, 'the zypper cache', '`zypper clean --all` in the same `RUN`'],
  [/^\/(?:var\/cache\/apk|etc\/apk\/cache)\//, 'the apk cache', '`apk add --no-cache`'],
  [/\/\.cache\/pip\//, 'the pip cache', '`pip install --no-cache-dir`, or a cache mount on /root/.cache/pip'],
  [
    /\/(?:\.npm|_cacache)\//,
    'the npm cache',
    '`npm cache clean --force` in the same `RUN`, or a cache mount on /root/.npm',
  ],
  [
    /\/(?:\.yarn|\.cache\/yarn|\.yarn\/cache)\//,
    'the yarn cache',
    '`yarn cache clean` in the same `RUN`, or a cache mount',
  ],
  [
    /\/(?:\.cache\/go-build|go\/pkg)\//,
    'the Go cache',
    'a builder stage, or cache mounts on /root/.cache/go-build and /go/pkg/mod',
  ],
  [
    /\/cargo\/(?:registry|git)\/|\/\.cargo\/(?:registry|git)\//,
    'the cargo cache',
    'a builder stage, or a cache mount on the registry',
  ],
  [/\/\.m2\//, 'the Maven repository', 'a builder stage, or a cache mount on /root/.m2'],
  [/\/\.gradle\//, 'the Gradle cache', 'a builder stage, or a cache mount on /root/.gradle'],
  [/^/, 'a package cache', 'deleting it in the same `RUN`, or a cache mount'],
];

export const noPackageCache = defineRule({
  id: 'no-package-cache',
  group: 'contents',
  summary: 'Ship no package lists and caches.',
  why: 'They serve the next install, which does not happen in an image; they age and make layers differ for nothing.',
  howToPass: 'Delete the cache in the `RUN` that filled it, or use a cache mount.',
  narrows: { max: 'smaller' },
  options: () =>
    z.strictObject({
      max: byteSize.default(0).describe('Caches up to this size, each, pass.'),
      of: ownOrAll('own'),
    }),
  needs: ['files'],
  *check(subject, { max, of }) {
    yield* hiddenUnseen(subject);
    const { visible, hidden } = shippedFiles(subject, of, cachePaths());
    for (const [files, note] of [
      [visible, ''],
      [hidden, ', deleted by a later layer but still shipped (also counted as hidden bytes)'],
    ] as const)
      for (const [index, { bytes, paths, layer }] of heapsOf(
        files.filter((file) => file.bytes > 0),
        cacheOf,
      )) {
        const [, name = '', remedy = ''] = caches[Number(index)] ?? [];
        if (bytes <= max) continue;
        const location = locationOf(subject.measurement, layer);
        yield {
          message: `Ships ${formatBytes(bytes)} of ${name}${note}.`,
          bytes,
          paths,
          howToPass: `Use ${remedy}: −${formatBytes(bytes)}.`,
          ...(location && { location }),
        };
      }
  },
});

/** Which of the caches a path belongs to, as its index. */
function cacheOf(path: string): string {
  return String(caches.findIndex(([pattern]) => pattern.test(path)));
}

/** Tells paths of caches; each folder is judged once. */
function cachePaths(): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const folder = path.slice(1, Math.max(path.lastIndexOf('/'), 1));
    const before = known.get(folder);
    if (before !== undefined) return before;
    const isCache = kindOfFolder(folder) === 'package-caches';
    known.set(folder, isCache);
    return isCache;
  };
}
