import { EntryType } from '../entries.ts';
import { readElf } from '../elf.ts';
import type { ElfFacts } from '../elf.ts';
import type { FileNode, FileTree } from '../tree.ts';
import { isPermitted, right } from './credentials.ts';
import type { Obstacle, Step } from './facts.ts';
import { readLdCache } from './ld-cache.ts';
import { resolveLibraries } from './libraries.ts';
import { loadersIn, whereElse } from './whereabouts.ts';
import { muslArchitecture, recogniseLoader } from './loader.ts';
import type { Loader } from './loader.ts';
import { lookUp } from './look-up.ts';
import { nothing } from './outcome.ts';
import type { Outcome, Scene } from './outcome.ts';

const maxLoaderBytes = 16 * 2 ** 20;

/** Follows an ELF program to its loader and its libraries. */
export async function followElf(scene: Scene, node: FileNode, step: Step, elf: ElfFacts | string): Promise<Outcome> {
  if (typeof elf === 'string') return stopped({ kind: 'format', ...step, what: 'damaged' });
  const { machine, type, linking, interpreter, needed = [] } = elf;
  if (type === 'other') return stopped({ kind: 'format', ...step, what: 'object' });
  const runs = runsOn(machine, scene.architecture);
  if (runs === 'never') return stopped({ kind: 'machine', ...step, machine, platform: scene.architecture });
  const unchecked =
    runs === 'sometimes' ? [`${step.path} is for ${machine}, which not every ${scene.architecture} machine runs.`] : [];
  if (interpreter === undefined) {
    if (linking === 'static' || linking === 'static-pie') return { ...nothing, unchecked };
    if (elf.unread !== undefined) return { ...nothing, unchecked: [...unchecked, unreadOf(step, elf.unread)] };
    // A loader, or a static program of an old linker: it does without libraries, so it may well run.
    return needed.length > 0 ? stopped({ kind: 'library-as-program', ...step }) : { ...nothing, unchecked };
  }
  const found = await followLoader(scene, node, step, elf, interpreter);
  return { ...found, unchecked: [...unchecked, ...found.unchecked] };
}

function runsOn(machine: string, architecture: string): 'always' | 'sometimes' | 'never' {
  if (machine === architecture || (machine === '386' && architecture === 'amd64')) return 'always';
  return machine === 'arm' && architecture === 'arm64' ? 'sometimes' : 'never';
}

async function followLoader(
  scene: Scene,
  node: FileNode,
  step: Step,
  elf: ElfFacts,
  loaderPath: string,
): Promise<Outcome> {
  const { place, reader } = scene;
  const { needed = [] } = elf;
  const others = loadersIn(place.tree);
  const lacks = (state: (Obstacle & { kind: 'loader' })['state']): Outcome =>
    stopped({ kind: 'loader', ...step, loader: loaderPath, state, needed, others });
  const found = lookUp(place, loaderPath);
  if (found.state !== 'found') return lacks('missing');
  if (found.node.type !== EntryType.file || !isPermitted(found.node, right.execute, place.who))
    return lacks('not-executable');
  if (elf.unread !== undefined) return { ...nothing, unchecked: [unreadOf(step, elf.unread)] };

  const cacheNode = fileAt(place.tree, 'etc/ld.so.cache');
  const bodies = await reader.whole([found.node, ...(cacheNode ? [cacheNode] : [])], maxLoaderBytes);
  const body = bodies.get(found.node.path);
  if (!body) return { ...nothing, unchecked: [`The loader ${loaderPath} could not be read.`] };
  const itself = readElf(body);
  if (typeof itself !== 'object') return lacks('not-elf');
  if (itself.machine !== elf.machine || itself.bits !== elf.bits) return lacks('other-machine');
  const loader = recogniseLoader(loaderPath, found.node, itself, body);
  if (!loader)
    return {
      ...nothing,
      unchecked: [`${loaderPath} is a loader of a kind that is not known here, so libraries were not looked for.`],
    };
  if (loader.libc === 'musl' && !loader.isGcompat && needed.some((name) => /^(libc\.so\.6|ld-linux.*)$/.test(name)))
    return stopped({ kind: 'mixed-libc', ...step, loader: loaderPath, needed });
  const cacheBody = cacheNode && bodies.get(cacheNode.path);
  const cache = cacheBody ? readLdCache(cacheBody) : new Map<string, readonly string[]>();
  return followLibraries(scene, { path: `/${node.path}`, elf }, step, {
    loader,
    loaderPath,
    loaderElf: itself,
    around: { libraryPath: scene.libraryPath, workingDir: place.workingDir },
    // glibc passes over a cache it cannot read.
    cache: typeof cache === 'string' ? new Map() : cache,
    systemPath: loader.libc === 'musl' ? await muslSystemPath(scene, loader, loaderPath, found.node) : [],
  });
}

type View = Parameters<typeof resolveLibraries>[1];

async function followLibraries(
  scene: Scene,
  program: Parameters<typeof resolveLibraries>[0],
  step: Step,
  view: View,
): Promise<Outcome> {
  const { found, missing, versions, unchecked } = await resolveLibraries(program, view, scene.place, scene.reader);
  const outcome = { ...nothing, libraries: found, unchecked };
  if (missing.length === 0)
    return versions.length === 0
      ? outcome
      : { ...outcome, obstacles: [{ kind: 'versions', ...step, missing: versions }] };
  const { libc } = view.loader;
  return {
    ...outcome,
    obstacles: [{ kind: 'libraries', ...step, libc, missing: await whereElse(missing, scene, libc) }],
  };
}

/** musl's own directories, or those of /etc/ld-musl-ARCH.path below the folder that holds the loader's `lib`. */
async function muslSystemPath(
  { place, reader }: Scene,
  loader: Loader,
  loaderPath: string,
  node: FileNode,
): Promise<readonly string[]> {
  const architecture = muslArchitecture(loaderPath) ?? muslArchitecture(`/${node.path}`);
  const prefix = loaderPath.replace(/\/[^/]*\/[^/]*$/, '');
  const file = fileAt(place.tree, `${prefix}/etc/ld-musl-${architecture}.path`.replace(/^\/+/, ''));
  const body = file && (await reader.whole([file], 2 ** 20)).get(file.path);
  return body
    ? Buffer.from(body)
        .toString('utf8')
        .split(/[:\n]/)
        .filter((path) => path !== '')
    : loader.directories;
}

function fileAt(tree: FileTree, path: string): FileNode | undefined {
  const node = tree.resolve(path);
  return node?.type === EntryType.file ? node : undefined;
}

const unreadOf = ({ path }: Step, reason: string): string => `Which libraries ${path} needs is not known: ${reason}.`;
const stopped = (obstacle: Obstacle): Outcome => ({ ...nothing, obstacles: [obstacle] });
