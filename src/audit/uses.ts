import { posix } from 'node:path';
import type { BakeFile } from '../references/bake.ts';
import type { ComposeFile } from '../references/compose.ts';
import type { ManifestImage } from '../references/kubernetes.ts';
import type { Place } from '../errors.ts';
import type { AuditProblem, AuditResult } from '../result/audit.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { FoundUse } from './gather.ts';

/** A Dockerfile that something builds, of which only the base images are looked at. */
export interface Build {
  readonly dockerfile: string;
  /** The folder it is built with, where something says so. */
  readonly context?: string;
  /** Its text, where it stands in a compose or bake file. */
  readonly text?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  /** Who builds it: `service web`. */
  readonly from?: string;
  readonly place?: Place;
}

/** What a compose or bake file comes to. */
export interface FileUses {
  readonly found: readonly FoundUse[];
  readonly builds: readonly Build[];
  readonly skipped: AuditResult['skipped'];
  readonly problems: readonly AuditProblem[];
}

const builtHere =
  'It is built from a Dockerfile of this repository: its base images are audited, the built image by `plimsoll check`.';

/** Uses by a compose file: images as they are, builds by their Dockerfiles. */
export function usesOfCompose(file: string, { services, problems }: ComposeFile): FileUses {
  const uses = services.map(({ name, image, build, place }) => ({
    build: build && buildOf(file, build, `service ${name}`),
    use: image && { from: 'compose' as const, what: `service ${name}`, written: image.value, place: image.place },
    place,
  }));
  return {
    found: uses.flatMap(({ build, use }) => (use && !build ? [{ use, role: 'image' as const }] : [])),
    skipped: uses.flatMap(({ build, use }) => (use && build ? [{ use, reason: builtHere }] : [])),
    builds: uses.flatMap(({ build }) => (build && build !== 'elsewhere' ? [build] : [])),
    problems: [...problems, ...services.flatMap((service) => service.problems)],
  };
}

/** Uses by a bake file: named contexts that are images, and the Dockerfiles; tags are what is built. */
export function usesOfBake(file: string, { targets, problems }: BakeFile): FileUses {
  const found = targets.flatMap(({ name, place, contexts }) =>
    Object.values(contexts).flatMap((context): readonly FoundUse[] => {
      const written = /^docker-image:\/\/(.+)$/.exec(context)?.[1];
      return written === undefined
        ? []
        : [{ role: 'base', use: { from: 'bake', what: `target ${name}`, written, place } }];
    }),
  );
  const skipped = targets.flatMap(({ name, place, tags }) =>
    tags.map((written) => ({
      use: { from: 'bake' as const, what: `target ${name}`, written, place },
      reason: builtHere,
    })),
  );
  const builds = targets.flatMap((target) => {
    // Targets that only others inherit from need no Dockerfile of their own.
    const build = buildOf(file, target, `target ${target.name}`);
    return build === 'elsewhere' || Object.keys(target.args).length + target.tags.length === 0 ? [] : [build];
  });
  return { found, skipped, builds, problems: [...problems, ...targets.flatMap((target) => target.problems)] };
}

/** Uses by manifests, with what these say. */
export function usesOfManifests(images: readonly ManifestImage[]): readonly FoundUse[] {
  return images.map(({ value, place, pointer, kind, name, container, role, says }) => ({
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
    },
  }));
}

/** The images that a Dockerfile stands on or copies from. */
export function fromDockerfile({ stages, file, buildOrder }: DockerfileReport, build: Build): readonly FoundUse[] {
  const needed = new Set(buildOrder.flat());
  return stages
    .filter(({ index }) => needed.has(index))
    .flatMap((stage) => [
      { reference: stage.base.reference, line: stage.startLine, what: 'FROM' },
      ...stage.copiesFrom.map(({ reference, line, via }) => ({
        reference,
        line,
        what: via === 'copy' ? 'COPY --from' : 'RUN --mount=from',
      })),
    ])
    .flatMap(({ reference, line, what }): readonly FoundUse[] =>
      reference === null || reference === 'scratch' || reference.includes('://')
        ? []
        : [
            {
              role: 'base',
              use: {
                from: 'dockerfile',
                what,
                written: reference,
                place: build.text === undefined ? { file, line } : (build.place ?? { file, line }),
              },
            },
          ],
    );
}

interface Built {
  readonly context: string;
  readonly dockerfile?: string;
  readonly dockerfileInline?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** How a service or a target is built; `elsewhere`: the context is no folder of this repository. */
export function buildOf(
  file: string,
  { context, dockerfile, dockerfileInline, target, args, place }: Built,
  from: string,
): Build | 'elsewhere' {
  const more = { args, from, place, ...(target !== undefined && { target }) };
  if (dockerfileInline !== undefined) return { dockerfile: file, text: dockerfileInline, ...more };
  const path = posix.normalize(posix.join(posix.dirname(file), context, dockerfile ?? 'Dockerfile'));
  const isRemote = /^[a-z][a-z0-9+.-]*:\/\/|^git@|^target:/.test(context);
  return isRemote || context.startsWith('/') || dockerfile?.startsWith('/') || path.startsWith('../')
    ? 'elsewhere'
    : { dockerfile: path, context: posix.normalize(posix.join(posix.dirname(file), context)), ...more };
}
