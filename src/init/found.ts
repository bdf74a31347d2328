import { chartOf, chartsIn, kindOfFile, looksLikeManifests } from '../audit/kinds.ts';
import { buildOf, type Build } from '../audit/builds.ts';
import { usesOfCompose } from '../audit/uses.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import { readBake } from '../references/bake.ts';
import { readCompose } from '../references/compose.ts';
import { maxReferenceFileBytes } from '../references/yaml-documents.ts';

/** An image to gate, and what told of it. */
export interface FoundImage {
  readonly name: string;
  readonly dockerfile: string;
  readonly context?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  /** `compose.yaml, service web`; the Dockerfile alone where nothing builds it. */
  readonly because: string;
}

/** What a repository has that matters to the gate. */
export interface FoundRepository {
  readonly images: readonly FoundImage[];
  /** What is left out or could not be read, with the reason. */
  readonly leftOut: readonly string[];
  /** Files that refer to images, which an audit would read. */
  readonly referring: readonly string[];
  /** Workflows that build images, and those that use this gate already. */
  readonly workflows: { readonly building: readonly string[]; readonly gating: readonly string[] };
}

const notShipped = /(^|\/)(tests?|testdata|fixtures|__tests__|examples?|e2e|\.devcontainer)\//i;

/** Looks at a repository: each Dockerfile that ships is an image, built as bake or compose build it. */
export async function lookAt(
  files: readonly string[],
  folderName: string,
  checkout: Pick<Checkout, 'readText'>,
): Promise<FoundRepository> {
  const builds: FoundBuild[] = [];
  const referring: string[] = [];
  const unread: string[] = [];
  const charts = chartsIn(files);
  for (const file of files) {
    const kind = kindOfFile(file);
    if (kind === undefined || kind === 'dockerfile' || file.startsWith('.github/')) continue;
    // Data, mostly, and templates that are no YAML yet.
    if (kind === 'yaml' && (file.endsWith('.json') || chartOf(file, charts) !== undefined)) continue;
    const text = await textOf(file, checkout, unread);
    if (kind !== 'yaml' || looksLikeManifests(text, file)) referring.push(file);
    if (kind !== 'yaml') builds.push(...buildsOf(file, kind, text, unread));
  }
  builds.sort((one, other) => rank(one) - rank(other));
  const dockerfiles = files.filter((file) => kindOfFile(file) === 'dockerfile');
  const shipped = dockerfiles.filter((file) => !notShipped.test(file));
  const names = namesFor(shipped, folderName);
  return {
    images: shipped.map((dockerfile): FoundImage => {
      const found = builds.find(({ build }) => build.dockerfile === dockerfile && build.text === undefined);
      const { context, target, args = {} } = found?.build ?? {};
      return {
        name: names.get(dockerfile) ?? folderName,
        dockerfile,
        ...(context !== undefined && { context }),
        ...(target !== undefined && { target }),
        args,
        because: found?.because ?? dockerfile,
      };
    }),
    leftOut: [
      ...dockerfiles
        .filter((file) => notShipped.test(file))
        .map((file) => `${file}: tests, examples and the like do not ship`),
      ...unread,
    ],
    referring,
    workflows: await workflowsOf(files, checkout),
  };
}

interface FoundBuild {
  readonly build: Build;
  readonly because: string;
}

/** A bake file is written to build what ships, a compose file often to develop it. */
function rank({ build: { target = '' }, because }: FoundBuild): number {
  const isForWork = /(^|[^a-z])(dev|test|debug|local|override|ci)/i;
  return (isForWork.test(target) ? 4 : 0) + (isForWork.test(because) ? 2 : 0) + (because.includes('compose') ? 1 : 0);
}

/** A file that cannot be read is named: the build it asks for is not known. */
async function textOf(file: string, checkout: Pick<Checkout, 'readText'>, unread: string[]): Promise<string> {
  try {
    return (await checkout.readText(file, maxReferenceFileBytes)) ?? '';
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    unread.push(`${file}: ${thrown.message}`);
    return '';
  }
}

function buildsOf(file: string, kind: 'compose' | 'bake', text: string, unread: string[]): readonly FoundBuild[] {
  try {
    const builds =
      kind === 'compose'
        ? usesOfCompose(file, readCompose(file, text, {})).builds
        : readBake(file, text, {}).targets.flatMap((target) => {
            const build = buildOf(file, target, `target ${target.name}`);
            return build === 'elsewhere' ? [] : [build];
          });
    return builds.map((build) => ({ build, because: `${file}, ${build.from ?? 'build'}` }));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    unread.push(`${file}: ${thrown.problems[0]?.message ?? thrown.message}`);
    return [];
  }
}

async function workflowsOf(files: readonly string[], checkout: Pick<Checkout, 'readText'>) {
  const building: string[] = [];
  const gating: string[] = [];
  for (const file of files.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))) {
    const text = await textOf(file, checkout, []);
    if (/uses: *['"]?plimsoll\/plimsoll[/@]/.test(text)) gating.push(file);
    else if (/docker\/build-push-action@|docker\/bake-action@|docker (buildx |image )?(build|bake)\b/.test(text))
      building.push(file);
  }
  return { building, gating };
}

/** Short names where they are unique: the folder, or what stands behind `Dockerfile.`; else the whole path. */
function namesFor(dockerfiles: readonly string[], folderName: string): ReadonlyMap<string, string> {
  const short = new Map(dockerfiles.map((path) => [path, asName(shortName(path) ?? folderName)]));
  const all = [...short.values()];
  return new Map(
    [...short].map(([path, name]) => [path, all.filter((one) => one === name).length > 1 ? asName(path) : name]),
  );
}

function shortName(path: string): string | undefined {
  const [file = '', folder] = path.split('/').toReversed();
  const suffix =
    /^(?:Dockerfile|Containerfile)[._-](.+)$/.exec(file)?.[1] ??
    /^(.+)\.(?:Dockerfile|Containerfile)$/i.exec(file)?.[1];
  return suffix ?? folder;
}

function asName(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return plain.slice(0, 128) || 'image';
}
