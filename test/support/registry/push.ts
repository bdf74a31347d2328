import { pushBlob, pushManifest } from './docker-registry.ts';
import { anImage, type ImageForm } from './image.ts';

/** Puts an image of a test's making into a registry, as a client would. */
export async function pushImage(
  host: string,
  repository: string,
  tag: string,
  form: ImageForm,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const image = anImage(form);
  for (const [digest, bytes] of image.blobs) await pushBlob(host, repository, digest, bytes, headers);
  await pushManifest(host, repository, tag, image, headers);
}
