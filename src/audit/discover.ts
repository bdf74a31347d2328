import { describeDockerfile } from '../dockerfile/report.ts';
import { UserError } from '../errors.ts';
import { maxReferenceFileBytes } from '../references/yaml-documents.ts';
import type { AuditProblem } from '../result/audit.ts';
import { fromDockerfile, type Build } from './builds.ts';
import type { Gathered } from './gather.ts';
import { chartOf, chartsIn, kindOfFile, overridesOf } from './kinds.ts';
import { kustomized } from './kustomized.ts';
import { readFile, type Asked, type Reading, type ReadFile } from './read-file.ts';

/** What a repository is searched with. */
export interface Search extends Reading {
  /** Paths from the root. */
  readonly files: readonly string[];
}

/** Finds the images that the files of a repository refer to. What cannot be read is a problem of the audit, not its end. */
export async function discover(search: Search): Promise<Gathered> {
  const { asked: queue, notices } = askedOf(search.files);
  const read = new Map<string, { readonly asked: Asked; readonly uses: ReadFile }>();
  const included = new Set<string>();
  // What a compose file includes may have any name; files that turn up on the way are read after all others.
  for (const asked of queue) {
    const key = JSON.stringify([asked.file, asked.included]);
    if (read.has(key)) continue;
    const uses = await orProblems(asked, search);
    read.set(key, { asked, uses });
    for (const one of uses.included) {
      for (const path of [one.file, ...one.overrides]) included.add(path);
      queue.push(one);
    }
  }
  // A file that is included means what it means there, with the variables it is given.
  const all = [...read.values()].filter(({ asked }) => asked.included !== undefined || !included.has(asked.file));
  const { found, skipped: untold } = kustomized(
    distinct(all.flatMap(({ uses }) => uses.found)),
    all.flatMap(({ uses }) => uses.kustomizations ?? []),
  );
  const problems = distinct(all.flatMap(({ uses }) => uses.problems));
  const skipped = distinct([...all.flatMap(({ uses }) => uses.skipped), ...untold]);
  const builds = distinct(all.flatMap(({ uses }) => uses.builds));
  const waivers = all.flatMap(({ uses }) => uses.waivers ?? []);
  const gathered: Gathered = {
    found: [...found],
    problems: [...problems],
    skipped: [...skipped],
    notices,
    waivers,
    builds: [],
  };
  const there: Build[] = [];
  const named = builds.filter(({ from }) => from !== undefined);
  for (const build of builds) {
    const others = build.from === undefined ? named.filter(({ dockerfile }) => dockerfile === build.dockerfile) : [];
    // What it calls an image may be a context that whoever builds it gives.
    if (build.text !== undefined || search.files.includes(build.dockerfile)) there.push(build);
    if (others.some(({ contexts }) => contexts)) continue;
    // And they may give the arguments it cannot do without.
    await readBuild(build, search, others.length > 0 ? { ...gathered, problems: [] } : gathered);
  }
  return { ...gathered, builds: there };
}

/** Every file that is read, with what is laid over it; what is left out where one might look for it is said. */
function askedOf(files: readonly string[]): { readonly asked: Asked[]; readonly notices: Gathered['notices'] } {
  const there = new Set(files);
  const charts = chartsIn(files);
  const unread = new Set<string>();
  const all = files.flatMap((file): readonly Asked[] => {
    const kind = kindOfFile(file);
    const chart = kind === 'yaml' ? chartOf(file, charts) : undefined;
    if (chart !== undefined) unread.add(chart);
    return kind === undefined || chart !== undefined ? [] : [{ file, kind, overrides: overridesOf(file, there) }];
  });
  const above = new Set(all.flatMap(({ overrides }) => overrides));
  return {
    asked: all.filter(({ file }) => !above.has(file)),
    notices: [...unread].sort().map((folder) => ({
      level: 'notice',
      message: `The templates of the Helm chart ${folder || 'at the root'} are not read: they are manifests only once \`helm template\` has rendered them.`,
    })),
  };
}

async function orProblems(asked: Asked, search: Search): Promise<ReadFile> {
  try {
    return await readFile(asked, search);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const problems = thrown.problems.map(({ code, message, place, hint }): AuditProblem => ({
      code,
      message: place ? message : `${asked.file}: ${message}`,
      place: place ?? { file: asked.file, line: 1 },
      hint,
    }));
    return { found: [], builds: [], skipped: [], problems, included: [] };
  }
}

/** What two ways to one file say alike is said once. */
function distinct<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

async function readBuild(build: Build, { checkout }: Search, gathered: Gathered): Promise<void> {
  const { dockerfile, text: inline, target, args, contexts, platform } = build;
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
    const report = describeDockerfile(text, dockerfile, {
      buildArgs: args,
      ...(target !== undefined && { target }),
      ...(contexts && { buildContexts: contexts }),
      ...(platform !== undefined && { platform }),
    });
    gathered.found.push(...fromDockerfile(report, build));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    for (const { code, message, place, hint } of thrown.problems)
      gathered.problems.push({ code, message, place: build.place ?? place ?? { file: dockerfile, line: 1 }, hint });
  }
}
