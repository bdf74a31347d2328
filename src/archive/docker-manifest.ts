import type { ImageFacts, LayerBlob } from '../image/image.ts';
import type { OpenImage } from '../ports.ts';
import type { Digest } from '../result/measurement.ts';
import type { ArchiveContents } from './contents.ts';
import { digestOf, readImageConfig, type ConfigFacts } from './image-config.ts';
import { JsonObject, parseJson } from './json.ts';
import { brokenArchive } from './limits.ts';
import { fullTag } from './image-names.ts';
import { ambiguousImage, noSuchImage, noSuchPlatform } from './choice-errors.ts';
import { layersOfConfig } from './oci-index.ts';
import { isPlatform } from './oci-descriptor.ts';
import { openImage } from './open-image.ts';
import { cleanPath } from './tar-names.ts';

/** One image of a docker-archive: its config's path, its layers' paths, base first, and its tags. */
export interface DockerImage {
  readonly configPath: string;
  readonly layerPaths: readonly string[];
  readonly tags: readonly string[];
}

/** Reads `manifest.json`. @throws UserError `broken-archive`, also when there is none: it comes last, so a cut archive lacks it. */
export async function readDockerManifest(contents: ArchiveContents): Promise<readonly DockerImage[]> {
  const document = await contents.document('manifest.json');
  if (!document) throw brokenArchive(contents.where, await whyNoManifest(contents));
  const where = `\`manifest.json\` in ${contents.where}`;
  const list = parseJson(document, where);
  if (!Array.isArray(list)) throw brokenArchive(where, 'it is not a list');
  return list.map((value, index) => {
    const image = new JsonObject(value, `${where}, image ${index}`);
    const configPath = image.text('Config') ?? '';
    if (configPath === '') throw brokenArchive(image.where, 'it names no config');
    return {
      configPath: cleanPath(configPath),
      layerPaths: (image.texts('Layers') ?? []).map(cleanPath),
      tags: image.texts('RepoTags') ?? [],
    };
  });
}

async function whyNoManifest(contents: ArchiveContents): Promise<string> {
  const has = async (path: string): Promise<boolean> => (await contents.stat(path)) !== undefined;
  if (await has('oci-layout')) return 'it holds no manifest.json, but an OCI layout: name it oci-archive:FILE';
  // Docker wrote both from 1.10 on; what has only the older list states no configuration that could be checked.
  if (await has('repositories'))
    return 'it holds no manifest.json: it is in the form that Docker wrote before 1.10; load it and save it again';
  return 'it holds no manifest.json: it was cut short, or no `docker save` wrote it';
}

/** Chooses by tag, image ID or its start, and platform; without a name there must be one image. @throws UserError */
export async function chooseDockerImage(
  contents: ArchiveContents,
  images: readonly DockerImage[],
  name: string | undefined,
  platform: string | undefined,
): Promise<{ readonly image: DockerImage; readonly config: ConfigFacts }> {
  const all = await Promise.all(images.map(async (image) => ({ image, config: await readConfig(contents, image) })));
  const named = name === undefined ? all : all.filter(({ image, config }) => isNamed(image, config, name));
  if (named.length === 0)
    throw noSuchImage(
      contents.where,
      name,
      images.flatMap(({ tags }) => tags),
    );
  const fitting = platform === undefined ? named : named.filter(({ config }) => isPlatform(config.platform, platform));
  const [first, ...others] = fitting;
  if (!first)
    throw noSuchPlatform(
      contents.where,
      platform ?? '',
      named.map(({ config }) => config.platform),
    );
  if (others.some(({ config }) => config.imageId !== first.config.imageId)) {
    throw ambiguousImage(
      contents.where,
      fitting.map(({ image, config }) => `${image.tags[0] ?? config.imageId} (${config.platform})`),
    );
  }
  return first;
}

/** The chosen image with its facts. @throws UserError `broken-archive` */
export async function openDockerImage(
  contents: ArchiveContents,
  source: string,
  { image, config }: { readonly image: DockerImage; readonly config: ConfigFacts },
): Promise<OpenImage> {
  const { layerPaths } = image;
  if (layerPaths.length !== config.diffIds.length) {
    throw brokenArchive(
      contents.where,
      `its manifest lists ${layerPaths.length} layers and its config ${config.diffIds.length}`,
    );
  }
  const blobs = await blobsOf(contents, layerPaths, config.imageId);
  const facts: ImageFacts = { source, ...config, ...(blobs && { blobs }) };
  const layers = layerPaths.map((path, index) => ({
    path,
    where: `layer ${index} (\`${path}\`) of ${contents.where}`,
    diffId: config.diffIds[index],
    blobDigest: blobs?.[index]?.digest,
  }));
  return openImage(contents, facts, layers);
}

async function readConfig(contents: ArchiveContents, { configPath }: DockerImage): Promise<ConfigFacts> {
  const where = `config \`${configPath}\` in ${contents.where}`;
  const bytes = await contents.document(configPath);
  if (!bytes) throw brokenArchive(contents.where, `its manifest names \`${configPath}\`, which is not there`);
  const stated = /(?:^|\/)(?:sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(configPath)?.[1];
  if (stated !== undefined && digestOf(bytes) !== `sha256:${stated}`)
    throw brokenArchive(where, 'its bytes have another digest');
  return readImageConfig(bytes, where);
}

/**
 * The blobs where the archive holds them as they are stored and pulled, which only one with compressed layers does.
 * Their media types are those of the OCI manifest beside, where there is one.
 */
async function blobsOf(
  contents: ArchiveContents,
  paths: readonly string[],
  imageId: Digest,
): Promise<readonly LayerBlob[] | undefined> {
  const stats = await Promise.all(paths.map((path) => contents.stat(path)));
  if (!stats.some((stat) => stat && stat.compression !== 'none')) return undefined;
  const described = await layersOfConfig(contents, imageId);
  const blobs: LayerBlob[] = [];
  for (const [index, path] of paths.entries()) {
    const stat = stats[index];
    const digest = /(?:^|\/)(?:sha256:)?([0-9a-f]{64})(?:\.tar\.(?:gz|zst))?$/.exec(path)?.[1];
    if (!stat || digest === undefined) return undefined;
    const suffix = stat.compression === 'none' ? '' : `+${stat.compression}`;
    const mediaType = described?.[index]?.mediaType ?? `application/vnd.oci.image.layer.v1.tar${suffix}`;
    blobs.push({ digest: `sha256:${digest}`, bytes: stat.bytes, mediaType });
  }
  return blobs;
}

function isNamed({ tags }: DockerImage, { imageId }: ConfigFacts, name: string): boolean {
  const wanted = fullTag(name);
  const id = name.replace(/^sha256:/, '');
  return (
    tags.some((tag) => fullTag(tag) === wanted) || (/^[0-9a-f]{6,64}$/.test(id) && imageId.startsWith(`sha256:${id}`))
  );
}
