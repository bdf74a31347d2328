import { createHash } from 'node:crypto';

/** Where stacks of layers begin alike: asked for ten thousand images, it looks up and compares none with another. */
export interface Prefixes {
  /** The value put under the longest beginning of a stack that is shorter than the stack itself. */
  longest<T>(values: ReadonlyMap<number, T>, diffIds: readonly string[]): T | undefined;
  /** One number for a stack; the same for the same layers in the same order. */
  nodeOf(diffIds: readonly string[]): number;
}

/** Numbers every beginning of every stack it is asked about. */
export function prefixes(): Prefixes {
  const nodes = new Map<string, number>();
  const pathOf = (diffIds: readonly string[]): readonly number[] => {
    let node = 0;
    return diffIds.map((diffId) => {
      const key = `${node} ${diffId}`;
      node = nodes.get(key) ?? nodes.size + 1;
      nodes.set(key, node);
      return node;
    });
  };
  return {
    nodeOf: (diffIds) => pathOf(diffIds).at(-1) ?? 0,
    longest(values, diffIds) {
      const path = pathOf(diffIds);
      for (let length = path.length - 1; length > 0; length -= 1) {
        const found = values.get(path[length - 1] ?? 0);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** One digest for a stack of layers: the ChainID of https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid */
export function chainIdOf(diffIds: readonly string[]): string {
  const [first = '', ...others] = diffIds;
  return others.reduce(
    (chain, diffId) => `sha256:${createHash('sha256').update(`${chain} ${diffId}`).digest('hex')}`,
    first,
  );
}
