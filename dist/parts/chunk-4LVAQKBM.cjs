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
  basesOf: () => basesOf,
  describeUse: () => describeUse,
  finalFrom: () => finalFrom,
  instructionAt: () => instructionAt,
  instructionsOf: () => instructionsOf,
  linesOf: () => linesOf,
  linesOfField: () => linesOfField,
  shippingStages: () => shippingStages
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
function basesOf(dockerfile, which) {
  const stages = which === "all" ? dockerfile.stages : shippingStages(dockerfile);
  return stages.flatMap((stage) => basesOfStage(stage, dockerfile));
}
function shippingStages({ stages, final }) {
  const chain = [];
  let stage = stages[final.stage];
  while (stage) {
    chain.push(stage);
    const below = stage.base.stage;
    stage = below === null || below >= stage.index ? void 0 : stages[below];
  }
  return chain;
}
function describeUse({ via, name }) {
  return { from: `FROM ${name}`, copy: `COPY --from=${name}`, mount: `RUN --mount=from=${name}` }[via];
}
function basesOfStage(stage, { file, instructions }) {
  const { reference, stage: parent, written } = stage.base;
  const own = parent === null ? [asUse("from", reference, written, lineAt(file, stage.startLine))] : [];
  const copies = stage.copiesFrom.filter((copy) => copy.stage === null).map(({ via, reference: copied, line }) => {
    const flags = instructions.find(({ startLine }) => startLine === line)?.flags ?? [];
    const names = flags.map((flag) => /[-,=]from=([^,]+)/.exec(flag)?.[1] ?? "").filter((name) => name !== "");
    const asWritten = copied === null ? names[0] : names.find((name) => copied.includes(name));
    return asUse(via, copied, asWritten ?? "", lineAt(file, line));
  });
  return own.concat(copies);
}
function asUse(via, reference, written, location) {
  const kind = { isUnresolved: false, isContext: false };
  if (reference === "scratch") return { via, name: "scratch", ...kind, location };
  if (reference === null) return { via, name: written, ...kind, isContext: true, location };
  const read = (0, import_chunk_MWNSXYJF.readReference)(reference);
  if (typeof read === "string") return { via, name: reference, ...kind, isUnresolved: true, location };
  const asWritten = (0, import_chunk_MWNSXYJF.readReference)(written);
  const isImplied = read.tag === "latest" && typeof asWritten !== "string" && asWritten.tag === null;
  const stated = isImplied ? { ...read, tag: null } : read;
  return { via, name: (0, import_chunk_MWNSXYJF.familiarReference)(stated), reference: stated, ...kind, location };
}
function lineAt(file, line) {
  return { file, startLine: line, endLine: line };
}
function linesOfField({ dockerfile }, field) {
  if (!dockerfile) return void 0;
  const lines = dockerfile.final.lines[field];
  return lines ? { file: dockerfile.file, ...lines } : finalFrom(dockerfile);
}
function finalFrom({ file, stages, final }) {
  const line = stages[final.stage]?.startLine;
  return line === void 0 ? void 0 : { file, startLine: line, endLine: line };
}
function instructionAt({ dockerfile }, field) {
  const line = dockerfile?.final.lines[field]?.startLine;
  return dockerfile?.instructions.find(({ startLine }) => startLine === line);
}
function linesOf({ file }, { startLine, endLine }) {
  return { file, startLine, endLine };
}
function instructionsOf(dockerfile, which) {
  const stages = new Set(shippingStages(dockerfile).map(({ index }) => index));
  return dockerfile.instructions.filter(({ stage }) => stage !== null && (which === "all" || stages.has(stage)));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  basesOf,
  describeUse,
  finalFrom,
  instructionAt,
  instructionsOf,
  linesOf,
  linesOfField,
  shippingStages
});
