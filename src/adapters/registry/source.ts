import { defaultLimits } from '../../archive/limits.ts';
import { cachedContents } from '../../archive/cached-contents.ts';
import { noLayerCache, type LayerCache } from '../../archive/layer-cache.ts';
import { chooseOciImage } from '../../archive/oci-choose.ts';
import { findManifests } from '../../archive/oci-index.ts';
import { openOciImage } from '../../archive/oci-layout.ts';
import { familiarReference, parseReference, withDefaultTag } from '../../image/reference.ts';
import type { ImageSource, OpenImage, RegistryLists } from '../../ports.ts';
import type { Environment } from '../engine/docker-config.ts';
import type { OnBytes } from '../read-meter.ts';
import { pathOfDigest, RepositoryContents } from './contents.ts';
import { KnownLayers } from './known-layers.ts';
import { LayerReader } from './layers.ts';
import { asBrokenImage, noImageListed } from './problems.ts';
import { Registry } from './registry.ts';
import { defaultPatience } from './retry.ts';
import { listPlatforms } from './platforms.ts';
import { readRoot } from './root.ts';
import type { RegistryOptions } from './session.ts';
import { listTags } from './tags.ts';

/** How registries are reached; what is left out has its default. */
export interface RegistrySourceOptions extends Partial<RegistryOptions> {
  /** The variables of the process: proxies, and where docker's config.json is. */
  readonly environment: Environment;
  /** Of several platforms, the one read when none is asked for: this machine's, `linux/ARCHITECTURE`. */
  readonly platform: string;
  /** Layers that were read before; without one nothing is kept. */
  readonly cache?: LayerCache;
  /** Is told of the bytes of layers as they come, for progress. */
  readonly onBytes?: OnBytes;
}

/**
 * Opens images in registries: manifest and config at once, layers and bodies when they are asked for. Every byte that a
 * result rests on was checked against the digests the manifest and the config state.
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export function registrySource(options: RegistrySourceOptions): ImageSource & RegistryLists {
  const {
    cache = noLayerCache,
    insecureRegistries = [],
    patience = defaultPatience,
    onSecret = () => undefined,
    onBytes,
  } = options;
  const registries = new Map<string, Registry>();
  const known = new KnownLayers();
  const registryOf = (name: string): Registry => {
    const registry =
      registries.get(name) ??
      new Registry(name, { environment: options.environment, insecureRegistries, patience, onSecret });
    registries.set(name, registry);
    return registry;
  };
  return {
    tags: (name, signal) => {
      const { domain, path } = parseReference(name);
      return listTags(registryOf(domain), path, signal);
    },
    platforms: async (text, signal) => {
      const reference = withDefaultTag(parseReference(text));
      const registry = registryOf(reference.domain);
      return explained(() => listPlatforms(registry, reference, signal));
    },
    open: async (source, platform, signal) => {
      if (source.kind !== 'registry') throw new Error(`A registry holds no ${source.kind}.`);
      const reference = withDefaultTag(parseReference(source.reference));
      const registry = registryOf(reference.domain);
      return explained(async () => {
        const where = `registry:${familiarReference(reference)}`;
        const { root, bytes } = await readRoot(registry, reference, where, signal);
        const limits = defaultLimits;
        const from = { registry, repository: reference.path, limits, ...(onBytes && { onBytes }) };
        const contents = new RepositoryContents(where, from, new LayerReader(from, known), signal);
        contents.add(pathOfDigest(root.digest), bytes);
        const found = await findManifests(contents, [root], limits);
        if (found.length === 0) throw noImageListed(where);
        const wanted = platform ?? (found.length > 1 ? options.platform : undefined);
        const image = await chooseOciImage(contents, [root], undefined, wanted, limits);
        // A tag may move while this is read; the digest says what was.
        const resolved = `registry:${familiarReference({ ...reference, digest: root.digest })}`;
        return inTheirWords(openOciImage(cachedContents(contents, cache), resolved, image));
      });
    },
  };
}

function inTheirWords(image: OpenImage): OpenImage {
  return {
    facts: image.facts,
    readLayers: (signal, keep) => explained(() => image.readLayers(signal, keep)),
    readBodies: (nodes, maxBytes, signal) => explained(() => image.readBodies(nodes, maxBytes, signal)),
    readRecords: (records, maxBytes, signal) =>
      explained(async () => (await image.readRecords?.(records, maxBytes, signal)) ?? []),
  };
}

/** What archives call broken has another remedy in a registry. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asBrokenImage(thrown);
  }
}
