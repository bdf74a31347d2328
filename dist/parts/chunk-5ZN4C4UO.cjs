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
  mergeInputSpecs: () => mergeInputSpecs,
  planInputSpecs: () => planInputSpecs
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var sharedWith = (...names) => import_chunk_NMDXFFTM.inputSpecs.filter(({ name }) => names.includes(name));
var planInputSpecs = [
  {
    name: "images",
    kind: "choice",
    choices: ["changed", "all"],
    default: "changed",
    on: ["action"],
    commands: ["check"],
    description: "Which images are checked in a pull request: those it may alter, or all. Outside pull requests all are."
  },
  {
    name: "max-jobs",
    kind: "text",
    default: "100",
    placeholder: "N",
    on: ["action"],
    commands: ["check"],
    description: "The largest number of jobs, at most 256; more images share jobs."
  },
  ...sharedWith("working-directory", "config", "policy", "org-policy", "policy-token"),
  ...sharedWith("github-token").map((spec) => ({
    ...spec,
    description: "Reads the configuration of the base revision and policies of other repositories; needs contents: read."
  }))
];
var mergeInputSpecs = [
  {
    name: "plan",
    kind: "text",
    placeholder: "JSON",
    on: ["action"],
    commands: ["check"],
    description: "The output `plan` of plimsoll/plimsoll/plan; empty when its job failed."
  },
  {
    name: "jobs",
    kind: "choice",
    choices: ["success", "failure", "cancelled", "skipped"],
    placeholder: "RESULT",
    on: ["action"],
    commands: ["check"],
    description: "How the jobs that checked the images ended: `needs.JOB.result`."
  },
  {
    name: "reports",
    kind: "text",
    default: "plimsoll-reports",
    placeholder: "DIR",
    on: ["action"],
    commands: ["check"],
    description: "The folder of the jobs’ reports (`plimsoll.json`) and failures (`failure.json`), searched to its depth."
  },
  ...sharedWith("output", "comment", "comment-id", "check-name", "github-token", "summary")
];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  mergeInputSpecs,
  planInputSpecs
});
