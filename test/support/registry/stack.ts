import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { pushBlob, pushManifest } from './docker-registry.ts';
import { sha } from './image.ts';

const descriptor = z.object({ mediaType: z.string(), digest: z.string(), size: z.int() });
const manifestAnswer = z.object({
  mediaType: z.string(),
  config: descriptor,
  layers: z.array(descriptor),
});
const configAnswer = z.looseObject({
  config: z.record(z.string(), z.unknown()),
  rootfs: z.object({ type: z.string(), diff_ids: z.array(z.string()) }),
});

/** What is laid on an image that a registry has. */
export interface Addition {
  /** The uncompressed tar of one more layer. */
  readonly tar: Buffer;
  /** Laid over the image's own `config`. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Pushes an image that stands on one the registry has: its layers are mounted, one is added. @returns the unpacked DiffIDs */
export async function pushOn(
  host: string,
  base: { readonly repository: string; readonly tag: string },
  as: { readonly repository: string; readonly tag: string },
  { tar, config }: Addition,
): Promise<readonly string[]> {
  const accept = 'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json';
  const got = await fetch(`http://${host}/v2/${base.repository}/manifests/${base.tag}`, { headers: { accept } });
  const below = manifestAnswer.parse(await got.json());
  const blob = await fetch(`http://${host}/v2/${base.repository}/blobs/${below.config.digest}`);
  const image = configAnswer.parse(await blob.json());
  const packed = gzipSync(tar);
  const diffIds = [...image.rootfs.diff_ids, sha(tar)];
  const own = Buffer.from(
    JSON.stringify({
      ...image,
      config: { ...image.config, ...config },
      rootfs: { ...image.rootfs, diff_ids: diffIds },
      history: diffIds.map((_, index) => ({ created_by: `step ${index}` })),
    }),
  );
  for (const { digest } of below.layers) await mount(host, base.repository, as.repository, digest);
  for (const bytes of [packed, own]) await pushBlob(host, as.repository, sha(bytes), bytes);
  const [type] = below.layers.map(({ mediaType }) => mediaType);
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: below.mediaType,
      config: { ...below.config, digest: sha(own), size: own.length },
      layers: [...below.layers, { mediaType: type, digest: sha(packed), size: packed.length }],
    }),
  );
  await pushManifest(host, as.repository, as.tag, { manifest, mediaType: below.mediaType });
  return diffIds;
}

async function mount(host: string, from: string, to: string, digest: string): Promise<void> {
  const url = `http://${host}/v2/${to}/blobs/uploads/?mount=${digest}&from=${from}`;
  const { status } = await fetch(url, { method: 'POST' });
  if (status !== 201) throw new Error(`${url} answers ${status}.`);
}
