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
  openWorkshop: () => openWorkshop
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_TNGGOQNF = require("./chunk-TNGGOQNF.cjs");
var import_chunk_ZKWNJXMG = require("./chunk-ZKWNJXMG.cjs");
var import_chunk_ZRLNCPMP = require("./chunk-ZRLNCPMP.cjs");
var import_chunk_C6VGJIMQ = require("./chunk-C6VGJIMQ.cjs");
var import_chunk_7NSBF2XR = require("./chunk-7NSBF2XR.cjs");
var import_chunk_AJEILISG = require("./chunk-AJEILISG.cjs");
var import_chunk_Z47GWUWV = require("./chunk-Z47GWUWV.cjs");
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_EIGURVBG = require("./chunk-EIGURVBG.cjs");
var import_chunk_X7GPFV4J = require("./chunk-X7GPFV4J.cjs");
var import_chunk_PULT5DIE = require("./chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_promises = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path2 = require("node:path");
var import_node_crypto2 = require("node:crypto");
var import_node_fs2 = require("node:fs");
var import_promises2 = require("node:fs/promises");
var import_node_stream = require("node:stream");
var import_promises3 = require("node:fs/promises");
var import_node_path3 = require("node:path");
var import_node_crypto3 = require("node:crypto");
var import_node_http2 = require("node:http2");
var import_node_http = require("node:http");
var import_node_https = require("node:https");
var import_node_crypto4 = require("node:crypto");
var import_promises4 = require("node:fs/promises");
var import_node_path4 = require("node:path");
var import_node_crypto5 = require("node:crypto");
var import_node_util = require("node:util");
var import_node_zlib = require("node:zlib");
var import_promises5 = require("node:fs/promises");
var import_node_path5 = require("node:path");
var import_promises6 = require("node:timers/promises");
var import_node_crypto6 = require("node:crypto");
var import_node_path6 = require("node:path");
var import_node_net = require("node:net");
var import_node_crypto7 = require("node:crypto");
var import_node_zlib2 = require("node:zlib");
var import_node_path7 = require("node:path");
var import_node_events = require("node:events");
var import_node_fs3 = require("node:fs");
var import_node_path8 = require("node:path");
var maxSecretBytes = 64 * 1024;
function discreetBuilder(environment, progress, builderFor) {
  return {
    async build(request, signal) {
      const { secrets, declared } = knownSecrets(request, environment);
      const redact = (0, import_chunk_7NSBF2XR.redactor)(secrets, declared);
      const builder = await builderFor(discreet(progress, redact));
      try {
        return await builder.build(request, signal);
      } catch (thrown) {
        throw withoutSecrets(thrown, redact);
      }
    }
  };
}
function knownSecrets(request, environment) {
  const named = Object.entries(environment);
  const given = Object.entries(request.buildArgs);
  return {
    secrets: [
      ...named.flatMap(([name, value]) => value !== void 0 && (0, import_chunk_AJEILISG.isSecret)(name, value) ? [value] : []),
      ...given.flatMap(([, value]) => (0, import_chunk_AJEILISG.looksRandom)(value) ? [value] : []),
      ...registryPasswords(environment)
    ],
    declared: [
      ...given.flatMap(([name, value]) => (0, import_chunk_AJEILISG.isSecret)(name, value) ? [value] : []),
      ...request.secrets.flatMap((secret) => valueOf(secret, request, environment))
    ]
  };
}
function valueOf(secret, { contextDir }, environment) {
  const fields2 = new Map(
    secret.split(",").map((field) => [field.split("=")[0] ?? "", field.slice(field.indexOf("=") + 1)])
  );
  const variable = environment[fields2.get("env") ?? fields2.get("id") ?? ""];
  const file = fields2.get("src") ?? fields2.get("source");
  if (variable !== void 0 && file === void 0) return [variable];
  const text = file === void 0 ? void 0 : beginningOf((0, import_node_path.resolve)(contextDir, file)) ?? beginningOf((0, import_node_path.resolve)(file));
  return text === void 0 ? [] : [text];
}
function beginningOf(path) {
  try {
    const descriptor = (0, import_node_fs.openSync)(path, "r");
    const bytes = Buffer.alloc(maxSecretBytes);
    const count = (0, import_node_fs.readSync)(descriptor, bytes);
    (0, import_node_fs.closeSync)(descriptor);
    return bytes.toString("utf8", 0, count);
  } catch {
    return void 0;
  }
}
function registryPasswords(environment) {
  const auths = Object.values((0, import_chunk_TNGGOQNF.readDockerConfig)(environment)?.auths ?? {});
  return auths.flatMap((one) => {
    const { auth = "", password = "", identitytoken = "", registrytoken = "" } = one ?? {};
    const decoded = Buffer.from(auth, "base64").toString("utf8");
    return [auth, decoded.slice(decoded.indexOf(":") + 1).replace(/\0+$/, ""), password, identitytoken, registrytoken];
  });
}
function discreet(progress, redact) {
  let before = "";
  return {
    step(text) {
      const step = progress.step(redact(text));
      return {
        update: (detail) => step.update(redact(detail)),
        done: (detail) => step.done(detail === void 0 ? void 0 : redact(detail))
      };
    },
    log(text) {
      const lines = before.split("\n").length;
      const shown = redact(`${before}
${text}`).split("\n").slice(lines).join("\n");
      before = text.trimEnd().split("\n").at(-1) ?? "";
      progress.log(shown);
    }
  };
}
function withoutSecrets(thrown, redact) {
  if (thrown instanceof import_chunk_ZU5SK2EV.UserError) {
    const [first, ...others] = thrown.problems.map((problem) => problemWithout(problem, redact));
    return first ? new import_chunk_ZU5SK2EV.UserError([first, ...others]) : thrown;
  }
  if (!(thrown instanceof Error)) return thrown;
  thrown.message = redact(thrown.message);
  if (thrown.stack !== void 0) thrown.stack = redact(thrown.stack);
  if (thrown.cause !== void 0) thrown.cause = withoutSecrets(thrown.cause, redact);
  return thrown;
}
function problemWithout(problem, redact) {
  const { message, expected, got, output, hint } = problem;
  return {
    ...problem,
    message: redact(message),
    hint: redact(hint),
    ...expected !== void 0 && { expected: redact(expected) },
    ...got !== void 0 && { got: redact(got) },
    ...output && { output: redact(output.join("\n")).split("\n") }
  };
}
var keptLines = 20;
var maxLineLength = 2e3;
function followBuild(progress) {
  const outputs = /* @__PURE__ */ new Map();
  const everything = lineTail((line) => progress.log(line));
  const steps = /* @__PURE__ */ new Map();
  const transfersOf = /* @__PURE__ */ new Map();
  let failing;
  let lastStep;
  let message;
  let imageId;
  const showVertex = (vertex) => {
    if (vertex.started && !steps.has(vertex.digest)) steps.set(vertex.digest, progress.step(vertex.name));
    if (vertex.error && (!failing || /context canceled/i.test(failing.error))) failing = vertex;
    if (!vertex.completed) return;
    steps.get(vertex.digest)?.done(vertex.error ? "failed" : vertex.cached ? "cached" : void 0);
    steps.set(vertex.digest, { update: () => {
    }, done: () => {
    } });
  };
  return {
    status({ vertexes, logs, transfers = [] }) {
      for (const vertex of vertexes) showVertex(vertex);
      for (const transfer of transfers) {
        const moved = transfersOf.get(transfer.vertex) ?? /* @__PURE__ */ new Map();
        transfersOf.set(transfer.vertex, moved.set(transfer.id, transfer));
        const words = movedWords([...moved.values()]);
        if (words !== void 0) steps.get(transfer.vertex)?.update(words);
      }
      for (const log of logs) {
        const tail = outputs.get(log.vertex) ?? lineTail((line) => everything.line(line));
        outputs.set(log.vertex, tail);
        tail.bytes(log.bytes);
      }
    },
    text(text) {
      if (/^(Step|STEP) \d+/.test(text)) lastStep = text.trim();
      everything.bytes(Buffer.from(text));
    },
    imageId: (id) => imageId = /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id,
    failed: (text) => message = text.trim(),
    outcome() {
      const own = failing && outputs.get(failing.digest)?.end();
      const step = failing?.name ?? lastStep;
      const output = own && own.length > 0 ? own : everything.end();
      return {
        ...imageId !== void 0 && { imageId },
        ...message !== void 0 && { failure: { message, ...step !== void 0 && { step }, output } }
      };
    }
  };
}
function movedWords(transfers) {
  const bytes = transfers.reduce((sum, transfer) => sum + transfer.bytes, 0);
  if (bytes === 0) return void 0;
  const isKnown = transfers.every(({ totalBytes: totalBytes2, bytes: moved }) => totalBytes2 > 0 || moved === 0);
  const totalBytes = transfers.reduce((sum, transfer) => sum + transfer.totalBytes, 0);
  return isKnown ? `${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} of ${(0, import_chunk_CCPWSZ7L.formatBytes)(totalBytes)}` : (0, import_chunk_CCPWSZ7L.formatBytes)(bytes);
}
function lineTail(onLine) {
  const decoder = new TextDecoder();
  const kept = [];
  let open2 = "";
  const line = (text2) => {
    kept.push(text2);
    if (kept.length > keptLines) kept.shift();
    onLine(text2);
  };
  const text = (more) => {
    const lines = (open2 + more).split(/\r\n|\n|\r(?!$)/);
    open2 = lines.pop() ?? "";
    for (const each of lines) line(each.slice(0, maxLineLength));
    if (open2.length > maxLineLength) open2 = open2.slice(0, maxLineLength);
  };
  return {
    bytes: (bytes) => text(decoder.decode(bytes, { stream: true })),
    line,
    end() {
      text(decoder.decode());
      if (open2.trim()) line(open2);
      open2 = "";
      return kept;
    }
  };
}
function decodeStatus(message) {
  const vertexes = [];
  const logs = [];
  const transfers = [];
  for (const { field, bytes } of fields(message)) {
    if (field === 1 && bytes) vertexes.push(decodeVertex(bytes));
    else if (field === 2 && bytes) transfers.push(decodeTransfer(bytes));
    else if (field === 3 && bytes) logs.push(decodeLog(bytes));
  }
  return { vertexes, logs, ...transfers.length > 0 && { transfers } };
}
function decodeVertex(message) {
  const found = /* @__PURE__ */ new Map();
  for (const field of fields(message)) found.set(field.field, field);
  const text = (field) => Buffer.from(found.get(field)?.bytes ?? []).toString("utf8");
  return {
    digest: text(1),
    name: text(3),
    cached: found.get(4)?.number === 1,
    started: found.has(5),
    completed: found.has(6),
    error: text(7)
  };
}
function decodeTransfer(message) {
  const found = /* @__PURE__ */ new Map();
  for (const field of fields(message)) found.set(field.field, field);
  const text = (field) => Buffer.from(found.get(field)?.bytes ?? []).toString("utf8");
  return { id: text(1), vertex: text(2), bytes: found.get(4)?.number ?? 0, totalBytes: found.get(5)?.number ?? 0 };
}
function decodeLog(message) {
  let vertex = "";
  let bytes = new Uint8Array();
  for (const field of fields(message)) {
    if (field.field === 1 && field.bytes) vertex = Buffer.from(field.bytes).toString("utf8");
    else if (field.field === 4 && field.bytes) bytes = field.bytes;
  }
  return { vertex, bytes };
}
function* fields(message) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === void 0 || factor > 2 ** 63) throw new Error("The build status is cut or is no protobuf message.");
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (wireType === 0) {
      yield { field, number: varint() };
      continue;
    }
    const length = wireType === 2 ? varint() : wireType === 1 ? 8 : wireType === 5 ? 4 : Number.NaN;
    if (!(at + length <= message.length)) throw new Error("The build status is cut or is no protobuf message.");
    yield { field, bytes: message.subarray(at, at + length) };
    at += length;
  }
}
var event = import_chunk_AJHEZPZQ.external_exports.object({
  id: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  stream: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  status: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  aux: import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.object({ ID: import_chunk_AJHEZPZQ.external_exports.string().optional() })]).nullish(),
  error: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  errorDetail: import_chunk_AJHEZPZQ.external_exports.object({ message: import_chunk_AJHEZPZQ.external_exports.string().optional() }).optional()
});
var maxEventChars = 32 * 2 ** 20;
async function readBuildEvents(answer2, follower) {
  const decoder = new TextDecoder();
  let open2 = "";
  for await (const chunk of answer2) {
    const lines = (open2 + decoder.decode(chunk, { stream: true })).split("\n");
    open2 = lines.pop() ?? "";
    if (open2.length > maxEventChars) throw new Error("The engine sent an event without an end.");
    for (const line of lines) readEvent(line, follower);
  }
  readEvent(open2 + decoder.decode(), follower);
}
function readEvent(line, follower) {
  if (line.trim() === "") return;
  const { id, stream, status: status2, aux, error, errorDetail } = event.parse(JSON.parse(line));
  if (id === "moby.buildkit.trace" && typeof aux === "string")
    follower.status(decodeStatus(Buffer.from(aux, "base64")));
  else if (aux && typeof aux === "object" && aux.ID) follower.imageId(aux.ID);
  if (stream !== void 0) follower.text(stream);
  else if (status2 !== void 0 && id === void 0) follower.text(`${status2}
`);
  if (error !== void 0 || errorDetail) follower.failed(errorDetail?.message ?? error ?? "no reason given");
}
var EngineRefused = class extends Error {
  name = "EngineRefused";
  status;
  constructor(status2, message) {
    super(message);
    this.status = status2;
  }
};
var DeadlinePassed = class extends Error {
  name = "DeadlinePassed";
};
var absent = /* @__PURE__ */ new Set(["ENOENT", "ECONNREFUSED", "ENOTDIR", "ENOTSOCK"]);
var unreachable = /* @__PURE__ */ new Set(["ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL"]);
var cut = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "HPE_INVALID_EOF_STATE", "ERR_STREAM_PREMATURE_CLOSE"]);
function explainEngineFailure(thrown, host, what2, signal) {
  if (thrown instanceof import_chunk_ZU5SK2EV.UserError || thrown instanceof import_chunk_ZU5SK2EV.Interrupted || thrown instanceof EngineRefused) return thrown;
  if (signal.aborted) return new import_chunk_ZU5SK2EV.Interrupted(`Cancelled while ${what2}.`, { cause: thrown });
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
      `The Docker Engine at ${at} did not answer in time while ${what2}.`,
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
  if (cut.has(code) || /socket hang up|aborted/.test(text)) return engineDied(host, what2, thrown);
  return thrown instanceof Error ? thrown : new Error(text, { cause: thrown });
}
function engineDied(host, what2, cause) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "engine-died",
      message: `The Docker Engine at ${host.name} closed the connection while ${what2}.`,
      expected: "an answer to its end",
      hint: "It crashed, was stopped or ran out of memory or disk: look at its log (`journalctl -u docker`), and run again."
    },
    { cause }
  );
}
var diskFullText = /no space left on device|ResourceExhausted|disk quota exceeded/i;
var saysDiskFull = (text) => diskFullText.test(text);
function diskFull(what2, text) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "disk-full",
    message: `The disk was full while ${what2}.`,
    got: text,
    expected: "free space for the build context, the layers and the cache",
    hint: "Free some: `docker system df` shows what Docker holds, `docker builder prune` empties the build cache."
  });
}
function locateFailure({ message, step }, dockerfileText) {
  const name = step === void 0 || /^\[internal\] load (remote build context|build definition)/.test(step) ? void 0 : step;
  if (name === void 0) return parserLine(message);
  const stages = readStages(dockerfileText);
  const numbered = /^\[(?:(\S+\/\S+) )?(?:(\S+) )?(\d+)\/(\d+)\]/.exec(name);
  if (numbered) return lineOfStep(stages, numbered[2], Number(numbered[3]), Number(numbered[4]));
  const image = /^\[internal\] load metadata for (\S+)$/.exec(name)?.[1] ?? /^FROM (\S+)/.exec(name)?.[1];
  if (image !== void 0) return lineOfImage(stages, image);
  const classic = /^(?:Step|STEP) (\d+)\/\d+ ?:/.exec(name);
  return classic ? readInstructions(dockerfileText)[Number(classic[1]) - 1]?.startLine : void 0;
}
var parserLine = (message) => {
  const said = /dockerfile parse error (?:on )?line (\d+):/i.exec(message);
  return said ? Number(said[1]) : void 0;
};
function readStages(text) {
  const stages = [];
  for (const instruction of readInstructions(text)) {
    const { detail } = instruction;
    if (detail.kind === "FROM")
      stages.push({ from: instruction, name: detail.name?.toLowerCase() ?? `stage-${stages.length}`, body: [] });
    else stages.at(-1)?.body.push(instruction);
  }
  return stages;
}
function readInstructions(text) {
  try {
    return (0, import_chunk_Z47GWUWV.parseDockerfile)(text, "Dockerfile").instructions;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function lineOfStep(stages, name, index2, total) {
  const stage = stages.find((each) => each.name === name?.toLowerCase()) ?? (stages.length === 1 ? stages[0] : void 0);
  if (!stage) return void 0;
  const numbered = stage.body.filter(({ keyword }) => ["RUN", "COPY", "ADD", "WORKDIR"].includes(keyword));
  const withFrom = numbered.length + 1 === total ? [stage.from, ...numbered] : numbered;
  return withFrom.length === total ? withFrom[index2 - 1]?.startLine : void 0;
}
function lineOfImage(stages, image) {
  const written = stages.flatMap(({ from, body: body2 }) => [from, ...body2]).filter((each) => each.startLine > 0);
  const mentions = written.filter(({ detail }) => {
    const reference = detail.kind === "FROM" ? detail.image : detail.kind === "COPY" ? detail.from : null;
    return reference !== null && fullName(reference) === image;
  });
  const names = new Set(stages.map((stage) => stage.name));
  const variable = stages.filter(
    ({ from: { detail } }) => detail.kind === "FROM" && detail.image.includes("$") && !names.has(detail.image)
  );
  const found = mentions.length > 0 ? mentions : variable.length === 1 ? variable.map(({ from }) => from) : [];
  return found[0]?.startLine;
}
function fullName(reference) {
  const [first = ""] = reference.split("/");
  const hasHost = reference.includes("/") && (/[.:]/.test(first) || first === "localhost");
  const path = hasHost ? reference : `docker.io/${reference.includes("/") ? "" : "library/"}${reference}`;
  return /[:@][^/]*$/.test(path) ? path : `${path}:latest`;
}
function explainBuildFailure(failure, request, dockerfileText) {
  const reason = failure.message.replace(/^((failed to build|failed to solve( with frontend \S+)?): )+/, "").trim();
  const everything = [reason, ...failure.output].join("\n");
  if (saysDiskFull(everything)) return diskFull("building the image", everything.slice(-2e3));
  const line = locateFailure(failure, dockerfileText);
  const at = line === void 0 ? "" : ` at line ${line}`;
  const step = failure.step === void 0 ? "" : ` in the step ${failure.step}`;
  return new import_chunk_ZU5SK2EV.UserError({
    code: "build-failed",
    message: `The build of ${request.dockerfile} failed${at}${step}: ${reason}.`,
    ...line !== void 0 && { place: { file: request.dockerfile, line } },
    got: reason,
    expected: "a Dockerfile that builds",
    ...failure.output.length > 0 && { output: failure.output },
    hint: "Run `docker build` on it to see the whole log, and correct the step."
  });
}
function buildQuery(request, tag, dockerfile) {
  const { target, platform, network } = request;
  return {
    dockerfile,
    t: tag,
    buildargs: JSON.stringify(request.buildArgs),
    rm: "1",
    forcerm: "1",
    ...target !== void 0 && { target },
    ...platform !== void 0 && { platform },
    ...network !== void 0 && { networkmode: network },
    ...request.noCache && { nocache: "1" },
    ...request.pull && { pull: "1" }
  };
}
function refuseWhatNeedsBuildx(request) {
  const asked = askedOfBuildx(request);
  if (asked.length === 0) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "needs-buildx",
    message: `Building with ${asked.join(" and ")} needs docker buildx, ${request.builder === "engine" ? 'and the builder "engine" was chosen' : "which the docker command here does not have"}.`,
    got: asked.join(", "),
    expected: "a build without them",
    hint: 'Install buildx (https://docs.docker.com/go/buildx/) and leave the builder at "auto".'
  });
}
function askedOfBuildx(request) {
  const lists = {
    secrets: request.secrets,
    ssh: request.ssh,
    "cache import": request.cacheFrom,
    "cache export": request.cacheTo
  };
  const asked = Object.entries(lists).filter(([, list2]) => list2.length > 0);
  const contexts = Object.keys(request.buildContexts).length > 0 ? ["build contexts"] : [];
  return [...asked.map(([name]) => name), ...contexts];
}
var maxDockerfileBytes = 16 * 2 ** 20;
var maxIgnoreBytes = 16 * 2 ** 20;
async function readIgnoreFile(contextDir, dockerfile) {
  for (const file of [`${dockerfile}.dockerignore`, (0, import_node_path3.join)(contextDir, ".dockerignore")]) {
    const bytes = await readCapped(file, maxIgnoreBytes).catch(absent2);
    const text = bytes?.toString("utf8");
    if (text !== void 0) return { rules: (0, import_chunk_X7GPFV4J.parseIgnoreFile)(text, file), text, file };
  }
  return { rules: (0, import_chunk_X7GPFV4J.parseIgnoreFile)("", ".dockerignore"), text: "" };
}
async function readIgnoreRules(contextDir, dockerfile) {
  return (await readIgnoreFile(contextDir, dockerfile)).rules;
}
function absent2(thrown) {
  if (thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "ENOTDIR"))
    return void 0;
  throw thrown;
}
function chainIgnored(rules, path) {
  const names = path.split("/");
  let above;
  for (const index2 of names.keys()) above = rules.match(names.slice(0, index2 + 1).join("/"), above?.match);
  return above?.ignored ?? false;
}
async function readCapped(path, maxBytes2) {
  const found = await (0, import_promises3.stat)(path);
  if (!found.isFile() || found.size > maxBytes2)
    throw (0, import_chunk_EIGURVBG.unreadable)(path, `is no regular file of at most ${maxBytes2} bytes`);
  return (0, import_promises3.readFile)(path);
}
async function readDockerfile(path) {
  const bytes = await readCapped(path, maxDockerfileBytes).catch(absent2);
  if (bytes) return bytes;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-dockerfile",
    message: `There is no Dockerfile at ${path}.`,
    got: path,
    expected: "a Dockerfile",
    hint: "Name it with `dockerfile:` in the configuration, or --dockerfile."
  });
}
async function requireFolder(path) {
  const found = await (0, import_promises3.stat)(path).catch(absent2);
  if (found?.isDirectory()) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-context",
    message: `The build context ${path} ${found ? "is not a folder" : "does not exist"}.`,
    got: path,
    expected: "a folder",
    hint: "Correct `context:` in the configuration; it is relative to the checkout."
  });
}
function pathInContext(contextDir, dockerfile) {
  const inside = (0, import_node_path3.relative)(contextDir, dockerfile).split(import_node_path3.sep).join("/");
  return inside === "" || inside === ".." || inside.startsWith("../") ? void 0 : inside;
}
async function sendsDockerfile(contextDir, dockerfile) {
  const inside = pathInContext(contextDir, dockerfile);
  return inside !== void 0 && !chainIgnored(await readIgnoreRules(contextDir, dockerfile), inside);
}
var block = 512;
var typeFlags = { file: "0", hardlink: "1", symlink: "2", directory: "5", fifo: "6" };
function tarHeader(entry) {
  const link = entry.link ?? new Uint8Array();
  const parts = [
    ...entry.name.length > 100 ? longName("K".charCodeAt(0) + 1, entry.name) : [],
    ...link.length > 100 ? longName("K".charCodeAt(0), link) : [],
    header(entry.name, typeFlags[entry.type].charCodeAt(0), entry.sizeBytes, entry, link)
  ];
  return Buffer.concat(parts);
}
var tarPadding = (sizeBytes) => Buffer.alloc((block - sizeBytes % block) % block);
var tarEnd = () => Buffer.alloc(2 * block);
function longName(flag, name) {
  const label = Buffer.from("././@LongLink");
  const head = header(label, flag, name.length + 1, { mode: 0, modifiedSeconds: 0 }, new Uint8Array());
  return [head, Buffer.from(name), Buffer.alloc(1), tarPadding(name.length + 1)];
}
function header(name, flag, sizeBytes, { mode, modifiedSeconds }, link) {
  const bytes = Buffer.alloc(block);
  bytes.set(name.subarray(0, 100), 0);
  octal(bytes, 100, 8, mode & 4095);
  octal(bytes, 108, 8, 0);
  octal(bytes, 116, 8, 0);
  octal(bytes, 124, 12, sizeBytes);
  octal(bytes, 136, 12, Math.max(0, Math.floor(modifiedSeconds)));
  bytes.fill(" ", 148, 156);
  bytes[156] = flag;
  bytes.set(link.subarray(0, 100), 157);
  bytes.write("ustar  \0", 257, "latin1");
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return bytes;
}
function octal(bytes, at, width, value) {
  const text = value.toString(8).padStart(width - 1, "0");
  if (text.length < width) bytes.write(text, at, "latin1");
  else {
    bytes[at] = 128;
    bytes.writeUIntBE(value, at + width - 6, 6);
  }
}
async function packContext(contextDir, dockerfile) {
  await requireFolder(contextDir);
  const dockerfileBytes = await readDockerfile(dockerfile);
  const rules = await readIgnoreRules(contextDir, dockerfile);
  const inside = pathInContext(contextDir, dockerfile);
  const isSent = inside !== void 0 && !chainIgnored(rules, inside);
  const name = inside ?? `.dockerfile.${(0, import_node_crypto2.createHash)("sha256").update(dockerfileBytes).digest("hex").slice(0, 16)}`;
  let bytes = 0;
  let files = 0;
  const count = (sizeBytes) => {
    bytes += sizeBytes;
    files += 1;
  };
  const extra = isSent ? void 0 : { name, bytes: dockerfileBytes };
  const stream = import_node_stream.Readable.from(pack((0, import_chunk_EIGURVBG.walkContext)(contextDir, rules), extra, count), {
    objectMode: false,
    highWaterMark: 2 ** 20
  });
  return { stream, dockerfile: name, dockerfileText: dockerfileBytes.toString("utf8"), sent: () => ({ bytes, files }) };
}
async function* pack(walk, extra, count) {
  const inodes = /* @__PURE__ */ new Map();
  for await (const file of walk) {
    const entry = tarEntry(file, inodes);
    yield tarHeader(entry);
    if (entry.type === "file") yield* body(file.location, entry.sizeBytes);
    if (entry.type !== "directory") count(entry.sizeBytes);
  }
  if (extra) {
    const sizeBytes = extra.bytes.length;
    yield tarHeader({ name: Buffer.from(extra.name), type: "file", mode: 420, sizeBytes, modifiedSeconds: 0 });
    yield extra.bytes;
    yield tarPadding(sizeBytes);
  }
  yield tarEnd();
}
function tarEntry({ path, stats, link }, inodes) {
  const common = { mode: stats.mode, sizeBytes: 0, modifiedSeconds: stats.mtimeMs / 1e3 };
  if (stats.isDirectory()) return { ...common, name: Buffer.concat([path, Buffer.from("/")]), type: "directory" };
  if (link) return { ...common, name: path, type: "symlink", mode: 511, link };
  if (stats.isFIFO()) return { ...common, name: path, type: "fifo" };
  const inode = `${stats.dev}:${stats.ino}`;
  const first = stats.nlink > 1 ? inodes.get(inode) : void 0;
  if (first) return { ...common, name: path, type: "hardlink", link: first };
  if (stats.nlink > 1) inodes.set(inode, path);
  return { ...common, name: path, type: "file", sizeBytes: stats.size };
}
async function* body(location, sizeBytes) {
  const handle = await (0, import_chunk_EIGURVBG.naming)(
    location,
    "cannot be opened",
    (0, import_promises2.open)(location, import_node_fs2.constants.O_RDONLY | import_node_fs2.constants.O_NONBLOCK | import_node_fs2.constants.O_NOFOLLOW)
  );
  try {
    for (let left = sizeBytes; left > 0; ) {
      const buffer = Buffer.allocUnsafe(Math.min(left, 256 * 1024));
      const { bytesRead } = await (0, import_chunk_EIGURVBG.naming)(location, "cannot be read", handle.read(buffer, 0, buffer.length));
      if (bytesRead === 0) throw (0, import_chunk_EIGURVBG.unreadable)(location, "became shorter while it was sent");
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
  yield tarPadding(sizeBytes);
}
var unimplemented = "12";
var serving = Buffer.from([0, 0, 0, 0, 2, 8, 1]);
async function openBuildSession(engine, signal) {
  const id = (0, import_node_crypto3.randomUUID)();
  const headers = { Upgrade: "h2c", "X-Docker-Expose-Session-Uuid": id, "X-Docker-Expose-Session-Name": "plimsoll" };
  const socket = await engine.upgrade("/session", headers, signal);
  const session = (0, import_node_http2.performServerHandshake)(socket);
  session.on("stream", (stream, request) => answer(stream, request[":path"] ?? ""));
  session.on("error", () => socket.destroy());
  socket.on("error", () => session.destroy());
  return {
    id,
    close: () => {
      session.destroy();
      socket.destroy();
    }
  };
}
function answer(stream, method) {
  stream.on("error", () => stream.destroy());
  stream.resume();
  const head = { ":status": 200, "content-type": "application/grpc" };
  if (method !== "/grpc.health.v1.Health/Check") {
    stream.respond({ ...head, "grpc-status": unimplemented }, { endStream: true });
    return;
  }
  stream.respond(head, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
  stream.end(serving);
}
function modemOptions({ address, tls }) {
  const none = {
    host: void 0,
    port: void 0,
    socketPath: void 0,
    ca: void 0,
    cert: void 0,
    key: void 0
  };
  return {
    ...none,
    ...address,
    ...tls && { ca: tls.ca, cert: tls.cert, key: tls.key, agent: new import_node_https.Agent({ rejectUnauthorized: tls.verify }) },
    protocol: tls ? "https" : "http",
    pathPrefix: "/",
    timeout: void 0
  };
}
var toItsReader = () => {
};
function dial(docker, call, signal) {
  const modem = docker.modem;
  return new Promise((resolve2, reject) => {
    modem.dial(
      {
        // Without the question mark the modem ignores the query.
        path: `${call.path}${call.path.includes("?") ? "&" : "?"}`,
        method: call.method,
        options: { _query: call.query ?? {}, _body: call.json ?? {} },
        isStream: true,
        abortSignal: signal,
        statusCodes: { 200: true, 201: true, 204: true, 304: true },
        ...call.tar && { file: call.tar }
      },
      (error, answer2) => {
        if (answer2 instanceof import_node_http.IncomingMessage) resolve2(answer2.on("error", toItsReader));
        else if (error?.statusCode)
          reject(new EngineRefused(error.statusCode, error.message.replace(/^\(HTTP code \d+\) \S+ - /, "").trim()));
        else reject(error ?? new Error("The engine gave no answer."));
      }
    );
  });
}
function upgrade(host, path, headers, signal) {
  const { address, tls } = host;
  const options = {
    ...address,
    ...tls && { ca: tls.ca, cert: tls.cert, key: tls.key, rejectUnauthorized: tls.verify },
    path,
    method: "POST",
    headers: { Connection: "Upgrade", ...headers },
    signal
  };
  return new Promise((resolve2, reject) => {
    const request = tls ? (0, import_node_https.request)(options) : (0, import_node_http.request)(options);
    request.on("upgrade", (_answer, socket, head) => {
      if (head.length > 0) socket.unshift(head);
      resolve2(socket);
    });
    request.on("response", (answer2) => {
      answer2.resume();
      reject(new EngineRefused(answer2.statusCode ?? 0, "it does not open build sessions"));
    });
    request.on("error", reject);
    request.end();
  });
}
var controlDeadlineMs = 3e4;
var maxAnswerBytes = 64 * 2 ** 20;
async function openEngine(host) {
  const { default: Docker } = await Promise.resolve().then(() => __toESM(require("./docker-SZB2J3WK.cjs")));
  const docker = new Docker(modemOptions(host));
  const explained = async (what2, signal, work) => {
    try {
      return await work;
    } catch (thrown) {
      throw explainEngineFailure(thrown, host, what2, signal);
    }
  };
  return {
    host,
    call: (call, signal) => explained(
      call.what,
      signal,
      withDeadline(controlDeadlineMs, signal, async (both) => readJson(await dial(docker, call, both)))
    ),
    stream: (call, signal) => explained(call.what, signal, openStream(docker, call, signal)),
    upgrade: (path, headers, signal) => explained(
      "opening a build session",
      signal,
      withDeadline(controlDeadlineMs, signal, (both) => upgrade(host, path, headers, both))
    )
  };
}
async function ping(engine, signal) {
  await engine.call({ what: "greeting it", method: "GET", path: "/version" }, signal);
}
async function withDeadline(ms, signal, work) {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  const both = AbortSignal.any([signal, deadline.signal]);
  try {
    return await new Promise((resolve2, reject) => {
      both.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      if (both.aborted) reject(new Error("aborted"));
      work(both).then(resolve2, reject);
    });
  } catch (thrown) {
    if (deadline.signal.aborted && !signal.aborted)
      throw new DeadlinePassed(`no answer within ${ms} ms`, { cause: thrown });
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}
async function openStream(docker, call, signal) {
  const { quietMs: quietMs2 } = call;
  if (quietMs2 === void 0) return dial(docker, call, signal);
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), quietMs2);
  try {
    const answer2 = await dial(docker, call, AbortSignal.any([signal, silent.signal]));
    const tooQuiet = new DeadlinePassed(`nothing came for ${quietMs2} ms`);
    return answer2.setTimeout(quietMs2, () => answer2.destroy(tooQuiet));
  } catch (thrown) {
    if (!silent.signal.aborted || signal.aborted) throw thrown;
    throw new DeadlinePassed(`no answer within ${quietMs2} ms`, { cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}
async function readJson(answer2) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of answer2) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error(`The engine's answer is larger than ${maxAnswerBytes} bytes.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return text.trim() === "" || !(answer2.headers["content-type"] ?? "").includes("json") ? void 0 : JSON.parse(text);
}
var askEveryMs = 3e4;
function watchEngine(engine, signal) {
  const frozen = new AbortController();
  const timer = setInterval(() => {
    ping(engine, signal).catch((thrown) => frozen.abort(thrown));
  }, askEveryMs);
  return {
    signal: AbortSignal.any([signal, frozen.signal]),
    failure: () => frozen.signal.reason,
    stop: () => clearInterval(timer)
  };
}
var runName = (runId) => {
  let count = 0;
  return { runId, nextTag: () => `plimsoll-${runId}:${count += 1}` };
};
var defaultTimeoutMs = 60 * 60 * 1e3;
function engineBuilder(engine, run, progress, timeoutMs = defaultTimeoutMs) {
  return {
    async build(request, signal) {
      refuseWhatNeedsBuildx(request);
      const context = await packContext(request.contextDir, request.dockerfile);
      const tag = run.nextTag();
      const timeout = (0, import_chunk_OTF75QEW.timeoutSignal)(timeoutMs);
      const both = AbortSignal.any([signal, timeout]);
      try {
        const outcome = await runBuild(engine, request, tag, context, progress, both);
        if (outcome.failure) throw explainBuildFailure(outcome.failure, request, context.dockerfileText);
        if (outcome.imageId === void 0) throw engineDied(engine.host, "building the image");
        return { reference: await stableReference(engine, tag, outcome.imageId, signal), context: context.sent() };
      } catch (thrown) {
        if (timeout.aborted && !signal.aborted) throw tookTooLong(timeoutMs, thrown);
        throw thrown;
      } finally {
        context.stream.destroy();
      }
    }
  };
}
async function runBuild(engine, request, tag, context, progress, signal) {
  const what2 = "building the image";
  const session = await openBuildSession(engine, signal).catch(withoutSession);
  const watch = watchEngine(engine, signal);
  const follower = followBuild(progress);
  try {
    const query = {
      ...buildQuery(request, tag, context.dockerfile),
      ...session && { version: "2", session: session.id }
    };
    const answer2 = await engine.stream(
      { what: what2, method: "POST", path: "/build", query, tar: context.stream },
      watch.signal
    );
    await readBuildEvents(answer2, follower);
    if (signal.aborted) throw new import_chunk_ZU5SK2EV.Interrupted("Cancelled while building the image.");
    return follower.outcome();
  } catch (thrown) {
    if (thrown instanceof EngineRefused) {
      if (saysDiskFull(thrown.message)) throw diskFull(what2, thrown.message);
      follower.failed(thrown.message);
      return follower.outcome();
    }
    throw explainEngineFailure(watch.failure() ?? thrown, engine.host, what2, signal);
  } finally {
    watch.stop();
    session?.close();
  }
}
function withoutSession(thrown) {
  if (thrown instanceof EngineRefused) return void 0;
  throw thrown;
}
async function stableReference(engine, tag, imageId, signal) {
  try {
    await engine.call({ what: "looking for the built image", method: "GET", path: `/images/${imageId}/json` }, signal);
    return imageId;
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) return tag;
    throw thrown;
  }
}
var tookTooLong = (timeoutMs, cause) => new import_chunk_ZU5SK2EV.UserError(
  {
    code: "build-timeout",
    message: `The build was stopped after ${Math.round(timeoutMs / 6e4)} minutes.`,
    expected: "a build that ends in time",
    hint: "Look for a step that waits for something, or allow it more time."
  },
  { cause }
);
async function findBuildCommand(environment, signal) {
  const buildx = await versionOf(environment, ["buildx", "version"], signal);
  const [, major = "1", minor = "0"] = /\bv?(\d+)\.(\d+)\.\d+/.exec(buildx ?? "") ?? [];
  if (buildx !== void 0) return { kind: "buildx", statusAsJson: Number(major) > 0 || Number(minor) >= 13 };
  const docker = await versionOf(environment, ["--version"], signal);
  const dockerMajor = Number(/version (\d+)\./.exec(docker ?? "")?.[1] ?? Number.NaN);
  return dockerMajor >= 18 && dockerMajor < 23 ? { kind: "docker-build" } : void 0;
}
async function versionOf(environment, args, signal) {
  const deadline = (0, import_chunk_OTF75QEW.timeoutSignal)(1e4);
  try {
    const both = AbortSignal.any([signal, deadline]);
    return await (0, import_chunk_C6VGJIMQ.runProcess)({ program: "docker", args, environment: (0, import_chunk_C6VGJIMQ.builderEnvironment)(environment), signal: both });
  } catch (thrown) {
    if (thrown instanceof import_chunk_C6VGJIMQ.ProcessFailed || thrown instanceof import_chunk_ZU5SK2EV.Interrupted && !signal.aborted) return void 0;
    throw thrown;
  }
}
var list = (flag, values) => values.map((value) => `--${flag}=${value}`);
function buildArguments(command, request, tag, idFile) {
  const pairs = (flag, record) => list(
    flag,
    Object.entries(record).map(([key, value]) => `${key}=${value}`)
  );
  const one = (flag, value) => list(flag, value === void 0 ? [] : [value]);
  const isBuildx = command.kind === "buildx";
  return [
    ...isBuildx ? ["buildx", "build", "--load"] : ["build"],
    `--progress=${isBuildx && command.statusAsJson ? "rawjson" : "plain"}`,
    `--iidfile=${idFile}`,
    `--file=${request.dockerfile}`,
    `--tag=${tag}`,
    ...pairs("build-arg", request.buildArgs),
    ...one("target", request.target),
    ...one("platform", request.platform),
    ...one("network", request.network),
    ...list("secret", request.secrets),
    ...list("ssh", request.ssh),
    ...list("cache-from", request.cacheFrom),
    ...list("cache-to", request.cacheTo),
    ...pairs("build-context", request.buildContexts),
    ...request.noCache ? ["--no-cache"] : [],
    ...request.pull ? ["--pull"] : [],
    "--",
    request.contextDir
  ];
}
function buildEnvironment(environment, request) {
  const asked = request.secrets.flatMap(
    (secret) => secret.split(",").flatMap((part) => part.startsWith("env=") ? [part.slice(4)] : [])
  );
  return { ...(0, import_chunk_C6VGJIMQ.builderEnvironment)(environment, asked), DOCKER_BUILDKIT: "1", BUILDX_NO_DEFAULT_ATTESTATIONS: "1" };
}
var time = import_chunk_AJHEZPZQ.external_exports.string().nullish();
var status = import_chunk_AJHEZPZQ.external_exports.object({
  vertexes: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({
      digest: import_chunk_AJHEZPZQ.external_exports.string(),
      name: import_chunk_AJHEZPZQ.external_exports.string().default(""),
      cached: import_chunk_AJHEZPZQ.external_exports.boolean().default(false),
      started: time,
      completed: time,
      error: import_chunk_AJHEZPZQ.external_exports.string().default("")
    })
  ).nullish(),
  statuses: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ id: import_chunk_AJHEZPZQ.external_exports.string(), vertex: import_chunk_AJHEZPZQ.external_exports.string(), current: import_chunk_AJHEZPZQ.external_exports.number().nullish(), total: import_chunk_AJHEZPZQ.external_exports.number().nullish() })).nullish(),
  logs: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ vertex: import_chunk_AJHEZPZQ.external_exports.string(), data: import_chunk_AJHEZPZQ.external_exports.string().nullish() })).nullish()
});
var maxLineChars = 32 * 2 ** 20;
var keptWords = 50;
function readRawProgress(follower, asText) {
  const decoder = new TextDecoder();
  const words = [];
  let open2 = "";
  const parse2 = asText ? plainStatus() : parseStatus;
  const line = (text) => {
    const found = parse2(text);
    if (found) follower.status(found);
    else if (text.trim() !== "") {
      words.push(text);
      if (words.length > keptWords) words.shift();
    }
  };
  return {
    bytes(bytes) {
      const lines = (open2 + decoder.decode(bytes, { stream: true })).split("\n");
      open2 = (lines.pop() ?? "").slice(0, maxLineChars);
      for (const each of lines) line(each);
    },
    end() {
      line(open2 + decoder.decode());
      open2 = "";
      return words;
    }
  };
}
function plainStatus() {
  const names = /* @__PURE__ */ new Map();
  return (text) => {
    const found = /^#(\d+) (.*)$/s.exec(text);
    if (!found) return void 0;
    const [, number = "", rest = ""] = found;
    const log = /^\d+\.\d+ (.*)$/s.exec(rest);
    if (log) return { vertexes: [], logs: [{ vertex: number, bytes: Buffer.from(`${log[1]}
`) }] };
    if (!names.has(number)) names.set(number, rest);
    const error = rest.startsWith("ERROR: ") ? rest.slice(7) : "";
    const cached = rest === "CACHED";
    const completed = cached || error !== "" || /^DONE \d/.test(rest);
    return {
      vertexes: [{ digest: number, name: names.get(number) ?? "", cached, started: true, completed, error }],
      logs: []
    };
  };
}
function parseStatus(text) {
  if (!text.startsWith("{")) return void 0;
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return void 0;
  }
  const { vertexes, statuses, logs } = status.parse(json);
  return {
    vertexes: (vertexes ?? []).map((vertex) => ({
      digest: vertex.digest,
      name: vertex.name,
      cached: vertex.cached,
      error: vertex.error,
      started: Boolean(vertex.started),
      completed: Boolean(vertex.completed)
    })),
    transfers: (statuses ?? []).map(({ id, vertex, current, total }) => ({
      id,
      vertex,
      bytes: current ?? 0,
      totalBytes: total ?? 0
    })),
    logs: (logs ?? []).map(({ vertex, data }) => ({ vertex, bytes: Buffer.from(data ?? "", "base64") }))
  };
}
function buildxBuilder(command, engine, run, environment, progress, timeoutMs = defaultTimeoutMs) {
  return {
    async build(request, signal) {
      await requireFolder(request.contextDir);
      const dockerfileText = (await readDockerfile(request.dockerfile)).toString("utf8");
      const tag = run.nextTag();
      const folder2 = await (0, import_promises.mkdtemp)((0, import_node_path2.join)((0, import_node_os.tmpdir)(), "plimsoll-"));
      const timeout = (0, import_chunk_OTF75QEW.timeoutSignal)(timeoutMs);
      try {
        const idFile = (0, import_node_path2.join)(folder2, "id");
        const call = { command, request, tag, idFile, dockerfileText, environment, progress };
        await runBuild2(call, AbortSignal.any([signal, timeout]));
        const imageId = (await (0, import_promises.readFile)(idFile, "utf8")).trim();
        return { reference: await stableReference(engine, tag, imageId, signal) };
      } catch (thrown) {
        if (timeout.aborted && !signal.aborted) throw tookTooLong(timeoutMs, thrown);
        throw thrown;
      } finally {
        await (0, import_promises.rm)(folder2, { recursive: true, force: true });
      }
    }
  };
}
async function runBuild2(call, signal) {
  const { command, request } = call;
  const follower = followBuild(call.progress);
  const raw = readRawProgress(follower, !(command.kind === "buildx" && command.statusAsJson));
  try {
    await (0, import_chunk_C6VGJIMQ.runProcess)({
      program: "docker",
      args: buildArguments(command, request, call.tag, call.idFile),
      environment: buildEnvironment(call.environment, request),
      signal,
      onStderr: (bytes) => raw.bytes(bytes)
    });
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_C6VGJIMQ.ProcessFailed) || thrown.status === void 0) throw thrown;
    const words = raw.end();
    follower.failed(reasonOf(words) ?? thrown.message);
    const { failure } = follower.outcome();
    throw failure ? explainBuildFailure(failure, request, call.dockerfileText) : thrown;
  }
}
function reasonOf(words) {
  const found = words.findLast((line) => /^(ERROR: |failed to solve|error: |unknown flag|docker: )/i.test(line));
  return (found ?? words.at(-1))?.replace(/^ERROR: /i, "");
}
async function needsCredentials(request, environment) {
  const config = (0, import_chunk_TNGGOQNF.readDockerConfig)(environment);
  if (!config) return false;
  const known = new Set([...Object.keys(config.auths), ...Object.keys(config.credHelpers)].map(import_chunk_TNGGOQNF.hostOfServer));
  if (known.size === 0) return false;
  const dockerfile = (await readDockerfile(request.dockerfile)).toString("utf8");
  return hostsOfDockerfile(dockerfile).some((host) => host === void 0 || known.has(host));
}
function hostsOfDockerfile(text) {
  const stages = /* @__PURE__ */ new Set();
  const images2 = [];
  for (const { detail } of instructionsOf(text)) {
    if (detail.kind === "FROM") {
      if (!stages.has(detail.image.toLowerCase())) images2.push(detail.image);
      if (detail.name !== null) stages.add(detail.name.toLowerCase());
    } else if (detail.kind === "COPY" && detail.from !== null && !/^\d+$/.test(detail.from) && !stages.has(detail.from.toLowerCase()))
      images2.push(detail.from);
  }
  return images2.filter((image) => image !== "scratch").map(hostOfImage);
}
function instructionsOf(text) {
  try {
    return (0, import_chunk_Z47GWUWV.parseDockerfile)(text, "Dockerfile").instructions;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function hostOfImage(image) {
  const [first = ""] = image.split("/");
  if (first.includes("$")) return void 0;
  const isHost = image.includes("/") && (/[.:]/.test(first) || first === "localhost");
  return isHost ? (0, import_chunk_TNGGOQNF.hostOfServer)(first) : "docker.io";
}
function builderOf(engine, run, environment, progress) {
  const byEngine = engineBuilder(engine, run, progress);
  return {
    async build(request, signal) {
      if (request.builder === "engine") return byEngine.build(request, signal);
      const asked = askedOfBuildx(request);
      const isBetter = asked.length > 0 || await needsCredentials(request, environment) || !await sendsDockerfile(request.contextDir, request.dockerfile);
      if (request.builder === "auto" && !isBetter) return byEngine.build(request, signal);
      const command = await findBuildCommand(environment, signal);
      if (command && canDo(command, request))
        return buildxBuilder(command, engine, run, environment, progress).build(request, signal);
      if (request.builder === "buildx") throw noBuildx(command);
      refuseWhatNeedsBuildx(request);
      return byEngine.build(request, signal);
    }
  };
}
var canDo = (command, request) => command.kind === "buildx" || request.cacheTo.length === 0 && Object.keys(request.buildContexts).length === 0;
var noBuildx = (command) => new import_chunk_ZU5SK2EV.UserError({
  code: "no-buildx",
  message: 'The builder "buildx" was chosen, and the docker command has no buildx that could do this.',
  got: command ? "a docker command with BuildKit but without buildx" : "no docker command with buildx",
  expected: "`docker buildx version` to work",
  hint: 'Install it (https://docs.docker.com/go/buildx/; on GitHub: docker/setup-buildx-action), or choose the builder "auto".'
});
var recordBytes = 8 + 8 + 4 + 4 + 4 + 2 + 1;
var sumBytes = 8;
function columnBytes(count, hasSums) {
  return count * (recordBytes + (hasSums ? sumBytes : 0));
}
function writeColumns(entries, sums) {
  const { bodyOffsets, fileBytes, uids, gids, modes, types, paths } = entries;
  const ends = new Uint32Array(entries.count);
  let end = 0;
  for (const [record, path] of paths.entries()) ends[record] = end += path.length;
  const columns = [bodyOffsets, fileBytes, ...sums ? [sums] : [], uids, gids, ends, modes, types];
  return Buffer.concat(columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)));
}
function readColumns(columns, paths, head) {
  const { count, sums: algorithm } = head;
  let at = 0;
  const next = (column) => {
    new Uint8Array(column.buffer).set(columns.subarray(at, at + column.byteLength));
    at += column.byteLength;
    return column;
  };
  const bodyOffsets = next(new Float64Array(count));
  const fileBytes = next(new Float64Array(count));
  const sums = algorithm && next(new Float64Array(count));
  const uids = next(new Uint32Array(count));
  const gids = next(new Uint32Array(count));
  const ends = next(new Uint32Array(count));
  const modes = next(new Uint16Array(count));
  const types = next(new Uint8Array(count));
  if (!types.every((type) => type <= import_chunk_OR32E4J6.EntryType.opaque)) throw new Error("it has an unknown type of record");
  if (!fileBytes.every((bytes) => Number.isSafeInteger(bytes) && bytes >= 0))
    throw new Error("it has a file of an impossible size");
  return {
    entries: {
      count,
      paths: cut2(paths, ends),
      types,
      fileBytes,
      modes,
      uids,
      gids,
      linkTargets: new Map(head.links),
      withCapabilities: new Set(head.capabilities),
      bodyOffsets,
      ...algorithm && sums && { contentSums: { algorithm, values: sums } }
    },
    sparse: new Map(head.sparse)
  };
}
function cut2(text, ends) {
  const paths = [];
  let start = 0;
  for (const end of ends) {
    if (end < start) throw new Error("its paths overlap");
    paths.push(text.slice(start, end));
    start = end;
  }
  if (start !== text.length) throw new Error("its paths do not add up");
  return paths;
}
var magic = Buffer.from("PLIMLYR", "latin1");
var sealBytes = 32;
var headBytes = magic.length + sealBytes;
var byteOrderMark = 16909060;
var maxUnpackedBytes = 2 ** 30;
var deflate = (0, import_node_util.promisify)(import_node_zlib.deflateRaw);
var inflate = (0, import_node_util.promisify)(import_node_zlib.inflateRaw);
var index = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var meta = import_chunk_AJHEZPZQ.external_exports.strictObject({
  diffId: import_chunk_AJHEZPZQ.external_exports.string(),
  sums: import_chunk_AJHEZPZQ.external_exports.enum(["crc32", "crc64"]).optional(),
  count: index.max(import_chunk_TNGGOQNF.defaultLimits.maxEntries),
  /** UTF-16 units of all paths behind each other, and how they are stored. */
  pathUnits: index,
  encoding: import_chunk_AJHEZPZQ.external_exports.enum(["utf8", "utf16le"]),
  links: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.tuple([index, import_chunk_AJHEZPZQ.external_exports.string()])),
  capabilities: import_chunk_AJHEZPZQ.external_exports.array(index),
  sparse: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.tuple([index, import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.strictObject({ offset: index, bytes: index }))]))
});
async function encodeLayer(diffId, { entries, sparse }, key) {
  const paths = entries.paths.join("");
  const encoding = new RegExp("\\p{Surrogate}", "u").test(paths) ? "utf16le" : "utf8";
  const head = {
    diffId,
    ...entries.contentSums && { sums: entries.contentSums.algorithm },
    count: entries.count,
    pathUnits: paths.length,
    encoding,
    links: [...entries.linkTargets],
    capabilities: [...entries.withCapabilities],
    sparse: [...sparse].map(([record, runs]) => [record, [...runs]])
  };
  const json = Buffer.from(JSON.stringify(head));
  const start = Buffer.alloc(8);
  start.writeUInt32LE(json.length, 4);
  new Uint32Array(start.buffer, start.byteOffset, 1)[0] = byteOrderMark;
  const columns = writeColumns(entries, entries.contentSums?.values);
  const packed = await deflate(Buffer.concat([start, json, columns, Buffer.from(paths, encoding)]), { level: 1 });
  return Buffer.concat([magic, sealOf(packed, key), packed]);
}
async function decodeLayer(bytes, expected, key) {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error("it is of another version");
  const packed = bytes.subarray(headBytes);
  const seal = bytes.subarray(magic.length, headBytes);
  if (seal.length !== sealBytes || !(0, import_node_crypto5.timingSafeEqual)(seal, sealOf(packed, key)))
    throw new Error("it is damaged, or sealed with another key");
  const payload = await inflate(packed, { maxOutputLength: maxUnpackedBytes });
  if (payload.length < 8 || new Uint32Array(Uint8Array.from(payload.subarray(0, 4)).buffer)[0] !== byteOrderMark)
    throw new Error("it was written on a machine with another byte order");
  const jsonEnd = 8 + payload.readUInt32LE(4);
  const head = meta.parse(JSON.parse(payload.toString("utf8", 8, jsonEnd)));
  if (head.diffId !== expected.diffId) throw new Error(`it is of ${head.diffId}`);
  if (head.sums !== expected.sums) throw new Error("it has other checksums");
  checkIndexes(head);
  const columnsEnd = jsonEnd + columnBytes(head.count, head.sums !== void 0);
  if (payload.length < columnsEnd) throw new Error("it is too short");
  const paths = payload.toString(head.encoding, columnsEnd);
  if (paths.length !== head.pathUnits) throw new Error("its paths do not add up");
  return readColumns(payload.subarray(jsonEnd, columnsEnd), paths, head);
}
function checkIndexes({ count, links, capabilities, sparse }) {
  const indexes = [...links.map(([record]) => record), ...capabilities, ...sparse.map(([record]) => record)];
  if (indexes.some((record) => record >= count)) throw new Error("it names a record it has not");
}
function sealOf(packed, key) {
  return (0, import_node_crypto5.createHmac)("sha256", key).update(magic).update(packed).digest();
}
var mostBytes = 10 ** 9;
var keptBytes = 0.75 * mostBytes;
var staleDraftMs = 36e5;
async function prune(folder2, most = mostBytes, kept = keptBytes) {
  const files = await Promise.all((await (0, import_promises5.readdir)(folder2)).filter(isOurs).map((name) => describe((0, import_node_path5.join)(folder2, name))));
  const found = files.flatMap((file) => file ? [file] : []);
  const newest = Math.max(0, ...found.map(({ usedMs }) => usedMs));
  const drafts = found.filter(({ path, usedMs }) => path.endsWith(".draft") && newest - usedMs > staleDraftMs);
  const layers = found.filter(({ path }) => path.endsWith(".layer")).toSorted((one, other) => other.usedMs - one.usedMs);
  let sum = layers.reduce((bytes, file) => bytes + file.bytes, 0);
  const gone = drafts.map(({ path }) => path);
  if (sum > most)
    for (const file of layers.toReversed()) {
      if (sum <= kept) break;
      sum -= file.bytes;
      gone.push(file.path);
    }
  await Promise.all(gone.map((path) => (0, import_promises5.rm)(path, { force: true })));
}
var isOurs = (name) => /^sha\d+-[0-9a-f]+\.(crc32|crc64)\.layer(\.[0-9a-f-]+\.draft)?$/.test(name);
async function describe(path) {
  const found = await (0, import_promises5.stat)(path).catch(() => void 0);
  return found && { path, bytes: found.size, usedMs: found.mtimeMs };
}
function cacheFolder({ folder: folder2, key, note }) {
  const writes = /* @__PURE__ */ new Set();
  const fileOf = (diffId, sums) => (0, import_node_path4.join)(folder2, `${diffId.replace(":", "-")}.${sums}.layer`);
  let isBroken = false;
  const write = async (diffId, sums, layer) => {
    const path = fileOf(diffId, sums);
    const draft = `${path}.${(0, import_node_crypto4.randomUUID)()}.draft`;
    try {
      const bytes = await encodeLayer(diffId, layer, key);
      await (0, import_promises4.mkdir)(folder2, { recursive: true, mode: 448 });
      await (0, import_promises4.writeFile)(draft, bytes, { flag: "wx", mode: 384 });
      await (0, import_promises4.rename)(draft, path);
    } catch (thrown) {
      if (!isBroken) note(`Layers cannot be kept in ${folder2}: ${messageOf(thrown)}.`);
      isBroken = true;
      await (0, import_promises4.rm)(draft, { force: true }).catch(() => void 0);
    }
  };
  return {
    async get(diffId, sums) {
      const path = fileOf(diffId, sums);
      const bytes = await readKept(path, note);
      if (!bytes) return void 0;
      try {
        const layer = await decodeLayer(bytes, { diffId, sums }, key);
        const now = /* @__PURE__ */ new Date();
        await (0, import_promises4.utimes)(path, now, now).catch(() => void 0);
        return layer;
      } catch (thrown) {
        note(`${path} is not used and will be written anew: ${messageOf(thrown)}.`);
        await (0, import_promises4.rm)(path, { force: true }).catch(() => void 0);
        return void 0;
      }
    },
    put(diffId, layer) {
      const sums = layer.entries.contentSums?.algorithm;
      if (isBroken || sums === void 0 || !/^sha(256|512):[0-9a-f]+$/.test(diffId)) return;
      const writing = write(diffId, sums, layer).finally(() => writes.delete(writing));
      writes.add(writing);
    },
    async close() {
      if (writes.size === 0) return;
      await Promise.all(writes);
      if (isBroken) return;
      await prune(folder2).catch((thrown) => note(`${folder2} was not tidied: ${messageOf(thrown)}.`));
    }
  };
}
async function readKept(path, note) {
  try {
    return await (0, import_promises4.readFile)(path);
  } catch (thrown) {
    if (!isCode(thrown, "ENOENT")) note(`${path} cannot be read: ${messageOf(thrown)}.`);
    return void 0;
  }
}
var isCode = (thrown, code) => thrown instanceof Error && "code" in thrown && thrown.code === code;
var messageOf = (thrown) => thrown instanceof Error ? thrown.message : String(thrown);
async function gitIgnoredBelow(folder2, environment, signal) {
  const list2 = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"];
  try {
    const printed = await (0, import_chunk_ZRLNCPMP.gitIn)(folder2, environment, signal).run(["-c", "safe.bareRepository=explicit", ...list2]);
    return { paths: new Set(printed.split("\0").filter((path) => path !== "")) };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZRLNCPMP.GitFailed)) throw thrown;
    if (/not a git repository|cannot use bare repository/i.test(thrown.message)) return { paths: /* @__PURE__ */ new Set() };
    return { why: `What git ignores in the build context is not known: ${reasonOf2(thrown)}` };
  }
}
function reasonOf2({ message, status: status2 }) {
  return status2 === void 0 ? "git could not be run." : message.replace(/^`git [^`]*` failed: (?:fatal: )?/, "");
}
var entriesAtATime = 2e3;
var foldersForHelp = 1e3;
async function weighContext({ contextDir, dockerfile, isSecretFile }, environment, signal, helpers) {
  await requireFolder(contextDir);
  const { rules, text, file } = await readIgnoreFile(contextDir, dockerfile);
  const ignored = await gitIgnoredBelow(contextDir, environment, signal);
  const gitIgnored = "paths" in ignored ? ignored.paths : /* @__PURE__ */ new Set();
  const scan = (0, import_chunk_EIGURVBG.newScan)({ rules, gitIgnored, isSecretFile });
  scan.open.push((0, import_chunk_EIGURVBG.contextFolder)(contextDir));
  const task = { ignoreText: text, ignoreFile: file ?? ".dockerignore", gitIgnored };
  await scanAll(scan, signal, helpers && { fromEntries: helpers.fromEntries, start: () => helpers.start(task) });
  return {
    ...scan.tally.sums(),
    ...file !== void 0 && { ignoreFile: file },
    ..."why" in ignored && { gitUnknown: ignored.why }
  };
}
async function scanAll(scan, signal, helpers) {
  let helper;
  let helping;
  let failure;
  const help = async (by) => {
    try {
      scan.open.push(...await by.take(halfOf(scan.open)));
    } catch (error) {
      failure = error;
    }
    helping = void 0;
  };
  try {
    let seen = 0;
    while (scan.open.length > 0 || helping) {
      if (scan.open.length === 0) await helping;
      seen += scan.advance(entriesAtATime);
      if (helpers && seen >= helpers.fromEntries && scan.open.length > 1) helper ??= helpers.start();
      if (helper && !helping && scan.open.length > 1) helping = help(helper);
      await (0, import_promises6.setImmediate)();
      if (failure !== void 0) throw failure;
      if (signal.aborted) throw new import_chunk_ZU5SK2EV.Interrupted("Cancelled while weighing the build context.");
    }
    if (helper) scan.tally.add(await helper.share());
  } finally {
    await helper?.end();
  }
}
function halfOf(open2) {
  const all = open2.splice(0);
  const given = [];
  for (const [index2, folder2] of all.entries())
    (index2 % 2 === 0 && given.length < foldersForHelp ? given : open2).push(folder2);
  return given;
}
var defaultSocket = "unix:///var/run/docker.sock";
var dockerConfig = import_chunk_AJHEZPZQ.external_exports.object({ currentContext: import_chunk_AJHEZPZQ.external_exports.string().optional() });
var contextMeta = import_chunk_AJHEZPZQ.external_exports.object({
  Endpoints: import_chunk_AJHEZPZQ.external_exports.object({ docker: import_chunk_AJHEZPZQ.external_exports.object({ Host: import_chunk_AJHEZPZQ.external_exports.string(), SkipTLSVerify: import_chunk_AJHEZPZQ.external_exports.boolean().optional() }) })
});
function findEngineHost(environment) {
  const configDir = (0, import_chunk_TNGGOQNF.dockerConfigDir)(environment);
  const fromEnvironment = environment["DOCKER_HOST"];
  if (fromEnvironment) return parseHost(fromEnvironment, "DOCKER_HOST", tlsOfEnvironment(environment, configDir));
  const context = environment["DOCKER_CONTEXT"] || currentContext(configDir);
  if (context && context !== "default") return hostOfContext(context, configDir);
  return parseHost(defaultSocket, "the default", void 0);
}
function currentContext(configDir) {
  const path = (0, import_node_path6.join)(configDir, "config.json");
  const text = (0, import_chunk_TNGGOQNF.readOptional)(path);
  return text === void 0 ? void 0 : (0, import_chunk_TNGGOQNF.parseJson)(path, text, dockerConfig).currentContext;
}
function hostOfContext(name, configDir) {
  const id = (0, import_node_crypto6.createHash)("sha256").update(name).digest("hex");
  const path = (0, import_node_path6.join)(configDir, "contexts", "meta", id, "meta.json");
  const text = (0, import_chunk_TNGGOQNF.readOptional)(path);
  if (text === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-docker-context",
      message: `The docker context "${name}" does not exist.`,
      got: name,
      expected: "a name that `docker context ls` shows",
      hint: "Choose another with `docker context use`, or set DOCKER_HOST."
    });
  }
  const { Host: host, SkipTLSVerify: skipVerify } = (0, import_chunk_TNGGOQNF.parseJson)(path, text, contextMeta).Endpoints.docker;
  const pem = (file) => (0, import_chunk_TNGGOQNF.readOptional)((0, import_node_path6.join)(configDir, "contexts", "tls", id, "docker", file));
  const [ca, cert, key] = [pem("ca.pem"), pem("cert.pem"), pem("key.pem")];
  const tls = ca || cert || skipVerify ? readTls(ca, cert, key, skipVerify !== true) : void 0;
  return parseHost(host, `the context ${name}`, tls);
}
function tlsOfEnvironment(environment, configDir) {
  const verify = Boolean(environment["DOCKER_TLS_VERIFY"]);
  if (!verify && !environment["DOCKER_TLS"]) return void 0;
  const dir = environment["DOCKER_CERT_PATH"] || configDir;
  const pem = (file) => (0, import_chunk_TNGGOQNF.readOptional)((0, import_node_path6.join)(dir, file));
  return readTls(pem("ca.pem"), pem("cert.pem"), pem("key.pem"), verify);
}
var readTls = (ca, cert, key, verify) => ({
  ...ca !== void 0 && { ca },
  ...cert !== void 0 && { cert },
  ...key !== void 0 && { key },
  verify
});
function parseHost(text, saidBy, tls) {
  const [scheme, rest] = text.includes("://") ? [text.slice(0, text.indexOf("://")), text.slice(text.indexOf("://") + 3)] : ["tcp", text];
  if (scheme === "unix" && rest.startsWith("/")) return { name: text, saidBy, address: { socketPath: rest } };
  if (scheme === "npipe") return { name: text, saidBy, address: { socketPath: rest || "//./pipe/docker_engine" } };
  if (scheme === "ssh") throw sshUnsupported(text, saidBy);
  const url = scheme === "tcp" && rest && URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : void 0;
  if (!url || url.username || url.search || !["", "/"].includes(url.pathname)) throw badHost(text, saidBy);
  const port = Number(url.port || (/:80\/?$/.test(rest) ? 80 : tls ? 2376 : 2375));
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { name: `tcp://${url.hostname}:${port}`, saidBy, address: { host, port }, ...tls && { tls } };
}
var badHost = (text, saidBy) => new import_chunk_ZU5SK2EV.UserError({
  code: "bad-docker-host",
  message: `${saidBy} names "${text}", which is no address of a Docker Engine.`,
  got: text,
  expected: "unix:///PATH or tcp://HOST:PORT",
  hint: "Correct it, or unset it to use the default socket."
});
var sshUnsupported = (text, saidBy) => new import_chunk_ZU5SK2EV.UserError({
  code: "ssh-host-unsupported",
  message: `${saidBy} names "${text}", and engines over ssh are not supported.`,
  got: text,
  expected: "unix:///PATH or tcp://HOST:PORT",
  hint: "Forward the socket: ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock HOST, and set DOCKER_HOST=unix:///tmp/docker.sock."
});
var version = import_chunk_AJHEZPZQ.external_exports.object({ Os: import_chunk_AJHEZPZQ.external_exports.string(), Arch: import_chunk_AJHEZPZQ.external_exports.string() });
async function enginePlatform(engine, signal) {
  const call = { what: "asking for its version", method: "GET", path: "/version" };
  const { Os, Arch } = version.parse(await engine.call(call, signal));
  return `${Os}/${Arch}`.toLowerCase();
}
var archiveQuietMs = 6e4;
async function withArchive(engine, container, path, signal, work) {
  const what2 = "reading files of the image";
  const address = `/containers/${container}/archive?path=${encodePath(path)}`;
  const call = { what: what2, method: "GET", path: address, quietMs: archiveQuietMs };
  try {
    const answer2 = await engine.stream(call, signal);
    try {
      return await work(answer2);
    } finally {
      answer2.destroy();
    }
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) return void 0;
    throw explainEngineFailure(thrown, engine.host, what2, signal);
  }
}
function encodePath(path) {
  const encoded = Array.from(path, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 56448 && code <= 56575 ? `%${(code - 56320).toString(16)}` : encodeURIComponent(character);
  });
  return `%2F${encoded.join("")}`;
}
var runLabel = "dev.plimsoll.run";
var created = import_chunk_AJHEZPZQ.external_exports.object({ Id: import_chunk_AJHEZPZQ.external_exports.string().regex(/^[0-9a-f]{12,64}$/) });
var asBind = ({ source, target }) => ({
  Type: "bind",
  Source: source,
  Target: target,
  ReadOnly: true
});
var creationGraceMs = 3e3;
var underWay = /* @__PURE__ */ new Map();
async function settledContainers(runId) {
  const own = underWay.get(runId) ?? /* @__PURE__ */ new Set();
  await Promise.allSettled(own);
}
async function withContainer(engine, wish, signal, work) {
  const { runId } = wish;
  const all = underWay.get(runId) ?? /* @__PURE__ */ new Set();
  underWay.set(runId, all);
  const own = inContainer(engine, wish, signal, work);
  all.add(own);
  try {
    return await own;
  } finally {
    all.delete(own);
    if (all.size === 0) underWay.delete(runId);
  }
}
async function inContainer(engine, wish, signal, work) {
  const id = await createContainer(engine, wish, signal);
  try {
    return await work(id);
  } finally {
    await removeContainer(engine, id, (0, import_chunk_OTF75QEW.timeoutSignal)(1e4)).catch(() => void 0);
  }
}
async function createContainer(engine, wish, signal) {
  const late = new AbortController();
  const wait = () => void setTimeout(() => late.abort(), creationGraceMs).unref();
  if (signal.aborted) late.abort();
  signal.addEventListener("abort", wait, { once: true });
  try {
    return created.parse(await engine.call(creation(wish), late.signal)).Id;
  } finally {
    signal.removeEventListener("abort", wait);
  }
}
var creation = ({ runId, imageId, mounts = [] }) => ({
  what: "creating a container to read files from",
  method: "POST",
  path: "/containers/create",
  json: {
    Image: imageId,
    // An image may name no command, and the engine wants one.
    Entrypoint: ["/never-started"],
    Cmd: [],
    Labels: { [runLabel]: runId },
    NetworkDisabled: true,
    HostConfig: { NetworkMode: "none", ...mounts.length > 0 && { Mounts: mounts.map(asBind) } }
  }
});
async function removeContainer(engine, id, signal) {
  const query = { force: "1", v: "1" };
  try {
    await engine.call({ what: "removing a container", method: "DELETE", path: `/containers/${id}`, query }, signal);
  } catch (thrown) {
    if (!(thrown instanceof EngineRefused && (thrown.status === 404 || thrown.status === 409))) throw thrown;
  }
}
var block2 = 512;
async function readFirstFile(tar, maxBytes2) {
  let held = Buffer.alloc(0);
  let skip = 0;
  let body2;
  const pieces = [];
  let taken = 0;
  const take = (piece) => {
    pieces.push(piece);
    taken += piece.length;
  };
  for await (const chunk of tar) {
    if (body2) {
      take(chunk);
      if (taken >= body2.bytes) return whole(pieces, body2.bytes);
      continue;
    }
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    held = Buffer.concat([held, chunk.subarray(skipped)]);
    while (!body2 && skip === 0 && held.length >= block2) {
      const header2 = held.subarray(0, block2);
      if (header2.every((byte) => byte === 0)) return void 0;
      const bytes = sizeOf(header2);
      held = held.subarray(block2);
      if (isRegular(header2[156])) {
        body2 = { bytes: Math.min(bytes, maxBytes2) };
        take(held);
      } else {
        skip = Math.ceil(bytes / block2) * block2;
        const inHand = Math.min(skip, held.length);
        held = held.subarray(inHand);
        skip -= inHand;
      }
    }
    if (body2 && taken >= body2.bytes) return whole(pieces, body2.bytes);
  }
  if (body2?.bytes === 0) return new Uint8Array();
  throw new Error("The tar with the file ended too early.");
}
var whole = (pieces, bytes) => new Uint8Array(Buffer.concat(pieces).subarray(0, bytes));
var isRegular = (flag) => flag === 48 || flag === 0 || flag === 55;
function sizeOf(header2) {
  if ((header2[124] ?? 0) & 128) return header2.readUIntBE(130, 6);
  const text = header2.toString("latin1", 124, 136).replace(/[\0 ].*$/s, "").trim();
  if (!/^[0-7]*$/.test(text)) throw new Error("The tar with the file has a broken size.");
  return Number.parseInt(text || "0", 8);
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
async function readFolder(engine, container, { folder: folder2, isWanted, maxBytes: maxBytes2 }, signal) {
  const keeper = keepBodies(isWanted, folderOf(folder2), maxBytes2);
  const scanner = new import_chunk_TNGGOQNF.TarScanner({ where: "a folder of the image", budget: new import_chunk_TNGGOQNF.Budget(), openBody: keeper.openBody });
  await withArchive(engine, container, folder2, signal, async (tar) => {
    for await (const chunk of tar) scanner.push(chunk);
    scanner.end();
  });
  return keeper.bodies;
}
function keepBodies(isWanted, above, maxBytes2) {
  const bodies = [];
  const openBody = (file) => {
    const path = above === "" ? file.path : `${above}/${file.path}`;
    if (!isWanted(path)) return void 0;
    const pieces = [];
    let held = 0;
    return {
      push: (piece) => {
        const part = piece.subarray(0, Math.max(0, maxBytes2 - held));
        held += part.length;
        if (part.length > 0) pieces.push(Buffer.from(part));
      },
      end: () => bodies.push([path, Buffer.concat(pieces)])
    };
  };
  return { openBody, bodies };
}
var atOnce = 4;
var folderFrom = 8;
async function readBodiesFromContainer(engine, { runId }, imageId, nodes, maxBytes2, signal) {
  const bodies = /* @__PURE__ */ new Map();
  if (nodes.length === 0) return bodies;
  await withContainer(engine, { runId, imageId }, signal, async (container) => {
    const waiting = groupsOf(nodes).values();
    const reader = async () => {
      for (const group of waiting) {
        const read = group.length < folderFrom ? readEach : readGroup;
        for (const [path, body2] of await read(engine, container, group, maxBytes2, signal)) bodies.set(path, body2);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
  });
  return bodies;
}
function groupsOf(nodes) {
  const folders = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const folder2 = folderOf(node.path);
    const group = folders.get(folder2);
    if (group) group.push(node);
    else folders.set(folder2, [node]);
  }
  return [...folders].flatMap(([folder2, group]) => isWhole(folder2, group) ? [group] : group.map((node) => [node]));
}
function isWhole(folder2, group) {
  return folder2 !== "" && group.length >= folderFrom;
}
async function readEach(engine, container, nodes, maxBytes2, signal) {
  const bodies = [];
  for (const { path } of nodes) {
    const body2 = await readBody(engine, container, path, maxBytes2, signal);
    if (body2) bodies.push([path, body2]);
  }
  return bodies;
}
async function readGroup(engine, container, nodes, maxBytes2, signal) {
  const wanted = new Set(nodes.map(({ path }) => path));
  const folder2 = folderOf(nodes[0]?.path ?? "");
  return readFolder(engine, container, { folder: folder2, isWanted: (path) => wanted.has(path), maxBytes: maxBytes2 }, signal);
}
async function readBody(engine, container, path, maxBytes2, signal) {
  return withArchive(engine, container, path, signal, (tar) => readFirstFile(tar, maxBytes2));
}
var folder = "var/lib/dpkg";
var maxBytes = 64 * 2 ** 20;
var DatabasesAhead = class {
  #reading;
  /** Begins, in a container of its own that is never started. Nobody need wait for it. */
  start(engine, { runId }, imageId, signal) {
    const read = (container) => readFolder(engine, container, { folder, isWanted: import_chunk_MNBRAC5K.isPackageDatabase, maxBytes }, signal);
    this.#reading ??= withContainer(engine, { runId, imageId }, signal, read).then(
      (bodies) => new Map(bodies),
      () => /* @__PURE__ */ new Map()
    );
  }
  /** Those of the bodies that came, as far as wanted; they are handed out once, so that nothing is held for longer. */
  async take(nodes, most) {
    if (!this.#reading || !nodes.some(({ path }) => (0, import_chunk_MNBRAC5K.isPackageDatabase)(path))) return /* @__PURE__ */ new Map();
    const bodies = await this.#reading;
    this.#reading = void 0;
    return new Map(
      nodes.flatMap(({ path, fileBytes }) => {
        const body2 = bodies.get(path);
        return body2?.length === fileBytes ? [[path, body2.subarray(0, most)]] : [];
      })
    );
  }
};
async function readDockerManifest(contents) {
  const document = await contents.document("manifest.json");
  if (!document) throw (0, import_chunk_TNGGOQNF.brokenArchive)(contents.where, await whyNoManifest(contents));
  const where = `\`manifest.json\` in ${contents.where}`;
  const list2 = (0, import_chunk_TNGGOQNF.parseJson2)(document, where);
  if (!Array.isArray(list2)) throw (0, import_chunk_TNGGOQNF.brokenArchive)(where, "it is not a list");
  return list2.map((value, index2) => {
    const image = new import_chunk_TNGGOQNF.JsonObject(value, `${where}, image ${index2}`);
    const configPath = image.text("Config") ?? "";
    if (configPath === "") throw (0, import_chunk_TNGGOQNF.brokenArchive)(image.where, "it names no config");
    return {
      configPath: (0, import_chunk_TNGGOQNF.cleanPath)(configPath),
      layerPaths: (image.texts("Layers") ?? []).map(import_chunk_TNGGOQNF.cleanPath),
      tags: image.texts("RepoTags") ?? []
    };
  });
}
async function whyNoManifest(contents) {
  const has = async (path) => await contents.stat(path) !== void 0;
  if (await has("oci-layout")) return "it holds no manifest.json, but an OCI layout: name it oci-archive:FILE";
  if (await has("repositories"))
    return "it holds no manifest.json: it is in the form that Docker wrote before 1.10; load it and save it again";
  return "it holds no manifest.json: it was cut short, or no `docker save` wrote it";
}
async function chooseDockerImage(contents, images2, name, platform) {
  const all = await Promise.all(images2.map(async (image) => ({ image, config: await readConfig(contents, image) })));
  const named = name === void 0 ? all : all.filter(({ image, config }) => isNamed(image, config, name));
  if (named.length === 0)
    throw (0, import_chunk_TNGGOQNF.noSuchImage)(
      contents.where,
      name,
      images2.flatMap(({ tags }) => tags)
    );
  const fitting = platform === void 0 ? named : named.filter(({ config }) => (0, import_chunk_TNGGOQNF.isPlatform)(config.platform, platform));
  const [first, ...others] = fitting;
  if (!first)
    throw (0, import_chunk_TNGGOQNF.noSuchPlatform)(
      contents.where,
      platform ?? "",
      named.map(({ config }) => config.platform)
    );
  if (others.some(({ config }) => config.imageId !== first.config.imageId)) {
    throw (0, import_chunk_TNGGOQNF.ambiguousImage)(
      contents.where,
      fitting.map(({ image, config }) => `${image.tags[0] ?? config.imageId} (${config.platform})`)
    );
  }
  return first;
}
async function openDockerImage(contents, source, { image, config }) {
  const { layerPaths } = image;
  if (layerPaths.length !== config.diffIds.length) {
    throw (0, import_chunk_TNGGOQNF.brokenArchive)(
      contents.where,
      `its manifest lists ${layerPaths.length} layers and its config ${config.diffIds.length}`
    );
  }
  const blobs = await blobsOf(contents, layerPaths, config.imageId);
  const facts = { source, ...config, ...blobs && { blobs } };
  const layers = layerPaths.map((path, index2) => ({
    path,
    where: `layer ${index2} (\`${path}\`) of ${contents.where}`,
    diffId: config.diffIds[index2],
    blobDigest: blobs?.[index2]?.digest
  }));
  return (0, import_chunk_TNGGOQNF.openImage)(contents, facts, layers);
}
async function readConfig(contents, { configPath }) {
  const where = `config \`${configPath}\` in ${contents.where}`;
  const bytes = await contents.document(configPath);
  if (!bytes) throw (0, import_chunk_TNGGOQNF.brokenArchive)(contents.where, `its manifest names \`${configPath}\`, which is not there`);
  const stated = /(?:^|\/)(?:sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(configPath)?.[1];
  if (stated !== void 0 && (0, import_chunk_TNGGOQNF.digestOf)(bytes) !== `sha256:${stated}`)
    throw (0, import_chunk_TNGGOQNF.brokenArchive)(where, "its bytes have another digest");
  return (0, import_chunk_TNGGOQNF.readImageConfig)(bytes, where);
}
async function blobsOf(contents, paths, imageId) {
  const stats = await Promise.all(paths.map((path) => contents.stat(path)));
  if (!stats.some((stat3) => stat3 && stat3.compression !== "none")) return void 0;
  const described = await (0, import_chunk_TNGGOQNF.layersOfConfig)(contents, imageId);
  const blobs = [];
  for (const [index2, path] of paths.entries()) {
    const stat3 = stats[index2];
    const digest2 = /(?:^|\/)(?:sha256:)?([0-9a-f]{64})(?:\.tar\.(?:gz|zst))?$/.exec(path)?.[1];
    if (!stat3 || digest2 === void 0) return void 0;
    const suffix = stat3.compression === "none" ? "" : `+${stat3.compression}`;
    const mediaType = described?.[index2]?.mediaType ?? `application/vnd.oci.image.layer.v1.tar${suffix}`;
    blobs.push({ digest: `sha256:${digest2}`, bytes: stat3.bytes, mediaType });
  }
  return blobs;
}
function isNamed({ tags }, { imageId }, name) {
  const wanted = (0, import_chunk_TNGGOQNF.fullTag)(name);
  const id = name.replace(/^sha256:/, "");
  return tags.some((tag) => (0, import_chunk_TNGGOQNF.fullTag)(tag) === wanted) || /^[0-9a-f]{6,64}$/.test(id) && imageId.startsWith(`sha256:${id}`);
}
async function readDockerArchiveStream(stream, options) {
  return dockerArchive(await (0, import_chunk_TNGGOQNF.streamedContents)(stream, options), options.source);
}
async function readDockerArchive(archive, options) {
  return dockerArchive(await (0, import_chunk_TNGGOQNF.archiveContents)(archive, options), options.source);
}
async function dockerArchive(contents, source) {
  const images2 = await readDockerManifest(contents);
  return {
    images: images2.map(({ tags }) => ({ tags })),
    open: async (name, platform) => openDockerImage(contents, source, await chooseDockerImage(contents, images2, name, platform))
  };
}
var what = "exporting the image";
var quietMs = 6e5;
var bufferBytes = 2 ** 20;
async function* exportStream(engine, id, signal) {
  const watch = watchEngine(engine, signal);
  try {
    const { address, tls } = engine.host;
    const isSocket = "socketPath" in address && address.socketPath.startsWith("/") && !tls;
    const pieces = isSocket ? overSocket(address.socketPath, id, watch.signal) : overHttp(engine, id, watch.signal);
    yield* (0, import_chunk_TNGGOQNF.counted)(pieces, engine.onBytes);
  } catch (thrown) {
    throw explainEngineFailure(watch.failure() ?? thrown, engine.host, what, signal);
  } finally {
    watch.stop();
  }
}
async function* overHttp(engine, id, signal) {
  const call = { what, method: "GET", path: "/images/get", query: { names: id }, quietMs };
  const answer2 = await engine.stream(call, signal);
  try {
    for await (const chunk of answer2) yield chunk;
  } finally {
    answer2.destroy();
  }
}
async function* overSocket(socketPath, id, signal) {
  const { socket, chunks } = readSocket(socketPath);
  const cancel = () => void socket.destroy(new Error("aborted"));
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  socket.write(`GET /images/get?names=${encodeURIComponent(id)} HTTP/1.0\r
Host: docker\r
\r
`);
  try {
    yield* bodyOf(chunks);
  } finally {
    signal.removeEventListener("abort", cancel);
    socket.destroy();
  }
}
function readSocket(path) {
  let wake;
  let chunk;
  let failure;
  let ended = false;
  const callback = (bytes, buffer) => {
    chunk = buffer.subarray(0, bytes);
    wake?.();
    return false;
  };
  const socket = (0, import_node_net.connect)({ path, onread: { buffer: Buffer.allocUnsafe(bufferBytes), callback } });
  socket.setTimeout(quietMs, () => socket.destroy(new DeadlinePassed(`nothing came for ${quietMs} ms`)));
  socket.on("error", (error) => failure = error);
  for (const event2 of ["end", "close"])
    socket.on(event2, () => {
      ended = true;
      wake?.();
    });
  const next = () => new Promise((resolve2) => {
    wake = resolve2;
    if (chunk || ended) resolve2();
    else socket.resume();
  });
  async function* read() {
    for (; ; ) {
      await next();
      if (failure) throw failure;
      if (!chunk) return;
      const given = chunk;
      chunk = void 0;
      yield given;
    }
  }
  return { socket, chunks: read() };
}
var maxHeadBytes = 65536;
var headEnd = Buffer.from("\r\n\r\n");
async function* bodyOf(chunks) {
  let head = Buffer.alloc(0);
  let status2 = 0;
  let refusal = "";
  for await (const chunk of chunks) {
    let body2 = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(headEnd);
      if (end === -1 && head.length > maxHeadBytes) throw new Error("The engine answered with an endless head.");
      if (end === -1) continue;
      status2 = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head.toString("latin1", 0, end))?.[1] ?? 0);
      body2 = head.subarray(end + headEnd.length);
      head = void 0;
    }
    if (status2 === 200) {
      if (body2.length > 0) yield body2;
    } else refusal = (refusal + Buffer.from(body2).toString("utf8")).slice(0, 4e3);
  }
  if (head) throw Object.assign(new Error("The connection ended before the answer."), { code: "ECONNRESET" });
  if (status2 !== 200) throw new EngineRefused(status2, messageOf2(refusal));
}
function messageOf2(body2) {
  const said = /"message":"((?:[^"\\]|\\.)*)"/.exec(body2)?.[1];
  return said ?? body2.trim();
}
async function readRecordsFromExport(engine, imageId, records, maxBytes2, signal) {
  if (records.length === 0) return [];
  const paths = new Set(records.map(({ path }) => path));
  const archive = await readDockerArchiveStream(() => exportStream(engine, imageId, signal), {
    source: `engine:${imageId}`,
    // Kept while the export streams by, so that it is made once.
    keepBody: (path, bodyBytes) => paths.has(path) ? Math.min(bodyBytes, maxBytes2) : 0,
    signal
  });
  const image = await archive.open();
  return await image.readRecords?.(records, maxBytes2, signal) ?? [];
}
var texts = import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).nullish();
var flags = import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.unknown()).nullish();
var digest = import_chunk_AJHEZPZQ.external_exports.custom((text) => typeof text === "string" && /^sha256:[0-9a-f]{64}$/.test(text), "a digest");
var healthcheck = import_chunk_AJHEZPZQ.external_exports.object({
  Test: texts,
  Interval: import_chunk_AJHEZPZQ.external_exports.number().optional(),
  Timeout: import_chunk_AJHEZPZQ.external_exports.number().optional(),
  StartPeriod: import_chunk_AJHEZPZQ.external_exports.number().optional(),
  Retries: import_chunk_AJHEZPZQ.external_exports.number().optional()
});
var imageInspect = import_chunk_AJHEZPZQ.external_exports.object({
  // Podman leaves the algorithm out.
  Id: import_chunk_AJHEZPZQ.external_exports.preprocess((id) => typeof id === "string" && /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id, digest),
  Os: import_chunk_AJHEZPZQ.external_exports.string(),
  Architecture: import_chunk_AJHEZPZQ.external_exports.string(),
  Variant: import_chunk_AJHEZPZQ.external_exports.string().nullish(),
  Created: import_chunk_AJHEZPZQ.external_exports.string().nullish(),
  GraphDriver: import_chunk_AJHEZPZQ.external_exports.object({ Name: import_chunk_AJHEZPZQ.external_exports.string().nullish(), Data: import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.string()).nullish() }).nullish(),
  RootFS: import_chunk_AJHEZPZQ.external_exports.object({ Layers: import_chunk_AJHEZPZQ.external_exports.array(digest).nullish() }).nullish(),
  Config: import_chunk_AJHEZPZQ.external_exports.object({
    User: import_chunk_AJHEZPZQ.external_exports.string().nullish(),
    Entrypoint: texts,
    Cmd: texts,
    WorkingDir: import_chunk_AJHEZPZQ.external_exports.string().nullish(),
    Env: texts,
    ExposedPorts: flags,
    Volumes: flags,
    Labels: import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.string()).nullish(),
    Healthcheck: healthcheck.nullish(),
    StopSignal: import_chunk_AJHEZPZQ.external_exports.string().nullish(),
    Shell: texts,
    OnBuild: texts
  }).nullish()
});
var imageHistory = import_chunk_AJHEZPZQ.external_exports.array(
  import_chunk_AJHEZPZQ.external_exports.object({ CreatedBy: import_chunk_AJHEZPZQ.external_exports.string().nullish(), Comment: import_chunk_AJHEZPZQ.external_exports.string().nullish(), Size: import_chunk_AJHEZPZQ.external_exports.number() })
);
function factsOfInspect(inspect, history) {
  const diffIds = inspect.RootFS?.Layers ?? [];
  const entries = historyWithLayers(history.toReversed(), diffIds.length);
  return entries && {
    source: `engine:${inspect.Id}`,
    imageId: inspect.Id,
    platform: platformOf(inspect),
    config: configOf(inspect.Config ?? {}),
    ...inspect.Created && { created: inspect.Created },
    history: entries,
    diffIds
  };
}
var platformOf = ({ Os: os, Architecture: architecture, Variant: variant }) => [os, architecture, ...variant ? [variant] : []].join("/");
var madeNothing = /^(\/bin\/sh -c #\(nop\) +)?(ENV|CMD|ENTRYPOINT|LABEL|EXPOSE|USER|VOLUME|ARG|STOPSIGNAL|HEALTHCHECK|ONBUILD|SHELL|MAINTAINER)\b/;
function historyWithLayers(oldestFirst, layers) {
  const withBytes = oldestFirst.filter((entry) => entry.Size > 0).length;
  const open2 = oldestFirst.filter((entry) => entry.Size === 0 && !madeNothing.test(entry.CreatedBy ?? "")).length;
  const openMadeLayers = withBytes + open2 === layers;
  if (withBytes !== layers && !openMadeLayers) return void 0;
  return oldestFirst.map((entry) => ({
    createdBy: entry.CreatedBy ?? "",
    comment: entry.Comment ?? "",
    emptyLayer: entry.Size === 0 && (!openMadeLayers || madeNothing.test(entry.CreatedBy ?? ""))
  }));
}
function configOf(config) {
  const health = config.Healthcheck;
  return {
    user: config.User ?? "",
    ...config.Entrypoint && { entrypoint: config.Entrypoint },
    ...config.Cmd && { cmd: config.Cmd },
    workingDir: config.WorkingDir ?? "",
    env: config.Env ?? [],
    exposedPorts: Object.keys(config.ExposedPorts ?? {}),
    volumes: Object.keys(config.Volumes ?? {}),
    labels: config.Labels ?? {},
    ...health && { healthcheck: healthcheckOf(health) },
    ...config.StopSignal && { stopSignal: config.StopSignal },
    ...config.Shell && { shell: config.Shell },
    ...config.OnBuild && { onBuild: config.OnBuild }
  };
}
var healthcheckOf = (health) => ({
  test: health.Test ?? [],
  ...health.Interval !== void 0 && { intervalNs: health.Interval },
  ...health.Timeout !== void 0 && { timeoutNs: health.Timeout },
  ...health.StartPeriod !== void 0 && { startPeriodNs: health.StartPeriod },
  ...health.Retries !== void 0 && { retries: health.Retries }
});
var mountPoint = "/.plimsoll";
var blobsBelowRoot = "io.containerd.content.v1.content/blobs/sha256";
async function readStoredLayers(store, layers, signal) {
  const diffIds = layers.map(({ diffId, where }) => diffId ?? fail(`${where} has no DiffID`));
  const known = await (0, import_chunk_TNGGOQNF.knownLayers)(store.cache, diffIds, "crc32");
  const missing = /* @__PURE__ */ new Map();
  for (const [index2, layer] of layers.entries())
    if (!known[index2] && layer.diffId !== void 0) missing.set(layer.diffId, layer);
  const read = missing.size === 0 ? /* @__PURE__ */ new Map() : await streamLayers(store, missing, signal);
  for (const [diffId, layer] of read) store.cache.put(diffId, layer);
  return layers.map(
    ({ where }, index2) => known[index2] ?? read.get(diffIds[index2] ?? "sha256:") ?? fail(`${where} was not read`)
  );
}
async function streamLayers({ engine, runId, imageId, root, where }, layers, signal) {
  const sources = [...layers.values()].map((layer, index2) => ({ ...layer, path: `${mountPoint.slice(1)}/${index2}` }));
  const mounts = sources.map(({ blobDigest, path }) => {
    const hex = /^sha256:([0-9a-f]{64})$/.exec(blobDigest ?? "")?.[1] ?? fail("a layer has no digest of a usual kind");
    return { source: `${root}/${blobsBelowRoot}/${hex}`, target: `/${path}` };
  });
  return withContainer(engine, { runId, imageId, mounts }, signal, async (container) => {
    const tar = await archiveOf(engine, container, mountPoint, signal);
    try {
      const options = {
        where,
        limits: import_chunk_TNGGOQNF.defaultLimits,
        contentSums: true,
        verifyLayers: true,
        keepBody: () => 0,
        signal
      };
      const contents = await (0, import_chunk_TNGGOQNF.streamContents)(() => (0, import_chunk_TNGGOQNF.counted)(tar, engine.onBytes), options);
      const scans = await contents.readLayers(sources, signal);
      return new Map([...layers.keys()].map((diffId, index2) => [diffId, scans[index2] ?? fail("a layer is missing")]));
    } finally {
      tar.destroy();
    }
  });
}
function archiveOf(engine, container, path, signal) {
  const what2 = "reading the content store";
  const address = `/containers/${container}/archive`;
  return engine.stream({ what: what2, method: "GET", path: address, query: { path }, quietMs: archiveQuietMs }, signal);
}
function fail(what2) {
  throw new Error(what2);
}
async function openContentStore(engine, { runId }, image, cache, signal) {
  const where = `engine:${image.id}`;
  const { root, chosen } = await firstRoot(image.roots, async (folder2) => {
    const mounts = [{ source: `${folder2}/${blobsBelowRoot}`, target: mountPoint }];
    const found = await withContainer(
      engine,
      { runId, imageId: image.id, mounts },
      signal,
      (container) => chooseImage(documentsOf(engine, container, where, signal), image)
    );
    return { root: folder2, chosen: found };
  });
  const contents = {
    where,
    stat: () => Promise.resolve(void 0),
    document: () => Promise.resolve(void 0),
    readLayers: (layers, when) => readStoredLayers({ engine, runId, imageId: image.id, root, where, cache }, layers, when),
    readBodies: () => Promise.reject(new Error("bodies are read from a container"))
  };
  const opened = (0, import_chunk_TNGGOQNF.openOciImage)(contents, `engine:${chosen.config.imageId}`, chosen);
  const { blobs = [], ...facts } = opened.facts;
  const isPulled = blobs.some(({ mediaType }) => /[.+](gzip|zstd)$/.test(mediaType));
  return { facts: { ...facts, ...isPulled && { blobs } }, readLayers: (when) => opened.readLayers(when) };
}
async function firstRoot(roots, work) {
  let refusal = new Error("it is not known where containerd keeps its content");
  for (const root of roots)
    try {
      return await work(root);
    } catch (thrown) {
      if (!(thrown instanceof EngineRefused && thrown.status === 400)) throw thrown;
      refusal = thrown;
    }
  throw refusal;
}
var typed = import_chunk_AJHEZPZQ.external_exports.object({ mediaType: import_chunk_AJHEZPZQ.external_exports.string().optional() });
async function chooseImage(contents, { id, platform }) {
  const bytes = await contents.document(`blobs/${id.replace(":", "/")}`);
  if (!bytes) throw new Error(`the content store does not hold ${id}`);
  const { kind } = (0, import_chunk_TNGGOQNF.readOciDocument)(bytes, void 0, contents.where);
  const { mediaType = `application/vnd.oci.image.${kind}.v1+json` } = typed.parse(JSON.parse(bytes.toString("utf8")));
  const root = { mediaType, digest: id, bytes: bytes.length, annotations: {} };
  return (0, import_chunk_TNGGOQNF.chooseOciImage)(contents, [root], void 0, platform, import_chunk_TNGGOQNF.defaultLimits);
}
var unused = () => Promise.reject(new Error("only documents are read here"));
function documentsOf(engine, container, where, signal) {
  const documents = /* @__PURE__ */ new Map();
  const fetchDocument = async (path) => {
    const digest2 = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(path)?.[1];
    if (digest2 === void 0) throw new Error(`the content store is not asked for ${path}`);
    const tar = await archiveOf(engine, container, `${mountPoint}/${digest2}`, signal);
    try {
      const body2 = await readFirstFile(tar, import_chunk_TNGGOQNF.defaultLimits.maxDocumentBytes + 1);
      return body2 && Buffer.from(body2.buffer, body2.byteOffset, body2.byteLength);
    } finally {
      tar.destroy();
    }
  };
  return {
    where,
    stat: unused,
    readLayers: unused,
    readBodies: unused,
    document: (path) => {
      const document = documents.get(path) ?? fetchDocument(path);
      documents.set(path, document);
      return document;
    }
  };
}
var endOfPayload = Buffer.from('","position":');
var noPayload = Buffer.from('","payload":null,"position":');
var startOfPayload = Buffer.from(',"payload":"');
var startOfSize = Buffer.from(',"size":');
var sumLength = 12;
var zero = 48;
var nine = 57;
var fill = 61;
var brace = 125;
var mostDigits = 15;
var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var valueOf2 = new Uint8Array(256).fill(255);
for (let value = 0; value < digits.length; value += 1) valueOf2[digits.charCodeAt(value)] = value;
function readFileLine(bytes, start, end, into) {
  return readTail(bytes, start, end, into) ? void 0 : parseLine(bytes.toString("utf8", start, end), into);
}
function readTail(bytes, start, end, into) {
  if (bytes[end - 1] !== brace) return false;
  let at = end - 2;
  while (isDigit(bytes[at])) at -= 1;
  if (isAt(bytes, at + 1 - noPayload.length, start, noPayload)) {
    into.bytes = 0;
    into.sum = Number.NaN;
    return true;
  }
  const payloadEnd = at + 1 - endOfPayload.length;
  const payload = payloadEnd - sumLength;
  const sizeEnd = payload - startOfPayload.length;
  if (!isAt(bytes, payloadEnd, start, endOfPayload) || !isAt(bytes, sizeEnd, start, startOfPayload)) return false;
  let value = 0;
  at = sizeEnd - 1;
  for (let unit = 1; isDigit(bytes[at]); unit *= 10, at -= 1) value += unit * ((bytes[at] ?? 0) - zero);
  const count = sizeEnd - 1 - at;
  if (count === 0 || count > mostDigits || !isAt(bytes, at + 1 - startOfSize.length, start, startOfSize)) return false;
  const sum = sumAt(bytes, payload);
  if (Number.isNaN(sum)) return false;
  into.bytes = value;
  into.sum = sum;
  return true;
}
function isDigit(byte) {
  return byte !== void 0 && byte >= zero && byte <= nine;
}
function isAt(bytes, at, start, text) {
  if (at < start) return false;
  for (let index2 = 0; index2 < text.length; index2 += 1) if (bytes[at + index2] !== text[index2]) return false;
  return true;
}
function sumAt(bytes, at) {
  let upper = 0;
  let lower = 0;
  let wrong = 0;
  for (let index2 = 0; index2 < 5; index2 += 1) {
    const value = valueOf2[bytes[at + index2] ?? 0] ?? 255;
    wrong |= value;
    upper = upper * 64 + value;
  }
  const middle = valueOf2[bytes[at + 5] ?? 0] ?? 255;
  for (let index2 = 6; index2 < 11; index2 += 1) {
    const value = valueOf2[bytes[at + index2] ?? 0] ?? 255;
    wrong |= value;
    lower = lower * 64 + value;
  }
  if ((wrong | middle) > 63 || bytes[at + 11] !== fill) return Number.NaN;
  const high = upper * 4 + (middle >> 4);
  const low = (middle & 15) * 2 ** 28 + Math.floor(lower / 4);
  return high * 2 ** 21 + Math.floor(low / 2 ** 11);
}
function parseLine(line, into) {
  const parsed = parse(line);
  if (!parsed) return "it has a line that is not JSON";
  const { size = 0, payload } = parsed;
  into.bytes = 0;
  into.sum = Number.NaN;
  if (size === 0) return void 0;
  if (typeof size !== "number" || !Number.isSafeInteger(size) || typeof payload !== "string")
    return "it has a malformed file";
  const bytes = Buffer.from(payload, "base64");
  into.bytes = size;
  if (bytes.length === 8) into.sum = bytes.readUInt32BE(0) * 2 ** 21 + (bytes.readUInt32BE(4) >>> 11);
  return void 0;
}
function parse(line) {
  try {
    const parsed = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null ? parsed : void 0;
  } catch {
    return void 0;
  }
}
var newline = 10;
var quote = 34;
var typeAt = 8;
var segmentType = 50;
var fileType = 49;
var segmentHead = '{"type":2,"payload":"';
var TarSplitReader = class {
  #where;
  #scanner;
  #maxLineBytes;
  #line = { bytes: 0, sum: Number.NaN };
  #rest = Buffer.alloc(0);
  #segment = Buffer.allocUnsafeSlow(64 * 1024);
  constructor(where, budget) {
    this.#where = where;
    this.#scanner = new import_chunk_TNGGOQNF.TarScanner({ where, budget, contentSums: true });
    this.#maxLineBytes = 2 * budget.limits.maxHeaderBytes;
  }
  /** Takes the next bytes of the uncompressed record. @throws UserError `broken-archive`, `too-large` */
  push(chunk) {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      if (end > start) this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    this.#rest = Buffer.from(bytes.subarray(start));
    if (this.#rest.length > this.#maxLineBytes) this.#fail("it has an endless line");
  }
  /** Says that all bytes have come. @throws UserError `broken-archive` */
  end() {
    if (this.#rest.length > 0) this.#takeLine(this.#rest, 0, this.#rest.length);
    const { entries, sparse } = this.#scanner.end();
    const { contentSums } = entries;
    const sums = contentSums && { contentSums: { algorithm: "crc64", values: contentSums.values } };
    return { entries: { ...entries, ...sums }, sparse };
  }
  #takeLine(bytes, start, end) {
    const type = bytes[start + typeAt];
    if (type === segmentType) this.#takeSegment(bytes, start, end);
    else if (type === fileType) this.#takeFile(bytes, start, end);
    else this.#fail("it has a line of an unknown type");
  }
  #takeSegment(bytes, start, end) {
    const from = start + segmentHead.length;
    const to = bytes.indexOf(quote, from);
    if (to < 0 || to > end || bytes.toString("latin1", start, from) !== segmentHead)
      this.#fail("it has a malformed segment");
    const length = Math.floor((to - from) * 3 / 4) + 3;
    if (length > this.#segment.length) this.#segment = Buffer.allocUnsafeSlow(length * 2);
    const written = this.#segment.write(bytes.toString("latin1", from, to), "base64");
    this.#scanner.push(this.#segment.subarray(0, written));
  }
  #takeFile(bytes, start, end) {
    const line = this.#line;
    const problem = readFileLine(bytes, start, end, line);
    if (problem !== void 0) this.#fail(problem);
    if (line.bytes > 0) this.#scanner.skipBody(line.bytes, line.sum);
  }
  #fail(what2) {
    throw (0, import_chunk_TNGGOQNF.brokenArchive)(this.#where, what2);
  }
};
var concurrentLayers = 2;
async function readDatabase(tar, diffIds, wanted) {
  const layers = diffIds.map(() => ({}));
  const budget = new import_chunk_TNGGOQNF.Budget();
  const running = /* @__PURE__ */ new Set();
  const openBody = ({ path }) => {
    const [, layer, name] = /\/(\d+)\/([^/]+)$/.exec(path) ?? [];
    const stored = layers[Number(layer)];
    if (!stored) return void 0;
    if (name === "diff") return textSink((text) => stored.diffId = text.trim());
    if (name === "size") return textSink((text) => stored.bytes = Number(text.trim()));
    if (name !== "tar-split.json.gz") return void 0;
    const { sink, entries } = recordSink(new TarSplitReader(`layer ${layer} of the layer database`, budget));
    stored.entries = entries;
    const settled = entries.then(
      () => running.delete(settled),
      () => running.delete(settled)
    );
    running.add(settled);
    return sink;
  };
  const scanner = new import_chunk_TNGGOQNF.TarScanner({ where: "the layer database", budget: new import_chunk_TNGGOQNF.Budget(), openBody });
  for await (const chunk of tar) {
    scanner.push(chunk);
    if (running.size > concurrentLayers) await Promise.race(running);
  }
  scanner.end();
  const read = wanted.map(async (index2) => [index2, await verified(layers[index2], diffIds[index2], index2)]);
  return new Map(await Promise.all(read));
}
async function verified(layer, diffId, index2) {
  if (!layer?.entries || layer.diffId !== diffId)
    throw new Error(`the layer database has another layer ${index2} than the image`);
  const entries = await layer.entries;
  const { files, links } = bytesOf(entries);
  if (layer.bytes !== files && layer.bytes !== files + links)
    throw new Error(`layer ${index2} adds up to ${files + links} bytes, and the layer database says ${layer.bytes}`);
  return entries;
}
function bytesOf({ entries }) {
  const { count, types, fileBytes, linkTargets } = entries;
  let files = 0;
  let links = 0;
  for (let record = 0; record < count; record += 1) {
    if (types[record] === import_chunk_OR32E4J6.EntryType.file) files += fileBytes[record] ?? 0;
    else if (types[record] === import_chunk_OR32E4J6.EntryType.symlink) links += (0, import_chunk_AJEILISG.storedBytes)(linkTargets.get(record) ?? "");
  }
  return { files, links };
}
function textSink(take) {
  const pieces = [];
  return { push: (piece) => pieces.push(Buffer.from(piece)), end: () => take(Buffer.concat(pieces).toString("utf8")) };
}
function recordSink(reader) {
  const gunzip = (0, import_node_zlib2.createGunzip)({ chunkSize: 1 << 17 });
  const entries = (async () => {
    for await (const chunk of gunzip) reader.push(chunk);
    return reader.end();
  })();
  entries.catch(() => void 0);
  return { sink: { push: (piece) => gunzip.write(Buffer.from(piece)), end: () => gunzip.end() }, entries };
}
var mountPoint2 = "/.plimsoll";
async function readLayerDatabase(engine, { runId }, image, signal) {
  const root = /^(\/.*)\/overlay2\/[^/]+\/diff$/.exec(image.upperDir)?.[1];
  if (root === void 0) throw new Error(`the layers do not lie in an overlay2 folder: ${image.upperDir}`);
  const wanted = image.wanted ?? [...image.diffIds.keys()];
  if (wanted.length === 0) return /* @__PURE__ */ new Map();
  const chainIds = chainIdsOf(image.diffIds);
  const mounts = wanted.map((layer) => ({
    source: `${root}/image/overlay2/layerdb/sha256/${chainIds[layer]}`,
    target: `${mountPoint2}/${layer}`
  }));
  return withContainer(engine, { runId, imageId: image.id, mounts }, signal, async (container) => {
    const answer2 = await engine.stream(
      {
        what: "reading the layer database",
        method: "GET",
        path: `/containers/${container}/archive`,
        query: { path: mountPoint2 },
        quietMs: archiveQuietMs
      },
      signal
    );
    try {
      return await readDatabase((0, import_chunk_TNGGOQNF.counted)(answer2, engine.onBytes), image.diffIds, wanted);
    } finally {
      answer2.destroy();
    }
  });
}
function chainIdsOf(diffIds) {
  const chain = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(
      below === void 0 ? diffId.slice("sha256:".length) : (0, import_node_crypto7.createHash)("sha256").update(`sha256:${below} ${diffId}`).digest("hex")
    );
  }
  return chain;
}
var info = import_chunk_AJHEZPZQ.external_exports.object({
  DockerRootDir: import_chunk_AJHEZPZQ.external_exports.string().nullish(),
  DriverStatus: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())).nullish(),
  Containerd: import_chunk_AJHEZPZQ.external_exports.object({ Address: import_chunk_AJHEZPZQ.external_exports.string().nullish() }).nullish()
});
var version2 = import_chunk_AJHEZPZQ.external_exports.object({ Components: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ Name: import_chunk_AJHEZPZQ.external_exports.string() })).nullish() });
async function isPodman(engine, signal) {
  const { Components } = version2.parse(
    await engine.call({ what: "asking what it is", method: "GET", path: "/version" }, signal)
  );
  return (Components ?? []).some(({ Name }) => Name === "Podman Engine");
}
async function readSettings(engine, signal) {
  const { DockerRootDir, DriverStatus, Containerd } = info.parse(
    await engine.call({ what: "asking for its settings", method: "GET", path: "/info" }, signal)
  );
  const usesContainerd = (DriverStatus ?? []).some(
    ([key, value]) => key === "driver-type" && value?.startsWith("io.containerd.snapshotter")
  );
  if (!usesContainerd) return {};
  const own = DockerRootDir ? [`${DockerRootDir}/containerd/daemon`] : [];
  const beside = Containerd?.Address ? [`${(0, import_node_path7.dirname)(Containerd.Address)}/containerd`] : [];
  const moved = DockerRootDir ? [`${(0, import_node_path7.dirname)(DockerRootDir)}/containerd`] : [];
  const roots = /* @__PURE__ */ new Set([...own, "/var/lib/containerd", ...moved, ...beside]);
  return { contentRoots: [...roots].filter((root) => /^\/[^\n]*$/.test(root)) };
}
async function openStored(engine, run, inspect, options, signal) {
  const { mode = "auto", cache = import_chunk_TNGGOQNF.noLayerCache } = options;
  const isClassic = inspect.GraphDriver?.Data?.["UpperDir"] !== void 0;
  const settings = isClassic ? {} : await readSettings(engine, signal);
  const whole2 = lazily((when) => readExport(engine, inspect.Id, when));
  const exported = async (facts2, when) => checked(facts2, await whole2(when)).readLayers(when);
  if (settings.contentRoots && mode === "auto") {
    const image = { id: inspect.Id, platform: platformOf(inspect), roots: settings.contentRoots };
    const stored = await unlessRefused(engine, openContentStore(engine, run, image, cache, signal), options, signal);
    if (stored) {
      const { facts: facts2, readLayers } = stored;
      return {
        facts: facts2,
        readLayers: async (when) => await unlessRefused(engine, readLayers(when), options, when) ?? await exported(facts2, when)
      };
    }
  }
  const facts = (settings.contentRoots ? void 0 : await unlessRefused(engine, quickFacts(engine, inspect, signal), options, signal)) ?? (await whole2(signal)).facts;
  return {
    facts,
    readLayers: async (when) => mode === "auto" && await fromDatabase(engine, run, inspect, options, when) || exported(facts, when)
  };
}
async function quickFacts(engine, inspect, signal) {
  if (inspect.GraphDriver?.Name !== "overlay2" && await isPodman(engine, signal)) return void 0;
  const call = {
    what: "reading the image's history",
    method: "GET",
    path: `/images/${inspect.Id}/history`
  };
  return factsOfInspect(inspect, imageHistory.parse(await engine.call(call, signal)));
}
async function fromDatabase(engine, run, { Id: id, RootFS, GraphDriver }, options, signal) {
  const upperDir = GraphDriver?.Data?.["UpperDir"];
  const diffIds = RootFS?.Layers ?? [];
  const { cache = import_chunk_TNGGOQNF.noLayerCache } = options;
  const known = await (0, import_chunk_TNGGOQNF.knownLayers)(cache, diffIds, "crc64");
  const wanted = [...diffIds.keys()].filter((layer) => !known[layer]);
  if (wanted.length > 0 && (GraphDriver?.Name !== "overlay2" || upperDir === void 0)) return void 0;
  const image = { id, diffIds, upperDir: upperDir ?? "", wanted };
  const read = wanted.length === 0 ? /* @__PURE__ */ new Map() : await unlessRefused(engine, readLayerDatabase(engine, run, image, signal), options, signal);
  if (!read) return void 0;
  return diffIds.map((diffId, layer) => {
    const scanned = known[layer] ?? read.get(layer);
    if (!scanned) throw new Error(`layer ${layer} was not read`);
    if (!known[layer]) cache.put(diffId, scanned);
    return scanned.entries;
  });
}
async function unlessRefused(engine, work, { note }, signal) {
  try {
    return await work;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const explained = explainEngineFailure(thrown, engine.host, "reading the image", signal);
    if (explained instanceof import_chunk_ZU5SK2EV.UserError && explained.problems.some(({ code }) => code === "docker-unavailable"))
      throw explained;
    note?.(`The engine is asked for the whole image: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return void 0;
  }
}
function lazily(work) {
  let running;
  return (signal) => {
    running ??= work(signal).catch((thrown) => {
      running = void 0;
      throw thrown;
    });
    return running;
  };
}
async function readExport(engine, id, signal) {
  const archive = await readDockerArchiveStream(() => exportStream(engine, id, signal), {
    source: `engine:${id}`,
    contentSums: true,
    // Bodies are read from a container.
    keepBody: () => 0,
    signal
  });
  const image = await archive.open();
  return { ...image, facts: { ...image.facts, source: `engine:${image.facts.imageId}` } };
}
function checked(facts, image) {
  if (image.facts.imageId === facts.imageId && String(image.facts.diffIds) === String(facts.diffIds)) return image;
  throw new Error(`The engine exported ${image.facts.imageId} when asked for ${facts.imageId}.`);
}
function engineSource(engine, run, options = {}) {
  return {
    async open(source, platform, signal) {
      if (source.kind !== "engine") throw new Error(`The engine cannot open a source of kind ${source.kind}.`);
      const inspect = await inspectImage(engine, source.reference, signal);
      requirePlatform(inspect, platform, source.reference);
      const { facts, readLayers } = await openStored(engine, run, inspect, options, signal);
      const ahead = new DatabasesAhead();
      return {
        facts,
        readLayers: (when) => {
          ahead.start(engine, run, inspect.Id, when);
          return readLayers(when);
        },
        readBodies: async (nodes, maxBytes2, when) => {
          const early = await ahead.take(nodes, maxBytes2);
          const others = nodes.filter(({ path }) => !early.has(path));
          const later = await readBodiesFromContainer(engine, run, inspect.Id, others, maxBytes2, when);
          return new Map([...early, ...later]);
        },
        readRecords: (records, maxBytes2, when) => readRecordsFromExport(engine, inspect.Id, records, maxBytes2, when)
      };
    }
  };
}
async function inspectImage(engine, reference, signal) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(reference) || reference.includes(".."))
    throw noSuchImage2(reference, "no image reference");
  const call = { what: `inspecting ${reference}`, method: "GET", path: `/images/${reference}/json` };
  try {
    return imageInspect.parse(await engine.call(call, signal));
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) throw noSuchImage2(reference, thrown.message);
    throw thrown;
  }
}
var noSuchImage2 = (reference, got) => new import_chunk_ZU5SK2EV.UserError({
  code: "no-such-image",
  message: `The engine has no image "${reference}".`,
  got,
  expected: "a name or ID that `docker images` shows",
  hint: "Build it or pull it first; this tool never pulls for you from the engine."
});
function requirePlatform(inspect, platform, reference) {
  const own = platformOf(inspect);
  if (platform === void 0 || own === platform || own.startsWith(`${platform}/`)) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-platform",
    message: `The engine's image "${reference}" is for ${own}, not for ${platform}.`,
    got: own,
    expected: platform,
    hint: "Build or pull it with --platform, or leave the platform out."
  });
}
var containers = import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ Id: import_chunk_AJHEZPZQ.external_exports.string() }));
var images = import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ RepoTags: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).nullish() }));
async function sweep(engine, runId) {
  if (!/^[a-z0-9]{1,64}$/.test(runId)) throw new Error(`"${runId}" is no run ID.`);
  const signal = (0, import_chunk_OTF75QEW.timeoutSignal)(1e4);
  await Promise.race([settledContainers(runId), (0, import_node_events.once)(signal, "abort")]);
  const ours = { all: "1", filters: JSON.stringify({ label: [`${runLabel}=${runId}`] }) };
  const found = containers.parse(
    await engine.call({ what: "listing containers", method: "GET", path: "/containers/json", query: ours }, signal)
  );
  for (const { Id: id } of found) await removeContainer(engine, id, signal);
  for (const tag of await tagsOfRun(engine, runId, signal)) await removeTag(engine, tag, signal);
}
async function tagsOfRun(engine, runId, signal) {
  const names = ["", "localhost/", "docker.io/library/"].map((registry) => `${registry}plimsoll-${runId}`);
  const query = { filters: JSON.stringify({ reference: names }) };
  const found = images.parse(
    await engine.call({ what: "listing images", method: "GET", path: "/images/json", query }, signal)
  );
  return found.flatMap((image) => image.RepoTags ?? []).filter((tag) => names.some((name) => tag.startsWith(`${name}:`)));
}
async function removeTag(engine, tag, signal) {
  try {
    await engine.call({ what: "removing an image of ours", method: "DELETE", path: `/images/${tag}` }, signal);
  } catch (thrown) {
    if (!(thrown instanceof EngineRefused && thrown.status === 404)) throw thrown;
  }
}
function fileSource(cache = import_chunk_TNGGOQNF.noLayerCache, onBytes) {
  return {
    async open(source, platform, signal) {
      if (source.kind === "engine" || source.kind === "registry") throw new Error(`A ${source.kind} is no file.`);
      const { kind, path, image } = source;
      const options = { source: `${kind}:${path}`, contentSums: true, signal, cache };
      const archive = await openArchive(source, options, onBytes);
      return archive.open(image, platform);
    }
  };
}
function openArchive({ kind, path }, options, onBytes) {
  if (kind === "oci") return (0, import_chunk_TNGGOQNF.readOciLayout)(folderStore(path, onBytes), options);
  return (kind === "docker-archive" ? readDockerArchive : import_chunk_TNGGOQNF.readOciArchive)(openFile(path, onBytes), options);
}
function openFile(path, onBytes) {
  const found = (0, import_node_fs3.statSync)(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw notThere(path, "a file", found?.isDirectory() ? "a folder" : void 0);
  return readAtOfFile(path, onBytes);
}
function readAtOfFile(path, onBytes) {
  const descriptor = openReadable(path);
  return {
    bytes: (0, import_node_fs3.fstatSync)(descriptor).size,
    read: (into, position) => {
      let filled = 0;
      while (filled < into.length) {
        const got = (0, import_node_fs3.readSync)(descriptor, into, filled, into.length - filled, position + filled);
        if (got === 0) break;
        filled += got;
      }
      onBytes?.(filled);
      return filled;
    }
  };
}
function openReadable(path) {
  try {
    const descriptor = (0, import_node_fs3.openSync)(path, import_node_fs3.constants.O_RDONLY | import_node_fs3.constants.O_NONBLOCK);
    if ((0, import_node_fs3.fstatSync)(descriptor).isFile()) return descriptor;
    (0, import_node_fs3.closeSync)(descriptor);
  } catch (cause) {
    throw new import_chunk_ZU5SK2EV.UserError(
      {
        code: "unreadable-file",
        message: `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        hint: "Check its permissions."
      },
      { cause }
    );
  }
  throw notThere(path, "a regular file", "something else");
}
function folderStore(folder2, onBytes) {
  if (!(0, import_node_fs3.statSync)(folder2, { throwIfNoEntry: false })?.isDirectory())
    throw notThere(folder2, "a folder with an OCI layout");
  const root = (0, import_node_fs3.realpathSync)(folder2);
  return {
    open: async (path) => {
      const inside = (0, import_node_path8.join)(root, path);
      if (!(0, import_node_fs3.statSync)(inside, { throwIfNoEntry: false })?.isFile()) return void 0;
      return (0, import_node_path8.relative)(root, (0, import_node_fs3.realpathSync)(inside)).startsWith("..") ? void 0 : readAtOfFile(inside, onBytes);
    }
  };
}
function notThere(path, expected, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-file",
    message: got === void 0 ? `There is no ${path}.` : `${path} is ${got}.`,
    expected,
    ...got !== void 0 && { got },
    hint: "Correct the path. A source is written docker-archive:FILE, oci:DIR or oci-archive:FILE."
  });
}
function openWorkshop(request) {
  const { environment, checkout, signal, warn } = request;
  const { progress, onBytes } = (0, import_chunk_TNGGOQNF.readMeter)(request.progress);
  const run = runName((0, import_node_crypto.randomBytes)(6).toString("hex"));
  let opened;
  const reach = async () => {
    const found = { ...await openEngine(findEngineHost(environment)), onBytes };
    await ping(found, signal);
    return found;
  };
  const engine = () => opened ??= reach();
  const layers = request.cacheFolder === void 0 ? void 0 : openCache(request, request.cacheFolder);
  const cache = layers ?? import_chunk_TNGGOQNF.noLayerCache;
  const registry = registryOf(request, cache, onBytes);
  const files = fileSource(cache, onBytes);
  const note = (text) => progress.log(text);
  const images2 = {
    open: async (source, platform2, when) => {
      if (source.kind === "registry") return (await registry()).open(source, platform2, when);
      if (source.kind !== "engine") return files.open(source, platform2, when);
      return engineSource(await engine(), run, { note, cache }).open(source, platform2, when);
    }
  };
  let platform;
  const helpers = (0, import_chunk_EIGURVBG.helperThreads)(__dirname);
  return {
    images: images2,
    registries: {
      tags: async (name, when) => (await registry()).tags(name, when),
      platforms: async (reference, when) => (await registry()).platforms(reference, when)
    },
    builderPlatform: () => platform ??= engine().then((found) => enginePlatform(found, signal)),
    contexts: { weigh: (context, when) => weighContext(context, environment, when, helpers) },
    builder: discreetBuilder(
      environment,
      progress,
      async (shown) => builderOf(await engine(), run, environment, shown)
    ),
    checkout,
    clock: import_chunk_ZKWNJXMG.systemClock,
    progress,
    signal,
    async close() {
      await layers?.close();
      const found = await opened?.catch(() => void 0);
      if (!found) return;
      try {
        await sweep(found, run.runId);
      } catch (thrown) {
        warn(
          `What this run made in the engine (label run ${run.runId}) could not be removed: ${thrown instanceof Error ? thrown.message : String(thrown)}`
        );
      }
    }
  };
}
function openCache({ environment, warn }, folder2) {
  return cacheFolder({ folder: folder2, key: environment["PLIMSOLL_CACHE_KEY"] ?? "", note: warn });
}
function registryOf({ environment, insecureRegistries, onSecret }, cache, onBytes) {
  const open2 = async () => {
    const { registrySource } = await Promise.resolve().then(() => __toESM(require("./source-UJANL6EP.cjs")));
    const platform = `linux/${goArchitectures[process.arch] ?? process.arch}`;
    return registrySource({ environment, insecureRegistries, platform, cache, onBytes, ...onSecret && { onSecret } });
  };
  let opened;
  return () => opened ??= open2();
}
var goArchitectures = { x64: "amd64", ia32: "386", ppc64: "ppc64le" };
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openWorkshop
});
