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
  dayOf: () => dayOf,
  labelledBase: () => labelledBase,
  publishedBase: () => publishedBase
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_WDR3NQNY = require("./chunk-WDR3NQNY.cjs");
var import_chunk_36GXVB5J = require("./chunk-36GXVB5J.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
async function publishedBase({ facts, from, standsOnCreated }, workshop) {
  const reference = from === void 0 ? labelledBase(facts) : from === "scratch" ? void 0 : (0, import_chunk_MWNSXYJF.readReference)(from);
  if (reference === void 0 || typeof reference === "string" || "unasked" in reference) return void 0;
  const look = (one) => publishedImage(one, facts, workshop);
  const { digest } = reference;
  const pinned = digest === null ? void 0 : { digest, image: await look({ ...reference, tag: null }) };
  const createdThere = pinned && "created" in pinned.image && (0, import_chunk_36GXVB5J.isBelow)(pinned.image) ? pinned.image.created : void 0;
  const created = dayOf(standsOnCreated) ?? createdThere;
  return {
    saidBy: from === void 0 ? "label" : "dockerfile",
    name: (0, import_chunk_MWNSXYJF.familiarReference)({ ...reference, digest: null }),
    now: isTagless(reference) ? { unknown: `${(0, import_chunk_MWNSXYJF.familiarReference)(reference)} names no tag, so nothing says what is newer.` } : await look({ ...reference, tag: reference.tag ?? "latest", digest: null }),
    ...pinned && { pinned },
    ...created !== void 0 && { standsOnCreated: created }
  };
}
function labelledBase(facts) {
  const { [import_chunk_36GXVB5J.baseNameLabel]: name, [import_chunk_36GXVB5J.baseDigestLabel]: digest } = facts.config.labels;
  const said = [name, digest].filter(Boolean).join("@");
  if (said === "" || said === "scratch") return void 0;
  const reference = (0, import_chunk_MWNSXYJF.readReference)(said);
  if (typeof reference === "string")
    return { name: said, unasked: `The label ${import_chunk_36GXVB5J.baseNameLabel} names no image: ${reference}.` };
  if (mayAsk(reference, facts)) return reference;
  const unasked = `The label ${import_chunk_36GXVB5J.baseNameLabel} names an address without a name, or this machine, which no label may send us to.`;
  return { name: (0, import_chunk_MWNSXYJF.familiarReference)(reference), unasked };
}
function mayAsk({ domain }, { source }) {
  const isName = /^[^:]*\.[a-z][a-z0-9-]*(?::\d+)?$/i.test(domain) && !/\.(?:localhost|local)(?::|$)/i.test(domain);
  return isName || source.startsWith(`registry:${domain}/`);
}
var isTagless = ({ tag, digest }) => tag === null && digest !== null;
async function publishedImage(reference, judged, { images, clock, progress, signal }) {
  const name = (0, import_chunk_MWNSXYJF.familiarReference)(reference);
  const step = progress.step(`Asking the registry for ${name}`);
  try {
    const source = { kind: "registry", reference: (0, import_chunk_MWNSXYJF.formatReference)(reference) };
    const { facts } = await images.open(source, judged.platform, signal);
    const digest = (0, import_chunk_MWNSXYJF.readReference)(facts.source.replace(/^registry:/, ""));
    const created = dayOf(facts.created);
    return {
      digest: digestOf(digest, facts),
      layers: facts.diffIds.length,
      sharedLayers: (0, import_chunk_WDR3NQNY.sharedPrefix)(facts.diffIds, judged.diffIds),
      ...created !== void 0 && { created, ageDays: daysBetween(created, clock.today()) }
    };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { unknown: `What ${name} is in its registry could not be told: ${thrown.message}` };
  } finally {
    step.done();
  }
}
function digestOf(reference, { imageId }) {
  const digest = typeof reference === "string" ? null : reference.digest;
  return isDigest(digest) ? digest : imageId;
}
var isDigest = (text) => /^sha(?:256|512):/.test(text ?? "");
function dayOf(created) {
  const time = Date.parse(created ?? "");
  return Number.isNaN(time) || time < Date.UTC(1990) ? void 0 : new Date(time).toISOString().slice(0, 10);
}
function daysBetween(day, today) {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 864e5));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  dayOf,
  labelledBase,
  publishedBase
});
