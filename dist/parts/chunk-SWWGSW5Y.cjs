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
  DeadlinePassed: () => DeadlinePassed,
  EngineRefused: () => EngineRefused,
  cutOff: () => cutOff,
  diskFull: () => diskFull,
  engineDied: () => engineDied,
  explainEngineFailure: () => explainEngineFailure,
  saysDiskFull: () => saysDiskFull
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var EngineRefused = class extends Error {
  name = "EngineRefused";
  status;
  constructor(status, message) {
    super(message);
    this.status = status;
  }
};
var DeadlinePassed = class extends Error {
  name = "DeadlinePassed";
};
var absent = /* @__PURE__ */ new Set(["ENOENT", "ECONNREFUSED", "ENOTDIR", "ENOTSOCK"]);
var unreachable = /* @__PURE__ */ new Set(["ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL"]);
var cut = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "HPE_INVALID_EOF_STATE", "ERR_STREAM_PREMATURE_CLOSE"]);
function explainEngineFailure(thrown, host, what, signal) {
  if (thrown instanceof import_chunk_ZU5SK2EV.UserError || thrown instanceof import_chunk_ZU5SK2EV.Interrupted || thrown instanceof EngineRefused) return thrown;
  if (signal.aborted) return new import_chunk_ZU5SK2EV.Interrupted(`Cancelled while ${what}.`, { cause: thrown });
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const at = `${host.name} (from ${host.saidBy})`;
  const problem = (code_, message, hint) => new import_chunk_ZU5SK2EV.UserError(
    { code: code_, message, got: text, expected: "a Docker Engine that answers", hint },
    { cause: thrown }
  );
  if (thrown instanceof DeadlinePassed)
    return problem(
      "docker-unavailable",
      `The Docker Engine at ${at} did not answer in time while ${what}.`,
      "Look at its log, or restart it."
    );
  if (absent.has(code))
    return problem(
      "docker-unavailable",
      `No Docker Engine answers at ${at}.`,
      "Start it (`sudo systemctl start docker`, or Docker Desktop), set DOCKER_HOST to the one you mean, or install it: https://docs.docker.com/engine/install/."
    );
  if (code === "EACCES" || code === "EPERM")
    return problem(
      "docker-permission",
      `This user may not use the Docker Engine at ${at}.`,
      'Add the user to the group "docker" and log in again, or run with rights to the socket; both are as good as root on this machine.'
    );
  if (unreachable.has(code))
    return problem(
      "docker-unavailable",
      `The host of the Docker Engine at ${at} cannot be reached.`,
      "Check the address and the network."
    );
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code) || /HTTPS server/.test(text))
    return problem(
      "docker-tls",
      `The TLS connection to the Docker Engine at ${at} failed.`,
      "Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem of that engine."
    );
  if (cut.has(code) || /socket hang up|aborted/.test(text)) return engineDied(host, what, thrown);
  return thrown instanceof Error ? thrown : new Error(text, { cause: thrown });
}
var cutOff = (what) => Object.assign(new Error(`${what} was cut off: it ended too early`), { code: "ECONNRESET" });
function engineDied(host, what, cause) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "engine-died",
      message: `The Docker Engine at ${host.name} closed the connection while ${what}.`,
      expected: "an answer to its end",
      hint: "It crashed, was stopped or ran out of memory or disk: look at its log (`journalctl -u docker`), and run again."
    },
    { cause }
  );
}
var diskFullText = /no space left on device|ResourceExhausted|disk quota exceeded/i;
var saysDiskFull = (text) => diskFullText.test(text);
function diskFull(what, text) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "disk-full",
    message: `The disk was full while ${what}.`,
    got: text,
    expected: "free space for the build context, the layers and the cache",
    hint: "Free some: `docker system df` shows what Docker holds, `docker builder prune` empties the build cache."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  DeadlinePassed,
  EngineRefused,
  cutOff,
  diskFull,
  engineDied,
  explainEngineFailure,
  saysDiskFull
});
