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
  GitFailed: () => GitFailed,
  gitIn: () => gitIn
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_C6VGJIMQ = require("./chunk-C6VGJIMQ.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var GitFailed = class extends import_chunk_ZU5SK2EV.UserError {
  /** Git's exit status; absent when it did not start, was killed or took too long. */
  status;
  constructor(command, why, status, options) {
    super(
      {
        code: "git-failed",
        message: `\`git ${command}\` failed: ${why}`,
        hint: "Check that this is a Git checkout with its remote, and that `git fetch` works in it."
      },
      options
    );
    if (status !== void 0) this.status = status;
  }
};
var maxOutputChars = 64 * 2 ** 20;
var localTimeoutMs = 6e4;
var guards = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["protocol.ext.allow", "never"],
  ["submodule.recurse", "false"],
  ["fetch.recurseSubmodules", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["core.quotePath", "false"]
].flatMap(([key, value]) => ["-c", `${key}=${value}`]);
function gitIn(folder, environment, signal) {
  const base = gitEnvironment(environment);
  return {
    async run(args, more = {}) {
      const whole = more.signal ?? signal;
      const deadline = (0, import_chunk_OTF75QEW.signalWithin)(whole, more.timeoutMs ?? localTimeoutMs);
      try {
        return await (0, import_chunk_C6VGJIMQ.runProcess)({
          program: "git",
          args: ["-C", folder, ...guards, ...args],
          environment: { ...base, ...more.environment },
          signal: deadline,
          maxOutputChars,
          ...more.input !== void 0 && { input: more.input }
        });
      } catch (thrown) {
        throw asGitFailure(thrown, args[0] ?? "", whole);
      }
    }
  };
}
function asGitFailure(thrown, command, whole) {
  if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted && !whole.aborted) return new GitFailed(command, "it took too long.");
  if (!(thrown instanceof import_chunk_C6VGJIMQ.ProcessFailed)) return thrown;
  const last = thrown.stderr.trim().split("\n").slice(-3).join(" ").slice(0, 500);
  return new GitFailed(command, last || thrown.message, thrown.status, { cause: thrown });
}
var kept = /^GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|CONFIG_COUNT|CONFIG_(KEY|VALUE)_\d+|HTTP_USER_AGENT|SSL_\w+|PROXY_\w+|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;
var lent = /^(ACTIONS_|INPUT_|STATE_)/;
function gitEnvironment(environment) {
  const own = Object.entries(environment).filter(
    ([name]) => !lent.test(name) && (!name.startsWith("GIT_") || kept.test(name))
  );
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_LITERAL_PATHSPECS: "1",
    LC_ALL: "C"
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  GitFailed,
  gitIn
});
