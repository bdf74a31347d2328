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
  chainIdOf: () => chainIdOf,
  digestOfSource: () => digestOfSource,
  failsPolicy: () => failsPolicy,
  fleetOf: () => fleetOf,
  manifestsOf: () => manifestsOf,
  mergeShards: () => mergeShards,
  parseAudit: () => parseAudit,
  pinnedDigest: () => pinnedDigest,
  planDigest: () => planDigest,
  planMatrix: () => planMatrix,
  readAuditOptions: () => readAuditOptions,
  renderAudit: () => renderAudit,
  renderAuditCsv: () => renderAuditCsv,
  renderAuditMarkdown: () => renderAuditMarkdown,
  strangeFormats: () => strangeFormats,
  sumUp: () => sumUp,
  taggedName: () => taggedName,
  targetsOf: () => targetsOf,
  withoutWords: () => withoutWords
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_FZUNQGZP = require("./chunk-FZUNQGZP.cjs");
var import_chunk_LI3P6622 = require("./chunk-LI3P6622.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_7R3HJLHJ = require("./chunk-7R3HJLHJ.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_crypto = require("node:crypto");
var import_node_crypto2 = require("node:crypto");
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
  for (const { name, source, role, uses, listed, build } of targets)
    if (!listed)
      hash.update(
        JSON.stringify([name, source, role, uses.map(({ place: place2, what }) => [place2.file, place2.line, what]), build])
      );
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
    ...inputs.dockerfiles !== void 0 && { dockerfiles: inputs.dockerfiles },
    concurrency: whole("jobs", 32),
    budget: { timeMs: whole("max-seconds", 86400) * 1e3, pullBytes: pullBytes ?? 0 },
    onUnreachable: inputs["on-unreachable"],
    history: inputs.history,
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
    message: `The input \`${name}\` cannot be ${(0, import_chunk_2IEKWUQ6.show)(got)}.`,
    expected,
    got: (0, import_chunk_2IEKWUQ6.show)(got),
    hint: `Use ${expected}.`
  };
}
var bytes2 = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var place = (0, import_chunk_H7G5P3MR.object)({ file: (0, import_chunk_H7G5P3MR.string)(), line: (0, import_chunk_H7G5P3MR.int)().positive(), column: (0, import_chunk_H7G5P3MR.int)().positive().optional() });
var auditProblem = (0, import_chunk_H7G5P3MR.object)({
  code: (0, import_chunk_H7G5P3MR.string)(),
  message: (0, import_chunk_H7G5P3MR.string)(),
  place: place.optional(),
  hint: (0, import_chunk_H7G5P3MR.string)()
});
var imageUse = (0, import_chunk_H7G5P3MR.object)({
  from: (0, import_chunk_H7G5P3MR._enum)(["configuration", "compose", "kubernetes", "bake", "dockerfile"]),
  /** `service web`, `Deployment api, container app`. Untrusted. */
  what: (0, import_chunk_H7G5P3MR.string)(),
  /** As it is written there. Untrusted. */
  written: (0, import_chunk_H7G5P3MR.string)(),
  place,
  /** Of a manifest: RFC 6901. */
  pointer: (0, import_chunk_H7G5P3MR.string)().optional()
});
var auditedImage = (0, import_chunk_H7G5P3MR.object)({
  /** Full reference; what tells images apart. */
  name: (0, import_chunk_H7G5P3MR.string)(),
  /** What was read, with the digest the tag stood for. */
  source: (0, import_chunk_H7G5P3MR.string)(),
  platform: (0, import_chunk_H7G5P3MR.string)(),
  imageId: (0, import_chunk_H7G5P3MR.string)(),
  /** `image`: the policy judges it; `base`: it is only built upon, and only measured. */
  role: (0, import_chunk_H7G5P3MR._enum)(["image", "base"]),
  /** Why there is no image, a sentence: only the sources of a Dockerfile were judged, and `imageId` is empty. */
  notBuilt: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** Absent when no rule looked into the layers, so that none was read. */
  unpackedBytes: bytes2.optional(),
  pullBytes: bytes2.optional(),
  /** Base layer first. */
  layers: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({
      diffId: (0, import_chunk_H7G5P3MR.string)(),
      unpackedBytes: bytes2.optional(),
      /** Of its blob, where the source stores blobs. */
      pullBytes: bytes2.optional()
    })
  ),
  /** What its label says it was built on, in full; it is not proved. Untrusted. */
  statedBase: (0, import_chunk_H7G5P3MR.object)({
    /** By tag, in full. */
    name: (0, import_chunk_H7G5P3MR.string)(),
    digest: (0, import_chunk_H7G5P3MR.string)().optional(),
    /** Why its registry was not asked for it, a sentence. */
    unasked: (0, import_chunk_H7G5P3MR.string)().optional()
  }).optional(),
  uses: (0, import_chunk_H7G5P3MR.array)(imageUse),
  /** Those about what a manifest says have its line as their location. */
  findings: (0, import_chunk_H7G5P3MR.array)(import_chunk_YMVR63LA.finding),
  notRun: (0, import_chunk_H7G5P3MR.array)(import_chunk_YMVR63LA.notRun),
  passed: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)())
});
var notAudited = (0, import_chunk_H7G5P3MR.object)({
  name: (0, import_chunk_H7G5P3MR.string)(),
  code: (0, import_chunk_H7G5P3MR.string)(),
  reason: (0, import_chunk_H7G5P3MR.string)(),
  hint: (0, import_chunk_H7G5P3MR.string)(),
  uses: (0, import_chunk_H7G5P3MR.array)(imageUse)
});
var auditResult = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(1),
  kind: (0, import_chunk_H7G5P3MR.literal)("audit"),
  tool: (0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.literal)("plimsoll"), version: (0, import_chunk_H7G5P3MR.string)() }),
  outcome: (0, import_chunk_H7G5P3MR._enum)(["pass", "fail", "incomplete"]),
  exitStatus: (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)(0), (0, import_chunk_H7G5P3MR.literal)(1), (0, import_chunk_H7G5P3MR.literal)(2)]),
  run: (0, import_chunk_H7G5P3MR.object)({
    /** Given by who started the run; tells two runs of one plan apart. */
    id: (0, import_chunk_H7G5P3MR.string)(),
    /** sha256 over what is audited and by which policy: equal for all shards of a run. */
    plan: (0, import_chunk_H7G5P3MR.string)(),
    /** `YYYY-MM-DD`, UTC. */
    day: (0, import_chunk_H7G5P3MR.string)(),
    /** Images, each counted once on however many platforms. */
    planned: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
    /** Its own part of them. Absent when the result is whole. */
    shard: (0, import_chunk_H7G5P3MR.object)({ index: (0, import_chunk_H7G5P3MR.int)().positive(), count: (0, import_chunk_H7G5P3MR.int)().positive(), planned: (0, import_chunk_H7G5P3MR.int)().nonnegative() }).optional(),
    /** Shards that left no result, such as `3/8`, and how many images were theirs. */
    lost: (0, import_chunk_H7G5P3MR.object)({ shards: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), images: (0, import_chunk_H7G5P3MR.int)().nonnegative() }).optional()
  }),
  verdict: (0, import_chunk_H7G5P3MR.object)({
    failOn: (0, import_chunk_H7G5P3MR._enum)(["error", "warning"]),
    warnOnly: (0, import_chunk_H7G5P3MR.boolean)(),
    onUnreachable: (0, import_chunk_H7G5P3MR._enum)(["fail", "warn"])
  }),
  policy: (0, import_chunk_H7G5P3MR.object)({ sources: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), digest: (0, import_chunk_H7G5P3MR.string)() }),
  images: (0, import_chunk_H7G5P3MR.array)(auditedImage),
  notAudited: (0, import_chunk_H7G5P3MR.array)(notAudited),
  /** Files that could not be read, and parts of them that could not be known. */
  problems: (0, import_chunk_H7G5P3MR.array)(auditProblem),
  /** Images that are built here, and so are no image to audit. */
  skipped: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ use: imageUse, reason: (0, import_chunk_H7G5P3MR.string)() })),
  notices: (0, import_chunk_H7G5P3MR.array)(import_chunk_YMVR63LA.notice),
  /** Bases that images name by their labels, as their registries have them. */
  bases: (0, import_chunk_H7G5P3MR.array)(import_chunk_NV3XW336.lookedUpBase),
  /** The audited images together; of a shard, its own. */
  fleet: import_chunk_NV3XW336.fleet,
  /** Against the audit before, where earlier ones are recorded and were read. */
  since: import_chunk_NV3XW336.auditSince.optional(),
  /** Earlier audits, the oldest first. */
  history: (0, import_chunk_H7G5P3MR.array)(import_chunk_NV3XW336.auditPoint).optional()
});
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
    const of = (bytes3) => bytes3[key] ?? NaN;
    const figures2 = {
      kind: key === "pullBytes" ? "to pull" : "on disk",
      images: move.images,
      newBaseBytes: of(move.newBase),
      ownBytes: of(move.own),
      storedBytes: [of(move.storedBefore), of(move.storedAfter)],
      sharedBytes: [of(move.sharedBefore), of(move.sharedAfter)]
    };
    const all = [figures2.newBaseBytes, figures2.ownBytes, ...figures2.storedBytes, ...figures2.sharedBytes];
    if (all.every((bytes3) => !Number.isNaN(bytes3))) return figures2;
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
  const unread = problems.length === 0 ? "" : `, ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in files`;
  const word = { pass: "passed", fail: "failed", incomplete: "incomplete" }[outcome];
  return `${word}: ${audited}${unread}${of}`;
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
var sizeInWords = (bytes3) => bytes3 === void 0 ? "not read" : (0, import_chunk_CCPWSZ7L.formatBytes)(bytes3);
function placeInWords({ file, line, column }) {
  return `${file}:${line}${column === void 0 ? "" : `:${column}`}`;
}
function imagesTable(rows) {
  return import_chunk_LI3P6622.markup`<div class="scroll"><table><thead><tr><th>Errors</th><th>Warnings</th><th>Image</th><th>On disk</th><th>Its own</th><th>Shared</th><th>Stands on</th></tr></thead><tbody>${rows.map(
    ({ image, errors, warnings, unique, shared, base, stale }) => import_chunk_LI3P6622.markup`<tr><td class="figure">${errors}</td><td class="figure">${warnings}</td><td><code>${image.name}</code>${image.role === "base" ? " (base)" : ""}</td><td class="figure">${sizeInWords(image.unpackedBytes)}</td><td class="figure">${sizeInWords(unique.unpackedBytes)}</td><td class="figure">${sizeInWords(shared.unpackedBytes)}</td><td>${base === void 0 ? import_chunk_LI3P6622.markup`` : import_chunk_LI3P6622.markup`<code>${base}</code>`}${stale ? import_chunk_LI3P6622.markup` <span class="warning">stale</span> <code>${stale.base.name}</code>` : import_chunk_LI3P6622.markup``}</td></tr>`
  )}</tbody></table></div>`;
}
function basesTable({ byBase }) {
  if (byBase.length === 0) return import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<h2>Bases</h2><div class="scroll"><table><thead><tr><th>Images</th><th>Base</th><th>Images that stand on it</th></tr></thead><tbody>${byBase.map(
    ({ base, images }) => import_chunk_LI3P6622.markup`<tr><td class="figure">${images.length}</td><td><code>${base}</code></td><td>${images.map((name) => import_chunk_LI3P6622.markup`<code>${name}</code> `)}</td></tr>`
  )}</tbody></table></div>`;
}
function staleBases(fleet2) {
  const without = withoutBaseInWords(fleet2);
  return import_chunk_LI3P6622.markup`${staleTable(fleet2)}${unknownList(fleet2)}${without === void 0 ? import_chunk_LI3P6622.markup`` : import_chunk_LI3P6622.markup`<p>${(0, import_chunk_LI3P6622.prose)(without)}</p>`}`;
}
function staleTable(fleet2) {
  const { staleBases: bases, moved: moved2 } = fleet2;
  if (bases.length === 0) return import_chunk_LI3P6622.markup``;
  const all = moved2 && bases.length > 1 ? import_chunk_LI3P6622.markup`<tr><th>All of them</th><td></td><td class="figure">${moved2.images}</td>${figureCells(moveCells(moved2))}</tr>` : import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<h2 class="warning">Stale bases, and what moving to the newest would change</h2><div class="scroll"><table class="fit"><thead><tr><th>Stale base</th><th>Leads to now</th><th>Images</th><th>Base, to pull anew</th><th>Own layers, built again</th><th>All distinct layers</th><th>Of these shared</th></tr></thead><tbody>${bases.map(
    (base) => import_chunk_LI3P6622.markup`<tr><td><code>${base.name}</code> ${base.platform}</td><td>${newestInWords(base)}</td><td class="figure">${base.images.length}</td>${figureCells(moveCells(base.move))}</tr>`
  )}${all}</tbody></table></div><p>${(0, import_chunk_LI3P6622.prose)(moveNote(fleet2))}</p>${bases.map(
    ({ name, images }) => import_chunk_LI3P6622.markup`<details><summary>Images that stand on stale <code>${name}</code></summary><ul>${images.map((image) => import_chunk_LI3P6622.markup`<li><code>${image.name}</code>: ${(0, import_chunk_LI3P6622.prose)(evidenceInWords(image))}</li>`)}</ul></details>`
  )}`;
}
var figureCells = (cells) => cells.map((cell2) => import_chunk_LI3P6622.markup`<td class="figure">${cell2}</td>`);
function unknownList({ unknownBases: unknownBases2 }) {
  if (unknownBases2.length === 0) return import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<h2>Bases of which it cannot be known whether they are stale</h2><ul>${unknownBases2.map(
    ({ name, reason, images }) => import_chunk_LI3P6622.markup`<li><code>${name}</code> (${images.length === 1 ? "one image" : `${images.length} images`}): ${(0, import_chunk_LI3P6622.prose)(reason)}</li>`
  )}</ul>`;
}
function sinceInWords({ since, fleet: fleet2 }) {
  if (!since) return [];
  const { before, samePolicy, compared, newFindings, goneFindings, newImages, goneImages } = since;
  const changes = [
    `${(0, import_chunk_DRSZDVSV.plural)(countOf(newFindings), "new finding")}, ${countOf(goneFindings)} gone`,
    ...newImages.length > 0 ? [(0, import_chunk_DRSZDVSV.plural)(newImages.length, "new image")] : [],
    ...goneImages.length > 0 ? [`${(0, import_chunk_DRSZDVSV.plural)(goneImages.length, "image")} not audited any more`] : [],
    ...storedInWords(before.stored, fleet2.stored)
  ];
  const partly = before.outcome === "incomplete" ? ` That audit was incomplete: findings are compared of the ${(0, import_chunk_DRSZDVSV.plural)(compared, "image")} that both looked at.` : "";
  const policy = samePolicy ? "" : " The policy is another than then, so new findings may be the policy’s doing.";
  return [`Since the audit of ${dayOf(before.at)}: ${changes.join("; ")}.${partly}${policy}`];
}
var countOf = (changed) => changed.reduce((sum2, { count }) => sum2 + count, 0);
function storedInWords(then, now) {
  for (const [key, where] of [
    ["unpackedBytes", "on disk"],
    ["pullBytes", "to pull"]
  ]) {
    const [before, after] = [then[key], now[key]];
    if (before === void 0 || after === void 0) continue;
    return [
      before === after ? `distinct layers as before (${(0, import_chunk_CCPWSZ7L.formatBytes)(after)} ${where})` : `distinct layers ${(0, import_chunk_CCPWSZ7L.formatBytes)(before)} → ${(0, import_chunk_CCPWSZ7L.formatBytes)(after)} ${where}`
    ];
  }
  return [];
}
function trendsOf(result) {
  const { history = [], images, fleet: fleet2, outcome } = result;
  const whole = history.filter((point) => point.outcome !== "incomplete");
  const [first] = whole;
  if (!first || outcome === "incomplete" || whole.length + 1 < 3) return [];
  const leftOut = history.length - whole.length;
  const over = `over ${(0, import_chunk_DRSZDVSV.plural)(whole.length + 1, "audit")} since ${dayOf(first.at)}${leftOut === 0 ? "" : ` (${leftOut} incomplete left out)`}`;
  const findings = images.reduce(
    (sum2, image) => sum2 + image.findings.filter(({ waiver }) => waiver === null).length,
    0
  );
  const counts2 = [...whole.map((point) => point.findings), findings];
  const lines = [trend("Findings", counts2, String, over)];
  for (const [key, where] of [
    ["unpackedBytes", "on disk"],
    ["pullBytes", "to pull"]
  ]) {
    const bytes3 = [...whole.map(({ stored }) => stored[key]), fleet2.stored[key]];
    const known2 = bytes3.filter((one) => one !== void 0);
    if (known2.length < bytes3.length) continue;
    lines.push(trend(`Distinct layers ${where}`, known2, import_chunk_CCPWSZ7L.formatBytes, over));
    break;
  }
  return lines;
}
function trend(what, values, show2, over) {
  const [from = 0, to = 0] = [values[0], values.at(-1)];
  const words = from === to ? `${show2(to)}, as it was, ${over}` : `${show2(from)} → ${show2(to)} ${over}`;
  return { what, spark: (0, import_chunk_SBBVQVTE.sparkline)(values), words };
}
var dayOf = (seconds) => new Date(seconds * 1e3).toISOString().slice(0, 10);
function changedFindings({ since }) {
  if (!since) return [];
  return [
    ...since.newFindings.map((one) => ({ ...one, isNew: true })),
    ...since.goneFindings.map((one) => ({ ...one, isNew: false }))
  ];
}
function rowsOf({ images, fleet: fleet2 }) {
  const places = new Map(fleet2.images.map((place2) => [place2.name, place2]));
  const stale = new Map(
    fleet2.staleBases.flatMap((base) => base.images.map((image) => [image.name, { base, image }]))
  );
  return images.map((image) => {
    const { unique = {}, shared = {}, base } = places.get(image.name) ?? {};
    const staleBase = stale.get(image.name);
    return {
      image,
      ...counts(image),
      unique: known(image, unique),
      shared: known(image, shared),
      ...base !== void 0 && { base },
      ...staleBase && { stale: staleBase }
    };
  }).sort(worseFirst);
}
function known({ unpackedBytes }, { pullBytes, ...bytes3 }) {
  return { ...unpackedBytes !== void 0 && bytes3, ...pullBytes !== void 0 && { pullBytes } };
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
function renderAuditHtml(result) {
  const { fleet: fleet2 } = result;
  const rows = rowsOf(result);
  const standing = result.outcome === "pass" ? "good" : "error";
  return import_chunk_LI3P6622.markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plimsoll audit</title><style>${(0, import_chunk_LI3P6622.verbatim)(import_chunk_LI3P6622.style)}</style></head>
<body><h1>Plimsoll audit <small class="${standing}">${headline(result)}</small></h1>
${sharing(result).map((sentence) => import_chunk_LI3P6622.markup`<p>${sentence}</p>`)}
${sinceAndTrend(result)}
${notLookedAt(result)}
${staleBases(fleet2)}
<h2>Images</h2>
${imagesTable(rows)}
${basesTable(fleet2)}
<h2>Findings</h2>
${rows.map(({ image }) => {
    const lines = linesOf(image);
    if (lines.length === 0) return import_chunk_LI3P6622.markup``;
    return import_chunk_LI3P6622.markup`<h3><code>${image.name}</code></h3><ul class="findings">${lines.map(
      ({ standing: level, rule, message, toPass, places }) => import_chunk_LI3P6622.markup`<li class="${level}"><code>${rule}</code> ${(0, import_chunk_LI3P6622.prose)(message)} <span class="standing">${level} ${places.slice(0, 3).map(({ file, line }) => import_chunk_LI3P6622.markup`<code>${`${file}:${line}`}</code> `)}</span>${toPass === "" ? import_chunk_LI3P6622.markup`` : import_chunk_LI3P6622.markup`<br>To pass: ${(0, import_chunk_LI3P6622.prose)(toPass)}`}</li>`
    )}</ul>`;
  })}
<ul>${noticesOf(result).map(({ message }) => import_chunk_LI3P6622.markup`<li>${(0, import_chunk_LI3P6622.prose)(message)}</li>`)}</ul>
<footer>plimsoll ${result.tool.version}, ${result.run.day}, policy ${result.policy.digest}</footer></body></html>
`.source;
}
function notLookedAt(result) {
  const { notAudited: notAudited2, problems } = result;
  const lost = lostShards(result);
  if (lost === void 0 && notAudited2.length + problems.length === 0) return import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<h2 class="error">Could not be audited</h2><ul>${lost === void 0 ? import_chunk_LI3P6622.markup`` : import_chunk_LI3P6622.markup`<li>${lost}</li>`}${notAudited2.map(
    ({ name, reason, hint, uses }) => import_chunk_LI3P6622.markup`<li><code>${name}</code> ${(0, import_chunk_LI3P6622.prose)(reason)} ${(0, import_chunk_LI3P6622.prose)(hint)}${uses.slice(0, 3).map(({ place: { file, line } }) => import_chunk_LI3P6622.markup` <code>${`${file}:${line}`}</code>`)}</li>`
  )}${problems.map(
    ({ message, place: place2, hint }) => import_chunk_LI3P6622.markup`<li>${place2 ? import_chunk_LI3P6622.markup`<code>${placeInWords(place2)}</code> ` : import_chunk_LI3P6622.markup``}${(0, import_chunk_LI3P6622.prose)(message)} ${(0, import_chunk_LI3P6622.prose)(hint)}</li>`
  )}</ul>`;
}
function sinceAndTrend(result) {
  const changed = changedFindings(result);
  const list = changed.length === 0 ? import_chunk_LI3P6622.markup`` : import_chunk_LI3P6622.markup`<details><summary>What is new, and what is gone</summary><ul>${changed.map(
    ({ image, rule, count, isNew }) => import_chunk_LI3P6622.markup`<li><span class="${isNew ? "warning" : "good"}">${isNew ? "new" : "gone"}</span> <code>${image}</code> <code>${rule}</code>${count > 1 ? ` ×${count}` : ""}</li>`
  )}</ul></details>`;
  return import_chunk_LI3P6622.markup`${sinceInWords(result).map((sentence) => import_chunk_LI3P6622.markup`<p><strong>${sentence}</strong></p>`)}${trendsOf(
    result
  ).map(({ what, spark, words }) => import_chunk_LI3P6622.markup`<p>${what} <code>${spark}</code> ${words}</p>`)}${list}`;
}
function imagesTable2(rows, most) {
  if (rows.length === 0) return [];
  const columns2 = [
    { title: import_chunk_7R3HJLHJ.gfm`Errors`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Warnings`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Image`, align: "left" },
    { title: import_chunk_7R3HJLHJ.gfm`On disk`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Its own`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Shared`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Stands on`, align: "left" }
  ];
  const cells = rows.slice(0, most).map(({ image, errors, warnings, unique, shared, base, stale }) => [
    import_chunk_7R3HJLHJ.gfm`${errors}`,
    import_chunk_7R3HJLHJ.gfm`${warnings}`,
    image.role === "base" ? import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(image.name)} (base)` : (0, import_chunk_7R3HJLHJ.code)(image.name),
    (0, import_chunk_7R3HJLHJ.figures)(sizeInWords(image.unpackedBytes)),
    (0, import_chunk_7R3HJLHJ.figures)(sizeInWords(unique.unpackedBytes)),
    (0, import_chunk_7R3HJLHJ.figures)(sizeInWords(shared.unpackedBytes)),
    (0, import_chunk_7R3HJLHJ.join)(
      [base === void 0 ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.code)(base), stale ? import_chunk_7R3HJLHJ.gfm`⏳ stale ${(0, import_chunk_7R3HJLHJ.code)(stale.base.name)}` : import_chunk_7R3HJLHJ.nothing],
      "<br>"
    )
  ]);
  return [(0, import_chunk_7R3HJLHJ.table)(columns2, cells), ...cut(rows.length, most, "images")];
}
function basesTable2({ byBase }, most) {
  if (byBase.length === 0) return [];
  const columns2 = [
    { title: import_chunk_7R3HJLHJ.gfm`Images`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`That stand on`, align: "left" }
  ];
  return [
    (0, import_chunk_7R3HJLHJ.heading)(4, import_chunk_7R3HJLHJ.gfm`Bases`),
    (0, import_chunk_7R3HJLHJ.table)(
      columns2,
      byBase.slice(0, most).map(({ base, images }) => [import_chunk_7R3HJLHJ.gfm`${images.length}`, (0, import_chunk_7R3HJLHJ.code)(base)])
    ),
    ...cut(byBase.length, most, "bases")
  ];
}
function staleBasesSection(fleet2, most) {
  const { staleBases: staleBases4, unknownBases: unknownBases2, moved: moved2 } = fleet2;
  const unknown = unknownBases2.slice(0, most).map(({ name, reason, images }) => {
    const count = images.length === 1 ? import_chunk_7R3HJLHJ.gfm`one image` : import_chunk_7R3HJLHJ.gfm`${images.length} images`;
    return import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(name)} (${count}): ${(0, import_chunk_7R3HJLHJ.prose)(reason)}`;
  });
  const without = withoutBaseInWords(fleet2);
  return [
    ...staleBases4.length === 0 ? [] : staleTable2(fleet2, moved2, most),
    ...unknown.length === 0 ? [] : [
      (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**Bases of which it cannot be known whether they are stale**`),
      (0, import_chunk_7R3HJLHJ.bullets)(unknown),
      ...cut(unknownBases2.length, most, "bases")
    ],
    ...without === void 0 ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.prose)(without))]
  ];
}
function staleTable2(fleet2, moved2, most) {
  const { staleBases: staleBases4 } = fleet2;
  const columns2 = [
    { title: import_chunk_7R3HJLHJ.gfm`Stale base`, align: "left" },
    { title: import_chunk_7R3HJLHJ.gfm`Leads to now`, align: "left" },
    { title: import_chunk_7R3HJLHJ.gfm`Images`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Base, to pull anew`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Own layers, built again`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`All distinct layers`, align: "right" },
    { title: import_chunk_7R3HJLHJ.gfm`Of these shared`, align: "right" }
  ];
  const rows = staleBases4.slice(0, most).map((base) => [
    import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(base.name)} ${(0, import_chunk_7R3HJLHJ.text)(base.platform)}`,
    (0, import_chunk_7R3HJLHJ.text)(newestInWords(base)),
    import_chunk_7R3HJLHJ.gfm`${base.images.length}`,
    ...moveCells(base.move).map(import_chunk_7R3HJLHJ.figures)
  ]);
  const all = [
    import_chunk_7R3HJLHJ.gfm`**All of them**`,
    import_chunk_7R3HJLHJ.nothing,
    import_chunk_7R3HJLHJ.gfm`${moved2?.images ?? 0}`,
    ...moveCells(moved2).map(import_chunk_7R3HJLHJ.figures)
  ];
  const total = moved2 && staleBases4.length > 1 ? [all] : [];
  return [
    (0, import_chunk_7R3HJLHJ.heading)(4, import_chunk_7R3HJLHJ.gfm`Stale bases, and what moving to the newest would change`),
    (0, import_chunk_7R3HJLHJ.table)(columns2, [...rows, ...total]),
    ...cut(staleBases4.length, most, "bases"),
    (0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.prose)(moveNote(fleet2), 1e3)),
    ...staleBases4.slice(0, Math.ceil(most / 4)).map(
      ({ name, images }) => (0, import_chunk_7R3HJLHJ.details)(import_chunk_7R3HJLHJ.gfm`Images that stand on stale ${(0, import_chunk_7R3HJLHJ.text)(name)}`, [
        (0, import_chunk_7R3HJLHJ.bullets)(images.slice(0, most).map((image) => import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(image.name)}: ${(0, import_chunk_7R3HJLHJ.prose)(evidenceInWords(image))}`)),
        ...cut(images.length, most, "images")
      ])
    )
  ];
}
function cut(all, shown, what) {
  return all <= shown ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.text)(`… and ${all - shown} more ${what}; the JSON report has them all.`))];
}
var maxRows = 200;
var marks = { error: import_chunk_7R3HJLHJ.gfm`❌`, warning: import_chunk_7R3HJLHJ.gfm`⚠️`, waived: import_chunk_7R3HJLHJ.gfm`⏸` };
function renderAuditMarkdown(result, { limitBytes } = {}) {
  const rows = rowsOf(result);
  return within(limitBytes, (most) => `${(0, import_chunk_7R3HJLHJ.stack)(pageOf2(result, rows, most)).source}
`);
}
function within(limitBytes, render) {
  let most = maxRows;
  let page = render(most);
  const tooLong = () => limitBytes !== void 0 && (0, import_chunk_7R3HJLHJ.utf8Bytes)(page) > limitBytes;
  while (most > 0 && tooLong()) {
    most = Math.floor(most * 0.7);
    page = render(most);
  }
  return page;
}
function pageOf2(result, rows, most) {
  const { fleet: fleet2 } = result;
  const mark = result.outcome === "pass" ? import_chunk_7R3HJLHJ.gfm`✅` : import_chunk_7R3HJLHJ.gfm`❌`;
  const detailed = rows.filter(({ image }) => linesOf(image).length > 0);
  const mostDetailed = Math.ceil(most / 4);
  const notices = noticesOf(result).slice(0, most);
  return [
    (0, import_chunk_7R3HJLHJ.heading)(3, import_chunk_7R3HJLHJ.gfm`Plimsoll audit · ${mark} ${(0, import_chunk_7R3HJLHJ.text)(headline(result))}`),
    ...sharing(result).map((sentence) => (0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.prose)(sentence, 1e3))),
    ...sinceSection(result, most),
    ...notLookedAt2(result, most),
    ...imagesTable2(rows, most),
    ...detailed.slice(0, mostDetailed).map(({ image }) => (0, import_chunk_7R3HJLHJ.details)(import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.htmlCode)(image.name)}`, imageFindings(image, most))),
    ...cut(detailed.length, mostDetailed, "images with findings"),
    ...staleBasesSection(fleet2, most),
    ...basesTable2(fleet2, most),
    ...notices.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.bullets)(notices.map(({ message }) => (0, import_chunk_7R3HJLHJ.prose)(message)))]
  ];
}
function sinceSection(result, most) {
  const trends = trendsOf(result).map(({ what, spark, words }) => import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.text)(what)} ${(0, import_chunk_7R3HJLHJ.code)(spark)} ${(0, import_chunk_7R3HJLHJ.figures)(words)}`);
  const changed = changedFindings(result);
  const lines = changed.slice(0, most).map(
    ({ image, rule, count, isNew }) => import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.text)(isNew ? "new" : "gone")}: ${(0, import_chunk_7R3HJLHJ.code)(image)} ${(0, import_chunk_7R3HJLHJ.code)(rule)}${count > 1 ? import_chunk_7R3HJLHJ.gfm` ×${count}` : import_chunk_7R3HJLHJ.nothing}`
  );
  return [
    ...sinceInWords(result).map((sentence) => (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.prose)(sentence, 1e3)}**`)),
    ...trends.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.bullets)(trends)],
    ...lines.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.details)(import_chunk_7R3HJLHJ.gfm`What is new, and what is gone`, [(0, import_chunk_7R3HJLHJ.bullets)(lines), ...cut(changed.length, most, "changes")])]
  ];
}
function imageFindings(image, most, placed = plainPlace) {
  const lines = linesOf(image);
  const mostUses = Math.min(20, most);
  const used = image.uses.slice(0, mostUses).map(({ place: place2, what }) => import_chunk_7R3HJLHJ.gfm`${placed(place2)} ${(0, import_chunk_7R3HJLHJ.text)(what)}`);
  const isPlaced = image.findings.some(({ location }) => location);
  const titles = ["", "Rule", "What", ...isPlaced ? ["Where"] : [], "To pass"];
  const columns2 = titles.map((title) => ({ title: (0, import_chunk_7R3HJLHJ.text)(title), align: "left" }));
  const rows = lines.slice(0, most).map((line) => row(line, isPlaced ? placed : void 0));
  return [
    ...lines.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.table)(columns2, rows)],
    ...cut(lines.length, most, "findings"),
    ...used.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`Used by`), (0, import_chunk_7R3HJLHJ.bullets)(used)],
    ...cut(image.uses.length, mostUses, "uses")
  ];
}
var plainPlace = ({ file, line }) => (0, import_chunk_7R3HJLHJ.code)(`${file}:${line}`);
function row({ standing, rule, message, places, toPass }, placed) {
  const where = placed ? [(0, import_chunk_7R3HJLHJ.join)(places.slice(0, 3).map(placed), "<br>")] : [];
  return [marks[standing], (0, import_chunk_7R3HJLHJ.code)(rule), (0, import_chunk_7R3HJLHJ.prose)(message), ...where, (0, import_chunk_7R3HJLHJ.prose)(toPass)];
}
function notLookedAt2(result, most) {
  const { notAudited: notAudited2, problems } = result;
  const lost = lostShards(result);
  const images = notAudited2.slice(0, most).map(({ name, reason, hint, uses: [first] }) => {
    const where = first ? (0, import_chunk_7R3HJLHJ.code)(`${first.place.file}:${first.place.line}`) : (0, import_chunk_7R3HJLHJ.text)("");
    return import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(name)} ${where} ${(0, import_chunk_7R3HJLHJ.prose)(reason)} ${(0, import_chunk_7R3HJLHJ.prose)(hint)}`;
  });
  const files = problems.slice(0, most).map(
    ({ message, place: place2, hint }) => place2 ? import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(placeInWords(place2))} ${(0, import_chunk_7R3HJLHJ.prose)(message)} ${(0, import_chunk_7R3HJLHJ.prose)(hint)}` : import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.prose)(message)} ${(0, import_chunk_7R3HJLHJ.prose)(hint)}`
  );
  return [
    ...lost === void 0 ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.text)(lost)}**`)],
    ...images.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**Could not be audited**`), (0, import_chunk_7R3HJLHJ.bullets)(images), ...cut(notAudited2.length, most, "images")],
    ...files.length === 0 ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**Could not be read or known**`), (0, import_chunk_7R3HJLHJ.bullets)(files), ...cut(problems.length, most, "problems")]
  ];
}
function renderAuditSarif(result) {
  const lines = result.images.flatMap(linesOf);
  const rules = [...new Set(lines.map(({ rule }) => rule))].sort();
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
            rules: rules.map((id) => {
              const toPass = lines.find((line) => line.rule === id && line.toPass !== "")?.toPass;
              return {
                id: (0, import_chunk_WD6J6YZB.visible)(id),
                shortDescription: { text: (0, import_chunk_WD6J6YZB.visible)(id) },
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
        results: lines.map((line) => resultOf(line, rules, seen))
      }
    ]
  };
  return (0, import_chunk_FZUNQGZP.toJson)(log);
}
function resultOf(line, rules, seen) {
  const [first, ...others] = line.places.map(locationOf);
  const what = JSON.stringify([line.image, line.rule, line.places[0]?.file ?? ""]);
  const key = (0, import_node_crypto2.createHash)("sha256").update(what).digest("hex").slice(0, 32);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  const toPass = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  const waiver = line.waiver && `${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`;
  return {
    ruleId: (0, import_chunk_WD6J6YZB.visible)(line.rule),
    ruleIndex: rules.indexOf(line.rule),
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
  return (0, import_chunk_WD6J6YZB.visible)(untrusted, 1e3).replaceAll("](", "]​(").replace(/\{(\d+)\}/g, "{{$1}}");
}
var mostEvidence = 10;
function imagesTable3(rows, width) {
  const cells = rows.map(({ image, errors, warnings, unique, base, stale }) => [
    [(0, import_chunk_7YMEJKHB.own)(errors > 0 ? String(errors) : "·", errors > 0 ? "error" : "dim")],
    [(0, import_chunk_7YMEJKHB.own)(warnings > 0 ? String(warnings) : "·", warnings > 0 ? "warning" : "dim")],
    [(0, import_chunk_7YMEJKHB.own)(sizeInWords(image.unpackedBytes))],
    [(0, import_chunk_7YMEJKHB.own)(sizeInWords(unique.unpackedBytes))],
    [(0, import_chunk_7YMEJKHB.foreign)(image.name, "name"), ...image.role === "base" ? [(0, import_chunk_7YMEJKHB.own)(" base", "dim")] : []],
    [
      ...base === void 0 ? [] : [(0, import_chunk_7YMEJKHB.foreign)(base, "dim")],
      ...stale ? [(0, import_chunk_7YMEJKHB.own)(base === void 0 ? "stale " : ", stale ", "warning"), (0, import_chunk_7YMEJKHB.foreign)(stale.base.name, "dim")] : []
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
  return [[], ...(0, import_chunk_7YMEJKHB.table)(columns2, cells, width)];
}
function basesTable3({ byBase }, width) {
  if (byBase.length === 0) return [];
  const columns2 = [
    { title: "images", align: "right" },
    { title: "that stand on", align: "left" }
  ];
  const rows = byBase.map(({ base, images }) => [
    [(0, import_chunk_7YMEJKHB.own)(String(images.length))],
    [(0, import_chunk_7YMEJKHB.foreign)(base, "name")]
  ]);
  return [[], ...(0, import_chunk_7YMEJKHB.table)(columns2, rows, width)];
}
function staleBases2(fleet2, width) {
  const { staleBases: bases, unknownBases: unknownBases2, moved: moved2 } = fleet2;
  const stale = bases.flatMap((base) => [
    ...(0, import_chunk_7YMEJKHB.wrap)(
      [
        (0, import_chunk_7YMEJKHB.foreign)(base.name, "name"),
        (0, import_chunk_7YMEJKHB.own)(" "),
        (0, import_chunk_7YMEJKHB.own)(base.platform, "dim"),
        (0, import_chunk_7YMEJKHB.own)("  leads to  "),
        (0, import_chunk_7YMEJKHB.foreign)(newestInWords(base))
      ],
      width - 2
    ),
    ...(0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(moveInWords(base.images.length, base.move))], width - 4), 2),
    ...base.images.slice(0, mostEvidence).flatMap(
      (image) => (0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.foreign)(image.name, "name"), (0, import_chunk_7YMEJKHB.own)("  "), ...(0, import_chunk_7YMEJKHB.prose)(evidenceInWords(image))], width - 4), 2)
    ),
    ...base.images.length > mostEvidence ? [[(0, import_chunk_7YMEJKHB.own)(`  and ${base.images.length - mostEvidence} more`, "dim")]] : []
  ]);
  const all = moved2 && bases.length > 1 ? (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(`All of them: ${moveInWords(moved2.images, moved2)}`)], width - 2) : [];
  const unknown = unknownBases2.flatMap(
    ({ name, reason, images }) => (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.foreign)(name, "name"), (0, import_chunk_7YMEJKHB.own)(` (${images.length})  `, "dim"), ...(0, import_chunk_7YMEJKHB.prose)(reason)], width - 2)
  );
  const without = withoutBaseInWords(fleet2);
  return [
    ...stale.length === 0 ? [] : [
      [],
      [(0, import_chunk_7YMEJKHB.own)("Stale bases, and what moving to the newest would change", "warning")],
      ...(0, import_chunk_7YMEJKHB.indented)([...stale, ...all], 2),
      ...(0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(moveNote(fleet2), "dim")], width - 2), 2)
    ],
    ...unknown.length === 0 ? [] : [[], [(0, import_chunk_7YMEJKHB.own)("Bases of which it cannot be known whether they are stale", "warning")], ...(0, import_chunk_7YMEJKHB.indented)(unknown, 2)],
    ...without === void 0 ? [] : [[], ...(0, import_chunk_7YMEJKHB.wrap)((0, import_chunk_7YMEJKHB.prose)(without), width)]
  ];
}
function moveInWords(images, move) {
  const [newBase, ownLayers, stored, shared] = moveCells(move);
  return `${images === 1 ? "one image" : `${images} images`}; to pull anew ${newBase} of the base, ${ownLayers} of own layers; all distinct layers ${stored}, shared ${shared}`;
}
function renderAuditTerminal(result, options) {
  const width = (0, import_chunk_7YMEJKHB.layoutWidth)(options);
  const { fleet: fleet2 } = result;
  const rows = rowsOf(result);
  const style2 = result.outcome === "pass" ? "good" : "error";
  return (0, import_chunk_7YMEJKHB.pageOf)(
    [
      [(0, import_chunk_7YMEJKHB.own)("Plimsoll audit ", "bold"), (0, import_chunk_7YMEJKHB.own)(headline(result), style2)],
      ...sharing(result).flatMap((sentence) => (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(sentence, "dim")], width)),
      ...sinceInWords(result).flatMap((sentence) => (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(sentence)], width)),
      ...trendsOf(result).flatMap(({ what, spark, words }) => (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(`${what} ${spark} ${words}`, "dim")], width)),
      ...notLookedAt3(result, width),
      ...imagesTable3(rows, width),
      ...rows.flatMap(({ image }) => findingLines(linesOf(image), image.name, width)),
      ...staleBases2(fleet2, width),
      ...basesTable3(fleet2, width),
      ...noticesOf(result).flatMap(({ message }) => [[], ...(0, import_chunk_7YMEJKHB.wrap)((0, import_chunk_7YMEJKHB.prose)(message), width)])
    ],
    options
  );
}
function notLookedAt3(result, width) {
  const { notAudited: notAudited2, problems, skipped } = result;
  const lost = lostShards(result);
  const images = notAudited2.flatMap(({ name, reason, uses }) => [
    ...(0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.foreign)(name, "name"), (0, import_chunk_7YMEJKHB.own)("  "), (0, import_chunk_7YMEJKHB.foreign)(reason, void 0, 400)], width - 2),
    ...uses.slice(0, 3).map(({ place: place2, what }) => [
      (0, import_chunk_7YMEJKHB.own)("  "),
      (0, import_chunk_7YMEJKHB.foreign)(`${place2.file}:${place2.line}`, "dim"),
      (0, import_chunk_7YMEJKHB.own)("  "),
      (0, import_chunk_7YMEJKHB.foreign)(what, "dim")
    ])
  ]);
  const files = problems.flatMap(({ message, place: place2, hint }) => [
    ...(0, import_chunk_7YMEJKHB.wrap)(
      [...place2 ? [(0, import_chunk_7YMEJKHB.foreign)(placeInWords(place2), "name"), (0, import_chunk_7YMEJKHB.own)("  ")] : [], (0, import_chunk_7YMEJKHB.foreign)(message, void 0, 400)],
      width - 2
    ),
    ...(0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)("  "), (0, import_chunk_7YMEJKHB.foreign)(hint, "dim", 400)], width - 2)
  ]);
  return [
    ...lost === void 0 ? [] : [[], ...(0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(lost, "error")], width)],
    ...section("Could not be audited", images),
    ...section("Could not be read or known", files),
    ...skipped.length === 0 ? [] : [[], [(0, import_chunk_7YMEJKHB.own)(`${skipped.length} built here, not audited as images (--format json lists them)`, "dim")]]
  ];
}
function section(title, lines) {
  return lines.length === 0 ? [] : [[], [(0, import_chunk_7YMEJKHB.own)(title, "error")], ...(0, import_chunk_7YMEJKHB.indented)(lines, 2)];
}
function findingLines(lines, name, width) {
  if (lines.length === 0) return [];
  const body = lines.flatMap(({ standing, rule, message, toPass, places }) => {
    const style2 = standing === "waived" ? "dim" : standing;
    const where = places.slice(0, 3).map(({ file, line }) => `${file}:${line}`).join(", ");
    const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
    return [
      ...(0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(`${standing} `, style2), (0, import_chunk_7YMEJKHB.foreign)(rule, "name"), (0, import_chunk_7YMEJKHB.own)("  "), ...(0, import_chunk_7YMEJKHB.prose)(message)], width - 2),
      ...where === "" ? [] : (0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.foreign)(where + more, "dim")], width - 4), 2),
      ...toPass === "" ? [] : (0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)("to pass  ", "dim"), ...(0, import_chunk_7YMEJKHB.prose)(toPass)], width - 4), 2)
    ];
  });
  return [[], [(0, import_chunk_7YMEJKHB.foreign)(name, "bold")], ...(0, import_chunk_7YMEJKHB.indented)(body, 2)];
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
  return { level, title: (0, import_chunk_WD6J6YZB.visible)(title, 100), message: (0, import_chunk_WD6J6YZB.visible)(message, maxCharacters), ...where };
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
      title: `${(0, import_chunk_WD6J6YZB.visible)(image.name, 150).replaceAll("@", "@​")} fails its policy`,
      body: fails ? failing(image, links) : clean(image, links)
    };
  });
}
function auditIssue(result, links = {}) {
  const count = auditIssues(result).filter(({ outcome }) => outcome === "fail").length;
  if (count === 0 && result.outcome === "incomplete") return [];
  const about = { image: "all images of the audit", title: "Images fail their policy" };
  if (count === 0) return [{ ...about, outcome: "pass", body: `${closing(import_chunk_7R3HJLHJ.gfm`Every image passes`, links)}
` }];
  const { since: _since, history: _history, ...lasting } = result;
  return [{ ...about, outcome: "fail", body: renderAuditMarkdown(lasting, { limitBytes: maxBodyBytes }) }];
}
function failing(image, { repositoryUrl, commit }) {
  const { name, source, unpackedBytes, platform } = image;
  const safe = (0, import_chunk_LUC4HMHJ.sourceLinks)(repositoryUrl, commit);
  const links = safe && { ...safe, commit: "HEAD" };
  const placed = ({ file, line }) => {
    const url = links && (0, import_chunk_LUC4HMHJ.urlOfLines)(links, { file, startLine: line, endLine: line });
    const label = (0, import_chunk_7R3HJLHJ.code)(`${file}:${line}`);
    return url === void 0 ? label : (0, import_chunk_7R3HJLHJ.link)(label, url);
  };
  const onDisk = unpackedBytes === void 0 ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm`, ${(0, import_chunk_7R3HJLHJ.bytes)(unpackedBytes)} on disk`;
  const intro = import_chunk_7R3HJLHJ.gfm`The audit of ${(0, import_chunk_7R3HJLHJ.code)(name)} found what its policy does not allow. It looked at ${(0, import_chunk_7R3HJLHJ.code)(source)} for ${(0, import_chunk_7R3HJLHJ.code)(platform)}${onDisk}.`;
  const closes = import_chunk_7R3HJLHJ.gfm`This issue is kept up to date by the audit, and closed by it when the image passes.`;
  return within(
    maxBodyBytes,
    (most) => `${(0, import_chunk_7R3HJLHJ.stack)([(0, import_chunk_7R3HJLHJ.paragraph)(intro), ...imageFindings(image, most, placed), (0, import_chunk_7R3HJLHJ.paragraph)(closes)]).source}
`
  );
}
var clean = ({ name, source }, links) => `${closing(import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(name)} passes (${(0, import_chunk_7R3HJLHJ.code)(source)})`, links)}
`;
function closing(what, { runUrl }) {
  const run = runUrl !== void 0 && /^https?:\/\/[\w.:/-]+$/.test(runUrl) ? import_chunk_7R3HJLHJ.gfm`: ${(0, import_chunk_7R3HJLHJ.link)(import_chunk_7R3HJLHJ.gfm`the run`, runUrl)}` : import_chunk_7R3HJLHJ.nothing;
  return (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`${what}${run}.`).source;
}
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
  const shown = (0, import_chunk_WD6J6YZB.visible)(value, 2e3);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
var reporters = {
  table: (result, { columns: columns2, colour }) => renderAuditTerminal(result, { width: columns2, colour }),
  json: (result) => (0, import_chunk_FZUNQGZP.toJson)(auditResult.parse(result)),
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
  const version = (0, import_chunk_YYWB5M26.parseTagVersion)(reference.tag ?? "");
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
  const pathOf = (diffIds) => {
    let node = 0;
    return diffIds.map((diffId) => {
      const key = `${node} ${diffId}`;
      node = nodes.get(key) ?? nodes.size + 1;
      nodes.set(key, node);
      return node;
    });
  };
  return {
    nodeOf: (diffIds) => pathOf(diffIds).at(-1) ?? 0,
    longest(values, diffIds) {
      const path = pathOf(diffIds);
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
    (chain, diffId) => `sha256:${(0, import_node_crypto3.createHash)("sha256").update(`${chain} ${diffId}`).digest("hex")}`,
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
    staleBases: staleBases3(known2, images, sizes),
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
function staleBases3(known2, images, sizes) {
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
  const {
    outcome: _outcome,
    exitStatus: _status,
    fleet: _fleet,
    since: _since,
    history: _history,
    run,
    ...rest
  } = first;
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  asAuditFormat,
  auditAnnotations,
  auditIssue,
  auditIssues,
  chainIdOf,
  digestOfSource,
  failsPolicy,
  fleetOf,
  manifestsOf,
  mergeShards,
  parseAudit,
  pinnedDigest,
  planDigest,
  planMatrix,
  readAuditOptions,
  renderAudit,
  renderAuditCsv,
  renderAuditMarkdown,
  strangeFormats,
  sumUp,
  taggedName,
  targetsOf,
  withoutWords
});
