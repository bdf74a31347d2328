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
  readRunOptions: () => readRunOptions
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
function readRunOptions(inputs) {
  const outputs = (inputs.output ?? []).map(readOutput);
  const options = {
    verdict: { failOn: inputs["fail-on"], warnOnly: inputs["warn-only"] },
    build: {
      builder: inputs.builder,
      secrets: inputs.secrets ?? [],
      ssh: inputs.ssh ?? [],
      cacheFrom: inputs["cache-from"] ?? [],
      cacheTo: inputs["cache-to"] ?? [],
      buildContexts: inputs["build-contexts"] ?? {},
      noCache: inputs["no-cache"],
      pull: inputs.pull,
      ...inputs.network !== void 0 && { network: inputs.network }
    },
    format: inputs.format,
    outputs: outputs.flatMap((output) => "path" in output ? [output] : []),
    progress: inputs.progress,
    insecureRegistries: inputs["insecure-registries"] ?? [],
    layerReading: {
      ...inputs["cache-dir"] !== void 0 && { folder: inputs["cache-dir"] },
      isCacheOff: inputs["no-layer-cache"],
      mode: inputs["source-mode"]
    },
    comment: { mode: inputs.comment, id: inputs["comment-id"] },
    ...isToken(inputs["github-token"]) && { githubToken: inputs["github-token"] },
    summary: inputs.summary,
    annotations: inputs.annotations,
    saveBaseline: inputs["save-baseline"]
  };
  return {
    options,
    problems: [...outputs.flatMap((one) => "path" in one ? [] : [one]), ...commentIdProblem(inputs)]
  };
}
function isToken(text) {
  return !text.startsWith("$");
}
function readOutput(text) {
  const at = text.indexOf("=");
  const format = import_chunk_NMDXFFTM.reportFormats.find((one) => one === text.slice(0, at));
  if (at > 0 && format !== void 0 && at < text.length - 1) return { format, path: text.slice(at + 1) };
  return {
    code: "invalid-input",
    message: `The input \`output\` cannot be ${(0, import_chunk_2IEKWUQ6.show)(text)}.`,
    expected: `FORMAT=FILE with a format of ${import_chunk_NMDXFFTM.reportFormats.join(", ")}`,
    got: (0, import_chunk_2IEKWUQ6.show)(text),
    hint: "For example: json=report.json."
  };
}
function commentIdProblem(inputs) {
  const id = inputs["comment-id"];
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) return [];
  const expected = "at most 64 letters, digits, `.`, `_` and `-`";
  return [
    {
      code: "invalid-input",
      message: `The input \`comment-id\` cannot be ${(0, import_chunk_2IEKWUQ6.show)(id)}.`,
      expected,
      got: (0, import_chunk_2IEKWUQ6.show)(id),
      hint: `Use ${expected}.`
    }
  ];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readRunOptions
});
