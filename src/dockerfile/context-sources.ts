import { cleanPath } from './ignore.ts';
import { compilePattern } from './ignore-pattern.ts';
import type { Instruction } from './instruction.ts';
import type { DockerfileModel } from './report.ts';

/**
 * The paths of the build context that a build reads: what COPY, ADD and bind mounts of the needed stages name, as patterns
 * of path.Match from the context's root.
 * @returns undefined where that may be all of it: a whole copy, a variable, a frontend or a base image that decides for itself.
 */
export function contextSources({ parsed, graph }: DockerfileModel): readonly string[] | undefined {
  if (parsed.directives['syntax'] !== undefined && !/(^|\/)docker\/dockerfile(:|@|$)/.test(parsed.directives['syntax']))
    return undefined;
  const steps = graph.stages.filter(({ index }) => graph.needed.has(index)).flatMap(({ steps: own }) => own);
  const sources = steps.flatMap(({ instruction }) => sourcesOf(instruction)).map(cleanSource);
  // A build that takes nothing by its own word may do so by the ONBUILD of an image, which is not known here.
  if (sources.length === 0 || sources.includes('.') || sources.some((source) => source.includes('$'))) return undefined;
  return [...new Set(sources)];
}

function sourcesOf({ detail }: Instruction): readonly string[] {
  if (detail.kind === 'RUN')
    return detail.mounts
      .filter(({ type, from }) => from === null && (type === 'bind' || type.includes('$')))
      .map(({ source }) => source ?? '.');
  if ((detail.kind !== 'COPY' && detail.kind !== 'ADD') || detail.from !== null) return [];
  return detail.sources.filter((source) => !isRemote(source));
}

/** Where ADD fetches from elsewhere. https://docs.docker.com/reference/dockerfile/#add */
const isRemote = (source: string): boolean => /^(https?|git|ssh|ftp):\/\/|^[\w.-]+@[\w.-]+:/.test(source);

const cleanSource = (source: string): string => cleanPath(`/${source}`).slice(1) || '.';

/** Whether a path of the context is what a source names, or lies below or above it. */
export function isReadBy(source: string, path: string): boolean {
  const wanted = source.split('/');
  return path
    .split('/')
    .slice(0, wanted.length)
    .every((name, index) => matches(wanted[index] ?? '', name));
}

/** One component as Go's path.Match reads it; what is no sound pattern may mean anything. */
function matches(pattern: string, name: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return pattern === name;
  try {
    return compilePattern(pattern)(name);
  } catch {
    return true;
  }
}
