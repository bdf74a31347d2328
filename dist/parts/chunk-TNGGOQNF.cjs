var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  Budget: () => Budget,
  JsonObject: () => JsonObject,
  TarScanner: () => TarScanner,
  ambiguousImage: () => ambiguousImage,
  archiveContents: () => archiveContents,
  brokenArchive: () => brokenArchive,
  cachedContents: () => cachedContents,
  checkDigest: () => checkDigest,
  chooseOciImage: () => chooseOciImage,
  cleanPath: () => cleanPath,
  counted: () => counted,
  defaultLimits: () => defaultLimits,
  digestOf: () => digestOf,
  dockerConfigDir: () => dockerConfigDir,
  entryOfHost: () => entryOfHost,
  findManifests: () => findManifests,
  fullTag: () => fullTag,
  hostOfServer: () => hostOfServer,
  isPlatform: () => isPlatform,
  keepWanted: () => keepWanted,
  kindOf: () => kindOf,
  knownLayers: () => knownLayers,
  layersOfConfig: () => layersOfConfig,
  noLayerCache: () => noLayerCache,
  noSuchImage: () => noSuchImage,
  noSuchPlatform: () => noSuchPlatform,
  openImage: () => openImage,
  openOciImage: () => openOciImage,
  parseJson: () => parseJson2,
  parseJson2: () => parseJson,
  readBodiesOfPieces: () => readBodiesOfPieces,
  readChecked: () => readChecked,
  readDigest: () => readDigest,
  readDockerConfig: () => readDockerConfig,
  readImageConfig: () => readImageConfig,
  readMeter: () => readMeter,
  readOciArchive: () => readOciArchive,
  readOciDocument: () => readOciDocument,
  readOciLayout: () => readOciLayout,
  readOptional: () => readOptional,
  readPieces: () => readPieces,
  streamContents: () => streamContents,
  streamedContents: () => streamedContents
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_node_crypto = require("node:crypto");
var import_node_crypto2 = require("node:crypto");
var zlib = __toESM(require("node:zlib"));
var import_node_zlib = require("node:zlib");
var import_node_zlib2 = require("node:zlib");
var import_node_crypto3 = require("node:crypto");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var defaultLimits = {
  maxEntries: 5e6,
  maxNameBytes: 512e6,
  maxPathBytes: 65536,
  maxHeaderBytes: 1048576,
  maxRatio: 1e3,
  ratioFromBytes: 1e7,
  maxLayerBytes: 64 * 2 ** 30,
  maxDocumentBytes: 8388608,
  maxKeptBytes: 64 * 2 ** 20,
  maxIndexDepth: 4,
  maxManifests: 1e3
};
var Budget = class {
  limits;
  #entries = 0;
  #nameBytes = 0;
  #keptBytes = 0;
  constructor(limits = defaultLimits) {
    this.limits = limits;
  }
  /** Bytes of a body to keep on the way because it is sure to be asked for: all of it or, once too much is kept, none. */
  keep(bytes) {
    if (this.#keptBytes + bytes > this.limits.maxKeptBytes) return 0;
    this.#keptBytes += bytes;
    return bytes;
  }
  /** Takes one record whose path and link target have so many bytes. @throws UserError `too-large` */
  takeEntry(nameBytes, where) {
    this.#entries += 1;
    this.#nameBytes += nameBytes;
    if (this.#entries > this.limits.maxEntries) {
      throw tooLarge(
        "has more files than this tool reads",
        where,
        `${this.limits.maxEntries} entries`,
        `${this.#entries} or more`
      );
    }
    if (this.#nameBytes > this.limits.maxNameBytes) {
      throw tooLarge(
        "has longer file names, all together, than this tool reads",
        where,
        (0, import_chunk_CCPWSZ7L.formatBytes)(this.limits.maxNameBytes),
        `${(0, import_chunk_CCPWSZ7L.formatBytes)(this.#nameBytes)} or more`
      );
    }
  }
};
function tooLarge(what, where, limit, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "too-large",
    message: `${where} ${what}: the limit is ${limit}, here it is ${got}.`,
    expected: `at most ${limit}`,
    got,
    hint: "Images are not made like this on purpose; check where this one comes from."
  });
}
function brokenArchive(where, what, details = {}) {
  const at = details.offset === void 0 ? "" : ` at byte ${details.offset}`;
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "broken-archive",
      message: `${where} cannot be read${at}: ${what}.`,
      hint: "Write or download the archive again; if it is complete, the program that wrote it is at fault."
    },
    { cause: details.cause }
  );
}
var noLayerCache = { get: () => Promise.resolve(void 0), put: () => void 0 };
async function knownLayers(cache, diffIds, own) {
  const known = await allOf(cache, diffIds, own);
  if (known.every((layer) => layer !== void 0)) return known;
  const other = await allOf(cache, diffIds, own === "crc32" ? "crc64" : "crc32");
  return other.every((layer) => layer !== void 0) ? other : known;
}
async function allOf(cache, diffIds, sums) {
  const distinct = [...new Set(diffIds)];
  const found = await Promise.all(distinct.map((diffId) => cache.get(diffId, sums)));
  const layers = new Map(distinct.map((diffId, index) => [diffId, found[index]]));
  return diffIds.map((diffId) => layers.get(diffId));
}
function cachedContents(contents, cache) {
  return {
    where: contents.where,
    stat: (path) => contents.stat(path),
    document: (path) => contents.document(path),
    readLayers: (layers, signal) => readUnknown(contents, cache, layers, signal),
    readBodies: (layers, wanted, signal) => contents.readBodies(layers, wanted, signal)
  };
}
function cachedWhereInflated(contents, cache) {
  const cached = cachedContents(contents, cache);
  const isPlain = async ({ path }) => ((await contents.stat(path))?.compression ?? "none") === "none";
  return {
    ...cached,
    readLayers: async (layers, signal) => {
      const plain = await Promise.all(layers.map(isPlain));
      return (plain.includes(true) ? contents : cached).readLayers(layers, signal);
    }
  };
}
async function readUnknown(contents, cache, layers, signal) {
  const diffIds = layers.flatMap(({ diffId }) => diffId ?? []);
  if (diffIds.length < layers.length) return contents.readLayers(layers, signal);
  const known = await knownLayers(cache, diffIds, "crc32");
  const missing = layers.filter((_layer, index) => !known[index]);
  const read = missing.length > 0 ? await contents.readLayers(missing, signal) : [];
  const scans = /* @__PURE__ */ new Map();
  for (const [index, scan] of read.entries()) {
    const diffId = missing[index]?.diffId;
    if (diffId !== void 0 && !scans.has(diffId)) cache.put(diffId, scan);
    scans.set(diffId, scan);
  }
  return layers.map(({ where, diffId }, index) => {
    const scan = known[index] ?? scans.get(diffId);
    if (!scan) throw new Error(`${where} was not read`);
    return scan;
  });
}
var JsonObject = class _JsonObject {
  #fields;
  /** What errors call this object. */
  where;
  constructor(value, where) {
    if (!isRecord(value)) throw brokenArchive(where, "it is not a JSON object");
    this.#fields = value;
    this.where = where;
  }
  has(name) {
    return this.#get(name) !== void 0;
  }
  text(name) {
    const value = this.#get(name);
    if (value === void 0 || typeof value === "string") return value;
    return this.#fail(name, "a string");
  }
  integer(name) {
    const value = this.#get(name);
    if (value === void 0 || typeof value === "number" && Number.isSafeInteger(value)) return value;
    return this.#fail(name, "a whole number");
  }
  flag(name) {
    const value = this.#get(name) ?? false;
    return typeof value === "boolean" ? value : this.#fail(name, "true or false");
  }
  texts(name) {
    const value = this.#get(name);
    if (value === void 0 || Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    return this.#fail(name, "a list of strings");
  }
  object(name) {
    const value = this.#get(name);
    if (value === void 0) return void 0;
    return isRecord(value) ? new _JsonObject(value, `${this.where}, \`${name}\``) : this.#fail(name, "an object");
  }
  objects(name) {
    const value = this.#get(name);
    if (value === void 0) return void 0;
    if (!Array.isArray(value)) return this.#fail(name, "a list");
    return value.map((item, index) => new _JsonObject(item, `${this.where}, \`${name}\` ${index}`));
  }
  /** Names of an object used as a set, sorted. */
  keys(name) {
    const value = this.#get(name) ?? {};
    return isRecord(value) ? Object.keys(value).toSorted() : this.#fail(name, "an object");
  }
  /** An object of strings. */
  textMap(name) {
    const entries = Object.entries(this.#record(name));
    return Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        typeof value === "string" ? value : this.#fail(name, "an object of strings")
      ])
    );
  }
  #record(name) {
    const value = this.#get(name) ?? {};
    return isRecord(value) ? value : this.#fail(name, "an object");
  }
  /**
   * Go matches names without regard to case, so `user` beside `User` would be read by an engine and not by us.
   * Such a document is refused rather than read differently.
   */
  #get(name) {
    const folded = name.toLowerCase();
    for (const key of Object.keys(this.#fields)) {
      if (key !== name && key.toLowerCase() === folded) {
        throw brokenArchive(this.where, `its field \`${name}\` is written \`${key}\``);
      }
    }
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] ?? void 0 : void 0;
  }
  #fail(name, expected) {
    throw brokenArchive(this.where, `its field \`${name}\` is not ${expected}`);
  }
};
function parseJson(bytes, where) {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  } catch (cause) {
    throw brokenArchive(where, "it is not JSON", { cause });
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readImageConfig(bytes, where) {
  const document = new JsonObject(parseJson(bytes, where), where);
  const diffIds = document.object("rootfs")?.texts("diff_ids") ?? [];
  const [os, architecture, variant] = ["os", "architecture", "variant"].map((name) => document.text(name));
  const created = document.text("created");
  return {
    imageId: digestOf(bytes),
    platform: `${os || "unknown"}/${architecture || "unknown"}${variant ? `/${variant}` : ""}`,
    config: readContainerConfig(document.object("config") ?? new JsonObject({}, where)),
    ...created !== void 0 && { created },
    history: (document.objects("history") ?? []).map(readHistoryEntry),
    diffIds: diffIds.map((text2) => readDigest(text2, where))
  };
}
function digestOf(bytes) {
  return `sha256:${(0, import_node_crypto.createHash)("sha256").update(bytes).digest("hex")}`;
}
function readDigest(text2, where) {
  if (text2 === void 0 || !isDigest(text2))
    throw brokenArchive(where, `\`${text2 ?? ""}\` is not a digest this tool can check`);
  return text2;
}
function isDigest(text2) {
  return /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text2);
}
function readHistoryEntry(entry2) {
  return {
    createdBy: entry2.text("created_by") ?? "",
    comment: entry2.text("comment") ?? "",
    emptyLayer: entry2.flag("empty_layer")
  };
}
function readContainerConfig(config) {
  const healthcheck = config.object("Healthcheck");
  const [entrypoint, cmd, shell, onBuild] = ["Entrypoint", "Cmd", "Shell", "OnBuild"].map((name) => config.texts(name));
  const stopSignal = config.text("StopSignal");
  const env = config.texts("Env") ?? [];
  if (env.some((variable) => variable.indexOf("=") < 1))
    throw brokenArchive(config.where, "an environment variable is not NAME=VALUE");
  return {
    user: config.text("User") ?? "",
    ...entrypoint && { entrypoint: [...entrypoint] },
    ...cmd && { cmd: [...cmd] },
    workingDir: config.text("WorkingDir") ?? "",
    env: [...env],
    exposedPorts: [...config.keys("ExposedPorts")],
    volumes: [...config.keys("Volumes")],
    labels: { ...config.textMap("Labels") },
    ...healthcheck && { healthcheck: readHealthcheck(healthcheck) },
    ...stopSignal !== void 0 && { stopSignal },
    ...shell && { shell: [...shell] },
    ...onBuild && { onBuild: [...onBuild] }
  };
}
function readHealthcheck(check) {
  const numbers = { intervalNs: "Interval", timeoutNs: "Timeout", startPeriodNs: "StartPeriod", retries: "Retries" };
  return {
    test: [...check.texts("Test") ?? []],
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([name, field]) => {
        const value = check.integer(field);
        return value === void 0 ? [] : [[name, value]];
      })
    )
  };
}
var DigestCheck = class {
  #hash;
  #expected;
  #where;
  #what;
  constructor(expected, what, where) {
    this.#hash = (0, import_node_crypto2.createHash)(expected.startsWith("sha512:") ? "sha512" : "sha256");
    this.#expected = expected;
    this.#what = what;
    this.#where = where;
  }
  add(bytes) {
    this.#hash.update(bytes);
  }
  /** @throws UserError `broken-archive` when the bytes have another digest. */
  finish() {
    const [algorithm] = this.#expected.split(":", 1);
    const got = `${algorithm}:${this.#hash.digest("hex")}`;
    if (got !== this.#expected) throw brokenArchive(this.#where, `its ${this.#what} is ${got}, not ${this.#expected}`);
  }
};
function checkDigest(bytes, expected, where) {
  const check = new DigestCheck(expected, "digest", where);
  check.add(bytes);
  check.finish();
}
var digestForm = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
var mediaTypeForm = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;
var base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
function checkDescriptor(object) {
  const mediaType = checkMediaType(object, "mediaType") ?? fail(object, "it has no media type");
  checkMediaType(object, "artifactType");
  const bytes = object.integer("size") ?? fail(object, "it has no size");
  if (bytes < 0) fail(object, "its size is negative");
  const digest = object.text("digest") ?? fail(object, "it has no digest");
  if (!digestForm.test(digest)) fail(object, "its digest is malformed");
  if (/^sha(?:256|512):/.test(digest)) readDigest(digest, object.where);
  for (const url of object.texts("urls") ?? [])
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url)) fail(object, "one of its URLs is none");
  if (!base64Form.test(object.text("data") ?? "")) fail(object, "its data are not base64");
  return { digest, mediaType, bytes };
}
function readDescriptor(object) {
  const { digest, mediaType, bytes } = checkDescriptor(object);
  const platform = object.object("platform");
  return {
    mediaType,
    bytes,
    digest,
    annotations: object.textMap("annotations"),
    ...platform && { platform: readPlatform(platform) }
  };
}
function checkMediaType(object, field) {
  const text2 = object.text(field);
  if (text2 !== void 0 && !mediaTypeForm.test(text2)) fail(object, `its ${field} is malformed`);
  return text2;
}
function normalPlatform(platform) {
  return platform.replace(/\/arm64\/v?8$/, "/arm64").replace(/\/amd64\/v1$/, "/amd64");
}
function isPlatform(platform, wanted) {
  const [has, wants] = [normalPlatform(platform), normalPlatform(wanted)];
  return has === wants || has.startsWith(`${wants}/`);
}
function readPlatform(platform) {
  const os = platform.text("os") ?? fail(platform, "it has no operating system");
  const architecture = platform.text("architecture") ?? fail(platform, "it has no architecture");
  const variant = platform.text("variant");
  return `${os}/${architecture}${variant ? `/${variant}` : ""}`;
}
function fail(object, what) {
  throw brokenArchive(object.where, what);
}
var kinds = {
  "application/vnd.oci.image.manifest.v1+json": "manifest",
  "application/vnd.docker.distribution.manifest.v2+json": "manifest",
  "application/vnd.oci.image.index.v1+json": "index",
  "application/vnd.docker.distribution.manifest.list.v2+json": "index"
};
var layerType = /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar|docker\.image\.rootfs\.(?:foreign\.)?diff\.tar)(?:[.+](?:gzip|zstd))?$/;
function kindOf(mediaType) {
  return mediaType !== void 0 && Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : void 0;
}
function isForeign(mediaType) {
  return mediaType.includes(".nondistributable.") || mediaType.includes(".foreign.");
}
function isConfigType(mediaType) {
  return mediaType === "application/vnd.oci.image.config.v1+json" || mediaType === "application/vnd.docker.container.image.v1+json";
}
function isLayerType(mediaType) {
  return layerType.test(mediaType);
}
function readOciDocument(bytes, stated, where) {
  const document = new JsonObject(parseJson(bytes, where), where);
  const own = checkMediaType(document, "mediaType");
  if (document.integer("schemaVersion") !== 2)
    throw brokenArchive(where, "it is of no schema version this tool knows, which is 2");
  const isIndex = document.has("manifests");
  if (isIndex && (document.has("layers") || document.has("config"))) {
    throw brokenArchive(where, "it could be read both as a manifest and as an index");
  }
  const kind = isIndex ? "index" : "manifest";
  for (const claimed of [own, stated]) {
    if (claimed !== void 0 && (kindOf(claimed) ?? kind) !== kind) throw brokenArchive(where, `it is no ${claimed}`);
  }
  if (own !== void 0 && stated !== void 0 && own !== stated)
    throw brokenArchive(where, `it calls itself ${own} and is called ${stated}`);
  const subject = document.object("subject");
  if (subject) checkDescriptor(subject);
  document.textMap("annotations");
  return isIndex ? { kind: "index", manifests: (document.objects("manifests") ?? []).map(readDescriptor) } : readManifest(document, own);
}
function readManifest(document, own) {
  const config = document.object("config");
  const layers = document.objects("layers");
  if (!config || !layers) throw brokenArchive(document.where, "it has no config or no layers");
  if (layers.length === 0 && own?.includes(".oci.")) throw brokenArchive(document.where, "its list of layers is empty");
  return { kind: "manifest", config: readDescriptor(config), layers: layers.map(readDescriptor) };
}
function checkLayoutFile(bytes, where) {
  const version = new JsonObject(parseJson(bytes, where), where).text("imageLayoutVersion");
  if (version !== "1.0.0") throw brokenArchive(where, `it is of layout version ${version ?? "(none)"}, not 1.0.0`);
}
function blobPath({ digest }) {
  return `blobs/${digest.replace(":", "/")}`;
}
async function layersOfConfig(contents, config) {
  const bytes = await contents.document("index.json");
  const index = bytes && readOciDocument(bytes, void 0, `\`index.json\` in ${contents.where}`);
  if (index?.kind !== "index") return void 0;
  for (const descriptor of await findManifests(contents, index.manifests, defaultLimits)) {
    const { bytes: document, where } = await readChecked(contents, descriptor, "manifest");
    const manifest = readOciDocument(document, descriptor.mediaType, where);
    if (manifest.kind === "manifest" && manifest.config.digest === config) return manifest.layers;
  }
  return void 0;
}
async function findManifests(contents, roots, limits, isWanted = () => true) {
  const found = [];
  const seen = /* @__PURE__ */ new Set();
  const visit = async (descriptor, depth, isBelow) => {
    const takes = isBelow || isWanted(descriptor);
    const visited = `${descriptor.digest} ${takes}`;
    if (seen.has(visited) || isAttestation(descriptor)) return;
    seen.add(visited);
    if (seen.size > limits.maxManifests)
      throw tooLarge("lists more manifests than this tool reads", contents.where, `${limits.maxManifests}`, "more");
    if (takes && kindOf(descriptor.mediaType) === "manifest") found.push(descriptor);
    if (kindOf(descriptor.mediaType) !== "index") return;
    if (depth >= limits.maxIndexDepth)
      throw tooLarge("nests indexes deeper than this tool reads", contents.where, `${limits.maxIndexDepth}`, "deeper");
    const { bytes, where } = await readChecked(contents, descriptor, "index");
    const index = readOciDocument(bytes, descriptor.mediaType, where);
    if (index.kind === "index")
      for (const child of index.manifests)
        await visit(
          { ...child, annotations: { ...namesAsAnnotations(descriptor), ...child.annotations } },
          depth + 1,
          takes
        );
  };
  for (const root of roots) await visit(root, 0, false);
  return found;
}
async function readChecked(contents, descriptor, what) {
  const where = `${what} ${descriptor.digest} in ${contents.where}`;
  const digest = readDigest(descriptor.digest, where);
  const bytes = await contents.document(blobPath(descriptor));
  if (!bytes) throw brokenArchive(where, "it is not there");
  if (bytes.length !== descriptor.bytes)
    throw brokenArchive(where, `it has ${bytes.length} bytes, not ${descriptor.bytes}`);
  checkDigest(bytes, digest, where);
  return { bytes, where, digest };
}
function isAttestation({ annotations, platform }) {
  return annotations["vnd.docker.reference.type"] === "attestation-manifest" || platform === "unknown/unknown";
}
function namesAsAnnotations({ annotations }) {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key.endsWith("image.name") || key.endsWith("ref.name"))
  );
}
var tellEveryBytes = 1e6;
function readMeter(progress) {
  const open = [];
  return {
    onBytes(bytes) {
      const step = open.at(-1);
      if (!step) return;
      step.bytes += bytes;
      if (step.bytes - step.toldBytes < tellEveryBytes) return;
      step.toldBytes = step.bytes;
      step.update(`${(0, import_chunk_CCPWSZ7L.formatBytes)(step.bytes)} read`);
    },
    progress: {
      log: (text2) => progress.log(text2),
      step(text2) {
        const inner = progress.step(text2);
        const update = (detail) => inner.update(detail);
        const step = { update, bytes: 0, toldBytes: 0 };
        open.push(step);
        return {
          update,
          done: (detail) => {
            const index = open.indexOf(step);
            if (index >= 0) open.splice(index, 1);
            inner.done(detail);
          }
        };
      }
    }
  };
}
async function* counted(pieces, onBytes) {
  for await (const piece of pieces) {
    onBytes?.(piece.length);
    yield piece;
  }
}
function noSuchImage(where, name, names) {
  const got = names.length > 0 ? names.join(", ") : "images without a name";
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-image",
    message: name === void 0 ? `${where} holds no image.` : `${where} holds no image \`${name}\`.`,
    got: name === void 0 ? "none" : got,
    hint: name === void 0 ? "Save an image into it first." : "Name one of those it holds, or its image ID."
  });
}
function noSuchPlatform(where, platform, platforms) {
  const list = [...new Set(platforms)].join(", ");
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-platform",
    message: `${where} holds no image for ${platform}, only for ${list}.`,
    expected: platform,
    got: list,
    hint: "Build it for that platform, or ask for one that is there."
  });
}
function ambiguousImage(where, choices) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "ambiguous-image",
    message: `${where} holds several images that fit: ${choices.join(", ")}.`,
    got: choices.join(", "),
    hint: "Say which one by its tag, its image ID, or its platform."
  });
}
function notAnImage(where, mediaType) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "not-an-image",
    message: `${where} holds something else than a container image: ${mediaType}.`,
    got: mediaType,
    hint: "Name an image; artifacts such as signatures and bills of materials have no layers to measure."
  });
}
function fullTag(tag) {
  const short = tag.replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, "");
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
function namesOf({ annotations }) {
  return ["io.containerd.image.name", "org.opencontainers.image.ref.name"].flatMap((key) => annotations[key] ?? []);
}
async function chooseOciImage(contents, roots, name, platform, limits) {
  const found = await findNamed(contents, roots, name, limits);
  const images = [];
  const others = [];
  const artifacts = [];
  for (const descriptor of found) {
    if (platform !== void 0 && descriptor.platform !== void 0 && !isPlatform(descriptor.platform, platform)) {
      others.push(descriptor.platform);
      continue;
    }
    const image = await readImage(contents, descriptor);
    if (typeof image === "string") {
      artifacts.push(image);
      continue;
    }
    if (platform === void 0 || isPlatform(descriptor.platform ?? image.config.platform, platform))
      images.push(image);
    else others.push(image.config.platform);
  }
  const [first, second] = images;
  if (!first && platform !== void 0 && others.length > 0) throw noSuchPlatform(contents.where, platform, others);
  if (!first)
    throw artifacts[0] ? notAnImage(contents.where, artifacts[0]) : noSuchImage(contents.where, void 0, []);
  if (second) {
    const choices = images.map(
      ({ descriptor, config }) => `${namesOf(descriptor)[0] ?? descriptor.digest} (${config.platform})`
    );
    throw ambiguousImage(contents.where, choices);
  }
  return first;
}
async function findNamed(contents, roots, name, limits) {
  const named = name === void 0 ? roots : roots.filter((root) => isNamed(root, name));
  if (named.length > 0) return findManifests(contents, named, limits);
  const below = name === void 0 ? [] : await findManifests(contents, roots, limits, (child) => isDigestOf(child, name));
  if (below.length > 0) return below;
  const names = roots.flatMap((root) => namesOf(root).slice(0, 1));
  throw noSuchImage(contents.where, name, names);
}
async function readImage(contents, descriptor) {
  const document = await readChecked(contents, descriptor, "manifest");
  const manifest = readOciDocument(document.bytes, descriptor.mediaType, document.where);
  if (manifest.kind !== "manifest") throw brokenArchive(document.where, "it is no manifest");
  const isImage = isConfigType(manifest.config.mediaType);
  const odd = isImage ? manifest.layers.find(({ mediaType }) => !isLayerType(mediaType)) : manifest.config;
  if (odd) return odd.mediaType;
  const config = await readChecked(contents, manifest.config, "config");
  return {
    descriptor,
    manifest,
    config: { ...readImageConfig(config.bytes, config.where), imageId: config.digest }
  };
}
function isDigestOf({ digest }, name) {
  return digest === name || /^[0-9a-f]{6,64}$/.test(name) && digest.startsWith(`sha256:${name}`);
}
function isNamed(root, name) {
  if (isDigestOf(root, name)) return true;
  return namesOf(root).some((known) => known === name || fullTag(known) === fullTag(name));
}
function decodeName(bytes, start, end) {
  const text2 = bytes.toString("utf8", start, end);
  return text2.includes("�") ? decodeEscaping(bytes, start, end) : text2;
}
function decodeField(block, at, length) {
  const end = at + length;
  let stop = at;
  while (stop < end && block[stop] !== 0) stop += 1;
  return stop === at ? "" : decodeName(block, at, stop);
}
function decodeEscaping(bytes, start, end) {
  const parts = [];
  let valid = start;
  for (let index = start; index < end; ) {
    const length = sequenceLength(bytes, index, end);
    if (length > 0) {
      index += length;
      continue;
    }
    if (valid < index) parts.push(bytes.toString("utf8", valid, index));
    parts.push(String.fromCharCode(56320 + (bytes[index] ?? 0)));
    index += 1;
    valid = index;
  }
  if (valid < end) parts.push(bytes.toString("utf8", valid, end));
  return parts.join("");
}
function sequenceLength(bytes, index, end) {
  const first = bytes[index] ?? 0;
  if (first < 128) return 1;
  const length = first >= 194 && first < 224 ? 2 : first >= 224 && first < 240 ? 3 : first >= 240 && first < 245 ? 4 : 0;
  if (length === 0 || index + length > end) return 0;
  const second = bytes[index + 1] ?? 0;
  const least = first === 224 ? 160 : first === 240 ? 144 : 128;
  const most = first === 237 ? 159 : first === 244 ? 143 : 191;
  if (second < least || second > most) return 0;
  for (let next = index + 2; next < index + length; next += 1) {
    if (((bytes[next] ?? 0) & 192) !== 128) return 0;
  }
  return length;
}
var isUnusual = /(?:^|\/)[./]/;
function cleanPath(name) {
  const trimmed = name.charCodeAt(name.length - 1) === 47 ? name.slice(0, -1) : name;
  if (!isUnusual.test(name)) return trimmed;
  const kept = [];
  for (const part of trimmed.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  return kept.join("/");
}
var ordinary = { kind: "ordinary" };
function meaningOf(path) {
  if (path.startsWith(".wh..wh.") && path !== ".wh..wh..opq") return { kind: "ignored" };
  const slash = path.lastIndexOf("/");
  if (!path.startsWith(".wh.", slash + 1)) return ordinary;
  const folder = slash < 0 ? "" : path.slice(0, slash);
  const hidden = path.slice(slash + 5);
  if (hidden === ".wh..opq") return { kind: "mark", type: import_chunk_OR32E4J6.EntryType.opaque, path: folder };
  if (hidden.startsWith(".wh.")) return { kind: "ignored" };
  if (hidden === "" || hidden === "." || hidden === "..") return { kind: "invalid" };
  return { kind: "mark", type: import_chunk_OR32E4J6.EntryType.whiteout, path: folder === "" ? hidden : `${folder}/${hidden}` };
}
var maxHops = 8;
function filesByPath(entries) {
  const files = /* @__PURE__ */ new Map();
  const links = /* @__PURE__ */ new Map();
  for (const [record, path] of entries.paths.entries()) {
    files.delete(path);
    links.delete(path);
    const target = entries.linkTargets.get(record);
    if (entries.types[record] === import_chunk_OR32E4J6.EntryType.file) files.set(path, record);
    else if (target !== void 0) links.set(path, resolveLink(path, target, entries.types[record]));
  }
  for (const [path, target] of links) {
    let at = target;
    for (let hops = 0; hops < maxHops && links.has(at); hops += 1) at = links.get(at) ?? at;
    const record = files.get(at);
    if (record !== void 0) files.set(path, record);
  }
  return files;
}
function resolveLink(path, target, type) {
  if (type === import_chunk_OR32E4J6.EntryType.hardlink || target.startsWith("/")) return cleanPath(target);
  return cleanPath(`${path.slice(0, path.lastIndexOf("/") + 1)}${target}`);
}
function sliceOf(whole2, start, bytes) {
  return {
    bytes: Math.max(0, Math.min(bytes, whole2.bytes - start)),
    read(into, position) {
      const left = this.bytes - position;
      if (left <= 0) return 0;
      return whole2.read(into.length > left ? into.subarray(0, left) : into, start + position);
    }
  };
}
function readAtOf(bytes) {
  return {
    bytes: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    }
  };
}
function readPart(from, position, bytes) {
  const part = Buffer.alloc(Math.max(0, Math.min(bytes, from.bytes - position)));
  return part.subarray(0, from.read(part, position));
}
var blockBytes = 512;
var wordsOfBlock = blockBytes / 4;
var BlockSums = class {
  #scratch = Buffer.from(new ArrayBuffer(blockBytes));
  #words = new Int32Array(this.#scratch.buffer);
  /** One pass over the block in 32-bit words, which must be aligned; else over a copy. */
  of(chunk, at) {
    const start = chunk.byteOffset + at;
    const isAligned = (start & 3) === 0;
    const source = isAligned ? chunk.buffer : this.#scratch.buffer;
    if (!isAligned) chunk.copy(this.#scratch, 0, at, at + blockBytes);
    if (this.#words.buffer !== source) this.#words = new Int32Array(source, 0, source.byteLength >> 2);
    return sumOfWords(this.#words, isAligned ? start >> 2 : 0);
  }
};
function sumOfWords(words, from) {
  let lanes = 0;
  for (let index = from; index < from + wordsOfBlock; index += 1) {
    const word = words[index] ?? 0;
    lanes = lanes + (word & 16711935) + (word >>> 8 & 16711935) | 0;
  }
  return (lanes & 65535) + (lanes >>> 16);
}
function isChecksumRight(block, at, sum) {
  const stated = readOctal(block, at + 148, 8);
  let unsigned = sum + 8 * 32;
  for (let index = at + 148; index < at + 156; index += 1) unsigned -= block[index] ?? 0;
  if (stated === unsigned) return true;
  let signed = unsigned;
  for (let index = at; index < at + blockBytes; index += 1) {
    if ((block[index] ?? 0) > 127 && (index < at + 148 || index >= at + 156)) signed -= 256;
  }
  return stated === signed;
}
function isTarHead(head) {
  if (head.length < blockBytes) return false;
  let sum = 0;
  for (let index = 0; index < blockBytes; index += 1) sum += head[index] ?? 0;
  return sum === 0 || isChecksumRight(head, 0, sum);
}
function readNumber(block, at, length) {
  return (block[at] ?? 0) & 128 ? readBase256(block, at, length) : readOctal(block, at, length);
}
function readOctal(block, at, length) {
  const end = at + length;
  let index = at;
  while (index < end && isPadding(block[index] ?? 0)) index += 1;
  if (index === end) return 0;
  const start = index;
  let value = 0;
  for (; index < end; index += 1) {
    const digit = (block[index] ?? 0) - 48;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  if (index === start) return Number.NaN;
  if (index < end && block[index] === 0) return value;
  for (; index < end; index += 1) if (!isPadding(block[index] ?? 0)) return Number.NaN;
  return value;
}
function isPadding(byte) {
  return byte === 0 || byte === 32;
}
function readBase256(block, at, length) {
  const isNegative = ((block[at] ?? 0) & 64) !== 0;
  const flip = isNegative ? 255 : 0;
  let value = 0n;
  for (let index = at; index < at + length; index += 1) {
    const byte = (block[index] ?? 0) ^ flip;
    value = value << 8n | BigInt(index === at ? byte & 127 : byte);
  }
  if (value >> 63n) return Number.NaN;
  return Number(isNegative ? -value - 1n : value);
}
var flag = (letter) => letter.charCodeAt(0);
var Flag = {
  oldFile: 0,
  file: flag("0"),
  hardlink: flag("1"),
  symlink: flag("2"),
  characterDevice: flag("3"),
  blockDevice: flag("4"),
  directory: flag("5"),
  fifo: flag("6"),
  gnuSparse: flag("S"),
  pax: flag("x"),
  paxGlobal: flag("g"),
  gnuLongName: flag("L"),
  gnuLongLink: flag("K")
};
var typeOfFlag = /* @__PURE__ */ new Map([
  [Flag.hardlink, import_chunk_OR32E4J6.EntryType.hardlink],
  [Flag.symlink, import_chunk_OR32E4J6.EntryType.symlink],
  [Flag.characterDevice, import_chunk_OR32E4J6.EntryType.characterDevice],
  [Flag.blockDevice, import_chunk_OR32E4J6.EntryType.blockDevice],
  [Flag.directory, import_chunk_OR32E4J6.EntryType.directory],
  [Flag.fifo, import_chunk_OR32E4J6.EntryType.fifo]
]);
function typeOf(typeFlag) {
  return typeOfFlag.get(typeFlag) ?? import_chunk_OR32E4J6.EntryType.file;
}
function isExtension(typeFlag) {
  return typeFlag === Flag.pax || typeFlag === Flag.paxGlobal || typeFlag === Flag.gnuLongName || typeFlag === Flag.gnuLongLink;
}
function isHeaderOnly(typeFlag) {
  return typeFlag >= Flag.hardlink && typeFlag <= Flag.fifo;
}
function readHeader(block, at) {
  const mode = readNumber(block, at + 100, 8);
  const uid = readNumber(block, at + 108, 8);
  const gid = readNumber(block, at + 116, 8);
  const bytes = readNumber(block, at + 124, 12);
  let sum = mode + uid + gid + bytes + readNumber(block, at + 136, 12);
  const format = formatOf(block, at);
  if (format !== "v7") sum += readNumber(block, at + 329, 8) + readNumber(block, at + 337, 8);
  if (format === "star") sum += readNumber(block, at + 476, 12) + readNumber(block, at + 488, 12);
  if (Number.isNaN(sum)) return void 0;
  const ownName = decodeField(block, at, 100);
  const prefix = readPrefix(block, at, format);
  return {
    name: prefix === "" ? ownName : `${prefix}/${ownName}`,
    linkName: block[at + 157] === 0 ? "" : decodeField(block, at + 157, 100),
    typeFlag: block[at + 156] ?? 0,
    mode: lowBits(mode, block, at + 100),
    uid: lowBits(uid, block, at + 108),
    gid: lowBits(gid, block, at + 116),
    bytes,
    format
  };
}
function lowBits(value, block, at) {
  return Number.isSafeInteger(value) ? value : block.readUInt32BE(at + 4);
}
function formatOf(block, at) {
  if (block[at + 257] !== 117 || block.readUInt32BE(at + 258) !== 1937006962) return "v7";
  if (block[at + 262] === 0) return block.readUInt32BE(at + 508) === 1952543232 ? "star" : "ustar";
  return block[at + 262] === 32 && block[at + 263] === 32 && block[at + 264] === 0 ? "gnu" : "v7";
}
function readPrefix(block, at, format) {
  if (format === "v7" || block[at + 345] === 0) return "";
  if (format === "ustar") return decodeField(block, at + 345, 155);
  if (format === "star") return decodeField(block, at + 345, 131);
  const isTime = (from) => block[from] === 0 || !Number.isNaN(readNumber(block, from, 12));
  if (isTime(at + 345) && isTime(at + 357)) return "";
  const prefix = decodeField(block, at + 345, 155);
  return Buffer.byteLength(prefix) === prefix.length ? prefix : "";
}
function recordOf(header, fileBytes, bodyOffset) {
  const path = cleanPath(header.name);
  const meaning = meaningOf(path);
  if (meaning.kind === "ignored") return "ignored";
  if (meaning.kind === "invalid") return { refused: "a whiteout names no file" };
  const isMark = meaning.kind === "mark";
  const type = isMark ? meaning.type : typeOf(header.typeFlag);
  if (path === "" && type !== import_chunk_OR32E4J6.EntryType.directory) return { refused: "a record that is no directory has no name" };
  return {
    path: isMark ? meaning.path : path,
    type,
    fileBytes: type === import_chunk_OR32E4J6.EntryType.file ? fileBytes : 0,
    mode: header.mode & 4095,
    uid: header.uid,
    gid: header.gid,
    bodyOffset
  };
}
var EntriesBuilder = class {
  count = 0;
  #paths = [];
  #types = new Uint8Array(256);
  #fileBytes = new Float64Array(256);
  #modes = new Uint16Array(256);
  #uids = new Uint32Array(256);
  #gids = new Uint32Array(256);
  #bodyOffsets = new Float64Array(256);
  #sums;
  #linkTargets = /* @__PURE__ */ new Map();
  #withCapabilities = /* @__PURE__ */ new Set();
  #sparse = /* @__PURE__ */ new Map();
  constructor(withSums) {
    if (withSums) this.#sums = new Float64Array(256);
  }
  get lastPath() {
    return this.#paths[this.count - 1] ?? "";
  }
  /** @returns the record's index. */
  add(record) {
    const index = this.count;
    if (index === this.#types.length) this.#grow();
    this.#paths.push(record.path);
    this.#types[index] = record.type;
    this.#fileBytes[index] = record.fileBytes;
    this.#modes[index] = record.mode;
    this.#uids[index] = record.uid;
    this.#gids[index] = record.gid;
    this.#bodyOffsets[index] = record.bodyOffset;
    this.count += 1;
    return index;
  }
  setLinkTarget(index, target) {
    this.#linkTargets.set(index, target);
  }
  setCapabilities(index) {
    this.#withCapabilities.add(index);
  }
  /** A sparse file's stored bytes are not its content, so it has no comparable sum. */
  setSparse(index, runs) {
    this.#sparse.set(index, runs);
  }
  setSum(index, sum) {
    if (this.#sums) this.#sums[index] = this.#sparse.has(index) ? Number.NaN : sum;
  }
  finish() {
    const { count } = this;
    return {
      entries: {
        count,
        paths: this.#paths,
        types: this.#types.slice(0, count),
        fileBytes: this.#fileBytes.slice(0, count),
        modes: this.#modes.slice(0, count),
        uids: this.#uids.slice(0, count),
        gids: this.#gids.slice(0, count),
        linkTargets: this.#linkTargets,
        withCapabilities: this.#withCapabilities,
        bodyOffsets: this.#bodyOffsets.slice(0, count),
        ...this.#sums && { contentSums: { algorithm: "crc32", values: this.#sums.slice(0, count) } }
      },
      sparse: this.#sparse
    };
  }
  #grow() {
    const length = this.#types.length * 2;
    this.#types = copied(new Uint8Array(length), this.#types);
    this.#fileBytes = copied(new Float64Array(length), this.#fileBytes);
    this.#modes = copied(new Uint16Array(length), this.#modes);
    this.#uids = copied(new Uint32Array(length), this.#uids);
    this.#gids = copied(new Uint32Array(length), this.#gids);
    this.#bodyOffsets = copied(new Float64Array(length), this.#bodyOffsets);
    if (this.#sums) this.#sums = copied(new Float64Array(length), this.#sums);
  }
};
function copied(into, from) {
  into.set(from);
  return into;
}
var mapKey = "GNU.sparse.map";
var withoutNul = /* @__PURE__ */ new Set(["path", "linkpath", "uname", "gname"]);
function readPax(body) {
  const records = /* @__PURE__ */ new Map();
  const fragments = [];
  for (let at = 0; at < body.length; ) {
    const record = readRecord(body, at);
    if (!record) return void 0;
    const { key, value } = record;
    at = record.end;
    if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") {
      const expected = fragments.length % 2 === 0 ? "GNU.sparse.offset" : "GNU.sparse.numbytes";
      if (key !== expected || value.includes(44)) return void 0;
      fragments.push(value.toString("latin1"));
    } else records.set(key, value);
  }
  if (fragments.length > 0) records.set(mapKey, Buffer.from(fragments.join(","), "latin1"));
  return records;
}
function readRecord(body, at) {
  const space = body.indexOf(32, at);
  if (space < 0 || space - at > 20) return void 0;
  const length = Number(readInteger(body.toString("latin1", at, space)) ?? Number.NaN);
  const end = at + length;
  if (!(length >= 5) || end > body.length || end - 1 <= space || body[end - 1] !== 10) return void 0;
  const equals = body.indexOf(61, space + 1);
  if (equals < 0 || equals >= end - 1 || equals === space + 1) return void 0;
  const key = decodeName(body, space + 1, equals);
  const value = body.subarray(equals + 1, end - 1);
  if (withoutNul.has(key) ? value.includes(0) : key.includes("\0")) return void 0;
  return { key, value, end };
}
function readInteger(text2) {
  if (!/^[+-]?\d{1,40}$/.test(text2)) return void 0;
  const value = BigInt(text2.startsWith("+") ? text2.slice(1) : text2);
  return value === BigInt.asIntN(64, value) ? value : void 0;
}
function isPaxTime(text2) {
  const [seconds = "", fraction] = text2.split(/\.(.*)/s);
  return readInteger(seconds) !== void 0 && (fraction === void 0 || /^\d*$/.test(fraction));
}
function paxText(records, key) {
  const value = records?.get(key);
  return value && value.length > 0 ? decodeName(value, 0, value.length) : void 0;
}
var Extensions = class {
  pax;
  #longName = "";
  #longLink = "";
  /** Takes the body of an extended header. @returns false when it is malformed. */
  take(typeFlag, body) {
    if (typeFlag === Flag.pax || typeFlag === Flag.paxGlobal) {
      const records = readPax(body);
      if (typeFlag === Flag.paxGlobal) this.forget();
      else this.pax = records;
      return records !== void 0;
    }
    const end = body.indexOf(0);
    const name = decodeName(body, 0, end < 0 ? body.length : end);
    if (typeFlag === Flag.gnuLongName) this.#longName = name;
    else this.#longLink = name;
    return true;
  }
  /** Puts it over the block's own fields; a GNU long name goes before a PAX path. @returns false when a PAX value is malformed. */
  applyTo(header) {
    if (this.pax && !applyPax(header, this.pax)) return false;
    if (this.#longName !== "") header.name = this.#longName;
    if (this.#longLink !== "") header.linkName = this.#longLink;
    return true;
  }
  forget() {
    this.pax = void 0;
    this.#longName = "";
    this.#longLink = "";
  }
};
function applyPax(header, pax) {
  header.name = paxText(pax, "path") ?? header.name;
  header.linkName = paxText(pax, "linkpath") ?? header.linkName;
  for (const key of ["uid", "gid", "size"]) {
    const text2 = paxText(pax, key);
    const value = text2 === void 0 ? void 0 : readInteger(text2);
    if (text2 !== void 0 && value === void 0) return false;
    if (value === void 0) continue;
    if (key === "size") header.bytes = Number(value);
    else header[key] = Number(BigInt.asUintN(32, value));
  }
  return ["atime", "mtime", "ctime"].every((key) => isPaxTime(paxText(pax, key) ?? "0"));
}
function sparseVersion(pax) {
  if (!pax) return void 0;
  const version = `${paxText(pax, "GNU.sparse.major") ?? ""}.${paxText(pax, "GNU.sparse.minor") ?? ""}`;
  if (version === "0.0" || version === "0.1") return "in-header";
  if (version === "1.0") return "in-body";
  return version === "." && paxText(pax, "GNU.sparse.map") !== void 0 ? "in-header" : void 0;
}
function sparseMapOf(pax) {
  const count = readInteger(paxText(pax, "GNU.sparse.numblocks") ?? "");
  const text2 = paxText(pax, "GNU.sparse.map");
  const numbers = text2 === void 0 ? [] : text2.split(",");
  if (count === void 0 || count < 0n || BigInt(numbers.length) !== 2n * count) return void 0;
  return pairUp(numbers);
}
var BodyMap = class {
  #blocks = [];
  #lines = 0;
  #lastLine;
  /** @returns the map once it is complete, 'more' before, undefined when it is malformed. */
  addBlock(block, at) {
    const text2 = block.toString("latin1", at, at + blockBytes);
    this.#blocks.push(text2);
    for (let index = text2.indexOf("\n"); index >= 0; index = text2.indexOf("\n", index + 1)) this.#lines += 1;
    if (this.#lines === 0) return "more";
    if (this.#lastLine === void 0) {
      const joined = this.#blocks.join("");
      const count = readInteger(joined.slice(0, joined.indexOf("\n")));
      if (count === void 0 || count < 0n) return void 0;
      this.#lastLine = 1 + 2 * Number(count);
    }
    if (this.#lines < this.#lastLine) return "more";
    return pairUp(this.#blocks.join("").split("\n", this.#lastLine).slice(1));
  }
};
function addOldRuns(block, at, runs, isExtension2) {
  const count = isExtension2 ? 21 : 4;
  const start = isExtension2 ? at : at + 386;
  for (let index = 0; index < count; index += 1) {
    const field = start + 24 * index;
    if (block[field] === 0) break;
    const offset = readNumber(block, field, 12);
    const bytes = readNumber(block, field + 12, 12);
    if (Number.isNaN(offset) || Number.isNaN(bytes)) return void 0;
    runs.push({ offset, bytes });
  }
  return block[start + 24 * count] !== 0;
}
function areRunsValid(runs, fileBytes) {
  let end = 0;
  for (const { offset, bytes } of runs) {
    if (offset < end || bytes < 0) return false;
    end = offset + bytes;
  }
  return end <= fileBytes;
}
function storedBytes(runs) {
  return runs.reduce((sum, { bytes }) => sum + bytes, 0);
}
function pairUp(numbers) {
  const runs = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const offset = readInteger(numbers[index] ?? "");
    const bytes = readInteger(numbers[index + 1] ?? "");
    if (offset === void 0 || bytes === void 0) return void 0;
    runs.push({ offset: Number(offset), bytes: Number(bytes) });
  }
  return runs;
}
var SparseFile = class {
  header;
  /** The file's real size. */
  fileBytes;
  /** Body in the archive that the map has not used up. */
  bodyBytes;
  runs = [];
  needsBlock;
  /** Bytes of map blocks read so far. */
  mapBytes = 0;
  #oldRuns = [];
  #map;
  constructor(header, fileBytes, runs) {
    this.header = header;
    this.fileBytes = fileBytes;
    this.bodyBytes = header.bytes;
    this.needsBlock = typeof runs === "string";
    if (runs === "in-body") this.#map = new BodyMap();
    else if (runs === "in-blocks") this.runs = this.#oldRuns;
    else this.runs = runs;
  }
  /** Reads the runs of a GNU header or of one of its extension blocks. @returns false when they are malformed. */
  takeOldRuns(block, at, isExtension2) {
    const isMore = addOldRuns(block, at, this.#oldRuns, isExtension2);
    this.needsBlock = isMore === true;
    return isMore !== void 0;
  }
  /** @returns false when the map is malformed or the body ends within it. */
  takeBlock(block, at) {
    this.mapBytes += blockBytes;
    if (!this.#map) return this.takeOldRuns(block, at, true);
    this.bodyBytes -= blockBytes;
    if (this.bodyBytes < 0) return false;
    const map = this.#map.addBlock(block, at);
    if (map === "more" || map === void 0) return map === "more";
    this.runs = map;
    this.needsBlock = false;
    return true;
  }
  /** True when the runs lie inside the file and the body holds just them. */
  isValid() {
    return areRunsValid(this.runs, this.fileBytes) && storedBytes(this.runs) === this.bodyBytes;
  }
};
function startSparse(header, pax, block, at) {
  if (header.typeFlag === Flag.gnuSparse) {
    const fileBytes2 = readNumber(block, at + 483, 12);
    if (header.format !== "gnu" || Number.isNaN(fileBytes2)) return "malformed";
    const file = new SparseFile(header, fileBytes2, "in-blocks");
    return file.takeOldRuns(block, at, false) ? file : "malformed";
  }
  const version = sparseVersion(pax);
  if (!pax || !version) return void 0;
  if (isHeaderOnly(header.typeFlag)) return "malformed";
  header.name = paxText(pax, "GNU.sparse.name") ?? header.name;
  const size = paxText(pax, "GNU.sparse.size") ?? paxText(pax, "GNU.sparse.realsize");
  const fileBytes = size === void 0 ? BigInt(header.bytes) : readInteger(size);
  const runs = version === "in-body" ? version : sparseMapOf(pax);
  return fileBytes === void 0 || !runs ? "malformed" : new SparseFile(header, Number(fileBytes), runs);
}
var TarRecords = class {
  /** Bytes of body, then of padding, that follow the block last taken. */
  bodyBytes = 0;
  paddingBytes = 0;
  /** True when that body is to be collected and handed to {@link takeHeaderBody}. */
  isHeaderBody = false;
  /** The regular file whose body follows; −1 when there is none. */
  file = -1;
  /** The end mark was read; what follows is no part of the archive. */
  isDone = false;
  builder;
  #where;
  #budget;
  #sums = new BlockSums();
  #sawZeroBlock = false;
  #extensionFlag = 0;
  #extensions = new Extensions();
  #sparse;
  constructor(where, budget, withSums) {
    this.#where = where;
    this.#budget = budget;
    this.builder = new EntriesBuilder(withSums);
  }
  /** True when the archive may not end here: a sparse map is incomplete. */
  get needsBlock() {
    return this.#sparse !== void 0;
  }
  /** Takes the 512 bytes at `at` of a chunk; they are those at byte `offset` of the archive. @throws UserError */
  takeBlock(chunk, at, offset) {
    this.bodyBytes = 0;
    this.paddingBytes = 0;
    this.isHeaderBody = false;
    this.file = -1;
    if (this.#sparse) this.#takeMapBlock(this.#sparse, chunk, at, offset);
    else this.#takeHeader(chunk, at, offset);
  }
  /** Takes the body that was asked for by {@link isHeaderBody}; it is kept, so it must not be reused. @throws UserError */
  takeHeaderBody(body, offset) {
    if (!this.#extensions.take(this.#extensionFlag, body)) this.#fail("an extended header is malformed", offset);
  }
  #takeHeader(chunk, at, offset) {
    const sum = this.#sums.of(chunk, at);
    if (sum === 0) {
      this.isDone = this.#sawZeroBlock;
      this.#sawZeroBlock = true;
      return;
    }
    if (this.#sawZeroBlock) this.#fail("a block of zeros stands between its records", offset);
    if (!isChecksumRight(chunk, at, sum)) this.#fail("a header has a wrong checksum", offset);
    const header = readHeader(chunk, at) ?? this.#fail("a header has a malformed number", offset);
    const { typeFlag } = header;
    if (typeFlag >= Flag.gnuLongLink && isExtension(typeFlag)) this.#expectHeaderBody(header, offset);
    else this.#takeRecord(header, chunk, at, offset);
  }
  #expectHeaderBody(header, offset) {
    const limit = this.#budget.limits.maxHeaderBytes;
    if (header.bytes < 0) this.#fail("an extended header has a negative size", offset);
    if (header.bytes > limit) this.#failTooLarge("has an extended header", limit, header.bytes);
    this.#extensionFlag = header.typeFlag;
    this.isHeaderBody = true;
    this.#expectBody(header.bytes);
  }
  #takeRecord(header, chunk, at, offset) {
    if (header.bytes < 0 && !isHeaderOnly(header.typeFlag)) this.#fail("a file has a negative size", offset);
    if (!this.#extensions.applyTo(header)) this.#fail("an extended header has a malformed number", offset);
    if (header.typeFlag === Flag.oldFile && header.name.endsWith("/")) header.typeFlag = Flag.directory;
    if (isHeaderOnly(header.typeFlag)) header.bytes = 0;
    if (header.bytes < 0) this.#fail("a file has a negative size", offset);
    if (!Number.isSafeInteger(header.bytes)) this.#failTooLarge("has a file", Number.MAX_SAFE_INTEGER, header.bytes);
    const sparse = startSparse(header, this.#extensions.pax, chunk, at);
    if (sparse === "malformed") this.#fail("a sparse file has a malformed map", offset);
    if (!sparse) this.#add(header, header.bytes, offset + blockBytes, header.bytes);
    else if (sparse.needsBlock) this.#sparse = sparse;
    else this.#addSparse(sparse, offset);
  }
  #takeMapBlock(file, chunk, at, offset) {
    if (!file.takeBlock(chunk, at)) this.#fail("a sparse file has a malformed map", offset);
    const limit = this.#budget.limits.maxHeaderBytes;
    if (file.mapBytes > limit) this.#failTooLarge("has a sparse map", limit, file.mapBytes);
    if (!file.needsBlock) this.#addSparse(file, offset);
  }
  #addSparse(file, offset) {
    this.#sparse = void 0;
    if (!file.isValid()) this.#fail("a sparse file has a malformed map", offset);
    if (!Number.isSafeInteger(file.fileBytes))
      this.#failTooLarge("has a file", Number.MAX_SAFE_INTEGER, file.fileBytes);
    const record = this.#add(file.header, file.fileBytes, offset + blockBytes, file.bodyBytes);
    if (record >= 0) this.builder.setSparse(record, file.runs);
  }
  /** @returns the record's index, −1 when the record is none of the image's. */
  #add(header, fileBytes, bodyOffset, bodyBytes) {
    const capability = paxText(this.#extensions.pax, "SCHILY.xattr.security.capability");
    this.#extensions.forget();
    this.#expectBody(bodyBytes);
    const record = recordOf(header, fileBytes, bodyOffset);
    if (record === "ignored") return -1;
    if ("refused" in record) this.#fail(record.refused, bodyOffset - blockBytes);
    this.#takeNames(record.path, header.linkName);
    const index = this.builder.add(record);
    if (record.type === import_chunk_OR32E4J6.EntryType.file) this.file = index;
    else if (record.type === import_chunk_OR32E4J6.EntryType.symlink) this.builder.setLinkTarget(index, header.linkName);
    else if (record.type === import_chunk_OR32E4J6.EntryType.hardlink) this.builder.setLinkTarget(index, cleanPath(header.linkName));
    if (capability !== void 0) this.builder.setCapabilities(index);
    return index;
  }
  #takeNames(path, linkName) {
    const { maxPathBytes } = this.#budget.limits;
    const longest = Math.max(path.length, linkName.length);
    if (longest > maxPathBytes) this.#failTooLarge("has a file name", maxPathBytes, longest);
    this.#budget.takeEntry(path.length + linkName.length, this.#where);
  }
  #expectBody(bytes) {
    this.bodyBytes = bytes;
    this.paddingBytes = (blockBytes - bytes % blockBytes) % blockBytes;
  }
  #fail(what, offset) {
    throw brokenArchive(this.#where, what, { offset });
  }
  #failTooLarge(what, limit, got) {
    throw tooLarge(`${what} larger than this tool reads`, this.#where, `${limit} bytes`, `${got} bytes`);
  }
};
var smallWindowBytes = 4096;
var largeWindowBytes = 262144;
var jumpBytes = 4096;
var headersAtOnce = 2e4;
async function seekTar(from, options) {
  const seeker = new TarSeeker(from, options);
  while (!seeker.step(headersAtOnce)) {
    await new Promise((resolve) => setImmediate(resolve));
    options.signal.throwIfAborted();
  }
  return seeker.finish();
}
var TarSeeker = class {
  #from;
  #where;
  #records;
  #window = Buffer.from(new ArrayBuffer(largeWindowBytes));
  #windowStart = 0;
  #windowEnd = 0;
  #windowBytes = smallWindowBytes;
  #position = 0;
  constructor(from, { where, budget }) {
    this.#from = from;
    this.#where = where;
    this.#records = new TarRecords(where, budget, false);
  }
  /** Reads some headers. @returns true at the end. */
  step(headers) {
    const records = this.#records;
    for (let count = 0; count < headers; count += 1) {
      if (!this.#hasBlock()) return true;
      records.takeBlock(this.#window, this.#position - this.#windowStart, this.#position);
      this.#position += blockBytes;
      if (records.isDone) return true;
      if (records.isHeaderBody) this.#readHeaderBody(records.bodyBytes);
      else if (records.bodyBytes > 0) this.#passOver(records.bodyBytes);
      this.#position += records.paddingBytes;
    }
    return false;
  }
  finish() {
    if (this.#records.needsBlock) this.#failShort();
    return this.#records.builder.finish();
  }
  #passOver(bytes) {
    this.#position += bytes;
    if (this.#position > this.#from.bytes) this.#failShort();
    if (bytes > jumpBytes) this.#windowBytes = smallWindowBytes;
  }
  #readHeaderBody(bytes) {
    const body = Buffer.allocUnsafeSlow(bytes);
    if (this.#position + bytes <= this.#windowEnd) this.#window.copy(body, 0, this.#position - this.#windowStart);
    else if (this.#from.read(body, this.#position) < bytes) this.#failShort();
    this.#records.takeHeaderBody(body, this.#position);
    this.#position += bytes;
  }
  /** Brings the block at the position into the window. @returns false at a clean end. */
  #hasBlock() {
    if (this.#position + blockBytes <= this.#windowEnd) return true;
    const bytes = this.#from.read(this.#window.subarray(0, this.#windowBytes), this.#position);
    this.#windowStart = this.#position;
    this.#windowEnd = this.#position + bytes;
    this.#windowBytes = Math.min(largeWindowBytes, this.#windowBytes * 2);
    if (bytes > 0 && bytes < blockBytes) this.#failShort();
    return bytes > 0;
  }
  #failShort() {
    throw brokenArchive(this.#where, "it ends within a record", { offset: this.#from.bytes });
  }
};
async function tarStore(archive, options) {
  const { entries } = await seekTar(archive, { ...options, budget: new Budget(options.limits) });
  const files = filesByPath(entries);
  return {
    open: async (path) => {
      const record = files.get(path);
      if (record === void 0) return void 0;
      return sliceOf(archive, entries.bodyOffsets[record] ?? 0, entries.fileBytes[record] ?? 0);
    }
  };
}
var RatioMeter = class {
  #where;
  #limits;
  #input = 0;
  #output = 0;
  constructor(where, limits) {
    this.#where = where;
    this.#limits = limits;
  }
  addInput(bytes) {
    this.#input += bytes;
  }
  addOutput(bytes) {
    this.#output += bytes;
    const { maxRatio, ratioFromBytes, maxLayerBytes } = this.#limits;
    if (this.#output > ratioFromBytes && this.#output > maxRatio * this.#input) {
      const ratio = Math.floor(this.#output / Math.max(1, this.#input));
      throw tooLarge("inflates to far more than it takes", this.#where, `${maxRatio}:1`, `${ratio}:1`);
    }
    if (this.#output > maxLayerBytes) {
      const got = `more than ${(0, import_chunk_CCPWSZ7L.formatBytes)(this.#output)}`;
      throw tooLarge("inflates to more than this tool reads", this.#where, (0, import_chunk_CCPWSZ7L.formatBytes)(maxLayerBytes), got);
    }
  }
};
var maxWindowBytes = 2 ** 27;
var partBytes = { magic: 4, "skippable-size": 4, descriptor: 1, "frame-header": 0, "block-header": 3 };
var ZstdFrames = class {
  #where;
  #part = "magic";
  #missing = 4;
  #bytes = [];
  /** Bytes to pass over before the next part. */
  #pass = 0;
  #descriptor = 0;
  #isLastBlock = false;
  constructor(where) {
    this.#where = where;
  }
  /** True when what has come so far ends where a frame does. */
  get isComplete() {
    return this.#part === "magic" && this.#missing === partBytes.magic && this.#pass === 0;
  }
  /** The same bytes in pieces, none of which reaches beyond the end of a frame. @throws UserError `broken-archive`, `too-large` */
  split(piece) {
    const pieces = [];
    let start = 0;
    for (let at = 0; at < piece.length; ) {
      if (this.#pass > 0) {
        const passed = Math.min(this.#pass, piece.length - at);
        this.#pass -= passed;
        at += passed;
      } else {
        this.#bytes.push(piece[at] ?? 0);
        this.#missing -= 1;
        at += 1;
        if (this.#missing === 0) this.#takePart();
      }
      if (this.#pass === 0 && this.#isLastBlock) {
        pieces.push(piece.subarray(start, at));
        start = at;
        this.#isLastBlock = false;
      }
    }
    if (start < piece.length) pieces.push(piece.subarray(start));
    return pieces;
  }
  #takePart() {
    const bytes = this.#bytes.splice(0);
    const value = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
    switch (this.#part) {
      case "magic":
        if (value === 4247762216) return this.#expect("descriptor");
        if (value >= 407710288 && value <= 407710303) return this.#expect("skippable-size");
        throw brokenArchive(this.#where, "its zstd data are followed by something else");
      case "skippable-size":
        return this.#endFrame(value);
      case "descriptor":
        this.#descriptor = value;
        return this.#expect("frame-header", this.#headerBytes());
      case "frame-header":
        this.#checkWindow(bytes);
        return this.#expect("block-header");
      case "block-header": {
        const isRepeated = (value >> 1 & 3) === 1;
        const bodyBytes = isRepeated ? 1 : value >> 3;
        if ((value & 1) === 1) return this.#endFrame(bodyBytes + ((this.#descriptor & 4) !== 0 ? 4 : 0));
        this.#pass = bodyBytes;
        return this.#expect("block-header");
      }
    }
  }
  #expect(part, bytes = partBytes[part]) {
    this.#part = part;
    this.#missing = bytes;
  }
  #endFrame(bytesLeft) {
    this.#pass = bytesLeft;
    this.#isLastBlock = true;
    this.#expect("magic");
  }
  get #isSingleSegment() {
    return (this.#descriptor & 32) !== 0;
  }
  /** Bytes of window, dictionary and content size; never none, for a single segment states its size. */
  #headerBytes() {
    return (this.#isSingleSegment ? 0 : 1) + ([0, 1, 2, 4][this.#descriptor & 3] ?? 0) + this.#sizeBytes();
  }
  #sizeBytes() {
    const flag2 = this.#descriptor >> 6;
    return flag2 === 0 ? this.#isSingleSegment ? 1 : 0 : 2 ** flag2;
  }
  #checkWindow(bytes) {
    const [window = 0] = bytes;
    const base = 2 ** (10 + (window >> 3));
    const size = bytes.slice(bytes.length - this.#sizeBytes()).reduceRight((sum, byte) => sum * 256 + byte, 0);
    const windowBytes = this.#isSingleSegment ? size : base + base / 8 * (window & 7);
    if (windowBytes > maxWindowBytes) {
      throw tooLarge(
        "needs a larger zstd window than this tool gives",
        this.#where,
        (0, import_chunk_CCPWSZ7L.formatBytes)(maxWindowBytes),
        (0, import_chunk_CCPWSZ7L.formatBytes)(windowBytes)
      );
    }
  }
};
function scriptInflater(where, meter, onData) {
  const broken = (cause) => {
    if (cause instanceof import_chunk_ZU5SK2EV.UserError) return cause;
    const text2 = cause instanceof Error ? cause.message : String(cause);
    return brokenArchive(where, text2, { cause });
  };
  let isStopped = false;
  let isStarted = false;
  const engine = Promise.resolve().then(() => __toESM(require("./esm-CDTFKL4L.cjs"))).then(
    ({ Decompress }) => new Decompress((data) => {
      if (!isStopped) void onData(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    })
  );
  let work = Promise.resolve();
  const feed2 = (piece, isLast) => {
    work = work.then(async () => (await engine).push(piece, isLast)).catch((thrown) => {
      throw broken(thrown);
    });
    work.catch(() => void 0);
    return work;
  };
  return {
    push(piece) {
      meter.addInput(piece.length);
      isStarted = true;
      return feed2(Buffer.from(piece), false);
    },
    end: () => isStarted ? feed2(new Uint8Array(0), true) : Promise.reject(broken("it is empty")),
    destroy: () => {
      isStopped = true;
    }
  };
}
function sniffCompression(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  const isSkippable = ((head[0] ?? 0) & 240) === 80 && head[1] === 42 && head[2] === 77 && head[3] === 24;
  const isFrame = head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253;
  return isFrame || isSkippable ? "zstd" : "none";
}
var waitingBytes = 4194304;
var outputChunkBytes = 1048576;
var maxWindowLog = 27;
function createInflater(compression, where, limits, onData) {
  const meter = new RatioMeter(where, limits);
  const counted2 = (inflated) => {
    meter.addOutput(inflated.length);
    return onData(inflated);
  };
  if (compression === "gzip")
    return streamInflater(zlib.createGunzip({ chunkSize: outputChunkBytes }), where, meter, counted2);
  if (typeof zlib.createZstdDecompress === "function") {
    const params = { [zlib.constants.ZSTD_d_windowLogMax]: maxWindowLog };
    const stream = zlib.createZstdDecompress({ chunkSize: outputChunkBytes, params });
    return frameByFrame(streamInflater(stream, where, meter, counted2), where);
  }
  return frameByFrame(scriptInflater(where, meter, counted2), where);
}
function frameByFrame(inflater, where) {
  const frames = new ZstdFrames(where);
  return {
    push(piece) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      const waits = frames.split(bytes).flatMap((frame) => inflater.push(frame) ?? []);
      return waits.length > 0 ? Promise.all(waits).then(() => void 0) : void 0;
    },
    async end() {
      await inflater.end();
      if (!frames.isComplete) throw brokenArchive(where, "its zstd data end within a frame");
    },
    destroy: () => inflater.destroy()
  };
}
function streamInflater(stream, where, meter, onData) {
  let waiting = 0;
  const done = new Promise((resolve, reject) => {
    stream.on(
      "error",
      (cause) => reject(cause instanceof import_chunk_ZU5SK2EV.UserError ? cause : brokenArchive(where, cause.message, { cause }))
    );
    stream.on("end", resolve);
    stream.on("data", (inflated) => {
      try {
        const wait = onData(inflated);
        if (wait) {
          stream.pause();
          void wait.then(() => stream.resume(), reject);
        }
      } catch (thrown) {
        stream.destroy();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    });
  });
  done.catch(() => void 0);
  return {
    push(piece) {
      meter.addInput(piece.length);
      waiting += piece.length;
      const written = new Promise((resolve) => {
        stream.write(Buffer.from(piece), () => {
          waiting -= piece.length;
          resolve();
        });
      });
      return waiting > waitingBytes ? Promise.race([written, done]) : void 0;
    },
    end() {
      stream.end();
      return done;
    },
    destroy: () => stream.destroy()
  };
}
function checkLayerFile(layer, bytes) {
  const { where, path, blobBytes } = layer;
  if (bytes === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "missing-layer",
      message: layer.isForeign ? `${where} is not distributed with the image, and \`${path}\` is not there.` : `${where} is not there: no \`${path}\`.`,
      hint: layer.isForeign ? "Images with foreign layers can only be measured where these are stored too." : "Write or copy the image again, with all its layers."
    });
  }
  if (blobBytes !== void 0 && blobBytes !== bytes)
    throw brokenArchive(where, `it has ${bytes} bytes, not ${blobBytes}`);
}
var BodyKeeper = class {
  /** Stored bytes by record: for a sparse file its data without the holes. */
  bodies = /* @__PURE__ */ new Map();
  #wanted;
  /** @param wanted how many bytes of a file to keep; 0 for none. */
  constructor(wanted) {
    this.#wanted = wanted;
  }
  openBody = (file) => {
    const most = Math.min(this.#wanted(file), file.bodyBytes);
    if (!(most > 0)) return void 0;
    const kept = Buffer.alloc(most);
    let fill = 0;
    return {
      push: (piece) => {
        if (fill < most) fill += piece.copy(kept, fill, 0, most - fill);
      },
      end: () => this.bodies.set(file.record, kept)
    };
  };
};
function expandSparse(stored, runs, fileBytes, maxBytes) {
  const whole2 = Buffer.alloc(Math.min(fileBytes, maxBytes));
  let from = 0;
  for (const { offset, bytes } of runs) {
    if (offset >= whole2.length || from >= stored.length) break;
    stored.copy(whole2, offset, from, Math.min(stored.length, from + bytes));
    from += bytes;
  }
  return whole2;
}
var TarScanner = class {
  #records;
  #options;
  #block = Buffer.from(new ArrayBuffer(blockBytes));
  #blockFill = 0;
  /** Where the next byte stands in the archive. */
  #offset = 0;
  #bodyLeft = 0;
  #paddingLeft = 0;
  #headerBody;
  #headerFill = 0;
  #sink;
  #sum = 0;
  constructor(options) {
    this.#options = options;
    this.#records = new TarRecords(options.where, options.budget, options.contentSums === true);
  }
  /** Takes the next bytes. The chunk is not held after the call. @throws UserError `broken-archive`, `too-large` */
  push(chunk) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length && !this.#records.isDone; ) {
      const start = at;
      if (this.#bodyLeft > 0) at = this.#takeBody(bytes, at);
      else if (this.#paddingLeft > 0) at = this.#skipPadding(bytes, at);
      else at = this.#takeBlock(bytes, at);
      this.#offset += at - start;
    }
  }
  /**
   * Passes over the whole body of the record just read, when its bytes are not at hand but their number and sum are.
   * @throws UserError `broken-archive` when no body of so many bytes is due.
   */
  skipBody(bytes, sum) {
    if (bytes !== this.#bodyLeft || this.#headerBody || this.#blockFill > 0)
      throw brokenArchive(this.#options.where, `a body of ${bytes} bytes is not due`, { offset: this.#offset });
    this.#offset += bytes;
    this.#bodyLeft = 0;
    this.#sum = sum;
    this.#endBody();
  }
  /** Says that all bytes have come. @throws UserError `broken-archive` when they end within a record. */
  end() {
    if (this.#bodyLeft > 0 || this.#blockFill > 0 || this.#records.needsBlock) {
      throw brokenArchive(this.#options.where, "it ends within a record", { offset: this.#offset });
    }
    return this.#records.builder.finish();
  }
  #takeBlock(bytes, at) {
    if (this.#blockFill === 0 && at + blockBytes <= bytes.length) {
      this.#records.takeBlock(bytes, at, this.#offset);
      this.#startBody();
      return at + blockBytes;
    }
    const end = Math.min(bytes.length, at + blockBytes - this.#blockFill);
    bytes.copy(this.#block, this.#blockFill, at, end);
    this.#blockFill += end - at;
    if (this.#blockFill === blockBytes) {
      this.#blockFill = 0;
      this.#records.takeBlock(this.#block, 0, this.#offset + (end - at) - blockBytes);
      this.#startBody();
    }
    return end;
  }
  #startBody() {
    const records = this.#records;
    this.#bodyLeft = records.bodyBytes;
    this.#paddingLeft = records.paddingBytes;
    if (records.isHeaderBody) {
      this.#headerBody = Buffer.allocUnsafeSlow(records.bodyBytes);
      this.#headerFill = 0;
    } else if (records.file >= 0) {
      this.#sum = 0;
      const { openBody } = this.#options;
      this.#sink = openBody?.({ record: records.file, path: records.builder.lastPath, bodyBytes: records.bodyBytes });
    }
    if (this.#bodyLeft === 0) this.#endBody();
  }
  #takeBody(bytes, at) {
    const end = Math.min(bytes.length, at + this.#bodyLeft);
    if (this.#headerBody) {
      bytes.copy(this.#headerBody, this.#headerFill, at, end);
      this.#headerFill += end - at;
    } else if (this.#records.file >= 0 && (this.#sink || this.#options.contentSums)) {
      const piece = bytes.subarray(at, end);
      if (this.#options.contentSums) this.#sum = (0, import_node_zlib.crc32)(piece, this.#sum);
      this.#sink?.push(piece);
    }
    this.#bodyLeft -= end - at;
    if (this.#bodyLeft === 0) this.#endBody();
    return end;
  }
  #endBody() {
    if (this.#headerBody) this.#records.takeHeaderBody(this.#headerBody, this.#offset);
    else if (this.#records.file >= 0) {
      if (this.#options.contentSums) this.#records.builder.setSum(this.#records.file, this.#sum);
      this.#sink?.end();
    }
    this.#headerBody = void 0;
    this.#sink = void 0;
  }
  #skipPadding(bytes, at) {
    const end = Math.min(bytes.length, at + this.#paddingLeft);
    this.#paddingLeft -= end - at;
    return end;
  }
};
var LayerStream = class {
  #options;
  #scanner;
  #head = [];
  #headBytes = 0;
  #inflater;
  #isSniffed = false;
  #compression = "none";
  constructor(options) {
    this.#options = options;
    this.#scanner = new TarScanner(options);
  }
  /** Known once four bytes have come. */
  get compression() {
    return this.#compression;
  }
  /** Takes the next stored bytes. @returns a promise to wait for before pushing more, when much is waiting. @throws UserError */
  push(piece) {
    if (this.#isSniffed) return this.#forward(piece);
    this.#head.push(Buffer.from(piece));
    this.#headBytes += piece.length;
    return this.#headBytes < 4 ? void 0 : this.#sniff();
  }
  /** Says that all bytes have come. @throws UserError `broken-archive`, `too-large` */
  async end() {
    if (!this.#isSniffed) await this.#sniff();
    await this.#inflater?.end();
    return this.#scanner.end();
  }
  destroy() {
    this.#inflater?.destroy();
  }
  #sniff() {
    const head = Buffer.concat(this.#head);
    this.#isSniffed = true;
    this.#compression = sniffCompression(head);
    if (this.#compression !== "none") {
      const { where, budget } = this.#options;
      this.#inflater = createInflater(this.#compression, where, budget.limits, (inflated) => this.#scan(inflated));
    }
    return this.#forward(head);
  }
  #forward(piece) {
    if (this.#inflater) return this.#inflater.push(piece);
    return this.#scan(piece);
  }
  #scan(bytes) {
    this.#options.onBytes?.(bytes);
    this.#scanner.push(bytes);
    return this.#options.pressure?.();
  }
};
var pieceBytes = 262144;
function keepDatabases(budget) {
  return new BodyKeeper(({ path, bodyBytes }) => (0, import_chunk_MNBRAC5K.isPackageDatabase)(path) ? budget.keep(bodyBytes) : 0);
}
function readWhole(file, layer, options, signal) {
  return readPieces(piecesOf(file), layer, options, signal);
}
async function readPieces(pieces, layer, options, signal) {
  const { budget, contentSums } = options;
  const isVerified = options.verifyLayers !== false;
  const blob = isVerified && layer.blobDigest && new DigestCheck(layer.blobDigest, "digest", layer.where);
  const diff = isVerified && layer.diffId && new DigestCheck(layer.diffId, "DiffID", layer.where);
  const onBytes = diff ? { onBytes: (bytes) => diff.add(bytes) } : {};
  const keeper = options.keeper ?? keepDatabases(budget);
  const stream = new LayerStream({ where: layer.where, budget, contentSums, openBody: keeper.openBody, ...onBytes });
  try {
    await feed(stream, pieces, signal, (piece) => {
      if (blob) blob.add(piece);
      return true;
    });
    const scanned = await stream.end();
    if (blob) blob.finish();
    if (diff) diff.finish();
    return { ...scanned, bodies: keeper.bodies };
  } finally {
    stream.destroy();
  }
}
function readBodiesWhole(file, layer, wanted, options, signal) {
  return readBodiesOfPieces(piecesOf(file), layer, wanted, options, signal);
}
async function readBodiesOfPieces(pieces, layer, wanted, { limits }, signal) {
  const keeper = keepWanted(wanted);
  const distinct = new Set(wanted.map(({ record }) => record)).size;
  const stream = new LayerStream({ where: layer.where, budget: new Budget(limits), openBody: keeper.openBody });
  try {
    if (await feed(stream, pieces, signal, () => keeper.bodies.size < distinct)) await stream.end();
    return keeper.bodies;
  } finally {
    stream.destroy();
  }
}
function keepWanted(wanted) {
  const bytesOf = /* @__PURE__ */ new Map();
  for (const { record, bytes } of wanted) bytesOf.set(record, Math.max(bytes, bytesOf.get(record) ?? 0));
  return new BodyKeeper(({ record }) => bytesOf.get(record) ?? 0);
}
async function feed(stream, pieces, signal, isWanted) {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    if (!isWanted(piece)) return false;
    await stream.push(piece);
  }
  return true;
}
function* piecesOf(file) {
  const piece = Buffer.alloc(Math.min(pieceBytes, file.bytes));
  for (let position = 0; position < file.bytes; ) {
    const bytes = file.read(piece, position);
    if (bytes === 0) return;
    yield piece.subarray(0, bytes);
    position += bytes;
  }
}
var pieceBytes2 = 262144;
function repeatedFiles(layers) {
  const isCandidate = samePaths(layers);
  const seen = /* @__PURE__ */ new Map();
  for (const [layer, { paths, fileBytes }] of layers.entries()) {
    for (let record = 0; record < paths.length; record += 1) {
      if (isCandidate[layer]?.[record] !== 1) continue;
      const key = `${fileBytes[record]} ${paths[record]}`;
      const places = seen.get(key);
      if (places) places.push({ layer, record });
      else seen.set(key, [{ layer, record }]);
    }
  }
  const repeated = layers.map(() => []);
  for (const places of seen.values()) {
    if (places.every(({ layer }) => layer === places[0]?.layer)) continue;
    for (const { layer, record } of places) repeated[layer]?.push(record);
  }
  return repeated;
}
function samePaths(layers) {
  const marks = layers.map(({ count }) => new Uint8Array(count));
  const first = /* @__PURE__ */ new Map();
  let start = 0;
  const starts = layers.map(({ count }) => (start += count) - count);
  for (const [layer, { paths, types, fileBytes }] of layers.entries()) {
    for (let record = 0; record < paths.length; record += 1) {
      if (types[record] !== import_chunk_OR32E4J6.EntryType.file || fileBytes[record] === 0) continue;
      const path = paths[record] ?? "";
      const known = first.get(path);
      if (known === void 0) {
        first.set(path, (starts[layer] ?? 0) + record);
        continue;
      }
      const own = starts.findLastIndex((layerStart) => layerStart <= known);
      for (const [of, at] of [
        [own, known - (starts[own] ?? 0)],
        [layer, record]
      ])
        marks[of]?.fill(1, at, at + 1);
    }
  }
  return marks;
}
function sumFiles(tar, { entries, sparse }, records, signal) {
  const values = new Float64Array(entries.count);
  for (let record = 0; record < entries.count; record += 1) {
    if (entries.types[record] === import_chunk_OR32E4J6.EntryType.file && entries.fileBytes[record] !== 0) values[record] = Number.NaN;
  }
  const piece = Buffer.alloc(pieceBytes2);
  for (const record of records) {
    if (sparse.has(record)) continue;
    signal.throwIfAborted();
    values[record] = sumOf(tar, entries.bodyOffsets[record] ?? 0, entries.fileBytes[record] ?? 0, piece);
  }
  return { entries: { ...entries, contentSums: { algorithm: "crc32", values } }, sparse };
}
function sumOf(tar, start, bytes, piece) {
  let sum = 0;
  for (let done = 0; done < bytes; ) {
    const read = tar.read(piece.subarray(0, Math.min(piece.length, bytes - done)), start + done);
    if (read === 0) return Number.NaN;
    sum = (0, import_node_zlib2.crc32)(piece.subarray(0, read), sum);
    done += read;
  }
  return sum;
}
var concurrentInflations = 2;
var StoreContents = class {
  where;
  #store;
  #options;
  /** By path: images of one archive share layers. */
  #scans = /* @__PURE__ */ new Map();
  constructor(store, options) {
    this.where = options.where;
    this.#store = store;
    this.#options = options;
  }
  async stat(path) {
    const file = await this.#store.open(path);
    return file && { bytes: file.bytes, compression: sniffCompression(readPart(file, 0, 4)) };
  }
  async document(path) {
    const file = await this.#store.open(path);
    const { maxDocumentBytes } = this.#options.limits;
    if (file && file.bytes > maxDocumentBytes) {
      const where = `\`${path}\` in ${this.where}`;
      throw tooLarge("is larger than this tool reads", where, `${maxDocumentBytes} bytes`, `${file.bytes} bytes`);
    }
    return file && readPart(file, 0, file.bytes);
  }
  async readLayers(layers, signal) {
    const budget = new Budget(this.#options.limits);
    const inflated = [];
    const isStarted = new Set(this.#scans.keys());
    for (const layer of layers) {
      if (isStarted.has(layer.path)) continue;
      isStarted.add(layer.path);
      const file = await this.#open(layer);
      if (sniffCompression(readPart(file, 0, 4)) === "none")
        await this.#start(layer, this.#readPlain(file, layer, budget, signal));
      else inflated.push({ layer, file });
    }
    const queue = inflated.toSorted((one, other) => other.file.bytes - one.file.bytes).values();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const work = async () => {
      for (const { layer, file } of queue)
        await this.#start(layer, readWhole(file, layer, { ...this.#options, budget }, either));
    };
    const workers = Array.from({ length: concurrentInflations }, work);
    try {
      await Promise.all(workers);
    } catch (thrown) {
      stop.abort();
      await Promise.allSettled(workers);
      throw thrown;
    }
    const scans = await Promise.all(
      layers.map(({ path, where }) => this.#scans.get(path) ?? Promise.reject(new Error(`${where} was not read`)))
    );
    return this.#options.contentSums ? this.#withSums(layers, scans, signal) : scans;
  }
  async readBodies(layers, wanted, signal) {
    const bodies = wanted.map(() => void 0);
    for (const [index, layer] of layers.entries()) {
      const here = [...wanted.entries()].filter(([, body]) => body.layer === index);
      if (here.length === 0) continue;
      const found = await this.#readFrom(
        layer,
        here.map(([, body]) => body),
        signal
      );
      for (const [at, { record, bytes }] of here) bodies[at] = found.get(record)?.subarray(0, bytes);
    }
    return bodies;
  }
  async #open(layer) {
    const file = await this.#store.open(layer.path);
    checkLayerFile(layer, file?.bytes);
    return file ?? readAtOf(new Uint8Array(0));
  }
  /** Sums for plain layers that were only read at their headers: of the files that another layer holds too. */
  async #withSums(layers, scans, signal) {
    const repeated = repeatedFiles(scans.map(({ entries }) => entries));
    const summed = [];
    for (const [index, scan] of scans.entries()) {
      const layer = layers[index];
      const isSummed = scan.entries.contentSums !== void 0 || !layer;
      summed.push(isSummed ? scan : sumFiles(await this.#open(layer), scan, repeated[index] ?? [], signal));
    }
    return summed;
  }
  /** Remembers a scan that is under way; one that fails may be tried again. */
  async #start({ path }, scan) {
    this.#scans.set(path, scan);
    try {
      await scan;
    } catch (thrown) {
      this.#scans.delete(path);
      throw thrown;
    }
  }
  #readPlain(file, layer, budget, signal) {
    if (this.#options.verifyLayers === true) return readWhole(file, layer, { ...this.#options, budget }, signal);
    return seekTar(file, { where: layer.where, budget, signal });
  }
  async #readFrom(layer, wanted, signal) {
    const file = await this.#open(layer);
    if (sniffCompression(readPart(file, 0, 4)) === "none") {
      const { entries } = await (this.#scans.get(layer.path) ?? Promise.reject(new Error("not scanned")));
      return new Map(
        wanted.map(({ record, bytes }) => {
          return [record, readPart(file, entries.bodyOffsets[record] ?? 0, bytes)];
        })
      );
    }
    return readBodiesWhole(file, layer, wanted, this.#options, signal);
  }
};
var headBytes = 512;
var concurrentLayers = 2;
var FileCollector = class {
  #options;
  #budget;
  #byRecord = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  #running = /* @__PURE__ */ new Set();
  #documentBytesLeft;
  #pressure;
  constructor(options) {
    this.#options = options;
    this.#budget = new Budget(options.limits);
    this.#documentBytesLeft = 8 * options.limits.maxDocumentBytes;
  }
  /** Waits for the layers that are still being inflated. */
  async settle() {
    await Promise.all(this.#running);
  }
  takePressure() {
    const pressure = this.#pressure;
    this.#pressure = void 0;
    return pressure;
  }
  openBody = (file) => {
    const head = Buffer.alloc(Math.min(headBytes, file.bodyBytes));
    let fill = 0;
    let sink;
    return {
      push: (piece) => {
        const taken = fill < head.length ? piece.copy(head, fill) : 0;
        fill += taken;
        if (fill < head.length) return;
        if (!sink) {
          sink = this.#sinkFor(file, head);
          sink.push(head);
        }
        if (taken < piece.length) sink.push(piece.subarray(taken));
      },
      end: () => (sink ?? this.#sinkFor(file, head)).end()
    };
  };
  /** The files by path: of several with one path the last, links followed. */
  resolve(entries) {
    const files = /* @__PURE__ */ new Map();
    for (const [path, record] of filesByPath(entries)) {
      const file = this.#byRecord.get(record);
      if (file) files.set(path, file);
    }
    return files;
  }
  destroy() {
    for (const layer of this.#open) layer.destroy();
  }
  #sinkFor(file, head) {
    const isDocument = (head[0] === 123 || head[0] === 91) && !isTarHead(head);
    return isDocument ? this.#documentSink(file) : this.#layerSink(file);
  }
  #documentSink(file) {
    const { path, bodyBytes: bytes } = file;
    const isKept = bytes <= Math.min(this.#options.limits.maxDocumentBytes, this.#documentBytesLeft);
    if (!isKept) {
      this.#byRecord.set(file.record, { path, bytes });
      return { push: () => void 0, end: () => void 0 };
    }
    this.#documentBytesLeft -= bytes;
    const keeper = new BodyKeeper(() => bytes);
    const sink = keeper.openBody(file);
    return {
      push: (piece) => sink?.push(piece),
      end: () => {
        sink?.end();
        this.#byRecord.set(file.record, { path, bytes, document: keeper.bodies.get(file.record) ?? Buffer.alloc(0) });
      }
    };
  }
  #layerSink(file) {
    const { where, contentSums, keepBody, verifyLayers = "compressed" } = this.#options;
    const hash = (0, import_node_crypto3.createHash)("sha256");
    let isHashed = false;
    const diffId = () => isHashed ? `sha256:${hash.copy().digest("hex")}` : void 0;
    const keeper = new BodyKeeper((inner) => keepBody(file.path, inner));
    const layer = new LayerStream({
      where: `\`${file.path}\` in ${where}`,
      budget: this.#budget,
      contentSums,
      openBody: keeper.openBody,
      onBytes: (bytes) => {
        isHashed = verifyLayers === true || verifyLayers === "compressed" && layer.compression !== "none";
        if (isHashed) hash.update(bytes);
      }
    });
    this.#open.add(layer);
    let failure;
    return {
      push: (piece) => {
        if (failure) return;
        try {
          this.#wait(layer.push(piece));
        } catch (thrown) {
          if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
          failure = thrown;
        }
      },
      end: () => {
        const scan = failure ? Promise.reject(failure) : layer.end();
        const settled = scan.then(
          () => void 0,
          () => void 0
        );
        this.#running.add(settled);
        void settled.then(() => this.#running.delete(settled));
        if (this.#running.size > concurrentLayers) this.#wait(Promise.race(this.#running).then(() => void 0));
        const { path, bodyBytes: bytes } = file;
        const { compression } = layer;
        this.#byRecord.set(file.record, { path, bytes, layer: { compression, scan, diffId, bodies: keeper.bodies } });
      }
    };
  }
  #wait(work) {
    if (!work) return;
    const room = work.catch(() => void 0);
    this.#pressure = this.#pressure ? Promise.all([this.#pressure, room]).then(() => void 0) : room;
  }
};
async function readStream(stream, options) {
  const files = new FileCollector(options);
  const archive = new LayerStream({
    where: options.where,
    budget: new Budget(options.limits),
    openBody: files.openBody,
    pressure: () => files.takePressure()
  });
  try {
    for await (const chunk of stream) {
      options.signal?.throwIfAborted();
      await archive.push(chunk);
    }
    const { entries } = await archive.end();
    await files.settle();
    return files.resolve(entries);
  } finally {
    archive.destroy();
    files.destroy();
  }
}
async function streamContents(open, options) {
  return new StreamContents(open, options, await readStream(open(), options));
}
var StreamContents = class {
  where;
  #open;
  #options;
  #files;
  constructor(open, options, files) {
    this.where = options.where;
    this.#open = open;
    this.#options = options;
    this.#files = files;
  }
  async stat(path) {
    const file = this.#files.get(path);
    return file && { bytes: file.bytes, compression: file.layer?.compression ?? "none" };
  }
  async document(path) {
    const file = this.#files.get(path);
    if (!file || file.document) return file?.document;
    const { maxDocumentBytes } = this.#options.limits;
    const where = `\`${path}\` in ${this.where}`;
    if (file.bytes > maxDocumentBytes)
      throw tooLarge("is larger than this tool reads", where, `${maxDocumentBytes} bytes`, `${file.bytes} bytes`);
    throw brokenArchive(where, "it is not a JSON document");
  }
  async readLayers(layers) {
    return Promise.all(
      layers.map(async (source) => {
        const file = this.#files.get(source.path);
        checkLayerFile(source, file?.bytes);
        const layer = file?.layer;
        if (!layer) throw brokenArchive(source.where, "it is a JSON document");
        const scan = await layer.scan;
        const diffId = layer.diffId();
        if (diffId && source.diffId?.startsWith("sha256:") && diffId !== source.diffId) {
          throw brokenArchive(source.where, `its DiffID is ${diffId}, not ${source.diffId}`);
        }
        return scan;
      })
    );
  }
  async readBodies(layers, wanted, signal) {
    const kept = this.#pick(this.#files, layers, wanted);
    const isMissing = kept.some((body, index) => !body || body.length < (wanted[index]?.bytes ?? 0));
    if (!isMissing) return kept.map((body, index) => body?.subarray(0, wanted[index]?.bytes));
    const bytesOf = /* @__PURE__ */ new Map();
    for (const { layer, record, bytes } of wanted) {
      const key = `${record} ${this.#files.get(layers[layer]?.path ?? "")?.path}`;
      bytesOf.set(key, Math.max(bytes, bytesOf.get(key) ?? 0));
    }
    const again = await readStream(this.#open(), {
      ...this.#options,
      signal,
      contentSums: false,
      verifyLayers: false,
      keepBody: (blob, { record }) => bytesOf.get(`${record} ${blob}`) ?? 0
    });
    return this.#pick(again, layers, wanted);
  }
  #pick(files, layers, wanted) {
    return wanted.map(({ layer, record, bytes }) => {
      const source = layers[layer];
      const body = source && files.get(source.path)?.layer?.bodies.get(record);
      return body?.subarray(0, bytes);
    });
  }
};
var pieceBytes3 = 1048576;
async function archiveContents(archive, options) {
  if (sniffCompression(readPart(archive, 0, 4)) !== "none") return streamedContents(() => piecesOf2(archive), options);
  const { source: where, limits = defaultLimits, signal = new AbortController().signal } = options;
  return storeContents(await tarStore(archive, { where, limits, signal }), options);
}
function storeContents(store, options) {
  const { source: where, limits = defaultLimits, contentSums = false, verifyLayers, cache } = options;
  const contents = new StoreContents(store, { where, limits, contentSums, verifyLayers });
  return cache && contentSums && verifyLayers !== false ? cachedWhereInflated(contents, cache) : contents;
}
function streamedContents(stream, options) {
  const kept = new Budget(options.limits);
  const keep = options.keepBody ?? ((path, bytes) => (0, import_chunk_MNBRAC5K.isPackageDatabase)(path) ? kept.keep(bytes) : 0);
  return streamContents(stream, {
    where: options.source,
    limits: options.limits ?? defaultLimits,
    contentSums: options.contentSums === true,
    verifyLayers: options.verifyLayers,
    keepBody: (_blob, { path, bodyBytes }) => keep(path, bodyBytes),
    signal: options.signal
  });
}
async function* piecesOf2(archive) {
  const piece = Buffer.alloc(Math.min(pieceBytes3, archive.bytes));
  for (let position = 0; position < archive.bytes; ) {
    const bytes = archive.read(piece, position);
    if (bytes === 0) return;
    yield piece.subarray(0, bytes);
    position += bytes;
  }
}
function openImage(contents, facts, layers) {
  let scanned;
  const scan = (signal) => {
    scanned ??= contents.readLayers(layers, signal).catch((thrown) => {
      scanned = void 0;
      throw thrown;
    });
    return scanned;
  };
  return {
    facts,
    readLayers: async (signal) => (await scan(signal)).map(({ entries }) => entries),
    readBodies: async (nodes, maxBytes, signal) => {
      const files = nodes.filter(({ type }) => type === import_chunk_OR32E4J6.EntryType.file || type === import_chunk_OR32E4J6.EntryType.hardlink);
      return bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
    },
    readRecords: async (records, maxBytes, signal) => {
      const files = records.map((record, index) => ({ ...record, path: String(index) }));
      const bodies = await bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
      return records.map((_, index) => bodies.get(String(index)));
    }
  };
}
async function bodiesOf(contents, layers, scans, nodes, maxBytes, signal) {
  const bodies = /* @__PURE__ */ new Map();
  const asked = [];
  for (const node of nodes) {
    const runs = scans[node.layer]?.sparse.get(node.record);
    const bytes = Math.min(maxBytes, runs ? storedBytes(runs) : node.fileBytes);
    const kept = scans[node.layer]?.bodies?.get(node.record);
    if (kept && kept.length >= bytes) bodies.set(node.path, whole(kept.subarray(0, bytes), runs, node, maxBytes));
    else if (bytes > 0) asked.push({ node, want: { layer: node.layer, record: node.record, bytes } });
    else bodies.set(node.path, Buffer.alloc(Math.min(maxBytes, node.fileBytes)));
  }
  if (asked.length === 0) return bodies;
  const stored = await contents.readBodies(
    layers,
    asked.map(({ want }) => want),
    signal
  );
  for (const [index, { node }] of asked.entries()) {
    const body = stored[index];
    const runs = scans[node.layer]?.sparse.get(node.record);
    if (body) bodies.set(node.path, whole(body, runs, node, maxBytes));
  }
  return bodies;
}
function whole(stored, runs, { fileBytes }, maxBytes) {
  return runs ? expandSparse(stored, runs, fileBytes, maxBytes) : stored;
}
function readOciLayout(store, options) {
  return openLayout(storeContents(store, options), options);
}
async function readOciArchive(archive, options) {
  return openLayout(await archiveContents(archive, options), options);
}
async function openLayout(contents, options) {
  const { source, limits = defaultLimits } = options;
  const mark = await contents.document("oci-layout");
  if (!mark) throw brokenArchive(contents.where, `it holds no oci-layout file${await whatInstead(contents)}`);
  checkLayoutFile(mark, `\`oci-layout\` in ${contents.where}`);
  const bytes = await contents.document("index.json");
  if (!bytes) throw brokenArchive(contents.where, "it holds no index.json");
  const where = `\`index.json\` in ${contents.where}`;
  const index = readOciDocument(bytes, void 0, where);
  if (index.kind !== "index") throw brokenArchive(where, "it is no index");
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
    throw brokenArchive(where, `it lists ${layers.length} layers and its config ${config.diffIds.length}`);
  }
  const blobs = layers.map(({ digest, bytes, mediaType }, index) => ({
    digest: readDigest(digest, `layer ${index} of ${where}`),
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
      path: blobPath(blob),
      where: `layer ${index} (${blob.digest}) of ${contents.where}`,
      blobDigest: blob.digest,
      blobBytes: blob.bytes,
      isForeign: isForeign(blob.mediaType),
      diffId: config.diffIds[index]
    };
  });
  return openImage(contents, facts, sources);
}
var dockerConfigDir = (environment) => environment["DOCKER_CONFIG"] || (0, import_node_path.join)(environment["HOME"] ?? environment["USERPROFILE"] ?? "/", ".docker");
function readOptional(path) {
  try {
    return (0, import_node_fs.readFileSync)(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR"))
      return void 0;
    throw brokenConfig(path, "it cannot be read", cause);
  }
}
function parseJson2(path, text2, schema2) {
  try {
    return schema2.parse(JSON.parse(text2));
  } catch (cause) {
    throw brokenConfig(path, "it is not what docker writes there", cause);
  }
}
var brokenConfig = (path, why, cause) => new import_chunk_ZU5SK2EV.UserError(
  {
    code: "broken-docker-config",
    message: `${path} is broken: ${why}.`,
    got: path,
    hint: "Repair or remove the file; `docker info` reads the same one."
  },
  { cause }
);
var text = import_chunk_AJHEZPZQ.external_exports.string().optional();
var entry = import_chunk_AJHEZPZQ.external_exports.object({ auth: text, username: text, password: text, identitytoken: text, registrytoken: text });
var schema = import_chunk_AJHEZPZQ.external_exports.object({
  auths: import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), entry.nullable()).optional(),
  credHelpers: import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.string()).optional(),
  credsStore: text
});
var dockerHub = /* @__PURE__ */ new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
function readDockerConfig(environment) {
  const path = (0, import_node_path2.join)(dockerConfigDir(environment), "config.json");
  const found = readOptional(path);
  if (found === void 0) return void 0;
  const { auths = {}, credHelpers = {}, credsStore } = parseJson2(path, found, schema);
  return { path, auths, credHelpers, ...credsStore && { credsStore } };
}
function hostOfServer(server) {
  const host = server.replace(/^https?:\/\//, "").replace(/\/.*$/s, "");
  return dockerHub.has(host) ? "docker.io" : host;
}
function entryOfHost(entries, host) {
  if (Object.hasOwn(entries, host)) return entries[host];
  return Object.entries(entries).find(([server]) => hostOfServer(server) === host)?.[1];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Budget,
  JsonObject,
  TarScanner,
  ambiguousImage,
  archiveContents,
  brokenArchive,
  cachedContents,
  checkDigest,
  chooseOciImage,
  cleanPath,
  counted,
  defaultLimits,
  digestOf,
  dockerConfigDir,
  entryOfHost,
  findManifests,
  fullTag,
  hostOfServer,
  isPlatform,
  keepWanted,
  kindOf,
  knownLayers,
  layersOfConfig,
  noLayerCache,
  noSuchImage,
  noSuchPlatform,
  openImage,
  openOciImage,
  parseJson,
  parseJson2,
  readBodiesOfPieces,
  readChecked,
  readDigest,
  readDockerConfig,
  readImageConfig,
  readMeter,
  readOciArchive,
  readOciDocument,
  readOciLayout,
  readOptional,
  readPieces,
  streamContents,
  streamedContents
});
