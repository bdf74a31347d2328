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
  chooseOciImage: () => chooseOciImage,
  openOciImage: () => openOciImage,
  readOciArchive: () => readOciArchive,
  readOciLayout: () => readOciLayout
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QIAGGXQA = require("./chunk-QIAGGXQA.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
function namesOf({ annotations }) {
  return ["io.containerd.image.name", "org.opencontainers.image.ref.name"].flatMap((key) => annotations[key] ?? []);
}
async function chooseOciImage(contents, roots, name, platform, limits) {
  const found = await findNamed(contents, roots, name, limits);
  const images = [];
  const others = [];
  const artifacts = [];
  for (const descriptor of found) {
    if (platform !== void 0 && descriptor.platform !== void 0 && !(0, import_chunk_QIAGGXQA.isPlatform)(descriptor.platform, platform)) {
      others.push(descriptor.platform);
      continue;
    }
    const image = await readImage(contents, descriptor);
    if (typeof image === "string") {
      artifacts.push(image);
      continue;
    }
    if (platform === void 0 || (0, import_chunk_QIAGGXQA.isPlatform)(descriptor.platform ?? image.config.platform, platform))
      images.push(image);
    else others.push(image.config.platform);
  }
  const [first, second] = images;
  if (!first && platform !== void 0 && others.length > 0) throw (0, import_chunk_QIAGGXQA.noSuchPlatform)(contents.where, platform, others);
  if (!first)
    throw artifacts[0] ? (0, import_chunk_QIAGGXQA.notAnImage)(contents.where, artifacts[0]) : (0, import_chunk_QIAGGXQA.noSuchImage)(contents.where, void 0, []);
  if (second) {
    const choices = images.map(
      ({ descriptor, config }) => `${namesOf(descriptor)[0] ?? descriptor.digest} (${config.platform})`
    );
    throw (0, import_chunk_QIAGGXQA.ambiguousImage)(contents.where, choices);
  }
  return first;
}
async function findNamed(contents, roots, name, limits) {
  const named = name === void 0 ? roots : roots.filter((root) => isNamed(root, name));
  if (named.length > 0) return (0, import_chunk_QIAGGXQA.findManifests)(contents, named, limits);
  const below = name === void 0 ? [] : await (0, import_chunk_QIAGGXQA.findManifests)(contents, roots, limits, (child) => isDigestOf(child, name));
  if (below.length > 0) return below;
  const names = roots.flatMap((root) => namesOf(root).slice(0, 1));
  throw (0, import_chunk_QIAGGXQA.noSuchImage)(contents.where, name, names);
}
async function readImage(contents, descriptor) {
  const document = await (0, import_chunk_QIAGGXQA.readChecked)(contents, descriptor, "manifest");
  const manifest = (0, import_chunk_QIAGGXQA.readOciDocument)(document.bytes, descriptor.mediaType, document.where);
  if (manifest.kind !== "manifest") throw (0, import_chunk_GXJJBHNS.brokenArchive)(document.where, "it is no manifest");
  const isImage = (0, import_chunk_QIAGGXQA.isConfigType)(manifest.config.mediaType);
  const odd = isImage ? manifest.layers.find(({ mediaType }) => !(0, import_chunk_QIAGGXQA.isLayerType)(mediaType)) : manifest.config;
  if (odd) return odd.mediaType;
  const config = await (0, import_chunk_QIAGGXQA.readChecked)(contents, manifest.config, "config");
  return {
    descriptor,
    manifest,
    config: { ...(0, import_chunk_QIAGGXQA.readImageConfig)(config.bytes, config.where), imageId: config.digest }
  };
}
function isDigestOf({ digest }, name) {
  return digest === name || /^[0-9a-f]{6,64}$/.test(name) && digest.startsWith(`sha256:${name}`);
}
function isNamed(root, name) {
  if (isDigestOf(root, name)) return true;
  return namesOf(root).some((known) => known === name || (0, import_chunk_QIAGGXQA.fullTag)(known) === (0, import_chunk_QIAGGXQA.fullTag)(name));
}
function readOciLayout(store, options) {
  return openLayout((0, import_chunk_QIAGGXQA.storeContents)(store, options), options);
}
async function readOciArchive(archive, options) {
  return openLayout(await (0, import_chunk_QIAGGXQA.archiveContents)(archive, options), options);
}
async function openLayout(contents, options) {
  const { source, limits = import_chunk_GXJJBHNS.defaultLimits } = options;
  const mark = await contents.document("oci-layout");
  if (!mark) throw (0, import_chunk_GXJJBHNS.brokenArchive)(contents.where, `it holds no oci-layout file${await whatInstead(contents)}`);
  (0, import_chunk_QIAGGXQA.checkLayoutFile)(mark, `\`oci-layout\` in ${contents.where}`);
  const bytes = await contents.document("index.json");
  if (!bytes) throw (0, import_chunk_GXJJBHNS.brokenArchive)(contents.where, "it holds no index.json");
  const where = `\`index.json\` in ${contents.where}`;
  const index = (0, import_chunk_QIAGGXQA.readOciDocument)(bytes, void 0, where);
  if (index.kind !== "index") throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is no index");
  return {
    images: index.manifests.map((root) => ({ tags: namesOf(root) })),
    open: async (name, platform) => openOciImage(contents, source, await chooseOciImage(contents, index.manifests, name, platform, limits))
  };
}
async function whatInstead(contents) {
  const isDockers = await contents.stat("manifest.json") !== void 0;
  if (isDockers) return ", but what `docker save` writes: name it docker-archive:FILE";
  return ": it was cut short, or is no OCI layout";
}
function openOciImage(contents, source, { manifest, config, descriptor }) {
  const { layers } = manifest;
  const where = `manifest ${descriptor.digest} in ${contents.where}`;
  if (layers.length !== config.diffIds.length) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it lists ${layers.length} layers and its config ${config.diffIds.length}`);
  }
  const blobs = layers.map(({ digest, bytes, mediaType }, index) => ({
    digest: (0, import_chunk_QIAGGXQA.readDigest)(digest, `layer ${index} of ${where}`),
    bytes,
    mediaType
  }));
  const facts = {
    source,
    ...config,
    ...descriptor.platform !== void 0 && config.platform.startsWith("unknown/") && { platform: descriptor.platform },
    blobs
  };
  const sources = blobs.map((blob, index) => {
    return {
      path: (0, import_chunk_QIAGGXQA.blobPath)(blob),
      where: `layer ${index} (${blob.digest}) of ${contents.where}`,
      blobDigest: blob.digest,
      blobBytes: blob.bytes,
      isForeign: (0, import_chunk_QIAGGXQA.isForeign)(blob.mediaType),
      diffId: config.diffIds[index]
    };
  });
  return (0, import_chunk_QIAGGXQA.openImage)(contents, facts, sources);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chooseOciImage,
  openOciImage,
  readOciArchive,
  readOciLayout
});
