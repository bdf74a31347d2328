var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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
var import_chunk_4SYYLPAE = require("./parts/chunk-4SYYLPAE.cjs");
var import_chunk_YBMSZ7YB = require("./parts/chunk-YBMSZ7YB.cjs");
var import_chunk_MWT25B3W = require("./parts/chunk-MWT25B3W.cjs");
var import_chunk_AJD5EM47 = require("./parts/chunk-AJD5EM47.cjs");
var import_chunk_3WSSHBCU = require("./parts/chunk-3WSSHBCU.cjs");
var import_chunk_DRSZDVSV = require("./parts/chunk-DRSZDVSV.cjs");
var import_chunk_JD3WAY7O = require("./parts/chunk-JD3WAY7O.cjs");
var import_chunk_LUC4HMHJ = require("./parts/chunk-LUC4HMHJ.cjs");
var import_chunk_U4BLCYBR = require("./parts/chunk-U4BLCYBR.cjs");
var import_chunk_3JJ3XV3L = require("./parts/chunk-3JJ3XV3L.cjs");
var import_chunk_IBBT4ZFU = require("./parts/chunk-IBBT4ZFU.cjs");
var import_chunk_EYURQ6ZW = require("./parts/chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./parts/chunk-FCKW4FYS.cjs");
var import_chunk_ZK4QOFSW = require("./parts/chunk-ZK4QOFSW.cjs");
var import_chunk_537FHCB6 = require("./parts/chunk-537FHCB6.cjs");
var import_chunk_SAKVTBBA = require("./parts/chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./parts/chunk-OEHE2OJI.cjs");
var import_chunk_NLRYH24J = require("./parts/chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./parts/chunk-5RKSZUZB.cjs");
var import_chunk_MNHQZYPE = require("./parts/chunk-MNHQZYPE.cjs");
var import_chunk_BKJDED2S = require("./parts/chunk-BKJDED2S.cjs");
var import_chunk_TISOUWS6 = require("./parts/chunk-TISOUWS6.cjs");
var import_chunk_5XM64GBA = require("./parts/chunk-5XM64GBA.cjs");
var import_chunk_SK572NGL = require("./parts/chunk-SK572NGL.cjs");
var import_chunk_O2NKAHT7 = require("./parts/chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./parts/chunk-CCPWSZ7L.cjs");
var import_chunk_5PBVRIP2 = require("./parts/chunk-5PBVRIP2.cjs");
var import_chunk_3FGSU4GP = require("./parts/chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./parts/chunk-HT5NMFAD.cjs");
var import_chunk_DGX2AWRA = require("./parts/chunk-DGX2AWRA.cjs");
var import_chunk_EEYCNJTU = require("./parts/chunk-EEYCNJTU.cjs");
var import_chunk_C6VGJIMQ = require("./parts/chunk-C6VGJIMQ.cjs");
var import_chunk_4LVAQKBM = require("./parts/chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./parts/chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./parts/chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./parts/chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./parts/chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
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
var { env, stdout } = process;
var log = (0, import_chunk_MWT25B3W.untrustedLog)((chunk) => stdout.write(chunk));
var print = (text) => log.print(text);
var actionInputs = import_chunk_MNHQZYPE.inputSpecs.filter((spec) => spec.on.includes("action")).map(({ name }) => name);
async function main() {
  try {
    return await (0, import_chunk_MWT25B3W.action)(await openRunner((0, import_chunk_5PBVRIP2.stopSignal)()));
  } catch (thrown) {
    log.print((0, import_chunk_5PBVRIP2.explain)(thrown));
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  } finally {
    log.end();
  }
}
async function openRunner(signal) {
  const run = (0, import_chunk_MWT25B3W.readRun)(env);
  const event = await (0, import_chunk_MWT25B3W.loadEvent)(env);
  const inputs = (0, import_chunk_MWT25B3W.readInputs)(env, actionInputs);
  const workspace = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const token = inputs.get("github-token");
  const github = token === void 0 ? void 0 : () => (0, import_chunk_BKJDED2S.createGithubClient)({ token, apiUrl: run.apiUrl, signal });
  return {
    version: import_chunk_YBMSZ7YB.version,
    workspace,
    inputs,
    unknownInputs: (0, import_chunk_MWT25B3W.unknownInputs)(env, actionInputs),
    pullRequest: event.kind === "pull-request" ? event : void 0,
    sha: env["GITHUB_SHA"],
    repositoryUrl: `${run.serverUrl}/${run.repository}`,
    runUrl: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}`,
    openCheckout: import_chunk_YBMSZ7YB.openCheckout,
    openRepository: () => (0, import_chunk_DGX2AWRA.openRepository)({ root: workspace, environment: env, signal, openCheckout: import_chunk_YBMSZ7YB.openCheckout }),
    openBase: (sha, repository) => (0, import_chunk_4SYYLPAE.openBase)(sha, repository, run.repository, github),
    ...github && { fetchPolicy: (0, import_chunk_4SYYLPAE.remotePolicies)(github) },
    openWorkshop: async (checkout, progress, insecureRegistries, { folder }) => {
      const { openWorkshop } = await Promise.resolve().then(() => __toESM(require("./parts/workshop-SBCFWSGP.cjs")));
      const cache = folder === void 0 ? {} : { cacheFolder: (0, import_node_path.resolve)(workspace, folder) };
      const request = { environment: env, checkout, progress, signal, insecureRegistries, ...cache, warn: print };
      return openWorkshop({ ...request, onSecret: mask });
    },
    progress: (mode) => mode === "none" ? import_chunk_YBMSZ7YB.noProgress : (0, import_chunk_YBMSZ7YB.runnerProgress)(print),
    refuseUnsafeBuild: () => refuseUnsafeEvent(event.name, { builds: true }),
    writeReport: (path, text) => (0, import_chunk_YBMSZ7YB.writeReport)((0, import_node_path.join)(workspace, path), text),
    writeOutputs: async (outputs) => asPublished(await (0, import_chunk_MWT25B3W.writeOutputs)(env["GITHUB_OUTPUT"], outputs)),
    writeSummary: async (markdown) => asPublished(await (0, import_chunk_MWT25B3W.writeSummary)(env["GITHUB_STEP_SUMMARY"], markdown)),
    annotate: async (annotations) => {
      log.end();
      await (0, import_chunk_MWT25B3W.annotate)(annotations);
    },
    publishComment: (comment) => (0, import_chunk_MWT25B3W.publishReport)(comment, run, signal),
    publishCheckRun: (check) => (0, import_chunk_MWT25B3W.publishVerdict)(check, run, signal),
    maskSecret: mask,
    print
  };
}
function asPublished(write) {
  return write.state === "failed" ? { warning: write.warning } : {};
}
async function mask(secret) {
  log.end();
  await (0, import_chunk_MWT25B3W.maskSecret)(secret);
}
void main().then((status) => stdout.write("", () => process.exit(status)));
