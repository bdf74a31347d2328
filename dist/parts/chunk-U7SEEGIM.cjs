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
  isOf: () => isOf,
  planAudit: () => planAudit,
  planUpdate: () => planUpdate,
  readAuditRecord: () => readAuditRecord,
  readBranch: () => readBranch,
  readRecord: () => readRecord,
  recordSchemaVersion: () => recordSchemaVersion,
  slim: () => slim
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var recordSchemaVersion = 1;
var storedRecord = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(recordSchemaVersion),
  /** Full SHA of the commit the image was built from. */
  commit: (0, import_chunk_H7G5P3MR.string)().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** Seconds since 1970 of its committer. */
  committedAt: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  image: (0, import_chunk_H7G5P3MR.string)().min(1),
  platform: (0, import_chunk_H7G5P3MR.string)().min(1),
  /** The kind of source it was read from, such as `engine`, and how it was built. */
  engine: (0, import_chunk_H7G5P3MR.string)(),
  builder: (0, import_chunk_H7G5P3MR.string)(),
  /** Version of Plimsoll. */
  tool: (0, import_chunk_H7G5P3MR.string)(),
  /** The image it stands on, as the Dockerfile came to it; absent where that is not known. */
  base: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** Waivers that were in force for the image. */
  waivers: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional(),
  /** What the policy of that commit said of the image. */
  rules: import_chunk_YMVR63LA.ruleOutcomes.optional(),
  measurement: import_chunk_YMVR63LA.measurement
});
function renderRecord(record2) {
  return `${JSON.stringify(storedRecord.parse(record2))}
`;
}
function readRecord(text) {
  const data = parse(text);
  if (data === void 0) return { unfit: "it is not JSON" };
  const version = (0, import_chunk_H7G5P3MR.object)({ schemaVersion: (0, import_chunk_H7G5P3MR.unknown)() }).safeParse(data).data?.schemaVersion;
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
var auditRecordSchemaVersion = 1;
var auditRecord = (0, import_chunk_H7G5P3MR.object)({
  ...import_chunk_NV3XW336.auditPoint.shape,
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(auditRecordSchemaVersion),
  /** Tells several audits of one repository apart. */
  audit: (0, import_chunk_H7G5P3MR.string)().min(1).max(100),
  run: (0, import_chunk_H7G5P3MR.string)().regex(/^[\w.-]{1,100}$/),
  /** Version of Plimsoll. */
  tool: (0, import_chunk_H7G5P3MR.string)(),
  /** Digest of the policy. */
  policy: (0, import_chunk_H7G5P3MR.string)(),
  /** By name, with the number of findings of each rule that has any. */
  audited: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.string)(), rules: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.int)().positive()).optional() })),
  notAudited: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  /** What tags of bases led to. */
  bases: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.string)(), platform: (0, import_chunk_H7G5P3MR.string)(), layers: (0, import_chunk_H7G5P3MR.int)().positive(), chainId: (0, import_chunk_H7G5P3MR.string)() }))
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
function renderAuditRecord(record2) {
  return `${JSON.stringify(auditRecord.parse(record2))}
`;
}
function readAuditRecord(text, place) {
  const parsed = auditRecord.safeParse(parse2(text)).data;
  if (!parsed || auditPathOf(parsed) !== auditPathOf(place) || parsed.images !== parsed.audited.length)
    return void 0;
  const findings = parsed.audited.flatMap(({ rules = {} }) => Object.values(rules));
  const sum = findings.reduce((total, one) => total + one, 0);
  return sum === parsed.findings ? parsed : void 0;
}
function parse2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var auditsKept = 200;
function planAuditUpdate(there, record2) {
  const path = auditPathOf(record2);
  const same = there.filter(({ audit }) => audit === record2.audit);
  const again = same.filter(({ run }) => run === record2.run);
  const others = same.filter(({ run }) => run !== record2.run).toSorted((one, other) => other.at - one.at);
  return {
    put: [{ path, text: renderAuditRecord(record2) }],
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
function isOf(record2, place) {
  return record2.commit === place.commit && record2.image === place.image && record2.platform === place.platform;
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
function planAudit(files, record2) {
  const { put, remove } = planAuditUpdate(
    readBranch(files ?? []).audits.map(({ place }) => place),
    record2
  );
  return { put: [...firstFiles(files), ...put], remove };
}
function planUpdate(files, added) {
  const put = [...firstFiles(files), ...added.map((record2) => ({ path: pathOf(record2), text: renderRecord(record2) }))];
  const there = readBranch(files ?? []).records.map(({ place }) => place);
  const remove = added.flatMap(({ image, platform, commit }) => {
    const others = there.filter((one) => one.image === image && one.platform === platform && one.commit !== commit);
    return others.toSorted((a, b) => b.committedAt - a.committedAt || (a.commit < b.commit ? -1 : 1)).slice(recordsKept - 1).map(pathOf);
  });
  return { put, remove };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  auditRecordSchemaVersion,
  isOf,
  planAudit,
  planUpdate,
  readAuditRecord,
  readBranch,
  readRecord,
  recordSchemaVersion,
  slim
});
