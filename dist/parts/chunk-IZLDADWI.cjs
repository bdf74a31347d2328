var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  runAction: () => runAction
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_J4AKVVBX = require("./chunk-J4AKVVBX.cjs");
var import_chunk_NQ353VKZ = require("./chunk-NQ353VKZ.cjs");
var import_chunk_J76B56KX = require("./chunk-J76B56KX.cjs");
var import_chunk_QZYW4IEP = require("./chunk-QZYW4IEP.cjs");
var import_chunk_534LGCCF = require("./chunk-534LGCCF.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var privileged = {
  pull_request_target: "a token that may write and the secrets of the base repository",
  workflow_run: "a token that may write, the secrets and the caches of the default branch",
  issue_comment: "a token that may write and the secrets, whoever wrote the comment"
};
function refuseUnsafeEvent(eventName, what) {
  const lends = Object.hasOwn(privileged, eventName) ? privileged[eventName] : void 0;
  if (lends === void 0 || !what.builds || what.evenSo) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "unsafe-event",
    message: `A build under the event ${eventName} is refused: it would run the pull request's code with ${lends}.`,
    expected: "on: pull_request",
    got: eventName,
    hint: "Build and check under `on: pull_request`, which needs no rights; let the comment action publish the result under `on: workflow_run`."
  });
}
function placeOf(inputs, workspace, repository) {
  const folder = inputs.get("working-directory");
  const root = (0, import_node_path2.resolve)(workspace, folder ?? ".");
  const name = repository.split("/")[1];
  return { root, folderName: folder === void 0 || name === void 0 ? (0, import_node_path2.basename)(root) : name };
}
var { env } = process;
function runAction(names, action) {
  (0, import_chunk_QZYW4IEP.runStep)(async (signal) => {
    const step = { workspace: env["GITHUB_WORKSPACE"] ?? process.cwd(), run: (0, import_chunk_QZYW4IEP.readRun)(env), signal };
    return action(await openRunner(names, step), step);
  });
}
async function openRunner(names, { workspace, run, signal }) {
  const event = await (0, import_chunk_QZYW4IEP.loadEvent)(env);
  const inputs = (0, import_chunk_QZYW4IEP.readInputs)(env, names);
  const place = placeOf(inputs, workspace, run.repository);
  const token = inputs.get("github-token");
  const asker = (given) => given === void 0 ? void 0 : () => (0, import_chunk_534LGCCF.createGithubClient)({ token: given, apiUrl: run.apiUrl, signal });
  const github = asker(token);
  const policies = asker(inputs.get("policy-token") ?? token);
  return {
    version: import_chunk_J76B56KX.version,
    ...place,
    inputs,
    unknownInputs: (0, import_chunk_QZYW4IEP.unknownInputs)(env, names),
    pullRequest: event.kind === "pull-request" ? event : void 0,
    sha: env["GITHUB_SHA"],
    repositoryUrl: `${run.serverUrl}/${run.repository}`,
    runUrl: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}`,
    openCheckout: import_chunk_J76B56KX.openCheckout,
    openRepository: () => (0, import_chunk_J4AKVVBX.openRepository)({ root: place.root, environment: env, signal, openCheckout: import_chunk_J76B56KX.openCheckout }),
    openBase: (sha, repository) => (0, import_chunk_NQ353VKZ.openBase)(sha, repository, run.repository, github),
    ...policies && { fetchPolicy: (0, import_chunk_NQ353VKZ.remotePolicies)(policies) },
    openWorkshop: async (checkout, progress, insecureRegistries, { folder, mode }) => {
      const { openWorkshop } = await Promise.resolve().then(() => __toESM(require("./workshop-JTYTH5SA.cjs")));
      const cache = folder === void 0 ? {} : { cacheFolder: (0, import_node_path.resolve)(workspace, folder) };
      const request = {
        environment: env,
        checkout,
        progress,
        signal,
        insecureRegistries,
        mode,
        ...cache,
        warn: import_chunk_QZYW4IEP.voice.print
      };
      return openWorkshop({ ...request, onSecret: import_chunk_QZYW4IEP.voice.maskSecret });
    },
    progress: (mode) => mode === "none" ? import_chunk_J76B56KX.noProgress : (0, import_chunk_J76B56KX.runnerProgress)(import_chunk_QZYW4IEP.voice.print),
    refuseUnsafeBuild: () => refuseUnsafeEvent(event.name, { builds: true }),
    writeReport: (path, text) => (0, import_chunk_J76B56KX.writeReport)((0, import_node_path.join)(workspace, path), text),
    publishComment: (comment) => (0, import_chunk_QZYW4IEP.publishReport)(comment, run, signal),
    publishCheckRun: (check) => (0, import_chunk_QZYW4IEP.publishVerdict)(check, run, signal),
    ...import_chunk_QZYW4IEP.voice
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runAction
});
