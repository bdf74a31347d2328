import type { ImageReference } from '../image/reference.ts';
import { familiarReference, readReference } from '../image/reference.ts';
import type { DockerfileReport, StageReport } from '../result/dockerfile.ts';
import type { DockerfileLines } from '../result/measurement.ts';

/** An image that a Dockerfile takes content from. */
export interface BaseUse {
  readonly via: 'from' | 'copy' | 'mount';
  /** As people write it: `node:22`, `scratch`. */
  readonly name: string;
  /** Completed; undefined for `scratch`, and when the name does not resolve. */
  readonly reference?: ImageReference;
  /** A name that is no image's, for want of a build argument. */
  readonly isUnresolved: boolean;
  /** Files of a named build context stand in for it: there is no image at all. */
  readonly isContext: boolean;
  readonly location: DockerfileLines;
}

/** Every image named by FROM, COPY --from, ADD --from and RUN --mount=from: of the stages that ship, or of all. */
export function basesOf(dockerfile: DockerfileReport, which: 'final' | 'all'): readonly BaseUse[] {
  const stages = which === 'all' ? dockerfile.stages : shippingStages(dockerfile);
  return stages.flatMap((stage) => basesOfStage(stage, dockerfile));
}

/** The final stage and those it is FROM: what they hold ships. */
export function shippingStages({ stages, final }: DockerfileReport): readonly StageReport[] {
  const chain: StageReport[] = [];
  let stage = stages[final.stage];
  while (stage) {
    chain.push(stage);
    const below: number | null = stage.base.stage;
    // A stage can only be FROM an earlier one, so this ends.
    stage = below === null || below >= stage.index ? undefined : stages[below];
  }
  return chain;
}

/** How a use reads in a sentence: `COPY --from=composer:2`. */
export function describeUse({ via, name }: BaseUse): string {
  return { from: `FROM ${name}`, copy: `COPY --from=${name}`, mount: `RUN --mount=from=${name}` }[via];
}

function basesOfStage(stage: StageReport, { file, instructions }: DockerfileReport): readonly BaseUse[] {
  const { reference, stage: parent, written } = stage.base;
  const own = parent === null ? [asUse('from', reference, written, lineAt(file, stage.startLine))] : [];
  const copies = stage.copiesFrom
    .filter((copy) => copy.stage === null)
    .map(({ via, reference: copied, line }) => {
      const flags = instructions.find(({ startLine }) => startLine === line)?.flags ?? [];
      const names = flags.map((flag) => /[-,=]from=([^,]+)/.exec(flag)?.[1] ?? '').filter((name) => name !== '');
      const asWritten = copied === null ? names[0] : names.find((name) => copied.includes(name));
      return asUse(via, copied, asWritten ?? '', lineAt(file, line));
    });
  return own.concat(copies);
}

function asUse(via: BaseUse['via'], reference: string | null, written: string, location: DockerfileLines): BaseUse {
  const kind = { isUnresolved: false, isContext: false };
  if (reference === 'scratch') return { via, name: 'scratch', ...kind, location };
  // Every other name has been resolved, or the Dockerfile refused.
  if (reference === null) return { via, name: written, ...kind, isContext: true, location };
  const read = readReference(reference);
  if (typeof read === 'string') return { via, name: reference, ...kind, isUnresolved: true, location };
  // A Dockerfile's references come completed: what was written tells a tag from none.
  const asWritten = readReference(written);
  const isImplied = read.tag === 'latest' && typeof asWritten !== 'string' && asWritten.tag === null;
  const stated = isImplied ? { ...read, tag: null } : read;
  return { via, name: familiarReference(stated), reference: stated, ...kind, location };
}

function lineAt(file: string, line: number): DockerfileLines {
  return { file, startLine: line, endLine: line };
}
