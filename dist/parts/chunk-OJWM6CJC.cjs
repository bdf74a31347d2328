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
  answerAsThread: () => answerAsThread,
  helperThreads: () => helperThreads
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_DSZZ5GN7 = require("./chunk-DSZZ5GN7.cjs");
var import_chunk_U7OFPTSN = require("./chunk-U7OFPTSN.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_events = require("node:events");
var import_node_fs = require("node:fs");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_node_worker_threads = require("node:worker_threads");
var entriesAtATime = 1e4;
function newHelping(task, isSecretFile) {
  const rules = (0, import_chunk_U7OFPTSN.parseIgnoreFile)(task.ignoreText, task.ignoreFile);
  const scan = (0, import_chunk_DSZZ5GN7.newScan)({ rules, gitIgnored: task.gitIgnored, isSecretFile });
  return (question) => {
    if (question === "share") return { share: scan.tally.share() };
    scan.open.push(...question.take);
    try {
      scan.advance(entriesAtATime);
    } catch (error) {
      const problem = error instanceof import_chunk_ZU5SK2EV.UserError ? error.problems[0] : void 0;
      if (problem) return { problem };
      throw error;
    }
    return { left: scan.open.splice(0) };
  };
}
var program = "weigh-thread.cjs";
var fromEntries = 15e3;
function helperThreads(folder) {
  const file = [(0, import_node_path.join)(folder, program), (0, import_node_path.join)(folder, "..", program)].find((path) => (0, import_node_fs.existsSync)(path));
  if (file === void 0 || (0, import_node_os.availableParallelism)() < 2) return void 0;
  return { fromEntries, start: (task) => startThread(file, task) };
}
function startThread(file, task) {
  const worker = new import_node_worker_threads.Worker(file, { workerData: task });
  const ask = async (question) => {
    worker.postMessage(question);
    const [answer] = await (0, import_node_events.once)(worker, "message");
    if (answer === void 0) throw new Error("The thread that weighs the context gave no answer.");
    if ("problem" in answer) throw new import_chunk_ZU5SK2EV.UserError(answer.problem);
    return answer;
  };
  return {
    async take(folders) {
      const answer = await ask({ take: folders });
      return "left" in answer ? answer.left : [];
    },
    async share() {
      const answer = await ask("share");
      if (!("share" in answer)) throw new Error("The thread that weighs the context gave no sums.");
      return answer.share;
    },
    async end() {
      await worker.terminate();
    }
  };
}
function answerAsThread(isSecretFile) {
  const task = import_node_worker_threads.workerData;
  const answer = newHelping(task, isSecretFile);
  import_node_worker_threads.parentPort?.on("message", (question) => import_node_worker_threads.parentPort?.postMessage(answer(question)));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  answerAsThread,
  helperThreads
});
