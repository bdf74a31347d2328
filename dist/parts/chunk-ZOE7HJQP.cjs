var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  readDockerArchive: () => readDockerArchive,
  readDockerArchiveStream: () => readDockerArchiveStream
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QIAGGXQA = require("./chunk-QIAGGXQA.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
async function readDockerManifest(contents) {
  const document = await contents.document("manifest.json");
  if (!document) throw (0, import_chunk_GXJJBHNS.brokenArchive)(contents.where, await whyNoManifest(contents));
  const where = `\`manifest.json\` in ${contents.where}`;
  const list = (0, import_chunk_QIAGGXQA.parseJson)(document, where);
  if (!Array.isArray(list)) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is not a list");
  return list.map((value, index) => {
    const image = new import_chunk_QIAGGXQA.JsonObject(value, `${where}, image ${index}`);
    const configPath = image.text("Config") ?? "";
    if (configPath === "") throw (0, import_chunk_GXJJBHNS.brokenArchive)(image.where, "it names no config");
    return {
      configPath: (0, import_chunk_VCIQNPFU.cleanPath)(configPath),
      layerPaths: (image.texts("Layers") ?? []).map(import_chunk_VCIQNPFU.cleanPath),
      tags: image.texts("RepoTags") ?? []
    };
  });
}
async function whyNoManifest(contents) {
  const has = async (path) => await contents.stat(path) !== void 0;
  if (await has("oci-layout")) return "it holds no manifest.json, but an OCI layout: name it oci-archive:FILE";
  if (await has("repositories"))
    return "it holds no manifest.json: it is in the form that Docker wrote before 1.10; load it and save it again";
  return "it holds no manifest.json: it was cut short, or no `docker save` wrote it";
}
async function chooseDockerImage(contents, images, name, platform) {
  const all = await Promise.all(images.map(async (image) => ({ image, config: await readConfig(contents, image) })));
  const named = name === void 0 ? all : all.filter(({ image, config }) => isNamed(image, config, name));
  if (named.length === 0)
    throw (0, import_chunk_QIAGGXQA.noSuchImage)(
      contents.where,
      name,
      images.flatMap(({ tags }) => tags)
    );
  const fitting = platform === void 0 ? named : named.filter(({ config }) => (0, import_chunk_QIAGGXQA.isPlatform)(config.platform, platform));
  const [first, ...others] = fitting;
  if (!first)
    throw (0, import_chunk_QIAGGXQA.noSuchPlatform)(
      contents.where,
      platform ?? "",
      named.map(({ config }) => config.platform)
    );
  if (others.some(({ config }) => config.imageId !== first.config.imageId)) {
    throw (0, import_chunk_QIAGGXQA.ambiguousImage)(
      contents.where,
      fitting.map(({ image, config }) => `${image.tags[0] ?? config.imageId} (${config.platform})`)
    );
  }
  return first;
}
async function openDockerImage(contents, source, { image, config }) {
  const { layerPaths } = image;
  if (layerPaths.length !== config.diffIds.length) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(
      contents.where,
      `its manifest lists ${layerPaths.length} layers and its config ${config.diffIds.length}`
    );
  }
  const blobs = await blobsOf(contents, layerPaths, config.imageId);
  const facts = { source, ...config, ...blobs && { blobs } };
  const layers = layerPaths.map((path, index) => ({
    path,
    where: `layer ${index} (\`${path}\`) of ${contents.where}`,
    diffId: config.diffIds[index],
    blobDigest: blobs?.[index]?.digest
  }));
  return (0, import_chunk_QIAGGXQA.openImage)(contents, facts, layers);
}
async function readConfig(contents, { configPath }) {
  const where = `config \`${configPath}\` in ${contents.where}`;
  const bytes = await contents.document(configPath);
  if (!bytes) throw (0, import_chunk_GXJJBHNS.brokenArchive)(contents.where, `its manifest names \`${configPath}\`, which is not there`);
  const stated = /(?:^|\/)(?:sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(configPath)?.[1];
  if (stated !== void 0 && (0, import_chunk_QIAGGXQA.digestOf)(bytes) !== `sha256:${stated}`)
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "its bytes have another digest");
  return (0, import_chunk_QIAGGXQA.readImageConfig)(bytes, where);
}
async function blobsOf(contents, paths, imageId) {
  const stats = await Promise.all(paths.map((path) => contents.stat(path)));
  if (!stats.some((stat) => stat && stat.compression !== "none")) return void 0;
  const described = await (0, import_chunk_QIAGGXQA.layersOfConfig)(contents, imageId);
  const blobs = [];
  for (const [index, path] of paths.entries()) {
    const stat = stats[index];
    const digest = /(?:^|\/)(?:sha256:)?([0-9a-f]{64})(?:\.tar\.(?:gz|zst))?$/.exec(path)?.[1];
    if (!stat || digest === void 0) return void 0;
    const suffix = stat.compression === "none" ? "" : `+${stat.compression}`;
    const mediaType = described?.[index]?.mediaType ?? `application/vnd.oci.image.layer.v1.tar${suffix}`;
    blobs.push({ digest: `sha256:${digest}`, bytes: stat.bytes, mediaType });
  }
  return blobs;
}
function isNamed({ tags }, { imageId }, name) {
  const wanted = (0, import_chunk_QIAGGXQA.fullTag)(name);
  const id = name.replace(/^sha256:/, "");
  return tags.some((tag) => (0, import_chunk_QIAGGXQA.fullTag)(tag) === wanted) || /^[0-9a-f]{6,64}$/.test(id) && imageId.startsWith(`sha256:${id}`);
}
async function readDockerArchiveStream(stream, options) {
  return dockerArchive(await (0, import_chunk_QIAGGXQA.streamedContents)(stream, options), options.source);
}
async function readDockerArchive(archive, options) {
  return dockerArchive(await (0, import_chunk_QIAGGXQA.archiveContents)(archive, options), options.source);
}
async function dockerArchive(contents, source) {
  const images = await readDockerManifest(contents);
  return {
    images: images.map(({ tags }) => ({ tags })),
    open: async (name, platform) => openDockerImage(contents, source, await chooseDockerImage(contents, images, name, platform))
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readDockerArchive,
  readDockerArchiveStream
});
