import { createHash } from 'node:crypto';
import { readDigest } from '../../archive/image-config.ts';
import { defaultLimits } from '../../archive/limits.ts';
import type { Descriptor } from '../../archive/oci-descriptor.ts';
import { kindOf, readOciDocument } from '../../archive/oci-document.ts';
import { checkDigest } from '../../archive/layer-verify.ts';
import type { ImageReference } from '../../image/reference.ts';
import type { Digest } from '../../result/measurement.ts';
import { oldManifest } from './problems.ts';
import type { Registry } from './registry.ts';

/**
 * Resolves a name to what it means right now: a manifest or an index, checked against the digest where the name has one.
 * What the server says of its digest is not asked.
 * @throws UserError
 */
export async function readRoot(
  registry: Registry,
  reference: ImageReference,
  where: string,
  signal: AbortSignal,
): Promise<{ readonly root: Descriptor & { readonly digest: Digest }; readonly bytes: Buffer }> {
  const stated = reference.digest === null ? undefined : readDigest(reference.digest, where);
  const name = stated ?? reference.tag ?? 'latest';
  const document = await registry.manifest(reference.path, name, defaultLimits.maxDocumentBytes, signal);
  const { bytes, contentType } = document;
  if (stated !== undefined) checkDigest(bytes, stated, where);
  if (contentType?.startsWith('application/vnd.docker.distribution.manifest.v1+') === true)
    throw oldManifest(where, contentType);
  const { kind } = readOciDocument(bytes, contentType, where);
  const mediaType = kindOf(contentType) === kind && contentType !== undefined ? contentType : ociTypes[kind];
  return { root: { mediaType, digest: stated ?? sha256(bytes), bytes: bytes.length, annotations: {} }, bytes };
}

const ociTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
} as const;

function sha256(bytes: Buffer): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
