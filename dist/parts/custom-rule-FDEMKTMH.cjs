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
  customRule: () => customRule
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_Z4DMLZCT = require("./chunk-Z4DMLZCT.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
function viewOf(subject) {
  const { imageName, measurement, tree, dockerfile, change } = subject;
  const looks = new import_chunk_Z4DMLZCT.Looks();
  const seen = (data) => (0, import_chunk_Z4DMLZCT.exact)(data, looks);
  return {
    image: seen(imageView(imageName, measurement)),
    ...tree && { files: new import_chunk_Z4DMLZCT.Files(tree, looks) },
    ...dockerfile && { dockerfile: seen(dockerfileView(dockerfile)) },
    ...change && { baseline: seen({ from: change.before, unpackedBytes: change.beforeBytes }) },
    ...change && { change: seen(changeView(change)) }
  };
}
function imageView(name, measurement) {
  const { platform, unpackedBytes, visibleBytes, hiddenBytes, pull, baseLayers, config, packages, hidden } = measurement;
  return {
    name,
    platform,
    unpackedBytes,
    visibleBytes,
    hiddenBytes,
    packages,
    hidden,
    ...pull && { pullBytes: pull.bytes },
    ...baseLayers !== void 0 && { baseLayers },
    config: {
      user: config.user,
      entrypoint: config.entrypoint ?? [],
      cmd: config.cmd ?? [],
      workingDir: config.workingDir,
      env: Object.fromEntries(config.env.map((pair) => [pair.split("=")[0], pair.slice(pair.indexOf("=") + 1)])),
      exposedPorts: config.exposedPorts,
      volumes: config.volumes,
      labels: config.labels,
      healthcheck: config.healthcheck?.test ?? [],
      stopSignal: config.stopSignal ?? ""
    },
    layers: measurement.perLayer.map((layer, index) => ({
      index,
      unpackedBytes: layer.unpackedBytes,
      visibleBytes: layer.visibleBytes,
      entries: layer.entries,
      createdBy: layer.createdBy,
      line: layer.dockerfile?.startLine ?? 0,
      isBase: index < (baseLayers ?? 0)
    }))
  };
}
function dockerfileView({ file, instructions, stages, final }) {
  return {
    file,
    finalStage: final.stage,
    instructions: instructions.map(({ keyword, startLine, stage, arguments: words, flags }) => ({
      keyword,
      line: startLine,
      arguments: words,
      flags,
      stage: stage ?? -1
    })),
    stages: stages.map(({ index, name, base, startLine }) => ({
      index,
      line: startLine,
      name: name ?? "",
      base: base.reference ?? ""
    }))
  };
}
function changeView(change) {
  const { unpackedDeltaBytes, hiddenDeltaBytes, ownDeltaBytes, baseDeltaBytes, pullDelta, layersDelta, packages } = change;
  return {
    unpackedDeltaBytes,
    hiddenDeltaBytes,
    layersDelta,
    ...ownDeltaBytes !== void 0 && { ownDeltaBytes },
    ...baseDeltaBytes !== void 0 && { baseDeltaBytes },
    ...pullDelta && { pullDeltaBytes: pullDelta.bytes },
    packages: packages.map((one) => ({ before: "", after: "", ...one }))
  };
}
var missing = {
  image: () => "There is no image.",
  files: () => "The files of the image were not read.",
  dockerfile: () => "There is no Dockerfile: the image was not built here.",
  baseline: ({ noBaselineReason }) => noBaselineReason ?? "No baseline is configured.",
  change: ({ noBaselineReason }) => noBaselineReason ?? "No baseline is configured."
};
function customRule({ id, message, why, howToPass }, expression) {
  const asksForChange = expression.uses.has("change") || expression.uses.has("baseline");
  return {
    id,
    group: "custom",
    summary: message,
    why: why ?? "The policy says so; see where it is turned on.",
    howToPass: howToPass ?? "Ask the owner of the policy, or see its expression where it is turned on.",
    options: (0, import_chunk_H7G5P3MR.strictObject)({ when: (0, import_chunk_H7G5P3MR.string)(), message: (0, import_chunk_H7G5P3MR.string)() }),
    // A new image has no change, which is no failure: the judge knows.
    ...asksForChange && { needs: ["baseline"] },
    *check(subject) {
      const view = viewOf(subject);
      const absent = [...expression.uses].find((name) => view[name] === void 0);
      if (absent !== void 0) {
        yield { unknown: missing[absent](subject) };
        return;
      }
      const said = expression.evaluate(view);
      if (typeof said !== "boolean") yield said;
      else if (said) {
        const location = subject.dockerfile && (0, import_chunk_4LVAQKBM.finalFrom)(subject.dockerfile);
        yield { message, ...location && { location } };
      }
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  customRule
});
