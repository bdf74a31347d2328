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
  examineBuilt: () => examineBuilt
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_66H6TNFI = require("./chunk-66H6TNFI.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_WDR3NQNY = require("./chunk-WDR3NQNY.cjs");
var import_chunk_RERJVM4W = require("./chunk-RERJVM4W.cjs");
var import_chunk_S3IC7IWJ = require("./chunk-S3IC7IWJ.cjs");
var import_chunk_T4HUF5C3 = require("./chunk-T4HUF5C3.cjs");
var import_chunk_36GXVB5J = require("./chunk-36GXVB5J.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
function finalBase({ report }) {
  let stage = report.stages[report.final.stage];
  while (stage && stage.base.stage !== null) stage = report.stages[stage.base.stage];
  return stage?.base.reference ?? void 0;
}
async function baseOf(understood, built, { images, progress, signal }, asksRegistry2 = false) {
  const reference = finalBase(understood);
  if (reference === void 0) return void 0;
  if (reference === "scratch") return { reference, diffIds: [] };
  const own = await factsIfThere(images, { kind: "engine", reference }, built.platform, signal);
  const facts = own ?? (asksRegistry2 ? await factsOfRegistry(reference, built, { images, progress, signal }) : void 0);
  if (!facts?.diffIds.every((diffId, index) => built.diffIds[index] === diffId)) return void 0;
  const { diffIds, config, created } = facts;
  return { reference, diffIds, config, ...created !== void 0 && { created } };
}
async function factsOfRegistry(reference, { platform }, { images, progress, signal }) {
  const step = progress.step(`Asking the registry for ${reference}`);
  try {
    return (await images.open({ kind: "registry", reference }, platform, signal)).facts;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  } finally {
    step.done();
  }
}
var isAbsent = ({ code }) => code === "no-such-image" || code === "no-such-platform";
async function factsIfThere(images, source, platform, signal) {
  try {
    return (await images.open(source, platform, signal)).facts;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError && thrown.problems.every(isAbsent)) return void 0;
    throw thrown;
  }
}
async function dockerfileOf(plan, { understood, platform, build }, workshop) {
  const own = await (0, import_chunk_4F2IJLUY.understandBuild)({ ...plan }, platform, build, workshop);
  if (!own) throw new Error("A build has a Dockerfile.");
  if (plan.untilLine === void 0) return own;
  const text = (understood?.text ?? own.text).split("\n").slice(0, plan.untilLine).join("\n") + "\n";
  return { ...own, text, report: (0, import_chunk_RERJVM4W.describeDockerfile)(text, own.path, own.options) };
}
function withTriggers({ text, path, options, report }, base) {
  const triggers = base?.config?.onBuild ?? [];
  if (!base || triggers.length === 0) return report;
  return (0, import_chunk_RERJVM4W.describeDockerfile)(text, path, { ...options, baseTriggers: { [base.reference]: triggers } });
}
function buildRequest(plan, understood, context, checkout) {
  const contextDir = checkout.absolute(plan.context);
  if (checkout.kindOf(plan.context) !== "folder") throw noContext(plan.context);
  return {
    ...context.build,
    contextDir,
    dockerfile: checkout.absolute(plan.dockerfile),
    ...plan.untilLine !== void 0 && { dockerfileText: understood.text },
    ...plan.target !== void 0 && { target: plan.target },
    buildArgs: plan.buildArgs,
    ...context.platform !== void 0 && { platform: context.platform }
  };
}
function noContext(context) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-context",
    message: `The build context ${context} is not a folder.`,
    expected: "a folder whose files are sent to the builder",
    got: context,
    hint: "Name it with --context, or under `context:` in the configuration."
  });
}
async function examineBuilt(plan, context, workshop) {
  const { images, signal, progress, checkout } = workshop;
  const understood = await dockerfileOf(plan, context, workshop);
  const building = progress.step(`Building ${plan.name}`);
  const built = await workshop.builder.build(buildRequest(plan, understood, context, checkout), signal).catch((thrown) => {
    throw (0, import_chunk_AJDVI4XC.seenFromCheckout)(thrown, checkout);
  });
  building.done(built.context && `${(0, import_chunk_CCPWSZ7L.formatBytes)(built.context.bytes)} of build context`);
  const reading = progress.step(`Reading ${plan.name}`);
  const image = await images.open({ kind: "engine", reference: built.reference }, context.platform, signal);
  const base = await baseOf(understood, image.facts, workshop, context.gathers?.includes("base-config"));
  const dockerfile = withTriggers(understood, base);
  const examined = await (0, import_chunk_RRT3X3TP.examine)(
    image,
    { dockerfile, reads: context.reads, gathers: context.gathers ?? [], ...base && { baseDiffIds: base.diffIds } },
    signal
  );
  reading.done((0, import_chunk_7A35LL3V.extentOf)(examined.measurement));
  const reference = finalBase(understood);
  const question = { facts: image.facts, from: reference ?? "", standsOnCreated: base?.created };
  const published = (0, import_chunk_7A35LL3V.asksRegistry)(context, base !== void 0) ? await (0, import_chunk_66H6TNFI.publishedBase)(question, workshop) : void 0;
  return {
    name: plan.name,
    source: image.facts.source,
    built: true,
    examined,
    dockerfile,
    ...base?.config && { baseConfig: base.config },
    ...reference !== void 0 && { base: reference },
    ...built.context && { context: built.context },
    ...published && { publishedBase: published }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  examineBuilt
});
