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
  examineReference: () => examineReference,
  examineVariant: () => examineVariant
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NX6NCKGD = require("./chunk-NX6NCKGD.cjs");
var import_chunk_O6OSCAFM = require("./chunk-O6OSCAFM.cjs");
var import_chunk_SNID6UUL = require("./chunk-SNID6UUL.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_OTRKYCPV = require("./chunk-OTRKYCPV.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
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
function extentOf({ layers, unpackedBytes }) {
  return `${layers} ${layers === 1 ? "layer" : "layers"}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}`;
}
async function dockerfileOf(plan, { understood, platform, build }, workshop) {
  const own = await (0, import_chunk_OTRKYCPV.understandBuild)({ ...plan }, platform, build, workshop);
  if (!own) throw new Error("A build has a Dockerfile.");
  if (plan.untilLine === void 0) return own;
  const text = (understood?.text ?? own.text).split("\n").slice(0, plan.untilLine).join("\n") + "\n";
  return { ...own, text, report: (0, import_chunk_SNID6UUL.describeDockerfile)(text, own.path, own.options) };
}
function withTriggers({ text, path, options, report }, base) {
  const triggers = base?.config?.onBuild ?? [];
  if (!base || triggers.length === 0) return report;
  return (0, import_chunk_SNID6UUL.describeDockerfile)(text, path, { ...options, baseTriggers: { [base.reference]: triggers } });
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
async function examineVariant(plan, context, workshop) {
  const { images, signal, progress, checkout } = workshop;
  if ("image" in plan) {
    const step = progress.step(`Reading ${plan.image}`);
    const image2 = await images.open((0, import_chunk_O6OSCAFM.readSource)(plan.image, checkout), context.platform, signal);
    const examined2 = await (0, import_chunk_NX6NCKGD.examine)(image2, { reads: context.reads, gathers: context.gathers ?? [] }, signal);
    step.done(extentOf(examined2.measurement));
    const published2 = asksRegistry(context, false) ? await (0, import_chunk_NX6NCKGD.publishedBase)({ facts: image2.facts }, workshop) : void 0;
    return {
      name: plan.name,
      source: image2.facts.source,
      built: false,
      examined: examined2,
      ...published2 && { publishedBase: published2 }
    };
  }
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
  const examined = await (0, import_chunk_NX6NCKGD.examine)(
    image,
    { dockerfile, reads: context.reads, gathers: context.gathers ?? [], ...base && { baseDiffIds: base.diffIds } },
    signal
  );
  reading.done(extentOf(examined.measurement));
  const reference = finalBase(understood);
  const question = { facts: image.facts, from: reference ?? "", standsOnCreated: base?.created };
  const published = asksRegistry(context, base !== void 0) ? await (0, import_chunk_NX6NCKGD.publishedBase)(question, workshop) : void 0;
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
function asksRegistry({ gathers = [] }, isProved) {
  return gathers.includes("published-base") || gathers.includes("base-proof") && !isProved;
}
async function examineReference(reference, platform, { images, checkout, progress, signal }, { standsOn, ...wants } = { standsOn: [], reads: [] }) {
  const step = progress.step(`Reading ${reference}`);
  const image = await images.open((0, import_chunk_O6OSCAFM.readSource)(reference, checkout), platform, signal);
  const isKnown = standsOn.every((diffId, layer) => image.facts.diffIds[layer] === diffId);
  const baseDiffIds = isKnown && standsOn.length > 0 ? standsOn : void 0;
  const around = { ...isKnown ? wants : { reads: [] }, ...baseDiffIds && { baseDiffIds } };
  const examined = await (0, import_chunk_NX6NCKGD.examine)(image, around, signal);
  step.done(extentOf(examined.measurement));
  return { ...examined, source: image.facts.source, isKnown };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  examineReference,
  examineVariant
});
