import { posix } from 'node:path';
import type { Place } from '../errors.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { FoundUse } from './gather.ts';

/** A Dockerfile that something builds. */
export interface Build {
  readonly dockerfile: string;
  /** The folder it is built with, where something says so. */
  readonly context?: string;
  /** Its text, where it stands in a compose or bake file. */
  readonly text?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  /** Named contexts, which take the place of stages and images of their name. */
  readonly contexts?: Readonly<Record<string, string>>;
  readonly platform?: string;
  /** Who builds it: `service web`. */
  readonly from?: string;
  readonly place?: Place;
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
  readonly contexts?: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** How a service or a target is built; `elsewhere`: the context is no folder of this repository. */
export function buildOf(
  file: string,
  { context, dockerfile, dockerfileInline, target, args, contexts = {}, place }: Built,
  from: string,
  platform?: string,
  folder = posix.dirname(file),
): Build | 'elsewhere' {
  const more = {
    args,
    from,
    place,
    ...(target !== undefined && { target }),
    ...(Object.keys(contexts).length > 0 && { contexts }),
    ...(platform !== undefined && { platform }),
  };
  if (dockerfileInline !== undefined) return { dockerfile: file, text: dockerfileInline, ...more };
  const path = posix.normalize(posix.join(folder, context, dockerfile ?? 'Dockerfile'));
  const isRemote = /^[a-z][a-z0-9+.-]*:\/\/|^git@|^target:/.test(context);
  return isRemote || context.startsWith('/') || dockerfile?.startsWith('/') || path.startsWith('../')
    ? 'elsewhere'
    : { dockerfile: path, context: posix.normalize(posix.join(folder, context)), ...more };
}
