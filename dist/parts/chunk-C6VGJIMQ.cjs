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
  ProcessFailed: () => ProcessFailed,
  builderEnvironment: () => builderEnvironment,
  runProcess: () => runProcess
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_child_process = require("node:child_process");
var ProcessFailed = class extends Error {
  name = "ProcessFailed";
  /** Absent when it did not start or was killed. */
  status;
  /** Last characters of standard error, untrusted. */
  stderr;
  /** What it printed to standard output, untrusted. */
  stdout;
  constructor(message, stderr, status, options) {
    super(message, options);
    this.stderr = stderr;
    this.stdout = options?.stdout ?? "";
    if (status !== void 0) this.status = status;
  }
};
var killAfterMs = 3e3;
var cutAtChars = 1e6;
async function runProcess(call) {
  const { program, args, environment, signal, onStderr, input, maxOutputChars } = call;
  if (signal.aborted) throw new import_chunk_ZU5SK2EV.Interrupted(`Cancelled before ${program} was started.`);
  const child = (0, import_node_child_process.spawn)(program, args, {
    env: definedOnly(environment),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
  let stdout = "";
  let stderr = "";
  child.stdin.on("error", () => void 0).end(input ?? "");
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout = (stdout + text).slice(0, (maxOutputChars ?? cutAtChars - 1) + 1);
    if (maxOutputChars !== void 0 && stdout.length > maxOutputChars) child.kill("SIGKILL");
  });
  child.stderr.on("data", (bytes) => {
    stderr = (stderr + bytes.toString("latin1")).slice(-4e3);
    onStderr?.(bytes);
  });
  let killer;
  const cancel = () => {
    child.kill("SIGTERM");
    killer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  };
  signal.addEventListener("abort", cancel, { once: true });
  const tail = () => Buffer.from(stderr, "latin1").toString("utf8");
  try {
    const [status, killedBy] = await new Promise((resolve, reject) => {
      child.on("error", (cause) => reject(new ProcessFailed(`${program} did not run.`, tail(), void 0, { cause })));
      if (maxOutputChars === void 0) child.on("exit", (code, by) => setTimeout(() => resolve([code, by]), 0));
      child.on("close", (code, by) => resolve([code, by]));
    });
    if (signal.aborted) throw new import_chunk_ZU5SK2EV.Interrupted(`Cancelled while ${program} ran.`);
    if (maxOutputChars !== void 0 && stdout.length > maxOutputChars)
      throw new ProcessFailed(`${program} printed more than ${maxOutputChars} characters.`, tail());
    if (status === 0) return stdout;
    throw new ProcessFailed(`${program} ended with ${killedBy ?? String(status)}.`, tail(), status ?? void 0, {
      stdout
    });
  } finally {
    clearTimeout(killer);
    signal.removeEventListener("abort", cancel);
  }
}
var definedOnly = (environment) => Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== void 0));
var ours = /^(GITHUB_|GH_TOKEN$|GH_ENTERPRISE_TOKEN$|ACTIONS_|INPUT_|STATE_|RUNNER_TOKEN)/i;
function builderEnvironment(environment, askedFor = []) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !ours.test(name) || askedFor.includes(name))
  );
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  ProcessFailed,
  builderEnvironment,
  runProcess
});
