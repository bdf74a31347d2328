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
  asAuditFormat: () => asAuditFormat,
  auditAnnotations: () => auditAnnotations,
  auditIssue: () => auditIssue,
  auditIssues: () => auditIssues,
  failsPolicy: () => failsPolicy,
  mergeShards: () => mergeShards,
  parseAudit: () => parseAudit,
  planMatrix: () => planMatrix,
  readAuditOptions: () => readAuditOptions,
  renderAudit: () => renderAudit,
  renderAuditCsv: () => renderAuditCsv,
  renderAuditMarkdown: () => renderAuditMarkdown,
  runSettled: () => runSettled,
  strangeFormats: () => strangeFormats,
  withAudit: () => withAudit
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_RBQODOWZ = require("./chunk-RBQODOWZ.cjs");
var import_chunk_UZDOSZKD = require("./chunk-UZDOSZKD.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_6ANIYWIN = require("./chunk-6ANIYWIN.cjs");
var import_chunk_GQO762E7 = require("./chunk-GQO762E7.cjs");
var import_chunk_CAZRZTZ3 = require("./chunk-CAZRZTZ3.cjs");
var import_chunk_2WW2ESNY = require("./chunk-2WW2ESNY.cjs");
var import_chunk_NBO72SIS = require("./chunk-NBO72SIS.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_UCO3WCDX = require("./chunk-UCO3WCDX.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_4JFRIU22 = require("./chunk-4JFRIU22.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_crypto2 = require("node:crypto");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var import_node_crypto3 = require("node:crypto");
function shardOf(name, count) {
  const [image = ""] = name.split(" ");
  return (0, import_node_crypto.createHash)("sha256").update(image).digest().readUIntBE(0, 6) % count + 1;
}
function targetsOf({ targets }, shard) {
  return shard ? targets.filter(({ name }) => shardOf(name, shard.count) === shard.index) : targets;
}
function manifestsOf(uses) {
  return uses.flatMap(
    ({ says, role, written, place: place2, namedAt }) => says && role ? [{ says, role, written, place: place2, ...namedAt && { namedAt } }] : []
  );
}
function withoutWords(uses) {
  return uses.map(({ from, what, written, place: place2, pointer }) => ({
    from,
    what,
    written,
    place: place2,
    ...pointer !== void 0 && { pointer }
  }));
}
function planDigest(targets, policyDigest, listing = []) {
  const hash = (0, import_node_crypto.createHash)("sha256").update(policyDigest).update(JSON.stringify(listing));
  for (const { name, source, role, uses, listed } of targets)
    if (!listed)
      hash.update(JSON.stringify([name, source, role, uses.map(({ place: place2, what }) => [place2.file, place2.line, what])]));
  return `sha256:${hash.digest("hex")}`;
}
function planMatrix(plan, shards) {
  const count = Math.max(1, Math.min(shards, plan.targets.length));
  const sizes = Array.from({ length: count }, () => 0);
  for (const { name } of plan.targets) {
    const index = shardOf(name, count) - 1;
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return { include: sizes.map((images, index) => ({ shard: `${index + 1}/${count}`, images })) };
}
var bytes2 = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var layerBytes = import_chunk_AJHEZPZQ.external_exports.object({ unpackedBytes: bytes2.optional(), pullBytes: bytes2.optional() });
var lookedUpBase = import_chunk_AJHEZPZQ.external_exports.object({
  /** By tag, or by digest where a label names one: `debian:12`, `debian@sha256:…`. Untrusted. */
  reference: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  found: import_chunk_AJHEZPZQ.external_exports.union([
    import_chunk_AJHEZPZQ.external_exports.object({
      digest: import_chunk_AJHEZPZQ.external_exports.string(),
      /** The day it says it was made, `YYYY-MM-DD`. */
      created: import_chunk_AJHEZPZQ.external_exports.string().optional(),
      layers: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ diffId: import_chunk_AJHEZPZQ.external_exports.string(), pullBytes: bytes2.optional() }))
    }),
    import_chunk_AJHEZPZQ.external_exports.object({ unknown: import_chunk_AJHEZPZQ.external_exports.string() })
  ])
});
var staleImage = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  /**
   * `label`: the image's own names the base. `record`: an earlier audit saw the base's tag lead to the layers this image
   * begins with. `pin`: it stands on what a Dockerfile names by tag and digest, and the tag leads elsewhere. `version`:
   * on an audited image of which a newer release was audited, too. `through`: on an audited image that is stale itself.
   */
  by: import_chunk_AJHEZPZQ.external_exports.enum(["label", "record", "pin", "version", "through"]),
  /** How many of its layers, from the first, are those of the stale base; absent where nothing tells. */
  baseLayers: import_chunk_AJHEZPZQ.external_exports.int().positive().optional(),
  /** The last day on which an audit saw the base's tag lead to these layers. */
  seen: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** The audited image in between. */
  through: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var baseMove = import_chunk_AJHEZPZQ.external_exports.object({
  /** Images that moved. */
  images: import_chunk_AJHEZPZQ.external_exports.int().positive(),
  /** Layers of the newest base that no audited image has. */
  newBase: layerBytes,
  /** Distinct own layers of the images that move: building them again makes other layers of them, unless that is reproducible. */
  own: layerBytes,
  /** Distinct layers of all audited images, before and after. */
  storedBefore: layerBytes,
  storedAfter: layerBytes,
  /** Of these, layers that two images or more have. */
  sharedBefore: layerBytes,
  sharedAfter: layerBytes
});
var staleBase = import_chunk_AJHEZPZQ.external_exports.object({
  /** What the images were built on, by tag. Untrusted. */
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  /** What they would move to. */
  newest: import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), digest: import_chunk_AJHEZPZQ.external_exports.string().optional(), created: import_chunk_AJHEZPZQ.external_exports.string().optional() }),
  images: import_chunk_AJHEZPZQ.external_exports.array(staleImage),
  /** Absent where it is not known of any image which of its layers are the base's. */
  move: baseMove.optional()
});
var fleet = import_chunk_AJHEZPZQ.external_exports.object({
  /** What the images would take if nothing were shared. */
  summed: layerBytes,
  /** Each distinct layer once. */
  stored: layerBytes,
  /** Of these, layers that two images or more have. */
  shared: layerBytes,
  /** By name. */
  images: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({
      name: import_chunk_AJHEZPZQ.external_exports.string(),
      /** Layers that no other image has. */
      unique: layerBytes,
      /** Its other layers. */
      shared: layerBytes,
      /** The audited image with the most layers that this one begins with. */
      base: import_chunk_AJHEZPZQ.external_exports.string().optional()
    })
  ),
  /** The base that most images stand on first. */
  byBase: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ base: import_chunk_AJHEZPZQ.external_exports.string(), images: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()) })),
  staleBases: import_chunk_AJHEZPZQ.external_exports.array(staleBase),
  /** All of them moved at once; absent where there is none to move. */
  moved: baseMove.optional(),
  /** Bases of which it cannot be known whether there is a newer one. */
  unknownBases: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), platform: import_chunk_AJHEZPZQ.external_exports.string(), reason: import_chunk_AJHEZPZQ.external_exports.string(), images: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()) })
  ),
  /** Images of which nothing tells what they stand on: they may be stale, too. */
  withoutBase: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
});
var bytes3 = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var place = import_chunk_AJHEZPZQ.external_exports.object({ file: import_chunk_AJHEZPZQ.external_exports.string(), line: import_chunk_AJHEZPZQ.external_exports.int().positive(), column: import_chunk_AJHEZPZQ.external_exports.int().positive().optional() });
var auditProblem = import_chunk_AJHEZPZQ.external_exports.object({
  code: import_chunk_AJHEZPZQ.external_exports.string(),
  message: import_chunk_AJHEZPZQ.external_exports.string(),
  place: place.optional(),
  hint: import_chunk_AJHEZPZQ.external_exports.string()
});
var imageUse = import_chunk_AJHEZPZQ.external_exports.object({
  from: import_chunk_AJHEZPZQ.external_exports.enum(["configuration", "compose", "kubernetes", "bake", "dockerfile"]),
  /** `service web`, `Deployment api, container app`. Untrusted. */
  what: import_chunk_AJHEZPZQ.external_exports.string(),
  /** As it is written there. Untrusted. */
  written: import_chunk_AJHEZPZQ.external_exports.string(),
  place,
  /** Of a manifest: RFC 6901. */
  pointer: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var auditedImage = import_chunk_AJHEZPZQ.external_exports.object({
  /** Full reference; what tells images apart. */
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  /** What was read, with the digest the tag stood for. */
  source: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  imageId: import_chunk_AJHEZPZQ.external_exports.string(),
  /** `image`: the policy judges it; `base`: it is only built upon, and only measured. */
  role: import_chunk_AJHEZPZQ.external_exports.enum(["image", "base"]),
  /** Absent when no rule looked into the layers, so that none was read. */
  unpackedBytes: bytes3.optional(),
  pullBytes: bytes3.optional(),
  /** Base layer first. */
  layers: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({
      diffId: import_chunk_AJHEZPZQ.external_exports.string(),
      unpackedBytes: bytes3.optional(),
      /** Of its blob, where the source stores blobs. */
      pullBytes: bytes3.optional()
    })
  ),
  /** What its label says it was built on, in full; it is not proved. Untrusted. */
  statedBase: import_chunk_AJHEZPZQ.external_exports.object({
    /** By tag, in full. */
    name: import_chunk_AJHEZPZQ.external_exports.string(),
    digest: import_chunk_AJHEZPZQ.external_exports.string().optional(),
    /** Why its registry was not asked for it, a sentence. */
    unasked: import_chunk_AJHEZPZQ.external_exports.string().optional()
  }).optional(),
  uses: import_chunk_AJHEZPZQ.external_exports.array(imageUse),
  /** Those about what a manifest says have its line as their location. */
  findings: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_GQO762E7.finding),
  notRun: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_GQO762E7.notRun),
  passed: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
});
var notAudited = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  code: import_chunk_AJHEZPZQ.external_exports.string(),
  reason: import_chunk_AJHEZPZQ.external_exports.string(),
  hint: import_chunk_AJHEZPZQ.external_exports.string(),
  uses: import_chunk_AJHEZPZQ.external_exports.array(imageUse)
});
var auditResult = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(1),
  kind: import_chunk_AJHEZPZQ.external_exports.literal("audit"),
  tool: import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.literal("plimsoll"), version: import_chunk_AJHEZPZQ.external_exports.string() }),
  outcome: import_chunk_AJHEZPZQ.external_exports.enum(["pass", "fail", "incomplete"]),
  exitStatus: import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.literal(0), import_chunk_AJHEZPZQ.external_exports.literal(1), import_chunk_AJHEZPZQ.external_exports.literal(2)]),
  run: import_chunk_AJHEZPZQ.external_exports.object({
    /** Given by who started the run; tells two runs of one plan apart. */
    id: import_chunk_AJHEZPZQ.external_exports.string(),
    /** sha256 over what is audited and by which policy: equal for all shards of a run. */
    plan: import_chunk_AJHEZPZQ.external_exports.string(),
    /** `YYYY-MM-DD`, UTC. */
    day: import_chunk_AJHEZPZQ.external_exports.string(),
    /** Images, each counted once on however many platforms. */
    planned: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
    /** Its own part of them. Absent when the result is whole. */
    shard: import_chunk_AJHEZPZQ.external_exports.object({ index: import_chunk_AJHEZPZQ.external_exports.int().positive(), count: import_chunk_AJHEZPZQ.external_exports.int().positive(), planned: import_chunk_AJHEZPZQ.external_exports.int().nonnegative() }).optional(),
    /** Shards that left no result, such as `3/8`, and how many images were theirs. */
    lost: import_chunk_AJHEZPZQ.external_exports.object({ shards: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), images: import_chunk_AJHEZPZQ.external_exports.int().nonnegative() }).optional()
  }),
  verdict: import_chunk_AJHEZPZQ.external_exports.object({
    failOn: import_chunk_AJHEZPZQ.external_exports.enum(["error", "warning"]),
    warnOnly: import_chunk_AJHEZPZQ.external_exports.boolean(),
    onUnreachable: import_chunk_AJHEZPZQ.external_exports.enum(["fail", "warn"])
  }),
  policy: import_chunk_AJHEZPZQ.external_exports.object({ sources: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), digest: import_chunk_AJHEZPZQ.external_exports.string() }),
  images: import_chunk_AJHEZPZQ.external_exports.array(auditedImage),
  notAudited: import_chunk_AJHEZPZQ.external_exports.array(notAudited),
  /** Files that could not be read, and parts of them that could not be known. */
  problems: import_chunk_AJHEZPZQ.external_exports.array(auditProblem),
  /** Images that are built here, and so are no image to audit. */
  skipped: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ use: imageUse, reason: import_chunk_AJHEZPZQ.external_exports.string() })),
  notices: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_GQO762E7.notice),
  /** Bases that images name by their labels, as their registries have them. */
  bases: import_chunk_AJHEZPZQ.external_exports.array(lookedUpBase),
  /** The audited images together; of a shard, its own. */
  fleet
});
function taggedName({ name }) {
  const reference = (0, import_chunk_MWNSXYJF.readReference)(name.split(" ")[0] ?? "");
  if (typeof reference === "string" || reference.tag === null) return void 0;
  return (0, import_chunk_MWNSXYJF.formatReference)({ ...reference, digest: null });
}
function pinnedDigest({ name }) {
  const reference = (0, import_chunk_MWNSXYJF.readReference)(name.split(" ")[0] ?? "");
  return typeof reference === "string" ? void 0 : reference.digest ?? void 0;
}
var keyOf = (reference, platform) => `${reference} ${platform}`;
function currentBases(bases, images) {
  const known2 = /* @__PURE__ */ new Map();
  for (const image of images) {
    const name = taggedName(image);
    if (name === void 0 || pinnedDigest(image) !== void 0) continue;
    const digest = digestOfSource(image.source);
    const diffIds = image.layers.map(({ diffId }) => diffId);
    known2.set(keyOf(name, image.platform), { name, diffIds, ...digest !== void 0 && { digest } });
  }
  const asked = /* @__PURE__ */ new Map();
  for (const { reference, platform, found } of bases) {
    const key = keyOf(reference, platform);
    const before = asked.get(key);
    const current = "unknown" in found ? found : currentOf(reference, found);
    asked.set(key, before ? oneOf(before, current, reference) : current);
  }
  return (reference, platform) => {
    const key = keyOf(reference, platform);
    return asked.get(key) ?? known2.get(key) ?? { unknown: `The audit did not look at ${reference} for ${platform}.` };
  };
}
function currentOf(name, { digest, created, layers }) {
  return { name, digest, diffIds: layers.map(({ diffId }) => diffId), ...created !== void 0 && { created } };
}
function oneOf(before, next, reference) {
  if ("unknown" in next) return before;
  if ("unknown" in before || before.digest === next.digest) return next;
  return { unknown: `${reference} was one image when one shard asked, and another when the next did.` };
}
function digestOfSource(source) {
  return /@(sha(?:256|512):[0-9a-f]+)$/.exec(source)?.[1];
}
function newerReleases(images) {
  const lines = /* @__PURE__ */ new Map();
  for (const image of images) {
    const read = releaseOf(image);
    if (read) lines.set(read.line, [...lines.get(read.line) ?? [], read]);
  }
  const newest = new Map([...lines].map(([line, releases]) => [line, releases.reduce(higher)]));
  return (image) => {
    const own2 = releaseOf(image);
    const found = own2 && newest.get(own2.line);
    if (!own2 || !found || higher(own2, found) === own2 || compare(own2.version, found.version) === 0) return void 0;
    const digest = digestOfSource(found.image.source);
    return {
      name: taggedName(found.image) ?? found.image.name,
      diffIds: found.image.layers.map(({ diffId }) => diffId),
      ...digest !== void 0 && { digest }
    };
  };
}
function releaseOf(image) {
  const name = taggedName(image);
  const reference = name === void 0 ? "" : (0, import_chunk_MWNSXYJF.readReference)(name);
  if (typeof reference === "string") return void 0;
  const version = (0, import_chunk_2WW2ESNY.parseTagVersion)(reference.tag ?? "");
  if (!version || version.prerelease !== "" || version.numbers.length < 2) return void 0;
  const { domain, path } = reference;
  const line = [domain, path, image.platform, version.numbers.length, version.numbers[0], version.words.join("-")];
  return { image, version, line: JSON.stringify(line) };
}
var higher = (one, other) => compare(one.version, other.version) < 0 ? other : one;
function compare(one, other) {
  const at = one.numbers.findIndex((number, index) => number !== other.numbers[index]);
  return at < 0 ? 0 : (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
}
function prefixes() {
  const nodes = /* @__PURE__ */ new Map();
  const pathOf2 = (diffIds) => {
    let node = 0;
    return diffIds.map((diffId) => {
      const key = `${node} ${diffId}`;
      node = nodes.get(key) ?? nodes.size + 1;
      nodes.set(key, node);
      return node;
    });
  };
  return {
    nodeOf: (diffIds) => pathOf2(diffIds).at(-1) ?? 0,
    longest(values, diffIds) {
      const path = pathOf2(diffIds);
      for (let length = path.length - 1; length > 0; length -= 1) {
        const found = values.get(path[length - 1] ?? 0);
        if (found !== void 0) return found;
      }
      return void 0;
    }
  };
}
function chainIdOf(diffIds) {
  const [first = "", ...others] = diffIds;
  return others.reduce(
    (chain, diffId) => `sha256:${(0, import_node_crypto2.createHash)("sha256").update(`${chain} ${diffId}`).digest("hex")}`,
    first
  );
}
var none = { kind: "none" };
var isCurrent = { kind: "current" };
function beginsWith({ layers }, diffIds) {
  return diffIds.length > 0 && diffIds.every((diffId, index) => layers[index]?.diffId === diffId);
}
function byRecord(image, seen, current) {
  if (seen.lengths.length === 0) return none;
  const diffIds = image.layers.map(({ diffId }) => diffId);
  for (const length of seen.lengths) {
    if (length > diffIds.length) continue;
    const bases = seen.at(image.platform, chainIdOf(diffIds.slice(0, length)));
    const found = bases.map(({ name, day }) => {
      const now = current(name, image.platform);
      if ("unknown" in now) return { kind: "unknown", name, reason: now.unknown };
      if (beginsWith(image, now.diffIds)) return isCurrent;
      return {
        kind: "stale",
        name,
        newest: now,
        image: { name: image.name, by: "record", baseLayers: length, seen: day }
      };
    });
    const best = found.find(({ kind }) => kind === "current") ?? found.find(({ kind }) => kind === "stale") ?? found[0];
    if (best) return best;
  }
  return none;
}
function bySeenStack(seen) {
  const stacks = /* @__PURE__ */ new Map();
  for (const one of seen) {
    const key = `${one.platform} ${one.chainId}`;
    const there = stacks.get(key) ?? [];
    if (!there.some(({ name }) => name === one.name)) stacks.set(key, [...there, one]);
  }
  return {
    lengths: [...new Set(seen.map(({ layers }) => layers))].sort((one, other) => other - one),
    at: (platform, chainId) => stacks.get(`${platform} ${chainId}`) ?? []
  };
}
function standings({ images, bases, seen = [] }, baseOf) {
  const current = currentBases(bases, images);
  const newer = newerReleases(images);
  const stacksSeen = bySeenStack(seen);
  const direct = (image) => {
    const base = baseOf.get(image);
    const recorded = byRecord(image, stacksSeen, current);
    const found = [
      byLabel(image, current, recorded),
      recorded,
      ...base ? [byPin(image, base, current), byVersion(image, base, newer)] : []
    ];
    const first = (kind) => found.find((one) => one.kind === kind);
    return first("stale") ?? first("unknown") ?? first("current") ?? { kind: base ? "current" : "none" };
  };
  const known2 = /* @__PURE__ */ new Map();
  const standingOf = (image) => {
    const before = known2.get(image);
    if (before) return before;
    const own2 = direct(image);
    const base = baseOf.get(image);
    const below = own2.kind === "stale" || !base ? own2 : standingOf(base);
    const standing = below.kind === "stale" && base && own2.kind !== "stale" ? through(image, base, below) : own2;
    known2.set(image, standing);
    return standing;
  };
  return new Map(images.map((image) => [image, standingOf(image)]));
}
function through(image, base, below) {
  return { ...below, image: { ...below.image, name: image.name, by: "through", through: base.name } };
}
function byLabel(image, current, recorded) {
  const { statedBase, platform } = image;
  if (!statedBase) return none;
  const { name, digest, unasked } = statedBase;
  if (unasked !== void 0) return { kind: "unknown", name, reason: unasked };
  const now = current(name, platform);
  if ("unknown" in now) return { kind: "unknown", name, reason: now.unknown };
  if (now.diffIds.length === 0)
    return { kind: "unknown", name, reason: `${name} has no layers, so nothing tells what stands on it.` };
  if (digest !== void 0 && digest === now.digest) return isCurrent;
  const pinned = digest === void 0 ? void 0 : current(`${repositoryOf(name)}@${digest}`, platform);
  const stood = pinned && !("unknown" in pinned) && beginsWith(image, pinned.diffIds) ? pinned.diffIds.length : void 0;
  if (beginsWith(image, now.diffIds) && (stood ?? now.diffIds.length) === now.diffIds.length) return isCurrent;
  const earlier = recorded.kind === "stale" && recorded.name === name ? recorded.image : void 0;
  const layers = stood ?? earlier?.baseLayers;
  const seen = earlier?.seen;
  return {
    kind: "stale",
    name,
    newest: now,
    image: {
      name: image.name,
      by: "label",
      ...layers !== void 0 && { baseLayers: layers },
      ...seen !== void 0 && { seen }
    }
  };
}
var repositoryOf = (name) => name.slice(0, name.lastIndexOf(":"));
function byPin(image, base, current) {
  const digest = pinnedDigest(base);
  if (digest === void 0) return none;
  const name = taggedName(base);
  if (name === void 0)
    return { kind: "unknown", name: base.name, reason: `${base.name} names no tag, so nothing says what is newer.` };
  const now = current(name, image.platform);
  if ("unknown" in now) return { kind: "unknown", name, reason: now.unknown };
  if (now.digest === digest || beginsWith(image, now.diffIds)) return isCurrent;
  return {
    kind: "stale",
    name,
    newest: now,
    image: { name: image.name, by: "pin", baseLayers: base.layers.length }
  };
}
function byVersion(image, base, newer) {
  const found = newer(base);
  const own2 = (0, import_chunk_MWNSXYJF.readReference)(image.name.split(" ")[0] ?? "");
  const theirs = (0, import_chunk_MWNSXYJF.readReference)(base.name.split(" ")[0] ?? "");
  const isRelease = typeof own2 !== "string" && typeof theirs !== "string" && own2.domain === theirs.domain && own2.path === theirs.path;
  if (!found || isRelease) return none;
  const name = taggedName(base) ?? base.name;
  return {
    kind: "stale",
    name,
    newest: found,
    image: { name: image.name, by: "version", baseLayers: base.layers.length }
  };
}
var stackOf = ({ imageId, layers }) => ({
  id: imageId,
  diffIds: layers.map(({ diffId }) => diffId)
});
function sizesOf(layers) {
  const sizes = /* @__PURE__ */ new Map();
  for (const { diffId, unpackedBytes, pullBytes } of layers) {
    const known2 = sizes.get(diffId);
    const unpacked = unpackedBytes ?? known2?.unpackedBytes;
    const pull = known2?.pullBytes === void 0 ? pullBytes : Math.max(known2.pullBytes, pullBytes ?? 0);
    sizes.set(diffId, {
      ...unpacked !== void 0 && { unpackedBytes: unpacked },
      ...pull !== void 0 && { pullBytes: pull }
    });
  }
  return sizes;
}
function sumOf(diffIds, sizes) {
  let unpacked = 0;
  let pull = 0;
  for (const diffId of diffIds) {
    const { unpackedBytes, pullBytes } = sizes.get(diffId) ?? {};
    unpacked = unpacked === void 0 || unpackedBytes === void 0 ? void 0 : unpacked + unpackedBytes;
    pull = pull === void 0 || pullBytes === void 0 ? void 0 : pull + pullBytes;
  }
  return {
    ...unpacked !== void 0 && { unpackedBytes: unpacked },
    ...pull !== void 0 && { pullBytes: pull }
  };
}
function holdersOf(stacks) {
  const holders = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  for (const { id, diffIds } of stacks) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const diffId of new Set(diffIds)) holders.set(diffId, (holders.get(diffId) ?? 0) + 1);
  }
  return holders;
}
function onANode(stacks, sizes) {
  const holders = [...holdersOf(stacks)];
  const ids = (of) => of.map(([diffId]) => diffId);
  return {
    stored: sumOf(ids(holders), sizes),
    shared: sumOf(ids(holders.filter(([, count]) => count > 1)), sizes)
  };
}
function moveOf(moves, images, sizes) {
  if (moves.length === 0) return void 0;
  const before = images.map(stackOf);
  const byImage = new Map(moves.map((move) => [move.image, move]));
  const after = images.map((image) => {
    const move = byImage.get(image);
    return move ? moved(move) : stackOf(image);
  });
  const today = new Set(before.flatMap(({ diffIds }) => [...diffIds]));
  const newBase = new Set(moves.flatMap(({ newest }) => newest.diffIds.filter((diffId) => !today.has(diffId))));
  const own2 = new Set(moves.flatMap(({ image, baseLayers }) => ownOf(image, baseLayers)));
  const now = onANode(before, sizes);
  const then = onANode(after, sizes);
  return {
    images: moves.length,
    newBase: sumOf(newBase, sizes),
    own: sumOf(own2, sizes),
    storedBefore: now.stored,
    storedAfter: then.stored,
    sharedBefore: now.shared,
    sharedAfter: then.shared
  };
}
var ownOf = ({ layers }, baseLayers) => layers.slice(baseLayers).map(({ diffId }) => diffId);
function moved({ image, baseLayers, newest }) {
  const diffIds = [...newest.diffIds, ...ownOf(image, baseLayers)];
  return { id: diffIds.join(" "), diffIds };
}
function fleetOf(asked) {
  const { images, bases } = asked;
  const looked = bases.flatMap(({ found }) => "layers" in found ? found.layers : []);
  const sizes = sizesOf([...images.flatMap(({ layers }) => layers), ...looked]);
  const stacks = images.map(stackOf);
  const holders = holdersOf(stacks);
  const baseOf = basesAmong(images);
  const known2 = standings(asked, baseOf);
  const moves = [...known2].flatMap(([image, standing]) => movesOf(image, standing));
  const moved2 = moveOf(moves, images, sizes);
  const layersOfAll = images.flatMap(({ layers }) => layers.map(({ diffId }) => diffId));
  return {
    summed: sumOf(layersOfAll, sizes),
    ...onANode(stacks, sizes),
    images: images.map((image) => {
      const own2 = stackOf(image).diffIds.filter((diffId) => holders.get(diffId) === 1);
      const others = stackOf(image).diffIds.filter((diffId) => holders.get(diffId) !== 1);
      const base = baseOf.get(image);
      return {
        name: image.name,
        unique: sumOf(own2, sizes),
        shared: sumOf(others, sizes),
        ...base && { base: base.name }
      };
    }),
    byBase: groupsByBase(baseOf),
    staleBases: staleBases(known2, images, sizes),
    ...moved2 && { moved: moved2 },
    unknownBases: unknownBases(known2),
    withoutBase: [...known2].flatMap(
      ([{ name, role }, { kind }]) => kind === "none" && role === "image" ? [name] : []
    )
  };
}
function basesAmong(images) {
  const known2 = prefixes();
  const byStack = /* @__PURE__ */ new Map();
  for (const image of images) {
    const node = known2.nodeOf(stackOf(image).diffIds);
    if (image.layers.length > 0 && !byStack.has(node)) byStack.set(node, image);
  }
  return new Map(
    images.flatMap((image) => {
      const base = known2.longest(byStack, stackOf(image).diffIds);
      return base ? [[image, base]] : [];
    })
  );
}
function groupsByBase(baseOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const [{ name }, base] of baseOf) groups.set(base.name, [...groups.get(base.name) ?? [], name]);
  return [...groups].map(([base, names]) => ({ base, images: names })).sort((one, other) => other.images.length - one.images.length || (one.base < other.base ? -1 : 1));
}
function movesOf(image, standing) {
  if (standing.kind !== "stale" || standing.image.baseLayers === void 0) return [];
  return [{ image, baseLayers: standing.image.baseLayers, newest: standing.newest }];
}
function staleBases(known2, images, sizes) {
  const groups = /* @__PURE__ */ new Map();
  for (const [image, standing] of known2) {
    if (standing.kind !== "stale") continue;
    const { name, newest } = standing;
    const key = JSON.stringify([name, image.platform, newest.name, newest.diffIds]);
    groups.set(key, [...groups.get(key) ?? [], [image, standing]]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const [{ platform }, { name, newest }] = first;
    const move = moveOf(
      members.flatMap(([image, standing]) => movesOf(image, standing)),
      images,
      sizes
    );
    const { diffIds: _diffIds, ...shown } = newest;
    return [{ name, platform, newest: shown, images: members.map(([, one]) => one.image), ...move && { move } }];
  }).sort((one, other) => other.images.length - one.images.length || (one.name < other.name ? -1 : 1));
}
function unknownBases(known2) {
  const groups = /* @__PURE__ */ new Map();
  for (const [{ name: image, platform }, standing] of known2) {
    if (standing.kind !== "unknown") continue;
    const { name, reason } = standing;
    const key = JSON.stringify([name, platform, reason]);
    const before = groups.get(key);
    groups.set(key, { name, platform, reason, images: [...before?.images ?? [], image] });
  }
  return [...groups.values()].sort((one, other) => one.name < other.name ? -1 : 1);
}
function sumUp(result) {
  const { schemaVersion, kind, tool, verdict, ...given } = result;
  const rest = { ...given, fleet: fleetOf(given) };
  const isPartial = rest.notAudited.length + rest.problems.length > 0;
  const fails = !verdict.warnOnly && rest.images.some((image) => failsPolicy(image, verdict.failOn));
  const base = { schemaVersion, kind, tool };
  if (rest.run.lost || isPartial && verdict.onUnreachable === "fail")
    return { ...base, outcome: "incomplete", exitStatus: import_chunk_3FGSU4GP.exitStatus.userMustFix, verdict, ...rest };
  return fails ? { ...base, outcome: "fail", exitStatus: import_chunk_3FGSU4GP.exitStatus.policyFailed, verdict, ...rest } : { ...base, outcome: "pass", exitStatus: import_chunk_3FGSU4GP.exitStatus.passed, verdict, ...rest };
}
function failsPolicy({ findings, notRun: notRun2 }, failOn) {
  const counts2 = (level) => level === "error" || failOn === "warning";
  return findings.some(({ waiver, level }) => waiver === null && counts2(level)) || notRun2.some((one) => one.counts === "failure" || one.counts === "warning" && failOn === "warning");
}
function parseAudit(path, text2) {
  let data;
  try {
    data = JSON.parse(text2);
  } catch (cause) {
    throw badFile(path, cause instanceof Error ? cause.message : "not JSON");
  }
  const parsed = auditResult.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badFile(path, issue ? `${issue.path.join(".") || "the document"}: ${issue.message}` : "no audit");
}
function mergeShards(files) {
  const [{ result: first, path: firstPath }] = files;
  const problems = [];
  const seen = /* @__PURE__ */ new Map();
  const count = first.run.shard?.count ?? 1;
  for (const { path, result } of files) {
    const { run } = result;
    const different = differences(first, result);
    if (different)
      problems.push(refusal("other-run", `${path} is of another run than ${firstPath}: ${different} differs.`));
    else if (!run.shard) problems.push(refusal("no-shard", `${path} is no shard: it holds a whole audit.`));
    else if (seen.has(run.shard.index))
      problems.push(
        refusal(
          "same-shard",
          `${path} and ${seen.get(run.shard.index)} are the same shard ${run.shard.index}/${count}.`
        )
      );
    else {
      seen.set(run.shard.index, path);
      const { index } = run.shard;
      const stranger = [...result.images, ...result.notAudited].find(({ name }) => shardOf(name, count) !== index);
      if (stranger)
        problems.push(
          refusal("wrong-shard", `${path} holds ${stranger.name}, which is not of shard ${index}/${count}.`)
        );
      const held = result.images.length + result.notAudited.length;
      if (held < run.shard.planned)
        problems.push(refusal("wrong-shard", `${path} holds ${held} images, but its shard had ${run.shard.planned}.`));
    }
  }
  const [head, ...others] = problems;
  if (head) throw new import_chunk_ZU5SK2EV.UserError([head, ...others]);
  const lost = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  return joined(files, first, lost);
}
var sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
var dayMs = 864e5;
var byName = (one, other) => one.name < other.name ? -1 : 1;
function joined(files, first, lost) {
  const results = files.map(({ result }) => result);
  const { outcome: _outcome, exitStatus: _status, fleet: _fleet, run, ...rest } = first;
  const { shard, ...whole } = run;
  const images = results.flatMap((result) => result.images).sort(byName);
  const notAudited2 = results.flatMap((result) => result.notAudited).sort(byName);
  const planned = sum(results.map((result) => result.run.shard?.planned ?? 0));
  const all = lost.length === 0 ? planned : Math.max(planned, ...results.map((result) => result.run.planned));
  const day = results.map((result) => result.run.day).toSorted().at(-1) ?? run.day;
  const count = shard?.count ?? 1;
  const gone = { shards: lost.map((index) => `${index}/${count}`), images: all - planned };
  const notices = first.notices.filter(
    ({ message }) => results.every((result) => result.notices.some((notice2) => notice2.message === message))
  );
  return sumUp({
    ...rest,
    notices,
    run: { ...whole, day, planned: all, ...lost.length > 0 && { lost: gone } },
    images,
    notAudited: notAudited2,
    bases: basesOf(results)
  });
}
function basesOf(results) {
  const answers = results.flatMap(({ bases }) => bases);
  const byKey = new Map(answers.map((base) => [`${base.reference} ${base.platform} ${JSON.stringify(base)}`, base]));
  return [...byKey].toSorted(([one], [other]) => one < other ? -1 : 1).map(([, base]) => base);
}
function differences(one, other) {
  if (Math.abs(Date.parse(one.run.day) - Date.parse(other.run.day)) > dayMs) return "the day";
  const others = factsOf(other);
  return factsOf(one).find(([, value], index) => value !== others[index]?.[1])?.[0];
}
var factsOf = ({
  run,
  tool,
  policy,
  verdict
}) => [
  ["the run", run.id],
  ["what is audited", run.plan],
  ["the number of shards", run.shard?.count],
  ["the policy", policy.digest],
  ["how the verdict is made", JSON.stringify(verdict)],
  ["the version of plimsoll", tool.version]
];
function refusal(code2, message) {
  return { code: code2, message, hint: "Give the files of one run, each shard once: plimsoll audit merge shard-*.json." };
}
function badFile(path, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "bad-audit-file",
    message: `${path} is no audit of schema version 1: ${got}.`,
    place: { file: path, line: 1 },
    expected: "JSON written by plimsoll audit --output json=FILE",
    got,
    hint: "Write it again with this version."
  });
}
var maxShards = 256;
function readAuditOptions(inputs) {
  const problems = [];
  const whole = (name, most) => {
    const number = /^\d{1,6}$/.test(inputs[name]) ? Number(inputs[name]) : 0;
    if (number < 1 || number > most) problems.push(invalid(name, inputs[name], `a whole number from 1 to ${most}`));
    return number;
  };
  const pullBytes = (0, import_chunk_CCPWSZ7L.parseBytes)(inputs["max-image-size"]);
  if (pullBytes === void 0)
    problems.push(invalid("max-image-size", inputs["max-image-size"], "a size such as `2 GB`"));
  if (!/^[\w.-]{1,100}$/.test(inputs["run-id"]))
    problems.push(invalid("run-id", inputs["run-id"], "at most 100 letters, digits, `.`, `_` and `-`"));
  const shard = inputs.shard === void 0 ? void 0 : readShard(inputs.shard);
  if (inputs.shard !== void 0 && !shard)
    problems.push(invalid("shard", inputs.shard, `I/N with I from 1 to N and N at most ${maxShards}`));
  const options = {
    ...shard && { shard },
    shards: whole("shards", maxShards),
    runId: inputs["run-id"],
    local: inputs.local,
    exclude: inputs.exclude ?? [],
    variables: inputs.variables ?? {},
    concurrency: whole("jobs", 32),
    budget: { timeMs: whole("max-seconds", 86400) * 1e3, pullBytes: pullBytes ?? 0 },
    onUnreachable: inputs["on-unreachable"],
    ...inputs.csv !== void 0 && { csv: inputs.csv }
  };
  return { options, problems };
}
function readShard(text2) {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(text2) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count && shard.count <= maxShards ? shard : void 0;
}
function invalid(name, got, expected) {
  return {
    code: "invalid-input",
    message: `The input \`${name}\` cannot be ${(0, import_chunk_4JFRIU22.show)(got)}.`,
    expected,
    got: (0, import_chunk_4JFRIU22.show)(got),
    hint: `Use ${expected}.`
  };
}
async function auditImage(target, request, today, workshop) {
  const { images, checkout, signal, bases } = workshop;
  const { policy, budget } = request;
  const source = (0, import_chunk_NBO72SIS.readSource)(target.source, checkout);
  const platform = target.platform ?? request.platform;
  const opened = await images.open(request.local ? inEngine(source) : source, platform, signal);
  const isJudged = target.role === "image";
  const rules2 = auditable(policy);
  if ((0, import_chunk_4NB6Q3OJ.needsLayers)(rules2)) refuseOverBudget(opened, budget.pullBytes);
  const wanted = isJudged ? { reads: (0, import_chunk_4NB6Q3OJ.readsOf)(rules2), gathers: (0, import_chunk_4NB6Q3OJ.gathersOf)(rules2) } : { reads: [] };
  const examined = (0, import_chunk_4NB6Q3OJ.needsLayers)(rules2) ? await (0, import_chunk_NBO72SIS.examine)(opened, wanted, signal) : unread(opened);
  const { measurement } = examined;
  const asksForBase = (0, import_chunk_4NB6Q3OJ.gathersOf)(rules2).some((one) => one === "published-base" || one === "base-proof");
  const published = isJudged && asksForBase ? await (0, import_chunk_NBO72SIS.publishedBase)(opened, { ...workshop, progress: untold }) : void 0;
  const manifests = manifestsOf(target.uses);
  const named = {
    imageName: target.name,
    measurement,
    noBaselineReason: "An audit has no baseline.",
    waivers: (0, import_chunk_UZDOSZKD.waiversInForce)(policy.waivers, target.name, today),
    ...manifests.length > 0 && { manifests }
  };
  const judged = isJudged ? (0, import_chunk_UZDOSZKD.judge)(rules2, { ...named, ...examined, ...published && { publishedBase: published } }, today) : void 0;
  const statedBase = await bases.ofLabel(opened.facts);
  await bases.ofPin(target, opened.facts.platform);
  return {
    waiversMatched: judged?.waiversMatched ?? [],
    image: {
      name: target.name,
      source: opened.facts.source,
      platform: measurement.platform,
      imageId: measurement.imageId,
      role: target.role,
      ..."unpackedBytes" in measurement && { unpackedBytes: measurement.unpackedBytes },
      ...measurement.pull && { pullBytes: measurement.pull.bytes },
      layers: layersOf(opened, measurement),
      ...statedBase && { statedBase },
      uses: withoutWords(target.uses),
      findings: [...judged?.findings ?? []],
      notRun: [...judged?.notRun ?? []],
      passed: [...judged?.passed ?? []]
    }
  };
}
var untold = { step: () => ({ update: () => void 0, done: () => void 0 }), log: () => void 0 };
function unread({ facts }) {
  return { measurement: (0, import_chunk_NBO72SIS.measureStated)(facts), notRead: import_chunk_4NB6Q3OJ.layersNotNeeded };
}
function layersOf({ facts }, measurement) {
  const read = "perLayer" in measurement ? measurement.perLayer : void 0;
  return facts.diffIds.map((diffId, index) => {
    const unpackedBytes = read?.[index]?.unpackedBytes;
    const pullBytes = facts.blobs?.[index]?.bytes;
    return {
      diffId,
      ...unpackedBytes !== void 0 && { unpackedBytes },
      ...pullBytes !== void 0 && { pullBytes }
    };
  });
}
function auditable(policy) {
  return {
    ...policy,
    uses: policy.uses.filter(({ rule }) => !rule.needs?.some((need) => need !== "files" && need !== "manifest"))
  };
}
function inEngine(source) {
  return source.kind === "registry" ? { kind: "engine", reference: source.reference } : source;
}
function refuseOverBudget({ facts }, maxBytes) {
  const bytes4 = facts.blobs?.reduce((sum2, blob) => sum2 + blob.bytes, 0) ?? 0;
  if (bytes4 <= maxBytes) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "over-budget",
    message: `Its layers are ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes4)}, more than the ${(0, import_chunk_CCPWSZ7L.formatBytes)(maxBytes)} an image may take.`,
    hint: "Give it more with --max-image-size."
  });
}
function baseLookups({ local, budget }, { images, signal }) {
  const asked = /* @__PURE__ */ new Map();
  const ask = (reference, platform) => {
    const name = (0, import_chunk_MWNSXYJF.formatReference)(reference);
    return (0, import_chunk_UZDOSZKD.once)(asked, `${name} ${platform}`, async () => {
      const within3 = AbortSignal.any([signal, AbortSignal.timeout(budget.timeMs)]);
      return { reference: name, platform, found: await lookUp(name, platform, images, within3, signal) };
    });
  };
  return {
    async ofLabel(facts) {
      const said = (0, import_chunk_NBO72SIS.labelledBase)(facts);
      if (!said) return void 0;
      if ("unasked" in said) return said;
      const { digest } = said;
      const more = digest === null ? {} : { digest };
      const name = (0, import_chunk_MWNSXYJF.formatReference)({ ...(0, import_chunk_MWNSXYJF.withDefaultTag)(said), digest: null });
      if (said.tag === null && digest !== null)
        return { name, ...more, unasked: `${name}@${digest} names no tag, so nothing says what is newer.` };
      if (local) return { name, ...more, unasked: "The audit looked at the local engine and asked no registry." };
      await ask({ ...(0, import_chunk_MWNSXYJF.withDefaultTag)(said), digest: null }, facts.platform);
      if (digest !== null) await ask({ ...said, tag: null }, facts.platform);
      return { name, ...more };
    },
    async ofPin({ name, role }, platform) {
      const reference = (0, import_chunk_MWNSXYJF.readReference)(name.split(" ")[0] ?? "");
      if (local || role !== "base" || typeof reference === "string") return;
      if (reference.tag !== null && reference.digest !== null) await ask({ ...reference, digest: null }, platform);
    },
    async found() {
      const all = await Promise.all(asked.values());
      return all.toSorted((one, other) => keyOf2(one) < keyOf2(other) ? -1 : 1);
    }
  };
}
var keyOf2 = ({ reference, platform }) => `${reference} ${platform}`;
async function lookUp(name, platform, images, within3, signal) {
  try {
    const { facts } = await images.open({ kind: "registry", reference: name }, platform, within3);
    const { diffIds, blobs, imageId, source } = facts;
    const created = (0, import_chunk_NBO72SIS.dayOf)(facts.created);
    return {
      digest: digestOfSource(source) ?? imageId,
      ...created !== void 0 && { created },
      layers: diffIds.map((diffId, index) => ({ diffId, ...pullOf(blobs?.[index]) }))
    };
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof import_chunk_ZU5SK2EV.Interrupted ? thrown : new import_chunk_ZU5SK2EV.Interrupted("The audit was interrupted.");
    if (within3.aborted) return { unknown: `Its registry did not answer in time for ${name}.` };
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { unknown: `What ${name} is in its registry could not be told: ${thrown.message}` };
  }
}
var pullOf = (blob) => blob && { pullBytes: blob.bytes };
async function pool(items, concurrency, run) {
  const results = /* @__PURE__ */ new Map();
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results.set(index, await run(item));
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, items.length)) }, worker));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
async function audit(asked, world) {
  const { plan, shard, verdict, runId, toolVersion } = asked;
  const policy = { ...asked.policy, waivers: [...asked.policy.waivers, ...plan.waivers] };
  const request = { ...asked, policy };
  const targets = targetsOf(plan, shard);
  const workshop = { ...world, bases: baseLookups(request, world) };
  const today = workshop.clock.today();
  const what = `Auditing ${targets.length === 1 ? "one image" : `${targets.length} images`}`;
  const step = workshop.progress.step(what);
  let done = 0;
  const perTarget = await pool(targets, request.concurrency, async (target) => {
    const outcome = await onItsPlatforms(target, request, today, workshop);
    done += 1;
    step.update(`${what}: ${done} done`);
    return outcome;
  });
  step.done();
  const outcomes = perTarget.flat().sort((one, other) => nameOf(one) < nameOf(other) ? -1 : 1);
  const audited = outcomes.filter((one) => "image" in one);
  const matched = new Set(audited.flatMap(({ waiversMatched }) => [...waiversMatched]));
  return sumUp({
    schemaVersion: 1,
    kind: "audit",
    tool: { name: "plimsoll", version: toolVersion },
    run: {
      id: runId,
      plan: plan.digest,
      day: today,
      planned: plan.targets.length,
      ...shard && { shard: { ...shard, planned: targets.length } }
    },
    verdict,
    policy: { sources: [...policy.sources], digest: policy.digest },
    images: audited.map(({ image }) => image),
    notAudited: outcomes.filter((one) => !("image" in one)),
    problems: [...plan.problems],
    skipped: [...plan.skipped],
    notices: [...plan.notices, ...(0, import_chunk_UZDOSZKD.waiverNotices)(policy, matched, today)],
    bases: [...await workshop.bases.found()]
  });
}
var nameOf = (outcome) => "image" in outcome ? outcome.image.name : outcome.name;
async function onItsPlatforms(target, request, today, workshop) {
  const { platform: wanted, ...image } = target;
  if (wanted !== "all") return [await attempt(target, request, today, workshop)];
  const reference = /^registry:(.*)/s.exec(target.source)?.[1];
  if (reference === void 0 || request.local || request.platform !== void 0)
    return [await attempt(image, request, today, workshop)];
  const platforms = await within(
    target,
    request,
    workshop,
    (signal) => workshop.registries.platforms(reference, signal)
  );
  if ("reason" in platforms) return [platforms];
  if (platforms.length < 2) return [await attempt(image, request, today, workshop)];
  const outcomes = [];
  for (const platform of platforms)
    outcomes.push(await attempt({ ...image, name: `${target.name} ${platform}`, platform }, request, today, workshop));
  return outcomes;
}
function attempt(target, request, today, workshop) {
  return within(target, request, workshop, (signal) => auditImage(target, request, today, { ...workshop, signal }));
}
async function within(target, request, { signal }, work) {
  const deadline = AbortSignal.timeout(request.budget.timeMs);
  const uses = withoutWords(target.uses);
  try {
    return await work(AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof import_chunk_ZU5SK2EV.Interrupted ? thrown : new import_chunk_ZU5SK2EV.Interrupted("The audit was interrupted.");
    if (deadline.aborted) {
      const reason = `It took longer than ${request.budget.timeMs / 1e3} s.`;
      return { name: target.name, code: "over-budget", reason, hint: "Give it more with --max-seconds.", uses };
    }
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const [{ code: code2, hint } = { code: "unknown", hint: "" }] = thrown.problems;
    return { name: target.name, code: code2, reason: thrown.message, hint, uses };
  }
}
function configuredUses(images, config) {
  if (!config) return [];
  const [root] = (0, import_chunk_RBQODOWZ.readYamlDocuments)(config.file, config.text);
  const listed = (0, import_chunk_RBQODOWZ.valueAt)(root, "images");
  return images.flatMap(({ name, image, platforms }) => {
    if (image === void 0) return [];
    const place2 = (0, import_chunk_RBQODOWZ.valueAt)((0, import_chunk_RBQODOWZ.valueAt)(listed, name), "image")?.place ?? { file: config.file, line: 1 };
    const use = { from: "configuration", what: `image ${name}`, written: image, place: place2 };
    const isSource = /^(docker-archive|oci|oci-archive|engine):/.test(image);
    const written = image.replace(/^registry:/, "");
    return (platforms.length > 0 ? platforms : [void 0]).map((platform) => ({
      role: "image",
      use: { ...use, written },
      ...isSource && { source: image },
      ...platform !== void 0 && { platform }
    }));
  });
}
function readKustomization(value, file) {
  const folder = import_node_path.posix.dirname(file);
  const paths = (key) => (0, import_chunk_RBQODOWZ.itemsAt)(value, key).flatMap((item) => {
    const path = item.kind === "scalar" ? item.text : (0, import_chunk_RBQODOWZ.stringAt)(item, "path");
    return path === void 0 || path === "" || /:\/\/|\n|^[\w.-]+@/.test(path) ? [] : [import_node_path.posix.join(folder, path)];
  });
  return {
    folder,
    resources: ["resources", "bases", "patchesStrategicMerge", "patches"].flatMap(paths).map(withoutSlash),
    components: paths("components").map(withoutSlash),
    images: (0, import_chunk_RBQODOWZ.itemsAt)(value, "images").flatMap(imageChange)
  };
}
var withoutSlash = (path) => path.length > 1 ? path.replace(/\/$/, "") : path;
function imageChange(item) {
  const name = (0, import_chunk_RBQODOWZ.scalarAt)(item, "name");
  if (!name) return [];
  const [newName, newTag, digest] = ["newName", "newTag", "digest"].map((key) => (0, import_chunk_RBQODOWZ.scalarAt)(item, key));
  return [
    {
      name: name.text,
      ...newName && newName.text !== "" && { newName: newName.text },
      ...newTag && newTag.text !== "" && { newTag: newTag.text },
      ...digest && digest.text !== "" && { digest: digest.text },
      place: (digest ?? newTag ?? newName ?? name).place
    }
  ];
}
function changedImage(written, { name, newName = name, newTag, digest }) {
  const [, base = "", tag = "", oldDigest = ""] = /^(.*?)(:[\w.{}-]*)?(@sha256:[\w]*)?$/s.exec(written) ?? [];
  if (base !== name) return void 0;
  if (newTag === void 0 && digest === void 0) return `${newName}${tag}${oldDigest}`;
  return `${newName}${newTag === void 0 ? "" : `:${newTag}`}${digest === void 0 ? "" : `@${digest}`}`;
}
function kustomizeImages(value, owner) {
  return (0, import_chunk_RBQODOWZ.itemsAt)(value, "images").flatMap(
    (item, index) => imageChange(item).map((change2) => ({
      value: changedImage(change2.name, change2) ?? change2.name,
      replaces: change2.name,
      // With neither, the tag stands in a manifest.
      isWhole: change2.newTag !== void 0 || change2.digest !== void 0,
      place: change2.place,
      document: owner.document,
      pointer: `${owner.pointer}/images/${index}`,
      kind: owner.kind,
      name: owner.name,
      role: "named",
      says: {}
    }))
  );
}
var maxChains = 2e4;
var unknownTag = "Only the name is changed here, and no manifest of this repository says which tag it has.";
function kustomized(found, kustomizations) {
  if (kustomizations.length === 0) return { found, skipped: [] };
  const chains = chainsByFile(kustomizations);
  const used = /* @__PURE__ */ new Set();
  const uses = found.flatMap((one) => {
    const { use } = one;
    const ways = use.from === "kubernetes" && use.replaces === void 0 ? chains.get(use.place.file) : void 0;
    if (!ways || use.role === "named" && use.replaces === void 0) return [one];
    const made = ways.map(({ folder, changes }) => {
      const { written, namedAt } = changed(use.written, changes, used);
      if (written === use.written) return one;
      return {
        ...one,
        use: { ...use, written, what: `${use.what}, as ${folder} has it`, ...namedAt && { namedAt } }
      };
    });
    return [...new Map(made.map((each) => [JSON.stringify([each.use.written, each.use.namedAt]), each])).values()];
  });
  const skipped = [];
  const rest = uses.filter(({ use }) => {
    if (use.replaces === void 0) return true;
    if ([...used].some((place2) => samePlace(place2, use.place))) return false;
    if (use.isWhole === true) return true;
    const { says: _says, role: _role, replaces: _replaces, isWhole: _isWhole, ...shown } = use;
    skipped.push({ use: shown, reason: unknownTag });
    return false;
  });
  return { found: rest, skipped };
}
var samePlace = (one, other) => one.file === other.file && one.line === other.line && one.column === other.column;
function changed(start, changes, used) {
  let written = start;
  let namedAt;
  for (const change2 of changes) {
    const next = changedImage(written, change2);
    if (next === void 0) continue;
    used.add(change2.place);
    if (next !== written) namedAt = change2.place;
    written = next;
  }
  return { written, ...namedAt && { namedAt } };
}
function chainsByFile(kustomizations) {
  const byFolder = new Map(kustomizations.map((one) => [one.folder, one]));
  const within3 = new Set(kustomizations.flatMap(({ resources, components }) => [...resources, ...components]));
  const found = /* @__PURE__ */ new Map();
  let count = 0;
  const filesOf = (folder, above) => {
    const one = byFolder.get(folder);
    if (!one || above.includes(folder) || count > maxChains) return [];
    let files = one.resources.flatMap(
      (path) => byFolder.has(path) ? filesOf(path, [...above, folder]) : [[path, []]]
    );
    for (const path of one.components) {
      const component = byFolder.get(path);
      files = [...files, ...filesOf(path, [...above, folder])].map(
        ([file, changes], index) => index < files.length ? [file, [...changes, ...component?.images ?? []]] : [file, changes]
      );
    }
    count += files.length;
    return files.map(([file, changes]) => [file, [...changes, ...one.images]]);
  };
  for (const { folder } of kustomizations)
    if (!within3.has(folder))
      for (const [file, changes] of filesOf(folder, []))
        found.set(file, [...found.get(file) ?? [], { folder, changes }]);
  return found;
}
function readDotEnv(text2) {
  const pairs = text2.split(/\r?\n/).flatMap((line) => {
    const found = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(.*?)\s*$/.exec(line);
    const [, name, value] = found ?? [];
    return name === void 0 || value === void 0 ? [] : [[name, unquoted(value)]];
  });
  return Object.fromEntries(pairs);
}
function unquoted(value) {
  const quoted = /^(['"])(.*?)\1(?:\s+#.*)?$/.exec(value);
  return quoted ? quoted[2] ?? "" : value.replace(/(?:^|\s+)#.*$/, "");
}
function saidOf(container, pod) {
  const own2 = (0, import_chunk_RBQODOWZ.valueAt)(container, "securityContext");
  const nonRoot = saidBoolean(own2, "runAsNonRoot") ?? saidBoolean(pod, "runAsNonRoot");
  const user = saidNumber(own2, "runAsUser") ?? saidNumber(pod, "runAsUser");
  const command = saidList(container, "command");
  const args = saidList(container, "args");
  const policy = saidText(container, "imagePullPolicy");
  const workingDir = (0, import_chunk_RBQODOWZ.stringAt)(container, "workingDir");
  const path = pathOf(container);
  const mounts = (0, import_chunk_RBQODOWZ.itemsAt)(container, "volumeMounts").flatMap((mount) => (0, import_chunk_RBQODOWZ.stringAt)(mount, "mountPath") ?? []);
  return {
    ...nonRoot && { runAsNonRoot: nonRoot },
    ...user && { runAsUser: user },
    ...command && { command },
    ...args && { args },
    ...policy && { imagePullPolicy: policy },
    ...workingDir !== void 0 && { workingDir },
    ...path !== void 0 && { path },
    ...mounts.length > 0 && { mounts }
  };
}
function pathOf(container) {
  const stated = (0, import_chunk_RBQODOWZ.itemsAt)(container, "env").findLast((item) => (0, import_chunk_RBQODOWZ.stringAt)(item, "name") === "PATH");
  if (!stated) return void 0;
  const value = (0, import_chunk_RBQODOWZ.stringAt)(stated, "value");
  return value === void 0 || value.includes("$(") ? null : value;
}
function saidText(at, key) {
  const scalar = (0, import_chunk_RBQODOWZ.scalarAt)(at, key);
  return typeof scalar?.value === "string" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidBoolean(at, key) {
  const scalar = (0, import_chunk_RBQODOWZ.scalarAt)(at, key);
  if (!scalar) return void 0;
  if (typeof scalar.value === "boolean") return { value: scalar.value, place: scalar.place };
  const isTrue = /^(y|yes|on)$/i.test(scalar.text);
  return isTrue || /^(n|no|off)$/i.test(scalar.text) ? { value: isTrue, place: scalar.place } : void 0;
}
function saidNumber(at, key) {
  const scalar = (0, import_chunk_RBQODOWZ.scalarAt)(at, key);
  return typeof scalar?.value === "number" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidList(at, key) {
  const list = (0, import_chunk_RBQODOWZ.valueAt)(at, key);
  if (list?.kind !== "list" || list.items.length === 0) return void 0;
  return { value: list.items.flatMap((item) => item.kind === "scalar" ? [item.text] : []), place: list.place };
}
var containerLists = ["initContainers", "containers", "ephemeralContainers", "steps", "sidecars"];
var singleContainers = ["container", "script"];
function podImages(spec, owner) {
  if (spec?.kind !== "map") return [];
  const pod = (0, import_chunk_RBQODOWZ.valueAt)(spec, "securityContext");
  const { document, kind, name } = owner;
  const listed = containerLists.flatMap(
    (key) => (0, import_chunk_RBQODOWZ.itemsAt)(spec, key).map((item, index) => ({ item, key, pointer: `${owner.pointer}/${key}/${index}` }))
  );
  const single = singleContainers.map((key) => ({
    item: (0, import_chunk_RBQODOWZ.valueAt)(spec, key),
    key,
    pointer: `${owner.pointer}/${key}`
  }));
  const containers = [...listed, ...single].flatMap(({ item, key, pointer }) => {
    const image = (0, import_chunk_RBQODOWZ.scalarAt)(item, "image");
    if (typeof image?.value !== "string" || image.value === "") return [];
    const container = (0, import_chunk_RBQODOWZ.stringAt)(item, "name");
    const at = { value: image.value, place: image.place, document, pointer: `${pointer}/image`, kind, name };
    const role = key === "containers" || key === "initContainers" ? "container" : "step";
    return [{ ...at, ...container !== void 0 && { container }, role, says: saidOf(item, pod) }];
  });
  const volumes = (0, import_chunk_RBQODOWZ.itemsAt)(spec, "volumes").flatMap((volume, index) => {
    const image = (0, import_chunk_RBQODOWZ.valueAt)(volume, "image");
    const reference = (0, import_chunk_RBQODOWZ.scalarAt)(image, "reference");
    if (typeof reference?.value !== "string") return [];
    const policy = saidText(image, "pullPolicy");
    const pointer = `${owner.pointer}/volumes/${index}/image/reference`;
    const at = { value: reference.value, place: reference.place, document, pointer, kind, name };
    return [{ ...at, role: "named", says: { ...policy && { imagePullPolicy: policy } } }];
  });
  return [...containers, ...volumes];
}
var podPaths = {
  Pod: [],
  PodTemplate: ["template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"]
};
var inert = /* @__PURE__ */ new Set(["CustomResourceDefinition", "ConfigMap", "Secret"]);
var maxNestedLists = 8;
var maxVisited = 2e5;
function readManifests(file, text2) {
  const documents = (0, import_chunk_RBQODOWZ.readYamlDocuments)(file, text2, { lastKeyWins: true });
  const problems = [];
  const kustomizations = [];
  const images = documents.flatMap(
    (value, document) => value === void 0 ? [] : imagesOf(value, { file, document, pointer: "", nesting: 0, problems, kustomizations })
  );
  return { images, kustomizations, problems };
}
function imagesOf(value, where) {
  const kind = (0, import_chunk_RBQODOWZ.stringAt)(value, "kind") ?? (isKustomization(value, where.file) ? "Kustomization" : void 0);
  if (kind === void 0 || inert.has(kind)) return [];
  const owner = { ...where, kind, name: nameOf2(value) };
  if (kind === "Kustomization" || kind === "Component") {
    if (isKustomization(value, where.file)) where.kustomizations.push(readKustomization(value, where.file));
    return kustomizeImages(value, owner);
  }
  if ((0, import_chunk_RBQODOWZ.valueAt)(value, "items")?.kind === "list" && kind.endsWith("List")) {
    if (where.nesting >= maxNestedLists) {
      where.problems.push({
        code: "manifest-nesting",
        message: "Lists of manifests nest too deeply.",
        place: value.place,
        hint: "Flatten them."
      });
      return [];
    }
    return (0, import_chunk_RBQODOWZ.itemsAt)(value, "items").flatMap(
      (item, index) => imagesOf(item, { ...where, pointer: `${where.pointer}/items/${index}`, nesting: where.nesting + 1 })
    );
  }
  const path = Object.hasOwn(podPaths, kind) ? podPaths[kind] : void 0;
  if (!path) return customImages(value, owner);
  const pod = path.reduce((at, step) => (0, import_chunk_RBQODOWZ.valueAt)(at, step), value);
  const pointer = [where.pointer, ...path, "spec"].join("/");
  return podImages((0, import_chunk_RBQODOWZ.valueAt)(pod, "spec"), { ...owner, pointer });
}
function customImages(value, owner) {
  const found = [];
  let visited = 0;
  const walk = (at, pointer) => {
    visited += 1;
    if (visited > maxVisited || at.kind === "scalar") return;
    if (at.kind === "list") {
      at.items.forEach((item, index) => walk(item, `${pointer}/${index}`));
      return;
    }
    found.push(...podImages(at, { ...owner, pointer }));
    for (const [key, entry] of at.entries) walk(entry.value, `${pointer}/${escapePointer(key)}`);
  };
  walk(value, owner.pointer);
  if (visited > maxVisited)
    owner.problems.push({
      code: "manifest-too-large",
      message: `The ${owner.kind} ${owner.name} holds too much to be searched for images.`,
      place: value.place,
      hint: "Leave the file out of the audit, or name its images in the configuration."
    });
  return found;
}
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function nameOf2(value) {
  const metadata = (0, import_chunk_RBQODOWZ.valueAt)(value, "metadata");
  return (0, import_chunk_RBQODOWZ.stringAt)(metadata, "name") ?? (0, import_chunk_RBQODOWZ.stringAt)(metadata, "generateName") ?? "";
}
function isKustomization(value, file) {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file) && value.kind === "map";
}
var maxFiles = 100;
async function composeWithOthers({ file, text: text2, overrides, variables }, checkout) {
  const others = /* @__PURE__ */ new Map();
  const queue = [...overrides, ...(0, import_chunk_RBQODOWZ.extendedFiles)(file, text2, variables)];
  for (const path of queue) {
    if (others.has(path) || path === file || isOutside(path) || others.size === maxFiles) continue;
    const other = await checkout.readText(path, import_chunk_RBQODOWZ.maxReferenceFileBytes);
    if (other === void 0) continue;
    others.set(path, other);
    queue.push(...(0, import_chunk_RBQODOWZ.extendedFiles)(path, other, variables));
  }
  const read = (0, import_chunk_RBQODOWZ.readCompose)(file, text2, variables, others, overrides);
  const problems = [];
  const included = [];
  for (const one of read.includes) {
    const missing = [];
    for (const path of one.files) if (!await isHere(path, checkout)) missing.push(path);
    if (missing.length === 0) included.push(one);
    else
      problems.push({
        code: "compose-include",
        message: `${missing.join(", ")}, which is included, is not in the repository.`,
        place: one.place,
        hint: "Correct the path; files from elsewhere cannot be audited."
      });
  }
  return { read, included, problems };
}
async function isHere(path, checkout) {
  return !isOutside(path) && await checkout.readText(path, import_chunk_RBQODOWZ.maxReferenceFileBytes) !== void 0;
}
function isOutside(path) {
  return path.startsWith("../") || path.startsWith("/") || path.includes(":/") || path.startsWith("git@");
}
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_TISOUWS6.require_dist)(), 1);
var scalarMark = "";
function commentsOf(text2) {
  const lines = text2.split("\n");
  const found = [];
  let line = 1;
  let before = "";
  for (const token of new import_yaml.Lexer().lex(text2)) {
    if (token.startsWith("#") && before !== scalarMark) {
      const start = isOwnLine(lines[line - 1]) ? nextLine(lines, line) : line;
      const words = token.replace(/^#+/, "").trim();
      if (start !== void 0) found.push({ text: words, line, startLine: start, endLine: endOf(lines, start) });
    }
    line += token.split("\n").length - 1;
    before = token;
  }
  return found;
}
var isOwnLine = (line = "") => line.trimStart().startsWith("#");
var isNothing = (line) => line.trim() === "" || isOwnLine(line);
var isItem = (line) => /^\s*-(\s|$)/.test(line);
var indentOf = (line) => line.length - line.trimStart().length;
function nextLine(lines, line) {
  const index = lines.findIndex((one, at) => at >= line && !isNothing(one));
  return index < 0 ? void 0 : index + 1;
}
function endOf(lines, start) {
  const first = lines[start - 1] ?? "";
  const indent = indentOf(first);
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (isNothing(line)) continue;
    const isInside = indentOf(line) > indent || indentOf(line) === indent && isItem(line) && !isItem(first);
    if (!isInside) break;
    end = index + 1;
  }
  return end;
}
function manifestWaivers(file, text2) {
  if (!text2.includes("plimsoll")) return { waivers: [], problems: [] };
  const waivers = [];
  const problems = [];
  for (const comment of commentsOf(text2)) {
    const words = comment.text.replaceAll(/\s+/g, " ");
    if (!(0, import_chunk_UZDOSZKD.isWaiverComment)(words)) continue;
    try {
      const waiver = (0, import_chunk_UZDOSZKD.waiverOf)({ ...comment, text: words }, file);
      if (ofManifests.has(waiver.rule)) waivers.push(waiver);
      else problems.push(ofImage(waiver.rule, file, comment.line));
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
      for (const { code: code2, message, place: place2, hint } of thrown.problems)
        problems.push({ code: code2, message, ...place2 && { place: place2 }, hint });
    }
  }
  return { waivers, problems };
}
var ofManifests = new Set(import_chunk_CAZRZTZ3.rules.flatMap(({ id, group }) => group === "manifests" ? [id] : []));
function ofImage(rule, file, line) {
  return {
    code: "inline-waiver",
    message: `${rule} judges the image, which a manifest cannot waive for all that refer to it.`,
    place: { file, line },
    hint: "Write it under `waivers:` in the configuration, with the image it is for."
  };
}
var nothing2 = { found: [], builds: [], skipped: [], problems: [], included: [] };
var maxJsonBytes = 2 ** 20;
async function readFile(asked, reading) {
  const { file, kind, overrides } = asked;
  const { checkout } = reading;
  const text2 = await textOf(file, kind, checkout);
  if (text2 === void 0) return nothing2;
  if (kind === "dockerfile") return { ...nothing2, builds: [{ dockerfile: file, args: {} }] };
  if (kind === "yaml") {
    if (!(0, import_chunk_RBQODOWZ.looksLikeManifests)(text2, file)) return nothing2;
    const { images, kustomizations, problems } = readManifests(file, text2);
    const inline = manifestWaivers(file, text2);
    return {
      ...nothing2,
      found: (0, import_chunk_RBQODOWZ.usesOfManifests)(images),
      kustomizations,
      waivers: inline.waivers,
      problems: [...problems, ...inline.problems]
    };
  }
  if (kind === "compose") return readComposeFile(asked, text2, reading);
  const above = [];
  for (const path of overrides)
    above.push({ file: path, text: await checkout.readText(path, import_chunk_RBQODOWZ.maxReferenceFileBytes) ?? "" });
  return { ...nothing2, ...(0, import_chunk_RBQODOWZ.usesOfBake)(file, (0, import_chunk_RBQODOWZ.readBake)(file, text2, reading.variables, above)) };
}
async function textOf(file, kind, checkout) {
  if (kind !== "yaml" || !file.endsWith(".json")) return checkout.readText(file, import_chunk_RBQODOWZ.maxReferenceFileBytes);
  try {
    return await checkout.readText(file, maxJsonBytes);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  }
}
async function readComposeFile(asked, text2, reading) {
  const { file, overrides, included: by } = asked;
  const { checkout, profiles } = reading;
  const folder = by?.folder ?? import_node_path2.posix.dirname(file);
  const ownVariables = await variablesOf(by?.envFiles ?? [import_node_path2.posix.join(folder, ".env")], checkout);
  const variables = { ...ownVariables, ...by?.variables, ...reading.variables };
  const { read, included, problems } = await composeWithOthers({ file, text: text2, overrides, variables }, checkout);
  const uses = (0, import_chunk_RBQODOWZ.usesOfCompose)(file, read, { folder, ...profiles && { profiles } });
  const above = [...by?.above ?? [], file];
  const circles = [];
  const next = included.flatMap(
    ({ files: [first, ...others], place: place2, envFiles, folder: seenFrom }) => {
      if (above.includes(first)) {
        const message = `${first} includes itself${first === file ? "" : ` by way of ${file}`}.`;
        circles.push({ code: "compose-include", message, place: place2, hint: "Break the circle." });
        return [];
      }
      const how = {
        variables,
        above,
        ...envFiles && { envFiles },
        ...seenFrom !== void 0 && { folder: seenFrom }
      };
      return [{ file: first, kind: "compose", overrides: others, included: how }];
    }
  );
  return { ...uses, problems: [...uses.problems, ...problems, ...circles], included: next };
}
async function variablesOf(files, checkout) {
  const all = [];
  for (const path of files)
    if (!path.startsWith("../") && !path.startsWith("/"))
      all.push({ ...readDotEnv(await checkout.readText(path, import_chunk_RBQODOWZ.maxReferenceFileBytes) ?? "") });
  return Object.assign({}, ...all);
}
async function discover(search) {
  const { asked: queue, notices } = askedOf(search.files);
  const read = /* @__PURE__ */ new Map();
  const included = /* @__PURE__ */ new Set();
  for (const asked of queue) {
    const key = JSON.stringify([asked.file, asked.included]);
    if (read.has(key)) continue;
    const uses = await orProblems(asked, search);
    read.set(key, { asked, uses });
    for (const one of uses.included) {
      for (const path of [one.file, ...one.overrides]) included.add(path);
      queue.push(one);
    }
  }
  const all = [...read.values()].filter(({ asked }) => asked.included !== void 0 || !included.has(asked.file));
  const { found, skipped: untold2 } = kustomized(
    distinct(all.flatMap(({ uses }) => uses.found)),
    all.flatMap(({ uses }) => uses.kustomizations ?? [])
  );
  const problems = distinct(all.flatMap(({ uses }) => uses.problems));
  const skipped = distinct([...all.flatMap(({ uses }) => uses.skipped), ...untold2]);
  const builds = distinct(all.flatMap(({ uses }) => uses.builds));
  const waivers = all.flatMap(({ uses }) => uses.waivers ?? []);
  const gathered = { found: [...found], problems: [...problems], skipped: [...skipped], notices, waivers };
  const named = builds.filter(({ from }) => from !== void 0);
  for (const build of builds) {
    const others = build.from === void 0 ? named.filter(({ dockerfile }) => dockerfile === build.dockerfile) : [];
    if (others.some(({ contexts }) => contexts)) continue;
    await readBuild(build, search, others.length > 0 ? { ...gathered, problems: [] } : gathered);
  }
  return gathered;
}
function askedOf(files) {
  const there = new Set(files);
  const charts = (0, import_chunk_RBQODOWZ.chartsIn)(files);
  const unread2 = /* @__PURE__ */ new Set();
  const all = files.flatMap((file) => {
    const kind = (0, import_chunk_RBQODOWZ.kindOfFile)(file);
    const chart = kind === "yaml" ? (0, import_chunk_RBQODOWZ.chartOf)(file, charts) : void 0;
    if (chart !== void 0) unread2.add(chart);
    return kind === void 0 || chart !== void 0 ? [] : [{ file, kind, overrides: (0, import_chunk_RBQODOWZ.overridesOf)(file, there) }];
  });
  const above = new Set(all.flatMap(({ overrides }) => overrides));
  return {
    asked: all.filter(({ file }) => !above.has(file)),
    notices: [...unread2].sort().map((folder) => ({
      level: "notice",
      message: `The templates of the Helm chart ${folder || "at the root"} are not read: they are manifests only once \`helm template\` has rendered them.`
    }))
  };
}
async function orProblems(asked, search) {
  try {
    return await readFile(asked, search);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const problems = thrown.problems.map(({ code: code2, message, place: place2, hint }) => ({
      code: code2,
      message: place2 ? message : `${asked.file}: ${message}`,
      place: place2 ?? { file: asked.file, line: 1 },
      hint
    }));
    return { found: [], builds: [], skipped: [], problems, included: [] };
  }
}
function distinct(list) {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
async function readBuild(build, { checkout }, gathered) {
  const { dockerfile, text: inline, target, args, contexts, platform } = build;
  try {
    const text2 = inline ?? await checkout.readText(dockerfile, import_chunk_RBQODOWZ.maxReferenceFileBytes);
    if (text2 === void 0) {
      const message = `${build.from ?? "A build"} names the Dockerfile ${dockerfile}, which is not in the repository.`;
      gathered.problems.push({
        code: "no-dockerfile",
        message,
        ...build.place && { place: build.place },
        hint: "Correct the path."
      });
      return;
    }
    const report = (0, import_chunk_UCO3WCDX.describeDockerfile)(text2, dockerfile, {
      buildArgs: args,
      ...target !== void 0 && { target },
      ...contexts && { buildContexts: contexts },
      ...platform !== void 0 && { platform }
    });
    gathered.found.push(...(0, import_chunk_RBQODOWZ.fromDockerfile)(report, build));
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    for (const { code: code2, message, place: place2, hint } of thrown.problems)
      gathered.problems.push({ code: code2, message, place: build.place ?? place2 ?? { file: dockerfile, line: 1 }, hint });
  }
}
function asTargets(found, platforms = []) {
  const problems = [];
  const otherwise = platforms === "all" ? ["all"] : platforms.length > 0 ? platforms : [void 0];
  const named = found.flatMap((one) => {
    const { use, source, platform } = one;
    const reference = source === void 0 ? (0, import_chunk_MWNSXYJF.readReference)(use.written) : void 0;
    if (typeof reference === "string") {
      problems.push({
        code: "image-reference",
        message: `${use.what} names no image: ${reference} (${use.written}).`,
        place: use.place,
        hint: "Correct the name of the image; a placeholder must be filled in before it can be audited."
      });
      return [];
    }
    const tagged = reference && (0, import_chunk_MWNSXYJF.withDefaultTag)(reference);
    const full = tagged ? (0, import_chunk_MWNSXYJF.formatReference)(tagged) : source ?? "";
    const from = source ?? `registry:${tagged ? (0, import_chunk_MWNSXYJF.familiarReference)(tagged) : ""}`;
    const wanted = platform === void 0 ? otherwise : [platform];
    return wanted.map((each) => ({ one, full, source: from, platform: each }));
  });
  const whole = new Set(named.filter(({ platform }) => platform === "all").map(({ full }) => full));
  const targets = /* @__PURE__ */ new Map();
  for (const each of named) add(targets, whole.has(each.full) ? { ...each, platform: "all" } : each);
  return { targets: [...targets.values()].sort((one, other) => one.name < other.name ? -1 : 1), problems };
}
function add(targets, { one: { use, role, listed }, full, source, platform }) {
  const name = platform === void 0 || platform === "all" ? full : `${full} ${platform}`;
  const before = targets.get(name);
  targets.set(name, {
    name,
    source,
    ...platform !== void 0 && { platform },
    ...listed && (before === void 0 || before.listed) && { listed },
    role: before?.role === "image" ? "image" : role,
    uses: before ? [...before.uses, use] : [use]
  });
}
var maxTagsOfImage = 1e4;
var listsAtOnce = 4;
async function listedUses(images, config, tags) {
  if (!config || images.length === 0) return { found: [], problems: [] };
  const [root] = (0, import_chunk_RBQODOWZ.readYamlDocuments)(config.file, config.text);
  const items = (0, import_chunk_RBQODOWZ.itemsAt)((0, import_chunk_RBQODOWZ.valueAt)(root, "audit"), "images");
  const listed = await pool([...images.entries()], listsAtOnce, async ([index, setting]) => {
    const place2 = (0, import_chunk_RBQODOWZ.valueAt)(items[index], "image")?.place ?? { file: config.file, line: 1 };
    return listOne(setting, place2, tags);
  });
  return { found: listed.flatMap(({ found }) => found), problems: listed.flatMap(({ problems }) => problems) };
}
async function listOne(setting, place2, tags) {
  const { image, platforms } = setting;
  const useOf = (written) => {
    const use = { from: "configuration", what: `audit ${image}`, written, place: place2 };
    const all = platforms === void 0 ? [void 0] : [platforms].flat();
    return all.map((platform) => ({ role: "image", use, ...platform !== void 0 && { platform } }));
  };
  if (setting.tags === void 0) return { found: useOf(image), problems: [] };
  try {
    const chosen = choose(await tags(nameOf3(image)), { ...setting, tags: setting.tags });
    return {
      found: chosen.flatMap((tag) => useOf(`${image}:${tag}`).map((one) => ({ ...one, listed: true }))),
      problems: []
    };
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted || !(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { found: [], problems: thrown.problems.map(({ code: code2, message, hint }) => ({ code: code2, message, place: place2, hint })) };
  }
}
function nameOf3(image) {
  const { domain, path, tag, digest } = (0, import_chunk_MWNSXYJF.parseReference)(image);
  if (tag === null && digest === null) return `${domain}/${path}`;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "image-reference",
    message: `${image} names a ${tag === null ? "digest" : "tag"} already, and \`tags\` is to choose one.`,
    expected: "the name of an image without tag and digest",
    got: image,
    hint: "Leave out one of the two."
  });
}
function choose(all, { image, tags, newest }) {
  const fits = (0, import_chunk_2WW2ESNY.compileTags)(tags);
  const found = all.filter((tag) => !/^sha256-[0-9a-f]{64}(\.\w+)?$/.test(tag) && fits(tag));
  const chosen = (0, import_chunk_2WW2ESNY.newestFirst)(found).slice(0, newest);
  const wanted = tags.map((test) => `\`${test}\``).join(" or ");
  if (chosen.length === 0)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-such-tag",
      message: `None of the ${all.length} tags of ${image} fits ${wanted}.`,
      expected: wanted,
      got: (0, import_chunk_2WW2ESNY.newestFirst)(all).slice(0, 5).join(", "),
      hint: "Correct `tags`, or leave the image out."
    });
  if (chosen.length > maxTagsOfImage)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "too-many-tags",
      message: `${chosen.length} tags of ${image} fit ${wanted}, more than the ${maxTagsOfImage} one audit takes on.`,
      hint: "Narrow `tags`, or take only the `newest`."
    });
  return chosen;
}
async function makePlan(request) {
  const { audit: audit2, config } = request;
  const excluded = [...request.exclude, ...audit2.exclude].map((pattern) => (0, import_chunk_IAAG4V6P.compileGlob)(pattern));
  const files = request.files.filter((path) => !excluded.some((matches) => matches(path)));
  const gathered = await discover({ ...request, files, ...audit2.profiles && { profiles: audit2.profiles } });
  const listed = await listedUses(audit2.images, config, request.tags);
  const uses = [...configuredUses(request.images, config), ...listed.found, ...gathered.found];
  const { targets, problems } = asTargets(uses, audit2.platforms);
  return {
    targets,
    problems: [...listed.problems, ...gathered.problems, ...problems],
    skipped: gathered.skipped,
    notices: gathered.notices,
    waivers: gathered.waivers,
    digest: planDigest(targets, request.policy.digest, [audit2.platforms, audit2.images, gathered.waivers])
  };
}
async function withAudit(asked, then) {
  const { checkout, files, folderName, inputs, fetchPolicy } = asked;
  const { values } = (0, import_chunk_4JFRIU22.readInputs)(inputs);
  const { options: auditOptions, problems } = readAuditOptions(values);
  const [first, ...others] = problems;
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  const config = await (0, import_chunk_2WW2ESNY.findConfig)(checkout, values.config);
  const more = fetchPolicy ? { fetchPolicy } : {};
  const { settings, options } = await (0, import_chunk_UZDOSZKD.readSettings)({ ...config, checkout, inputs, folderName, ...more });
  const workshop = await asked.openWorkshop(options.progress, options.insecureRegistries, options.layerCache);
  try {
    const { configFile: file, configText: text2 } = config;
    const { exclude, variables, local } = auditOptions;
    const plan = await makePlan({
      ...settings,
      files,
      checkout,
      exclude,
      variables,
      tags: (name) => local ? noList(name) : workshop.registries.tags(name, workshop.signal),
      ...file !== void 0 && text2 !== void 0 && { config: { file, text: text2 } }
    });
    const { platform } = values;
    return await then({ plan, settings, options, auditOptions, ...platform !== void 0 && { platform } }, workshop);
  } finally {
    await workshop.close();
  }
}
async function noList(name) {
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-tag-list",
    message: `An engine has no list of the tags of ${name}.`,
    hint: "Name the tags, or audit without --local."
  });
}
function runSettled({ plan, settings, options, auditOptions, platform }, toolVersion, workshop) {
  const { shard, runId, local, concurrency, budget, onUnreachable } = auditOptions;
  return audit(
    {
      plan,
      runId,
      local,
      concurrency,
      budget,
      toolVersion,
      policy: settings.policy,
      verdict: { ...options.verdict, onUnreachable },
      ...shard && { shard },
      ...platform !== void 0 && { platform }
    },
    workshop
  );
}
function rowsOf({ images, fleet: fleet2 }) {
  const places = new Map(fleet2.images.map((place2) => [place2.name, place2]));
  const stale = new Map(
    fleet2.staleBases.flatMap((base) => base.images.map((image) => [image.name, { base, image }]))
  );
  return images.map((image) => {
    const { unique = {}, shared = {}, base } = places.get(image.name) ?? {};
    const staleBase2 = stale.get(image.name);
    return {
      image,
      ...counts(image),
      unique: known(image, unique),
      shared: known(image, shared),
      ...base !== void 0 && { base },
      ...staleBase2 && { stale: staleBase2 }
    };
  }).sort(worseFirst);
}
function known({ unpackedBytes }, { pullBytes, ...bytes4 }) {
  return { ...unpackedBytes !== void 0 && bytes4, ...pullBytes !== void 0 && { pullBytes } };
}
function counts({ findings, notRun: notRun2 }) {
  const levels = findings.filter(({ waiver }) => waiver === null).map(({ level }) => level);
  return {
    errors: levels.filter((level) => level === "error").length + notRun2.filter((one) => one.counts === "failure").length,
    warnings: levels.filter((level) => level === "warning").length + notRun2.filter((one) => one.counts === "warning").length
  };
}
function worseFirst(one, other) {
  return other.errors - one.errors || other.warnings - one.warnings || bytesOf(other) - bytesOf(one) || (one.image.name < other.image.name ? -1 : 1);
}
var bytesOf = ({ image: { unpackedBytes, pullBytes } }) => unpackedBytes ?? pullBytes ?? 0;
var columns = [
  "image",
  "status",
  "role",
  "errors",
  "warnings",
  "unpacked_bytes",
  "unique_bytes",
  "shared_bytes",
  "pull_bytes",
  "unique_pull_bytes",
  "shared_pull_bytes",
  "base",
  "stale_base",
  "newest_base",
  "stale_known_by",
  "move_base_pull_bytes",
  "move_own_pull_bytes",
  "move_stored_pull_bytes_before",
  "move_stored_pull_bytes_after",
  "platform",
  "source",
  "places",
  "reason"
];
function renderAuditCsv(result) {
  const audited = rowsOf(result).map((row2) => ({ ...cellsOf(row2), ...staleCells(row2) }));
  const others = result.notAudited.map(({ name, uses, reason }) => ({
    image: name,
    status: "not audited",
    places: placesOf(uses),
    reason
  }));
  const rows = [...audited, ...others].map((cells) => columns.map((column) => cells[column] ?? ""));
  return [columns, ...rows].map((cells) => `${cells.map(cell).join(",")}\r
`).join("");
}
function cellsOf({ image, errors, warnings, unique, shared, base }) {
  return {
    image: image.name,
    status: "audited",
    role: image.role,
    errors,
    warnings,
    unpacked_bytes: image.unpackedBytes,
    unique_bytes: unique.unpackedBytes,
    shared_bytes: shared.unpackedBytes,
    pull_bytes: image.pullBytes,
    unique_pull_bytes: unique.pullBytes,
    shared_pull_bytes: shared.pullBytes,
    base,
    platform: image.platform,
    source: image.source,
    places: placesOf(image.uses)
  };
}
function staleCells({ stale }) {
  if (!stale) return {};
  const { name, newest, move } = stale.base;
  return {
    stale_base: name,
    newest_base: newest.digest === void 0 ? newest.name : `${newest.name}@${newest.digest}`,
    stale_known_by: stale.image.by,
    move_base_pull_bytes: move?.newBase.pullBytes,
    move_own_pull_bytes: move?.own.pullBytes,
    move_stored_pull_bytes_before: move?.storedBefore.pullBytes,
    move_stored_pull_bytes_after: move?.storedAfter.pullBytes
  };
}
function placesOf(uses) {
  return uses.map(({ place: place2 }) => `${place2.file}:${place2.line}`).join(" ");
}
function cell(value) {
  if (typeof value === "number") return String(value);
  const shown = (0, import_chunk_HT5NMFAD.visible)(value, 2e3);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function sharing({ fleet: fleet2 }) {
  if (fleet2.images.length === 0) return [];
  const lines = ["unpackedBytes", "pullBytes"].map((kind) => {
    const [stored, shared, summed] = [fleet2.stored[kind], fleet2.shared[kind], fleet2.summed[kind]];
    if (stored === void 0 || shared === void 0 || summed === void 0) return void 0;
    const where = kind === "unpackedBytes" ? "on disk" : "to pull";
    const own2 = (0, import_chunk_CCPWSZ7L.formatBytes)(stored - shared);
    return `Distinct layers: ${(0, import_chunk_CCPWSZ7L.formatBytes)(stored)} ${where}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(shared)} of it in two images or more, ${own2} in one; ${(0, import_chunk_CCPWSZ7L.formatBytes)(summed)} if nothing were shared.`;
  });
  return lines.filter((line) => line !== void 0);
}
function figuresOf(move) {
  if (!move) return void 0;
  for (const key of ["pullBytes", "unpackedBytes"]) {
    const of = (bytes4) => bytes4[key] ?? NaN;
    const figures2 = {
      kind: key === "pullBytes" ? "to pull" : "on disk",
      images: move.images,
      newBaseBytes: of(move.newBase),
      ownBytes: of(move.own),
      storedBytes: [of(move.storedBefore), of(move.storedAfter)],
      sharedBytes: [of(move.sharedBefore), of(move.sharedAfter)]
    };
    const all = [figures2.newBaseBytes, figures2.ownBytes, ...figures2.storedBytes, ...figures2.sharedBytes];
    if (all.every((bytes4) => !Number.isNaN(bytes4))) return figures2;
  }
  return void 0;
}
function moveCells(move) {
  const figures2 = figuresOf(move);
  if (!figures2) return ["not known", "not known", "not known", "not known"];
  const { newBaseBytes, ownBytes, storedBytes, sharedBytes } = figures2;
  return [(0, import_chunk_CCPWSZ7L.formatBytes)(newBaseBytes), `≤ ${(0, import_chunk_CCPWSZ7L.formatBytes)(ownBytes)}`, change(storedBytes), change(sharedBytes)];
}
var change = ([before, after]) => before === after ? (0, import_chunk_CCPWSZ7L.formatBytes)(after) : `${(0, import_chunk_CCPWSZ7L.formatBytes)(before)} → ${(0, import_chunk_CCPWSZ7L.formatBytes)(after)}`;
function moveNote({ staleBases: staleBases4, moved: moved2 }) {
  const { kind = "to pull" } = figuresOf(moved2) ?? {};
  const leftOut = staleBases4.flatMap(({ images }) => images.filter(({ baseLayers }) => baseLayers === void 0));
  const left = leftOut.length === 0 ? "" : ` Of ${(0, import_chunk_DRSZDVSV.plural)(leftOut.length, "image")} nothing tells which layers are the base’s: no figure counts ${leftOut.length === 1 ? "it" : "them"} as moved.`;
  return `On a node that has all audited images; bytes ${kind}. Own layers count as large as they are today: built again they are other layers, unless the build is reproducible.${left}`;
}
function newestInWords({ newest, name }) {
  const { digest, created } = newest;
  const version = newest.name === name ? "" : newest.name;
  const short = digest?.replace(/^(sha\d+:[0-9a-f]{12}).*$/, "$1") ?? "";
  return [version, short, created === void 0 ? "" : `of ${created}`].filter((part) => part !== "").join(" ");
}
function evidenceInWords({ by, seen, through: through2 }) {
  const until = seen === void 0 ? "" : `; the tag led to its layers until ${seen}`;
  const words = {
    label: "its label names the base",
    record: "it begins with layers of the base",
    pin: "a Dockerfile pins what it stands on",
    version: "it stands on the older release",
    through: `it stands on \`${through2 ?? ""}\``
  };
  return `${words[by]}${until}`;
}
function withoutBaseInWords({ withoutBase }) {
  if (withoutBase.length === 0) return void 0;
  const they = withoutBase.length === 1 ? "it may" : "they may";
  return `Nothing tells what ${(0, import_chunk_DRSZDVSV.plural)(withoutBase.length, "image")} ${withoutBase.length === 1 ? "stands" : "stand"} on (no label \`org.opencontainers.image.base.name\`, no audited image below), so ${they} be stale, too.`;
}
function linesOf({ name, findings, notRun: notRun2, uses }) {
  const places = uses.map(({ place: { file, line } }) => ({ file, line }));
  return [
    ...findings.map(({ rule, level, message, howToPass, waiver, location }) => ({
      image: name,
      rule,
      standing: waiver === null ? level : "waived",
      message,
      toPass: howToPass,
      ...waiver && { waiver },
      // What a manifest says of the image stands on a line of its own.
      places: location ? [{ file: location.file, line: location.startLine }] : places
    })),
    ...notRun2.flatMap(
      ({ rule, reason, counts: counts2 }) => counts2 === "pass" ? [] : [
        {
          image: name,
          rule,
          standing: counts2 === "failure" ? "error" : "warning",
          message: `Could not run: ${reason}`,
          toPass: "",
          places
        }
      ]
    )
  ];
}
function headline({ outcome, run, images, notAudited: notAudited2, problems }) {
  const all = images.length + notAudited2.length + (run.lost?.images ?? 0);
  const of = run.shard ? ` (shard ${run.shard.index} of ${run.shard.count}; ${run.planned} in all)` : "";
  const audited = images.length === all ? `${all} ${all === 1 ? "image" : "images"} audited` : `${images.length} of ${all} images audited, ${all - images.length} could not be`;
  const unread2 = problems.length === 0 ? "" : `, ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in files`;
  const word = { pass: "passed", fail: "failed", incomplete: "incomplete" }[outcome];
  return `${word}: ${audited}${unread2}${of}`;
}
function lostShards({ run: { lost } }) {
  if (!lost) return void 0;
  const [which, left] = lost.shards.length === 1 ? ["Shard", "its job"] : ["Shards", "their jobs"];
  const images = `${lost.images} ${lost.images === 1 ? "image was" : "images were"} not looked at`;
  return `${which} ${lost.shards.join(", ")} left no result, so ${images}: look at ${left}.`;
}
function noticesOf({ run, notices }) {
  return run.shard ? [] : notices;
}
var sizeInWords = (bytes4) => bytes4 === void 0 ? "not read" : (0, import_chunk_CCPWSZ7L.formatBytes)(bytes4);
function imagesTable(rows) {
  return import_chunk_6ANIYWIN.markup`<div class="scroll"><table><thead><tr><th>Errors</th><th>Warnings</th><th>Image</th><th>On disk</th><th>Its own</th><th>Shared</th><th>Stands on</th></tr></thead><tbody>${rows.map(
    ({ image, errors, warnings, unique, shared, base, stale }) => import_chunk_6ANIYWIN.markup`<tr><td class="figure">${errors}</td><td class="figure">${warnings}</td><td><code>${image.name}</code>${image.role === "base" ? " (base)" : ""}</td><td class="figure">${sizeInWords(image.unpackedBytes)}</td><td class="figure">${sizeInWords(unique.unpackedBytes)}</td><td class="figure">${sizeInWords(shared.unpackedBytes)}</td><td>${base === void 0 ? import_chunk_6ANIYWIN.markup`` : import_chunk_6ANIYWIN.markup`<code>${base}</code>`}${stale ? import_chunk_6ANIYWIN.markup` <span class="warning">stale</span> <code>${stale.base.name}</code>` : import_chunk_6ANIYWIN.markup``}</td></tr>`
  )}</tbody></table></div>`;
}
function basesTable({ byBase }) {
  if (byBase.length === 0) return import_chunk_6ANIYWIN.markup``;
  return import_chunk_6ANIYWIN.markup`<h2>Bases</h2><div class="scroll"><table><thead><tr><th>Images</th><th>Base</th><th>Images that stand on it</th></tr></thead><tbody>${byBase.map(
    ({ base, images }) => import_chunk_6ANIYWIN.markup`<tr><td class="figure">${images.length}</td><td><code>${base}</code></td><td>${images.map((name) => import_chunk_6ANIYWIN.markup`<code>${name}</code> `)}</td></tr>`
  )}</tbody></table></div>`;
}
function staleBases2(fleet2) {
  const without = withoutBaseInWords(fleet2);
  return import_chunk_6ANIYWIN.markup`${staleTable(fleet2)}${unknownList(fleet2)}${without === void 0 ? import_chunk_6ANIYWIN.markup`` : import_chunk_6ANIYWIN.markup`<p>${(0, import_chunk_6ANIYWIN.prose)(without)}</p>`}`;
}
function staleTable(fleet2) {
  const { staleBases: bases, moved: moved2 } = fleet2;
  if (bases.length === 0) return import_chunk_6ANIYWIN.markup``;
  const all = moved2 && bases.length > 1 ? import_chunk_6ANIYWIN.markup`<tr><th>All of them</th><td></td><td class="figure">${moved2.images}</td>${figureCells(moveCells(moved2))}</tr>` : import_chunk_6ANIYWIN.markup``;
  return import_chunk_6ANIYWIN.markup`<h2 class="warning">Stale bases, and what moving to the newest would change</h2><div class="scroll"><table class="fit"><thead><tr><th>Stale base</th><th>Leads to now</th><th>Images</th><th>Base, to pull anew</th><th>Own layers, built again</th><th>All distinct layers</th><th>Of these shared</th></tr></thead><tbody>${bases.map(
    (base) => import_chunk_6ANIYWIN.markup`<tr><td><code>${base.name}</code> ${base.platform}</td><td>${newestInWords(base)}</td><td class="figure">${base.images.length}</td>${figureCells(moveCells(base.move))}</tr>`
  )}${all}</tbody></table></div><p>${(0, import_chunk_6ANIYWIN.prose)(moveNote(fleet2))}</p>${bases.map(
    ({ name, images }) => import_chunk_6ANIYWIN.markup`<details><summary>Images that stand on stale <code>${name}</code></summary><ul>${images.map((image) => import_chunk_6ANIYWIN.markup`<li><code>${image.name}</code>: ${(0, import_chunk_6ANIYWIN.prose)(evidenceInWords(image))}</li>`)}</ul></details>`
  )}`;
}
var figureCells = (cells) => cells.map((cell2) => import_chunk_6ANIYWIN.markup`<td class="figure">${cell2}</td>`);
function unknownList({ unknownBases: unknownBases2 }) {
  if (unknownBases2.length === 0) return import_chunk_6ANIYWIN.markup``;
  return import_chunk_6ANIYWIN.markup`<h2>Bases of which it cannot be known whether they are stale</h2><ul>${unknownBases2.map(
    ({ name, reason, images }) => import_chunk_6ANIYWIN.markup`<li><code>${name}</code> (${images.length === 1 ? "one image" : `${images.length} images`}): ${(0, import_chunk_6ANIYWIN.prose)(reason)}</li>`
  )}</ul>`;
}
function renderAuditHtml(result) {
  const { fleet: fleet2 } = result;
  const rows = rowsOf(result);
  const standing = result.outcome === "pass" ? "good" : "error";
  return import_chunk_6ANIYWIN.markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plimsoll audit</title><style>${(0, import_chunk_6ANIYWIN.verbatim)(import_chunk_6ANIYWIN.style)}</style></head>
<body><h1>Plimsoll audit <small class="${standing}">${headline(result)}</small></h1>
${sharing(result).map((sentence) => import_chunk_6ANIYWIN.markup`<p>${sentence}</p>`)}
${notLookedAt(result)}
${staleBases2(fleet2)}
<h2>Images</h2>
${imagesTable(rows)}
${basesTable(fleet2)}
<h2>Findings</h2>
${rows.map(({ image }) => {
    const lines = linesOf(image);
    if (lines.length === 0) return import_chunk_6ANIYWIN.markup``;
    return import_chunk_6ANIYWIN.markup`<h3><code>${image.name}</code></h3><ul class="findings">${lines.map(
      ({ standing: level, rule, message, toPass, places }) => import_chunk_6ANIYWIN.markup`<li class="${level}"><code>${rule}</code> ${(0, import_chunk_6ANIYWIN.prose)(message)} <span class="standing">${level} ${places.slice(0, 3).map(({ file, line }) => import_chunk_6ANIYWIN.markup`<code>${`${file}:${line}`}</code> `)}</span>${toPass === "" ? import_chunk_6ANIYWIN.markup`` : import_chunk_6ANIYWIN.markup`<br>To pass: ${(0, import_chunk_6ANIYWIN.prose)(toPass)}`}</li>`
    )}</ul>`;
  })}
<ul>${noticesOf(result).map(({ message }) => import_chunk_6ANIYWIN.markup`<li>${(0, import_chunk_6ANIYWIN.prose)(message)}</li>`)}</ul>
<footer>plimsoll ${result.tool.version}, ${result.run.day}, policy ${result.policy.digest}</footer></body></html>
`.source;
}
function notLookedAt(result) {
  const { notAudited: notAudited2, problems } = result;
  const lost = lostShards(result);
  if (lost === void 0 && notAudited2.length + problems.length === 0) return import_chunk_6ANIYWIN.markup``;
  return import_chunk_6ANIYWIN.markup`<h2 class="error">Could not be audited</h2><ul>${lost === void 0 ? import_chunk_6ANIYWIN.markup`` : import_chunk_6ANIYWIN.markup`<li>${lost}</li>`}${notAudited2.map(
    ({ name, reason, uses }) => import_chunk_6ANIYWIN.markup`<li><code>${name}</code> ${(0, import_chunk_6ANIYWIN.prose)(reason)}${uses.slice(0, 3).map(({ place: { file, line } }) => import_chunk_6ANIYWIN.markup` <code>${`${file}:${line}`}</code>`)}</li>`
  )}${problems.map(
    ({ message, place: place2 }) => import_chunk_6ANIYWIN.markup`<li>${place2 ? import_chunk_6ANIYWIN.markup`<code>${`${place2.file}:${place2.line}`}</code> ` : import_chunk_6ANIYWIN.markup``}${(0, import_chunk_6ANIYWIN.prose)(message)}</li>`
  )}</ul>`;
}
function imagesTable2(rows, most) {
  if (rows.length === 0) return [];
  const columns2 = [
    { title: import_chunk_6ANIYWIN.gfm`Errors`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Warnings`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Image`, align: "left" },
    { title: import_chunk_6ANIYWIN.gfm`On disk`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Its own`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Shared`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Stands on`, align: "left" }
  ];
  const cells = rows.slice(0, most).map(({ image, errors, warnings, unique, shared, base, stale }) => [
    import_chunk_6ANIYWIN.gfm`${errors}`,
    import_chunk_6ANIYWIN.gfm`${warnings}`,
    image.role === "base" ? import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(image.name)} (base)` : (0, import_chunk_6ANIYWIN.code)(image.name),
    (0, import_chunk_6ANIYWIN.figures)(sizeInWords(image.unpackedBytes)),
    (0, import_chunk_6ANIYWIN.figures)(sizeInWords(unique.unpackedBytes)),
    (0, import_chunk_6ANIYWIN.figures)(sizeInWords(shared.unpackedBytes)),
    (0, import_chunk_6ANIYWIN.join)(
      [base === void 0 ? import_chunk_6ANIYWIN.nothing : (0, import_chunk_6ANIYWIN.code)(base), stale ? import_chunk_6ANIYWIN.gfm`⏳ stale ${(0, import_chunk_6ANIYWIN.code)(stale.base.name)}` : import_chunk_6ANIYWIN.nothing],
      "<br>"
    )
  ]);
  return [(0, import_chunk_6ANIYWIN.table)(columns2, cells), ...cut(rows.length, most, "images")];
}
function basesTable2({ byBase }, most) {
  if (byBase.length === 0) return [];
  const columns2 = [
    { title: import_chunk_6ANIYWIN.gfm`Images`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`That stand on`, align: "left" }
  ];
  return [
    (0, import_chunk_6ANIYWIN.heading)(4, import_chunk_6ANIYWIN.gfm`Bases`),
    (0, import_chunk_6ANIYWIN.table)(
      columns2,
      byBase.slice(0, most).map(({ base, images }) => [import_chunk_6ANIYWIN.gfm`${images.length}`, (0, import_chunk_6ANIYWIN.code)(base)])
    ),
    ...cut(byBase.length, most, "bases")
  ];
}
function staleBasesSection(fleet2, most) {
  const { staleBases: staleBases4, unknownBases: unknownBases2, moved: moved2 } = fleet2;
  const unknown = unknownBases2.slice(0, most).map(({ name, reason, images }) => {
    const count = images.length === 1 ? import_chunk_6ANIYWIN.gfm`one image` : import_chunk_6ANIYWIN.gfm`${images.length} images`;
    return import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(name)} (${count}): ${(0, import_chunk_6ANIYWIN.prose2)(reason)}`;
  });
  const without = withoutBaseInWords(fleet2);
  return [
    ...staleBases4.length === 0 ? [] : staleTable2(fleet2, moved2, most),
    ...unknown.length === 0 ? [] : [
      (0, import_chunk_6ANIYWIN.paragraph)(import_chunk_6ANIYWIN.gfm`**Bases of which it cannot be known whether they are stale**`),
      (0, import_chunk_6ANIYWIN.bullets)(unknown),
      ...cut(unknownBases2.length, most, "bases")
    ],
    ...without === void 0 ? [] : [(0, import_chunk_6ANIYWIN.paragraph)((0, import_chunk_6ANIYWIN.prose2)(without))]
  ];
}
function staleTable2(fleet2, moved2, most) {
  const { staleBases: staleBases4 } = fleet2;
  const columns2 = [
    { title: import_chunk_6ANIYWIN.gfm`Stale base`, align: "left" },
    { title: import_chunk_6ANIYWIN.gfm`Leads to now`, align: "left" },
    { title: import_chunk_6ANIYWIN.gfm`Images`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Base, to pull anew`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Own layers, built again`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`All distinct layers`, align: "right" },
    { title: import_chunk_6ANIYWIN.gfm`Of these shared`, align: "right" }
  ];
  const rows = staleBases4.slice(0, most).map((base) => [
    import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(base.name)} ${(0, import_chunk_6ANIYWIN.text)(base.platform)}`,
    (0, import_chunk_6ANIYWIN.text)(newestInWords(base)),
    import_chunk_6ANIYWIN.gfm`${base.images.length}`,
    ...moveCells(base.move).map(import_chunk_6ANIYWIN.figures)
  ]);
  const all = [
    import_chunk_6ANIYWIN.gfm`**All of them**`,
    import_chunk_6ANIYWIN.nothing,
    import_chunk_6ANIYWIN.gfm`${moved2?.images ?? 0}`,
    ...moveCells(moved2).map(import_chunk_6ANIYWIN.figures)
  ];
  const total = moved2 && staleBases4.length > 1 ? [all] : [];
  return [
    (0, import_chunk_6ANIYWIN.heading)(4, import_chunk_6ANIYWIN.gfm`Stale bases, and what moving to the newest would change`),
    (0, import_chunk_6ANIYWIN.table)(columns2, [...rows, ...total]),
    ...cut(staleBases4.length, most, "bases"),
    (0, import_chunk_6ANIYWIN.paragraph)((0, import_chunk_6ANIYWIN.prose2)(moveNote(fleet2), 1e3)),
    ...staleBases4.slice(0, Math.ceil(most / 4)).map(
      ({ name, images }) => (0, import_chunk_6ANIYWIN.details)(import_chunk_6ANIYWIN.gfm`Images that stand on stale ${(0, import_chunk_6ANIYWIN.text)(name)}`, [
        (0, import_chunk_6ANIYWIN.bullets)(images.slice(0, most).map((image) => import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(image.name)}: ${(0, import_chunk_6ANIYWIN.prose2)(evidenceInWords(image))}`)),
        ...cut(images.length, most, "images")
      ])
    )
  ];
}
function cut(all, shown, what) {
  return all <= shown ? [] : [(0, import_chunk_6ANIYWIN.paragraph)((0, import_chunk_6ANIYWIN.text)(`… and ${all - shown} more ${what}; the JSON report has them all.`))];
}
var maxRows = 200;
var marks = { error: import_chunk_6ANIYWIN.gfm`❌`, warning: import_chunk_6ANIYWIN.gfm`⚠️`, waived: import_chunk_6ANIYWIN.gfm`⏸` };
function renderAuditMarkdown(result, { limitBytes } = {}) {
  const rows = rowsOf(result);
  return within2(limitBytes, (most) => `${(0, import_chunk_6ANIYWIN.stack)(pageOf2(result, rows, most)).source}
`);
}
function within2(limitBytes, render) {
  let most = maxRows;
  let page = render(most);
  const tooLong = () => limitBytes !== void 0 && (0, import_chunk_6ANIYWIN.utf8Bytes)(page) > limitBytes;
  while (most > 0 && tooLong()) {
    most = Math.floor(most * 0.7);
    page = render(most);
  }
  return page;
}
function pageOf2(result, rows, most) {
  const { fleet: fleet2 } = result;
  const mark = result.outcome === "pass" ? import_chunk_6ANIYWIN.gfm`✅` : import_chunk_6ANIYWIN.gfm`❌`;
  const detailed = rows.filter(({ image }) => linesOf(image).length > 0);
  const mostDetailed = Math.ceil(most / 4);
  const notices = noticesOf(result).slice(0, most);
  return [
    (0, import_chunk_6ANIYWIN.heading)(3, import_chunk_6ANIYWIN.gfm`Plimsoll audit · ${mark} ${(0, import_chunk_6ANIYWIN.text)(headline(result))}`),
    ...sharing(result).map((sentence) => (0, import_chunk_6ANIYWIN.paragraph)((0, import_chunk_6ANIYWIN.figures)(sentence))),
    ...notLookedAt2(result, most),
    ...imagesTable2(rows, most),
    ...detailed.slice(0, mostDetailed).map(({ image }) => (0, import_chunk_6ANIYWIN.details)(import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.htmlCode)(image.name)}`, imageFindings(image, most))),
    ...cut(detailed.length, mostDetailed, "images with findings"),
    ...staleBasesSection(fleet2, most),
    ...basesTable2(fleet2, most),
    ...notices.length === 0 ? [] : [(0, import_chunk_6ANIYWIN.bullets)(notices.map(({ message }) => (0, import_chunk_6ANIYWIN.prose2)(message)))]
  ];
}
function imageFindings(image, most, placed = plainPlace) {
  const lines = linesOf(image);
  const mostUses = Math.min(20, most);
  const used = image.uses.slice(0, mostUses).map(({ place: place2, what }) => import_chunk_6ANIYWIN.gfm`${placed(place2)} ${(0, import_chunk_6ANIYWIN.text)(what)}`);
  const isPlaced = image.findings.some(({ location }) => location);
  const titles = ["", "Rule", "What", ...isPlaced ? ["Where"] : [], "To pass"];
  const columns2 = titles.map((title) => ({ title: (0, import_chunk_6ANIYWIN.text)(title), align: "left" }));
  const rows = lines.slice(0, most).map((line) => row(line, isPlaced ? placed : void 0));
  return [
    ...lines.length === 0 ? [] : [(0, import_chunk_6ANIYWIN.table)(columns2, rows)],
    ...cut(lines.length, most, "findings"),
    ...used.length === 0 ? [] : [(0, import_chunk_6ANIYWIN.paragraph)(import_chunk_6ANIYWIN.gfm`Used by`), (0, import_chunk_6ANIYWIN.bullets)(used)],
    ...cut(image.uses.length, mostUses, "uses")
  ];
}
var plainPlace = ({ file, line }) => (0, import_chunk_6ANIYWIN.code)(`${file}:${line}`);
function row({ standing, rule, message, places, toPass }, placed) {
  const where = placed ? [(0, import_chunk_6ANIYWIN.join)(places.slice(0, 3).map(placed), "<br>")] : [];
  return [marks[standing], (0, import_chunk_6ANIYWIN.code)(rule), (0, import_chunk_6ANIYWIN.prose2)(message), ...where, (0, import_chunk_6ANIYWIN.prose2)(toPass)];
}
function notLookedAt2(result, most) {
  const { notAudited: notAudited2, problems } = result;
  const lost = lostShards(result);
  const images = notAudited2.slice(0, most).map(({ name, reason, uses: [first] }) => {
    const where = first ? (0, import_chunk_6ANIYWIN.code)(`${first.place.file}:${first.place.line}`) : (0, import_chunk_6ANIYWIN.text)("");
    return import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(name)} ${where} ${(0, import_chunk_6ANIYWIN.prose2)(reason)}`;
  });
  const files = problems.slice(0, most).map(
    ({ message, place: place2 }) => place2 ? import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(`${place2.file}:${place2.line}`)} ${(0, import_chunk_6ANIYWIN.prose2)(message)}` : (0, import_chunk_6ANIYWIN.prose2)(message)
  );
  return [
    ...lost === void 0 ? [] : [(0, import_chunk_6ANIYWIN.paragraph)(import_chunk_6ANIYWIN.gfm`**${(0, import_chunk_6ANIYWIN.text)(lost)}**`)],
    ...images.length === 0 ? [] : [(0, import_chunk_6ANIYWIN.paragraph)(import_chunk_6ANIYWIN.gfm`**Could not be audited**`), (0, import_chunk_6ANIYWIN.bullets)(images), ...cut(notAudited2.length, most, "images")],
    ...files.length === 0 ? [] : [(0, import_chunk_6ANIYWIN.paragraph)(import_chunk_6ANIYWIN.gfm`**Could not be read or known**`), (0, import_chunk_6ANIYWIN.bullets)(files), ...cut(problems.length, most, "problems")]
  ];
}
function renderAuditSarif(result) {
  const lines = result.images.flatMap(linesOf);
  const rules2 = [...new Set(lines.map(({ rule }) => rule))].sort();
  const shard = result.run.shard ? `${result.run.shard.index}-of-${result.run.shard.count}/` : "";
  const seen = /* @__PURE__ */ new Map();
  const lost = lostShards(result);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Plimsoll",
            semanticVersion: result.tool.version,
            rules: rules2.map((id) => {
              const toPass = lines.find((line) => line.rule === id && line.toPass !== "")?.toPass;
              return {
                id: (0, import_chunk_HT5NMFAD.visible)(id),
                shortDescription: { text: (0, import_chunk_HT5NMFAD.visible)(id) },
                help: { text: plain(toPass === void 0 ? id : `To pass: ${toPass}`) }
              };
            })
          }
        },
        automationDetails: { id: `plimsoll-audit/${shard}` },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: result.notAudited.length === 0 && !result.run.lost,
            toolExecutionNotifications: [
              ...lost === void 0 ? [] : [notification({ message: lost })],
              ...result.notAudited.map(
                ({ name, reason, uses }) => notification({ message: `${name} could not be audited: ${reason}`, place: uses[0]?.place })
              ),
              ...result.problems.map(notification)
            ]
          }
        ],
        results: lines.map((line) => resultOf(line, rules2, seen))
      }
    ]
  };
  return (0, import_chunk_6ANIYWIN.toJson)(log);
}
function resultOf(line, rules2, seen) {
  const [first, ...others] = line.places.map(locationOf);
  const what = JSON.stringify([line.image, line.rule, line.places[0]?.file ?? ""]);
  const key = (0, import_node_crypto3.createHash)("sha256").update(what).digest("hex").slice(0, 32);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  const toPass = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  const waiver = line.waiver && `${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`;
  return {
    ruleId: (0, import_chunk_HT5NMFAD.visible)(line.rule),
    ruleIndex: rules2.indexOf(line.rule),
    level: line.standing === "error" ? "error" : "warning",
    message: { text: plain(`${line.image}: ${line.message}${toPass}`) },
    locations: first ? [first] : [],
    ...others.length > 0 && { relatedLocations: others.map((location, id) => ({ ...location, id: id + 1 })) },
    partialFingerprints: { primaryLocationLineHash: `${key}:${count}`, "plimsollAudit/v1": `${key}:${count}` },
    suppressions: waiver === void 0 ? [] : [{ kind: "external", status: "accepted", justification: plain(waiver) }]
  };
}
function locationOf({ file, line }) {
  return {
    physicalLocation: {
      artifactLocation: { uri: (0, import_chunk_LUC4HMHJ.encodePath)(file.replace(/^\.\//, "")), uriBaseId: "%SRCROOT%" },
      region: { startLine: line }
    }
  };
}
function notification({
  message,
  place: place2
}) {
  return { level: "warning", message: { text: plain(message) }, ...place2 && { locations: [locationOf(place2)] } };
}
function plain(untrusted) {
  return (0, import_chunk_HT5NMFAD.visible)(untrusted, 1e3).replaceAll("](", "]​(").replace(/\{(\d+)\}/g, "{{$1}}");
}
var mostEvidence = 10;
function imagesTable3(rows, width) {
  const cells = rows.map(({ image, errors, warnings, unique, base, stale }) => [
    [(0, import_chunk_N6PDAGX7.own)(errors > 0 ? String(errors) : "·", errors > 0 ? "error" : "dim")],
    [(0, import_chunk_N6PDAGX7.own)(warnings > 0 ? String(warnings) : "·", warnings > 0 ? "warning" : "dim")],
    [(0, import_chunk_N6PDAGX7.own)(sizeInWords(image.unpackedBytes))],
    [(0, import_chunk_N6PDAGX7.own)(sizeInWords(unique.unpackedBytes))],
    [(0, import_chunk_N6PDAGX7.foreign)(image.name, "name"), ...image.role === "base" ? [(0, import_chunk_N6PDAGX7.own)(" base", "dim")] : []],
    [
      ...base === void 0 ? [] : [(0, import_chunk_N6PDAGX7.foreign)(base, "dim")],
      ...stale ? [(0, import_chunk_N6PDAGX7.own)(base === void 0 ? "stale " : ", stale ", "warning"), (0, import_chunk_N6PDAGX7.foreign)(stale.base.name, "dim")] : []
    ]
  ]);
  if (cells.length === 0) return [];
  const columns2 = [
    { title: "err", align: "right" },
    { title: "warn", align: "right" },
    { title: "on disk", align: "right" },
    { title: "its own", align: "right" },
    { title: "image", align: "left" },
    { title: "stands on", align: "left" }
  ];
  return [[], ...(0, import_chunk_N6PDAGX7.table)(columns2, cells, width)];
}
function basesTable3({ byBase }, width) {
  if (byBase.length === 0) return [];
  const columns2 = [
    { title: "images", align: "right" },
    { title: "that stand on", align: "left" }
  ];
  const rows = byBase.map(({ base, images }) => [
    [(0, import_chunk_N6PDAGX7.own)(String(images.length))],
    [(0, import_chunk_N6PDAGX7.foreign)(base, "name")]
  ]);
  return [[], ...(0, import_chunk_N6PDAGX7.table)(columns2, rows, width)];
}
function staleBases3(fleet2, width) {
  const { staleBases: bases, unknownBases: unknownBases2, moved: moved2 } = fleet2;
  const stale = bases.flatMap((base) => [
    ...(0, import_chunk_N6PDAGX7.wrap)(
      [
        (0, import_chunk_N6PDAGX7.foreign)(base.name, "name"),
        (0, import_chunk_N6PDAGX7.own)(" "),
        (0, import_chunk_N6PDAGX7.own)(base.platform, "dim"),
        (0, import_chunk_N6PDAGX7.own)("  leads to  "),
        (0, import_chunk_N6PDAGX7.foreign)(newestInWords(base))
      ],
      width - 2
    ),
    ...(0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(moveInWords(base.images.length, base.move))], width - 4), 2),
    ...base.images.slice(0, mostEvidence).flatMap(
      (image) => (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.foreign)(image.name, "name"), (0, import_chunk_N6PDAGX7.own)("  "), ...(0, import_chunk_N6PDAGX7.prose)(evidenceInWords(image))], width - 4), 2)
    ),
    ...base.images.length > mostEvidence ? [[(0, import_chunk_N6PDAGX7.own)(`  and ${base.images.length - mostEvidence} more`, "dim")]] : []
  ]);
  const all = moved2 && bases.length > 1 ? (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(`All of them: ${moveInWords(moved2.images, moved2)}`)], width - 2) : [];
  const unknown = unknownBases2.flatMap(
    ({ name, reason, images }) => (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.foreign)(name, "name"), (0, import_chunk_N6PDAGX7.own)(` (${images.length})  `, "dim"), ...(0, import_chunk_N6PDAGX7.prose)(reason)], width - 2)
  );
  const without = withoutBaseInWords(fleet2);
  return [
    ...stale.length === 0 ? [] : [
      [],
      [(0, import_chunk_N6PDAGX7.own)("Stale bases, and what moving to the newest would change", "warning")],
      ...(0, import_chunk_N6PDAGX7.indented)([...stale, ...all], 2),
      ...(0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(moveNote(fleet2), "dim")], width - 2), 2)
    ],
    ...unknown.length === 0 ? [] : [[], [(0, import_chunk_N6PDAGX7.own)("Bases of which it cannot be known whether they are stale", "warning")], ...(0, import_chunk_N6PDAGX7.indented)(unknown, 2)],
    ...without === void 0 ? [] : [[], ...(0, import_chunk_N6PDAGX7.wrap)((0, import_chunk_N6PDAGX7.prose)(without), width)]
  ];
}
function moveInWords(images, move) {
  const [newBase, ownLayers, stored, shared] = moveCells(move);
  return `${images === 1 ? "one image" : `${images} images`}; to pull anew ${newBase} of the base, ${ownLayers} of own layers; all distinct layers ${stored}, shared ${shared}`;
}
function renderAuditTerminal(result, options) {
  const width = (0, import_chunk_N6PDAGX7.layoutWidth)(options);
  const { fleet: fleet2 } = result;
  const rows = rowsOf(result);
  const style2 = result.outcome === "pass" ? "good" : "error";
  return (0, import_chunk_N6PDAGX7.pageOf)(
    [
      [(0, import_chunk_N6PDAGX7.own)("Plimsoll audit ", "bold"), (0, import_chunk_N6PDAGX7.own)(headline(result), style2)],
      ...sharing(result).flatMap((sentence) => (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(sentence, "dim")], width)),
      ...notLookedAt3(result, width),
      ...imagesTable3(rows, width),
      ...rows.flatMap(({ image }) => findingLines(linesOf(image), image.name, width)),
      ...staleBases3(fleet2, width),
      ...basesTable3(fleet2, width),
      ...noticesOf(result).flatMap(({ message }) => [[], ...(0, import_chunk_N6PDAGX7.wrap)((0, import_chunk_N6PDAGX7.prose)(message), width)])
    ],
    options
  );
}
function notLookedAt3(result, width) {
  const { notAudited: notAudited2, problems, skipped } = result;
  const lost = lostShards(result);
  const images = notAudited2.flatMap(({ name, reason, uses }) => [
    ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.foreign)(name, "name"), (0, import_chunk_N6PDAGX7.own)("  "), (0, import_chunk_N6PDAGX7.foreign)(reason, void 0, 400)], width - 2),
    ...uses.slice(0, 3).map(({ place: place2, what }) => [
      (0, import_chunk_N6PDAGX7.own)("  "),
      (0, import_chunk_N6PDAGX7.foreign)(`${place2.file}:${place2.line}`, "dim"),
      (0, import_chunk_N6PDAGX7.own)("  "),
      (0, import_chunk_N6PDAGX7.foreign)(what, "dim")
    ])
  ]);
  const files = problems.flatMap(
    ({ message, place: place2 }) => (0, import_chunk_N6PDAGX7.wrap)(
      [...place2 ? [(0, import_chunk_N6PDAGX7.foreign)(`${place2.file}:${place2.line}`, "name"), (0, import_chunk_N6PDAGX7.own)("  ")] : [], (0, import_chunk_N6PDAGX7.foreign)(message, void 0, 400)],
      width - 2
    )
  );
  return [
    ...lost === void 0 ? [] : [[], ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(lost, "error")], width)],
    ...section("Could not be audited", images),
    ...section("Could not be read or known", files),
    ...skipped.length === 0 ? [] : [[], [(0, import_chunk_N6PDAGX7.own)(`${skipped.length} built here, not audited as images (--format json lists them)`, "dim")]]
  ];
}
function section(title, lines) {
  return lines.length === 0 ? [] : [[], [(0, import_chunk_N6PDAGX7.own)(title, "error")], ...(0, import_chunk_N6PDAGX7.indented)(lines, 2)];
}
function findingLines(lines, name, width) {
  if (lines.length === 0) return [];
  const body = lines.flatMap(({ standing, rule, message, toPass, places }) => {
    const style2 = standing === "waived" ? "dim" : standing;
    const where = places.slice(0, 3).map(({ file, line }) => `${file}:${line}`).join(", ");
    const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
    return [
      ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(`${standing} `, style2), (0, import_chunk_N6PDAGX7.foreign)(rule, "name"), (0, import_chunk_N6PDAGX7.own)("  "), ...(0, import_chunk_N6PDAGX7.prose)(message)], width - 2),
      ...where === "" ? [] : (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.foreign)(where + more, "dim")], width - 4), 2),
      ...toPass === "" ? [] : (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)("to pass  ", "dim"), ...(0, import_chunk_N6PDAGX7.prose)(toPass)], width - 4), 2)
    ];
  });
  return [[], [(0, import_chunk_N6PDAGX7.foreign)(name, "bold")], ...(0, import_chunk_N6PDAGX7.indented)(body, 2)];
}
var maxCharacters = 1e3;
function auditAnnotations(result) {
  const lost = lostShards(result);
  const unknown = result.verdict.onUnreachable === "fail" ? "error" : "warning";
  return [
    ...lost === void 0 ? [] : [annotation("error", "plimsoll", lost)],
    ...result.notAudited.map(
      ({ name, reason, uses }) => annotation(unknown, "plimsoll", `${name} could not be audited: ${reason}`, uses[0]?.place)
    ),
    ...result.problems.map(({ code: code2, message, place: place2 }) => annotation(unknown, code2, message, place2)),
    ...result.images.flatMap(linesOf).filter(({ standing }) => standing !== "waived").map(({ image, rule, standing, message, toPass, places }) => {
      const level = standing === "error" ? "error" : "warning";
      return annotation(level, rule, `${image}: ${message}${toPass === "" ? "" : ` To pass: ${toPass}`}`, places[0]);
    })
  ];
}
function annotation(level, title, message, place2) {
  const where = place2 && { file: place2.file, startLine: place2.line, endLine: place2.line };
  return { level, title: (0, import_chunk_HT5NMFAD.visible)(title, 100), message: (0, import_chunk_HT5NMFAD.visible)(message, maxCharacters), ...where };
}
var maxBodyBytes = 6e4;
function auditIssues({ images, verdict }, links = {}) {
  return images.filter(({ role }) => role === "image").map((image) => {
    const fails = linesOf(image).some(
      ({ standing }) => standing === "error" || standing === "warning" && verdict.failOn === "warning"
    );
    return {
      image: image.name,
      outcome: fails ? "fail" : "pass",
      // GitHub makes mentions of titles, too.
      title: `${(0, import_chunk_HT5NMFAD.visible)(image.name, 150).replaceAll("@", "@​")} fails its policy`,
      body: fails ? failing(image, links) : clean(image, links)
    };
  });
}
function auditIssue(result, links = {}) {
  const count = auditIssues(result).filter(({ outcome }) => outcome === "fail").length;
  if (count === 0 && result.outcome === "incomplete") return [];
  const about = { image: "all images of the audit", title: "Images fail their policy" };
  if (count === 0) return [{ ...about, outcome: "pass", body: `${closing(import_chunk_6ANIYWIN.gfm`Every image passes`, links)}
` }];
  return [{ ...about, outcome: "fail", body: renderAuditMarkdown(result, { limitBytes: maxBodyBytes }) }];
}
function failing(image, { repositoryUrl, commit }) {
  const { name, source, unpackedBytes, platform } = image;
  const safe = (0, import_chunk_LUC4HMHJ.sourceLinks)(repositoryUrl, commit);
  const links = safe && { ...safe, commit: "HEAD" };
  const placed = ({ file, line }) => {
    const url = links && (0, import_chunk_LUC4HMHJ.urlOfLines)(links, { file, startLine: line, endLine: line });
    const label = (0, import_chunk_6ANIYWIN.code)(`${file}:${line}`);
    return url === void 0 ? label : (0, import_chunk_6ANIYWIN.link)(label, url);
  };
  const onDisk = unpackedBytes === void 0 ? import_chunk_6ANIYWIN.nothing : import_chunk_6ANIYWIN.gfm`, ${(0, import_chunk_6ANIYWIN.bytes)(unpackedBytes)} on disk`;
  const intro = import_chunk_6ANIYWIN.gfm`The audit of ${(0, import_chunk_6ANIYWIN.code)(name)} found what its policy does not allow. It looked at ${(0, import_chunk_6ANIYWIN.code)(source)} for ${(0, import_chunk_6ANIYWIN.code)(platform)}${onDisk}.`;
  const closes = import_chunk_6ANIYWIN.gfm`This issue is kept up to date by the audit, and closed by it when the image passes.`;
  return within2(
    maxBodyBytes,
    (most) => `${(0, import_chunk_6ANIYWIN.stack)([(0, import_chunk_6ANIYWIN.paragraph)(intro), ...imageFindings(image, most, placed), (0, import_chunk_6ANIYWIN.paragraph)(closes)]).source}
`
  );
}
var clean = ({ name, source }, links) => `${closing(import_chunk_6ANIYWIN.gfm`${(0, import_chunk_6ANIYWIN.code)(name)} passes (${(0, import_chunk_6ANIYWIN.code)(source)})`, links)}
`;
function closing(what, { runUrl }) {
  const run = runUrl !== void 0 && /^https?:\/\/[\w.:/-]+$/.test(runUrl) ? import_chunk_6ANIYWIN.gfm`: ${(0, import_chunk_6ANIYWIN.link)(import_chunk_6ANIYWIN.gfm`the run`, runUrl)}` : import_chunk_6ANIYWIN.nothing;
  return (0, import_chunk_6ANIYWIN.paragraph)(import_chunk_6ANIYWIN.gfm`${what}${run}.`).source;
}
var reporters = {
  table: (result, { columns: columns2, colour }) => renderAuditTerminal(result, { width: columns2, colour }),
  json: (result) => (0, import_chunk_6ANIYWIN.toJson)(auditResult.parse(result)),
  markdown: (result) => renderAuditMarkdown(result),
  sarif: renderAuditSarif,
  html: renderAuditHtml
};
var auditFormats = ["table", "json", "markdown", "sarif", "html"];
function renderAudit(format, result, page) {
  return reporters[format](result, page);
}
var isAuditFormat = (format) => auditFormats.some((one) => one === format);
function asAuditFormat(format) {
  if (!isAuditFormat(format)) throw new Error(`An audit has no format ${format}.`);
  return format;
}
function strangeFormats({ format, outputs }) {
  return [format, ...outputs.map((output) => output.format)].filter((one) => !isAuditFormat(one)).map((one) => ({
    code: "invalid-input",
    message: `An audit has no format ${one}.`,
    expected: auditFormats.join(", "),
    got: one,
    hint: "Use one of these, or --csv FILE."
  }));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  asAuditFormat,
  auditAnnotations,
  auditIssue,
  auditIssues,
  failsPolicy,
  mergeShards,
  parseAudit,
  planMatrix,
  readAuditOptions,
  renderAudit,
  renderAuditCsv,
  renderAuditMarkdown,
  runSettled,
  strangeFormats,
  withAudit
});
