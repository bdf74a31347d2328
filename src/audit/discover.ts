import { describeDockerfile } from '../dockerfile/report.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import { readBake } from '../references/bake.ts';
import { readDotEnv } from '../references/dot-env.ts';
import { readManifests } from '../references/kubernetes.ts';
import { maxReferenceFileBytes } from '../references/yaml-documents.ts';
import type { FoundUse, Gathered } from './gather.ts';
import { composeWithOthers } from './compose-files.ts';
import { kindOfFile, looksLikeManifests } from './kinds.ts';
import { fromDockerfile, usesOfBake, usesOfCompose, usesOfManifests, type Build } from './uses.ts';

/** What a repository is searched with. */
export interface Search {
  /** Paths from the root. */
  readonly files: readonly string[];
  readonly checkout: Pick<Checkout, 'readText'>;
  /** Given by name; stronger than `.env`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Finds the images that the files of a repository refer to. What cannot be read is a problem of the audit, not its end. */
export async function discover(search: Search): Promise<Gathered> {
  const gathered: { found: FoundUse[]; problems: Gathered['problems']; skipped: Gathered['skipped'] } = {
    found: [],
    problems: [],
    skipped: [],
  };
  const builds = new Map<string, Build>();
  const queue = search.files.flatMap((file): readonly Asked[] => {
    const kind = kindOfFile(file);
    return kind === undefined ? [] : [{ file, kind }];
  });
  const known = new Set(queue.flatMap(({ file, kind }) => (kind === 'compose' ? [file] : [])));
  // What a compose file includes may have any name; files that turn up on the way are read after all others.
  for (const { file, kind } of queue) {
    try {
      for (const included of await readOne(file, kind, search, gathered, builds)) {
        if (!known.has(included)) queue.push({ file: included, kind: 'compose' });
        known.add(included);
      }
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      for (const { code, message, place, hint } of thrown.problems)
        gathered.problems.push({
          code,
          message: place ? message : `${file}: ${message}`,
          place: place ?? { file, line: 1 },
          hint,
        });
    }
  }
  const named = new Set(
    [...builds.values()].filter(({ from }) => from !== undefined).map(({ dockerfile }) => dockerfile),
  );
  for (const build of builds.values()) {
    // Whoever builds it may give the arguments it cannot do without.
    const isOptional = build.from === undefined && named.has(build.dockerfile);
    await readBuild(build, search, isOptional ? { ...gathered, problems: [] } : gathered);
  }
  return gathered;
}

/** A file and what it is read as. */
interface Asked {
  readonly file: string;
  readonly kind: NonNullable<ReturnType<typeof kindOfFile>>;
}

/** @returns the files that are to be read as compose files because of it */
async function readOne(
  file: string,
  kind: Asked['kind'],
  search: Search,
  gathered: Gathered,
  builds: Map<string, Build>,
): Promise<readonly string[]> {
  const text = await search.checkout.readText(file, maxReferenceFileBytes);
  if (text === undefined) return [];
  if (kind === 'dockerfile') {
    const build: Build = { dockerfile: file, args: {} };
    builds.set(JSON.stringify(build), build);
    return [];
  }
  if (kind === 'yaml') {
    if (!looksLikeManifests(text, file)) return [];
    const { images, problems } = readManifests(file, text);
    gathered.found.push(...usesOfManifests(images));
    gathered.problems.push(...problems);
    return [];
  }
  const variables = { ...(await dotEnvBeside(file, kind, search)), ...search.variables };
  const compose = kind === 'compose' ? await composeWithOthers(file, text, variables, search.checkout) : undefined;
  const read = compose ? usesOfCompose(file, compose.read) : usesOfBake(file, readBake(file, text, variables));
  gathered.found.push(...read.found);
  gathered.problems.push(...read.problems);
  gathered.skipped.push(...read.skipped);
  for (const build of read.builds) builds.set(JSON.stringify(build), build);
  gathered.problems.push(...(compose?.problems ?? []));
  return compose?.included ?? [];
}

/** Compose reads `.env` of its own folder, bake only what the environment has. */
async function dotEnvBeside(
  file: string,
  kind: Asked['kind'],
  { checkout, files }: Search,
): Promise<Readonly<Record<string, string>>> {
  const path = file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/.env` : '.env';
  if (kind !== 'compose' || !files.includes(path)) return {};
  return readDotEnv((await checkout.readText(path, maxReferenceFileBytes)) ?? '');
}

async function readBuild(build: Build, { checkout }: Search, gathered: Gathered): Promise<void> {
  const { dockerfile, text: inline, target, args } = build;
  try {
    const text = inline ?? (await checkout.readText(dockerfile, maxReferenceFileBytes));
    if (text === undefined) {
      const message = `${build.from ?? 'A build'} names the Dockerfile ${dockerfile}, which is not in the repository.`;
      gathered.problems.push({
        code: 'no-dockerfile',
        message,
        ...(build.place && { place: build.place }),
        hint: 'Correct the path.',
      });
      return;
    }
    const report = describeDockerfile(text, dockerfile, { buildArgs: args, ...(target !== undefined && { target }) });
    gathered.found.push(...fromDockerfile(report, build));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    for (const { code, message, place, hint } of thrown.problems)
      gathered.problems.push({ code, message, place: build.place ?? place ?? { file: dockerfile, line: 1 }, hint });
  }
}
