import type { BakeFile } from '../references/bake.ts';
import type { ComposeFile } from '../references/compose.ts';
import type { ManifestImage } from '../references/kubernetes.ts';
import type { AuditProblem, AuditResult } from '../result/audit.ts';
import { buildOf, type Build } from './builds.ts';
import type { FoundUse } from './gather.ts';

/** What a file comes to. */
export interface FileUses {
  readonly found: readonly FoundUse[];
  readonly builds: readonly Build[];
  readonly skipped: AuditResult['skipped'];
  readonly problems: readonly AuditProblem[];
}

const builtHere =
  'It is built from a Dockerfile of this repository: its base images are audited, the built image by `plimsoll check`.';
const builtElsewhere = 'It is built from a folder or a repository that is no part of this one.';
const ofOtherProfile = 'None of its profiles is one of those that are audited.';

/** Uses by a compose file: images as they are, builds by their Dockerfiles. @param how `folder`: where paths are seen from; `profiles`: whose services count, absent: all */
export function usesOfCompose(
  file: string,
  { services, problems }: ComposeFile,
  { folder, profiles }: { readonly folder?: string; readonly profiles?: readonly string[] } = {},
): FileUses {
  const all = services.map((service) => {
    const { name, image, build, place, platform, mounted } = service;
    const isIn =
      profiles === undefined || service.profiles.length === 0 || service.profiles.some((one) => profiles.includes(one));
    const what = `service ${name}${service.profiles.length === 0 ? '' : ` (profile ${service.profiles.join(', ')})`}`;
    const from = 'compose' as const;
    const found = build && buildOf(file, build, what, platform?.value, folder);
    return {
      isIn,
      problems: service.problems,
      build: found,
      contexts: imageContexts(from, what, place, build?.contexts),
      mounted: mounted.map((volume): FoundUse => ({
        role: 'image',
        use: { from, what: `${what}, volume`, written: volume.value, place: volume.place },
      })),
      // What is built elsewhere may have no name of its own.
      use:
        image || found === 'elsewhere'
          ? { from, what, written: image?.value ?? build?.context ?? '', place: image?.place ?? place }
          : undefined,
      on: platform?.value,
    };
  });
  const inUse = all.filter(({ isIn }) => isIn);
  return {
    found: inUse.flatMap(({ build, use, contexts, mounted, on }): readonly FoundUse[] => [
      ...(use && !build ? [{ use, role: 'image' as const, ...(on !== undefined && { platform: on }) }] : []),
      ...contexts,
      ...mounted,
    ]),
    skipped: all.flatMap(({ isIn, build, use }) => {
      if (!use || (isIn && !build)) return [];
      return [{ use, reason: !isIn ? ofOtherProfile : build === 'elsewhere' ? builtElsewhere : builtHere }];
    }),
    builds: inUse.flatMap(({ build }) => (build && build !== 'elsewhere' ? [build] : [])),
    problems: [...problems, ...inUse.flatMap((service) => service.problems)],
  };
}

/** Named contexts that are images: https://docs.docker.com/build/building/context/#named-contexts */
function imageContexts(
  from: 'compose' | 'bake',
  what: string,
  place: FoundUse['use']['place'],
  contexts: Readonly<Record<string, string>> = {},
): readonly FoundUse[] {
  return Object.values(contexts).flatMap((context): readonly FoundUse[] => {
    const written = /^docker-image:\/\/(.+)$/.exec(context)?.[1];
    return written === undefined ? [] : [{ role: 'base', use: { from, what, written, place } }];
  });
}

/** Uses by a bake file: named contexts that are images, and the Dockerfiles; tags are what is built. */
export function usesOfBake(file: string, { targets, problems }: BakeFile): FileUses {
  const found = targets.flatMap(({ name, place, contexts }) =>
    imageContexts('bake', `target ${name}`, place, contexts),
  );
  // Targets that only others inherit from need no Dockerfile of their own.
  const builds = targets.map((target) => {
    const isBuilt = Object.keys(target.args).length + target.tags.length > 0;
    return { target, build: isBuilt ? buildOf(file, target, `target ${target.name}`, target.platforms[0]) : undefined };
  });
  const skipped = builds.flatMap(({ target: { name, place, tags }, build }) =>
    tags.map((written) => ({
      use: { from: 'bake' as const, what: `target ${name}`, written, place },
      reason: build === 'elsewhere' ? builtElsewhere : builtHere,
    })),
  );
  return {
    found,
    skipped,
    builds: builds.flatMap(({ build }) => (build && build !== 'elsewhere' ? [build] : [])),
    problems: [...problems, ...targets.flatMap((target) => target.problems)],
  };
}

/** Uses by manifests, with what these say. */
export function usesOfManifests(images: readonly ManifestImage[]): readonly FoundUse[] {
  return images.map(({ value, place, pointer, kind, name, container, role, says, replaces, isWhole }) => ({
    role: 'image',
    use: {
      from: 'kubernetes',
      what:
        [kind, name].filter((part) => part !== '').join(' ') +
        (container === undefined ? '' : `, container ${container}`),
      written: value,
      place,
      pointer,
      role,
      says,
      ...(replaces !== undefined && { replaces }),
      ...(isWhole !== undefined && { isWhole }),
    },
  }));
}
