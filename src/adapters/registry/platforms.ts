import { defaultLimits } from '../../archive/limits.ts';
import { readImageConfig } from '../../archive/image-config.ts';
import { readOciDocument } from '../../archive/oci-document.ts';
import { findManifests, readChecked } from '../../archive/oci-index.ts';
import { familiarReference, type ImageReference } from '../../image/reference.ts';
import { pathOfDigest, RepositoryContents } from './contents.ts';
import { KnownLayers } from './known-layers.ts';
import { LayerReader } from './layers.ts';
import type { Registry } from './registry.ts';
import { readRoot } from './root.ts';

/** The platforms of a manifest or an index, each once; what an index does not say is read from the config. @throws UserError */
export async function listPlatforms(
  registry: Registry,
  reference: ImageReference,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const where = `registry:${familiarReference(reference)}`;
  const { root, bytes } = await readRoot(registry, reference, where, signal);
  const limits = defaultLimits;
  const from = { registry, repository: reference.path, limits };
  const contents = new RepositoryContents(where, from, new LayerReader(from, new KnownLayers()), signal);
  contents.add(pathOfDigest(root.digest), bytes);
  const platforms = new Set<string>();
  for (const descriptor of await findManifests(contents, [root], limits)) {
    if (descriptor.platform !== undefined) {
      platforms.add(descriptor.platform);
      continue;
    }
    const document = await readChecked(contents, descriptor, 'manifest');
    const manifest = readOciDocument(document.bytes, descriptor.mediaType, document.where);
    if (manifest.kind !== 'manifest') continue;
    const config = await readChecked(contents, manifest.config, 'config');
    platforms.add(readImageConfig(config.bytes, config.where).platform);
  }
  return [...platforms];
}
