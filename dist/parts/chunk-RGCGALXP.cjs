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
  commitToHoldAgainst: () => commitToHoldAgainst,
  contextFor: () => contextFor,
  isOf: () => isOf,
  lineOf: () => lineOf,
  lookAhead: () => lookAhead,
  maxRecordBytes: () => maxRecordBytes,
  noBaseline: () => noBaseline,
  noRepository: () => noRepository,
  readBranch: () => readBranch,
  readRecord: () => readRecord,
  rebuiltBaseline: () => rebuiltBaseline,
  recordSchemaVersion: () => recordSchemaVersion,
  recordedBaseline: () => recordedBaseline,
  saveRecords: () => saveRecords,
  shortSha: () => shortSha,
  subjectOf: () => subjectOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_MVYKJZVI = require("./chunk-MVYKJZVI.cjs");
var import_chunk_GQO762E7 = require("./chunk-GQO762E7.cjs");
var import_chunk_SNTK2SCG = require("./chunk-SNTK2SCG.cjs");
var import_chunk_TOTZLJ73 = require("./chunk-TOTZLJ73.cjs");
var import_chunk_SRFOHXJB = require("./chunk-SRFOHXJB.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var shape = /^records\/([^/]+)\/([^/]+)\/(\d{10})-([0-9a-f]{40}|[0-9a-f]{64})\.json$/;
function pathOf({ image, platform, commit, committedAt }) {
  const name = `${String(committedAt).padStart(10, "0")}-${commit}.json`;
  return `records/${encodeURIComponent(image)}/${encodeURIComponent(platform)}/${name}`;
}
function placeOf(path) {
  const [, image, platform, committedAt, commit] = shape.exec(path) ?? [];
  if (image === void 0 || platform === void 0 || commit === void 0) return void 0;
  try {
    const place = {
      image: decodeURIComponent(image),
      platform: decodeURIComponent(platform),
      commit,
      committedAt: Number(committedAt)
    };
    return pathOf(place) === path ? place : void 0;
  } catch (thrown) {
    if (thrown instanceof URIError) return void 0;
    throw thrown;
  }
}
function isOf(record, place) {
  return record.commit === place.commit && record.image === place.image && record.platform === place.platform;
}
var recordSchemaVersion = 1;
var storedRecord = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(recordSchemaVersion),
  /** Full SHA of the commit the image was built from. */
  commit: import_chunk_AJHEZPZQ.external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** Seconds since 1970 of its committer. */
  committedAt: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  image: import_chunk_AJHEZPZQ.external_exports.string().min(1),
  platform: import_chunk_AJHEZPZQ.external_exports.string().min(1),
  /** The kind of source it was read from, such as `engine`, and how it was built. */
  engine: import_chunk_AJHEZPZQ.external_exports.string(),
  builder: import_chunk_AJHEZPZQ.external_exports.string(),
  /** Version of Plimsoll. */
  tool: import_chunk_AJHEZPZQ.external_exports.string(),
  /** The image it stands on, as the Dockerfile came to it; absent where that is not known. */
  base: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** Waivers that were in force for the image. */
  waivers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  /** What the policy of that commit said of the image. */
  rules: import_chunk_GQO762E7.ruleOutcomes.optional(),
  measurement: import_chunk_MREQEIZZ.measurement
});
function renderRecord(record) {
  return `${JSON.stringify(storedRecord.parse(record))}
`;
}
function readRecord(text) {
  const data = parse(text);
  if (data === void 0) return { unfit: "it is not JSON" };
  const version = import_chunk_AJHEZPZQ.external_exports.object({ schemaVersion: import_chunk_AJHEZPZQ.external_exports.unknown() }).safeParse(data).data?.schemaVersion;
  if (version !== recordSchemaVersion) return { unfit: `its schema version is not ${recordSchemaVersion}` };
  const parsed = storedRecord.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { unfit: `${issue?.path.join(".") || "it"} is not as a record has it` };
  }
  const wrong = contradiction(parsed.data);
  return wrong === void 0 ? { record: parsed.data } : { unfit: wrong };
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function contradiction({ platform, measurement: of }) {
  const sum = (bytes) => of.perLayer.reduce((total, layer) => total + bytes(layer), 0);
  if (of.platform !== platform) return "its measurement is of another platform";
  if (of.perLayer.length !== of.layers || (of.baseLayers ?? 0) > of.layers)
    return "its layers are not as many as it says";
  if (sum(({ unpackedBytes }) => unpackedBytes) !== of.unpackedBytes) return "its layers do not sum to its size";
  if (of.visibleBytes + of.hiddenBytes !== of.unpackedBytes)
    return "its visible and hidden bytes do not sum to its size";
  return void 0;
}
function slim(full) {
  return {
    ...full,
    hidden: [],
    perLayer: full.perLayer.map(({ dockerfile: _made, ...layer }) => ({ ...layer, createdBy: "" }))
  };
}
var markerPath = "plimsoll-data.json";
var readmePath = "README.md";
var marker = `${JSON.stringify({ format: "plimsoll-data", version: 1 })}
`;
var readme = "Measurements of container images, written by Plimsoll: one file for each commit, image and platform. Nothing here is meant to be edited or merged.\n";
var recordsKept = 500;
function readBranch(files) {
  if (!files.some(({ path, isPlain }) => path === markerPath && isPlain))
    return { records: [], foreign: files.map(({ path }) => path) };
  const records = [];
  const foreign = [];
  for (const file of files) {
    const place = file.isPlain ? placeOf(file.path) : void 0;
    if (place) records.push({ place, file });
    else if (!file.isPlain || file.path !== markerPath && file.path !== readmePath) foreign.push(file.path);
  }
  return { records, foreign };
}
function planUpdate(files, added) {
  const own = files === void 0 ? [
    { path: markerPath, text: marker },
    { path: readmePath, text: readme }
  ] : [];
  const put = [...own, ...added.map((record) => ({ path: pathOf(record), text: renderRecord(record) }))];
  const there = readBranch(files ?? []).records.map(({ place }) => place);
  const remove = added.flatMap(({ image, platform, commit }) => {
    const others = there.filter((one) => one.image === image && one.platform === platform && one.commit !== commit);
    return others.toSorted((a, b) => b.committedAt - a.committedAt || (a.commit < b.commit ? -1 : 1)).slice(recordsKept - 1).map(pathOf);
  });
  return { put, remove };
}
async function commitToHoldAgainst(repository, base, headSha) {
  const head = await repository.head();
  const [first, second, ...more] = await repository.parents(head);
  if (first !== void 0 && second !== void 0 && second === headSha && more.length === 0)
    return repository.commitOf(first);
  return repository.mergeBase(head, await repository.commitOf(base.sha));
}
var shortSha = (sha) => sha.slice(0, 12);
async function saveRecords({ result, commit, builder }, repository) {
  const committedAt = await repository.committedAt(commit);
  const records = result.images.flatMap((image) => {
    const { name, platform, gated, variants, waivers } = image;
    const variant = variants.find((one) => one.name === gated);
    if (!variant) return [];
    return [
      {
        schemaVersion: recordSchemaVersion,
        commit,
        committedAt,
        image: name,
        platform,
        engine: variant.source.split(":", 1)[0] ?? "",
        builder: variant.built ? builder : "none",
        tool: result.tool.version,
        ...variant.base !== void 0 && { base: variant.base },
        ...waivers !== void 0 && { waivers },
        rules: (0, import_chunk_MVYKJZVI.outcomesOf)(image),
        measurement: slim(variant.measurement)
      }
    ];
  });
  await repository.records.update(`Record ${shortSha(commit)}`, (files) => {
    const { foreign } = readBranch(files ?? []);
    if (foreign.length > 0) throw notOurs(repository.records.name, foreign);
    return planUpdate(files, records);
  });
  return { commit, records };
}
function notOurs(branch, foreign) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "foreign-record-branch",
    message: `The branch ${branch} holds what Plimsoll did not write, so nothing is stored on it.`,
    got: foreign.slice(0, 5).join(", "),
    hint: `Rename that branch or take these files off it; Plimsoll keeps its records on a branch ${branch} of its own.`
  });
}
var noBaseline = (reason) => ({ state: "none", reason });
var noRepository = noBaseline(
  "The checkout is no Git repository, so there is no commit to hold the change against."
);
var maxAncestors = 300;
async function lineOf(repository, { base, headSha }) {
  if (!base) {
    const [, ...earlier] = await repository.ancestors(await repository.head(), maxAncestors + 1);
    return { commits: earlier, name: "the parent" };
  }
  const commit = await commitToHoldAgainst(repository, base, headSha);
  if (commit === void 0) return { commits: [], name: "" };
  return { commits: await repository.ancestors(commit, maxAncestors), name: "the merge base" };
}
function lookAhead({ repository, ...revisions }) {
  if (!repository) return;
  const ahead = async () => {
    if (await repository.records.list()) await lineOf(repository, revisions);
  };
  ahead().catch(() => void 0);
}
function subjectOf(parts) {
  const { imageName, gated, baseline, change, history, stages, understood, sent, waivers } = parts;
  const dockerfile = gated.dockerfile ?? understood?.report;
  const context = sent ?? gated.context;
  const { measurement: measurement2, tree, hidden, bodies, executable, entryScript, secrets, duplicates } = gated.examined;
  return {
    imageName,
    measurement: measurement2,
    tree,
    hidden,
    bodies,
    ...executable && { executable },
    ...entryScript && { entryScript },
    ...secrets && { secrets },
    ...duplicates && { duplicates },
    ...dockerfile && { dockerfile },
    ...gated.baseConfig && { baseConfig: gated.baseConfig },
    ...gated.publishedBase && { publishedBase: gated.publishedBase },
    ...change && { change },
    ...history && (history.points.length > 0 ? { history: history.points } : { noHistoryReason: history.reason ?? "" }),
    ...gated.base !== void 0 && { base: gated.base },
    ...waivers !== void 0 && { waivers },
    ...stages && { stages },
    ...baseline?.state === "none" && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true },
    ...context && { context }
  };
}
async function contextFor(gathers, { image, context, dockerfile }, { contexts, checkout, progress, signal }) {
  if (image !== void 0 || !gathers.includes("context")) return void 0;
  const step = progress.step("Looking at the build context");
  const contextDir = checkout.absolute(context);
  const weighed = await contexts.weigh({ contextDir, dockerfile: checkout.absolute(dockerfile), isSecretFile: import_chunk_556JJ2L2.isSecretFile }, signal).catch((thrown) => {
    throw (0, import_chunk_SNTK2SCG.seenFromCheckout)(thrown, checkout);
  });
  step.done();
  return weighed;
}
async function rebuiltBaseline(request, workshop) {
  const { build, onBase, revisions, wants } = request;
  const image = onBase ?? request.image;
  const { repository, base: baseRevision, headSha } = revisions;
  if (image.image !== void 0) return without("The image is not built here, so it cannot be rebuilt.");
  if (!repository) return { baseline: noRepository };
  if (!baseRevision) return without("A rebuild needs a base revision: a pull request, or `--base`.");
  const commit = await commitToHoldAgainst(repository, baseRevision, headSha);
  if (commit === void 0)
    return without(`The change and its base ${shortSha(baseRevision.sha)} have no common history.`);
  const missing = await repository.missingFiles(commit, image.context);
  if (missing !== void 0) return without(`The commit ${shortSha(commit)} cannot be rebuilt as it was: ${missing}`);
  return repository.withWorktree(commit, async (checkout) => {
    if (checkout.kindOf(image.dockerfile) !== "file") return { baseline: isNewSince(image.dockerfile, commit) };
    const platform = request.platform;
    const understood = await (0, import_chunk_TOTZLJ73.understandDockerfile)(image, platform, checkout);
    const [plan] = (0, import_chunk_SNTK2SCG.planVariants)({ ...image, findVariants: false, variants: [] }, understood?.report);
    const gathers = (0, import_chunk_4NB6Q3OJ.gathersOfBefore)(wants.gathers);
    const shop = { ...workshop, checkout };
    const context = { platform, understood, reads: wants.reads, gathers, build: { ...build, cacheTo: [] } };
    const before = { ...plan, name: `${image.name} at ${shortSha(commit)}` };
    const sent = await contextFor(gathers, image, shop);
    const gated = await (0, import_chunk_SNTK2SCG.examineVariant)(before, context, shop);
    const { base, examined } = gated;
    const from = `commit ${shortSha(commit)}, rebuilt`;
    return {
      baseline: { state: "found", from, ...base !== void 0 && { base }, measurement: examined.measurement },
      read: (0, import_chunk_SRFOHXJB.readImage)(examined),
      subject: subjectOf({ imageName: image.name, gated, understood, sent })
    };
  });
}
var without = (reason) => ({ baseline: noBaseline(reason) });
function isNewSince(dockerfile, commit) {
  const reason = `${dockerfile} does not exist at ${shortSha(commit)}: the image is new.`;
  return { state: "none", reason, isNew: true };
}
var maxRecordBytes = 4 * 2 ** 20;
var maxDockerfileBytes = 2 ** 20;
async function recordedBaseline(request, { progress }) {
  const { image, measurement: measurement2, revisions } = request;
  const { repository } = revisions;
  if (!repository) return noRepository;
  const files = await repository.records.list();
  const { name } = repository.records;
  if (!files) return noBaseline(`There is no branch ${name} with recorded measurements.`);
  const { records, foreign } = readBranch(files);
  if (records.length === 0 && foreign.length > 0)
    return noBaseline(`The branch ${name} was not written by Plimsoll, so nothing of it is read.`);
  const line = await lineOf(repository, revisions);
  const start = line.commits[0];
  if (start === void 0) return noBaseline("There is no earlier commit to hold the change against.");
  const isBuilt = image.image === void 0 && revisions.base !== void 0;
  const before = request.onBase ?? image;
  if (isBuilt && await repository.readText(start, before.dockerfile, maxDockerfileBytes) === void 0)
    return isNewSince(before.dockerfile, start);
  const same = records.filter(({ place }) => place.image === image.name);
  const fit = same.filter(({ place }) => place.platform === measurement2.platform);
  const found = await nearest(line.commits, fit, repository, (text) => progress.log(text));
  if (!found) return noBaseline(whyNone(request, start, line, same, fit.length));
  const far = found.commit === start ? "" : `, the nearest recorded ancestor of ${line.name} ${shortSha(start)}`;
  const from = `commit ${shortSha(found.commit)}, recorded${far}`;
  const { base, rules, measurement: stored } = found;
  return { state: "found", from, ...base !== void 0 && { base }, ...rules && { rules }, measurement: stored };
}
async function nearest(commits, candidates, repository, note) {
  for (const commit of commits) {
    const candidate = candidates.find(({ place: place2 }) => place2.commit === commit);
    if (!candidate) continue;
    const { file, place } = candidate;
    const text = await repository.records.readText(file, maxRecordBytes);
    const read = text === void 0 ? { unfit: "it is too large, or no text" } : readRecord(text);
    const unfit = "unfit" in read ? read.unfit : isOf(read.record, place) ? void 0 : "it is of something else than its name says";
    if (unfit === void 0 && "record" in read) return read.record;
    note(`The record ${file.path} is not used: ${unfit}.
`);
  }
  return void 0;
}
function whyNone({ image, measurement: { platform } }, start, { name, commits }, same, fitting) {
  const others = [...new Set(same.map(({ place }) => place.platform))].join(", ");
  if (same.length > 0 && fitting === 0)
    return `${image.name} is recorded for ${others} but not for ${platform}; platforms are not compared with each other.`;
  return `Neither ${name} ${shortSha(start)} nor the ${commits.length - 1} commits before it have a usable record of ${image.name} for ${platform}.`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  commitToHoldAgainst,
  contextFor,
  isOf,
  lineOf,
  lookAhead,
  maxRecordBytes,
  noBaseline,
  noRepository,
  readBranch,
  readRecord,
  rebuiltBaseline,
  recordSchemaVersion,
  recordedBaseline,
  saveRecords,
  shortSha,
  subjectOf
});
