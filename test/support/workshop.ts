import type { OpenWorkshop } from '../../src/check/configured.ts';
import type { WeighedContext } from '../../src/dockerfile/context.ts';
import { UserError } from '../../src/errors.ts';
import { readable } from './images.ts';
import type { BuildRequest, Checkout, OpenImage, Progress } from '../../src/ports.ts';

/** A checkout of texts by path; folders are those that hold one. */
export function aCheckout(files: Readonly<Record<string, string>>): Checkout {
  const folders = new Set([
    '.',
    ...Object.keys(files).flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
    ),
  ]);
  return {
    absolute: (path) => (path.startsWith('/') ? path : `/checkout/${path}`),
    kindOf: (path) => (Object.hasOwn(files, path) ? 'file' : folders.has(path) ? 'folder' : undefined),
    readText: async (path) => files[path],
  };
}

const silent: Progress = { step: () => ({ update: () => {}, done: () => {} }), log: () => {} };

/** A workshop in memory, with a record of what was asked of it. */
export interface FakeWorkshop extends OpenWorkshop {
  readonly builds: readonly BuildRequest[];
  readonly opened: readonly string[];
  readonly closings: number;
}

/** What a fake workshop has: images by engine reference, and what builds of a target come to. */
export interface FakeWorld {
  readonly files?: Readonly<Record<string, string>>;
  readonly images?: Readonly<Record<string, OpenImage>>;
  /** By target; '' is a build without one. */
  readonly built?: Readonly<Record<string, OpenImage>>;
  readonly today?: string;
  readonly context?: WeighedContext;
  /** By repository, with its registry. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  /** By reference, as it is opened. */
  readonly platforms?: Readonly<Record<string, readonly string[]>>;
}

/** A workshop whose builds and images are values. */
export function aWorkshop({
  files = {},
  images = {},
  built = {},
  today = '2026-11-21',
  context,
  tags = {},
  platforms = {},
}: FakeWorld): FakeWorkshop {
  const builds: BuildRequest[] = [];
  const opened: string[] = [];
  let closings = 0;
  return {
    builds,
    opened,
    get closings() {
      return closings;
    },
    builderPlatform: async () => 'linux/amd64',
    contexts: {
      weigh: async () => context ?? { bytes: 10, files: 1, topFolders: [], ignoreFile: '.dockerignore', heaps: [] },
    },
    builder: {
      async build(request) {
        builds.push(request);
        return {
          reference: `built:${request.target ?? (request.dockerfileText === undefined ? '' : 'cut')}`,
          context: { bytes: 10, files: 1 },
        };
      },
    },
    images: {
      async open(source, platform) {
        const name = source.kind === 'engine' ? source.reference : source.kind;
        opened.push(name);
        const reference = source.kind === 'registry' ? source.reference : name;
        const own = name.startsWith('built:') ? built[name.slice('built:'.length)] : undefined;
        const found = own ?? images[`${reference} ${platform}`] ?? images[reference] ?? images[name];
        if (found) return readable(found);
        throw new UserError({ code: 'no-such-image', message: `There is no image ${name}.`, hint: 'Build it.' });
      },
    },
    registries: {
      async tags(name) {
        const found = tags[name];
        if (found) return found;
        throw new UserError({ code: 'no-such-image', message: `There is no repository ${name}.`, hint: 'Push it.' });
      },
      platforms: async (reference) => platforms[reference] ?? ['linux/amd64'],
    },
    checkout: aCheckout(files),
    clock: { today: () => today, seconds: () => Date.parse(today) / 1000 },
    progress: silent,
    signal: new AbortController().signal,
    async close() {
      closings += 1;
    },
  };
}
