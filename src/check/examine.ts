import { attributeLayers } from '../dockerfile/attribute.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import { measure } from '../image/measure.ts';
import { listPackages, packageDatabases } from '../image/packages/packages.ts';
import { squash } from '../image/squash.ts';
import type { OpenImage } from '../ports.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { Digest, Measurement } from '../result/measurement.ts';

/** An image that has been read and measured, with what rules need beside the numbers. */
export interface Examined {
  readonly measurement: Measurement;
  readonly tree: FileTree;
  readonly bodies: ReadonlyMap<string, Uint8Array>;
}

/** What is known about the image from outside of it. */
export interface Surroundings {
  readonly dockerfile?: DockerfileReport;
  /** DiffIDs of the base image, where it is at hand. */
  readonly baseDiffIds?: readonly Digest[];
  /** Absolute paths of files whose bodies the policy's rules want. */
  readonly reads: readonly string[];
}

const maxDatabaseBytes = 64 * 2 ** 20;
const maxRuleBodyBytes = 2 ** 20;

/** Reads an opened image's layers and the few bodies that are wanted, and measures it. */
export async function examine(image: OpenImage, around: Surroundings, signal: AbortSignal): Promise<Examined> {
  const { facts } = image;
  const layers = await image.readLayers(signal);
  const squashed = squash(layers);
  const databases = packageDatabases(squashed.tree);
  const contents = await image.readBodies(databases, maxDatabaseBytes, signal);
  const packages = listPackages(squashed.tree, contents);
  const attribution = around.dockerfile && attributeLayers(facts.history, around.dockerfile);
  const measurement = measure(
    { ...facts, layers },
    {
      squashed,
      packages,
      ...(attribution && { dockerfile: attribution.lines, historyBaseLayers: attribution.baseLayers }),
      ...baseOf(around),
    },
  );
  return { measurement, tree: squashed.tree, bodies: await readFor(around.reads, image, squashed.tree, signal) };
}

function baseOf({ baseDiffIds }: Surroundings) {
  return baseDiffIds && { baseDiffIds };
}

/** Bodies for rules, keyed by the path asked for: symbolic links are followed as a process in the container would. */
async function readFor(
  paths: readonly string[],
  image: OpenImage,
  tree: FileTree,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const asked = paths.flatMap((path): readonly (readonly [string, FileNode])[] => {
    const node = tree.resolve(path.replace(/^\/+/, ''));
    return node ? [[path.replace(/^\/+/, ''), node]] : [];
  });
  const bodies = await image.readBodies(
    asked.map(([, node]) => node),
    maxRuleBodyBytes,
    signal,
  );
  return new Map(
    asked.flatMap(([path, node]) => {
      const body = bodies.get(node.path);
      return body ? [[path, body] as const] : [];
    }),
  );
}
