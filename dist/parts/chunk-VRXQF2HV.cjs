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
  auditRecordSchemaVersion: () => auditRecordSchemaVersion,
  commitToHoldAgainst: () => commitToHoldAgainst,
  gathersOf: () => gathersOf,
  gathersOfBefore: () => gathersOfBefore,
  isOf: () => isOf,
  layersNotNeeded: () => layersNotNeeded,
  needsLayers: () => needsLayers,
  planAudit: () => planAudit,
  readAuditRecord: () => readAuditRecord,
  readBranch: () => readBranch,
  readRecord: () => readRecord,
  readsOf: () => readsOf,
  recordSchemaVersion: () => recordSchemaVersion,
  refuseForeign: () => refuseForeign,
  saveRecords: () => saveRecords,
  shortSha: () => shortSha
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_TXIRKD6Z = require("./chunk-TXIRKD6Z.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var auditRecordSchemaVersion = 1;
var auditRecord = import_chunk_AJHEZPZQ.external_exports.object({
  ...import_chunk_TXIRKD6Z.auditPoint.shape,
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(auditRecordSchemaVersion),
  /** Tells several audits of one repository apart. */
  audit: import_chunk_AJHEZPZQ.external_exports.string().min(1).max(100),
  run: import_chunk_AJHEZPZQ.external_exports.string().regex(/^[\w.-]{1,100}$/),
  /** Version of Plimsoll. */
  tool: import_chunk_AJHEZPZQ.external_exports.string(),
  /** Digest of the policy. */
  policy: import_chunk_AJHEZPZQ.external_exports.string(),
  /** By name, with the number of findings of each rule that has any. */
  audited: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), rules: import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.int().positive()).optional() })),
  notAudited: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  /** What tags of bases led to. */
  bases: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), platform: import_chunk_AJHEZPZQ.external_exports.string(), layers: import_chunk_AJHEZPZQ.external_exports.int().positive(), chainId: import_chunk_AJHEZPZQ.external_exports.string() }))
});
var shape = /^audits\/([^/]+)\/(\d{10})-([\w.-]{1,100})\.json$/;
function auditPathOf({ audit, at, run }) {
  return `audits/${encodeURIComponent(audit)}/${String(at).padStart(10, "0")}-${run}.json`;
}
function auditPlaceOf(path) {
  const [, audit, at, run] = shape.exec(path) ?? [];
  if (audit === void 0 || run === void 0) return void 0;
  try {
    const place = { audit: decodeURIComponent(audit), at: Number(at), run };
    return auditPathOf(place) === path ? place : void 0;
  } catch (thrown) {
    if (thrown instanceof URIError) return void 0;
    throw thrown;
  }
}
function renderAuditRecord(record) {
  return `${JSON.stringify(auditRecord.parse(record))}
`;
}
function readAuditRecord(text, place) {
  const parsed = auditRecord.safeParse(parse(text)).data;
  if (!parsed || auditPathOf(parsed) !== auditPathOf(place) || parsed.images !== parsed.audited.length)
    return void 0;
  const findings = parsed.audited.flatMap(({ rules = {} }) => Object.values(rules));
  const sum = findings.reduce((total, one) => total + one, 0);
  return sum === parsed.findings ? parsed : void 0;
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var auditsKept = 200;
function planAuditUpdate(there, record) {
  const path = auditPathOf(record);
  const same = there.filter(({ audit }) => audit === record.audit);
  const again = same.filter(({ run }) => run === record.run);
  const others = same.filter(({ run }) => run !== record.run).toSorted((one, other) => other.at - one.at);
  return {
    put: [{ path, text: renderAuditRecord(record) }],
    remove: [...again, ...others.slice(auditsKept - 1)].map(auditPathOf).filter((old) => old !== path)
  };
}
var shape2 = /^records\/([^/]+)\/([^/]+)\/(\d{10})-([0-9a-f]{40}|[0-9a-f]{64})\.json$/;
function pathOf({ image, platform, commit, committedAt }) {
  const name = `${String(committedAt).padStart(10, "0")}-${commit}.json`;
  return `records/${encodeURIComponent(image)}/${encodeURIComponent(platform)}/${name}`;
}
function placeOf(path) {
  const [, image, platform, committedAt, commit] = shape2.exec(path) ?? [];
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
  rules: import_chunk_TXIRKD6Z.ruleOutcomes.optional(),
  measurement: import_chunk_MREQEIZZ.measurement
});
function renderRecord(record) {
  return `${JSON.stringify(storedRecord.parse(record))}
`;
}
function readRecord(text) {
  const data = parse2(text);
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
function parse2(text) {
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
var readme = "Measurements and audits of container images, written by Plimsoll: under `records/` one file for each commit, image and platform, under `audits/` one for each audit. Nothing here is meant to be edited or merged.\n";
var recordsKept = 500;
function readBranch(files) {
  if (!files.some(({ path, isPlain }) => path === markerPath && isPlain))
    return { records: [], audits: [], foreign: files.map(({ path }) => path) };
  const records = [];
  const audits = [];
  const foreign = [];
  for (const file of files) {
    const place = file.isPlain ? placeOf(file.path) : void 0;
    const audit = file.isPlain ? auditPlaceOf(file.path) : void 0;
    if (place) records.push({ place, file });
    else if (audit) audits.push({ place: audit, file });
    else if (!file.isPlain || file.path !== markerPath && file.path !== readmePath) foreign.push(file.path);
  }
  return { records, audits, foreign };
}
var firstFiles = (files) => files === void 0 ? [
  { path: markerPath, text: marker },
  { path: readmePath, text: readme }
] : [];
function planAudit(files, record) {
  const { put, remove } = planAuditUpdate(
    readBranch(files ?? []).audits.map(({ place }) => place),
    record
  );
  return { put: [...firstFiles(files), ...put], remove };
}
function planUpdate(files, added) {
  const put = [...firstFiles(files), ...added.map((record) => ({ path: pathOf(record), text: renderRecord(record) }))];
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
        rules: (0, import_chunk_TXIRKD6Z.outcomesOf)(image),
        measurement: slim(variant.measurement)
      }
    ];
  });
  await repository.records.update(`Record ${shortSha(commit)}`, (files) => {
    refuseForeign(repository.records.name, files);
    return planUpdate(files, records);
  });
  return { commit, records };
}
function refuseForeign(branch, files) {
  const { foreign } = readBranch(files ?? []);
  if (foreign.length > 0) throw notOurs(branch, foreign);
}
function notOurs(branch, foreign) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "foreign-record-branch",
    message: `The branch ${branch} holds what Plimsoll did not write, so nothing is stored on it.`,
    got: foreign.slice(0, 5).join(", "),
    hint: `Rename that branch or take these files off it; Plimsoll keeps its records on a branch ${branch} of its own.`
  });
}
function readsOf({ uses }) {
  return [...new Set(uses.flatMap(({ rule }) => rule.reads ?? []))];
}
function gathersOf({ uses }) {
  return [
    ...new Set(
      uses.flatMap(({ rule, options }) => [
        ...rule.gathers ?? [],
        // Options were parsed by this very rule's schema, which AnyRule has forgotten.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        ...rule.gathersFor?.(options) ?? []
      ])
    )
  ];
}
var ofToday = /* @__PURE__ */ new Set(["history", "releases", "published-base", "base-proof"]);
function gathersOfBefore(gathers) {
  return gathers.filter((one) => !ofToday.has(one));
}
function needsLayers({ uses }) {
  return uses.some(({ rule }) => rule.withoutImage !== true && rule.withoutLayers !== true);
}
var layersNotNeeded = "No rule of the policy looks into the layers, so they were not read.";
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  auditRecordSchemaVersion,
  commitToHoldAgainst,
  gathersOf,
  gathersOfBefore,
  isOf,
  layersNotNeeded,
  needsLayers,
  planAudit,
  readAuditRecord,
  readBranch,
  readRecord,
  readsOf,
  recordSchemaVersion,
  refuseForeign,
  saveRecords,
  shortSha
});
